"""Measure briefterm on a library beside its baselines, in one run, and print each figure with its budget.

Wall times are of the machine at hand; the ratios are what holds elsewhere. `--made N` measures a made-up library of N
briefs, written below `--work`, in place of a folder; `--quick` leaves out what takes more than a minute.
"""

import argparse
import compileall
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import yaml

import briefterm
from benchmarks.commands import check_beside_imports, search_beside_whoosh
from benchmarks.figures import Figure, as_json, table
from benchmarks.generate import make_library
from benchmarks.screen import first_screens, idle_bytes, long_background, median_cpu
from benchmarks.searching import measure
from benchmarks.searching import table as search_table
from briefterm.archive import Archive
from briefterm.brief.reader import read
from briefterm.library.files import walk
from briefterm.paths import shipped_briefs

MINIMAL = "a minimal Textual app"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", nargs="?", type=Path, default=shipped_briefs(), help="a folder of briefs")
    parser.add_argument("--made", type=int, metavar="N", help="a made-up library of N briefs")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir(), "briefterm-benchmarks"))
    parser.add_argument("--quick", action="store_true", help="reading, first screen and search alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parsed = parser.parse_args()
    folder = make_library(parsed.work / str(parsed.made), parsed.made) if parsed.made else parsed.library
    compileall.compile_dir(Path(briefterm.__file__).parent, quiet=1)  # as an installed program is
    with tempfile.TemporaryDirectory() as own:
        os.environ.update(
            {f"XDG_{kind}_HOME": f"{own}/{kind.lower()}" for kind in ("CACHE", "DATA", "CONFIG", "STATE")}
        )
        archive = Archive.of(folder)
        figures = []
        for figure in _figures(folder, archive, quick=parsed.quick):
            print(table([figure]), flush=True)
            figures.append(figure)
        rows = measure(folder, archive)
    print(f"\n{search_table(rows)}")
    if parsed.json:
        parsed.json.write_text(as_json(figures) + "\n", encoding="utf-8")


def _figures(folder: Path, archive: Archive, *, quick: bool) -> Iterator[Figure]:
    files = [(stamp.path, (folder / stamp.path).read_bytes()) for stamp in walk(folder) if not stamp.oddity]
    yield Figure("briefs", len(files), "")
    yield from _reading(files)
    first = timed(lambda: archive.refresh(lambda _: None), 1)
    yield Figure("first index", len(files) / first, "briefs/s", budget=400, at_least=True)
    yield Figure("rescan, unchanged", timed(lambda: archive.refresh(lambda _: None)), "s", budget=0.3)
    search, whoosh = search_beside_whoosh(folder, (archive.cache or folder) / "index")
    beside = "importing Whoosh, opening its index"
    yield Figure("search --json", search * 1000, "ms CPU", search / whoosh, beside, 1.5)
    if not quick:
        check, imports = check_beside_imports(folder, len(files))
        yield Figure("check", 1 / check, "briefs/s CPU")
        yield Figure("imports of check", imports * 1000, "ms CPU")
    yield from _screens(folder)
    yield Figure("50 KB background", long_background(), "ms", budget=250)
    taken = keystrokes(archive)
    yield Figure("keystroke, median", taken[len(taken) // 2], "ms")
    yield Figure("keystroke, 19 in 20", taken[int(len(taken) * 0.95)], "ms", budget=50 if len(files) < 10_000 else 100)


def _reading(files: list[tuple[str, bytes]]) -> Iterator[Figure]:
    some = files[:10_000]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reading = timed(lambda: done(read(data, path) for path, data in some))
    loading = timed(lambda: done(yaml.load(data, loader) for _, data in some))
    beside = "the time of yaml's safe loader"
    yield Figure("read and check", len(some) / reading, "briefs/s", budget=3000, at_least=True)
    yield Figure("read and check", reading / len(some) * 1e6, "us a brief", reading / loading, beside)


def _screens(folder: Path) -> Iterator[Figure]:
    Archive.of(shipped_briefs()).refresh(lambda _: None)
    libraries = {
        "3 briefs": (shipped_briefs(), first_title(shipped_briefs())),
        "library": (folder, first_title(folder)),
    }
    cache = Path(os.environ["XDG_CACHE_HOME"])
    paints = first_screens(libraries, cache)
    minimal = median_cpu(paints["minimal"])
    for name, painted in paints.items():
        cpu = median_cpu(painted)
        yield Figure(f"first screen, {name}", cpu, "ms CPU", cpu / minimal, MINIMAL, 1.5)
    yield Figure("idle", idle_bytes(*libraries["library"], cache), "bytes in 10 s", budget=0)


def timed(work: Callable[[], object], runs: int = 3) -> float:
    """Return the median seconds of `runs` runs of `work`."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def done(results: Iterable[object]) -> None:
    """Take results and keep none of them."""
    for _ in results:
        pass


QUERIES = ("minister india", "new delhi 1961", "treaty", '"prime minister"', "2+2", "kishida")


def keystrokes(archive: Archive) -> list[float]:
    """Return the milliseconds from each keystroke of the queries to its results."""
    finder = archive.finder()
    taken = []
    for query in QUERIES:
        for length in range(1, len(query) + 1):
            start = time.perf_counter()
            finder.search(query[:length], typing=True)
            taken.append((time.perf_counter() - start) * 1000)
    finder.close()
    return sorted(taken)


def first_title(folder: Path) -> str:
    """Return the beginning of the title that the list shows first."""
    catalogue = Archive.of(folder).catalogue()
    title = catalogue.page(0, 1)[0].title
    catalogue.close()
    return title[:12]


if __name__ == "__main__":
    main()
