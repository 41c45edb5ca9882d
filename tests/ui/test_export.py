"""The open brief is written where the person says, in the format chosen, and never over a file."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input

from briefterm.exchange.formats import OUT
from briefterm.ui.screens.export import ExportScreen
from briefterm.ui.screens.help import Help
from briefterm.ui.widgets.row_list import RowList
from tests.support import TALKS, write_library
from tests.ui.driving import Driver, started

TITLE = "Coastal Security Talks"


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return write_library(tmp_path / "library", {"talks.yaml": TALKS})


def name_of(driver: Driver) -> Input:
    return driver.app.screen.query_one(Input)


async def closed(driver: Driver) -> None:
    await driver.until(lambda: not isinstance(driver.app.screen, ExportScreen))


async def test_enter_writes_the_format_chosen_and_says_where(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("x", "j")
        assert name_of(driver).value == "talks.html"
        await driver.press("enter")
        await closed(driver)
        await driver.sees("written to ")
    text = Path("talks.html").read_text()
    assert text.startswith("<!DOCTYPE html>")
    assert "TLP:AMBER" in text


async def test_the_name_can_be_typed_and_what_is_left_out_is_said(talks: Path, tmp_path: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("x", "j", "j", "tab")
        name_of(driver).value = str(tmp_path / "other.ics")
        await driver.press("enter")
        await closed(driver)
        await driver.sees("written without ")
    assert b"BEGIN:VCALENDAR" in (tmp_path / "other.ics").read_bytes()


async def test_a_typed_name_keeps_all_but_its_suffix_when_the_format_changes(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("x", "tab")
        name_of(driver).value = "mine.md"
        await driver.pilot.pause()
        await driver.press("tab", "j")
        assert name_of(driver).value == "mine.html"
        await driver.press("escape")
        await closed(driver)
    assert not list(Path().iterdir())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("taken.md", "exists already"),
        ("nowhere/x.md", "no such file or directory"),
        (" ", "a file needs a name"),
    ],
)
async def test_what_cannot_be_written_is_said_and_the_name_stays(talks: Path, name: str, said: str) -> None:
    Path("taken.md").write_text("precious")
    async with started(talks, title=TITLE) as driver:
        await driver.press("x", "tab")
        name_of(driver).value = name
        await driver.press("enter")
        await driver.sees(said)
        assert name_of(driver).value == name
    assert Path("taken.md").read_text() == "precious"
    assert [file.name for file in Path().iterdir()] == ["taken.md"]


async def test_notes_and_ticks_go_out_only_where_they_are_asked_for(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "t")
        await driver.sees("✓ done 12:00")
        await driver.press("x", "enter")
        await closed(driver)
        await driver.press("x")
        await driver.sees("n with notes")
        await driver.press("n")
        await driver.sees("⏎ writes with notes")
        name_of(driver).value = "own.md"
        await driver.press("enter")
        await closed(driver)
        await driver.until(Path("own.md").exists)
        await driver.press("x", "n", "n")
        await driver.sees("n with notes")
    assert "Done:** 9 Nov 2023 12:00" in Path("own.md").read_text()
    assert "Done:" not in Path("talks.md").read_text()


async def test_where_there_is_nothing_of_ones_own_it_says_so(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("x", "n", "enter")
        await closed(driver)
        await driver.sees("written without notes, for there are none")


async def test_the_suffix_typed_chooses_the_format(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("x", "tab", *"out", "full_stop", *"PDF", "tab")
        assert driver.app.screen.query_one(RowList).current == list(OUT).index("pdf")
        assert name_of(driver).value == "out.PDF"
        await driver.press("tab", *("backspace",) * 3, *"htm", "enter")
        await closed(driver)
    assert Path("out.htm").read_text().startswith("<!DOCTYPE html>")


async def test_a_name_without_a_suffix_gets_that_of_the_format(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("x", "j", "tab", *"visit", "enter")
        await closed(driver)
    assert Path("visit.html").read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("clearing", [(), ("ctrl+u",), ("ctrl+a", "ctrl+k")])
async def test_keys_that_come_at_once_all_reach_the_name(talks: Path, clearing: tuple[str, ...]) -> None:
    async with started(talks, title=TITLE) as driver:
        for key in ("x", "tab", *clearing, *"nodir", "slash", "x", "full_stop", *"ics"):
            character = {"slash": "/", "full_stop": "."}.get(key, key if len(key) == 1 else None)
            driver.app.post_message(Key(key, character))
        await driver.until(lambda: isinstance(driver.app.screen, ExportScreen))
        await driver.until(lambda: name_of(driver).value == "nodir/x.ics")
        assert driver.app.screen.query_one(RowList).current == list(OUT).index("ics")
        await driver.press("enter")
        await driver.sees("no such file or directory")


async def test_keys_that_come_with_no_brief_open_are_not_kept_waiting(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "none", {})) as driver:
        for key in ("x", "question_mark"):
            driver.app.post_message(Key(key, "?" if key != "x" else "x"))
        await driver.until(lambda: isinstance(driver.app.screen, Help))
