"""Back and forward behave like a browser's history."""

from hypothesis import given
from hypothesis import strategies as st

from briefterm.ui.trail import MOST_KEPT, Spot, Trail
from briefterm.ui.view import View

MOVES = st.lists(st.one_of(st.integers(0, 9), st.sampled_from(["back", "forward"])), max_size=30)


def spot(number: int) -> Spot:
    return Spot(f"{number}.yaml", View(), "agenda")


def there(_: Spot) -> bool:
    return True


@given(MOVES)
def test_it_is_a_list_with_a_place_in_it(moves: list[int | str]) -> None:
    trail, places, at = Trail(), list[Spot](), -1
    for move in moves:
        if isinstance(move, int):
            trail = trail.visited(spot(move))
            places, at = [*places[: at + 1], spot(move)], at + 1
        elif move == "back":
            trail, at = trail.back(there), max(at - 1, min(at, 0))
        else:
            trail, at = trail.forward(there), min(at + 1, len(places) - 1)
        assert trail.here == (places[at] if places else None)
        assert [*trail.behind, *([trail.here] if trail.here else []), *trail.ahead] == places


def test_places_that_have_gone_are_passed_over() -> None:
    def left(place: Spot) -> bool:
        return place.path not in ("1.yaml", "2.yaml")

    trail = Trail()
    for number in range(4):
        trail = trail.visited(spot(number))
    back = trail.back(left)
    assert back.here == spot(0)
    assert back.forward(left).here == spot(3)
    assert back.back(there) is back


def test_places_that_are_back_are_where_they_were() -> None:
    trail = Trail()
    for number in range(4):
        trail = trail.visited(spot(number))
    back = trail.back(lambda place: place == spot(0))
    assert back.forward(there).here == spot(1)
    again = back.forward(lambda place: place == spot(3))
    assert again == trail
    assert again.back(there).here == spot(2)


def test_only_so_many_are_kept() -> None:
    trail = Trail()
    for number in range(MOST_KEPT + 50):
        trail = trail.visited(spot(number))
    assert len(trail.behind) == MOST_KEPT
