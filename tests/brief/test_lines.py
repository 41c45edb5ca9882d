import pytest

from briefterm.brief.lines import line_of
from tests.support import TALKS, brief_of

BRIEF = brief_of(TALKS)


@pytest.mark.parametrize(
    ("part", "index", "text"),
    [
        ("title", 0, "title: Coastal Security Talks"),
        ("officials", 0, "  - id: singh"),
        ("officials", 1, "  - Lloyd Austin, Defence Secretary (US)"),
        ("agenda", 1, "  - US: Spare parts"),
        ("timeline", 1, "  - 2023-11-10: Talks in Delhi"),
        ("sources", 0, "  - wire: A wire report"),
        ("background", 0, "background: |"),
        ("agenda", 7, "agenda:"),
        ("summary", 0, "title: Coastal Security Talks"),
        ("no such part", 3, "title: Coastal Security Talks"),
    ],
)
def test_the_line_of_a_part_is_where_the_file_has_it(part: str, index: int, text: str) -> None:
    assert TALKS.split("\n")[line_of(BRIEF, part, index) - 1] == text
