"""Right-to-left text stays in its column where a terminal reorders it."""

from pathlib import Path

import pytest
from rich.segment import Segment
from textual.strip import Strip

from briefterm.ui.directed import MARKS, ONWARD, directed
from tests.support import write_library
from tests.ui.driving import MIDDLE, started


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("│ Talks  ││ Lunch │", "│ Talks  ││ Lunch │"),
        ("│ שלום עולם  ││▌ ירושלים │", "│ שלום עולם|  ││▌ ירושלים| │"),
        ("ישראל כ״ץ   שר החוץ   IL", "ישראל כ״ץ|   שר החוץ|   IL"),
        ("توقيع مذكرة  28 Nov 2026", "توقيع مذكرة|  28 Nov 2026"),
        ("وزير الخارجية · 30 min", "وزير الخارجية| · 30 min"),
        ("زيارة وزير الخ…", "زيارة وزير الخ…|"),
        ("▎محادثات▕ ┊", "▎محادثات|▕ ┊"),
        ("النقل (Energy 2030)", "النقل (Energy 2030)"),
        ("وزير (القاهرة)", "وزير (القاهرة)|"),
        ("Aboul Gheit (أبو الغيط)", "Aboul Gheit (أبو الغيط)" + ONWARD),
        ("Energy 2030 النقل 12", "Energy 2030 النقل 12|"),
    ],
)
def test_a_column_from_right_to_left_ends_before_the_next_begins(line: str, held: str) -> None:
    for cut in range(len(line)):
        strip = directed(Strip([Segment(line[:cut]), Segment(line[cut:])]))
        assert strip.text == held.replace("|", MARKS)
        assert strip.cell_length == Strip([Segment(line)]).cell_length


async def test_two_panes_do_not_change_places(tmp_path: Path) -> None:
    brief = "title: ביקור שר החוץ\ndate: 2024-03-05\nagenda:\n  - שיתוף פעולה\n  - ביטחון\n"
    async with started(write_library(tmp_path / "library", {"a.yaml": brief}), MIDDLE, title="ביקור שר החוץ") as driver:
        await driver.press("0")
        both = next(line for line in driver.screen().splitlines() if "שר החוץ" in line and "שיתוף" in line)
        assert f"שר החוץ{MARKS} " in both
        assert f"שיתוף פעולה{MARKS} " in both
        await driver.press("v")
        assert MARKS not in driver.screen()
