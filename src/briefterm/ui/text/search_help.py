"""What can be typed into the search bar, shown where nothing is typed yet."""

from rich.text import Text

from briefterm.ui.ink import Ink
from briefterm.ui.item_rows import Row
from briefterm.ui.layout import Block

FORMS = (
    ("kishida fumio", "all words, in any order"),
    ('"new delhi"', "these words together"),
    ("treaty -navy", "without a word"),
    ("japan OR israel", "either of two"),
    ("who:kishida", "also title: agenda: timeline: background:"),
    ("country:IN", "also place: kind: tag: status: source: note:"),
    ("date:2023-11", "also before: after: event: date:this-week"),
    ("jaishankr~", "however it is spelt"),
    ("sort:date", "newest first; also oldest, title"),
)
_INDENT = 17


def search_help(earlier: tuple[str, ...], ink: Ink, up: str) -> list[Row]:
    """Return the forms of a query, and the last few searches, which the key `up` brings back."""
    rows = [_row(form, says, ink) for form, says in FORMS]
    if earlier:
        rows.append(_row(up, f"earlier: {' · '.join(reversed(earlier[-4:]))}", ink))
    return rows


def _row(form: str, says: str, ink: Ink) -> Row:
    lead = Text.assemble(" ", (f"{form:<{_INDENT - 2}}", ink["key"]), " ")
    return Row(None, (Block(Text(says, ink["quiet"]), lead, _INDENT),))
