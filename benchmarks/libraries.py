"""The libraries that are measured: the shipped one, a real one where its folder is given, and made ones of any size.

None is measured where it lies: what is measured may be written to.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from benchmarks.generate import make_library
from briefterm.library.files import walk
from briefterm.paths import shipped_briefs

ALL = (3, 9_261, 50_000, 100_000)
QUICK = (3, 1_000)


@dataclass(frozen=True)
class Source:
    """Where the briefs of a library are taken from, and how many there are. `real` ones were not made up."""

    folder: Path
    size: int
    real: bool


def sources(sizes: tuple[int, ...], given: Path | None, work: Path) -> Iterator[Source]:
    """Yield a library of each size, made below `work` unless it is the shipped or the given one."""
    real = [shipped_briefs(), *([given] if given is not None else [])]
    known = {count(folder): folder for folder in real}
    for size in sizes:
        yield Source(known[size], size, True) if size in known else Source(make_library(work, size), size, False)


def count(folder: Path) -> int:
    """Return how many briefs are in a folder."""
    return sum(1 for stamp in walk(folder) if not stamp.oddity)


@contextmanager
def apart(source: Source, work: Path) -> Iterator[Path]:
    """Lend a copy of a library, and folders of its own for cache, data, configuration and state until it is left."""
    kinds = ("CACHE", "DATA", "CONFIG", "STATE")
    work.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=work, prefix="run-") as own:
        copy = Path(own, "library")
        shutil.copytree(source.folder, copy, copy_function=_link, ignore=shutil.ignore_patterns(".*"))
        with patch.dict(os.environ, {f"XDG_{kind}_HOME": f"{own}/{kind.lower()}" for kind in kinds}):
            yield copy


def _link(source: str, target: str) -> None:
    """Have one file be at two places, or copy it where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
