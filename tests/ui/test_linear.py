"""The linear mode: plain lines, the cursor on the one that is read, and what happened in words."""

import re
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from briefterm.paths import shipped_briefs
from briefterm.ui.preferences import Preferences
from briefterm.ui.view import View
from tests.support import write_library
from tests.ui.day import DAY, Hands
from tests.ui.day import TITLE as DAY_TITLE
from tests.ui.driving import Driver, started
from tests.ui.library import FILES, PEOPLE
from tests.ui.test_screens import DIALOGUE, compare

G7 = "Second G7 Foreign Ministers' Meeting of 2023"
TALKS = "Coastal Security Talks"
LINEAR = Preferences(linear=True)
SIZES = [(80, 24), (60, 20), (40, 12)]
DRAWN = re.compile("[\u2500-\u259f▰▱◆◂▸►▻]")


def line(driver: Driver) -> str:
    """What stands on the line of the terminal's cursor, from the cursor on."""
    x, y = driver.app.cursor_position
    return driver.screen().split("\n")[y][x:]


async def comes_to(driver: Driver, text: str) -> None:
    await driver.until(lambda: line(driver).startswith(text), f"for the cursor at {text!r}")


@pytest.mark.parametrize("size", SIZES)
async def test_the_screens(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE, preferences=LINEAR) as driver:
        await compare("linear-list", size, driver)
        await driver.press("enter")
        await compare("linear-top", size, driver)
        await driver.press("2", "right_parenthesis")
        await compare("linear-agenda", size, driver)
        await driver.search("blinken")
        await compare("linear-results", size, driver)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", ["o", "O", "T", "R", "F", "u", "L", "x", "p", "A", "s", "?", "z", "Z", "w", "c", "d"])
async def test_nothing_is_drawn_around_anything(size: tuple[int, int], keys: str, tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", FILES | {"people.yaml": PEOPLE})
    async with started(library, size, title=TALKS, preferences=LINEAR) as driver:
        await driver.press("enter", "1", *("question_mark" if key == "?" else key for key in keys))
        await driver.pilot.pause(0.3)
        assert not DRAWN.search(driver.screen()), driver.screen()
        cells = driver.app.cursor_position
        assert 0 <= cells.x < size[0]
        assert line(driver).strip() or isinstance(driver.app.focused, Input | TextArea)


async def test_down_and_up_go_line_by_line_over_empty_ones_and_say_where_one_is() -> None:
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter")
        seen = []
        for _ in range(60):
            seen.append(line(driver))
            await driver.press("down")
        assert all(seen)
        assert seen[:3] == [
            "TLP:CLEAR, as of 8 Nov 2023, version 1, final, 5 sources",
            DIALOGUE,
            "Date: 10 Nov 2023",
        ]
        back = []
        for _ in range(60):
            await driver.press("up")
            back.append(line(driver))
        assert back == seen[::-1]


async def test_keys_go_to_sections_and_items() -> None:
    async with started(shipped_briefs(), (80, 24), title=G7, path="g7-foreign-ministers-2023-11.yaml") as driver:
        await driver.press("v")
        await driver.press("1")
        assert line(driver) == "OFFICIALS"
        await driver.press("right_parenthesis")
        assert line(driver) == "Kamikawa Yoko"
        await driver.sees("Officials, item 2 of 3, Japan (host)")
        assert driver.view == View("officials", 1)
        await driver.press("down", "left_parenthesis")
        assert line(driver) == "Kamikawa Yoko"
        await driver.press("tab")
        assert line(driver) == "AGENDA"
        await driver.press("3", "shift+tab", "shift+tab")
        assert line(driver) == "OFFICIALS"
        await driver.press("2", "right_parenthesis", "s")
        assert line(driver).startswith("[1] ")
        await driver.press("s")
        assert line(driver) == "2. Bilateral priorities of Japan and the United States"
        await driver.press("b")
        assert line(driver) == "SUMMARY"
        await driver.press("down", "b")
        assert line(driver).startswith("2. Bilateral")
        await driver.press("down", "down", "4")
        assert line(driver).startswith("2. Bilateral")
        await driver.press("escape")
        assert driver.focused == "briefs"


async def test_a_section_that_is_not_there_is_said(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"a.yaml": "title: Bare\nbackground: Something.\n"})
    async with started(library, (80, 24), title="Bare", preferences=LINEAR) as driver:
        await driver.press("enter", "2")
        await driver.sees("No agenda in this brief. The brief itself")


async def test_matches_are_said_and_the_cursor_is_on_the_words() -> None:
    async with started(shipped_briefs(), (60, 20), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.search("hiroshima")
        await driver.until(lambda: driver.title == G7)
        await driver.press("enter", "n")
        await driver.sees("match 2 of")
        assert "Hiroshima" in line(driver)
        await driver.press("N")
        await driver.sees("match 1 of")


async def test_what_the_panes_sign_is_said_in_words(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"day.yaml": DAY})
    hands = Hands("2023-11-10T09:40")
    async with started(library, (80, 24), title=DAY_TITLE, now=hands, preferences=LINEAR) as driver:
        await driver.press("enter")
        await comes_to(driver, "1. Shared radar pictures")
        await driver.sees("Agenda, item 1 of 3, now, since 10 min")
        await driver.press("down")
        assert line(driver).startswith("Now, since 10 min, 1 h 20 min left")
        await driver.press("t")
        await driver.sees("done 09:40")
        await driver.press("f")
        await driver.sees("bookmarked")
        await driver.press("a")
        await driver.until(lambda: isinstance(driver.app.focused, TextArea))
        await driver.press(*"Ask")
        await driver.press("escape")
        await driver.sees("Own note")
        text = driver.screen()
        for words in ("Done 09:40", "Bookmarked", "Ask"):
            assert words in text
        await driver.press("3")
        await driver.sees("Ahead from here: today is 10 Nov 2023")


async def test_the_cursor_stays_where_it_is_while_the_file_changes(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"day.yaml": DAY})
    async with started(library, (80, 24), title=DAY_TITLE, preferences=LINEAR) as driver:
        await driver.press("enter", "2", "right_parenthesis", "down")
        here = line(driver)
        text = DAY.replace("principal: austin\n", "principal: austin\nsummary: Something new.\n")
        (library / "day.yaml").write_text(text)
        await driver.sees("1 change since 9 Nov 2023")
        assert line(driver) == here
        assert driver.view == View("agenda", 1)


async def test_a_change_on_disk_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = write_library(tmp_path / "library", {"day.yaml": DAY})
    async with started(library, (80, 24), title=DAY_TITLE, preferences=LINEAR) as driver:
        await driver.press("enter", "2")
        await driver.pilot.pause(0.5)
        heard: list[str] = []
        say = driver.reader._foot.say

        def hear(text: str) -> None:
            heard.append(text)
            say(text)

        monkeypatch.setattr(driver.reader._foot, "say", hear)
        (library / "day.yaml").write_text(DAY.replace("Palam", "Palam, hangar 2"))
        await driver.until(lambda: any("1 change since" in text for text in heard))
        await driver.pilot.pause(0.5)
        assert len([text for text in heard if text]) == 1
        heard.clear()
        (library / "day.yaml").write_text(DAY.replace("Palam", "Palam, hangar 3"))
        await driver.until(lambda: any("changed on disk" in text for text in heard))
        await driver.pilot.pause(0.5)
        assert len([text for text in heard if text]) == 1


async def test_another_width_keeps_the_line() -> None:
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter", "2", "right_parenthesis")
        here = line(driver)
        for size in ((40, 12), (120, 40), (60, 20)):
            await driver.pilot.resize_terminal(*size)
            await driver.until(lambda: line(driver) and here.startswith(line(driver)), f"at {size}")


async def test_leaving_it_shows_the_panes_at_the_same_item() -> None:
    async with started(shipped_briefs(), (160, 45), title=DIALOGUE) as driver:
        await driver.press("2", "down", "v")
        await driver.sees("Agenda, item 2 of")
        await driver.press("right_parenthesis", "v")
        await driver.sees("2 Agenda")
        assert driver.view == View("agenda", 2)
        assert driver.focused == "agenda"
        assert driver.rows("agenda").current == 2


async def test_pages_that_are_no_part_of_the_text_stand_alone_and_lead_back() -> None:
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter", "2", "right_parenthesis", "p")
        await comes_to(driver, "Problems")
        await driver.press("down", "down")
        await comes_to(driver, "None: every field was understood.")
        await driver.press("escape")
        await comes_to(driver, "2. ")
        assert driver.focused == "reading"


async def test_letters_over_the_screen_are_not_offered() -> None:
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter", "apostrophe")
        await driver.sees("Letters on the screen are for the eyes")
        await driver.press("m")
        await driver.sees("The brief has all the room here")


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_every_command_is_in_a_list_of_lines(key: str) -> None:
    async with started(shipped_briefs(), (60, 20), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter", key)
        await comes_to(driver, "Search every brief, /")
        for _ in range(200):
            if line(driver).startswith("Timeline, 3"):
                break
            await driver.press("right_parenthesis")
        await driver.press("enter")
        await comes_to(driver, "TIMELINE")


async def test_lists_of_the_library_lead_into_the_text(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", FILES | {"people.yaml": PEOPLE})
    async with started(library, (80, 24), title=TALKS, preferences=LINEAR) as driver:
        await driver.press("enter", "1", "right_parenthesis", "o")
        await comes_to(driver, "Lloyd Austin")
        while "topic" not in line(driver) and "led" not in line(driver) and not line(driver).startswith("20"):
            await driver.press("down")
        await driver.press("enter")
        await driver.until(lambda: driver.app.screen is driver.reader)
        await driver.until(lambda: driver.focused == "reading")
        assert line(driver)


@pytest.mark.parametrize("size", SIZES)
async def test_a_change_since_the_last_reading_is_said(size: tuple[int, int], tmp_path: Path) -> None:
    from datetime import datetime

    from briefterm.archive import Archive
    from tests.support import brief_of

    library = write_library(tmp_path / "library", {"day.yaml": DAY.replace("Spare parts for", "Crates for")})
    old = brief_of(DAY.replace("Spare parts for", "Crates for").replace("title:", "id: day\ntitle:", 1))
    Archive.of(library).versions.keep(old, datetime(2023, 11, 8, 9, 0))
    (library / "day.yaml").write_text(DAY)
    async with started(library, size, title=DAY_TITLE, preferences=LINEAR) as driver:
        await driver.press("enter")
        await driver.sees("1 change since")
        await driver.press("right_square_bracket")
        await driver.sees("change 1 of 1")
        assert line(driver).startswith("2. Spare parts")
        await driver.press("w")
        await driver.sees("before: Crates")
        await driver.sees("What changed")
        assert not DRAWN.search(driver.screen())
        await driver.press("escape")
        await comes_to(driver, "2. Spare parts")


async def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    files = {"a.yaml": "title: [never closed\n", "b.yaml": "title: Sound\ndate: 2023\ncolour: red\n"}
    async with started(
        write_library(tmp_path / "library", files), (80, 24), title="Sound", preferences=LINEAR
    ) as driver:
        await driver.press("enter")
        await driver.sees("1 problem in this brief (p)")
        (tmp_path / "library" / "b.yaml").write_text("title: [never")
        await driver.sees("Shown as it last was (p). The file now:")
        assert "shown as it is now" not in driver.screen()
        await driver.press("escape", "down")
        await driver.until(lambda: driver.book.opened is not None and driver.book.opened.path == "a.yaml")
        await driver.press("enter")
        await comes_to(driver, "Problems")
        await driver.sees("a.yaml")
        (tmp_path / "library" / "b.yaml").write_text(files["b.yaml"])
        await driver.press("escape")
        await driver.sees("Sound, 2023")
        await driver.sees("errors: a.yaml, line 1")
        await driver.press("home" if driver.screen().startswith("Sound") else "end")
        await driver.until(lambda: driver.title == "Sound")
        await driver.press("enter")
        await comes_to(driver, "no sources")


async def test_it_begins_where_it_was_left() -> None:
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter", "2", "right_parenthesis", "right_parenthesis")
        here = line(driver)
        driver.app.exit()
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=LINEAR, resume=True) as driver:
        await comes_to(driver, here)
        assert driver.focused == "reading"


async def test_a_step_back_leads_to_the_item_left() -> None:
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter", "3", "right_parenthesis", "J")
        await driver.until(lambda: driver.title == G7)
        await driver.press("less_than_sign")
        await driver.until(lambda: driver.title == DIALOGUE)
        await driver.until(lambda: driver.view.pane == "timeline", "for the place left")


async def test_the_calendar_is_a_list_of_days_that_leads_to_what_is_on_them(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", FILES)
    async with started(library, (60, 20), title=TALKS, preferences=LINEAR) as driver:
        await driver.press("enter", "c")
        await comes_to(driver, "Fri 10 Nov 2023: 1 brief, 1 event")
        assert "Mon" not in driver.screen().replace("Months", "")
        await driver.press("up")
        await comes_to(driver, "Fri 20 Jan 2023: 1 brief, 1 event")
        for key, day in [
            ("left_square_bracket", "Sun 1 May 2022: 1 brief"),
            ("right_square_bracket", "Fri 20 Jan 2023"),
            ("right_curly_bracket", "March 2024, some day: 1"),
            ("N", "Fri 10 Nov 2023"),
            ("full_stop", "Fri 10 Nov 2023"),
            ("home", "September 2018, some day: 1"),
        ]:
            await driver.press(key)
            await comes_to(driver, day)
        await driver.press("end", "up", "enter")
        await driver.sees("Talks in Delhi")
        await comes_to(driver, "1 brief")
        await driver.press("escape")
        await comes_to(driver, "Fri 10 Nov 2023")


async def test_a_day_is_its_items_in_order_of_time(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"day.yaml": DAY})
    hands = Hands("2023-11-10T09:45")
    async with started(library, (80, 24), title=DAY_TITLE, now=hands, preferences=LINEAR) as driver:
        await driver.press("enter", "d")
        await driver.sees("Shared radar pictures")
        shown = [one for one in driver.screen().splitlines() if one]
        assert shown[0].startswith("TLP:AMBER, Fri 10 Nov 2023, ")
        assert shown[1:4] == [
            "Shared radar pictures",
            "now",
            "09:30–11:00 (05:00–06:30 at home), 1 h 30 min, Rajnath Singh, Lloyd Austin",
        ]
        assert shown[-1].split("  ")[:3] == [" enter go there", "] day", "! conflict"], "no rows to choose between"
        await comes_to(driver, "Shared radar pictures")
        await driver.press("down", "down", "down")
        await comes_to(driver, "Spare parts for the transport fleet")
        await driver.press("enter")
        await driver.until(lambda: driver.view == View("agenda", 1))


async def test_the_choice_of_colours_is_a_list_of_lines() -> None:
    async with started(shipped_briefs(), (60, 20), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter", "ctrl+t")
        await driver.sees("briefterm-dark")
        shown = driver.screen()
        assert DIALOGUE not in shown
        assert not DRAWN.search(shown), shown


@pytest.mark.parametrize(
    "keys", [("c",), ("T",), ("O",), ("colon",), ("question_mark",), ("x",), ("D",), ("F",), ("d",)]
)
async def test_keys_are_said_in_words(keys: tuple[str, ...]) -> None:
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=LINEAR) as driver:
        await driver.press("enter", *keys)
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
        await driver.sees("esc")
        assert not set("⏎↑↓→←⇧⌫^") & set(driver.screen())
