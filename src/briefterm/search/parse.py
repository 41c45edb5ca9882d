"""A query as it was typed, read as plainly as possible: any text is one, none is an error.

    query    = either { "OR" either }
    either   = one { ["AND"] one }
    one      = ["NOT" | "-"] [field ":"] ( word | phrase | dates | "(" query ")" )

What could not be read as it may have been meant is said in notes, for a quiet line under the bar.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefterm.brief.safe import safe_line
from briefterm.locales import ENGLISH, Locale
from briefterm.search import terms
from briefterm.search.days import Days, NoDateError, UnfinishedError, after, before, read_days
from briefterm.search.fields import Field, Kind, nearest_field
from briefterm.search.query import Dates, Everything, Not, Or, Query, both
from briefterm.search.spoken import in_english, is_begun, readings
from briefterm.search.tokens import Sort, Token, tokens

LONGEST_QUERY = 1000
MOST_WORDS = 32
DEEPEST = 12
_QUOTED = 24
_WRITE = "write 2023, 2023-11, 9 Nov 2023, a..b or today"


class Order(StrEnum):
    """How results are sorted."""

    RELEVANCE = "relevance"
    DATE = "date"
    OLDEST = "oldest"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query, how its results are sorted, and how it was read where that is not plain."""

    query: Query = Everything()  # noqa: RUF009 - frozen and without fields
    order: Order = Order.RELEVANCE
    notes: tuple[str, ...] = ()


def parse(
    text: str,
    *,
    typing: bool = False,
    today: date | None = None,
    saved: Mapping[str, str] | None = None,
    locale: Callable[[], Locale] = lambda: ENGLISH,
) -> Parsed:
    """Return what `text` means. While `typing`, a last word that nothing follows may go on.

    `today` is what `date:today` refers to, by default the day it is; `saved` are the searches that `@name` stands for.
    Countries and months may be named in English or in `locale`, which is asked for only then.
    """
    parser = _Parser(typing, today or date.today(), saved or {}, locale)
    if len(text) > LONGEST_QUERY:
        parser.note(f"only the first {LONGEST_QUERY:,} letters are searched for")
    query = parser.read(text[:LONGEST_QUERY])
    return Parsed(query or Everything(), parser.order, tuple(dict.fromkeys(parser.notes)))


class _Parser:
    """One reading of one text."""

    def __init__(self, typing: bool, today: date, saved: Mapping[str, str], locale: Callable[[], Locale]) -> None:
        self.order = Order.RELEVANCE
        self.notes: list[str] = []
        self._typing = typing
        self._today = today
        self._saved = saved
        self._locale = locale
        self._opened: tuple[str, ...] = ()
        self._words = 0
        self._tokens: list[Token] = []
        self._at = 0

    def note(self, text: str) -> None:
        self.notes.append(safe_line(text))

    def read(self, text: str) -> Query | None:
        """Read a whole text; a closing bracket too many is passed over."""
        outer = self._tokens, self._at
        self._tokens, self._at = tokens(text, self._months), 0
        parts = []
        while self._at < len(self._tokens):
            part = self._query(None, 0)
            if part is not None:
                parts.append(part)
            self._at += 1
        self._tokens, self._at = outer
        return both(parts) if parts else None

    def _months(self) -> Mapping[str, int]:
        return self._locale().months()

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _query(self, field: Field | None, depth: int) -> Query | None:
        """Read up to a closing bracket or the end, and leave that unread."""
        either: list[Query] = []
        every: list[Query] = []
        while (token := self._next()) is not None and token.sort is not Sort.CLOSE:
            if token.sort is Sort.OR:
                self._at += 1
                if every:
                    either.append(both(every))
                every = []
                continue
            part = self._one(field, depth)
            if part is not None:
                every.append(part)
        if every:
            either.append(both(every))
        if not either:
            return None
        return either[0] if len(either) == 1 else Or(tuple(either))

    def _one(self, field: Field | None, depth: int) -> Query | None:
        token = self._tokens[self._at]
        self._at += 1
        if token.sort is Sort.AND:
            return None
        if token.sort is Sort.NOT:
            following = self._next()
            if following is None or following.sort in (Sort.CLOSE, Sort.OR, Sort.AND):
                return None
            part = self._one(field, depth)
            return Not(part) if part is not None else None
        if token.sort is Sort.OPEN:
            part = self._group(token.field or field, depth)
        else:
            part = self._leaf(token, token.field or field)
        return Not(part) if token.minus and part is not None else part

    def _group(self, field: Field | None, depth: int) -> Query | None:
        if depth >= DEEPEST:
            return None
        part = self._query(field, depth + 1)
        self._at += 1
        return part

    def _leaf(self, token: Token, field: Field | None) -> Query | None:
        if not token.text:
            self._empty(token)
            return None
        self._words += 1
        if self._words > MOST_WORDS:
            self.note(f"only the first {MOST_WORDS} words are searched for")
            return None
        if token.sort is Sort.TEXT and token.text[0] == "@" and len(token.text) > 1 and field is None:
            named = self._named(token.text[1:])
            if named is not None:
                return named
        return self._unknown(token) if token.unknown else self._valued(token, field)

    def _valued(self, token: Token, field: Field | None) -> Query | None:
        """Read the value of a field, or a word of its own."""
        if field is None or field.kind is Kind.TEXT:
            return self._spoken(token, field) if token.meant else self._text(token, field)
        match field.kind:
            case Kind.SORT:
                self._sorted(token)
                return None
            case Kind.EVENT:
                return self._event(token, field)
            case Kind.COUNTRY:
                return terms.country(token.text, self._going_on(token), self._locale())
            case _:
                return self._dated(token, field)

    def _going_on(self, token: Token) -> bool:
        return self._typing and token.last and not token.minus

    def _text(self, token: Token, field: Field | None) -> Query | None:
        if token.sort is Sort.PHRASE:
            return terms.phrase(token.text, field, self._going_on(token))
        made, notes = terms.word(token.text, field, self._going_on(token))
        self.notes.extend(map(safe_line, notes))
        return made

    def _spoken(self, token: Token, field: Field | None) -> Query | None:
        """Read a date among other words."""
        self._words += len(token.text.split()) - 1
        days = read_days(token.meant, self._today)
        return terms.spoken_date(token.text, token.meant, days, field, self._going_on(token))

    def _empty(self, token: Token) -> None:
        unfinished = f"{token.field.name}:" if token.field else token.unfinished
        if unfinished:
            self.note(f"{unfinished} is not finished")
        near = nearest_field(token.unknown) if token.unknown else None
        if near is not None:
            self.note(_did_you_mean(token.unknown, near))

    def _unknown(self, token: Token) -> Query | None:
        near = nearest_field(token.unknown)
        if near is not None:
            self.note(_did_you_mean(token.unknown, near))
        if token.sort is Sort.PHRASE:
            parts = [terms.word(token.unknown, None, False)[0], terms.phrase(token.text, None, self._going_on(token))]
            return both([part for part in parts if part is not None])
        return terms.word(f"{token.unknown}:{token.text}", None, self._going_on(token))[0]

    def _named(self, name: str) -> Query | None:
        """Read a saved search. One that leads back to itself is left out."""
        query = self._saved.get(name)
        if query is None:
            self.note(f"there is no saved search @{_short(name)}")
            return None
        if name in self._opened or len(self._opened) >= DEEPEST:
            self.note(f"@{_short(name)} refers to itself")
            return Everything()
        self._opened = (*self._opened, name)
        typing, self._typing = self._typing, False
        part = self.read(query[:LONGEST_QUERY])
        self._typing, self._opened = typing, self._opened[:-1]
        return part or Everything()

    def _sorted(self, token: Token) -> None:
        wanted = token.text.lower()
        found = [order for order in Order if order.startswith(wanted)]
        if wanted in ("newest", "-oldest"):
            self.order = Order.DATE
        elif wanted == "-date":
            self.order = Order.OLDEST
        elif found and (wanted in list(Order) or self._going_on(token)):
            self.order = found[0]
        else:
            self.note(f"sort: knows date, oldest, title and relevance, not {_short(token.text)}")

    def _dated(self, token: Token, field: Field) -> Query | None:
        days = self._days(token, field)
        if days is None:
            return None
        try:
            match field.kind:
                case Kind.BEFORE:
                    days = before(days)
                case Kind.AFTER:
                    days = after(days)
        except NoDateError as error:
            self.note(f"{field.name}:{_short(token.text)}: {error}")
            return None
        return Dates(days.first, days.last)

    def _days(self, token: Token, field: Field) -> Days | None:
        try:
            return self._read_days(token, field)
        except UnfinishedError as error:
            self.note(f"{field.name}: is not finished")
            return error.so_far
        except NoDateError:
            self.note(f"{field.name}: {_short(token.text)} is no date and is passed over; {_WRITE}")
            return None

    def _read_days(self, token: Token, field: Field) -> Days:
        days = read_days(in_english(token.text, self._months), self._today)
        for said in readings(token.text):
            self.note(f"{field.name}: {said}")
        return days

    def _event(self, token: Token, field: Field) -> Query | None:
        """Days of events; what is no date is looked for in the timeline's text."""
        try:
            days = self._read_days(token, field)
        except UnfinishedError as error:
            if token.text.isalpha() and is_begun(in_english(token.text, self._months)):
                return self._text(token, field)
            self.note(f"{field.name}: is not finished")
            return Dates(error.so_far.first, error.so_far.last, events=True) if error.so_far else None
        except NoDateError:
            return self._text(token, field)
        return Dates(days.first, days.last, events=True)


def _did_you_mean(written: str, near: str) -> str:
    return f"there is no field {written}: · did you mean {near}:"


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
