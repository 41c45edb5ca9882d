from pathlib import Path

from briefterm.paths import library_cache
from tests.support import briefterm


def test_status_says_how_far_it_is(library: Path) -> None:
    before = briefterm("index", "--status", "--json", "--library", library).json
    assert (before["briefs"], before["catalogued"], before["indexed"], before["current"]) == (4, 0, 0, False)
    briefterm("index", "--library", library)
    (library / "talks.yaml").unlink()
    (library / "new.yaml").write_text("title: New\n")
    after = briefterm("index", "--status", "--json", "--library", library).json
    assert {key: after[key] for key in ("briefs", "catalogued", "indexed", "gone", "errors", "current")} == {
        "briefs": 4,
        "catalogued": 3,
        "indexed": 3,
        "gone": 1,
        "errors": 1,
        "current": False,
    }
    told = briefterm("index", "--status", "--library", library)
    assert told.out.endswith("`briefterm index` brings them up to date\n")
    briefterm("index", "--library", library)
    assert briefterm("index", "--status", "--library", library).out.endswith("nothing to do\n")


def test_rebuild_reads_every_brief_again(library: Path) -> None:
    briefterm("index", "--library", library)
    generation = briefterm("index", "--status", "--json", "--library", library).json["generation"]
    assert briefterm("index", "--json", "--library", library).json == {"briefs": 4, "changed": 0}
    assert briefterm("index", "--rebuild", "--json", "--library", library).json["changed"] > 0
    after = briefterm("index", "--status", "--json", "--library", library).json
    assert after["current"]
    assert after["generation"] != generation
    assert briefterm("search", "radar", "--count", "--library", library).out == "1\n"


def test_rebuild_mends_a_damaged_catalogue(library: Path) -> None:
    briefterm("index", "--library", library)
    file = library_cache(library) / "catalogue.sqlite3"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert briefterm("index", "--rebuild", "--library", library).status == 0
    assert len(briefterm("list", "--library", library).out.splitlines()) == 4


def test_the_app_reads_progress_line_by_line(library: Path) -> None:
    import json

    lines = briefterm("index", "--events", "--library", library).out.splitlines()
    assert json.loads(lines[-1]) == {"total": 4, "catalogued": 4, "indexed": 4, "changed": 8, "done": True}


def test_status_and_rebuild_exclude_each_other() -> None:
    assert briefterm("index", "--status", "--rebuild").status == 2
