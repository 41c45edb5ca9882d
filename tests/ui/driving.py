"""Driving the app in tests: started on a library that is already indexed, with a fixed day and waits that end."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from briefterm.archive import Archive
from briefterm.personal import session
from briefterm.ui import sitting
from briefterm.ui.app import BrieftermApp
from briefterm.ui.book import Book
from briefterm.ui.preferences import Preferences
from briefterm.ui.screens.reader import Reader
from briefterm.ui.view import View
from briefterm.ui.welcome import WELCOME, Welcome
from briefterm.ui.widgets.prose import Prose
from briefterm.ui.widgets.row_list import RowList

NOW = datetime(2023, 11, 9, 12, 0)
WIDE, MIDDLE, NARROW = (160, 45), (100, 30), (60, 20)
USUAL, LEAST = (80, 24), (40, 15)
EVERY_SIZE = [WIDE, MIDDLE, USUAL, NARROW, LEAST]
PATIENCE = 20.0


class Driver:
    """A running app, and what can be seen of it."""

    def __init__(self, app: BrieftermApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reader(self) -> Reader:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, Reader)
        return screen

    @property
    def book(self) -> Book:
        return self.reader.query_one(Book)

    @property
    def view(self) -> View:
        return self.book.view

    @property
    def indexed(self) -> bool:
        progress = self.reader._progress
        return progress is not None and progress.done

    @property
    def title(self) -> str:
        opened = self.book.opened
        return opened.brief.title if opened and opened.brief else ""

    @property
    def focused(self) -> str:
        return (self.app.focused.id if self.app.focused else "") or ""

    def rows(self, pane: str) -> RowList:
        return self.reader.query_one(f"#{pane}", RowList)

    def detail(self) -> str:
        return "\n".join(line.plain.rstrip() for line in self.reader.query_one("#detail", Prose)._lines)

    def screen(self) -> str:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until `holds`, or fail with the screen as it is."""
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while not holds():
            if asyncio.get_running_loop().time() > deadline:
                raise AssertionError(f"waited in vain {what}\n{self.screen()}")
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    async def sees(self, text: str) -> None:
        await self.until(lambda: text in self.screen(), f"for {text!r}")

    async def search(self, text: str) -> None:
        """Open the bar, type `text`, and wait for its results."""
        await self.press("slash")
        self.reader.query_one("#bar", Input).value = text
        await self.until(
            lambda: (
                self.reader._search._searching.text == text and self.reader.query_one("#results", RowList).current == 0
            )
        )


@asynccontextmanager
async def started(
    library: Path,
    size: tuple[int, int] = WIDE,
    *,
    path: str = "",
    title: str = "",
    start: str = "",
    indexed: bool = True,
    unkept: str = "",
    now: Callable[[], datetime] = lambda: NOW.replace(tzinfo=UTC),
    preferences: Preferences | None = None,
    resume: bool = False,
    welcome: Welcome = WELCOME,
) -> AsyncIterator[Driver]:
    """Run the app on `library` until the brief called `title` is open; with `resume`, where it was left.

    `now` is its clock, with a zone.
    """
    archive = Archive.of(library).in_memory(unkept) if unkept else Archive.of(library)
    if indexed and not unkept:
        archive.refresh(lambda _: None)
    left = session.load(sitting.file_of(library), library) if resume else None
    app = BrieftermApp(archive, path=path, start=start, now=now, preferences=preferences, session=left, welcome=welcome)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        if title:
            await driver.until(lambda: driver.title == title, f"for the brief {title!r}")
        await driver.until(lambda: driver.indexed, "for the index")
        yield driver
