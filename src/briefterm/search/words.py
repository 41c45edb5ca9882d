"""Text into words: the one analysis that indexing, queries and the marking of hits share.

A word is a run of letters and digits with their combining marks. Parts joined by an apostrophe, hyphen, `+` or `&`
are words of their own, and together one more (`Indo-Pacific`: indo, pacific, indopacific; `2+2`: 2, 2, 2+2), so that
they are found however they are written; a chain of more than three is a name of a file or the like, and only its parts
are words. `U.S.` is `us`. Scripts without spaces are cut into overlapping pairs.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from briefterm.brief.fold import fold

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d"
    "\u0859-\u085b\u08d3-\u0963\u0966-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece\u0f18-\u0fbc\u102b-\u103e"
    "\u1056-\u1059\u105e-\u109d\u1712-\u1753\u17b4-\u17d3\u180b-\u180d\u18a9\u1920-\u193b\u1a17-\u1a7f\u1ab0-\u1aff"
    "\u1b00-\u1b44\u1b6b-\u1b73\u1b80-\u1bf3\u1c24-\u1c37\u1cd0-\u1cf9\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff"
    "\u302a-\u302f\u3099\u309a\ua66f-\ua672\ua674-\ua67d\ua802-\ua827\ua880-\ua8c5\ua926-\ua953\ua980-\ua9c0"
    "\uaa29-\uaa4d\uabe3-\uabed\ufe00-\ufe0f\ufe20-\ufe2f"
)
_CHAR = rf"(?:[^\W_][{_MARKS}]*)"
_APOSTROPHES = "'’‘ʼʻʾʿ‛′`´ʹ"
_HYPHENS = "\\-‐‑‒–—−﹣"
_RUN = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_TOKEN = re.compile(
    rf"(?:{_CHAR}\.){{1,9}}{_CHAR}(?![^\W_])\.?"  # U.S., O.A.U
    rf"|{_RUN}(?:[+&{_APOSTROPHES}{_HYPHENS}]{_RUN}){{0,15}}\+*"
)
_ASCII_TOKEN = re.compile(  # the same where a text has nothing else
    r"(?:[A-Za-z0-9]\.){1,9}[A-Za-z0-9](?![A-Za-z0-9])\.?|[A-Za-z0-9]+(?:[+&'`-][A-Za-z0-9]+){0,15}\+*"
)
_PART = re.compile(rf"{_CHAR}+")
JOINTS = re.compile(rf"[{_APOSTROPHES}{_HYPHENS}.]")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)
_CLUSTER = re.compile(rf".[{_MARKS}]*", re.DOTALL)
_ARABIC_ARTICLE = re.compile("(?:[وف]?(?:[بك]?ال|لل))(?=[\u0620-\u064a]{3})")
_INSIDE = re.compile("[\u0590-\u0dff\u0f00-\u0fff\u1200-\u139f]")
LONGEST = 64
_MOST_JOINED = 3
_REMEMBERED = 200


class Word(NamedTuple):
    """A folded word, its position in the text, and the characters of the text it was written with."""

    text: str
    position: int
    start: int
    end: int


_made = tuple.__new__  # a third of the time that a call of the class takes


def words(text: str, *, tails: bool = True) -> list[Word]:
    """Return the words of `text`, compounds and their parts alike, in order of position.

    Where a script is cut into pairs, its last character is a word too, so that it can be found alone; a query does
    without these `tails`.
    """
    found: list[Word] = []
    position = 0
    for token in _tokens(text).finditer(text):
        start, end = token.span()
        written = text[start:end]
        if written.isascii() and written.isalnum():
            found.append(_made(Word, (written.lower()[:LONGEST], position, start, end)))
            position += 1
            continue
        for word, offset, first, last in _taken_apart(written, tails):
            found.append(_made(Word, (word, position + offset, start + first, start + last)))
        position = found[-1].position + 1 if found else position
    return found


def tokens(text: str) -> list[str]:
    """Return what `words` takes apart, as written: runs of characters between spaces and the like, in order."""
    return _tokens(text).findall(text)


def of_token(written: str) -> Collection[str]:
    """Return the words of one of the `tokens` of a text."""
    if written.isascii() and written.isalnum():
        return (written.lower()[:LONGEST],)
    return {word for word, *_ in _taken_apart(written, True)}


def unspaced(word: str) -> bool:
    """Return whether `word` is of a script written without spaces, which is cut into pairs."""
    return not word.isascii() and _UNSPACED.search(word) is not None


def inside_words(word: str) -> bool:
    """Return whether `word` is of a script in which parts of words are sought: Arabic, Hebrew, the scripts of India."""
    return not word.isascii() and _INSIDE.search(word) is not None


def _tokens(text: str) -> re.Pattern[str]:
    return _ASCII_TOKEN if text.isascii() else _TOKEN


def _taken_apart(written: str, tails: bool) -> tuple[tuple[str, int, int, int], ...]:
    return (_remembered if len(written) <= _REMEMBERED else _analysed)(written, tails)


def _analysed(written: str, tails: bool) -> tuple[tuple[str, int, int, int], ...]:
    """Words of one token with position and characters relative to it; the whole comes first, then its parts."""
    parts = [(part.group(), part.start(), part.end()) for part in _PART.finditer(written)]
    if len(parts) == 1 and parts[0][2] == len(written):
        return tuple(_simple(written, 0, 0, tails))
    whole = (fold(JOINTS.sub("", written))[:LONGEST], 0, 0, len(written))
    if written[1:2] == "." and all(len(part) == 1 for part, _, _ in parts):
        return (whole,)
    found = [] if whole[0].isdigit() or len(parts) > _MOST_JOINED else [whole]
    position = 0
    for part, start, _ in parts:
        found.extend(_simple(part, position, start, tails))
        position = found[-1][1] + 1
    return tuple(sorted(found, key=lambda word: word[1]))


_remembered = lru_cache(maxsize=4096)(_analysed)


def _simple(part: str, position: int, start: int, tails: bool) -> list[tuple[str, int, int, int]]:
    if _UNSPACED.search(part):
        return _pairs(part, position, start, tails)
    word, end = fold(part)[:LONGEST], start + len(part)
    article = _ARABIC_ARTICLE.match(word)
    found = [(word, position, start, end)]
    if article:
        found.append((word[article.end() :], position, start, end))
    return found


def _pairs(part: str, position: int, start: int, tails: bool) -> list[tuple[str, int, int, int]]:
    clusters = [(cluster.group(), cluster.start(), cluster.end()) for cluster in _CLUSTER.finditer(part)]
    found = []
    for index, (text, first, last) in enumerate(clusters):
        following = clusters[index + 1] if index + 1 < len(clusters) else None
        if following is None and index and not tails:
            break
        pair = text + following[0] if following else text
        found.append((fold(pair), position + index, start + first, start + (following[2] if following else last)))
    return found
