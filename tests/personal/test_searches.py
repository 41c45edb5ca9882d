from pathlib import Path

from briefterm.personal import searches


def test_the_newest_is_last_and_none_stands_twice(tmp_path: Path) -> None:
    file = tmp_path / "data" / "searches"
    for query in ("kishida", "date:2023", "kishida"):
        searches.add(file, query)
    assert searches.load(file) == ("date:2023", "kishida")


def test_another_briefterms_searches_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "searches"
    searches.add(file, "one")
    file.write_text(file.read_text() + "two\n")
    assert searches.add(file, "three") == ("one", "two", "three")


def test_only_so_many_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "searches"
    file.write_text("".join(f"query {number}\n" for number in range(1000)))
    kept = searches.add(file, "last")
    assert len(kept) == searches.MOST_KEPT
    assert kept[-2:] == ("query 999", "last")


def test_a_damaged_file_gives_what_can_be_read_of_it(tmp_path: Path) -> None:
    file = tmp_path / "searches"
    file.write_bytes(b"good\n\xff\xfe\x1b[31m\n\n")
    loaded = searches.load(file)
    assert loaded[0] == "good"
    assert "\x1b" not in "".join(loaded)
    assert searches.load(tmp_path / "none") == ()


def test_a_library_begins_with_the_searches_that_all_had_together(tmp_path: Path) -> None:
    shared, own = tmp_path / "searches", tmp_path / "libraries" / "one" / "searches"
    searches.add(shared, "old")
    assert searches.load(own, shared) == ("old",)
    assert searches.add(own, "new", shared) == ("old", "new")
    assert searches.load(own, shared) == ("old", "new")
    assert searches.load(shared) == ("old",)
    assert searches.load(tmp_path / "libraries" / "two" / "searches", shared) == ("old",)
