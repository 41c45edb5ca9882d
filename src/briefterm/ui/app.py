"""The Textual application: keys and themes, one screen, and an end that leaves the terminal as it was."""

import asyncio
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.events import DescendantFocus, Event, Key
from textual.screen import Screen
from textual.widgets import Input, TextArea

from briefterm.clock import Clock
from briefterm.ui import keyboard
from briefterm.ui.allocator import keep_little
from briefterm.ui.commands import UNPRESSED, Place, bindings, shown_key
from briefterm.ui.counting import Counting
from briefterm.ui.held import Held
from briefterm.ui.lighter import lighten
from briefterm.ui.looks import TERMINAL_DARK, is_colourless
from briefterm.ui.opening import Opening
from briefterm.ui.preferences import Preferences
from briefterm.ui.screens.reader import Reader
from briefterm.ui.theme import HOUSE_DARK, THEMES, theme_of, variables
from briefterm.ui.welcome import WELCOME, Welcome
from briefterm.ui.widgets.inked import LINEAR

if TYPE_CHECKING:
    from rich.console import RenderableType

    from briefterm.archive import Archive
    from briefterm.personal.session import Session
    from briefterm.ui.palette import Palette


CLOCK = Clock()
_PATIENCE = 8.0  # seconds: notes are written meanwhile


def _palette() -> type["Palette"]:
    from briefterm.ui.palette import Palette

    return Palette


class BrieftermApp(App[None]):
    """One library on one screen. `now` is the reader's clock, with its zone."""

    CSS_PATH = "briefterm.tcss"
    TITLE = "briefterm"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {_palette}  # noqa: RUF012 - as the base class has it
    COMMAND_PALETTE_BINDING: ClassVar[str] = UNPRESSED
    """Its key is in the registry, as all are: what that shows is another thing in the linear mode."""
    DEFAULT_MODE = "library-0"
    """A mode a library: its reader, and what is open above it."""
    ANIMATION_LEVEL: ClassVar[str] = "none"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.EVERYWHERE)]
    _themed = False
    """Whether the theme is the one wanted: Textual asks for colours before it can be."""

    def __init__(
        self,
        archive: "Archive",
        *,
        path: str = "",
        start: str = "",
        now: Callable[[], datetime] = CLOCK.now,
        preferences: Preferences | None = None,
        typed: bytes = b"",
        session: "Session | None" = None,
        welcome: Welcome = WELCOME,
    ) -> None:
        lighten()
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self._archive = archive
        self._path = path
        self._start = start
        self._now = now
        self._typed = typed
        self._blank: Screen[None] | None = None
        self._unseen: list[Callable[[], object]] = []
        self._counting = Counting(self)
        self.held = Held(self.on_event, self._has_the_next_wait)
        self._session = session
        self._left = False
        self._libraries = 0
        self.newcomer = welcome.newcomer
        """Whether this is the person's very first launch, to be shown around."""
        self._greeting = welcome.said
        self.unkept = ""
        """Why where the reader was could not be kept, once the app has ended."""
        for house in THEMES:
            self.register_theme(house)
        self.preferences = preferences or Preferences()
        self.set_class(self.preferences.linear, LINEAR, update=False)
        self._take(self.preferences)
        self._themed = True
        self.theme = self._wanted

    def get_default_screen(self) -> Screen[Any]:
        """Return the reader of the first library. As a mode it would have its styles worked out twice."""
        return self._reader()

    def _reader(self) -> Reader:
        opening = Opening(
            path=self._path,
            search=self._start,
            session=self._session,
            notice=self.preferences.notice,
            greeting=self._greeting,
        )
        return Reader(self._archive, opening, now=self._wall_clock, moment=self._now)

    def open_library(self, archive: "Archive", session: "Session | None", said: str) -> None:
        """Show another library where it was left, in place of the one open, and say something there.

        Where one is in that is kept; its reader ends with all its workers.
        """
        reader = self.screen_stack[0]
        unkept = reader.leave() if isinstance(reader, Reader) else ""
        self._archive, self._session, self._path, self._start = archive, session, "", ""
        self._greeting = f"{said} · {unkept}" if unkept else said
        self.newcomer = False
        if isinstance(reader, Reader):
            reader.retire(self._replace_reader)

    def _replace_reader(self) -> None:
        self.screen_stack[0].pop_until_active()
        before = self.current_mode
        if before == self.DEFAULT_MODE:
            self.add_mode(before, self._reader)  # only what has been added can be removed
        self._libraries += 1
        self.add_mode(f"library-{self._libraries}", self._reader)
        self.switch_mode(f"library-{self._libraries}")
        self.remove_mode(before)

    def exit(self, result: None = None, return_code: int = 0, message: "RenderableType | None" = None) -> None:
        """Keep where the reader is, and end."""
        reader = self.screen_stack[0] if self.screen_stack else None
        if isinstance(reader, Reader) and reader.is_mounted and not self._left:
            self._left = True
            self.unkept = reader.leave()
        super().exit(result, return_code, message)

    def _wall_clock(self) -> datetime:
        return self._now().replace(tzinfo=None)

    def use(self, preferences: Preferences) -> None:
        """Take other keys and themes. A theme chosen meanwhile stays, unless another is wanted than was."""
        before, self.preferences = self.preferences, preferences
        self._take(preferences)
        if preferences.theme != before.theme:
            self.theme = self._wanted
        self.mutate_reactive(App.theme)

    def tell_terminal(self, sequence: str) -> None:
        """Write a control sequence."""
        if self._driver is not None:
            self._driver.write(sequence)

    def _take(self, preferences: Preferences) -> None:
        for own in preferences.themes:
            self.register_theme(theme_of(own))
        self.set_keymap(preferences.keymap.overlay)

    @property
    def _wanted(self) -> str:
        """The theme that is wanted; without colours it is the terminal's own at all events."""
        return TERMINAL_DARK if self.no_color else self.preferences.theme.name

    def get_css_variables(self) -> dict[str, str]:
        """Give every theme the colours our styles use, legible."""
        generated = super().get_css_variables()
        own = variables(self.current_theme, generated) if self._themed else HOUSE_DARK
        self.theme_variables = generated | own
        return self.theme_variables

    def _has_the_next_wait(self, event: Key) -> bool:
        return self._goes_to_a_result(event) or self._turns_to_a_name(event)

    def _turns_to_a_name(self, event: Key) -> bool:
        """Whether a key opens the export, or goes to the name in it."""
        keys = self.preferences.keymap.keys
        if event.key not in (*keys("brief.export"), *keys("export.next")) or isinstance(self.focused, TextArea):
            return False
        if isinstance(self.focused, Input) and event.is_printable:
            return False
        bound = self.screen.active_bindings.get(event.key)
        return bound is not None and bound.enabled and bound.binding.id in ("brief.export", "export.next")

    def _goes_to_a_result(self, event: Key) -> bool:
        typing = self.focused is not None and self.focused.id == "bar"
        return typing and event.key in self.preferences.keymap.keys("results.go")

    async def on_event(self, event: Event) -> None:
        """Take in a key that has to wait, or belongs to a count; all else goes where it always goes."""
        if isinstance(event, Key) and not event.is_forwarded and await self._waits(event):
            return
        await super().on_event(event)

    async def _waits(self, event: Key) -> bool:
        return self.held.takes(event) or await self._counting.takes(event)

    async def on_key(self, event: Key) -> None:
        """Run a key with the count that was typed before it, in place of what it does without."""
        if await self._counting.hears(event):
            event.prevent_default()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """In the linear mode, put the terminal's cursor where one types, once that has its place on the screen."""
        if self.has_class(LINEAR) and hasattr(event.widget, "cursor_screen_offset"):
            self.call_after_refresh(self._follow, event.widget)

    def _follow(self, widget: Any) -> None:
        if widget.has_focus:
            self.cursor_position = widget.cursor_screen_offset
            widget.refresh()

    def action_count(self) -> None:
        """Begin a count, whatever its first digit."""
        self._counting.begin()

    def on_mount(self) -> None:
        """End in order when the system asks for it; take in keys that were pressed before."""
        if self._typed:
            self.call_after_refresh(self._type_ahead)
        self.app_resume_signal.subscribe(self, self._repaint)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self._end, 128 + number)
            except (NotImplementedError, RuntimeError):  # not on this system, or not in this thread
                return

    def action_help_quit(self) -> None:
        """Say how to leave to whoever tries ctrl+c."""
        reader = self.screen_stack[0]
        if isinstance(reader, Reader):
            reader.action_help_quit()

    def action_blank(self) -> None:
        """Cover everything with an empty page, until a key and then enter are pressed."""
        from briefterm.ui.screens.blank import Blank

        if self._blank is None:
            self._blank = Blank()
            self.push_screen(self._blank, lambda _: self._uncover())

    def _uncover(self) -> None:
        self._blank = None
        unseen, self._unseen = self._unseen, []
        for do in unseen:
            do()

    def when_seen(self, do: Callable[[], object]) -> None:
        """Do what may open a screen: now, or where the screen is blank once it is not any more."""
        if self._blank is None:
            do()
        else:
            self._unseen.append(do)

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens seen through the one on top: none where it covers all, so that they draw nothing.

        Textual counts the one below as seen in any case, and draws the top one again with each of its changes.
        """
        stack = self.screen_stack
        return [] if stack and stack[-1].styles.background.a == 1 else super()._background_screens

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave every key to the empty page while it covers the screen, and letters to what is being typed in."""
        if action == "help_here" and (
            getattr(self.focused, "value", False) or getattr(self.screen, "HERE", ()) is None
        ):
            return False
        if action == "jump" and isinstance(self.focused, Input | TextArea):
            return False
        return self._blank is None

    def action_jump(self) -> None:
        """Go to anything that can be seen on the screen on top by two letters."""
        from briefterm.ui import jumping

        screen = self.screen
        say: Callable[[str], object] = getattr(screen, "say", lambda _: None)
        jumping.label(screen, partial(jumping.land, screen), say)

    def action_help_here(self) -> None:
        """Show all keys, first those of the screen on top: its `HERE` are their places, the nearest first.

        Before them comes the `PLACE` of what has the keys, where that is one of its own.
        """
        from briefterm.ui.screens.help import Help

        places: tuple[Place, ...] = getattr(self.screen, "HERE", ())
        nearest: Place | None = getattr(self.focused, "PLACE", None)
        self.push_screen(Help((nearest, *(place for place in places if place is not nearest)) if nearest else places))

    def _end(self, status: int) -> None:
        """End in order; at all events, where a terminal that has gone holds that up."""
        last_resort = threading.Timer(_PATIENCE, os._exit, (status,))
        last_resort.daemon = True
        last_resort.start()
        self.exit(None, status)

    def _repaint(self, _: object) -> None:
        """Draw everything: the terminal has been somebody else's."""
        if self.has_class(LINEAR):
            from briefterm.ui.linear_mode import SHOW

            self.tell_terminal(SHOW)
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.walk_children():
                widget.refresh()

    def _type_ahead(self) -> None:
        from textual._xterm_parser import XTermParser

        if self._driver is not None:
            for event in XTermParser().feed(self._typed.decode("utf-8", "replace")):
                self._driver.process_message(event)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer every command of the registry in the palette, each with the first of its keys."""
        for command in self.preferences.keymap.commands:
            if command.palette and command.id != "app.palette":
                key = shown_key(command.keys[0]) if command.keys else ""
                yield SystemCommand(command.title, key, self._runner(command.action))

    def _fatal_error(self) -> None:
        """End without showing what was being read: the report goes into the log folder, its path to the terminal."""
        from rich.text import Text

        from briefterm.brief.safe import safe_line
        from briefterm.ui import crash

        now = datetime.now()
        text = crash.report(self._exception or sys.exc_info()[1] or RuntimeError(), now)
        try:
            said = f"briefterm has failed; what happened is in {crash.keep(text, now)}"
        except OSError:
            said = f"briefterm has failed, and its report cannot be kept:\n{text}"
        self._exit_renderables.append(Text(said if "\n" in said else safe_line(said), no_wrap=True, overflow="ignore"))
        self._close_messages_no_wait()

    def _runner(self, action: str) -> Callable[[], None]:
        def run() -> None:
            self.call_later(self.run_action, action)

        return run


def launch(
    archive: "Archive",
    path: str = "",
    start: str = "",
    *,
    clock: Clock = CLOCK,
    preferences: Preferences | None = None,
    typed: bytes = b"",
    session: "Session | None" = None,
    welcome: Welcome = WELCOME,
) -> int:
    """Run the app on a brief, with the query `start` or where a session was left, and return its exit status.

    `welcome` is how it begins. `clock` is the reader's. `typed` are keys that were pressed before it could read them.
    A terminal without colours is one where nobody wants any, to Textual and to what is started from here.
    Garbage is not collected before the first screen stands.
    """
    gc.disable()
    keep_little()
    keyboard.guard()
    if is_colourless(os.environ):
        os.environ.setdefault("NO_COLOR", "1")
    app = BrieftermApp(
        archive,
        path=path,
        start=start,
        now=clock.now,
        preferences=preferences,
        typed=typed,
        session=session,
        welcome=welcome,
    )
    app.run()
    if app.unkept:
        from briefterm.brief.safe import safe_line

        print(f"briefterm: {safe_line(app.unkept)}", file=sys.stderr)
    return app.return_code or 0
