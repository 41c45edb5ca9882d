"""Themes by name: which there are, the person's own from files, and which of all is wanted. Knows no screen."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm.brief.problems import Level, Problem, did_you_mean
from briefterm.brief.safe import safe_line, shorten
from briefterm.config import Setting
from briefterm.ui.contrast import TEXT, contrast, legible

if TYPE_CHECKING:
    from briefterm.brief.tree import Node

DARK, LIGHT = "briefterm-dark", "briefterm-light"
TERMINAL_DARK, TERMINAL_LIGHT = "terminal-dark", "terminal-light"
OURS = (DARK, LIGHT, TERMINAL_DARK, TERMINAL_LIGHT)
TEXTUALS = (
    "atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato",
    "catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn",
    "rose-pine-moon", "solarized-dark", "solarized-light", "textual-dark", "textual-light", "tokyo-night",
)  # fmt: skip
SIDES = tuple(f"side-{number}" for number in range(1, 7))
INKS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success", "quiet", "date", *SIDES)
"""Colours that text is set in, on any of the grounds."""
GROUNDS = ("background", "surface", "panel", "lit-ground", "cursor-ground", "cursor-quiet")
COLOURS = (*INKS, *GROUNDS, "hit", "hit-ground", "chip-ink", "rule")

VARIABLE = "BRIEFTERM_THEME"
_SUFFIX = ".yaml"
_LARGEST = 64 * 1024
_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FULL = ("truecolor", "24bit")
_MANY = ("256color", "kitty", "direct")


@dataclass(frozen=True, slots=True)
class UserTheme:
    """A theme of the person's own. What `colours` (`#rrggbb` by name, of COLOURS) does not name is made to fit."""

    name: str
    dark: bool
    colours: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """A theme, and who wants it: `flag`, `environment`, `file`, `chosen` in the app, or `default`."""

    name: str
    by: str


def user_themes(folder: Path) -> tuple[tuple[UserTheme, ...], tuple[str, ...]]:
    """Return the themes in `folder` by name, and what is wrong in their files, `path:line:column: ...` each."""
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix == _SUFFIX and not file.name.startswith("."))
    except OSError:
        return (), ()
    themes: list[UserTheme] = []
    said: list[str] = []
    for file in files:
        theme, problems = read_theme(file)
        said += [problem.at(safe_line(str(file))) for problem in problems]
        themes += [theme] if theme is not None else []
    return tuple(themes), tuple(said)


def read_theme(file: Path) -> tuple[UserTheme | None, list[Problem]]:
    """Return the theme in a file, None where it is none, and what is wrong in it."""
    from briefterm.brief.tree import Mapping as Entries
    from briefterm.brief.tree import UnreadableError, parse

    name = safe_line(file.name.removesuffix(_SUFFIX))
    if name in (*OURS, *TEXTUALS):
        return None, [_problem(1, 1, "theme", f"`{name}` is the name of another theme; give the file another name")]
    try:
        with file.open("rb") as opened:
            root, problems = parse(opened.read(_LARGEST))
    except OSError as error:
        return None, [_problem(1, 1, "theme", f"it cannot be read ({error.strerror})")]
    except UnreadableError as error:
        return None, [error.problem]
    if not isinstance(root, Entries):
        return None, [*problems, _problem(1, 1, "theme", 'write a colour on each line: `background: "#101418"`')]
    reader = _Reader(list(problems))
    for key, (at, value) in root.entries.items():
        reader.read(key, at, value)
    return reader.theme(name), sorted(reader.problems)


class _Reader:
    """Reads one theme. `at` says where each colour stands."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self._dark: bool | None = None
        self._colours: dict[str, str] = {}
        self._at: dict[str, Node] = {}

    def read(self, key: str, at: "Node", value: "Node") -> None:
        """Take in one line."""
        from briefterm.brief.tree import Scalar

        text = value.text.strip() if isinstance(value, Scalar) else None
        known = (*COLOURS, "dark")
        if key not in known:
            hint = did_you_mean(key, known) or f"; the colours are {', '.join(COLOURS)}"
            self._say(at, key, f"there is no such colour{hint}")
        elif key == "dark":
            if text not in ("true", "false"):
                self._say(value, key, "write `true` for light text on a dark ground, else `false`")
            else:
                self._dark = text == "true"
        elif text == "":
            self._say(value, key, 'no colour stands here; `#` begins a comment unless it is in quotes: `"#101418"`')
        elif text is None or not (found := _HEX.fullmatch(text)):
            self._say(value, key, f'`{shorten(text or "a list")}` is no colour; write `"#rrggbb"`')
        else:
            digits = found.group(1).lower()
            self._colours[key] = "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
            self._at[key] = value

    def theme(self, name: str) -> UserTheme:
        """Return the theme, and say which of its inks are hard to read on its background."""
        ground = self._colours.get("background")
        dark = self._dark
        if dark is None:
            dark = ground is None or contrast(ground, "#ffffff") > contrast(ground, "#000000")
        for ink in INKS:
            colour = self._colours.get(ink)
            if ground and colour and (ratio := contrast(colour, ground)) < TEXT:
                better = legible(colour, (ground,))
                said = f'{ratio:.1f}:1 on the background is hard to read, text needs {TEXT}:1; `"{better}"` has it'
                self.problems.append(_problem(self._at[ink].line, self._at[ink].column, ink, said, Level.WARNING))
        return UserTheme(name, dark, self._colours)

    def _say(self, at: "Node", key: str, message: str) -> None:
        self.problems.append(_problem(at.line, at.column, shorten(key), message))


def fallback(environ: Mapping[str, str]) -> str:
    """Return the theme for a terminal nothing more is known of: its own colours where it has but 16, or none."""
    return DARK if _has_many(environ) and "NO_COLOR" not in environ else TERMINAL_DARK


def is_colourless(environ: Mapping[str, str]) -> bool:
    """Return whether a terminal has no colours, by what terminfo knows of its `TERM`: a VT100, say, or `xterm-mono`."""
    term = environ.get("TERM", "")
    if not term or _has_many(environ):
        return False
    try:
        import curses
    except ImportError:
        return False
    try:
        curses.setupterm(term, 1)
    except curses.error:
        return False
    return curses.tigetnum("colors") <= 0


def _has_many(environ: Mapping[str, str]) -> bool:
    term, colours = environ.get("TERM", ""), environ.get("COLORTERM", "").lower()
    return colours in _FULL or term.rpartition("-")[2] in _MANY


def choice(
    flag: str, environ: Mapping[str, str], configured: Setting | None, kept: str, themes: Iterable[UserTheme]
) -> tuple[Choice, tuple[Problem, ...], str]:
    """Return the theme that is wanted: flag over environment over file over the one `kept` from the app.

    Also what is wrong with the configured one, and with any other: a name that no theme has is passed over.
    """
    known = (*OURS, *TEXTUALS, *(theme.name for theme in themes))
    problems: tuple[Problem, ...] = ()
    wrong = ""
    if configured is not None and configured.text not in known:
        problems = (_problem(configured.line, configured.column, "theme", unknown(configured.text, known)),)
    wanted = (
        (flag, "flag"),
        (environ.get(VARIABLE, ""), "environment"),
        (configured.text if configured else "", "file"),
        (kept, "chosen"),
    )
    for name, by in wanted:
        if name in known:
            return Choice(name, by), problems, wrong
        if name and by in ("flag", "environment"):
            wrong = f"{'--theme' if by == 'flag' else VARIABLE}: {unknown(name, known)}"
    return Choice(fallback(environ), "default"), problems, wrong


def unknown(name: str, known: Iterable[str]) -> str:
    """Return what to say of a name that no theme has."""
    names = tuple(known)
    return f"there is no theme `{shorten(name)}`{did_you_mean(name, names) or '; there are ' + ', '.join(names)}"


def kept_theme(file: Path) -> str:
    """Return the theme that was chosen in the app; empty where none was."""
    try:
        return safe_line(file.read_text(encoding="utf-8", errors="replace")[:200])
    except OSError:
        return ""


def keep_theme(file: Path, name: str) -> None:
    """Have a theme chosen the next time too. Raises OSError."""
    from briefterm.atomic import write_atomically
    from briefterm.paths import private_folder

    private_folder(file.parent)
    write_atomically(file, f"{name}\n".encode())


def _problem(line: int, column: int, key: str, message: str, level: Level = Level.ERROR) -> Problem:
    return Problem(line, column, level, key, message)
