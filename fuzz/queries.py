"""Random queries: made by the grammar and cut while half typed, of pieces in any order, and of any characters."""

import gc
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefterm.archive import Archive
from briefterm.search.fields import FIELDS
from briefterm.search.parse import LONGEST_QUERY, parse
from briefterm.ui.searching import PAGE
from fuzz.targets import SAVED, TODAY, query

_WORDS = (
    "modi",
    "2+2",
    "U.S.",
    "Indo-Pacific",
    "Kovačevski",
    "岸田文雄",
    "สวัสดี",
    "لافروف",
    "नई",
    "minis*",
    "word~",
    "x~9",
    "x~99999",
    "a*",
    "*",
    "~",
    "**",
    "~~",
    "a*b",
    "O'Brien",
    "R&D",
    "NO",
    "in",
    "@week",
    "@a",
    "@",
    "@nobody",
    "٣~٣",
    "²",
    "-",
    "--x",
    "+x",
)
_DATES = (
    "2023",
    "2023-11",
    "2023-11-0",
    "2023-",
    "1874/1876",
    "..1870",
    "1870..",
    "..",
    ">1870",
    "<=1870",
    ">",
    "<",
    ">=",
    "today",
    "this-we",
    "next-decade",
    "last_month",
    "[1945 TO 1946]",
    "[",
    "[1945 TO",
    "{* TO *}",
    "[* TO *",
    "[to to to]",
    "9999",
    "0001",
    "<0001",
    ">9999",
    "196X",
    "19XX",
    "2023?",
    "2023~",
    "0000",
    "99999",
    "2023-02-30",
    "/",
    "//",
    "2023/",
    "a..b..c",
    "٢٠٢٣",
    "XXXX",
)
_PIECES = (
    "(",
    ")",
    '"',
    "-",
    "OR",
    "AND",
    "NOT",
    ":",
    "[",
    "]",
    "{",
    "}",
    "TO",
    "~",
    "*",
    "@",
    "/",
    "..",
    " ",
    "\t",
    "\n",
    "\0",
    "\x1b]0;owned\x07",
    "\u202e",
    "\ud800",
    "\u200b",
    "💣",
    "\U0010ffff",
)
_LONG = (
    "a" * 10_000,
    "(" * 50_000,
    '"' * 9_999,
    "-" * 9_999,
    "a OR " * 5_000,
    "NOT " * 5_000,
    "@a " * 400,
    "x:" * 5_000,
    "country:zz " * 90,
    "zzzz: " * 160,
    "[ to " * 200,
    "date:[" + " " * 990,
    "a~1" * 330,
    "岸" * 1_000,
    "a+" * 500,
)
_NAMES = tuple(name for field in FIELDS for name in (field.name, *field.others, field.name.upper(), field.name + "x"))


def queries(count: int, seed: int) -> Iterator[str]:
    """Yield `count` queries; the same ones for the same `seed`."""
    chance = random.Random(seed)  # noqa: S311 - the same queries again is what is wanted
    kinds: tuple[Callable[[random.Random], str], ...] = (_typed, _half_typed, _pieces, _any_text, _any_text, _long)
    for _ in range(count):
        yield chance.choices(kinds, (8, 8, 6, 3, 3, 0.5))[0](chance)


def _typed(chance: random.Random, depth: int = 0) -> str:
    """A query as the grammar has it."""
    parts = []
    for _ in range(chance.randint(1, 4)):
        sign = chance.choice(("", "", "", "-", "NOT "))
        field = chance.choice(("", "", f"{chance.choice(_NAMES)}:", f"{chance.choice(_NAMES)}: "))
        parts.append(sign + field + _value(chance, depth))
    return chance.choice((" ", " ", " OR ", " AND ")).join(parts)


def _value(chance: random.Random, depth: int) -> str:
    kind = chance.random()
    if kind < 0.15 and depth < 4:
        return f"({_typed(chance, depth + 1)})"
    if kind < 0.3:
        return f'"{" ".join(chance.choices(_WORDS, k=chance.randint(0, 4)))}"'
    return chance.choice(_DATES if kind < 0.6 else _WORDS)


def _half_typed(chance: random.Random) -> str:
    text = _typed(chance)
    return text[: chance.randint(0, len(text))]


def _pieces(chance: random.Random) -> str:
    words = (*_PIECES, *_WORDS, *_DATES, *(f"{name}:" for name in _NAMES))
    return chance.choice(("", " ")).join(chance.choices(words, k=chance.randint(1, 30)))


def _any_text(chance: random.Random) -> str:
    limit = chance.choice((0x80, 0x100, 0x3000, 0x110000))
    return "".join(chr(chance.randrange(limit)) for _ in range(chance.randint(0, 60)))


def _long(chance: random.Random) -> str:
    return chance.choice(_LONG)[: chance.choice((LONGEST_QUERY, 50_000))]


@dataclass(frozen=True)
class Timing:
    """How long a number of queries took, in seconds of processor time."""

    count: int
    total: float
    slowest: float
    query: str


def timed(count: int, seed: int) -> Timing:
    """Parse random queries, each as typed and while typing, and check what must hold for any."""

    def look(text: str) -> None:
        parse(text, typing=True, today=TODAY, saved=SAVED)

    return _timed(count, seed, look, then=lambda text: query(text.encode("utf-8", "surrogatepass")))


def searched(library: Path, count: int, seed: int) -> Timing:
    """Search a library with random queries, as the bar does while they are typed."""
    archive = Archive.of(library)
    archive.refresh(lambda _: None)
    finder = archive.finder()
    finder.search("a")
    finder.warm()
    gc.freeze()  # as the app does

    def look(text: str) -> None:
        finder.search(text, typing=True, limit=PAGE)

    try:
        return _timed(count, seed, look)
    finally:
        finder.close()


def _timed(
    count: int, seed: int, look: Callable[[str], None], then: Callable[[str], object] = lambda _: None
) -> Timing:
    total, slowest, which = 0.0, 0.0, ""
    for text in queries(count, seed):
        began = time.process_time()
        look(text)
        taken = time.process_time() - began
        total += taken
        if taken > slowest:
            slowest, which = taken, text
        then(text)
    return Timing(count, total, slowest, which)
