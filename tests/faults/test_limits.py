"""Where nothing can be written it still opens and answers, says so once, and leaves no trace."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support import ROOT, Outcome, briefterm, run_python, write_library

SMALL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from briefterm.cli import run
sys.exit(run(sys.argv[1:]))
"""


def found(done: Outcome) -> list[str]:
    return [hit["id"] for hit in done.json["hits"]]


@pytest.mark.parametrize("kind", ["CACHE", "DATA", "CONFIG"])
def test_a_folder_that_cannot_be_made_is_done_without(kind: str, library: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    environment = {f"XDG_{kind}_HOME": str(tmp_path / "file")}
    done = briefterm("search", "--json", "radar", "--library", library, **environment)
    assert (done.status, found(done)) == (0, ["talks"])
    assert done.err.count("\n") == (1 if kind == "CACHE" else 0)


def test_without_a_home_it_answers(library: Path) -> None:
    environment = {f"XDG_{kind}_HOME": "" for kind in ("CACHE", "DATA", "CONFIG", "STATE")}
    done = briefterm("search", "--json", "radar", "--library", library, HOME="/dev/null/none", **environment)
    assert (done.status, found(done)) == (0, ["talks"])
    assert done.err.count("\n") == 1


def test_a_full_disk_is_done_without(tmp_path: Path) -> None:
    briefs = {f"{n}.yaml": f"title: Brief {n}\nbackground: radar {'x' * 900}{n}\n" for n in range(60)}
    library = write_library(tmp_path / "library", briefs)
    done = run_python("-c", SMALL, "search", "--json", "radar", "--limit", "100", "--library", str(library))
    assert (done.status, len(found(done))) == (0, 60)
    assert "nothing is kept in the cache folder" in done.err
    again = briefterm("search", "--json", "radar", "--library", library)
    assert (again.status, again.json["total"], again.err) == (0, 60, "")


def test_many_on_one_library_all_answer(tmp_path: Path) -> None:
    briefs = {f"{n}.yaml": f"title: Brief {n}\nbackground: radar and word{n}\n" for n in range(80)}
    library = write_library(tmp_path / "library", briefs)

    def ask(number: int) -> Outcome:
        if number % 4 == 0:
            (library / f"more-{number}.yaml").write_text(f"title: More {number}\nbackground: sonar\n")
            return briefterm("index", "--library", library)
        return briefterm("search", "--json", "radar", "--limit", "100", "--library", library)

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(ask, range(16)))
    assert [done.status for done in outcomes] == [0] * 16
    for number, done in enumerate(outcomes):
        if number % 4:
            assert done.json["total"] == 80
    assert briefterm("search", "--json", "sonar", "--library", library).json["total"] == 4


def test_a_killed_writer_leaves_no_lock(library: Path, own_folders: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom briefterm.archive import Archive\n"
        "from briefterm.library.lock import writer_lock\n"
        "archive = Archive.of(Path(sys.argv[1]))\n"
        "with writer_lock(archive.cache, 0):\n    print('held', flush=True)\n    time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    holder = subprocess.Popen([sys.executable, "-c", code, library], stdout=subprocess.PIPE, env=environment)
    assert holder.stdout is not None
    with holder.stdout:
        holder.stdout.readline()
        holder.kill()
        holder.wait()
    done = briefterm("search", "--json", "radar", "--library", library)
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["total"] == 1
