"""Texts that belong to briefs without standing in them: the reader's own notes, searched beside the index."""

from collections.abc import Iterable

from briefterm.search.answering import answers
from briefterm.search.panes import NOTES
from briefterm.search.query import Phrase, Word
from briefterm.search.spans import found_in
from briefterm.search.words import words


class Annotations:
    """Texts, each with the path of its brief. A handful beside the briefs: looked through, not indexed."""

    def __init__(self, texts: Iterable[tuple[str, str]] = ()) -> None:
        self._texts = [(path, words(text)) for path, text in texts]
        self._having: dict[str, set[int]] = {}
        for number, (_, tokens) in enumerate(self._texts):
            for token in tokens:
                self._having.setdefault(token.text, set()).add(number)

    def __bool__(self) -> bool:
        return bool(self._texts)

    def paths(self, leaf: Word | Phrase) -> set[str]:
        """Return the briefs that have a text `leaf` is found in."""
        if leaf.label or not leaf.panes & NOTES:
            return set()
        if isinstance(leaf, Word):
            numbers = {number for text, having in self._having.items() if answers(leaf, text) for number in having}
        else:
            numbers = set(range(len(self._texts)))
            for word in leaf.words[:-1] if leaf.prefix else leaf.words:
                numbers &= self._having.get(word, set())
            numbers = {number for number in numbers if any(found_in(self._texts[number][1], leaf))}
        return {self._texts[number][0] for number in numbers}
