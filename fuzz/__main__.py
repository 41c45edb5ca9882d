"""Look for inputs that break the reader or the query parser.

`reader` and `query` are fuzzed with coverage as the guide (atheris, the extra `fuzz`): the hostile corpus or queries
are mutated, and kept where they reach code that nothing reached before. `queries` parses random queries and says how
long that took. What breaks is written into .fuzz/ and named, with an exit status other than 0; it becomes a case of
tests/hostile, or of tests/search/test_any_query.py.
"""

import argparse
import sys
from pathlib import Path

FOLDER = Path(".fuzz")
_SLOWEST = 5  # seconds for one input: instrumented code on a busy machine; the limits themselves are tests.hostile's
_MEMORY = 2048


def main() -> int:
    """Run one target and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=("reader", "query", "queries"))
    parser.add_argument("--seconds", type=int, default=300, help="how long to fuzz (default 300)")
    parser.add_argument("--count", type=int, default=100_000, help="how many random queries (default 100,000)")
    parser.add_argument("--seed", type=int, default=4, help="of all chance (default 4)")
    parser.add_argument(
        "--library", type=Path, help="a folder of briefs to search with them, in place of parsing alone"
    )
    parsed = parser.parse_args()
    if parsed.target == "queries":
        return _queries(parsed.count, parsed.seed, parsed.library)
    return _fuzz(parsed.target, parsed.seconds, parsed.seed)


def _queries(count: int, seed: int, library: Path | None) -> int:
    from fuzz import queries

    timing = queries.timed(count, seed) if library is None else queries.searched(library, count, seed)
    print(f"{timing.count:,} queries, no exception; {timing.total / timing.count * 1000:.2f} ms each on average")
    print(f"slowest: {timing.slowest * 1000:.0f} ms for {timing.query[:60]!a} ({len(timing.query):,} letters)")
    return 0


def _fuzz(target: str, seconds: int, seed: int) -> int:
    try:
        import atheris
    except ImportError:
        print("fuzz: atheris is missing; install the extra `fuzz` (Linux only)", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["briefterm"]):  # nothing of ours is imported before: it would stay blind
        from fuzz import seeds, targets
    folder = FOLDER / target
    seeds.write_seeds(target, folder / "inputs")
    seeds.write_words(target, folder / "words")
    atheris.Setup(
        [
            f"fuzz {target}",
            f"-max_total_time={seconds}",
            f"-max_len={seeds.LARGEST}",
            f"-seed={seed}",
            f"-timeout={_SLOWEST}",
            f"-rss_limit_mb={_MEMORY}",
            f"-dict={folder / 'words'}",
            f"-artifact_prefix={folder}/found-",
            "-print_final_stats=1",
            "-verbosity=1",
            str(folder / "inputs"),
        ],
        targets.reader if target == "reader" else targets.query,
    )
    atheris.Fuzz()  # ends the process
    return 0


if __name__ == "__main__":
    sys.exit(main())
