"""Commands as a script runs them, beside starting Python and importing what they need."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

_RUNS = 5
_WHOOSH = "from pathlib import Path; from whoosh import index; index.open_dir(next(Path({!r}).glob('gen-*'))).reader()"
_READER = "import briefterm.brief.reader, briefterm.brief.plan, argparse, json"


def cpu_seconds(*arguments: str) -> float:
    """Return the median CPU seconds of running Python with `arguments`, its children's included."""
    taken = []
    for _ in range(_RUNS):
        before = os.times()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = os.times()
        taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return statistics.median(taken)


def search_beside_whoosh(library: Path, index: Path) -> tuple[float, float]:
    """Return the CPU seconds of `search --json` on a warm index, and of importing Whoosh and opening that index."""
    search = cpu_seconds("-m", "briefterm", "search", "--json", "minister", "--library", str(library))
    return search, cpu_seconds("-c", _WHOOSH.format(str(index)))


def check_beside_imports(library: Path, files: int) -> tuple[float, float]:
    """Return the CPU seconds of `check` for one brief of `library`, the imports it needs taken off, and those."""
    imports = cpu_seconds("-c", _READER)
    return (cpu_seconds("-m", "briefterm", "check", str(library)) - imports) / max(1, files), imports
