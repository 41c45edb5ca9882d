"""Names lead to dossiers: by Enter in the officials and in every text, and by the mouse."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefterm.ui.screens.dial import Dial
from briefterm.ui.screens.dossier import DossierScreen
from briefterm.ui.screens.which import WhichScreen
from briefterm.ui.view import View
from briefterm.ui.widgets.prose import Prose
from briefterm.ui.widgets.row_list import RowList
from tests.support import write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, Driver, started
from tests.ui.library import FILES

TITLE = "Coastal Security Talks"
TEXTS = "background: Austin asked for radar, and Yusuf was not there.\nsummary: The lanes are busy.\n"


@asynccontextmanager
async def reading(folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Driver]:
    library = write_library(folder / "library", FILES | {"talks.yaml": FILES["talks.yaml"] + TEXTS})
    async with started(library, size, title=TITLE) as driver:
        yield driver


async def dossier_of(driver: Driver, text: str) -> None:
    await driver.until(lambda: isinstance(driver.app.screen, DossierScreen) and text in driver.screen(), f"for {text}")


async def offered(driver: Driver) -> list[str]:
    await driver.until(lambda: isinstance(driver.app.screen, WhichScreen) and driver.app.screen.query(RowList))
    rows = driver.app.screen.query_one(RowList)._rows
    await driver.until(lambda: len(rows))
    return [rows.lines(at, 60)[0].plain.strip() for at in range(len(rows))]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_enter_on_an_official_opens_the_dossier_and_tab_and_4_still_lead_to_the_detail(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path, size) as driver:
        await driver.press("1")
        await driver.sees("⏎ dossier")
        await driver.press("enter")
        await dossier_of(driver, "Defence Minister · India")
        await driver.press("escape")
        await driver.until(lambda: driver.focused == "officials")
        await driver.press("4")
        assert driver.focused == "detail"
        assert driver.detail().startswith("Rajnath Singh")
        await driver.press("escape")
        assert driver.focused == "officials"


async def test_enter_on_a_topic_still_goes_to_its_detail_and_once_more_asks_whose_dossier(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("2", "enter")
        assert driver.focused == "detail"
        await driver.sees("⏎ dossier")
        await driver.press("enter")
        assert await offered(driver) == ["Rajnath Singh", "Lloyd Austin"]
        await driver.press("j", "enter")
        await dossier_of(driver, "Defence Secretary · United States")


async def test_of_the_only_one_named_there_is_no_question(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("2", "j", "4", "enter")
        await dossier_of(driver, "Defence Secretary · United States")


async def test_a_name_in_the_background_is_followed(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("b", "enter")
        await dossier_of(driver, "Defence Secretary · United States")


async def test_where_nobody_is_named_that_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("2", "j", "j", "4")
        assert "⏎ dossier" not in driver.screen()
        await driver.press("enter")
        await driver.sees("Nobody of this brief is named here.")


async def test_names_out_of_sight_are_offered_where_none_is_in_sight(tmp_path: Path) -> None:
    lines = "\n\n".join(f"  Paragraph {number}." for number in range(80))
    text = FILES["talks.yaml"] + f"background: |\n{lines}\n\n  Then Austin spoke.\n"
    library = write_library(tmp_path / "library", FILES | {"talks.yaml": text})
    async with started(library, NARROW, title=TITLE) as driver:
        await driver.press("b")
        assert "Then Austin" not in driver.screen()
        await driver.press("enter")
        await dossier_of(driver, "Defence Secretary")


async def test_a_name_in_a_note_is_followed(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("2", "j", "j", "a", *"ask Rajnath", "escape")
        await driver.press("A")
        await driver.until(lambda: "ask Rajnath" in driver.detail())
        await driver.press("enter")
        await dossier_of(driver, "Defence Minister · India")


async def test_a_hit_on_an_official_is_landed_on_and_enter_again_opens_the_dossier(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.search("lloyd austin secretary")
        await driver.press("enter")
        await driver.until(lambda: driver.view.pane == "officials" and driver.focused == "officials")
        await driver.press("enter")
        await dossier_of(driver, "Lloyd Austin")


async def test_a_name_that_is_clicked_in_a_text_opens_the_dossier(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("2", "j")
        detail = driver.reader.query_one("#detail", Prose)
        line = next(at for at, text in enumerate(detail._lines) if "Lloyd Austin" in text.plain)
        column = detail._lines[line].plain.index("Austin")
        left, top = detail.content_region.offset - detail.region.offset
        assert await driver.pilot.click(detail, offset=(left, top))  # the title names nobody
        assert driver.view == View("agenda", 1)
        assert await driver.pilot.click(detail, offset=(left + column, top + line))
        await dossier_of(driver, "Defence Secretary · United States")


async def test_an_official_that_is_clicked_twice_opens_the_dossier(tmp_path: Path) -> None:
    async with reading(tmp_path) as driver:
        await driver.press("1")
        officials = driver.rows("officials")
        assert await driver.pilot.click(officials, offset=(10, 2), times=2)
        await dossier_of(driver, "Defence Minister · India")


async def test_a_name_on_the_dial_is_followed_and_led_back_from(tmp_path: Path) -> None:
    async with reading(tmp_path, MIDDLE) as driver:
        await driver.press("2", "j", "z")
        await driver.until(lambda: isinstance(driver.app.screen, Dial) and "Spare parts" in driver.screen())
        await driver.press("enter")
        await dossier_of(driver, "Defence Secretary · United States")
        await driver.press("escape")
        await driver.until(lambda: isinstance(driver.app.screen, Dial))


async def test_a_name_that_no_official_has_leads_to_whom_the_library_knows(tmp_path: Path) -> None:
    text = "title: Alone\ndate: 2024-01-01\nagenda:\n- {topic: Harbour, who: [Amina Yusuf]}\n"
    library = write_library(tmp_path / "library", FILES | {"alone.yaml": text})
    async with started(library, title="Alone") as driver:
        await driver.press("2", "4", "enter")
        await dossier_of(driver, "Harbour Master, Navy · Kenya")
