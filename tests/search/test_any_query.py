import pytest
from fuzz.queries import queries, timed
from fuzz.targets import TODAY, query

from briefterm.search.parse import parse
from briefterm.search.query import Everything


def test_random_and_half_typed_queries_are_all_read() -> None:
    """A hundred thousand of them: python -m fuzz queries."""
    assert timed(2_000, seed=1).count == 2_000
    assert len(set(queries(2_000, seed=1))) > 1_500


@pytest.mark.parametrize(
    "text",
    [
        "date:0000",
        "date:2023-13",
        "date:[0000 TO",
        "date:" + ">" * 900,
        "date:" + "<=" * 450,
        "date:" + ".." * 450,
        "date:" + "[" * 900,
        "date:0000/",
        "before:0001",
        "after:9999",
        "sort:" + "x" * 900,
        "@" + "\x1b]0;owned\x07" * 50,
        "x~٣",
        "\ud800\udfff",
    ],
)
def test_what_once_broke_the_parser_or_might_have(text: str) -> None:
    query(text.encode("utf-8", "surrogatepass"))


def test_a_date_that_is_none_is_left_out_and_said() -> None:
    parsed = parse("date:0000", today=TODAY)
    assert parsed.query == Everything()
    assert "0000 is no date" in parsed.notes[0]
