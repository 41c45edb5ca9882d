"""What is typed into the search bar, read as plainly as possible: any text is a query, none is an error."""

import re

from briefterm.search.query import And, Everything, Not, Or, Phrase, Query, Word
from briefterm.search.words import words

_JOINING = re.compile("[+&]")
LONGEST_QUERY = 400
MOST_WORDS = 24
_PIECE = re.compile(r'(?P<minus>-?)"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+)')


def parse(text: str, *, typing: bool = False) -> Query:
    """Return the query `text` means. While `typing`, a last word that nothing follows may go on."""
    text = text[:LONGEST_QUERY]
    parts: list[Query] = []
    count = 0
    for piece in _PIECE.finditer(text):
        last = typing and piece.end() == len(text)
        if piece["phrase"] is not None:
            part = _phrase(piece["phrase"], last and not piece["closed"])
            excluded = bool(piece["minus"])
        else:
            written = piece["word"]
            excluded = len(written) > 1 and written.startswith("-")
            part = _word(written.lstrip("-") if excluded else written, last)
        if part is None:
            continue
        count += 1
        if count > MOST_WORDS:
            break
        parts.append(Not(part) if excluded else part)
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _word(written: str, prefix: bool) -> Query | None:
    """One piece between spaces: a word, a compound in either spelling, or several words that must all occur."""
    star = written.endswith("*")
    found = words(written, tails=False)
    if not found:
        return None
    prefix = prefix or star
    tokens: dict[int, list[str]] = {}
    groups: list[Query] = []
    for word in found:
        tokens.setdefault(word.position, []).append(word.text)
    whole = [word for word in found if word.start == found[0].start and word.end == found[-1].end]
    last = max(tokens)
    if last == 0:
        return Word(tokens[0][0], prefix)
    parts = tuple(texts[-1] for _, texts in sorted(tokens.items()))
    if whole and whole[0].text not in parts:
        groups.append(Word(whole[0].text, prefix))
    if not (whole and _JOINING.search(whole[0].text)):
        groups.append(Phrase(parts, prefix))
    return groups[0] if len(groups) == 1 else Or(tuple(groups))


def _phrase(written: str, prefix: bool) -> Query | None:
    tokens: dict[int, str] = {}
    for word in words(written, tails=False):
        tokens[word.position] = word.text
    found = tuple(text for _, text in sorted(tokens.items()))
    if not found:
        return None
    return Word(found[0], prefix) if len(found) == 1 else Phrase(found, prefix)
