"""How text is set for its reader: styles by what they mean, of the theme's colours, and names and dates in a locale.

Not style-sheet rules: every component class costs time at start for every widget, and these are many.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.color import Color

from briefterm.locales import ENGLISH, Locale

if TYPE_CHECKING:
    from textual.app import App


class Ink(dict[str, Style]):
    """Styles by name, and the reader's locale."""

    def __init__(self, styles: Mapping[str, Style], locale: Locale = ENGLISH) -> None:
        super().__init__(styles)
        self.locale = locale


class _Spec(NamedTuple):
    """Theme variables for text and ground, and how the text is set."""

    colour: str = ""
    ground: str = ""
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    reverse: bool | None = None


_SPECS: dict[str, _Spec] = {
    "strong": _Spec(bold=True),
    "quiet": _Spec("quiet"),
    "accent": _Spec("accent"),
    "date": _Spec("date"),
    "warn": _Spec("warning", italic=True),
    "error": _Spec("error"),
    "good": _Spec("success"),
    "hit": _Spec("hit", "hit-ground", bold=True),
    "heading": _Spec("accent", bold=True),
    "link": _Spec("primary", underline=True),
    "name": _Spec(underline=True),
    "code": _Spec("secondary"),
    "rule": _Spec("rule"),
    "now": _Spec("accent", bold=True),
    "key": _Spec("accent"),
    "marking": _Spec("chip-ink", "accent", bold=True),
    "marking-red": _Spec("chip-ink", "error", bold=True),
    "marking-green": _Spec("chip-ink", "success", bold=True),
    "marking-clear": _Spec("chip-ink", "foreground", bold=True),
    "cursor": _Spec(ground="cursor-ground"),
    "cursor-quiet": _Spec(ground="cursor-quiet"),
    "lit": _Spec(ground="lit-ground"),
    "selected": _Spec(reverse=True),
    "side-0": _Spec("rule"),
    "chip-0": _Spec("chip-ink", "quiet"),
    **{f"side-{number}": _Spec(f"side-{number}") for number in range(1, 7)},
    **{f"chip-{number}": _Spec("chip-ink", f"side-{number}") for number in range(1, 7)},
}
_BY_ATTRIBUTES: dict[str, _Spec] = _SPECS | {
    "error": _Spec("error", bold=True),
    "hit": _Spec("hit", bold=True, underline=True),
    "marking": _Spec("accent", bold=True, reverse=True),
    "marking-red": _Spec("error", bold=True, reverse=True),
    "marking-green": _Spec("success", bold=True, reverse=True),
    "marking-clear": _Spec("foreground", bold=True, reverse=True),
    "cursor": _Spec(reverse=True),
    "cursor-quiet": _Spec(bold=True, underline=True),
    "lit": _Spec(underline=True),
    "chip-0": _Spec("quiet", reverse=True),
    **{f"chip-{number}": _Spec(f"side-{number}", reverse=True) for number in range(1, 7)},
}
"""Where the ground is the terminal's own, or there is no colour: what is meant shows in how the text is set."""

_ATTRIBUTES = "attributes"
_VARIABLES = sorted({name for spec in _SPECS.values() for name in (spec.colour, spec.ground) if name})

PLAIN = Ink(dict.fromkeys(_SPECS, Style.null()))


def locale_in(app: "App[object]") -> Locale:
    """Return the locale that `app` is read in."""
    found: Locale = getattr(getattr(app, "preferences", None), "locale", ENGLISH)
    return found


def ink_of(variables: Mapping[str, str], locale: Locale = ENGLISH) -> Ink:
    """Return every style by name, in the colours of a theme's `variables`, for a reader in `locale`."""
    by_attributes = variables.get(_ATTRIBUTES) == "yes"
    return _ink(tuple(variables.get(name, "") for name in _VARIABLES), by_attributes, locale)


@lru_cache(maxsize=8)
def _ink(colours: tuple[str, ...], by_attributes: bool, locale: Locale) -> Ink:
    by_name = {name: Color.parse(colour).rich_color for name, colour in zip(_VARIABLES, colours, strict=True) if colour}
    styles = {
        name: Style(
            color=by_name.get(spec.colour),
            bgcolor=by_name.get(spec.ground),
            bold=spec.bold,
            italic=spec.italic,
            underline=spec.underline,
            reverse=spec.reverse,
        )
        for name, spec in (_BY_ATTRIBUTES if by_attributes else _SPECS).items()
    }
    return Ink(styles, locale)
