"""The whole corpus, by theme."""

from collections.abc import Callable, Iterator

from tests.hostile import (
    accidents,
    aliases,
    controls,
    dates,
    encodings,
    markup,
    names,
    nesting,
    prose,
    references,
    size,
    tags,
    types,
)
from tests.hostile.case import Case, Cases

THEMES: dict[str, Callable[[], Cases]] = {
    "aliases": aliases.cases,
    "nesting": nesting.cases,
    "size": size.cases,
    "tags": tags.cases,
    "types": types.cases,
    "accidents": accidents.cases,
    "encodings": encodings.cases,
    "dates": dates.cases,
    "references": references.cases,
    "names": names.cases,
    "controls": controls.cases,
    "markup": markup.cases,
    "prose": prose.cases,
}


def corpus() -> Iterator[tuple[str, Case]]:
    """Yield every case with its theme."""
    for theme, cases in THEMES.items():
        for case in cases():
            yield theme, case
