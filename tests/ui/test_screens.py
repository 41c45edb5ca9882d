"""The screens as text, compared with the ones kept beside this test.

After a wanted change, look at the screens, then keep them: BRIEFTERM_KEEP_SCREENS=1 python -m pytest tests/ui
"""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefterm.paths import bookmarks_folder, notes_folder, shipped_briefs
from briefterm.personal import notes
from briefterm.personal.notes import Note
from briefterm.personal.owners import name_of
from briefterm.ui.drawer import Drawer
from briefterm.ui.widgets.row_list import RowList
from tests.support import write_library
from tests.ui import busy
from tests.ui.driving import EVERY_SIZE, NARROW, Driver, started

KEPT = Path(__file__).parent / "screens"
DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
SIZES = EVERY_SIZE
SETTLING = 100


async def compare(name: str, size: tuple[int, int], driver: Driver) -> None:
    """Compare the screen, once it has settled, with the one kept."""
    file = KEPT / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("BRIEFTERM_KEEP_SCREENS"):
        await driver.pilot.pause(0.3)
        KEPT.mkdir(exist_ok=True)
        file.write_text(driver.screen() + "\n", encoding="utf-8")
    kept = file.read_text(encoding="utf-8").removesuffix("\n")
    for _ in range(SETTLING):
        if driver.screen() == kept:
            return
        await driver.pilot.pause(0.05)
    assert driver.screen() == kept


@pytest.mark.parametrize("size", SIZES)
async def test_the_list(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await compare("list", size, driver)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["1", "2", "3", "4", "b", "s"])
async def test_a_pane(size: tuple[int, int], key: str) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("2", key)
        await compare(f"brief-{key}", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_results(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.search("blinken modi")
        await driver.until(lambda: driver.book.marked)
        await driver.until(lambda: len(driver.reader.query_one(Drawer).stops) == 2)
        await compare("results", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_search(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("slash")
        await driver.sees("who:kishida")
        await compare("search", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_themes(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("ctrl+t")
        await driver.sees("catppuccin-frappe")
        await compare("themes", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_jumping(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("2", "apostrophe")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
        await compare("jump", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_filtered_help(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("question_mark", *"next")
        await driver.until(lambda: "Officials" not in driver.screen())
        await compare("help-next", size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_help(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("question_mark")
        await driver.sees("Keys and help")
        await compare("help", size, driver)


@pytest.fixture
def own_things() -> None:
    """What a reader has: two notes whose brief has gone, two bookmarks, one of a brief that has gone."""
    owner = name_of(shipped_briefs())
    visit = Note("visits/nairobi", "Ask about the **port** tariffs.\n\n- a list was promised\n", "Visit to Nairobi")
    visit = replace(visit, pane="agenda", on="Grain corridor", library=owner)
    notes.save(notes_folder(), visit, datetime(2022, 5, 4, 9, 30))
    notes.save(notes_folder(), Note("talks", "Ring first.", "Coastal talks", library=owner), datetime(2022, 6, 1, 8, 0))
    dialogue = Note("india-us-2plus2-2023", "", DIALOGUE, "agenda", "", "Military hardware cooperation", library=owner)
    notes.save(bookmarks_folder(), dialogue, datetime(2023, 11, 9, 10, 0))
    notes.save(bookmarks_folder(), visit, datetime(2022, 5, 4, 9, 30))


@pytest.mark.usefixtures("own_things")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "keys", "text"),
    [
        ("bookmarks", ["F"], "Bookmarks · 2"),
        ("lost", ["L"], "has gone · 2"),
        ("lost-note", ["L", "j", "enter"], "was on: Grain corridor"),
        ("recent", ["J", "u"], "Recent briefs · 2"),
    ],
)
async def test_what_is_the_readers_own(size: tuple[int, int], name: str, keys: list[str], text: str) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("2")
        for number, key in enumerate(keys):
            await driver.press(key)
            if key == "J":
                await driver.until(lambda: driver.title != DIALOGUE)
            elif number == 0:
                await driver.sees("· 2")
        await driver.sees(text)
        await compare(name, size, driver)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("key", "name"), [("o", "dossier"), ("O", "directory"), ("T", "times"), ("R", "related"), ("c", "calendar")]
)
async def test_the_whole_library(size: tuple[int, int], key: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("1", key)
        await driver.until(
            lambda: driver.app.screen is not driver.reader and driver.app.screen.query(RowList).first()._rows
        )
        await compare(name, size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_which_of_several(size: tuple[int, int]) -> None:
    async with started(shipped_briefs(), size, title=DIALOGUE) as driver:
        await driver.press("0", "o")
        await driver.sees("Whose dossier?")
        await compare("which", size, driver)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "keys"), [("day-rooms", []), ("day-people", ["tab"]), ("day-all", ["a"])])
async def test_a_day_as_bars(size: tuple[int, int], name: str, keys: list[str], tmp_path: Path) -> None:
    now = datetime(2024, 3, 14, 10, 20, tzinfo=ZoneInfo("Europe/London"))
    folder = write_library(tmp_path / "library", busy.FILES)
    async with started(folder, size, path="busy.yaml", title=busy.TITLE, now=lambda: now) as driver:
        await driver.press("d")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
        await driver.press(*keys)
        if size[0] >= 60:
            await driver.sees({"day-rooms": "by room", "day-people": "by person", "day-all": "2 briefs"}[name])
        await driver.pilot.pause(0.5)
        await compare(name, size, driver)


@pytest.mark.parametrize("size", SIZES)
async def test_the_years_below_the_list(size: tuple[int, int], tmp_path: Path) -> None:
    years = [1999, 2001, 2001, 2002, 2005, 2005, 2005, 2006, 2010]
    texts = {f"{at}.yaml": f"title: Visit {at}\ndate: {year}-05-0{at + 1}\n" for at, year in enumerate(years)}
    async with started(write_library(tmp_path / "library", texts), size, title="Visit 8") as driver:
        await driver.press("0", "j", "j")
        await driver.until(lambda: driver.title == "Visit 6")
        if size[1] > NARROW[1]:
            await driver.sees("▲ 2005 · 3")
        await compare("list-years", size, driver)
