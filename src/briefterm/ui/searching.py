"""The search as it stands: what is typed, what has come back, what to ask for next. Knows no widget."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefterm.search.finder import Results
    from briefterm.search.query import Query
    from briefterm.ui.messages import Answered
    from briefterm.ui.services import Services

PAGE = 12


class Searching:
    """One search after another, and the texts of earlier ones, the newest last."""

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._asked = 0
        self._more = 0
        self.text = ""
        self.results: Results | None = None
        self._earlier: tuple[str, ...] = ()
        self._at = 0

    @property
    def query(self) -> "Query | None":
        """What the results are for, or None where nothing was asked."""
        return self.results.parsed if self.results and self.results.query.strip() else None

    @property
    def settled(self) -> bool:
        """Whether the results are those of what is typed."""
        return self.results is not None and self.results.query == self.text

    @property
    def earlier(self) -> tuple[str, ...]:
        """The texts searched for so far, the newest last."""
        return self._earlier

    @earlier.setter
    def earlier(self, texts: tuple[str, ...]) -> None:
        self._earlier, self._at = texts, len(texts)

    def type(self, text: str) -> None:
        """Take in that `text` stands in the bar now; `again` is to be called once that can be seen."""
        self.text = text
        self._services.unask()

    def again(self) -> None:
        """Ask for what is typed, or once more where the library has changed."""
        self._more = 0
        self._asked = self._services.ask(self.text, 0, PAGE)

    def more(self) -> None:
        """Ask for the results after those at hand, if there are any and they are not on their way."""
        if self.results and not self._more and len(self.results.hits) < self.results.total:
            self._more = self._services.ask(self.text, len(self.results.hits), PAGE)

    def answered(self, event: "Answered") -> bool:
        """Take in an answer; return whether it is the one wanted."""
        if event.ticket == self._asked:
            self.results = event.results
            return True
        if event.ticket == self._more and self.results:
            self._more = 0
            self.results = replace(self.results, hits=self.results.hits + event.results.hits)
            return True
        return False

    def current(self, ticket: int) -> bool:
        """Return whether `ticket` is that of the newest search."""
        return ticket == self._asked

    def keep(self) -> None:
        """Remember what was searched for."""
        text = self.text.strip()
        if text:
            self.earlier = (*(other for other in self._earlier if other != text), text)
            self._services.keep_search(text)

    def recall(self) -> str | None:
        """Return the text searched for before the one recalled last; after the oldest, the newest again."""
        if not self._earlier:
            return None
        self._at = (self._at or len(self._earlier)) - 1
        return self._earlier[self._at]
