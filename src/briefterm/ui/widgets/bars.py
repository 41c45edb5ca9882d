"""The lines above and below the panes: brand and search hint, the brief's heading, the tabs, the keys."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual.events import Click

from briefterm.ui.commands import Command
from briefterm.ui.keymap import key_of, written
from briefterm.ui.layout import cut, wrap
from briefterm.ui.widgets.inked import LINEAR, Inked

if TYPE_CHECKING:
    from briefterm.brief.model import Brief
    from briefterm.library.refresh import Progress
    from briefterm.locales import Locale
    from briefterm.ui.text.present import Moment

_BRAND = " briefterm "
_METER = 10
_GAP = 3  # cells before the first key and between the keys and what is said
_ALWAYS = 2  # the last commands of a footer: help and quit


class TopBar(Inked):
    """Brand, library, and how far indexing has come. Shown values are set by `update`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hint = ""
        self._progress: Progress | None = None
        self._notice = ""

    def update(self, *, briefs: int, progress: "Progress | None", notice: str) -> None:
        """Show how many briefs there are, what is still being read, and a word about it."""
        key = key_of(self.app, "search.open")
        self._hint = f"{key} search {briefs:,} brief{'' if briefs == 1 else 's'}" if briefs else f"{key} search"
        self._progress = progress
        self._notice = notice
        self.refresh()

    def render(self) -> Text:
        """Draw the line."""
        width = self.size.width
        brand = Text.assemble((_BRAND, self.ink["now"]), " ", (self._hint, self.ink["quiet"]))
        state = self._state()
        room = width - brand.cell_len - state.cell_len - 1
        if room <= 0 and self._notice:
            brand = brand[: len(_BRAND)]
            state = Text(cut(self._notice, max(10, width - brand.cell_len - 3)) + " ", self.ink["warn"])
            room = width - brand.cell_len - state.cell_len - 1
        return Text.assemble(brand, " " * max(1, room), state) if room > 0 else brand

    async def on_click(self, event: Click) -> None:
        """Open the search where its hint was clicked."""
        if 0 <= event.x - len(_BRAND) - 1 < cell_len(self._hint):
            await self.run_action("screen.search")

    def _state(self) -> Text:
        if self._notice:
            return Text(self._notice + " ", self.ink["warn"])
        progress = self._progress
        if progress is None or progress.done or not progress.total:
            return Text()
        part = min(1.0, (progress.catalogued + 4 * progress.indexed) / (5 * progress.total))
        filled = int(part * _METER)
        meter = "▰" * filled + "▱" * (_METER - filled)
        quiet = self.ink["quiet"]
        return Text.assemble(("indexing ", quiet), (meter, self.ink["accent"]), (f" {part:4.0%} ", quiet))


class BriefHeader(Inked):
    """What brief this is: marking, title, and the facts that date it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._brief: Brief | None = None
        self._note = ""
        self._problems = (0, 0)
        self._stale = ""
        self._present: Moment | None = None
        self._said = ""

    def show(self, brief: "Brief | None", note: str, problems: tuple[int, int], *, stale: str = "") -> None:
        """Show a brief's heading; `note` stands in its place where there is none. `problems`: errors, warnings.

        `stale` is said where the file cannot be read any more, and the brief is what it last held.
        """
        self._brief, self._note, self._problems, self._stale = brief, note, problems, stale
        self.refresh()

    def tell(self, present: "Moment | None") -> None:
        """Say what is under way or next, before the facts; nothing with None."""
        if present != self._present:
            self._present = present
            self.refresh()

    def mention(self, said: str) -> None:
        """Say something among the facts of the brief, until something else is said."""
        if said != self._said:
            self._said = said
            self.refresh()

    def render(self) -> Text:
        """Draw two lines."""
        width = max(10, self.size.width - 1)
        from briefterm.ui.text.marking import marked

        brief = self._brief
        if brief is None:
            return Text.assemble(" ", (cut(self._note, width - 1), self.ink["quiet"]))
        marking = Text.assemble(marked(brief.marking, self.ink), " ") if brief.marking else Text()
        room = width - 1 - marking.cell_len
        first = Text.assemble(" ", marking, (cut(brief.title, room), self.ink["strong"]))
        if self.app.has_class(LINEAR):
            from briefterm.ui.text.plain import spoken

            return spoken(first)
        if self._stale:
            said = cut(f" {self._stale}", width)
            return Text.assemble(first, "\n", (said, self.ink["error"]))
        told = self._telling(width - 1)
        key = key_of(self.app, "text.problems")
        already = {fact for fact, _ in told}
        facts = [
            fact for fact in _facts(brief, self._problems, self._said, key, self.ink.locale) if fact[0] not in already
        ]
        second = Text(" ")
        for number, (fact, ink) in enumerate([*told, *facts]):
            gap = "  " if number else ""
            part = Text.assemble(gap, (fact, self.ink.get(ink, "")))
            room = width - second.cell_len - len(gap)
            if part.cell_len - len(gap) > room:
                break
            second.append_text(part)
        return Text.assemble(first, "\n", second)

    def _telling(self, room: int) -> list[tuple[str, str]]:
        """What is under way or next, in as much room."""
        if self._present is None:
            return []
        from briefterm.ui.text.heading import told_in

        return told_in(self._present, room)


def _facts(brief: "Brief", problems: tuple[int, int], said: str, key: str, locale: "Locale") -> list[tuple[str, str]]:
    errors, warnings = problems
    wrong = errors + warnings
    more = " …" if len(brief.countries) > 4 else ""
    countries = ", ".join(locale.country(code) for code in brief.countries[:4]) + more
    facts = [
        (locale.date(brief.date), "date"),
        (f"{wrong} problem{'' if wrong == 1 else 's'} ({key})" if wrong else "", "error" if errors else "warn"),
        (said, "accent"),
        (brief.kind, "quiet"),
        (locale.place(brief.place), "quiet"),
        (brief.status, "quiet"),
        (f"as of {locale.date(brief.as_of)}" if brief.as_of else "", "quiet"),
        (countries, "quiet"),
    ]
    return [fact for fact in facts if fact[0]]


class Tabs(Inked):
    """The panes' names on one line, where only one pane fits the screen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tabs: Sequence[tuple[str, str]] = ()
        self._current = ""

    def show(self, tabs: Sequence[tuple[str, str]], current: str) -> None:
        """Show `tabs`, pairs of pane and title, with `current` marked."""
        self._tabs, self._current = tabs, current
        self.refresh()

    def render(self) -> Text:
        """Draw the line."""
        line = Text(" ")
        for pane, shown in self._shown():
            line.append(f" {shown} ", self.ink["now" if pane == self._current else "quiet"])
        return line

    def _shown(self) -> Iterator[tuple[str, str]]:
        """Yield each pane and what stands for it: its title, or where all have no room, the number of it."""
        whole = sum(cell_len(title) + 2 for _, title in self._tabs) < self.size.width
        for pane, title in self._tabs:
            yield pane, title if whole or pane == self._current else title.partition(" ")[0]

    async def on_click(self, event: Click) -> None:
        """Go to the pane that was clicked."""
        at = 1
        for pane, shown in self._shown():
            at += cell_len(shown) + 2
            if event.x < at:
                await self.run_action(f"screen.pane('{pane}')")
                return


class Keys(Inked):
    """The footer: the keys that matter where one stands."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._commands: Sequence[Command] = ()
        self._said = ""
        self._pending = ""
        self._awaits = ""

    def show(self, commands: Sequence[Command], said: str = "") -> None:
        """Show the `commands` that fit, and something said at the right."""
        if (commands, said) != (self._commands, self._said):
            self._commands, self._said = commands, said
            self.refresh()

    def say(self, said: str) -> None:
        """Say something beside the same commands."""
        self.show(self._commands, said)

    def pend(self, typed: str, awaits: str = "") -> None:
        """Show what is `typed` of something that takes several keys, in place of what was said.

        What it `awaits` is said where that leaves half of the line to the keys.
        """
        if (typed, awaits) != (self._pending, self._awaits):
            self._pending, self._awaits = typed, awaits
            self.refresh()

    def render(self) -> Text:
        """Draw the line."""
        width = self.size.width
        if not self._commands:
            return self._told(width)
        said = self._telling
        line = Text(" ")
        for command in self._fitting(width - said.cell_len - _GAP):
            line.append(written(self.app, command.keys[0]), self.ink["key"])
            line.append(f" {command.footer}  ", self.ink["quiet"])
        line.rstrip()
        return Text.assemble(line, " " * max(0, width - line.cell_len - said.cell_len), said)

    def _told(self, width: int) -> Text:
        """What is said, in as many lines as there are: where there are no keys it has all the room."""
        pending = f"{self._pending} … {self._awaits}".rstrip()
        lines = wrap(Text(pending if self._pending else self._said), max(1, width))
        room = max(1, self.size.height)
        if len(lines) > room:
            lines[room - 1] = Text(cut(f"{lines[room - 1].plain} …{' ' * width}".rstrip(), width))
        return Text("\n").join(lines[:room])

    @property
    def _telling(self) -> Text:
        """What is said, or typed so far: all of it where the line is long enough, whatever keys make way."""
        if self._pending:
            short, rest = f"{self._pending} … ", f"{self._awaits} " if self._awaits else ""
            fits = cell_len(short + rest) <= self.size.width // 2
            return Text.assemble((short, self.ink["now"]), (rest if fits else "", self.ink["quiet"]))
        return Text(f"{cut(self._said, self.size.width - 2)} " if self._said else "", self.ink["quiet"])

    def _fitting(self, width: int) -> list[Command]:
        """Return the commands that fit: where all do not, the least of them go, the one before `?` and `q` first."""
        shown = list(self._commands)
        while shown and sum(map(self._cells, shown)) - 2 > width:
            shown.pop(-_ALWAYS - 1 if len(shown) > _ALWAYS + 1 else -1)
        return shown

    def _cells(self, command: Command) -> int:
        return len(written(self.app, command.keys[0])) + len(command.footer) + 3

    async def on_click(self, event: Click) -> None:
        """Run the command that was clicked."""
        at = 1
        for command in self._fitting(self.size.width - self._telling.cell_len - _GAP):
            at += self._cells(command)
            if event.x < at:
                await self.run_action(command.action)
                return


class Prompt(Inked):
    """The sign before the search bar."""

    def render(self) -> Text:
        """Draw it."""
        return Text(" / ", self.ink["now"])
