"""A query that found nothing, with its words spelt as the index spells them."""

from collections.abc import Iterator
from itertools import islice, product

from briefterm.search.engine import Searcher
from briefterm.search.query import And, Dates, Everything, Or, Phrase, Query, Word, leaves
from briefterm.search.words import words

_MOST_WORDS = 6
_WAYS = 3
_MOST_REPAIRS = 12


def repairs(text: str, query: Query, searcher: Searcher) -> Iterator[str]:
    """Yield `text` with other spellings, the likeliest first.

    Words that stand nowhere are replaced; where that is not enough, one of the others is as well.
    """
    sought = list(dict.fromkeys(_words(query)))[:_MOST_WORDS]
    missing = {word.text: word for word in sought if not searcher.search(word, 0, 0).total}
    ways = [searcher.suggest(word)[:_WAYS] for word in missing.values()]
    if not all(ways):
        return
    spelt = {written: way[0] for written, way in zip(missing, ways, strict=True)}
    for chosen in islice(product(*ways), _MOST_REPAIRS) if missing else ():
        yield _replaced(text, dict(zip(missing, chosen, strict=True)))
    if len(sought) > 1:
        for word in sought:
            if word.text not in spelt:
                for other in searcher.suggest(word)[:_WAYS]:
                    yield _replaced(text, {**spelt, word.text: other})


def _words(query: Query) -> Iterator[Word]:
    """Yield the plain words that must or may be found, those of phrases among them."""
    for leaf in leaves(_without_dates(query)):
        if isinstance(leaf, Dates) or leaf.label:
            continue
        if isinstance(leaf, Phrase):
            last = len(leaf.words) - 1
            for number, word in enumerate(leaf.words):
                yield Word(word, leaf.prefix and number == last, exact=True, panes=leaf.panes)
        elif not leaf.edits and not leaf.inside:
            yield leaf


def _without_dates(query: Query) -> Query:
    """Return a query without dates in words, whose names of months are no slips."""
    match query:
        case Or(_, True):
            return Everything()
        case And(parts):
            return And(tuple(map(_without_dates, parts)))
        case Or(parts):
            return Or(tuple(map(_without_dates, parts)))
        case _:
            return query


def _replaced(text: str, others: dict[str, str]) -> str:
    """Return `text` with its words exchanged, a capital letter kept."""
    parts, at = [], 0
    for token in words(text, tails=False):
        other = others.get(token.text)
        if other is None or token.start < at or text[token.end : token.end + 1] == ":":
            continue
        written = text[token.start : token.end]
        parts += [text[at : token.start], other.capitalize() if written[:1].isupper() else other]
        at = token.end
    return "".join([*parts, text[at:]])
