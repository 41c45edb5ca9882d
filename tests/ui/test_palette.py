"""The palette finds commands by their words, the best first, and forgives a slip."""

import pytest
from textual.command import CommandList
from textual.content import Content

from briefterm.paths import shipped_briefs
from briefterm.ui.commands import COMMANDS
from briefterm.ui.palette import best, fit
from tests.ui.driving import EVERY_SIZE, Driver, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
TITLES = [command.title for command in COMMANDS if command.palette]


OFFERED = [command.title for command in COMMANDS if command.palette and command.id != "app.palette"]


def found(query: str) -> list[str]:
    answers = best(query, TITLES)
    return sorted(answers, key=lambda title: -answers[title][0])


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("calender", "Calendar: months with the days that have events"),
        ("calnedar", "Calendar: months with the days that have events"),
        ("calen", "Calendar: months with the days that have events"),
        ("offcials", "Officials"),
        ("theme", "Colours: choose a theme"),
        ("Choose colours", "Colours: choose a theme"),
        ("bookmarsk", "Bookmark the selected item, or take that back"),
        ("exp", "Export this brief: Markdown, web page, calendar, cards, Word, PDF"),
    ],
)
def test_the_best_comes_first(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_letters_scattered_in_a_title_are_no_match() -> None:
    assert found("theme") == ["Colours: choose a theme"]
    assert found("zzqx") == []
    assert found("  : ") == []


def test_what_answers_is_marked() -> None:
    title = "Calendar: months with the days that have events"
    assert fit("evnts calendar", title)[1] == ((len(title) - 6, len(title)), (0, 8))


def offered(driver: Driver) -> list[str]:
    commands = driver.app.screen.query_one(CommandList)
    said = [commands.get_option_at_index(at).prompt for at in range(commands.option_count)]
    return [one.plain if isinstance(one, Content) else str(one) for one in said]


async def test_it_is_searched_while_typing_and_runs_what_was_found() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("colon")
        await driver.until(lambda: len(driver.app.screen_stack) == 2 and len(offered(driver)) == len(TITLES) - 1)
        await driver.press(*"calender")
        await driver.until(lambda: len(offered(driver)) == 2)
        assert offered(driver)[0].split(maxsplit=1) == ["c", "Calendar: months with the days that have events"]
        await driver.press("enter")
        await driver.sees("November 2023")


@pytest.mark.parametrize("size", EVERY_SIZE)
async def test_each_command_is_one_line_with_its_key_before_it(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("colon")
        await driver.until(lambda: len(driver.app.screen_stack) == 2 and len(offered(driver)) == len(TITLES) - 1)
        await driver.pilot.pause()
        shown = driver.app.screen.query_one(CommandList)
        assert shown.virtual_size.height == shown.option_count
        assert all(line.index(title) == 6 for line, title in zip(offered(driver), sorted(OFFERED), strict=True))
