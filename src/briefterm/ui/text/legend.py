"""What the signs on lines mean, in the words that the screen has for it."""

from briefterm.ui.desks.ticks import DONE
from briefterm.ui.text.changed import GONE, NEW, OTHER, SHIFTED
from briefterm.ui.text.chips import BAR, CALLED_OFF
from briefterm.ui.text.day_bars import CLASH, OPEN
from briefterm.ui.text.day_ground import NOW
from briefterm.ui.text.months import TODAY
from briefterm.ui.text.note_blocks import BOOKMARK, SIGN
from briefterm.ui.text.present import CURRENT, NEXT
from briefterm.ui.text.rows import HEDGED, PAST, PLANNED, UNDER_WAY, UNSOURCED
from briefterm.ui.text.sources import BEHIND

SIGNS = (
    (f"{BAR} IN", "whose it is: each side has a colour and its letters; without letters, nobody's or both sides'"),
    (CURRENT, "now: under way, with the time left"),
    (NEXT, "next, with the time until it"),
    (PAST, "an event that is done, or past"),
    (UNDER_WAY, "an event that is under way"),
    (PLANNED, "an event that is planned, or still ahead"),
    (CALLED_OFF, "cancelled"),
    ("━━ ◆ ━━", "today, between what is past and what is ahead"),
    (HEDGED, "hedged: expected, likely, possible, inferred"),
    (UNSOURCED, "no source, where others of its pane have one"),
    (BEHIND, "a source behind the selected line"),
    (SIGN, "you have a note on it"),
    (BOOKMARK, "you have bookmarked it"),
    (DONE, "done: ticked off by you, with the time"),
    (NEW, "new since you last read the brief"),
    (OTHER, "changed since then"),
    (SHIFTED, "moved since then"),
    (GONE, "removed since then"),
    ("!", "in the list of briefs: its file has errors"),
    (f"{TODAY} [12▅9 ]", "in the calendar: today; the day under the cursor, with how much is on it"),
    (f"{CLASH} {OPEN} {NOW}", "in a day as bars: stands against another; no end is written; now"),
    ("a b c", "in a day as bars: what has no room for its words is named below them"),
)
