from pathlib import Path

import pytest
from textual.events import Resize

from briefterm.paths import shipped_briefs
from briefterm.ui.view import View
from briefterm.ui.widgets.prose import Prose
from tests.support import write_library
from tests.ui.driving import MIDDLE, NARROW, WIDE, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
TOUR = "Blinken's tour of five nations, November 2023"
G7 = "Second G7 Foreign Ministers' Meeting of 2023"


@pytest.fixture
def shipped() -> Path:
    return shipped_briefs()


async def test_the_first_screen_is_the_newest_brief_beside_the_list(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        screen = driver.screen()
        for text in (
            "0 Briefs",
            "1 Officials",
            "2 Agenda",
            "3 Timeline",
            "4 Detail",
            "TLP:CLEAR",
            DIALOGUE,
            "Second G7",
        ):
            assert text in screen
        assert driver.focused == "briefs"
        assert driver.view == View("agenda", 0)


@pytest.mark.parametrize(("key", "pane"), [("1", "officials"), ("2", "agenda"), ("3", "timeline"), ("4", "detail")])
@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_a_number_goes_to_its_pane(shipped: Path, size: tuple[int, int], key: str, pane: str) -> None:
    async with started(shipped, size, title=DIALOGUE) as driver:
        await driver.press(key)
        assert driver.focused == pane
        assert driver.reader.query_one(f"#{pane}").region.area > 0


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_zero_brings_the_list_back(shipped: Path, size: tuple[int, int]) -> None:
    async with started(shipped, size, title=DIALOGUE) as driver:
        await driver.press("2", "0")
        assert driver.focused == "briefs"
        assert driver.rows("briefs").region.area > 0


@pytest.mark.parametrize("down", ["down", "j"])
@pytest.mark.parametrize("up", ["up", "k"])
async def test_moving_in_the_list_opens_briefs(shipped: Path, down: str, up: str) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press(down)
        await driver.until(lambda: driver.title == G7)
        await driver.press(up)
        await driver.until(lambda: driver.title == DIALOGUE)


async def test_enter_in_the_list_goes_into_the_brief_and_escape_out(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("enter")
        assert driver.focused == "agenda"
        await driver.press("escape")
        assert driver.focused == "briefs"


async def test_capital_j_and_k_step_through_briefs_from_any_pane(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("1", "J")
        await driver.until(lambda: driver.title == G7)
        await driver.press("K")
        await driver.until(lambda: driver.title == DIALOGUE)
        await driver.press("K")
        await driver.sees("This is the first brief.")


@pytest.mark.parametrize(
    ("keys", "index"),
    [
        (["j", "j"], 2),
        (["down", "k"], 0),
        (["G"], 8),
        (["end"], 8),
        (["G", "g"], 0),
        (["end", "home"], 0),
        (["pagedown", "pageup"], 0),
        (["space", "ctrl+b"], 0),
        (["ctrl+f", "ctrl+b"], 0),
    ],
)
async def test_the_cursor_moves_in_a_pane(shipped: Path, keys: list[str], index: int) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("2", *keys)
        assert driver.view == View("agenda", index)


@pytest.mark.parametrize("forward", ["tab", "l", "right"])
@pytest.mark.parametrize("back", ["shift+tab", "h", "left"])
async def test_panes_are_walked_in_order(shipped: Path, forward: str, back: str) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        walked = []
        for _ in range(5):
            await driver.press(forward)
            walked.append(driver.focused)
        assert walked == ["officials", "agenda", "timeline", "detail", "briefs"]
        await driver.press(back)
        assert driver.focused == "detail"


async def test_a_selected_topic_lights_up_its_people(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("2")
        for _ in range(6):
            await driver.press("j")
        assert "Strategic coordination" in driver.detail()
        assert driver.rows("officials")._lit == {3, 4, 5}


async def test_a_selected_official_lights_up_their_topics_and_events(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("1", "j", "j", "j")
        assert driver.view == View("officials", 3)
        assert driver.rows("agenda")._lit == {6}
        assert driver.rows("timeline")._lit == {3, 4}


async def test_enter_on_an_item_goes_to_its_detail(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("3", "enter")
        assert driver.focused == "detail"
        assert "First India-US 2+2 dialogue" in driver.detail()
        await driver.press("escape")
        assert driver.focused == "timeline"


@pytest.mark.parametrize(
    ("key", "title", "text"),
    [
        ("b", "4 Background", "Open questions"),
        ("s", "4 Sources", "Unnamed sources of the news agency ANI"),
        ("p", "4 Problems", "None: every field was understood."),
    ],
)
async def test_a_letter_opens_a_long_page_and_escape_leaves_it(shipped: Path, key: str, title: str, text: str) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("2", key)
        assert title in driver.screen()
        assert text in driver.detail()
        assert driver.focused == "detail"
        await driver.press("escape")
        assert "4 Detail" in driver.screen()
        assert driver.focused == "agenda"


@pytest.mark.parametrize(
    ("key", "moves"),
    [("down", 1), ("j", 1), ("pagedown", 2), ("space", 2), ("ctrl+f", 2), ("end", 2), ("G", 2)],
)
async def test_a_text_scrolls(shipped: Path, key: str, moves: int) -> None:
    async with started(shipped, MIDDLE, title=DIALOGUE) as driver:
        await driver.press("b", key)
        detail = driver.reader.query_one("#detail")
        assert detail.scroll_offset.y >= moves
        await driver.press({"down": "up", "j": "k", "end": "home", "G": "g"}.get(key, "pageup"))
        assert detail.scroll_offset.y == 0


async def test_one_pane_can_have_all_the_room(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("3", "m")
        assert driver.rows("timeline").region.width > 150
        await driver.press("m")
        assert driver.rows("timeline").region.width < 60
        await driver.press("m", "escape")
        assert driver.rows("timeline").region.width < 60


async def test_the_day_stands_between_past_and_future(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        lines = driver.screen().splitlines()
        now = next(i for i, line in enumerate(lines) if "today 9 Nov 2023" in line)
        assert any("8 Nov 2023" in line for line in lines[3:now])
        assert any("10 Nov 2023" in line for line in lines[now:])


async def test_widths_do_not_lose_the_list(shipped: Path) -> None:
    async with started(shipped, WIDE, title=DIALOGUE) as driver:
        drawer, book = driver.reader.query_one("#drawer"), driver.book
        await driver.press("2", "j")
        for size in (NARROW, MIDDLE):
            await driver.pilot.resize_terminal(*size)
            await driver.until(lambda: not drawer.display or not drawer.region)
            assert driver.focused == "agenda"
            assert book.query_one("#agenda").region
            await driver.press("1", "2")
            await driver.pilot.resize_terminal(*WIDE)
            await driver.until(lambda: drawer.region.width == 40 and book.query_one("#officials").region)
            assert (driver.focused, driver.view.index) == ("agenda", 1)
        await driver.pilot.resize_terminal(*NARROW)
        await driver.press("0")
        await driver.pilot.resize_terminal(*MIDDLE)
        await driver.until(lambda: 40 <= drawer.region.width < 60)
        assert driver.focused == "briefs"


async def test_a_list_that_was_never_there_does_not_come_with_the_width(shipped: Path) -> None:
    async with started(shipped, NARROW, path="india-us-2plus2-2023.yaml", title=DIALOGUE) as driver:
        await driver.press("2")
        await driver.pilot.resize_terminal(*WIDE)
        await driver.until(lambda: driver.book.query_one("#timeline").region)
        assert not driver.reader.query_one("#drawer").region


async def test_with_no_brief_every_pane_says_what_to_press(tmp_path: Path) -> None:
    async with started(tmp_path, NARROW) as driver:
        await driver.sees("No briefs in this folder.")
        for key in ("1", "2", "3", "4"):
            await driver.press(key)
            await driver.sees("No brief is open. 0 leads to the list of this folder, D")
        for key in ("b", "s", "p", "A", "w"):
            await driver.press("0", key)
            await driver.sees("o brief is open")
        (tmp_path / "one.yaml").write_text("title: The first\n")
        await driver.until(lambda: driver.title == "The first")
        for key, pane in (("2", "agenda"), ("1", "officials"), ("3", "timeline")):
            await driver.press(key)
            await driver.sees(f"No {pane} in this brief.")


async def test_help_and_the_palette_open_and_close(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("question_mark")
        await driver.sees("Keys and help")
        await driver.press("escape")
        assert "Keys and help" not in driver.screen()
        await driver.press("colon")
        await driver.until(lambda: len(driver.app.screen_stack) == 2)
        await driver.press("escape")
        await driver.until(lambda: len(driver.app.screen_stack) == 1)


async def test_r_reads_the_library_again(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"one.yaml": "title: One\n"})
    async with started(library, title="One") as driver:
        write_library(library, {"two.yaml": "title: Two\ndate: 2023\n"})
        await driver.press("r")
        await driver.sees("Two")


async def test_q_leaves(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("q")
        assert driver.app._exit


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "empty", {}), indexed=False) as driver:
        await driver.sees("Put .yaml")


async def test_a_first_launch_fills_the_list_while_it_reads(library: Path) -> None:
    async with started(library, indexed=False) as driver:
        await driver.until(lambda: driver.title == "Coastal Security Talks")
        assert "Visit to Nairobi" in driver.screen()


async def test_a_brief_that_cannot_be_read_is_listed_with_its_line(library: Path) -> None:
    async with started(library, title="Coastal Security Talks") as driver:
        assert "! torn.yaml" in driver.screen()
        await driver.press("G")
        await driver.sees("torn.yaml cannot be read as a brief")
        assert "line 1, column 8" in driver.detail()
        assert "^" in driver.detail()


async def test_a_brief_can_be_opened_alone(library: Path) -> None:
    async with started(library, path="2022/visit.yaml", title="Visit to Nairobi") as driver:
        assert driver.focused in ("agenda", "officials")
        assert driver.rows("briefs").region.area == 0


async def test_text_of_a_brief_is_never_markup(tmp_path: Path) -> None:
    text = 'title: "[b]bold[/b] [@click=app.quit()]x[/]"\nofficials: ["[red]Ann[/red] \\e[31m"]\nmarking: "[/]"\n'
    library = write_library(tmp_path / "library", {"hostile.yaml": text})
    async with started(library) as driver:
        await driver.sees("[b]bold[/b] [@click=app.quit()]x[/]")
        await driver.sees("[red]Ann[/red] ␛[31m")


async def test_a_click_selects_and_a_double_click_chooses(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.pilot.click("#agenda", offset=(6, 4))
        assert driver.view.pane == "agenda"
        assert driver.view.index == 1
        await driver.pilot.click("#agenda", offset=(6, 4), times=2)
        await driver.until(lambda: driver.focused == "detail")


@pytest.mark.parametrize("key", ["escape", "question_mark"])
async def test_help_closes(shipped: Path, key: str) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("question_mark")
        await driver.sees("Keys and help")
        await driver.press(key)
        await driver.until(lambda: len(driver.app.screen_stack) == 1)


async def test_ctrl_c_says_how_to_leave(shipped: Path) -> None:
    async with started(shipped, title=DIALOGUE) as driver:
        await driver.press("ctrl+c")
        await driver.sees("q quits")


async def test_problems_name_what_cannot_be_planned_so_as_check_does(tmp_path: Path) -> None:
    text = (
        "title: Two rooms\nofficials: [Ann Bell]\nagenda:\n"
        "- {topic: Radar, when: '2023-11-10T10:00/11:00', who: Bell, place: Hall}\n"
        "- {topic: Visas, when: '2023-11-10T10:30/11:30', who: Bell, place: Annex}\n"
    )
    async with started(write_library(tmp_path / "library", {"a.yaml": text}), title="Two rooms") as driver:
        await driver.sees("1 problem (p)")
        await driver.press("p")
        await driver.sees("line 5, column 1")
        assert "Ann Bell" in driver.detail()
        assert "None: every field" not in driver.detail()


async def test_keys_without_anything_to_see_say_what_they_are_for() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        assert "looked at again" not in driver.screen(), "nobody asked for it at the start"
        await driver.press("0", "m")
        assert "m is for the panes of a brief; ⏎ goes into this one" in driver.screen()
        await driver.press("r")
        assert "Every file of the library is looked at again." in driver.screen()


async def test_an_empty_folder_says_nothing_of_being_read_before_that_is_asked_for(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "library", {})) as driver:
        await driver.sees("No briefs in this folder.")
        assert "looked at again" not in driver.screen()
        await driver.press("r")
        await driver.sees("looked at again")


async def test_a_pane_that_is_never_told_of_its_size_is_set_for_it_all_the_same(shipped: Path) -> None:
    async with started(shipped, (60, 20), title=DIALOGUE) as driver:
        await driver.press("2")
        await driver.sees("Military hardware")
        pane = driver.reader.query_one("#detail", Prose)
        pane.disable_messages(Resize)
        await driver.press("4")
        await driver.sees("raised by United States")
