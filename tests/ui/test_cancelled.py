"""What is cancelled has one look wherever it stands: a sign, and struck out."""

from pathlib import Path

import pytest
from rich.style import Style
from rich.text import Text

from briefterm.ui.ink import PLAIN
from briefterm.ui.preferences import Preferences
from briefterm.ui.text.chips import CALLED_OFF, titled
from briefterm.ui.text.plain import spoken
from tests.support import write_library
from tests.ui.driving import NARROW, WIDE, Driver, started

FILES = {
    "plans.yaml": """\
title: Plans
date: 2023-11-10
officials:
  - {id: ann, name: Ann Bell}
  - {id: bob, name: Bob Moss}
timeline:
  - {date: 2023-11-10, event: Morning talks, who: [ann, bob]}
  - {date: 2023-11-10, event: Lunch by the lake, who: [ann, bob], status: cancelled}
""",
    "off.yaml": """\
title: Called off
date: 2023-11-10
status: cancelled
officials: [{id: ann, name: Ann Bell}]
timeline:
  - {date: 2023-11-10, event: Dinner, who: [ann]}
""",
}


def line_with(driver: Driver, text: str) -> str:
    return next(line for line in driver.screen().splitlines() if text in line)


def test_the_look() -> None:
    off = titled("Lunch", "cancelled", PLAIN)
    assert off.plain == f"{CALLED_OFF} Lunch"
    (span,) = [span for span in off.spans if isinstance(span.style, Style) and span.style.strike]
    assert off.plain[span.start : span.end] == "Lunch"
    assert titled("Lunch", "planned", PLAIN).plain == "Lunch"
    assert spoken(Text.assemble("10 Nov 2023  ", off)).plain == "10 Nov 2023, cancelled Lunch"


@pytest.mark.parametrize("keys", ["3", "T", "c", "1o"])
async def test_what_is_cancelled_is_signed_on_every_screen(keys: str, tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "library", FILES), WIDE, path="plans.yaml") as driver:
        await driver.until(lambda: driver.title == "Plans")
        await driver.press(*keys)
        await driver.sees("Lunch by the lake")
        if keys == "3":
            assert any(CALLED_OFF in line for line in driver.screen().splitlines())
            return
        assert f"{CALLED_OFF} Lunch by the lake" in line_with(driver, "Lunch by the lake")
        assert CALLED_OFF not in line_with(driver, "Morning talks")
        await driver.sees(f"{CALLED_OFF} Dinner")
        if keys != "T":
            await driver.sees(f"{CALLED_OFF} Called off")


@pytest.mark.parametrize("keys", ["T", "c", "1o"])
async def test_plain_lines_say_so_in_a_word(keys: str, tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", FILES)
    async with started(library, WIDE, path="plans.yaml", preferences=Preferences(linear=True)) as driver:
        await driver.until(lambda: driver.title == "Plans")
        await driver.press("enter", *keys)
        if keys != "1o":
            await driver.press("tab")
        await driver.sees("cancelled Lunch by the lake")
        assert CALLED_OFF not in driver.screen()


async def test_a_list_of_the_day_in_little_room_signs_it_too(tmp_path: Path) -> None:
    timed = FILES["plans.yaml"].replace("2023-11-10, event", "2023-11-10T12:00, event")
    library = write_library(tmp_path / "library", {"plans.yaml": timed})
    async with started(library, NARROW, path="plans.yaml") as driver:
        await driver.until(lambda: driver.title == "Plans")
        await driver.press("d")
        await driver.sees(f"12:00 {CALLED_OFF} Lunch by the lake")
        assert "12:00 Morning talks" in driver.screen()
