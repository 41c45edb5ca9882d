import subprocess
from pathlib import Path

import pytest

from tests.support import TALKS, briefterm, write_library

NEWER = (
    TALKS.replace("kind: ministerial", "kind: meeting")
    .replace("    ask: A liaison officer at the fusion centre\n", "    ask: Two officers\n")
    .replace("  - US: Spare parts\n", "  - US: Spare parts for the coast\n  - Fisheries\n")
    .replace("  - 2018: First round of talks\n", "")
)
TOLD = """\
Coastal Security Talks · TLP:AMBER
brief
  kind: ministerial → meeting
agenda
  changed 1: Shared radar pictures
    ask: A liaison officer at the fusion centre → Two officers
  reworded 2: Spare parts for the coast (was: Spare parts)
  added 3: Fisheries
timeline
  removed 1: First round of talks
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path, {"old.yaml": TALKS, "new.yaml": NEWER})


def test_items_are_told_in_words(folder: Path) -> None:
    done = briefterm("diff", folder / "old.yaml", folder / "new.yaml")
    assert (done.status, done.out, done.err) == (0, TOLD, "")


def test_json_has_panes_and_indices(folder: Path) -> None:
    found = briefterm("diff", folder / "old.yaml", folder / "new.yaml", "--json").json
    assert found["new"]["marking"] == "TLP:AMBER"
    assert found["fields"] == [{"field": "kind", "old": "ministerial", "new": "meeting"}]
    assert found["items"][0] == {
        "pane": "agenda",
        "changes": ["changed"],
        "old": {"index": 0, "text": "Shared radar pictures"},
        "new": {"index": 0, "text": "Shared radar pictures"},
        "fields": [{"field": "ask", "old": "A liaison officer at the fusion centre", "new": "Two officers"}],
    }
    assert [item["changes"] for item in found["items"]] == [["changed"], ["reworded"], ["added"], ["removed"]]
    assert (found["items"][2]["old"], found["items"][3]["new"]) == (None, None)


def test_nothing_differs(folder: Path) -> None:
    done = briefterm("diff", folder / "old.yaml", folder / "old.yaml", "--exit-code")
    assert (done.status, done.out, done.err) == (0, "", "nothing differs\n")
    assert briefterm("diff", folder / "old.yaml", folder / "new.yaml", "--exit-code").status == 1


def test_long_texts_are_told_line_by_line(folder: Path) -> None:
    prose = TALKS.replace("patrol the same lanes.\n", "patrol the same lanes.\n  And the straits.\n")
    (folder / "prose.yaml").write_text(prose)
    out = briefterm("diff", folder / "old.yaml", folder / "prose.yaml").out
    assert out.endswith("brief\n  background:\n    added And the straits.\n")


def test_revisions_of_git(folder: Path) -> None:
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True)
    file = folder / "old.yaml"
    file.write_text(NEWER)
    assert briefterm("diff", f"{file}@HEAD", file).out == TOLD
    assert briefterm("diff", f"{file}@HEAD").out == TOLD
    assert briefterm("diff", file).out == TOLD
    assert briefterm("diff", "old@HEAD", "old", "--library", folder).out == TOLD
    done = briefterm("diff", f"{file}@nope", file)
    assert (done.status, done.out) == (2, "")
    assert "old.yaml@nope: invalid object name" in done.err


def test_what_is_no_brief_is_said(folder: Path) -> None:
    (folder / "torn.yaml").write_text("title: [never closed\n")
    done = briefterm("diff", folder / "torn.yaml", folder / "old.yaml")
    assert (done.status, done.out) == (1, "")
    assert f"{folder}/torn.yaml:1:8: error: yaml:" in done.err
