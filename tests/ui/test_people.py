"""Dossier, directory and related briefs: found beside the screen, and every line leads where it says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Input

from briefterm.paths import shipped_briefs
from briefterm.ui.screens.directory import DirectoryScreen
from briefterm.ui.screens.dossier import DossierScreen
from briefterm.ui.screens.help import Help
from briefterm.ui.screens.lookup import LookupScreen
from briefterm.ui.screens.reader import Reader
from briefterm.ui.screens.related import RelatedScreen
from briefterm.ui.screens.which import WhichScreen
from briefterm.ui.view import View
from briefterm.ui.widgets.row_list import RowList
from tests.support import write_library
from tests.ui.driving import NARROW, WIDE, Driver, started
from tests.ui.library import FILES, PEOPLE

TITLE = "Coastal Security Talks"


@asynccontextmanager
async def reading(folder: Path, size: tuple[int, int] = WIDE, people: str = "") -> AsyncIterator[Driver]:
    library = write_library(folder / "library", {**FILES, "people.yaml": people} if people else FILES)
    async with started(library, size, title=TITLE) as driver:
        yield driver


async def shows(driver: Driver, kind: type[LookupScreen], text: str) -> RowList:
    await driver.until(lambda: isinstance(driver.app.screen, kind) and text in driver.screen(), f"for {text!r}")
    return driver.app.screen.query(RowList).first()


async def to_line(driver: Driver, text: str) -> None:
    """Move down to the line with `text`."""
    lines = driver.app.screen.query(RowList).first()
    for _ in range(60):
        row = lines._rows.lines(lines._cursor, 150)
        if text in "\n".join(line.plain for line in row):
            return
        await driver.press("down")
    raise AssertionError(f"no line with {text!r}\n{driver.screen()}")


async def back_in_the_brief(driver: Driver, title: str, view: View) -> None:
    await driver.until(
        lambda: isinstance(driver.app.screen, Reader) and driver.title == title and driver.view == view,
        f"for {view} of {title!r}",
    )


async def test_the_dossier_of_the_selected_official(tmp_path: Path) -> None:
    async with reading(tmp_path, people=PEOPLE) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "BRIEFS")
        shown = driver.screen()
        for text in (
            "Rajnath Singh",
            "Defence Minister · India · 2 briefs",
            "RAHJ-naht",
            "Minister",
            "Singh Rajnath",
            "Born in the hills.",
            "20 Jan 2023",
            "Lloyd Austin",
            "Radar pictures",
            "TLP:RED",
            "Call of January",
        ):
            assert text in shown
        assert shown.index(TITLE) < shown.index("Call of January")


async def test_a_line_leads_to_its_item_in_another_brief(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "BRIEFS")
        await to_line(driver, "They spoke of radar")
        await driver.press("enter")
        await back_in_the_brief(driver, "Call of January", View("timeline", 0))
        assert driver.focused == "timeline"


async def test_a_line_leads_to_its_item_in_the_open_brief(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "LED")
        await to_line(driver, "Radar pictures")
        await driver.press("enter")
        await back_in_the_brief(driver, TITLE, View("agenda", 0))
        await driver.until(lambda: driver.focused == "agenda")


async def test_from_dossier_to_dossier_and_back_a_step_at_a_time(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "Rajnath Singh")
        await to_line(driver, "Lloyd Austin")
        await driver.press("enter")
        await shows(driver, DossierScreen, "Defence Secretary · United States")
        await driver.press("escape")
        await shows(driver, DossierScreen, "Defence Minister · India")
        await driver.press("q")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))


async def test_of_an_item_that_names_one_person(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("2", "j", "o")
        await shows(driver, DossierScreen, "Defence Secretary · United States")


@pytest.mark.parametrize(("keys", "offered"), [(("2",), 2), (("2", "j", "j"), 2), (("0",), 2), (("3", "j", "4"), 2)])
async def test_where_several_may_be_meant_one_is_chosen(tmp_path: Path, keys: tuple[str, ...], offered: int) -> None:
    async with reading(tmp_path) as driver:
        await driver.press(*keys, "o")
        await driver.until(lambda: isinstance(driver.app.screen, WhichScreen))
        assert len(driver.app.screen.query_one(RowList)._rows) == offered
        await driver.sees("Whose dossier?")
        await to_line(driver, "Lloyd Austin")
        await driver.press("enter")
        await shows(driver, DossierScreen, "Defence Secretary · United States")


async def test_the_choice_can_be_left(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("2", "o", "escape")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))


async def test_from_the_place_of_a_hit_and_the_search_is_left_for_where_it_leads(tmp_path: Path) -> None:
    async with reading(tmp_path, NARROW) as driver:
        await driver.search("radar pictures")
        await driver.until(lambda: driver.view == View("agenda", 0))
        await driver.press("tab", "o")
        await driver.until(lambda: isinstance(driver.app.screen, WhichScreen))
        await to_line(driver, "Rajnath Singh")
        await driver.press("enter")
        await shows(driver, DossierScreen, "OFFICES")
        await to_line(driver, "They spoke of radar")
        await driver.press("enter")
        await back_in_the_brief(driver, "Call of January", View("timeline", 0))
        assert not driver.reader.has_class("-searching")
        await driver.sees("They spoke of radar")


async def test_a_brief_without_people_says_so(tmp_path: Path) -> None:
    async with started(
        write_library(tmp_path, {"empty.yaml": FILES["empty.yaml"]}), title="A brief without people"
    ) as driver:
        await driver.press("o")
        await driver.sees("Nobody is named in this brief; O lists everybody")
        await driver.press("O")
        await shows(driver, DirectoryScreen, "Nobody is named in a brief that has been read so far.")
        await driver.press("enter", "escape", "R")
        await shows(driver, RelatedScreen, "No other brief has the same people")


async def test_whoever_the_catalogue_does_not_know_yet_is_not_guessed(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        driver.reader._desks.at("people").do("dossier")
        await driver.until(lambda: isinstance(driver.app.screen, WhichScreen))
        await driver.press("escape")
        from briefterm.ui.desks.lookup import Named

        driver.reader._desks.at("people").open_dossier(Named("Jane Nobody"))  # type: ignore[attr-defined]
        await shows(driver, DossierScreen, "who Jane Nobody is")


async def test_the_directory_is_narrowed_while_typing(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("O")
        await shows(driver, DirectoryScreen, "3 · by name")
        await driver.press(*"yus")
        await shows(driver, DirectoryScreen, "1 of 3 · by name")
        assert "Amina Yusuf" in driver.screen()
        assert "Lloyd Austin" not in driver.screen()
        driver.app.screen.query_one(Input).value = "country:US"
        await driver.until(lambda: "Lloyd Austin" in driver.screen() and "1 of 3" in driver.screen())
        driver.app.screen.query_one(Input).value = "side:host"
        await driver.until(lambda: "Rajnath Singh" in driver.screen() and "1 of 3" in driver.screen())
        driver.app.screen.query_one(Input).value = "org:nav"
        await driver.until(lambda: "Amina Yusuf" in driver.screen() and "1 of 3" in driver.screen())
        driver.app.screen.query_one(Input).value = "country:Atlantis"
        await driver.sees("No country is called Atlantis: write its name or two letters.")
        driver.app.screen.query_one(Input).value = "asutin"
        await driver.sees("Nobody answers to that; did you mean:")
        assert "Lloyd Austin" in driver.screen()
        assert "none of 3" in driver.screen()
        driver.app.screen.query_one(Input).value = "asutin country:US"
        await driver.until(lambda: "Lloyd Austin" in driver.screen())
        driver.app.screen.query_one(Input).value = "asutin country:KE"
        await driver.sees("Nobody answers to that: take letters back.")
        driver.app.screen.query_one(Input).value = "asutin"
        await driver.sees("did you mean:")
        await driver.press("enter")
        await shows(driver, DossierScreen, "Lloyd Austin")
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, DirectoryScreen))
        driver.app.screen.query_one(Input).value = "zz"
        await driver.sees("Nobody answers to that: take letters back.")


async def test_the_directory_is_ordered_by_count_and_opens_a_dossier(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("O")
        await shows(driver, DirectoryScreen, "3 · by name")
        assert driver.screen().index("Amina") < driver.screen().index("Lloyd")
        await driver.press("tab")
        await shows(driver, DirectoryScreen, "3 · by number of briefs")
        assert driver.screen().index("Lloyd") < driver.screen().index("Amina")
        await driver.press("down", "down", "enter")
        await shows(driver, DossierScreen, "Harbour Master, Navy · Kenya · 1 brief")
        await driver.press("escape")
        await shows(driver, DirectoryScreen, "3 · by number of briefs")
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, Reader))


async def test_enter_means_the_person_typed_even_before_the_answer_is_there(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("O")
        await shows(driver, DirectoryScreen, "3 · by name")
        screen = driver.app.screen
        assert isinstance(screen, DirectoryScreen)
        screen.query_one(Input).value = "rajn"
        screen.action_open()
        await shows(driver, DossierScreen, "Defence Minister · India")


async def test_related_briefs_say_why_and_open(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("R")
        await shows(driver, RelatedScreen, "one of the two names the other")
        assert "the same people: " in driver.screen()
        await driver.press("enter")
        await driver.until(lambda: isinstance(driver.app.screen, Reader) and driver.title == "Call of January")
        assert driver.rows("briefs").current == 1


async def test_a_changed_library_and_people_file_are_read_again(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("O")
        await shows(driver, DirectoryScreen, "3 · by name")
        await driver.press("escape")
        root = tmp_path / "library"
        (root / "new.yaml").write_text("title: Newest\nofficials: [Wilhelmina Vogt (DE)]\n")
        (root / "people.yaml").write_text("- {name: Rajnath Singh the Elder, ids: [singh]}\n")
        await driver.press("r")
        await driver.until(lambda: driver.reader._shelf.count() == 4)
        await driver.press("O")
        await shows(driver, DirectoryScreen, "Wilhelmina Vogt")
        assert "Rajnath Singh the Elder" in driver.screen()


async def test_in_memory_a_changed_library_is_read_again_too(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", FILES)
    async with started(library, unkept="nothing is kept") as driver:
        await driver.press("O")
        await shows(driver, DirectoryScreen, "3 · by name")
        await driver.press("escape")
        (library / "new.yaml").write_text("title: Newest\nofficials: [Wilhelmina Vogt (DE)]\n")
        await driver.press("r")
        await driver.until(lambda: driver.reader._shelf.count() == 4)
        await driver.press("O")
        await shows(driver, DirectoryScreen, "Wilhelmina Vogt")


async def test_what_the_first_screen_would_wait_for_is_ready_once_nothing_is_done(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        desk = driver.reader._desks.at("people")
        await driver.until(lambda: desk._lookup is not None and desk._lookup._records._timeline)  # type: ignore[attr-defined]
        assert len(desk._lookup._records._directory) == 3  # type: ignore[attr-defined]


async def test_the_briefs_that_come_with_it(tmp_path: Path) -> None:
    async with started(shipped_briefs(), title="5th India-US 2+2 Ministerial Dialogue") as driver:
        await driver.press("O")
        await shows(driver, DirectoryScreen, "by name")
        await driver.press(*"blinken", "enter")
        await shows(driver, DossierScreen, "BRIEFS  3")
        await driver.press("escape", "escape", "R")
        await shows(driver, RelatedScreen, "the same people: ")


def edit(root: Path, old: str, new: str, file: str = "talks.yaml") -> None:
    text = (root / file).read_text()
    assert old in text
    (root / file).write_text(text.replace(old, new))


def line_under_cursor(driver: Driver) -> str:
    lines = driver.app.screen.query(RowList).first()
    return lines._rows.lines(lines._cursor, 150)[0].plain


async def test_an_open_dossier_follows_the_files_and_keeps_the_cursor(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "BRIEFS  2")
        await to_line(driver, "They spoke of radar")
        library = tmp_path / "library"
        edit(library, "  - {topic: Radar pictures", "  - {topic: Fishing, who: [singh]}\n  - {topic: Radar pictures")
        (library / "new.yaml").write_text(
            "title: Newest\ndate: 2024-05-05\nofficials: [{id: singh, name: Rajnath Singh, country: IN}]\n"
        )
        await shows(driver, DossierScreen, "BRIEFS  3")
        await driver.sees("Fishing")
        assert "They spoke of radar" in line_under_cursor(driver)
        edit(library, "They spoke of radar", "They spoke of sonar", "call.yaml")
        await driver.sees("They spoke of sonar")
        assert "They spoke of sonar" in line_under_cursor(driver)
        (library / "new.yaml").unlink()
        await shows(driver, DossierScreen, "BRIEFS  2")
        assert "They spoke of sonar" in line_under_cursor(driver)


async def test_a_dossier_below_another_is_renewed_when_one_comes_back_to_it(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "Rajnath Singh")
        await to_line(driver, "Lloyd Austin")
        await driver.press("enter")
        await shows(driver, DossierScreen, "Defence Secretary · United States")
        edit(tmp_path / "library", "title: Defence Minister", "title: Minister of Sound")
        edit(tmp_path / "library", "title: Defence Secretary", "title: Secretary of Light")
        await shows(driver, DossierScreen, "Secretary of Light · United States")
        await driver.press("escape")
        await shows(driver, DossierScreen, "Minister of Sound · India")
        assert "Lloyd Austin" in line_under_cursor(driver)


async def test_whom_a_dossier_is_of_stays_though_officials_change_places_or_go(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "Defence Minister · India · 2 briefs")
        library = tmp_path / "library"
        text = (library / "talks.yaml").read_text().split("\n")
        at = next(number for number, line in enumerate(text) if "Rajnath Singh" in line)
        text[at], text[at + 1] = text[at + 1], text[at]
        (library / "talks.yaml").write_text("\n".join(text).replace("Spare parts", "Spare wheels"))
        await driver.sees("Radar pictures")
        await driver.until(lambda: "Spare wheels" in "".join(item.topic for item in driver.book.opened.brief.agenda))  # type: ignore[union-attr]
        await shows(driver, DossierScreen, "Defence Minister · India · 2 briefs")
        (library / "talks.yaml").unlink()
        await shows(driver, DossierScreen, "Defence Minister · India · 1 brief")
        (library / "call.yaml").unlink()
        await shows(driver, DossierScreen, "who Singh Rajnath is")


async def test_an_open_directory_follows_the_files_and_stays_on_whom_it_is(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("O")
        await shows(driver, DirectoryScreen, "3 · by name")
        await driver.press("down")
        assert "Lloyd Austin" in line_under_cursor(driver)
        library = tmp_path / "library"
        (library / "new.yaml").write_text("title: Newest\nofficials: [Aaron Aaronson (US), Zoe Zola (FR)]\n")
        await shows(driver, DirectoryScreen, "5 · by name")
        assert "Lloyd Austin" in line_under_cursor(driver)
        edit(library, "name: Lloyd Austin", "name: Wilma Austin")
        edit(library, "name: Lloyd Austin", "name: Wilma Austin", "call.yaml")
        await driver.sees("Wilma Austin")
        assert "Wilma Austin" in line_under_cursor(driver)
        await driver.press(*"zo")
        await shows(driver, DirectoryScreen, "1 of 5 · by name")
        (library / "more.yaml").write_text("title: More\nofficials: [Zoran Aab (HR)]\n")
        await shows(driver, DirectoryScreen, "2 of 6 · by name")
        assert "Zoe Zola" in line_under_cursor(driver)


async def test_open_related_briefs_follow_the_files(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("R")
        await shows(driver, RelatedScreen, "Call of January")
        (tmp_path / "library" / "new.yaml").write_text("title: Newest\nrelated: [talks-2023]\nplace: New Delhi\n")
        await shows(driver, RelatedScreen, "Newest")
        assert "Call of January" in line_under_cursor(driver)


@pytest.mark.parametrize(
    ("keys", "heading"),
    [
        (("1", "o"), "In a dossier, or related briefs · where you are"),
        (("R",), "In a dossier, or related briefs · where you are"),
        (("2", "o"), "In a dossier, or related briefs · where you are"),
        (("T",), "In the timeline of the library · where you are"),
        (("O",), "In the directory of officials · where you are"),
        (("T", "slash"), "In the line that narrows the timeline or the calendar · where you are"),
        (("F",), "Among the bookmarks · where you are"),
        (("u",), "In what is yours: bookmarks, recent briefs, lost notes"),
        (("L",), "Among the notes whose brief has gone · where you are"),
        (("z",), "In two seconds, or thirty · where you are"),
        (("x",), "While exporting · where you are"),
        (("ctrl+t",), "While choosing colours · where you are"),
        (("slash",), "In the search bar · where you are"),
    ],
)
async def test_the_help_has_the_keys_of_every_screen_first_and_goes_back(
    tmp_path: Path, keys: tuple[str, ...], heading: str
) -> None:
    async with reading(tmp_path) as driver:
        for key in keys:
            await driver.press(key)
        screen = driver.app.screen
        await driver.press("question_mark")
        await driver.until(lambda: isinstance(driver.app.screen, Help))
        await driver.sees(heading)
        await driver.press("escape")
        await driver.until(lambda: driver.app.screen is screen)


async def test_where_something_stands_in_a_line_a_question_mark_is_text(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("O", "a", "question_mark")
        assert driver.app.screen.query_one(Input).value == "a?"
        await driver.press("escape", "slash", "a", "question_mark")
        assert driver.reader.query_one("#bar", Input).value == "a?"


async def test_the_dossier_says_which_brief_has_the_bio_and_goes_there(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        edit(tmp_path / "library", "name: Singh Rajnath,", "name: Singh Rajnath, bio: Was a teacher.,", "call.yaml")
        await driver.press("r", "1", "o")
        await driver.sees("in Call of January")
        await to_line(driver, "in Call of January")
        await driver.press("enter")
        await back_in_the_brief(driver, "Call of January", View("officials", 0))


@pytest.mark.parametrize(
    ("now", "last", "following"),
    [
        (datetime(2023, 11, 9, tzinfo=UTC), "20 Jan 2023", "10 Nov 2023"),
        (datetime(2023, 11, 11, tzinfo=UTC), "10 Nov 2023", "Mar 2024"),
        (datetime(2022, 1, 1, tzinfo=UTC), "", "2023  Some time that year"),
        (datetime(2025, 1, 1, tzinfo=UTC), "Mar 2024", ""),
    ],
)
async def test_last_and_next_are_told_by_the_clock_that_is_set(
    tmp_path: Path, now: datetime, last: str, following: str
) -> None:
    library = write_library(tmp_path / "library", FILES)
    async with started(library, title=TITLE, now=lambda: now) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "BRIEFS")
        lines = [line.strip(" │") for line in driver.screen().split("\n")]
        told = {line.split("  ")[0]: line for line in lines}
        for label, date in (("last", last), ("next", following)):
            assert (label in told) is bool(date)
            assert date in told.get(label, "")


async def test_the_bio_of_people_yaml_is_set_as_markdown(tmp_path: Path) -> None:
    async with reading(tmp_path, people="- id: singh\n  bio: Born **1951** in *Bhabhaura*\n") as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "Born 1951 in Bhabhaura")


async def test_a_people_yaml_that_breaks_is_told_with_its_place_and_people_stay_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "library" / "people.yaml"
    async with reading(tmp_path, people=PEOPLE) as driver:
        await driver.press("1", "o")
        await shows(driver, DossierScreen, "RAHJ-naht")
        await driver.press("escape")
        file.write_text(PEOPLE + "- name: [\n")
        await driver.sees("people.yaml:")
        line = next(line for line in driver.screen().splitlines() if "people.yaml:" in line)
        assert (
            f"people.yaml:{PEOPLE.count(chr(10)) + 2}:" in line or f"people.yaml:{PEOPLE.count(chr(10)) + 1}:" in line
        )
        await driver.press("o")
        await shows(driver, DossierScreen, "RAHJ-naht")
        await driver.press("escape")
        file.write_text(PEOPLE)
        await driver.until(lambda: "people.yaml:" not in driver.screen())


async def test_a_people_yaml_that_is_broken_at_the_start_is_told(tmp_path: Path) -> None:
    async with reading(tmp_path, people="- name: [\n") as driver:
        await driver.sees("people.yaml:")
        assert "as before" not in driver.screen()
