"""Try the whole hostile corpus, each case in a child with limits, then the commands and the app on all of it as files.

Prints a table and what is not as expected; exit status 1 if anything is, or if a limit was passed or a byte leaked.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.corpus import THEMES, corpus
from tests.hostile.guard import MEGABYTE, confined
from tests.hostile.outside import commands, lay_corpus, leaked_by_command, leaked_on_screen, looked_through
from tests.hostile.trial import Trial, tried

READ_WITHIN = 0.5
_TOLERANCE = 2  # a busy machine is no failure
MEMORY = 300 * MEGABYTE
_RUNAWAY = 20
_STEPS = ("read", "shown", "indexed")


@dataclass
class Tally:
    """What the cases of a theme came to."""

    cases: int = 0
    opened: int = 0
    slowest: dict[str, float] = field(default_factory=lambda: dict.fromkeys(_STEPS, 0.0))
    peak: int = 0
    leaked: int = 0
    failures: list[str] = field(default_factory=list)


def main() -> int:
    """Run what is asked for and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--only", metavar="THEMES", help=f"some of {','.join(THEMES)}; leaves out commands and app")
    parser.add_argument("--read", action="store_true", help="only read them; leaves out commands and app")
    parsed = parser.parse_args()
    themes = parsed.only.split(",") if parsed.only else list(THEMES)
    heads = ("cases", "opened", "refused", "read", "shown", "indexed", "peak", "leaked")
    print(f"{'':12}" + "".join(f"{head:>9}" for head in heads))
    tallies = []
    for theme in themes:
        tally = _tally(THEMES[theme](), only_read=parsed.read)
        tallies.append(tally)
        print(_row(theme, tally), flush=True)
    if len(tallies) > 1:
        print(_row("all", _sum(tallies)))
    failures = [failure for tally in tallies for failure in tally.failures]
    if not (parsed.only or parsed.read):
        failures += list(_outside())
    print(*failures, sep="\n" if failures else "", end="\n" if failures else "")
    print(
        "read, shown, indexed: the slowest, in seconds of processor time; peak: the most memory, in MB; leaked: bytes"
    )
    return 1 if failures else 0


def _tally(cases: Iterator[Case], *, only_read: bool) -> Tally:
    tally = Tally()
    for case in cases:
        tally.cases += 1
        outcome = confined(lambda case=case: tried(case, only_read=only_read), 2 * MEMORY, _RUNAWAY)  # type: ignore[misc]
        tally.peak = max(tally.peak, outcome.peak)
        trial = outcome.result
        if not isinstance(trial, Trial):
            tally.failures.append(f"{case.name} ({case.why}): {outcome.died}")
            continue
        tally.opened += trial.opened
        tally.leaked += trial.leaked
        for step, seconds in trial.seconds.items():
            tally.slowest[step] = max(tally.slowest[step], seconds)
        tally.failures += [f"{case.name} ({case.why}): {failure}" for failure in _over(trial, outcome.peak)]
    return tally


def _over(trial: Trial, peak: int) -> Iterator[str]:
    yield from trial.failures
    if trial.seconds["read"] > READ_WITHIN * _TOLERANCE:
        yield f"took {trial.seconds['read']:.2f} s to read"
    if peak > MEMORY:
        yield f"took {peak // MEGABYTE} MB"
    if trial.leaked:
        yield f"leaked {trial.leaked} bytes"


def _sum(tallies: list[Tally]) -> Tally:
    return Tally(
        cases=sum(tally.cases for tally in tallies),
        opened=sum(tally.opened for tally in tallies),
        slowest={step: max(tally.slowest[step] for tally in tallies) for step in _STEPS},
        peak=max(tally.peak for tally in tallies),
        leaked=sum(tally.leaked for tally in tallies),
    )


def _row(name: str, tally: Tally) -> str:
    seconds = "".join(f"{tally.slowest[step]:9.2f}" for step in _STEPS)
    counts = f"{tally.cases:9,}{tally.opened:9,}{tally.cases - tally.opened:9,}"
    return f"{name:12}{counts}{seconds}{tally.peak // MEGABYTE:9,}{tally.leaked:9}"


def _outside() -> Iterator[str]:
    """Try commands and app on the corpus as files; yield what went wrong."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")})
        folder = Path(home) / "library"
        count, _ = lay_corpus(folder, _laid())
        for name, status, out, err in commands(folder):
            leaked = leaked_by_command(out) + leaked_by_command(err)
            print(f"{name:18} status {status}   {len(out) + len(err):12,} bytes written, {len(leaked)} leaked")
            if leaked or b"Traceback" in err:
                yield f"{name}: leaked {leaked[:40]!r}, said {err[-400:]!r}"
        few = Path(home) / "few"
        lay_corpus(few, ((theme, case) for theme, case in corpus() if on_screen(case)))
        written = looked_through(few, 200)
        leaked = leaked_on_screen(written)
        print(f"{'the app':18} 200 briefs looked at, {len(written):9,} bytes written, {len(leaked)} leaked")
        print(f"{count:,} files in the library")
        if leaked:
            yield f"the app leaked {leaked[:40]!r}"


def _laid() -> Iterator[tuple[str, Case]]:
    """Yield every case, but of the megabytes one in five: the time they take to index says nothing new."""
    for number, (theme, case) in enumerate(corpus()):
        if theme != "size" or number % 5 == 0:
            yield theme, case


def on_screen(case: Case) -> bool:
    """Return whether a case is one of those looked at in the app: those that hold what acts on a terminal."""
    return case.name.endswith(("-everywhere", "-in-link", "-raw")) or case.name.startswith(("entity-", "link-1"))


if __name__ == "__main__":
    sys.exit(main())
