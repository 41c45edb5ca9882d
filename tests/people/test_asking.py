import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.people.asking import asked
from briefterm.people.directory import Wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", Wanted()),
        ("  kim dae ", Wanted("kim dae")),
        ("country:IN rajn", Wanted("rajn", "IN")),
        ("country:india", Wanted("", "IN")),
        ("country:keny", Wanted("", "KE")),
        ('country:"united states" side:HOST', Wanted("", "US", "host")),
        ('org:"ministry of defence', Wanted("", "", "", "ministry of defence")),
        ("COUNTRY:fr org:navy org:army", Wanted("", "FR", "", "army")),
        ("country: singh", Wanted("singh")),
        ("side:", Wanted()),
        ('"kim dae"', Wanted("kim dae")),
    ],
)
def test_what_a_line_asks_for(line: str, wanted: Wanted) -> None:
    assert asked(line).wanted == wanted
    assert asked(line).unknown == ""


def test_a_country_that_is_none_is_said_and_finds_nobody() -> None:
    found = asked("country:Atlantis")
    assert found.unknown == "Atlantis"
    assert found.wanted.country == "Atlantis"


@given(st.text(max_size=60))
def test_any_line_asks_for_something(line: str) -> None:
    assert isinstance(asked(line).wanted, Wanted)


WORD = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)


@given(st.lists(WORD, max_size=3), st.sampled_from(["IN", "US"]), st.sampled_from(["host", "visitor"]), WORD)
def test_parts_may_stand_in_any_order(words: list[str], country: str, side: str, org: str) -> None:
    fields = [f"country:{country}", f"side:{side}", f'org:"{org}"']
    wanted = Wanted(" ".join(words), country, side, org)
    assert asked(" ".join([*words, *fields])).wanted == asked(" ".join([*fields, *words])).wanted == wanted
