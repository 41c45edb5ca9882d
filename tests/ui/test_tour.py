"""The tour of the very first launch."""

import pytest

from briefterm import paths
from briefterm.personal.newcomer import first_launch, shown_around
from briefterm.ui.preferences import Preferences, preferences
from briefterm.ui.welcome import Welcome
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started
from tests.ui.test_screens import compare

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
NEW = Welcome(newcomer=True)


def touring(driver: Driver) -> bool:
    return driver.reader.has_class("-touring")


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_first_launch(size: tuple[int, int]) -> None:
    async with started(paths.shipped_briefs(), size, title=DIALOGUE, welcome=NEW) as driver:
        await driver.sees("own")
        await driver.until(paths.tour_file().exists)
        await compare("tour", size, driver)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_inside_a_brief(size: tuple[int, int]) -> None:
    async with started(paths.shipped_briefs(), size, title=DIALOGUE, welcome=NEW) as driver:
        await driver.until(lambda: touring(driver))
        await driver.press("3")
        await compare("tour-3", size, driver)


async def test_it_goes_as_one_does_what_it_says() -> None:
    async with started(paths.shipped_briefs(), title=DIALOGUE, welcome=NEW) as driver:
        await driver.sees("⏎ goes into the brief")
        await driver.press("enter")
        await driver.until(lambda: "⏎ goes into the brief" not in driver.screen())
        assert "These briefs come with briefterm" not in driver.screen()
        await driver.press("tab")
        await driver.until(lambda: "from pane to pane" not in driver.screen())
        await driver.press("slash")
        await driver.until(lambda: "searches all briefs" not in driver.screen())
        await driver.press("escape", "question_mark")
        await driver.sees("Keys and help")
        await driver.press("escape")
        await driver.until(lambda: "tells every key" not in driver.screen())
        assert touring(driver)
        await driver.press("D")
        await driver.sees("Open a folder of briefs")
        await driver.press("escape")
        await driver.until(lambda: not touring(driver))
        assert "Tour" not in driver.screen()
        assert "no date more exact" not in driver.screen()


async def test_esc_ends_it_and_the_palette_brings_it_back() -> None:
    async with started(paths.shipped_briefs(), title=DIALOGUE, welcome=NEW) as driver:
        await driver.press("2")
        await driver.sees("esc ends the tour")
        await driver.press("escape")
        await driver.until(lambda: not touring(driver) and "Tour" not in driver.screen())
        assert driver.focused == "agenda"
        await driver.press("colon", *"tour")
        await driver.sees("Show the tour again")
        await driver.press("enter")
        await driver.sees("esc ends the tour")
        driver.reader._desks.at("tour").do("show")
        await driver.pilot.pause()
        assert driver.screen().count("Tour:") == 1


@pytest.mark.parametrize("width", [30, 40, 50, 60])
async def test_how_to_end_it_is_never_cut(width: int) -> None:
    async with started(paths.shipped_briefs(), (width, 15), title=DIALOGUE, welcome=NEW) as driver:
        await driver.until(lambda: touring(driver))
        await driver.until(lambda: driver.screen().splitlines()[-2].endswith("esc ends"))


async def test_it_names_the_keys_one_has() -> None:
    file = paths.config_file()
    file.parent.mkdir(parents=True)
    file.write_text('keys:\n  library.open: ctrl+o\n  app.help: ""\n')
    async with started(paths.shipped_briefs(), title=DIALOGUE, preferences=preferences(), welcome=NEW) as driver:
        await driver.sees("^o opens a folder of your own")
        assert "tells every key" not in driver.screen()


async def test_in_plain_lines_it_is_words_alone() -> None:
    async with started(
        paths.shipped_briefs(), (80, 24), title=DIALOGUE, preferences=preferences(linear=True), welcome=NEW
    ) as driver:
        await driver.sees("D opens a folder of your own")
        assert not [sign for sign in driver.screen() if "\u2500" <= sign <= "\u25ff"]


async def test_nobody_else_is_shown_around() -> None:
    async with started(paths.shipped_briefs(), title=DIALOGUE, preferences=Preferences()) as driver:
        assert not touring(driver)
        assert not paths.tour_file().exists()


def test_who_has_nothing_of_their_own_is_new() -> None:
    assert first_launch()
    for file in (paths.config_file(), paths.tour_file(), paths.theme_file(), paths.notes_folder() / "note.md"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
        assert not first_launch()
        file.unlink()
        if file.parent == paths.notes_folder():
            file.parent.rmdir()
        assert first_launch()
    shown_around()
    assert not first_launch()
