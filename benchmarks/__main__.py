"""Measure briefterm beside its baselines, in one run, and print each figure with its budget.

Wall times are of the machine at hand; ratios, counts and sizes are what holds elsewhere. Made-up libraries are made
once and kept below `--work`.
"""

import argparse
import compileall
import sys
import tempfile
from pathlib import Path

import briefterm
from benchmarks import growth, imports, kept, searching
from benchmarks.figures import Figure, as_json, as_values, heading, table
from benchmarks.libraries import ALL, QUICK, Source, apart, count, sources
from benchmarks.measures import Effort, of_library
from benchmarks.opening import SIZES, opening_figures
from benchmarks.plot import svg

_QUICK_OPENING = (2, 50)
_TITLE = "What briefterm takes, by the number of briefs"


def main() -> int:
    """Measure and print; return 1 where a figure that holds on any machine is beyond twice its budget."""
    asked = _parser().parse_args()
    quick: bool = asked.quick
    effort = Effort.of(quick=quick)
    compileall.compile_dir(Path(briefterm.__file__).parent, quiet=1)  # as an installed program is
    run: kept.Run = {}
    searches: dict[int, list[searching.Row]] = {}
    found: dict[str, list[imports.Import]] = {}
    for source in sources(_sizes(asked), asked.library, asked.work):
        print(f"\n{_name(source)}\n{heading()}")
        rows: list[searching.Row] = []
        figures = run[source.size] = []
        with apart(source, asked.work) as folder:
            for figure in of_library(folder, folder.parent, effort, rows, real=source.real, quick=quick):
                _say(figure, figures)
            if not found:
                found = imports.starts(folder)
                for figure in (*imports.figures(found), *_opening(folder.parent, quick=quick)):
                    _say(figure, figures)
        searches[source.size] = rows
        if rows:
            print(f"\n{searching.table(rows)}", flush=True)
    print(f"\nImports: each module's own time\n{imports.table(found)}")
    if len(run) > 1:
        print(f"\nGrowth with the number of briefs\n{growth.table(run)}")
    return _finish(asked, run, searches, found)


def _say(figure: Figure, figures: list[Figure]) -> None:
    figures.append(figure)
    print(table([figure]), flush=True)


def _finish(
    asked: argparse.Namespace,
    run: kept.Run,
    searches: dict[int, list[searching.Row]],
    found: dict[str, list[imports.Import]],
) -> int:
    """Write what was asked for, and compare the run with what is kept in the repository."""
    if asked.json:
        values = {
            "figures": {size: as_values(figures) for size, figures in run.items()},
            "searches": {size: searching.as_values(rows) for size, rows in searches.items()},
            "imports": {name: [[one.module, one.own] for one in some] for name, some in found.items()},
        }
        asked.json.write_text(as_json(values), encoding="utf-8")
    if asked.plot:
        asked.plot.write_text(svg(growth.panels(run), _TITLE), encoding="utf-8")
    if asked.quick:
        print(f"\nBeside what is kept\n{kept.beside(run, kept.load())}")
    if asked.keep:
        kept.save(run)
    beyond = [figure for figures in run.values() for figure in kept.beyond(figures)]
    for figure in beyond:
        print(f"more than twice its budget: {figure.name}", file=sys.stderr)
    return 1 if asked.quick and beyond else 0


def _opening(work: Path, *, quick: bool) -> list[Figure]:
    return list(opening_figures(work, 3 if quick else 7, _QUICK_OPENING if quick else SIZES))


def _sizes(asked: argparse.Namespace) -> tuple[int, ...]:
    if asked.sizes:
        return tuple(sorted({int(size) for size in asked.sizes.split(",")}))
    if asked.library is not None:
        return (count(asked.library),)
    return QUICK if asked.quick else ALL


def _name(source: Source) -> str:
    return f"{source.size:,} {'briefs' if source.real else 'made-up briefs'}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", nargs="?", type=Path, help="a folder of briefs; it is copied before anything else")
    sizes = ",".join(map(str, ALL))
    parser.add_argument(
        "--sizes",
        "--made",
        metavar="N,N",
        help=f"libraries of so many briefs: the shipped one, LIBRARY, else made-up ones (without LIBRARY: {sizes})",
    )
    parser.add_argument("--quick", action="store_true", help=f"less of everything, by default on {QUICK[0]} and 1,000")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir(), "briefterm-benchmarks"))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument(
        "--plot", type=Path, metavar="FILE", help="draw how they grow with the number of briefs, as SVG"
    )
    parser.add_argument("--keep", action="store_true", help="keep the ratios in the repository, for later quick runs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
