"""What is said of a bracket that YAML has not found the end of."""

import pytest

from tests.support import problems_of

CLOSED = "{}: error: yaml: this `[` is never closed; write the `]` that ends it"
COMMA = (
    "2:9: error: yaml: between this `[` and its `]` a comma is missing, or a text has signs of its own; part the "
    "values with commas, put such a text in quotes"
)
DASH = (
    "3:3: error: yaml: a list of lines with `- ` cannot stand in the `[` of line 2; delete that `[`, or part the "
    "values with commas"
)
NO_VALUE = "2:15: error: yaml: a value is missing before this comma; write one, or delete the comma"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title: T\nagenda: [\n", CLOSED.format("2:9")),
        ("title: T\nagenda: [ # so far\n", CLOSED.format("2:9")),
        (
            "title: T\nagenda: [one,\n  two,\n",
            CLOSED.format("2:9") + ", or put the text in quotes if the sign belongs to it",
        ),
        ("title: T\nagenda: [\n  - one\ntimeline: []\n", DASH),
        ("title: T\nagenda: [one, , two]\n", NO_VALUE),
        (
            "title: T\nagenda: [\ntimeline: []\n",
            "2:9: error: yaml: this `[` is never closed; write the `]` that ends it",
        ),
        (
            "title: [draft visit\n",
            CLOSED.format("1:8") + ", or put the text in quotes if the sign belongs to it",
        ),
        (
            'title: T\nagenda: ["one" "two"]\n',
            COMMA,
        ),
    ],
)
def test_it_says_what_is_missing(text: str, says: str) -> None:
    assert problems_of(text) == [says]
