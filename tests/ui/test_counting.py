from pathlib import Path

import pytest
from textual.events import Key

from briefterm.config import Remapped, Setting
from briefterm.paths import shipped_briefs
from briefterm.ui.commands import COMMANDS
from briefterm.ui.keymap import keymap
from briefterm.ui.preferences import Preferences
from briefterm.ui.view import View
from tests.support import write_library
from tests.ui.driving import LEAST, MIDDLE, Driver, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"


def footer(driver: Driver) -> str:
    return driver.screen().splitlines()[-1]


@pytest.mark.parametrize(
    ("keys", "index"),
    [
        ("5j", 5),
        ("5jk", 4),
        ("6j5k", 1),
        ("7G", 6),
        ("G6g", 5),
        ("G6gg", 5),
        ("G6ggg", 0),
        ("Ggg", 0),
        ("99j", 8),
        ("#3j", 3),
        ("#2jj", 3),
        ("#12G", 8),
        ("#10j", 8),
        ("5" * 40 + "j", 8),
    ],
)
async def test_a_count_before_a_command(keys: str, index: int) -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("2", *("number_sign" if key == "#" else key for key in keys))
        assert driver.view == View("agenda", index)


async def test_keys_typed_ahead_keep_their_order() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("2")
        for key in "Gkk5kj":
            driver.app.post_message(Key(key, key))
        await driver.until(lambda: driver.view == View("agenda", 2))


async def test_it_is_shown_while_it_is_typed() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("2", "5")
        assert " 5 …" in footer(driver)
        await driver.press("0")
        assert " 50 …" in footer(driver)
        await driver.press("escape")
        assert "…" not in footer(driver)
        assert driver.view == View("agenda", 0)
        await driver.press("number_sign")
        assert " # …" in footer(driver)
        await driver.press("1")
        assert " #1 …" in footer(driver)
        await driver.press("escape", "j")
        assert driver.view == View("agenda", 1)


async def test_it_says_what_it_waits_for_where_there_is_room() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("2", "5")
        assert footer(driver).endswith("5 … then a key; esc drops it")
        await driver.press("escape", "number_sign")
        assert footer(driver).endswith("# … a number, then a key; esc drops it")
    async with started(shipped_briefs(), LEAST, title=DIALOGUE) as driver:
        await driver.press("2", "5")
        assert footer(driver).endswith("5 …")


async def test_a_command_that_takes_none_is_run_as_it_is() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("2", "5", "s")
        assert driver.view.page == "sources"
        assert "…" not in footer(driver)


async def test_digits_of_panes_still_go_there() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("3", "j")
        assert driver.view == View("timeline", 1)
        await driver.press("number_sign", "0")
        assert driver.focused == "briefs"


async def test_a_digit_taken_from_its_pane_begins_a_count() -> None:
    remapped = (Remapped(Setting("pane.timeline", 1, 1), (Setting("f3", 1, 1),)),)
    chosen = Preferences(keymap=keymap(remapped)[0])
    async with started(shipped_briefs(), title=DIALOGUE, preferences=chosen) as driver:
        await driver.press("2", "3", "j")
        assert driver.view == View("agenda", 3)
        await driver.press("f3")
        assert driver.focused == "timeline"


async def test_digits_typed_into_the_search_stay_there() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("slash", "7", "5")
        assert driver.reader.query_one("#bar").value == "75"  # type: ignore[attr-defined]


async def test_briefs_and_matches_are_counted_too(tmp_path: Path) -> None:
    files = {f"{number}.yaml": f"title: Brief {number}\ndate: 20{30 - number}\n" for number in range(10)}
    async with started(write_library(tmp_path / "library", files), title="Brief 0") as driver:
        await driver.press("2", "6", "J")
        await driver.until(lambda: driver.title == "Brief 6")
        await driver.press("5", "K")
        await driver.until(lambda: driver.title == "Brief 1")
        await driver.press("9", "9", "J")
        await driver.until(lambda: driver.title == "Brief 9")


async def test_a_text_scrolls_by_lines() -> None:
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE) as driver:
        await driver.press("b", "5", "j")
        detail = driver.reader.query_one("#detail")
        assert detail.scroll_offset.y == 5
        await driver.press("5", "k", "9", "g")
        assert detail.scroll_offset.y == 8
        await driver.press("6", "G")
        assert detail.scroll_offset.y == 5


def test_every_counted_action_takes_a_number() -> None:
    counted = [command for command in COMMANDS if command.counted]
    assert len(counted) >= 16
    assert all(command.counted.count("{}") == 1 for command in counted)
