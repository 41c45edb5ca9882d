"""The styles text is set in, by what they mean. Colours are the style sheet's: `.ink--NAME` for each name here."""

from collections.abc import Mapping

from rich.style import Style

NAMES = (
    "strong", "quiet", "accent", "date", "warn", "error", "good", "hit", "heading", "link", "code", "rule", "now",
    "key", "marking",
    *(f"side-{n}" for n in range(7)), *(f"chip-{n}" for n in range(7)),
)  # fmt: skip

Ink = Mapping[str, Style]

PLAIN: Ink = dict.fromkeys(NAMES, Style.null())


def class_name(name: str) -> str:
    """Return the component class of an ink."""
    return f"ink--{name}"
