"""One word, phrase or country of a query, as the index holds it."""

import re

from briefterm.brief.fold import fold
from briefterm.locales import ENGLISH, Locale
from briefterm.search import panes
from briefterm.search.days import Days
from briefterm.search.fields import Field
from briefterm.search.labels import whole_id
from briefterm.search.query import Dates, Or, Phrase, Query, Word, both
from briefterm.search.spoken import forms
from briefterm.search.words import inside_words, unspaced, words

MOST_EDITS = 2
_SHORTEST_PREFIX = 3
_TILDE = re.compile(r"(?P<word>.+?)~(?P<edits>\d*)", re.DOTALL)


def word(written: str, field: Field | None, going_on: bool) -> tuple[Query | None, list[str]]:
    """Return what a piece between spaces means, and notes: a word, or several that stand together."""
    made, notes = _word(written, field, going_on)
    return _or_all_of_it(written, field, made), notes


def _or_all_of_it(written: str, field: Field | None, made: Query | None) -> Query | None:
    """Return what a text means in a field, before it the brief whose id is no more than that."""
    if made is None or field is None or field.label != "id":
        return made
    return Or((Word(whole_id(written), exact=True, label="id"), made))


def _word(written: str, field: Field | None, going_on: bool) -> tuple[Query | None, list[str]]:
    edits, notes = 0, []
    tilde = _TILDE.fullmatch(written)
    if tilde:
        written = tilde["word"]
        edits = min(int(tilde["edits"][:3] or 1), MOST_EDITS)
        if int(tilde["edits"][:3] or 1) > MOST_EDITS:
            notes.append(f"~ allows {MOST_EDITS} other letters at most")
    prefix = (going_on and not tilde) or written.endswith("*")
    if "*" in written.rstrip("*"):
        notes.append("* stands for letters at the end of a word only")
    bits, label = _where(field)
    found = words(written, tails=False)
    if not found:
        return None, notes
    last = found[-1].position
    if (last == 0 and len({token.text for token in found}) == 1) or edits:
        return _single(found[0].text, prefix, min(edits, len(found[0].text) // 2), bits, label), notes
    tokens: dict[int, list[str]] = {}
    for token in found:
        tokens.setdefault(token.position, []).append(token.text)
    if last == 0:
        return Word(tokens[0][0], prefix, panes=bits, label=label), notes
    parts = tuple(texts[-1] for _, texts in sorted(tokens.items()))
    whole = next((token.text for token in found if (token.start, token.end) == (found[0].start, found[-1].end)), "")
    ways: list[Query] = []
    if whole and whole not in parts:
        ways.append(Word(whole, prefix, panes=bits, label=label))
    if not (whole and ("+" in whole or "&" in whole)):
        ways.append(_phrase(parts, prefix, bits, label))
    return (ways[0] if len(ways) == 1 else Or(tuple(ways))), notes


def _single(text: str, prefix: bool, edits: int, bits: int, label: str) -> Word:
    if inside_words(text):
        return Word(text, inside=True, edits=edits, panes=bits, label=label)
    prefix = prefix or (unspaced(text) and len(words(text)) == 1)
    return Word(text, prefix, edits=edits, panes=bits, label=label)


def phrase(written: str, field: Field | None, going_on: bool) -> Query | None:
    """Return what stands between quotation marks: exactly these words, one after another."""
    return _or_all_of_it(written, field, _phrase_of(written, field, going_on))


def spoken_date(written: str, meant: str, days: Days, field: Field | None, going_on: bool) -> Query:
    """Return what a date among other words means: first what has it as it is `written` or may be, then what is of it.

    `meant` is it in the format's own way. Last come briefs that have its words anywhere; in a `field` no days count.
    """
    found = (phrase(form, field, False) for form in (written, *forms(meant), meant))
    together = tuple(dict.fromkeys(one for one in found if one is not None))
    pieces = written.split()
    last = len(pieces) - 1
    apart = [word(piece, field, going_on and at == last)[0] for at, piece in enumerate(pieces)]
    of_it = (Dates(days.first, days.last),) if field is None else ()
    return Or((Or(together), *of_it, both([one for one in apart if one is not None])), ranked=True)


def _phrase_of(written: str, field: Field | None, going_on: bool) -> Query | None:
    bits, label = _where(field)
    tokens: dict[int, str] = {}
    for token in words(written, tails=False):
        tokens[token.position] = token.text
    found = tuple(text for _, text in sorted(tokens.items()))
    if not found:
        return None
    if len(found) == 1:
        return Word(found[0], going_on, exact=True, panes=bits, label=label)
    return _phrase(found, going_on, bits, label)


def _phrase(found: tuple[str, ...], prefix: bool, bits: int, label: str) -> Query:
    """A phrase; one or two letters that may go on say too little yet to narrow it."""
    if prefix and len(found[-1]) < _SHORTEST_PREFIX and not unspaced(found[-1]):
        found, prefix = found[:-1], False
    if len(found) == 1:
        return Word(found[0], prefix, exact=True, panes=bits, label=label)
    return Phrase(found, prefix, bits, label)


def country(written: str, going_on: bool, locale: Locale = ENGLISH) -> Query | None:
    """Return the country of that name, in English or in `locale`, or of that code.

    Else every country one of whose names has these words in it.
    """
    code = locale.code_of(written)
    if code is not None and not (going_on and len(written) < _SHORTEST_PREFIX):
        return Word(fold(code), exact=True, label="country")
    wanted = [token.text for token in words(written.replace("-", " "))]
    if not wanted:
        return None
    codes = {fold(code)} if code else set()
    codes.update(fold(other) for name, other in locale.known_names() if _begins(name, wanted, going_on))
    ways: list[Query] = [Word(found, exact=True, label="country") for found in sorted(codes)]
    unknown = phrase(written.replace("-", " "), None, going_on)
    if isinstance(unknown, Word):
        ways.append(Word(unknown.text, unknown.prefix, exact=True, label="country"))
    elif isinstance(unknown, Phrase):
        ways.append(Phrase(unknown.words, unknown.prefix, label="country"))
    return ways[0] if len(ways) == 1 else Or(tuple(ways))


def _begins(name: str, wanted: list[str], going_on: bool) -> bool:
    parts = [token.text for token in words(name)]
    *whole, last = wanted
    return all(part in parts for part in whole) and any(
        part.startswith(last) if going_on else part == last for part in parts
    )


def _where(field: Field | None) -> tuple[int, str]:
    return (field.panes, field.label) if field else (panes.EVERYWHERE, "")
