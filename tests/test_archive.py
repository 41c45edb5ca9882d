"""What an archive says of the briefs of its library, for the records of the reader's own."""

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from briefterm.archive import Archive
from briefterm.personal.besides import holds, sisters
from tests.support import write_library

NOW = datetime(2023, 11, 9, 14, 5)
OSLO = "title: Talks in Oslo\nid: talks\ndate: 2026-11-01\nagenda: [Budget, Fishing quotas]\n"
ROME = "title: Talks in Rome\nid: talks\ndate: 2026-10-01\nagenda: [Budget, Wine]\n"


def test_of_two_files_with_one_id_neither_takes_what_was_read_of_the_other(tmp_path: Path) -> None:
    archive = Archive.of(write_library(tmp_path / "library", {"oslo.yaml": OSLO, "rome.yaml": ROME}))
    archive.refresh(lambda _: None)
    oslo, rome = (archive.library.read(path).brief for path in ("oslo.yaml", "rome.yaml"))
    assert oslo is not None
    assert rome is not None
    archive.versions.keep(oslo, NOW, "oslo.yaml")
    assert archive.versions.last(rome, "rome.yaml") is None
    archive.versions.keep(rome, NOW, "rome.yaml")
    last = archive.versions.last(oslo, "oslo.yaml")
    assert last is not None
    assert last.brief.title == oslo.title


def test_a_brief_republished_under_another_id_is_known_before_the_catalogue_is_brought_up_to_date(
    tmp_path: Path,
) -> None:
    archive = Archive.of(write_library(tmp_path / "library", {"a.yaml": "title: Talks\nid: rp\nagenda: [Beta]\n"}))
    archive.refresh(lambda _: None)
    before = archive.library.read("a.yaml").brief
    assert before is not None
    archive.versions.keep(before, NOW, "a.yaml")
    (tmp_path / "library" / "a.yaml").write_text("title: Talks\nid: rp-v2\nagenda: [Beta two]\n")
    after = archive.library.read("a.yaml").brief
    assert after is not None
    last = archive.versions.last(after, "a.yaml")
    assert last is not None
    assert last.brief.id == before.id


def test_a_file_that_is_half_written_keeps_its_id(tmp_path: Path) -> None:
    archive = Archive.of(write_library(tmp_path / "library", {"a.yaml": "title: Talks\nid: rp\n"}))
    archive.refresh(lambda _: None)
    (tmp_path / "library" / "a.yaml").write_text("title: [half\n")
    with closing(archive.catalogue()) as catalogue:
        assert holds(archive.library, catalogue, "rp")
        assert not holds(archive.library, catalogue, "rp-v2")


def test_sisters_are_found_by_the_title_as_titles_are_compared(tmp_path: Path) -> None:
    files = {
        "a.yaml": "title: Café talks\nid: a\ndate: 2023-11-09\n",
        "b.yaml": "title: CAFE  TALKS\nid: b\ndate: 2023-11-10\n",
        "c.yaml": "title: Cafe talk\nid: c\n",
        "d.yaml": "title: Café talks\nid: d\ndate: 2023-11-11\n",
    }
    archive = Archive.of(write_library(tmp_path / "library", files))
    archive.refresh(lambda _: None)
    brief = archive.library.read("a.yaml").brief
    assert brief is not None
    (tmp_path / "library" / "d.yaml").unlink()
    with closing(archive.catalogue()) as catalogue:
        day = date(2023, 11, 10).toordinal()
        assert sisters(archive.library, catalogue, brief) == [(day, day)]


def test_a_brief_whose_file_has_gone_is_where_its_id_is(tmp_path: Path) -> None:
    root = write_library(tmp_path / "library", {"b.yaml": "title: B\nid: talks\n"})
    archive = Archive.of(root)
    archive.refresh(lambda _: None)
    assert archive.whereabouts("a.yaml", "talks") == "b.yaml"
    assert archive.whereabouts("a.yaml", "others") == "a.yaml"
    assert archive.whereabouts("b.yaml", "others") == "b.yaml"
