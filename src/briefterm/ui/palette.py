"""The commands in the palette, found by the words of their titles: the best first, a slip of the finger forgiven."""

import re
from collections.abc import Iterable

from textual.app import SystemCommand
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from briefterm.brief.fold import fold

_WORD = re.compile(r"[^\W_]+")
_SAME, _BEGUN, _INSIDE, _SLIPPED, _SLIPPED_BEGUN = 0.9, 0.8, 0.6, 0.5, 0.4
_FIRST = 0.1  # for a word at the beginning of a title
_FORGIVEN = ((8, 2), (4, 1))  # from so many letters so many may be wrong


def fit(query: str, title: str, *, forgiving: bool = True) -> tuple[float, tuple[tuple[int, int], ...]]:
    """Return how well `title` answers `query`, from 0 for not at all to 1, and the words that do as spans of it.

    Each word typed must be one of the title, or the beginning or another part of one. When `forgiving`, from four
    letters on one may be wrong, from eight two.
    """
    words = [(found.span(), fold(found[0])) for found in _WORD.finditer(title)]
    typed = _WORD.findall(fold(query))
    if not words or not typed:
        return 0.0, ()
    total, spans = 0.0, []
    for one in typed:
        score, at = max(
            (_likeness(one, word, forgiving) + _FIRST / (1 + at), -at) for at, (_, word) in enumerate(words)
        )
        if score <= _FIRST:
            return 0.0, ()
        total += score
        spans.append(words[-at][0])
    return total / len(typed), tuple(spans)


def _likeness(typed: str, word: str, forgiving: bool) -> float:
    if typed == word:
        return _SAME
    if word.startswith(typed):
        return _BEGUN
    if len(typed) > 1 and typed in word:
        return _INSIDE
    slips = forgiving and next((slips for letters, slips in _FORGIVEN if len(typed) >= letters), 0)
    if not slips:
        return 0.0
    from rapidfuzz.distance import OSA

    if OSA.distance(typed, word) <= slips:
        return _SLIPPED
    return _SLIPPED_BEGUN if OSA.distance(typed, word[: len(typed)]) <= slips else 0.0


def best(query: str, titles: Iterable[str]) -> dict[str, tuple[float, tuple[tuple[int, int], ...]]]:
    """Return the titles that answer, as `fit` says how; slips are forgiven only where none does otherwise."""
    titles = tuple(titles)
    for forgiving in (False, True):
        found = {title: fit(query, title, forgiving=forgiving) for title in titles}
        if answers := {title: how for title, how in found.items() if how[0] > 0}:
            return answers
    return {}


class Palette(Provider):
    """Offers the commands of the app, all of them in the order of their titles until something is typed.

    Each is one line: its first key in a column of its own, then its title.
    """

    async def discover(self) -> Hits:
        """Yield all."""
        commands = self._commands()
        for title in sorted(commands):
            yield DiscoveryHit(self._line(commands, title), commands[title].callback, text=title)

    async def search(self, query: str) -> Hits:
        """Yield those that answer."""
        style = self.match_style or "underline"
        commands = self._commands()
        for title, (score, spans) in best(query, commands).items():
            shown = Content(title)
            for start, end in spans:
                shown = shown.stylize(style, start, end)
            yield Hit(score, self._line(commands, title, shown), commands[title].callback, text=title)

    def _commands(self) -> dict[str, SystemCommand]:
        return {command.title: command for command in self.app.get_system_commands(self.screen)}

    def _line(self, commands: dict[str, SystemCommand], title: str, shown: Content | None = None) -> Content:
        column = max(len(command.help) for command in commands.values())
        return Content.assemble((f"{commands[title].help:<{column}}  ", "$accent"), shown or title)
