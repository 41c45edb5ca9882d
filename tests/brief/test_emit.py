import json

import pytest
import yaml
from hypothesis import given

from briefterm.brief.emit import emit
from briefterm.brief.model import Brief
from briefterm.brief.plain import plain
from briefterm.brief.reader import read, read_values
from briefterm.paths import shipped_briefs
from tests.brief.briefs import briefs, without_lines
from tests.support import brief_of, sound

SHORT = """\
title: Talks
date: 2023-11-10
place: New Delhi
countries: [IN, 'NO']
officials:
  - Rajnath Singh, Defence Minister (IN)
  - name: Lloyd Austin
    side: visitor
agenda:
  - US: Hardware
  - Regional issues
timeline:
  - 2018: First dialogue
  - date: [2023-06, 2023-09]
    event: Roadmap
background: |
  One line.

  Another.
sections:
  Press lines: None yet.
sources:
  - ani: Unnamed sources
"""


def test_it_writes_as_a_person_would() -> None:
    assert emit(sound(SHORT), "folder/name") == SHORT


@pytest.mark.parametrize("file", sorted(shipped_briefs().glob("*.yaml")), ids=lambda file: file.stem)
def test_shipped_briefs_are_the_same_again(file: "object") -> None:
    from pathlib import Path

    assert isinstance(file, Path)
    first = read(file.read_bytes(), file.stem)
    assert first.brief is not None
    again = read(emit(first.brief).encode(), "another")
    assert again.problems == first.problems == ()
    assert without_lines(again.brief) == without_lines(first.brief)


@given(briefs())
def test_what_is_written_reads_the_same(brief: Brief) -> None:
    again = read(emit(brief).encode(), "another").brief
    assert without_lines(again) == without_lines(brief)


@given(briefs())
def test_json_on_the_way_loses_nothing(brief: Brief) -> None:
    values = json.loads(json.dumps(plain(brief)))
    from_json = read_values(values, "another").brief
    assert from_json is not None
    assert plain(from_json) == values
    from_yaml = read(emit(from_json).encode(), "another").brief
    assert without_lines(from_yaml) == without_lines(brief)


@pytest.mark.parametrize("text", ["NO", "2018", "1.10", "10:30", "null", "true", "=1+1", "0x1F", "2023-11-08"])
def test_texts_stay_texts_to_any_yaml_parser(text: str) -> None:
    written = emit(brief_of(f"title: '{text}'\nofficials: ['{text}']\n"))
    again = yaml.safe_load(written)
    assert (again["title"], again["officials"]) == (text, [text])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("officials: [{name: 'Lee, Ann', title: Envoy}]", "  - name: Lee, Ann"),
        ("agenda: [{by: US, topic: T, certainty: likely}]", "  - topic: T"),
        ("agenda: [{topic: 'US: Hardware'}]", "  - 'US: Hardware'"),
        ("sources: [{id: note, name: N}]", "  - name: N"),
        ("timeline: [{event: E, after: x}]", "  - event: E"),
    ],
)
def test_a_short_form_that_would_lose_something_is_not_taken(text: str, line: str) -> None:
    assert line in emit(brief_of(f"title: T\n{text}\n")).splitlines()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": [[[[[[[[[[[[[[[[[[[[[[[[["x"]]]]]]]]]]]]]]]]]]]]]]]]]}, "nested more than 24 levels"),
        ({"title": "T", "tags": ["a"] * 50_001}, "more than 50,000 values"),
        (["title"], "found a list where a brief begins"),
        (None, "found a single text"),
    ],
)
def test_plain_values_are_held_to_the_same_limits(values: object, said: str) -> None:
    reading = read_values(values, "x")
    assert reading.brief is None
    assert said in reading.problems[0].message


def test_plain_values_of_other_types_are_texts() -> None:
    brief = read_values({"title": 2018, "version": 1.5, "status": None, "x-flag": True}, "x").brief
    assert brief is not None
    assert (brief.title, brief.version, brief.status, brief.extra[0].text) == ("2018", "1.5", "", "true")
