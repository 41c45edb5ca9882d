from pathlib import Path

import pytest

from tests.support import at_terminal, briefterm, write_library

FILES = {
    "talks.yaml": """\
title: Talks
date: 2023-11-10
marking: TLP:AMBER
officials:
  - {id: singh, name: Rajnath Singh, title: Defence Minister, country: IN}
  - Lloyd Austin, Defence Secretary (US)
  - Singh, Clerk
agenda:
  - {topic: Radar, who: [singh, Austin], when: 2023-11-10T10:00}
""",
    "posts.yaml": """\
title: Posts
kind: position
officials:
  - {id: singh, name: Rajnath Singh, title: Defence Minister, country: IN, from: 2019-05-31}
  - Lloyd Austin, Bishop (GB)
""",
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", FILES)


def test_the_dossier_as_text(library: Path) -> None:
    done = briefterm("who", "rajnath", "singh", "--on", "2023-11-11", "--library", library)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "Rajnath Singh",
        "  Defence Minister · India · 2 briefs",
        "  ids     singh",
        "  last    10 Nov 2023 10:00  Radar · TLP:AMBER  talks, agenda 1",
        "",
        "Offices (1)",
        "  31 May 2019 – …  Defence Minister (India)  posts, officials 1",
        "",
        "Met (1)",
        "    1  Lloyd Austin, Defence Secretary  last 10 Nov 2023 10:00  talks, agenda 1",
        "",
        "Led (1)",
        "  10 Nov 2023 10:00  Radar · TLP:AMBER  talks, agenda 1",
        "",
        "Briefs (2)",
        "  Talks · 10 Nov 2023 · TLP:AMBER",
        "    talks",
        "    officials 1: Defence Minister",
        "    agenda 1: 10 Nov 2023 10:00 · Radar",
        "  Posts",
        "    posts",
        "    officials 1: Defence Minister",
    ]


def test_the_same_as_json(library: Path) -> None:
    answer = briefterm("who", "singh", "--on", "2023-11-09", "--library", library, "--json").json
    told = answer["dossier"]
    assert told["person"] == {
        "key": "singh",
        "name": "Rajnath Singh",
        "ids": ["singh"],
        "countries": ["IN"],
        "title": "Defence Minister",
        "org": "",
        "sides": [],
        "briefs": 2,
        "bare": False,
        "declared": False,
    }
    assert told["next"] == {
        "path": "talks.yaml",
        "pane": "agenda",
        "index": 0,
        "text": "Radar",
        "date": "10 Nov 2023 10:00",
        "meant": "",
        "first": "2023-11-10",
        "last": "2023-11-10",
        "marking": "TLP:AMBER",
        "status": "",
    }
    assert told["last"] is None
    assert [one["id"] for one in told["briefs"]] == ["talks", "posts"]
    assert told["met"] == []
    assert answer["near"] == []
    told = briefterm("who", "singh", "--on", "2023-11-10", "--library", library, "--json").json["dossier"]
    assert [(one["person"]["name"], one["briefs"]) for one in told["met"]] == [("Lloyd Austin", 1)]


def test_several_are_listed(library: Path) -> None:
    done = briefterm("who", "austin", "--library", library)
    assert done.status == 0
    assert done.out.splitlines() == [
        "Lloyd Austin, Bishop (United Kingdom)  1 brief  austin lloyd (GB)",
        "Lloyd Austin, Defence Secretary (United States)  1 brief  austin lloyd (US)",
    ]
    assert done.err == "briefterm: 2 people may be meant; name one by the key\n"
    one = briefterm("who", "austin lloyd (GB)", "--library", library)
    assert one.out.startswith("Lloyd Austin\n  Bishop · United Kingdom · 1 brief\n")
    assert "Namesakes, perhaps the same person (1)" in one.out
    answer = briefterm("who", "austin", "--library", library, "--json").json
    assert answer["dossier"] is None
    assert len(answer["candidates"]) == 2


def test_a_bare_name_is_said_to_be_one(library: Path) -> None:
    (library / "posts.yaml").unlink()
    (library / "talks.yaml").write_text("title: T\nofficials: [Singh]\n")
    done = briefterm("who", "singh", "--library", library)
    assert done.out.startswith("Singh · by this name only: it may be more than one person\n")


def test_who_is_known_comes_before_a_bare_name(library: Path) -> None:
    (library / "posts.yaml").write_text("title: T\nofficials: [Austin]\n")
    done = briefterm("who", "austin", "--library", library)
    assert done.out.startswith("Lloyd Austin\n")
    assert done.err == "briefterm: by this name only, and perhaps another person: austin (bare), 1 brief\n"


def test_nobody_gives_those_who_are_near(library: Path) -> None:
    done = briefterm("who", "ragnath", "--library", library)
    assert (done.status, done.out) == (1, "")
    assert done.err == "briefterm: none of 4 people answers to `ragnath`; did you mean Rajnath Singh?\n"
    answer = briefterm("who", "ragnath", "--library", library, "--json")
    assert (answer.status, [one["key"] for one in answer.json["near"]]) == (1, ["singh"])


@pytest.mark.parametrize("arguments", [[], ["singh", "--on", "soon"], ["singh", "--limit", "0"]])
def test_wrong_usage(library: Path, arguments: list[str]) -> None:
    done = briefterm("who", *arguments, "--library", library)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("briefterm: ")


def test_at_a_terminal_it_is_set_and_safe(tmp_path: Path) -> None:
    evil = 'title: "\\e]0;x\\a"\nofficials:\n- {name: "Eve\\e[31m Bell", title: "[red]T[/red]"}\n'
    folder = write_library(tmp_path / "evil", {"a\x1b[31m.yaml": evil})
    done = at_terminal("who", "bell", "--library", folder, TERM="dumb")
    assert "[red]T[/red]" in done.out
    assert not [char for char in done.out + done.err if char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160)]


def test_people_yaml_has_its_say(library: Path) -> None:
    (library / "people.yaml").write_text("- id: singh\n  say: RAHJ-naht\n  address: Raksha Mantri\n  salutation: x\n")
    done = briefterm("who", "singh", "--library", library)
    assert "  say     RAHJ-naht\n  address Raksha Mantri\n" in done.out
    assert "briefterm: people.yaml has 1 problem; `briefterm check` names them" in done.err


def test_a_bio_is_told_without_its_marks(library: Path) -> None:
    (library / "people.yaml").write_text(
        "- id: singh\n  bio: |\n    Born **1951**. See [the house](https://x.example).\n"
    )
    done = briefterm("who", "id:singh", "--library", library)
    assert "  Born 1951. See the house" in done.out
    assert "**" not in done.out
