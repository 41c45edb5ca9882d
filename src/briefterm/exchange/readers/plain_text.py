"""Other programs' plain text, fit for our Markdown fields; and names fit for ids."""

import re
import unicodedata

from briefterm.brief.fold import fold_long
from briefterm.brief.safe import safe_text
from briefterm.exchange.outline import Block, Run
from briefterm.exchange.prose import BULLET, blocks
from briefterm.exchange.writers.md import escape

_BULLET = re.compile(r"^\s*[-*+]\s+", re.MULTILINE)
_WORDS = re.compile(r"\w+")
_LONGEST_ID = 60


def markdown_of(text: str) -> str:
    """Return Markdown that shows plain `text` as it is: the text itself where it can, else with its marks escaped."""
    text = safe_text(text).strip()
    lines = [line for line in text.split("\n") if line.strip()]
    shown = blocks(text)
    plain = all(block == Block((Run(block.text),), depth=block.depth, sign=block.sign) for block in shown)
    said = "".join(f"{'' if block.sign == BULLET else block.sign}{block.text}" for block in shown)
    if plain and len(shown) == len(lines) and _letters(said) == _letters(_BULLET.sub("", text)):
        return text
    paragraphs = re.split(r"\n\s*\n", text)
    return "\n\n".join("\\\n".join(escape(line) for line in paragraph.split("\n")) for paragraph in paragraphs)


def _letters(text: str) -> str:
    return "".join(text.split())


class Ids:
    """Makes ids of names, each only once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, name: str) -> str:
        """Return the id for a name: its letters and digits without accents, joined by `-`, numbered where taken."""
        stem = slug(name) or "person"
        made, number = stem, 1
        while made in self._given:
            number += 1
            made = f"{stem}-{number}"
        self._given.add(made)
        return made


def slug(text: str) -> str:
    """Return the letters and digits of a text, folded, in words joined by `-`; empty where it has none."""
    words = _WORDS.findall(unicodedata.normalize("NFC", fold_long(safe_text(text[:200]))))
    return "-".join(words)[:_LONGEST_ID].strip("-_")
