"""Measure reading, the rescan, the search and the screen of a library beside their baselines, and print a table.

Wall times are of the machine at hand; the ratios are what holds elsewhere.
"""

import argparse
import compileall
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import yaml

import briefterm
from benchmarks.commands import check_beside_imports, search_beside_whoosh
from benchmarks.screen import first_screens, idle_bytes, long_background, median_cpu
from briefterm.archive import Archive
from briefterm.brief.reader import read
from briefterm.library.files import walk
from briefterm.paths import shipped_briefs

QUERIES = ("minister india", "new delhi 1961", "treaty", '"prime minister"', "2+2", "kishida")


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


def compiled() -> None:
    """Have the modules compiled, as an installed program has them; an editable one may not."""
    compileall.compile_dir(Path(briefterm.__file__).parent, quiet=1)


def first_title(folder: Path) -> str:
    """Return the beginning of the title that the list shows first."""
    catalogue = Archive.of(folder).catalogue()
    title = catalogue.page(0, 1)[0].title
    catalogue.close()
    return title[:12]


def main() -> None:
    """Run everything once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("library", nargs="?", type=Path, default=shipped_briefs(), help="a folder of briefs")
    folder: Path = parser.parse_args().library
    compiled()
    files = [(stamp.path, (folder / stamp.path).read_bytes()) for stamp in walk(folder) if not stamp.oddity]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reading = timed(lambda: done(read(data, path) for path, data in files))
    loading = timed(lambda: done(yaml.load(data, loader) for _, data in files))
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        archive = Archive.of(folder)
        first = timed(lambda: archive.refresh(lambda _: None), 1)
        again = timed(lambda: archive.refresh(lambda _: None))
        taken = keystrokes(archive)
        search, whoosh = search_beside_whoosh(folder, (archive.cache or folder) / "index")
        check, imports = check_beside_imports(folder, len(files))
        Archive.of(shipped_briefs()).refresh(lambda _: None)
        libraries = {
            "3 briefs": (shipped_briefs(), first_title(shipped_briefs())),
            "library": (folder, first_title(folder)),
        }
        paints = first_screens(libraries, Path(cache))
        idle = idle_bytes(*libraries["library"], Path(cache))
    print(f"{len(files):,} briefs in {folder.name}")
    print(f"read and check    {len(files) / reading:10,.0f} a second   {reading / loading:5.2f} x yaml's safe loader")
    print(f"first index       {len(files) / first:10,.0f} a second")
    print(f"rescan, unchanged {again:10.3f} s")
    print(
        f"search --json     {search * 1000:10.0f} ms CPU   {search / whoosh:5.2f} x importing Whoosh, opening its index"
    )
    print(f"check             {1 / check:10,.0f} a second of CPU, after {imports * 1000:.0f} ms of imports")
    minimal = median_cpu(paints["minimal"])
    for name, taken_by in paints.items():
        cpu = median_cpu(taken_by)
        print(f"first screen, {name:10} {cpu:6.0f} ms CPU   {cpu / minimal:5.2f} x a minimal Textual app")
    print(f"idle              {idle:10,} bytes in ten seconds")
    print(f"50 KB background  {long_background():10.0f} ms")
    print(f"keystroke         {taken[len(taken) // 2]:10.1f} ms p50   {taken[int(len(taken) * 0.95)]:.1f} ms p95")


if __name__ == "__main__":
    main()
