from hypothesis import given
from hypothesis import strategies as st

from briefterm.search.snippet import snippet


def shown(text: str, *words: str) -> tuple[str, list[str]]:
    spans = tuple((text.index(word), text.index(word) + len(word)) for word in words)
    plain, moved = snippet(text, len(text), list(spans))
    return plain, [plain[start:end] for start, end in moved]


def test_signs_of_markdown_go_and_what_was_found_stays_marked() -> None:
    assert shown("room # 5\n## Trade\nthe **port** tariffs", "port", "tariffs") == (
        "room # 5 Trade the port tariffs",
        ["port", "tariffs"],
    )
    assert shown("see [the treaty](https://example.org/a) now", "treaty", "now") == (
        "see the treaty now",
        ["treaty", "now"],
    )
    assert shown("2 * 3 > 1, __init__, [1] and (2)") == ("2 * 3 > 1, __init__, [1] and (2)", [])
    assert shown("see [it](https://example.org/a)", "example")[1] == ["example"]


@given(st.text(alphabet="a *#>[]()\\n", max_size=60), st.lists(st.integers(0, 60), min_size=2, max_size=2))
def test_what_is_marked_is_what_was(text: str, ends: list[int]) -> None:
    start, end = sorted(min(at, len(text)) for at in ends)
    if start < end:
        plain, ((first, last),) = snippet(text, len(text), [(start, end)])
        assert plain[first:last] == text[start:end].replace("\n", " ")


def test_what_ends_in_dots_where_it_is_cut_gets_no_more_of_them() -> None:
    begins = "a" * 150
    for dots in ("…", "..."):
        assert shown(f"{begins}{dots} {'b' * 100}")[0] == f"{begins}{dots}"
    assert shown(f"{begins} {'b' * 100}")[0] == f"{begins}…"
