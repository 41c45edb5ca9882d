"""Every key in every place does what footer, borders and help promise there, and no other key does a thing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from textual.widgets import Input, TextArea

from briefterm.paths import bookmarks_folder, notes_folder, shipped_briefs
from briefterm.personal import notes
from briefterm.personal.notes import Note
from briefterm.personal.owners import name_of
from briefterm.ui.commands import COMMANDS, Command, Place, shown_key
from briefterm.ui.screens.help import Help
from briefterm.ui.screens.reader import Reader
from briefterm.ui.widgets.bars import Keys
from briefterm.ui.widgets.line_input import LineInput
from tests.support import write_library
from tests.ui import busy
from tests.ui.driving import WIDE, Driver, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
PRESSED = {
    ".": "full_stop", "/": "slash", "?": "question_mark", ":": "colon", "<": "less_than_sign", ">": "greater_than_sign",
    "[": "left_square_bracket", "]": "right_square_bracket", "(": "left_parenthesis", ")": "right_parenthesis",
    "+": "plus", "=": "equals_sign", "-": "minus", "{": "left_curly_bracket", "}": "right_curly_bracket",
    "!": "exclamation_mark", "'": "apostrophe", "#": "number_sign",
}  # fmt: skip
OF_TEXTUAL = {"scroll_left", "scroll_right", "scroll_up", "scroll_down", "page_up", "page_down", "focus_previous"}
"""What Textual does with keys of ours where there is something to scroll, or to go to: there is not."""
EVERY_KEY = sorted({key for command in COMMANDS for key in command.keys})


@dataclass(frozen=True)
class Standing:
    """A place that `keys` lead to, where the commands of `places` are promised, the nearest first.

    Where one `types`, letters are typed; what `sees` says stands on the screen by then. Not to leave it, `only` these
    keys are pressed: letters of a jump close it, and `?` the help.
    """

    name: str
    keys: tuple[str, ...]
    places: tuple[Place, ...]
    sees: str = ""
    types: bool = False
    only: tuple[str, ...] | None = None


READING = (Place.ANYWHERE,)
HELPED = tuple(key for key in EVERY_KEY if key != "?")
STANDINGS = (
    Standing("list", ("0",), (Place.LIST, *READING)),
    Standing("officials", ("1",), (Place.LIST, *READING)),
    Standing("agenda", ("2",), (Place.LIST, *READING)),
    Standing("timeline", ("3",), (Place.LIST, *READING)),
    Standing("detail", ("4",), (Place.TEXT, *READING)),
    Standing("background", ("b",), (Place.TEXT, *READING)),
    Standing("plain lines", ("v", "2"), (Place.LIST, *READING)),
    Standing("bar", ("/",), (Place.BAR, Place.ABOVE), "who:kishida", types=True),
    Standing("results", ("/", *"modi", "tab"), (Place.LIST, *READING), "Narrow"),
    Standing("facets", ("/", *"modi", "tab", "tab"), (Place.LIST, *READING), "Narrow"),
    Standing("note", ("2", "a"), (Place.NOTE,), types=True),
    Standing("export", ("x",), (Place.EXPORT, Place.LIST, Place.ABOVE), "Markdown"),
    Standing("themes", ("ctrl+t",), (Place.THEMES, Place.LIST, Place.ABOVE), "catppuccin"),
    Standing("jump", ("'",), (Place.JUMP,), only=()),
    Standing("folders", ("D",), (Place.LIBRARY, Place.ABOVE), "come with briefterm", types=True),
    Standing("bookmarks", ("F",), (Place.BOOKMARKS, Place.YOURS, Place.LIST, Place.ABOVE), "Bookmarks · 1"),
    Standing("recent", ("2", "u"), (Place.YOURS, Place.LIST, Place.ABOVE), "Recent briefs"),
    Standing("lost notes", ("L",), (Place.LOST, Place.YOURS, Place.LIST, Place.ABOVE), "has gone · 1"),
    Standing("dial", ("2", "z"), (Place.DIAL, Place.TEXT, Place.ABOVE)),
    Standing("dossier", ("1", "o"), (Place.LOOKUP, Place.LIST, Place.ABOVE), "OFFICES"),
    Standing("which", ("0", "o"), (Place.LOOKUP, Place.LIST, Place.ABOVE), "Whose dossier?"),
    Standing("related", ("R",), (Place.LOOKUP, Place.LIST, Place.ABOVE), "Related"),
    Standing("directory", ("O",), (Place.DIRECTORY, Place.ABOVE), "Blinken", types=True),
    Standing("times", ("T",), (Place.TIMES, Place.LIST, Place.ABOVE), "2023"),
    Standing("times narrowed", ("T", "/"), (Place.TIMES_BAR, Place.ABOVE), "any search", types=True),
    Standing("calendar", ("c",), (Place.CALENDAR, Place.ABOVE), "November 2023"),
    Standing("calendar narrowed", ("c", "/"), (Place.TIMES_BAR, Place.ABOVE), "any search", types=True),
    Standing("help", ("?",), (Place.HELP,), "Keys and help", types=True, only=HELPED),
)
ELSEWHERE = {
    ("ctrl+z", ("suspend_process", ())),
    ("tab", ("focus_next", ())),
    ("enter", ("submit", ())),
    ("pagedown", ("month", (1,))),
    ("pageup", ("month", (-1,))),
}
"""Keys that do the same elsewhere, where it is told: back to the shell, round what there is to go to, the end of a
line, and the months of a calendar also while it is narrowed.
"""
DAY = Standing("day", ("d",), (Place.DAY, Place.ABOVE), "by room")


@pytest.fixture(autouse=True)
def own_things(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bookmark, and a note whose brief has gone."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    owner = name_of(shipped_briefs())
    mark = Note("india-us-2plus2-2023", "", DIALOGUE, "agenda", "", "Military hardware cooperation", library=owner)
    notes.save(bookmarks_folder(), mark, datetime(2023, 11, 9, 10, 0))
    notes.save(notes_folder(), Note("talks", "Ring first.", "Coastal talks", library=owner), datetime(2022, 6, 1, 8, 0))


class Done:
    """What keys ask for, noted in place of being done: after each of them one is still where one was."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._asked: list[tuple[str, tuple[object, ...]]] = []
        driver.app._dispatch_action = self._note  # type: ignore[method-assign, assignment]

    async def _note(self, of: object, name: str, parameters: tuple[object, ...]) -> bool:
        if isinstance(of, Input | TextArea) and not isinstance(of, LineInput):
            return True
        if name in OF_TEXTUAL:
            return False
        self._asked.append((name, parameters))
        return True

    async def by(self, key: str) -> list[tuple[str, tuple[object, ...]]]:
        """Return what pressing a key asks for."""
        self._asked.clear()
        await self._driver.pilot.press(PRESSED.get(key, key))
        await self._driver.app.held.release()
        return list(self._asked)


def meant(driver: Driver, command: Command) -> tuple[str, tuple[object, ...]]:
    """Return the name of a command's action, and what it is given."""
    _, name, parameters = driver.app._parse_action(command.action, driver.app.screen)
    return name, parameters


def promised(standing: Standing) -> dict[str, Command]:
    """Return the command that each key is promised to run, the nearest place first."""
    found: dict[str, Command] = {}
    for place in (*standing.places, Place.EVERYWHERE):
        for command in COMMANDS:
            if command.place is place:
                for key in command.keys:
                    found.setdefault(key, command)
    return found


def named(driver: Driver) -> list[str]:
    """Return the keys that stand in the border of what is above the brief."""
    screen: Any = driver.app.screen
    if isinstance(screen, Reader) or not screen.children:
        return []
    known = {shown_key(key): key for key in EVERY_KEY}
    words = str(screen.children[0].border_subtitle or "").replace("·", " ").split()
    return [known[word] for word in words if word in known and not word.isdigit()]


async def go(driver: Driver, standing: Standing) -> None:
    for key in standing.keys:
        await driver.press(PRESSED.get(key, key))
    if not set(standing.places) & {Place.ANYWHERE, Place.BAR}:
        await driver.until(lambda: not isinstance(driver.app.screen, Reader))
    if standing.sees:
        await driver.sees(standing.sees)
    if standing.name in ("results", "facets"):
        await driver.until(lambda: driver.focused == standing.name, standing.name)


async def check(driver: Driver, standing: Standing) -> None:
    await go(driver, standing)
    wanted = promised(standing)
    footer = [command for bar in driver.app.screen.query(Keys) for command in bar._commands]
    border = named(driver)
    done = Done(driver)
    ours = {meant(driver, command) for command in COMMANDS}
    stray = {}
    for key in EVERY_KEY if standing.only is None else standing.only:
        asked = await done.by(key)
        command = wanted.get(key)
        if command is not None and (command.place is not Place.ABOVE or not standing.types or key == "?"):
            assert meant(driver, command) in asked[:1], f"{key} in {standing.name}: {asked}"
        elif (own := [one for one in asked if one in ours]) and (key, *own) not in ELSEWHERE:
            stray[key] = own
        for field in driver.app.screen.query(Input):
            field.value = ""
        for area in driver.app.screen.query(TextArea):
            area.text = ""
    assert not stray, f"keys that are told of nowhere in {standing.name}"
    for command in footer:
        assert any(wanted.get(key) and wanted[key].action == command.action for key in command.keys), command.id
    for key in border:
        assert key in wanted, f"{key} stands in the border of {standing.name}"


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda standing: standing.name)
async def test_keys_do_what_is_promised(standing: Standing) -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await check(driver, standing)


async def test_keys_do_what_is_promised_in_the_day(tmp_path: Any) -> None:
    now = datetime(2024, 3, 14, 10, 20, tzinfo=ZoneInfo("Europe/London"))
    folder = write_library(tmp_path / "library", busy.FILES)
    async with started(folder, WIDE, path="busy.yaml", title=busy.TITLE, now=lambda: now) as driver:
        await check(driver, DAY)


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda standing: standing.name)
async def test_the_help_begins_with_where_one_is(standing: Standing) -> None:
    async with started(shipped_briefs(), WIDE, title=DIALOGUE) as driver:
        await go(driver, standing)
        if "?" not in promised(standing) or standing.name == "help":
            return
        await driver.press("question_mark")
        await driver.until(lambda: isinstance(driver.app.screen, Help))
        await driver.sees("where you are")
        told = next(line for line in driver.screen().splitlines() if "where you are" in line)
        assert standing.places[0].value in told


def test_every_place_is_stood_in() -> None:
    assert {place for standing in (*STANDINGS, DAY) for place in standing.places} == set(Place) - {Place.EVERYWHERE}
