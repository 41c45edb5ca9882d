"""What is typed into the search bar, cut into pieces: words, phrases, brackets, and the words between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from briefterm.search.fields import Field, Kind, field_named
from briefterm.search.spoken import MOST_WORDS, Months, as_written, in_english, is_begun


class Sort(Enum):
    """What a piece of a query is."""

    TEXT = "text"
    PHRASE = "phrase"
    OPEN = "("
    CLOSE = ")"
    OR = "OR"
    AND = "AND"
    NOT = "NOT"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece. `last` says that nothing follows it, so that it may still be going on.

    `unknown` is the name of no field that stood before it; `unfinished` an operator that joins nothing. `meant` is in
    the format's own way what several words without a field are, which are a date.
    """

    sort: Sort
    text: str = ""
    field: Field | None = None
    unknown: str = ""
    minus: bool = False
    last: bool = False
    unfinished: str = ""
    meant: str = ""


_PIECE = re.compile(
    r"""(?P<minus>-(?=[^\s-]))?
    (?:(?P<field>[A-Za-z]{2,20}):)?
    (?:"(?P<phrase>[^"]*)(?P<closed>"?)
      |(?P<range>[\[{][^\]}]*[\]}]?)
      |(?P<open>\()
      |(?P<close>\))
      |(?P<text>[^\s"()]+)
      |(?<=:))""",
    re.VERBOSE,
)
_OPERATORS = {sort.value: sort for sort in (Sort.OR, Sort.AND, Sort.NOT)}
_YEAR = re.compile(r"[0-9]{4}")
_DATED = (Kind.DATE, Kind.EVENT, Kind.BEFORE, Kind.AFTER)


def tokens(text: str, months: Months = dict) -> list[Token]:
    """Return the pieces of `text`. Operators without operands are words, or unfinished where they end it.

    Months in dates may have their names in English or as `months` has them.
    """
    return _with_dates(list(_with_values(_operators(list(_pieces(text))))), months)


def _pieces(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None or piece.end() == at:
            at += 1
            continue
        at = piece.end()
        written, field = piece["field"] or "", field_named(piece["field"] or "")
        if piece["range"] is not None and (field is None or field.kind not in _DATED):
            at = piece.start("range") + 1
            continue
        if piece["close"]:
            yield Token(Sort.CLOSE)
            continue
        made = Token(Sort.TEXT, "", field, "" if field else written, bool(piece["minus"]), last=at == len(text))
        if piece["phrase"] is not None:
            yield replace(made, sort=Sort.PHRASE, text=piece["phrase"], last=made.last and not piece["closed"])
        elif piece["open"]:
            yield replace(made, sort=Sort.OPEN)
        else:
            text_or_range = piece["text"] or piece["range"] or ""
            operator = _OPERATORS.get(text_or_range) if not written and not piece["minus"] else None
            yield Token(operator, operator.value, last=made.last) if operator else replace(made, text=text_or_range)


def _operators(found: list[Token]) -> Iterator[Token]:
    """Yield the pieces, operators only where they join or exclude something."""
    for number, token in enumerate(found):
        if token.sort not in (Sort.OR, Sort.AND, Sort.NOT):
            yield token
            continue
        before = found[number - 1].sort if number else None
        after = found[number + 1].sort if number + 1 < len(found) else None
        led = before in (Sort.TEXT, Sort.PHRASE, Sort.CLOSE)
        followed = after in (Sort.TEXT, Sort.PHRASE, Sort.OPEN, Sort.NOT)
        if (led or token.sort is Sort.NOT) and followed and after is not token.sort:
            yield token
        elif number == 0 or before in (Sort.OPEN,):
            yield replace(token, sort=Sort.TEXT)
        else:
            yield Token(Sort.TEXT, unfinished=token.text)


def _with_values(found: Iterator[Token]) -> Iterator[Token]:
    """Yield the pieces, a field that stands alone joined to the piece after it: people write `date: 2023`."""
    waiting: Token | None = None
    for token in found:
        if waiting is not None:
            if token.sort in (Sort.TEXT, Sort.PHRASE, Sort.OPEN) and not (token.field or token.unknown or token.minus):
                yield replace(token, field=waiting.field, minus=waiting.minus)
                waiting = None
                continue
            yield waiting
            waiting = None
        if token.sort is Sort.TEXT and token.field and not token.text:
            waiting = token
        else:
            yield token
    if waiting is not None:
        yield waiting


def _with_dates(found: list[Token], months: Months) -> list[Token]:
    """Return the pieces, the words of one date made one: `date:6 Jun 2011`, and `6 Jun 2011` among other words."""
    made: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        long = _date_length(found, at, months)
        if long > 1:
            words = found[at : at + long]
            text = " ".join(word.text for word in words)
            meant = "" if token.field else as_written(in_english(text, months)) or ""
            token = replace(token, text=text, last=words[-1].last, meant=meant)
        made.append(token)
        at += long
    return made


def _date_length(found: list[Token], at: int, months: Months) -> int:
    """Return how many pieces from `at` on are one date, or after a field at the end of the text the beginning of one.

    An event may be called by the name of a month: what begins with one is a date with its year alone.
    """
    first = found[at]
    field = first.field
    if not _is_bare(first) and (field is None or field.kind not in _DATED or not first.text):
        return 1
    if first.sort is not Sort.TEXT:
        return 1
    may_be_begun = field is not None and (field.kind is not Kind.EVENT or first.text[0].isdigit())
    long = 1
    while long < MOST_WORDS and at + long < len(found) and _is_bare(found[at + long]):
        long += 1
    for several in range(long, 1, -1):
        words = found[at : at + several]
        if field is None and not _YEAR.fullmatch(words[-1].text):
            continue
        text = in_english(" ".join(word.text for word in words), months)
        if as_written(text) or (may_be_begun and words[-1].last and is_begun(text)):
            return several
    return 1


def _is_bare(token: Token) -> bool:
    return token.sort is Sort.TEXT and bool(token.text) and not (token.field or token.unknown or token.minus)
