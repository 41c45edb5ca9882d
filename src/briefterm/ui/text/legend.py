"""What the signs on lines mean."""

from briefterm.ui.desks.ticks import DONE
from briefterm.ui.text.changed import GONE, NEW, OTHER, SHIFTED
from briefterm.ui.text.chips import CALLED_OFF
from briefterm.ui.text.day_bars import CLASH, NOW, OPEN
from briefterm.ui.text.months import TODAY
from briefterm.ui.text.note_blocks import BOOKMARK, SIGN
from briefterm.ui.text.present import CURRENT, NEXT
from briefterm.ui.text.rows import HEDGED, PAST, PLANNED, UNDER_WAY, UNSOURCED
from briefterm.ui.text.sources import BEHIND

SIGNS = (
    (f"{CURRENT} {NEXT}", "under way, and next, with the time until it"),
    (f"{PAST} {UNDER_WAY} {PLANNED} {CALLED_OFF}", "an event that is past, under way, ahead, cancelled"),
    (HEDGED, "hedged: expected, likely, possible, inferred"),
    (UNSOURCED, "no source is given, where others of its pane have one"),
    (BEHIND, "a source behind the selected line"),
    (f"{SIGN} {BOOKMARK}", "you have a note on it; you have bookmarked it"),
    (f"{NEW} {OTHER} {SHIFTED} {GONE}", "new, changed, moved, removed since you last read the brief"),
    (DONE, "ticked off"),
    (f"{TODAY} [12▅9 ]", "in the calendar: today; the day under the cursor, with how much is on it"),
    (f"{CLASH} {OPEN} {NOW}", "in a day as bars: stands against another; no end is written; now"),
)
