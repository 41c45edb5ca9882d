"""Names of persons in the form in which two are compared: whatever order, accents, case and titles they are written in.

Rajnath Singh · SINGH, Rajnath · Singh Rajnath · Shri Rajnath Singh       one key
Kim Dae-jung · Dae Jung Kim                                               one key
William Howard Taft · William Howard Taft III                             two: father and son differ in this alone
"""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NewType

from briefterm.brief.fold import fold


class Strength(IntEnum):
    """How far a name alone says who is meant."""

    BARE = 1  # one word: Bush, King Hussein
    HALF = 2  # one word with initials, a numeral or a style: J. Smith, Abdullah II, Sheikh Sabah
    FULL = 3  # two words or more, or a name written without spaces between its parts


Name = NewType("Name", str)
"""A name as compared: the digit of its strength, a space, and its key. Equal ones are the same name."""


def strength_of(name: Name) -> Strength:
    """Return how far `name` alone says who is meant."""
    return Strength(int(name[0]))


def words_of(name: Name) -> list[str]:
    """Return the words of `name`, rotated so that none is the first; a generation or numeral comes last."""
    return name[2:].replace(",", "").split()


_OFFICES = frozenset(
    {
        "president", "king", "queen", "pope", "emperor", "empress", "chancellor", "premier", "chairman", "chairwoman",
        "minister", "secretary", "senator", "congressman", "congresswoman", "governor", "general", "gen", "admiral",
        "adm", "colonel", "col", "ambassador", "amb", "archbishop", "cardinal", "prince", "princess", "lord", "lady",
        "sir", "dame", "dr", "mr", "mrs", "ms", "mx", "prof", "professor", "hon", "shri", "smt",
    }
)  # fmt: skip
_PAIRS = frozenset(
    {
        ("prime", "minister"), ("foreign", "minister"), ("defence", "minister"), ("defense", "minister"),
        ("crown", "prince"), ("crown", "princess"), ("vice", "president"), ("foreign", "secretary"),
        ("secretary", "general"), ("general", "secretary"), ("grand", "duke"), ("grand", "duchess"),
        ("his", "excellency"), ("her", "excellency"), ("his", "majesty"), ("her", "majesty"),
        ("his", "highness"), ("her", "highness"), ("the", "hon"), ("the", "honourable"), ("rt", "hon"),
    }
)  # fmt: skip
_STYLES = frozenset({"sheikh", "sheikha", "shaikh", "shaikha"})
_LETTERS_AFTER = frozenset({"mp", "qc", "kc", "phd", "esq"})
_GENERATIONS = frozenset({"jr", "sr"})
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
_NUMERALS = {numeral: numeral for numeral in _ROMAN} | {"2nd": "ii", "3rd": "iii", "4th": "iv", "5th": "v"}
_LONGEST = 240
_ASIDE = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”|«[^»]*»")
_APART = re.compile(r"[^\w']+|_")
_SCRIPT_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003134f]")
_AFTER_A_NAME = re.compile(r"\s*(?:jr|sr|[ivx]+|\d(?:nd|rd|th)|mp|qc|kc|phd|esq)\.?\s*", re.IGNORECASE)


@lru_cache(maxsize=2048)
def name_of(text: str) -> Name | None:
    """Return the name in `text`, None where there is none. Catalogues keep it: another rule needs a new version."""
    words = _words(text)
    generation = _taken(words, _GENERATIONS)
    numeral = _NUMERALS[words.pop()] if len(words) > 1 and words[-1] in _NUMERALS else ""
    while len(words) > 1 and words[-1] in _LETTERS_AFTER:
        words.pop()
    title_alone = tuple(words) in _PAIRS
    style = _without_titles(words)
    long = [word for word in words if len(word) > 1 or _SCRIPT_WITHOUT_SPACES.match(word)]
    if title_alone:
        strength = Strength.BARE
    elif len(long) > 1 or (long and _SCRIPT_WITHOUT_SPACES.match(long[0]) and len(long[0]) > 1):
        strength = Strength.FULL
    else:
        strength = Strength.HALF if len(words) > 1 or numeral or style else Strength.BARE
    key = " ".join(_rotated(style + words))
    after = " ".join(part for part in (generation, numeral) if part)
    return Name(f"{strength:d} {key}, {after}" if after else f"{strength:d} {key}") if key else None


@lru_cache(maxsize=2048)
def name_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, hyphens and full stops apart, in the order written."""
    return tuple(word for word in _APART.split(fold(text).replace("'", "")) if word)


def agree(one: Name, other: Name) -> bool:
    """Return whether two names may be one person's: all of the shorter is in the longer, a word or its initial.

    Generations and numerals are passed over: this is for names that something else has brought together already.
    """
    words, others = (sorted(_plain(words_of(name)), key=len, reverse=True) for name in (one, other))
    shorter, longer = sorted((words, others), key=len)
    left = list(longer)
    shared = False
    for word in shorter:
        found = next((it for it in left if it == word), None) or next((it for it in left if _initial(it, word)), None)
        if found is None:
            return False
        shared = shared or (found == word and len(word) > 1)
        left.remove(found)
    return shared


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1) is not (len(other) == 1) and one[0] == other[0]


def _plain(words: list[str]) -> list[str]:
    return [word for word in words if word not in _GENERATIONS and word not in _NUMERALS] or words


def _words(text: str) -> list[str]:
    """The words of a name in the order spoken: `Singh, Rajnath` turned round, what stands in brackets left out."""
    text = text[:_LONGEST]
    outside = _ASIDE.sub(" ", text)
    if not outside.strip(" ,."):
        outside = text
    parts = [part for part in outside.split(",") if part.strip()]
    if len(parts) > 1:
        last = [part for part in parts[1:] if _AFTER_A_NAME.fullmatch(part)]
        rest = [part for part in parts[1:] if not _AFTER_A_NAME.fullmatch(part)]
        outside = " ".join((*rest, parts[0], *last))
    return list(name_words(outside))


def _taken(words: list[str], known: frozenset[str]) -> str:
    """Take the first of `known` out of `words`, but never the only word, and return it."""
    found = next((word for word in words[1:] if word in known), "")
    if found:
        words.reverse()
        words.remove(found)
        words.reverse()
    return found


def _without_titles(words: list[str]) -> list[str]:
    """Take titles off the front of `words`, and return a style that must stay because one word alone follows it."""
    while len(words) > 1:
        if tuple(words[:2]) in _PAIRS and len(words) > 2:
            del words[:2]
        elif words[0] in _OFFICES:
            del words[:1]
        else:
            break
    if len(words) > 1 and words[0] in _STYLES:
        style = words.pop(0)
        return [style] if len(words) == 1 else []
    return []


def _rotated(words: list[str]) -> list[str]:
    """The one of all rotations that stands for them: given name first and family name first are one order then."""
    return min((words[at:] + words[:at] for at in range(len(words))), default=[])
