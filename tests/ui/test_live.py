"""The screen follows the files while they are edited."""

import shutil
from pathlib import Path

import pytest

from briefterm.brief.problems import Problem
from briefterm.library.library import Library
from briefterm.ui.view import View
from tests.support import TALKS, write_library
from tests.ui.driving import Driver, started

TITLE = "Coastal Security Talks"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", {"talks.yaml": TALKS, "other.yaml": "title: Other\n"})


def renamed_over(file: Path, text: str) -> None:
    file.with_suffix(".new").write_text(text)
    file.with_suffix(".new").replace(file)


def deleted_and_made_again(file: Path, text: str) -> None:
    file.unlink()
    file.write_text(text)


def written_in_place(file: Path, text: str) -> None:
    file.write_text(text)


@pytest.mark.parametrize("save", [written_in_place, renamed_over, deleted_and_made_again])
async def test_a_saved_file_shows_on_the_same_item(talks: Path, save: object) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j")
        assert callable(save)
        save(talks / "talks.yaml", TALKS.replace("agenda:\n", "agenda:\n  - Opening words\n"))
        await driver.sees("Opening words")
        assert (driver.view.pane, driver.view.index) == ("agenda", 2)
        assert driver.rows("agenda").current == 2
        assert "Spare parts" in driver.detail()


async def test_a_file_that_cannot_be_read_any_more_stays_as_it_last_was(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j")
        (talks / "talks.yaml").write_text(TALKS.replace("agenda:", "agenda: [never closed"))
        await driver.sees("Shown as it last was (p). The file now: line")
        assert "Spare parts" in driver.detail()
        assert driver.view.index == 1
        await driver.press("p")
        assert "Problems" in driver.detail()
        (talks / "talks.yaml").write_text(TALKS)
        await driver.until(lambda: "Shown as it last was" not in driver.screen())


async def test_new_files_appear_and_deleted_ones_leave_list_and_search(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        (talks / "deep").mkdir()
        (talks / "deep" / "new.yaml").write_text("title: Newcomer\nbackground: lighthouse\n")
        await driver.sees("Newcomer")
        await driver.until(lambda: driver.indexed)
        await driver.search("lighthouse")
        (talks / "deep" / "new.yaml").unlink()
        await driver.sees("Nothing for lighthouse")
        await driver.press("escape")
        await driver.until(lambda: "Newcomer" not in driver.screen())


async def test_a_deleted_file_stays_open_as_it_last_was(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        (talks / "talks.yaml").unlink()
        await driver.sees("This brief's file has been deleted; shown as it last was.")
        assert driver.title == TITLE
        await driver.until(lambda: not driver.reader._navigator.listed)
        await driver.press("K")
        await driver.sees("This brief is not in the list any more; 0 goes to the list")
        await driver.press("J")
        await driver.until(lambda: driver.title == "Other")


FOUR = {f"{name}.yaml": f"title: {name}\ndate: 2023-0{9 - at}\nagenda: [a, b]\n" for at, name in enumerate("abcd")}


@pytest.mark.parametrize(
    ("gone", "keys", "title"),
    [
        ("b", ["J"], "c"),
        ("b", ["K"], "a"),
        ("d", ["K"], "c"),
        ("b", ["0", "j"], "d"),
        ("b", ["0", "enter"], "c"),
        ("a", ["0", "g"], "b"),
    ],
)
async def test_from_a_deleted_brief_one_goes_on_from_where_it_was(
    tmp_path: Path, gone: str, keys: list[str], title: str
) -> None:
    library = write_library(tmp_path / "library", FOUR)
    async with started(library, title="a") as driver:
        await driver.press("2", *["J"] * "abcd".index(gone))
        await driver.until(lambda: driver.title == gone)
        (library / f"{gone}.yaml").unlink()
        await driver.sees("This brief's file has been deleted; shown as it last was.")
        await driver.until(lambda: not driver.reader._navigator.listed)
        await driver.press(*keys)
        await driver.until(lambda: driver.title == title)


@pytest.mark.parametrize("away", ["renamed", "deleted"])
async def test_while_the_folder_of_the_library_is_away_all_stays_as_it_was_read(
    talks: Path, tmp_path: Path, away: str
) -> None:
    kept = shutil.copytree(talks, tmp_path / "kept")
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j")
        if away == "deleted":
            shutil.rmtree(talks)
        else:
            talks.rename(tmp_path / "elsewhere")
        await driver.sees("the folder has gone · shown as last read")
        await driver.sees("The library's folder has gone; shown as it last was.")
        assert "Spare parts" in driver.detail()
        assert driver.view == View("agenda", 1)
        assert driver.reader._shelf.count() == 2
        await driver.press("r")
        await driver.sees("the folder has gone · shown as last read")
        await driver.press("e")
        await driver.sees("nothing can be edited until it is back")
        (kept / "talks.yaml").write_text(TALKS.replace("Spare parts", "Spare wheels"))
        kept.rename(talks)
        await driver.until(lambda: "Spare wheels" in driver.detail())
        assert driver.view == View("agenda", 1)
        await driver.until(lambda: "folder has gone" not in driver.screen())
        await driver.until(lambda: driver.indexed)
        (talks / "new.yaml").write_text("title: Newcomer\n")
        await driver.sees("Newcomer")


def test_a_mount_point_without_its_volume_is_no_library(talks: Path, tmp_path: Path) -> None:
    library = Library.at(talks)
    assert not library.away
    other = Library(talks, (library.device or 0) + 1)
    assert not other.away
    empty = tmp_path / "empty"
    empty.mkdir()
    assert not Library.at(empty).away
    assert Library(empty, (library.device or 0) + 1).away
    assert Library(tmp_path / "gone").away


HALF = TALKS[: TALKS.index("agenda:")]


@pytest.mark.parametrize("half", [HALF, HALF + "agenda:\n  - topic: Shared radar pictures\n"])
async def test_a_file_half_written_takes_nobody_off_the_item(talks: Path, half: str) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j")
        (talks / "talks.yaml").write_text(half)
        await driver.until(lambda: "Spare parts" not in driver.detail())
        (talks / "talks.yaml").write_text(half.replace(TITLE, "Still half"))
        await driver.until(lambda: driver.title == "Still half")
        (talks / "talks.yaml").write_text(TALKS)
        await driver.until(lambda: driver.view == View("agenda", 1))
        assert "Spare parts" in driver.detail()
        assert (driver.focused, driver.rows("agenda").current) == ("agenda", 1)


async def test_whoever_has_moved_meanwhile_stays_there(talks: Path) -> None:
    async with started(talks, title=TITLE) as driver:
        await driver.press("2", "j")
        (talks / "talks.yaml").write_text(HALF)
        await driver.until(lambda: "Spare parts" not in driver.detail())
        await driver.press("1", "j")
        here = driver.view
        assert here.pane == "officials"
        (talks / "talks.yaml").write_text(TALKS.replace(TITLE, "Whole again"))
        await driver.until(lambda: driver.title == "Whole again")
        assert driver.view == here


async def test_a_renamed_file_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "id: one\ntitle: Long\nagenda: [" + ", ".join(f"Topic {number}" for number in range(80)) + "]\n"
    briefs = {"one.yaml": long, "a.yaml": "title: A\ndate: 2023-11-11\n", "b.yaml": "title: B\n"}
    library = write_library(tmp_path / "library", briefs)
    async with started(library, path="one.yaml", title="Long") as driver:
        await driver.press("2", *["j"] * 60, *["k"] * 2)
        offset = driver.rows("agenda").scroll_offset.y
        said: list[Problem] = []

        def stale(_: object, problem: Problem) -> str:
            said.append(problem)
            return "deleted"

        monkeypatch.setattr("briefterm.ui.navigator._stale", stale)
        (library / "one.yaml").rename(library / "renamed.yaml")
        await driver.until(lambda: driver.reader._navigator.path == "renamed.yaml")
        assert said == []
        assert driver.view == View("agenda", 58)
        assert (driver.focused, driver.rows("agenda").scroll_offset.y) == ("agenda", offset)
        assert driver.rows("briefs").current == driver.reader._shelf.position("renamed.yaml")
        (library / "renamed.yaml").write_text(long.replace("title: Long", "title: Longer"))
        await driver.until(lambda: driver.title == "Longer")
        edited: list[Path] = []

        def editor(_: object, file: Path, line: int) -> list[str]:
            edited.append(file)
            return ["true"]

        monkeypatch.setattr("briefterm.editors.command", editor)
        await driver.press("e")
        assert edited == [library / "renamed.yaml"]


async def test_a_copy_is_not_followed_while_the_file_is_there(talks: Path) -> None:
    (talks / "talks.yaml").write_text("id: one\n" + TALKS)
    async with started(talks, path="talks.yaml", title=TITLE) as driver:
        (talks / "copy.yaml").write_text("id: one\n" + TALKS)
        await driver.until(lambda: driver.reader._shelf.count() == 3)
        await driver.press("r")
        await driver.until(lambda: driver.indexed)
        assert driver.reader._navigator.path == "talks.yaml"


async def test_where_nothing_can_be_kept_it_works_in_memory_and_says_so(talks: Path) -> None:
    async with started(talks, title=TITLE, unkept="nothing is kept: the disk is full") as driver:
        await driver.sees("nothing is kept: the disk is full")
        await driver.search("radar")
        assert driver.title == TITLE
        (talks / "new.yaml").write_text("title: Newcomer\nbackground: lighthouse\n")
        await driver.until(lambda: driver.reader._shelf.count() == 3)


async def test_a_cache_that_cannot_be_written_any_more_is_left(talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with started(talks, title=TITLE) as driver:
        monkeypatch.setenv("XDG_CACHE_HOME", str(talks / "talks.yaml"))
        await driver.press("r")
        await driver.sees("nothing is kept in the cache folder")
        await driver.search("radar")
        await driver.sees("Shared radar")


@pytest.mark.parametrize("damage", ["catalogue.sqlite3", "index/CURRENT"])
async def test_a_damaged_cache_is_put_right_while_one_reads(talks: Path, damage: str) -> None:
    async with started(talks, title=TITLE) as driver:
        cache = driver.reader._archive.cache
        assert cache is not None
        (cache / damage).write_bytes(b"damaged" * 2000)
        await driver.press("0", "j", "k")
        await driver.search("radar")
        await driver.sees("Shared radar")
        await driver.press("escape")
        await driver.until(lambda: driver.reader._shelf.count() == 2)


async def test_a_flood_of_changes_is_followed(talks: Path) -> None:
    async def listed(driver: Driver, count: int) -> None:
        await driver.until(lambda: driver.reader._shelf.count() == count, f"for {count} briefs")

    async with started(talks, title=TITLE) as driver:
        for number in range(400):
            (talks / f"{number}.yaml").write_text(f"title: Number {number}\n")
        await listed(driver, 402)
        for number in range(400):
            (talks / f"{number}.yaml").unlink()
        await listed(driver, 2)
        assert driver.title == TITLE
