"""The reader's locale on the screen."""

from datetime import UTC, datetime

import pytest

from briefterm.brief.edtf import parse_when
from briefterm.brief.when import shown_moment
from briefterm.library.entry import Entry
from briefterm.locales import Locale
from briefterm.paths import shipped_briefs
from briefterm.personal.anchors import Placed
from briefterm.personal.notes import Note
from briefterm.personal.recents import Recent
from briefterm.ui.ink import PLAIN, Ink
from briefterm.ui.preferences import Preferences, preferences
from briefterm.ui.text.marks import unmarked
from briefterm.ui.text.note_blocks import notes_on
from briefterm.ui.text.own_rows import lost_row, recent_row
from tests.ui.driving import MIDDLE, WIDE, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
GERMAN = Preferences(locale=Locale("de"))


async def test_countries_and_dates_are_in_the_readers_locale_on_every_pane() -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE, preferences=GERMAN) as driver:
        await driver.press("2")
        screen = driver.screen()
        for text in (
            "INDIEN · HOST",
            "VEREINIGTE STAATEN",
            "10. Nov. 2023",
            "Juni and Sept. 2023",
            "today 9. Nov. 2023",
        ):
            assert text in screen
        assert "10 Nov" not in screen
        assert "India ·" not in screen


def test_times_of_the_readers_own_are_told_as_those_of_briefs_are() -> None:
    ink = Ink(PLAIN, Locale("de"))
    note = Note(brief="talks", text="Ask.", made="2023-11-09T14:05")
    recent = Recent("2023-11-09T14:05", "talks", "Talks")
    (block,) = [
        block for block in notes_on([Placed(note)], Placed(note).pane, 0, ink, unmarked) if "2023" in block.body.plain
    ]
    assert block.body.plain == "9. Nov. 2023 14:05"
    assert "9. Nov. 2023 14:05" in lost_row(0, note, ink).blocks[1].body.plain
    assert (
        "opened 9. Nov. 2023 14:05"
        in recent_row(0, recent, Entry("talks.yaml", "talks", "Talks"), ink).blocks[1].body.plain
    )
    assert shown_moment("2023-11-09T14:05") == parse_when("2023-11-09T14:05").shown
    assert shown_moment("some day") == "some day"


async def test_a_country_is_searched_for_by_its_name_there_and_in_english() -> None:
    environ = {"LANG": "de_DE.UTF-8"}
    async with started(shipped_briefs(), WIDE, title=DIALOGUE, preferences=preferences(environ=environ)) as driver:
        await driver.search("country:india")
        await driver.sees("10. Nov. 2023")


@pytest.mark.parametrize(("key", "text"), [("T", "10. Nov. 2023"), ("u", "10. Nov. 2023")])
async def test_screens_about_the_library_too(key: str, text: str) -> None:
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE, preferences=GERMAN) as driver:
        await driver.press("2", key)
        await driver.sees(text)


async def test_the_calendar_names_months_and_weekdays_in_the_locale() -> None:
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE, preferences=GERMAN) as driver:
        await driver.press("c")
        await driver.sees("Dezember 2023")
        await driver.sees("Fr., 10. Nov. 2023")
        assert " Mo. " in driver.screen()
        assert "Mon " not in driver.screen()
        assert "December" not in driver.screen()


async def test_the_dial_tells_the_day_in_the_locale() -> None:
    now = datetime(2023, 11, 7, 9, 0, tzinfo=UTC)
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE, preferences=GERMAN, now=lambda: now) as driver:
        await driver.press("Z")
        await driver.sees("10. Nov. 2023")


@pytest.mark.parametrize(("year", "found"), [(2023, True), (2024, False)])
async def test_today_in_a_search_is_the_day_on_the_readers_clock(year: int, found: bool) -> None:
    now = datetime(year, 11, 10, 9, 0, tzinfo=UTC)
    async with started(shipped_briefs(), WIDE, title=DIALOGUE, now=lambda: now) as driver:
        await driver.press("slash", *"date:today india")
        await driver.sees("2 briefs" if found else "0 briefs")
