"""Topics are ticked off with the time, and that can be taken back."""

from datetime import datetime
from pathlib import Path

import pytest

from briefterm.archive import Archive
from briefterm.ui.services import Services
from tests.support import TALKS, brief_of, write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, started

TITLE = "Coastal Security Talks"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", {"talks.yaml": TALKS})


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_a_topic_is_ticked_off_with_the_time_and_taken_back(talks: Path, size: tuple[int, int]) -> None:
    async with started(talks, size, title=TITLE) as driver:
        await driver.press("2", "j", "t")
        await driver.sees("Spare parts ✓ done 12:00")
        await driver.press("4")
        assert driver.detail().splitlines()[1].strip() == "✓ done 12:00"
        await driver.press("2", "t")
        await driver.until(lambda: "✓" not in driver.screen())
    assert not Archive.of(talks).ticks.on(brief_of(TALKS + "id: talks\n"))
    assert (talks / "talks.yaml").read_text() == TALKS


async def test_ticks_are_there_at_the_next_start_and_follow_their_topic(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j", "t")
        await driver.sees("✓ done 12:00")
        (talks / "talks.yaml").write_text(TALKS.replace("agenda:\n", "agenda:\n  - Opening words\n"))
        await driver.sees("Opening words")
        await driver.sees("Spare parts ✓ done 12:00")
    async with started(talks, title=TITLE) as driver:
        await driver.sees("Spare parts ✓ done 12:00")
        assert "Opening words ✓" not in driver.screen()


async def test_a_topic_that_was_reworded_has_the_words_it_was_ticked_off_with(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j", "t")
        await driver.sees("✓ done 12:00")
        (talks / "talks.yaml").write_text(TALKS.replace("US: Spare parts", "US: Spare parts for the fleet"))
        await driver.sees("✓ done 12:00, as “Spare parts”")


async def test_where_the_topic_has_gone_its_tick_is_told_with_the_brief(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j", "t")
        await driver.sees("✓ done 12:00")
        (talks / "talks.yaml").write_text(TALKS.replace("  - US: Spare parts\n", ""))
        await driver.press("b")
        await driver.sees("done 12:00, no longer on the agenda: Spare parts")


@pytest.mark.parametrize("keys", [("1", "t"), ("3", "t"), ("0", "t"), ("2", "b", "t")])
async def test_only_topics_are_ticked_off(talks: Path, keys: tuple[str, ...]) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press(*keys)
        await driver.sees("Topics of the agenda can be ticked off")
        assert "✓" not in driver.screen()


async def test_the_time_of_a_tick_is_that_of_the_place(tmp_path: Path) -> None:
    text = TALKS.replace("agenda:\n", "timezone: Africa/Nairobi\nagenda:\n")
    library = write_library(tmp_path / "library", {"talks.yaml": text})
    async with started(library, title=TITLE) as driver:  # noon in UTC
        await driver.press("2", "j", "t")
        await driver.sees("Spare parts ✓ done 15:00")
    (tick,) = Archive.of(library).ticks.on(brief_of(text + "id: talks\n")).done.values()
    assert tick.made == "2023-11-09T15:00"


@pytest.mark.parametrize("key", ["4", "A"])
async def test_a_note_beside_a_tick_says_that_its_time_is_at_home(tmp_path: Path, key: str) -> None:
    text = TALKS.replace("agenda:\n", "timezone: Africa/Nairobi\nagenda:\n")
    library = write_library(tmp_path / "library", {"talks.yaml": text})
    async with started(library, title=TITLE) as driver:  # noon in UTC
        await driver.press("2", "j", "t", "a", *"Two", "escape", key)
        await driver.sees("9 Nov 2023 12:00 at home")


async def test_what_another_program_ticks_off_is_shown(talks: Path) -> None:
    brief = brief_of(TALKS + "id: talks\n")
    Archive.of(talks).ticks.tick(brief, 0, datetime(2023, 11, 9, 9, 0), "talks.yaml")
    async with started(talks, title=TITLE) as driver:
        await driver.sees("✓ done 09:00")
        Archive.of(talks).ticks.tick(brief, 1, datetime(2023, 11, 9, 9, 30), "talks.yaml")
        await driver.sees("Spare parts ✓ done 09:30")
        Archive.of(talks).ticks.untick(brief, 1, "talks.yaml")
        await driver.until(lambda: "09:30" not in driver.screen())


async def test_the_key_does_what_the_screen_says(talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Services, "_own_changed", lambda self: None)
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j")
        ticks = Archive.of(talks).ticks
        ticks.tick(brief_of(TALKS + "id: talks\n"), 1, datetime(2023, 11, 9, 9, 30), "talks.yaml")
        await driver.press("t")
        await driver.sees("Spare parts ✓ done 09:30")
        await driver.press("t", "t")
        await driver.sees("Spare parts ✓ done 12:00")
