"""Search while typing, by kind of query, beside other engines over the same text in the same run.

The others find and rank briefs. briefterm also reads the twenty it shows and finds the items and words in them.
"""

import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.engines import Search, fts5, ripgrep, tantivy
from benchmarks.figures import Figure
from benchmarks.notmuch import Notmuch
from benchmarks.samples import Sample
from briefterm.archive import Archive
from briefterm.ui.searching import PAGE


@dataclass(frozen=True)
class Kind:
    """Queries of one kind, each searched for letter by letter; `plain` ones mean the same to every engine."""

    name: str
    queries: tuple[str, ...]
    plain: bool = True

    def steps(self) -> list[str]:
        """Return what stands in the bar at each search."""
        return [query[:length] for query in self.queries for length in range(1, len(query) + 1)]


@dataclass(frozen=True)
class Row:
    """Milliseconds from key to results: for one kind and engine, half of the keys and 19 in 20 took no longer."""

    kind: str
    engine: str
    p50: float
    p95: float


KINDS = (
    Kind("one letter", ("a", "e", "m", "s", "t")),
    Kind("common words", ("minister", "president visit", "foreign affairs")),
    Kind("names", ("kissinger", "jaishankar", "guaido juan")),
    Kind("phrases", ('"prime minister', '"secretary of state', '"foreign affairs')),
    Kind("fields", ("who:kissinger", "agenda:treaty", "country:india"), plain=False),
    Kind("dates", ("date:1961-06", "event:1961 paris", "minister after:1970"), plain=False),
    Kind("boolean", ("paris OR london", "(paris OR rome) -minister"), plain=False),
    Kind("misspelt", ("jaishanker", "minister of forign afairs", "kisinger"), plain=False),
    Kind("edits", ("kisinger~2", "presidant~"), plain=False),
)


OURS = "briefterm"
_SLOW = ("ripgrep", "notmuch")
"""What starts a process for each search."""
_FEW, _BUDGET, _BUDGET_ABOVE = 10_000, 50.0, 100.0


def measure(folder: Path, archive: Archive, briefs: list[tuple[str, str]], notmuch: Notmuch | None) -> list[Row]:
    """Return the times of every kind of query with every engine that can be had; `briefs` are titles and texts."""
    finder = archive.finder()
    finder.search("x")
    finder.warm()  # as the app does once it has shown a first answer
    others = {"SQLite FTS5": fts5(briefs), "tantivy": tantivy(briefs), "ripgrep": ripgrep(folder)}
    others["notmuch"] = notmuch.search if notmuch is not None else None
    rows = []
    for kind in KINDS:
        rows.append(_row(kind, OURS, kind.steps(), lambda text: finder.search(text, typing=True, limit=PAGE).total))
        for name, search in others.items():
            if kind.plain and search is not None:
                rows.append(_row(kind, name, kind.steps()[:: 8 if name in _SLOW else 1], search))
    finder.close()
    return rows


def figure(rows: list[Row], briefs: int) -> Figure:
    """Return the times of the kind whose p95 is the longest: what the budget is of."""
    worst = max((row for row in rows if row.engine == OURS), key=lambda row: row.p95)
    budget = _BUDGET if briefs <= _FEW else _BUDGET_ABOVE
    return Figure("search, slowest kind", worst.p50, "ms", budget=budget, p95=worst.p95)


def _row(kind: Kind, engine: str, steps: list[str], search: Search) -> Row:
    taken = []
    for text in steps:
        began = time.perf_counter()
        search(text)
        taken.append((time.perf_counter() - began) * 1000)
    sample = Sample.of(taken)
    return Row(kind.name, engine, sample.median, sample.p95)


def as_values(rows: list[Row]) -> list[dict[str, object]]:
    """Return rows as JSON has them."""
    return [asdict(row) for row in rows]


def table(rows: list[Row]) -> str:
    """Return `rows` as text: kinds down, engines across, p50/p95 in milliseconds."""
    engines = list(dict.fromkeys(row.engine for row in rows))
    by_cell = {(row.kind, row.engine): f"{row.p50:.1f}/{row.p95:.1f}" for row in rows}
    lines = [f"{'ms, p50/p95':14}" + "".join(f"{engine:>16}" for engine in engines)]
    lines += [
        f"{kind.name:14}" + "".join(f"{by_cell.get((kind.name, engine), ''):>16}" for engine in engines)
        for kind in KINDS
    ]
    return "\n".join(lines)
