"""At the table: now on the screen, the depth dial, the blank page; each key by a clock that is moved by hand."""

from pathlib import Path

import pytest
from rich.style import Style
from textual.widgets import Input, TextArea

from briefterm.ui.desks.news import NoteKept
from briefterm.ui.desks.table import TableDesk
from briefterm.ui.messages import Told
from briefterm.ui.screens.blank import Blank
from briefterm.ui.screens.dial import Dial
from briefterm.ui.screens.note import NoteEditor
from briefterm.ui.view import View
from briefterm.ui.widgets.bars import BriefHeader
from briefterm.ui.widgets.prose import Prose
from tests.support import TALKS, write_library
from tests.ui.day import DAY, TITLE, Hands
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started
from tests.ui.test_screens import compare

SIZES = [WIDE, MIDDLE, NARROW]
SMALL = (40, 10)
OTHER = "Coastal Security Talks"


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return write_library(
        tmp_path / "library", {"day.yaml": DAY, "talks.yaml": TALKS.replace("2023-11-10", "2022-11-10")}
    )


def desk(driver: Driver) -> TableDesk:
    made = driver.reader._desks.at("table")
    assert isinstance(made, TableDesk)
    return made


def header(driver: Driver) -> str:
    return str(driver.reader.query_one(BriefHeader).render()).replace("\N{NO-BREAK SPACE}", " ")


# Now


async def test_on_the_day_the_brief_opens_at_what_is_under_way(day: Path) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T11:10")) as driver:
        assert driver.view == View("agenda", 1)
    async with started(day, title=TITLE, now=Hands("2023-11-10T12:00")) as driver:
        assert driver.view == View("timeline", 2)
    async with started(day, title=TITLE, now=Hands("2023-11-01T12:00")) as driver:
        assert driver.view == View("agenda", 0)


@pytest.mark.parametrize("size", SIZES)
async def test_a_brief_opened_by_name_has_the_keys_where_it_opens(day: Path, size: tuple[int, int]) -> None:
    async with started(day, size, path="day.yaml", title=TITLE, now=Hands("2023-11-10T12:00")) as driver:
        await driver.until(lambda: driver.focused == "timeline")
        assert driver.view == View("timeline", 2)


@pytest.mark.parametrize("size", SIZES)
async def test_the_heading_says_what_is_next(day: Path, size: tuple[int, int]) -> None:
    async with started(day, size, title=TITLE, now=Hands("2023-11-10T09:05")) as driver:
        await driver.until(lambda: "in 25 min" in header(driver))
        for needed in ("▻", "New Delhi", "09:30", "05:00"):
            assert needed in header(driver)
        if size == WIDE:
            assert "▻ next · in 25 min  Shared radar pictures  with Rajnath Singh  New Delhi" in header(driver)


async def test_a_minute_later_the_screen_says_so_and_nothing_else_moves(day: Path) -> None:
    clock = Hands("2023-11-10T09:05")
    async with started(day, title=TITLE, now=clock) as driver:
        await driver.press("3", "G")
        await driver.sees("in 25 min")
        before = driver.view
        clock.turn("2023-11-10T09:06")
        desk(driver).tick()
        await driver.sees("in 24 min")
        assert "in 24 min" in header(driver)
        assert (driver.view, driver.focused) == (before, "timeline")
        clock.turn("2023-11-10T09:30")
        desk(driver).tick()
        await driver.sees("1 h 30 min left")


async def test_nothing_is_drawn_where_no_text_has_changed(day: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Hands("2023-11-07T09:05")
    async with started(day, title=TITLE, now=clock) as driver:
        await driver.pilot.pause(0.2)
        drawn: list[object] = []
        monkeypatch.setattr(driver.app, "_display", lambda *what: drawn.append(what))
        clock.turn("2023-11-07T09:06")
        desk(driver).tick()
        await driver.pilot.pause(0.3)
        assert drawn == []
        clock.turn("2023-11-10T09:30")
        desk(driver).tick()
        await driver.pilot.pause(0.3)
        assert drawn != []


async def test_one_timer_runs_and_only_while_something_is_ahead(day: Path) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T09:05")) as driver:
        await driver.until(lambda: desk(driver)._timer is not None)
        first = desk(driver)._timer
        desk(driver).tick()
        assert desk(driver)._timer is not first
        await driver.press("J")
        await driver.until(lambda: driver.title == OTHER)
        await driver.until(lambda: desk(driver)._timer is None)
        assert "►" not in driver.screen()


async def test_the_timer_goes_off_with_the_minute(day: Path) -> None:
    clock = Hands("2023-11-10T09:05:59")
    async with started(day, title=TITLE, now=clock) as driver:
        await driver.until(lambda: desk(driver)._timer is not None)
        clock.turn("2023-11-10T09:06")
        await driver.until(lambda: "in 24 min" in header(driver))


@pytest.mark.parametrize("size", SIZES)
async def test_full_stop_goes_to_what_is_under_way_or_next(day: Path, size: tuple[int, int]) -> None:
    clock = Hands("2023-11-01T09:05")
    async with started(day, size, title=TITLE, now=clock) as driver:
        await driver.press("2", "b", "full_stop")
        assert (driver.view, driver.focused) == (View("timeline", 1), "timeline")
        clock.turn("2023-11-10T11:10")
        desk(driver).tick()
        await driver.press("full_stop")
        assert (driver.view, driver.focused) == (View("agenda", 1), "agenda")
        clock.turn("2023-12-10T11:10")
        desk(driver).tick()
        await driver.press("full_stop")
        await driver.sees("Nothing of this brief is")


# The dial


def level(driver: Driver) -> str:
    if not isinstance(driver.app.screen, Dial):
        return "everything"
    text = "\n".join(line.plain for line in driver.app.screen.query_one(Prose)._lines)
    return "thirty" if "Opposite" in text else "two" if "then in" in text else "?"


@pytest.mark.parametrize(
    ("key", "levels"), [("z", ["thirty", "two", "everything"]), ("Z", ["two", "thirty", "everything"])]
)
async def test_the_dial_turns_both_ways(day: Path, key: str, levels: list[str]) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T09:40")) as driver:
        for expected in levels:
            await driver.press(key)
            await driver.until(lambda expected=expected: level(driver) == expected)  # type: ignore[misc]


@pytest.mark.parametrize(("forward", "back"), [("right", "left"), ("l", "h")])
async def test_topics_are_walked_and_the_last_one_shown_is_where_one_stands(day: Path, forward: str, back: str) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T09:40")) as driver:
        await driver.press("z")
        await driver.sees("They ask")
        await driver.press(forward)
        await driver.sees("2 of 3")
        assert driver.view == View("agenda", 1)
        await driver.press(forward, forward)
        await driver.sees("3 of 3")
        await driver.press(back)
        await driver.sees("Two crates a month")
        await driver.press("full_stop")
        await driver.sees("1 of 3")
        await driver.press(forward, "escape")
        await driver.until(lambda: level(driver) == "everything")
        assert (driver.view, driver.focused) == (View("agenda", 1), "agenda")


async def test_from_elsewhere_the_dial_begins_at_the_topic_that_is_now(day: Path) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T11:10")) as driver:
        await driver.press("1", "z")
        await driver.sees("2 of 3")


async def test_the_dial_begins_at_the_next_topic_though_an_event_comes_before(day: Path) -> None:
    (day / "day.yaml").write_text(
        DAY.replace("  - topic: Any other", "  - when: 2023-11-10T15:00\n    topic: Any other")
    )
    async with started(day, title=TITLE, now=Hands("2023-11-10T12:00")) as driver:
        assert driver.view == View("timeline", 2)
        await driver.press("z")
        await driver.sees("3 of 3")
        await driver.press("left", "left", ".")
        await driver.sees("3 of 3")


async def test_two_seconds_alone_leave_the_selection_alone(day: Path) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T11:10")) as driver:
        await driver.press("1", "Z")
        await driver.sees("► NOW")
        await driver.press("q")
        await driver.until(lambda: level(driver) == "everything")
        assert (driver.view, driver.focused) == (View("officials", 0), "officials")


async def test_only_what_does_not_fit_is_scrolled(day: Path) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T11:10")) as driver:
        await driver.press("z", "j", "pagedown", "G")
        assert driver.app.screen.query_one(Prose).scroll_offset.y == 0
        await driver.pilot.resize_terminal(*SMALL)
        await driver.press("h", "G")
        await driver.until(lambda: driver.app.screen.query_one(Prose).scroll_offset.y > 0)
        await driver.sees("Rajnath Singh")


async def test_the_words_of_a_search_stay_marked(day: Path) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T09:40")) as driver:
        await driver.search("patrol")
        await driver.press("enter")
        await driver.press("z")
        await driver.sees("already patrol the same")
        ink = driver.book.query_one("#detail", Prose).ink["hit"]
        marked = [
            line.plain[span.start : span.end]
            for line in driver.app.screen.query_one(Prose)._lines
            for span in line.spans
            if isinstance(span.style, Style) and span.style.bgcolor == ink.bgcolor
        ]
        assert marked == ["patrol"]


async def test_the_dial_follows_the_clock_and_the_file(day: Path) -> None:
    clock = Hands("2023-11-10T09:40")
    async with started(day, title=TITLE, now=clock) as driver:
        await driver.press("z")
        await driver.sees("since 10 min")
        clock.turn("2023-11-10T09:41")
        desk(driver).tick()
        await driver.sees("since 11 min")
        (day / "day.yaml").write_text(DAY.replace("agenda:\n", "agenda:\n  - A new first topic\n"))
        driver.reader.action_refresh_library()
        await driver.sees("2 of 4")
        assert "Shared radar pictures" in driver.screen()


async def test_a_brief_without_topics(day: Path) -> None:
    write_library(day, {"bio.yaml": "title: Amina Yusuf\nkind: bio\ndate: 2024\n"})
    async with started(day, title="Amina Yusuf", now=Hands("2023-11-10T09:40")) as driver:
        await driver.press("z")
        await driver.sees("No topics in this brief.")
        await driver.press("right", "full_stop", "z")
        await driver.sees("Nothing of this brief is under way or ahead.")


@pytest.mark.parametrize("size", [*SIZES, SMALL])
@pytest.mark.parametrize(("name", "key"), [("thirty", "z"), ("two", "Z")])
async def test_the_dial_looks_as_kept(day: Path, size: tuple[int, int], name: str, key: str) -> None:
    async with started(day, size, title=TITLE, now=Hands("2023-11-10T09:40")) as driver:
        await driver.press(key)
        await compare(f"dial-{name}", size, driver)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "key"), [("now", "2"), ("behind", "s")])
async def test_now_and_sources_look_as_kept(day: Path, size: tuple[int, int], name: str, key: str) -> None:
    async with started(day, size, title=TITLE, now=Hands("2023-11-10T09:40")) as driver:
        await driver.press("2", key)
        await compare(name, size, driver)


# The blank page


async def blanked(driver: Driver) -> None:
    await driver.until(lambda: isinstance(driver.app.screen, Blank))
    assert driver.screen().strip() == "$ ▏"


@pytest.mark.parametrize("key", ["B", "ctrl+l"])
@pytest.mark.parametrize("size", SIZES)
async def test_one_key_blanks_and_any_key_then_enter_brings_it_back(day: Path, size: tuple[int, int], key: str) -> None:
    async with started(day, size, title=TITLE, now=Hands("2023-11-10T09:40")) as driver:
        await driver.press("3", "j")
        before = (driver.screen(), driver.view, driver.focused)
        await driver.press(key)
        await blanked(driver)
        await driver.press("x")
        assert driver.screen().split() == ["$", "▏", "enter"]
        await driver.press("q", "ctrl+p", "ctrl+q", "slash", "J", key)
        assert isinstance(driver.app.screen, Blank)
        await driver.press("enter")
        await driver.until(lambda: not isinstance(driver.app.screen, Blank))
        assert (driver.screen(), driver.view, driver.focused) == before


async def test_enter_alone_brings_nothing_back(day: Path) -> None:
    async with started(day, title=TITLE) as driver:
        await driver.press("B", "enter")
        assert isinstance(driver.app.screen, Blank)
        await driver.press("enter")
        await driver.until(lambda: not isinstance(driver.app.screen, Blank))


async def test_it_blanks_while_one_types(day: Path) -> None:
    async with started(day, title=TITLE) as driver:
        await driver.search("radar")
        await driver.press("ctrl+l")
        await blanked(driver)
        await driver.press("x", "enter")
        await driver.until(lambda: not isinstance(driver.app.screen, Blank))
        assert (driver.focused, driver.reader.query_one("#bar", Input).value) == ("bar", "radar")
        await driver.press("B")
        assert driver.reader.query_one("#bar", Input).value == "radarB"


@pytest.mark.parametrize("keys", [["a"], ["x"], ["question_mark"], ["z"], ["colon"]])
async def test_it_blanks_above_every_other_screen(day: Path, keys: list[str]) -> None:
    async with started(day, title=TITLE) as driver:
        await driver.press("2", *keys)
        below = driver.app.screen
        await driver.press("ctrl+l")
        await blanked(driver)
        await driver.press("x", "enter")
        await driver.until(lambda: driver.app.screen is below)


async def test_what_was_being_written_is_there_again(day: Path) -> None:
    async with started(day, title=TITLE) as driver:
        await driver.press("2", "a", *"hi", "ctrl+l")
        await blanked(driver)
        await driver.press("x", "enter", "t")
        assert driver.app.screen.query_one(TextArea).text == "hit"


async def test_what_goes_on_behind_it_draws_nothing(day: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Hands("2023-11-10T09:05")
    async with started(day, title=TITLE, now=clock) as driver:
        await driver.press("B")
        await blanked(driver)
        await driver.pilot.pause(0.2)
        drawn: list[object] = []
        with monkeypatch.context() as patch:
            patch.setattr(driver.app, "_display", lambda *what: drawn.append(what))
            clock.turn("2023-11-10T09:31")
            desk(driver).tick()
            (day / "day.yaml").write_text(DAY.replace("Any other business", "A surprise"))
            driver.reader.action_refresh_library()
            await driver.until(
                lambda: (
                    driver.book.opened and driver.book.opened.brief and "A surprise" in str(driver.book.opened.brief)
                )
            )
            await driver.pilot.pause(0.2)
        assert drawn == []
        await driver.press("x", "enter")
        await driver.sees("A surprise")
        await driver.sees("► now")


async def test_nothing_opens_above_it(day: Path) -> None:
    """A note that could not be kept goes back to where it is typed; but not before one is there again."""
    async with started(day, title=TITLE) as driver:
        await driver.press("2", "a", "escape", "B")
        await blanked(driver)
        from briefterm.personal.notes import Note

        driver.reader.post_message(Told("notes", NoteKept(Note("day", "secret"), "disk full")))
        await driver.pilot.pause(0.2)
        assert isinstance(driver.app.screen, Blank)
        await driver.press("x", "enter")
        await driver.until(lambda: isinstance(driver.app.screen, NoteEditor))


@pytest.mark.parametrize("size", SIZES)
async def test_the_blank_page_looks_as_kept(day: Path, size: tuple[int, int]) -> None:
    async with started(day, size, title=TITLE) as driver:
        await driver.press("B")
        await blanked(driver)
        await compare("blank", size, driver)


async def test_the_dial_names_only_keys_that_do_something(day: Path) -> None:
    async with started(day, title=TITLE, now=Hands("2023-11-10T09:40")) as driver:
        await driver.press("z")
        await driver.sees("→ topic")
        await driver.press("z")
        await driver.sees("► NOW")
        assert "→ topic" not in driver.screen()
        assert ". now" not in driver.screen()
