"""The version last read is kept as it was, found again under other names, and compared without noise."""

import json
import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given

from briefterm.brief.model import Brief
from briefterm.library.ordinals import days_of
from briefterm.personal import lastread
from briefterm.personal.lastread import Versions, since
from briefterm.personal.records import Others
from tests.brief.briefs import briefs
from tests.support import TALKS, brief_of

NOW = datetime(2023, 11, 9, 14, 5)
BRIEF = brief_of(TALKS)


@given(briefs())
def test_what_is_kept_is_what_was_read(tmp_path_factory: pytest.TempPathFactory, brief: Brief) -> None:
    versions = Versions(tmp_path_factory.mktemp("read"), Others(lambda _: False))
    versions.keep(brief, NOW)
    last = versions.last(brief)
    assert last is not None
    assert last.when == "2023-11-09T14:05"
    assert not since(last.brief, brief)


def test_items_that_differ_are_told_but_not_what_nobody_sees() -> None:
    text = TALKS.replace("- US: Spare parts", "- US: Spare parts and tools") + "id: other\nbrief: 1\n"
    changes = since(BRIEF, brief_of(text))
    assert [(item.pane, item.new) for item in changes.items] == [("agenda", 1)]
    assert changes.fields == ()
    assert not since(replace(BRIEF, timeline=BRIEF.timeline[::-1]), BRIEF)
    assert [item.pane for item in since(replace(BRIEF, agenda=BRIEF.agenda[::-1]), BRIEF).items] == ["agenda"]


@pytest.mark.parametrize(
    ("new_id", "new_title", "gone", "known"),
    [
        (False, True, False, True),
        (True, False, True, True),
        (True, False, False, False),
        (True, True, True, False),
    ],
)
def test_a_version_is_found_by_id_and_by_title_where_the_id_has_gone(
    tmp_path: Path, new_id: bool, new_title: bool, gone: bool, known: bool
) -> None:
    Versions(tmp_path, Others(lambda _: True)).keep(BRIEF, NOW)
    after = replace(BRIEF, id="renamed" if new_id else BRIEF.id, title="Other" if new_title else BRIEF.title)
    versions = Versions(tmp_path, Others(lambda brief_id: not gone))
    assert (versions.last(after) is not None) is known
    versions.keep(after, NOW + timedelta(days=1))
    assert len(list(tmp_path.iterdir())) == (1 if known else 2)


@pytest.mark.parametrize(("gone", "known"), [(True, True), (False, False)])
def test_a_version_is_that_of_the_brief_it_is_superseded_by_where_it_has_gone(
    tmp_path: Path, gone: bool, known: bool
) -> None:
    versions = Versions(tmp_path, Others(lambda brief_id: not gone))
    versions.keep(BRIEF, NOW)
    after = replace(BRIEF, id="final", title="Another title", supersedes=BRIEF.id)
    assert (versions.last(after) is not None) is known
    assert versions.last(replace(after, supersedes="")) is None


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b'{"read": 1}', b'{"read": "x", "brief": []}', b"[" * 100_000, b'{"brief": {"title": 7}}'],
)
def test_a_damaged_record_is_no_record_and_is_replaced(tmp_path: Path, data: bytes) -> None:
    versions = Versions(tmp_path, Others(lambda _: False))
    versions.keep(BRIEF, NOW)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_bytes())["brief"]["title"] == BRIEF.title
    file.write_bytes(data)
    assert versions.last(BRIEF) is None
    versions.keep(BRIEF, NOW)
    assert versions.last(BRIEF) is not None


def test_a_damaged_record_does_not_make_one_of_another_brief_its_own(tmp_path: Path) -> None:
    versions = Versions(tmp_path, Others(lambda brief_id: brief_id == BRIEF.id))
    versions.keep(BRIEF, NOW)
    assert versions.last(replace(BRIEF, id="namesake")) is None


def test_the_oldest_go_where_they_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lastread, "MOST_KEPT", 3)
    versions = Versions(tmp_path, Others(lambda _: True))
    many = [replace(BRIEF, id=f"brief-{number}") for number in range(5)]
    for number, brief in enumerate(many):
        versions.keep(brief, NOW)
        for file in tmp_path.glob(f"brief-{number}.*"):
            os.utime(file, (number, number))
    assert [versions.last(brief) is not None for brief in many] == [False, False, True, True, True]


def test_in_a_series_what_was_read_is_not_taken_for_that_of_a_sister(tmp_path: Path) -> None:
    read, sister = replace(BRIEF, id="w1"), replace(BRIEF, id="w2", background="")
    Versions(tmp_path, Others(lambda _: True)).keep(read, NOW, "w1.yaml")
    (day,) = {days_of(BRIEF.date)}
    after = Versions(tmp_path, Others(lambda brief_id: brief_id == "w2", lambda _: [day]))
    assert after.last(sister, "w2.yaml") is None
    assert after.last(replace(read, id="w1-final"), "w1-final.yaml") is None
    assert after.last(replace(read, id="named"), "w1.yaml") is not None
    elsewhere = Versions(tmp_path, Others(lambda _: False, lambda _: [(1, 1)]))
    assert elsewhere.last(replace(read, id="w1-final"), "w1-final.yaml") is not None


def test_records_of_before_that_say_no_path_are_found_as_ever(tmp_path: Path) -> None:
    versions = Versions(tmp_path, Others(lambda _: False))
    versions.keep(BRIEF, NOW, "old.yaml")
    (file,) = tmp_path.iterdir()
    values = json.loads(file.read_bytes())
    del values["path"], values["date"]
    file.write_text(json.dumps(values))
    assert versions.last(replace(BRIEF, id="renamed")) is not None
    beside = Versions(tmp_path, Others(lambda _: False, lambda _: [days_of(BRIEF.date)]))
    assert beside.last(replace(BRIEF, id="renamed")) is None


def test_what_was_read_before_is_not_replaced_by_what_seems_to_be_read_for_the_first_time(tmp_path: Path) -> None:
    versions = Versions(tmp_path, Others(lambda _: True))
    versions.keep(BRIEF, NOW, first=True)
    later = replace(BRIEF, background="")
    versions.keep(later, NOW, first=True)
    last = versions.last(later)
    assert last is not None
    assert last.brief.background == BRIEF.background
    versions.keep(later, NOW)
    last = versions.last(later)
    assert last is not None
    assert not last.brief.background
