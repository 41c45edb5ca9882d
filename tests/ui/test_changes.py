"""What has changed since a brief was last read is marked, stepped through, and shown beside what it said."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from briefterm.archive import Archive
from briefterm.brief.model import Brief
from briefterm.personal.lastread import LastRead, Versions
from briefterm.ui.desks import changes
from tests.support import TALKS, brief_of, write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started
from tests.ui.test_screens import SIZES, compare

TITLE = "Coastal Security Talks"
LATER = (
    TALKS.replace("    ask: A liaison officer at the fusion centre", "    ask: Two liaison officers")
    .replace("  - US: Spare parts\n", "  - IN: Fishing rights\n")
    .replace("  - 2018: First round of talks\n", "  - 2018: First round of talks\n  - 2021: Second round\n")
    .replace("same lanes", "same waters")
)
ALL = "5 changes since 8 Nov 2023 09:30 (w)"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "LEAST", 0.0)


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", {"talks.yaml": TALKS, "other.yaml": "title: Other\nagenda: [One]\n"})


@pytest.fixture
def changed(talks: Path) -> Path:
    """The library after its brief was read and then rewritten."""
    Archive.of(talks).versions.keep(talks_as_they_were(), datetime(2023, 11, 8, 9, 30))
    (talks / "talks.yaml").write_text(LATER)
    return talks


def talks_as_they_were() -> Brief:
    return brief_of(TALKS + "id: talks\n")


async def compared(driver: Driver) -> None:
    desk = driver.reader._desks.at("changes")
    assert isinstance(desk, changes.ChangesDesk)
    await driver.until(lambda: desk._sitting is not None and desk._sitting.known, "for the comparison")


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
async def test_changes_are_marked_and_counted(changed: Path, size: tuple[int, int]) -> None:
    async with started(changed, size, title=TITLE) as driver:
        await driver.press("2")
        await driver.sees(ALL)
        await driver.sees("Shared radar pictures ± changed")
        await driver.sees("Fishing rights + new")
        await driver.sees("− Spare parts · removed")
        await driver.sees("2021 + new")
        assert "changed since you last read it: ask" in driver.detail()


async def test_keys_step_through_the_changes_in_the_order_of_the_screen(changed: Path) -> None:
    async with started(changed, title=TITLE) as driver:
        await driver.press("1")
        await driver.sees(ALL)
        seen = []
        for number in range(1, 6):
            await driver.press("right_square_bracket")
            await driver.sees(f"change {number} of 5")
            seen.append((driver.view.pane, driver.view.page))
        assert [pane for pane, _ in seen] == ["changes", "agenda", "changes", "agenda", "timeline"]
        assert {page for _, page in seen} == {"changes"}
        await driver.press("escape")
        assert (driver.view.pane, driver.view.index, driver.view.page) == ("timeline", 1, "")
        await driver.press("left_square_bracket")
        await driver.sees("change 4 of 5")
        assert (driver.view.pane, driver.view.index, driver.view.page) == ("agenda", 1, "")
        await driver.press("right_square_bracket", "right_square_bracket")
        await driver.sees("change 1 of 5")
        await driver.press("number_sign", "3", "right_square_bracket")
        await driver.sees("change 4 of 5")
        await driver.press("6", "left_square_bracket")
        await driver.sees("change 3 of 5")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_old_words_stand_above_the_new(changed: Path, size: tuple[int, int]) -> None:
    async with started(changed, size, title=TITLE) as driver:
        await driver.press("2")
        await compared(driver)
        await driver.press("w")
        assert driver.view.page == "changes"
        said = driver.detail()
        assert said.index("− A liaison officer at the fusion centre") < said.index("+ Two liaison officers")
        assert "Spare parts  removed" in said
        assert "Fishing rights  new" in said
        assert "− The two navies patrol the same lanes." in said
        await driver.press("w")
        assert (driver.view.pane, driver.view.page) == ("agenda", "")


async def test_leaving_a_brief_that_was_gone_into_puts_it_on_record(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await compared(driver)
        await driver.press("2", "w")
        await driver.sees("The first time you read this: changes are marked")
    (talks / "talks.yaml").write_text(LATER)
    async with started(talks, title=TITLE) as driver:
        await driver.sees("5 changes since 9 Nov 2023 12:00")
        await driver.press("2")
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        await compared(driver)
        await driver.press("right_square_bracket")
        await driver.sees("Nothing has changed since you last read this; J opens the next brief")


async def test_what_is_saved_during_the_first_reading_is_marked(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await compared(driver)
        await driver.press("2")
        (talks / "talks.yaml").write_text(LATER)
        await driver.sees("5 changes since 9 Nov 2023 12:00 (w)")
        await driver.sees("Fishing rights + new")
        await driver.press("w")
        await driver.sees("Since you opened this brief, ")
        await driver.press("w")
        await driver.until(lambda: "since you opened" in driver.detail())
        assert "last read" not in driver.screen()
        (talks / "talks.yaml").write_text(TALKS)
        await driver.until(lambda: "5 changes" not in driver.screen())
        await driver.press("w")
        await driver.sees("The first time you read this: changes are marked")


async def test_moving_through_the_list_reads_nothing(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("j")
        await driver.until(lambda: driver.title == "Other")
        await driver.press("k")
        await driver.until(lambda: driver.title == TITLE)
    assert Archive.of(talks).versions.last(talks_as_they_were()) is None


async def test_a_brief_left_at_once_has_not_been_read(talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "LEAST", 3600.0)
    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
    assert Archive.of(talks).versions.last(talks_as_they_were()) is None


async def test_a_brief_merely_looked_at_in_between_closes_nothing(changed: Path) -> None:
    async with started(changed, title=TITLE) as driver:
        await driver.press("2")
        await driver.sees(ALL)
        await driver.search("One")
        await driver.until(lambda: driver.title == "Other")
        await driver.until(lambda: ALL not in driver.screen())
        await driver.press("escape")
        await driver.sees(ALL)
        await driver.press("J")
        await driver.until(lambda: driver.title == "Other")
        await driver.press("K")
        await driver.until(lambda: driver.title == TITLE)
        await compared(driver)
        await driver.press("w")
        await driver.sees("Nothing has changed")


async def test_what_is_saved_while_one_reads_is_marked_as_well(changed: Path) -> None:
    async with started(changed, title=TITLE) as driver:
        await driver.press("2")
        await driver.sees(ALL)
        (changed / "talks.yaml").write_text(TALKS.replace("Spare parts", "Spare parts for boats"))
        await driver.sees("Spare parts for boats ± changed")
        await driver.sees("1 change since 8 Nov 2023 09:30")
        (changed / "talks.yaml").write_text(LATER)
        await driver.sees(ALL)


async def test_changes_are_known_under_another_name_of_the_file(changed: Path) -> None:
    (changed / "talks.yaml").rename(changed / "final.yaml")
    async with started(changed, title=TITLE) as driver:
        await driver.sees(ALL)
        await driver.press("2")
    (kept,) = Path(os.environ["XDG_DATA_HOME"]).rglob("read/*.json")
    assert kept.name.startswith("final.")


async def test_where_nothing_can_be_kept_it_says_so_and_goes_on(talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    async with started(talks, title=TITLE) as driver:
        await driver.press("2")
        monkeypatch.setattr(os, "fsync", full)
        await driver.press("t")
        await driver.sees("not ticked off: no space left on device")
        await driver.press("J")
        await driver.sees("not kept: no space left on device")
        assert driver.title == "Other"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["2", "w"])
async def test_the_screens_of_a_brief_that_has_changed(changed: Path, size: tuple[int, int], key: str) -> None:
    async with started(changed, size, title=TITLE) as driver:
        await driver.press("2", "j", "t")
        await driver.sees("✓ done")
        await compared(driver)
        await driver.press("k", key)
        await compare(f"changed-{key}", size, driver)


async def test_where_the_data_folder_cannot_be_used_all_else_works(talks: Path) -> None:
    (Path(os.environ["XDG_DATA_HOME"]) / "briefterm").write_text("in the way")
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "t")
        await driver.sees("not ticked off: ")
        await driver.press("J")
        await driver.sees("That you have read it is not kept: ")
        await driver.press("K", "1", "j")
        await driver.until(lambda: driver.title == TITLE)
        await driver.sees("Lloyd Austin")


async def test_what_was_last_read_is_looked_up_again_once_the_library_has_been_read(
    changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, asked = Versions.last, []

    def not_at_once(versions: Versions, brief: Brief, path: str = "") -> LastRead | None:
        asked.append(path)
        return found(versions, brief, path) if len(asked) > 1 else None

    monkeypatch.setattr(Versions, "last", not_at_once)
    async with started(changed, title=TITLE) as driver:
        await compared(driver)
        (changed / "other.yaml").write_text("title: Other again\nagenda: [One]\n")
        await driver.press("2")
        await driver.sees(ALL)
