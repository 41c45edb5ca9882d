"""A library's catalogue for tests, filled without an index."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path

from briefterm.brief.model import Brief
from briefterm.library.catalogue import Catalogue
from briefterm.library.library import Library
from briefterm.library.refresh import refresh
from tests.support import write_library


class NoIndex:
    """Takes everything and keeps nothing."""

    generation = "none"

    @property
    def prepare(self) -> Callable[[Brief], str]:
        return attrgetter("title")

    def update(self, put: list[tuple[str, str | None]], remove: list[str]) -> None:
        pass


def remember(root: Path, cache: Path) -> None:
    """Bring the catalogue in `cache` up to what the library in `root` holds."""
    cache.mkdir(exist_ok=True)
    catalogue = Catalogue.open(cache)
    try:
        refresh(Library.at(root), catalogue, NoIndex(), lambda _: None)
    finally:
        catalogue.close()


@contextmanager
def catalogue_of(folder: Path, files: Mapping[str, str]) -> Iterator[Catalogue]:
    """Write a library below `folder` and open its catalogue."""
    remember(write_library(folder / "library", files), folder / "cache")
    catalogue = Catalogue.open(folder / "cache")
    try:
        yield catalogue
    finally:
        catalogue.close()
