"""The lines of a dossier: whole in one line where there is room, in two where there is little."""

import pytest
from rich.text import Text

from briefterm.ui.text.dossier_rows import _drawn, _Listed

TOPIC = _Listed(Text("  10 Nov 2023    "), Text("Radar pictures for the coast guard"), Text("Coastal Security Talks"))
OFFICE = _Listed(Text("  "), Text("Defence Minister · India"), Text("31 May 2019 – 30 May 2024"))


def shown(one: _Listed, width: int) -> list[str]:
    lines = [line.plain.rstrip() for line in _drawn(one, width)]
    assert len(lines) == 1 + one.folds(width)
    assert all(len(line) <= width for line in lines)
    return lines


def test_in_little_room_the_text_stands_below_its_date_and_brief() -> None:
    assert shown(TOPIC, 56) == ["  10 Nov 2023  Coastal Security Talks", "  Radar pictures for the coast guard"]
    assert shown(OFFICE, 40) == ["  Defence Minister · India", "    31 May 2019 – 30 May 2024"]


@pytest.mark.parametrize("width", [72, 100])
def test_where_there_is_room_it_is_one_line(width: int) -> None:
    (line,) = shown(TOPIC, width)
    assert line.startswith("  10 Nov 2023    Radar pictures")
    assert "Coastal" in line


def test_what_fits_is_one_line_in_little_room_too() -> None:
    assert len(shown(OFFICE, 56)) == 1
    assert len(shown(_Listed(Text(), Text("BRIEFS"), Text()), 12)) == 1
