import re
from pathlib import Path

import pytest
from textual.widgets import Input

from briefterm.config import read
from briefterm.paths import shipped_briefs
from briefterm.ui.commands import COMMANDS, Place, shown_key
from briefterm.ui.keymap import Keymap, NoKeyError, keymap, read_key
from briefterm.ui.preferences import Preferences
from briefterm.ui.widgets.prose import Prose
from tests.ui.driving import MIDDLE, NARROW, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"


def mapped(tmp_path: Path, text: str) -> tuple[Keymap, list[str]]:
    file = tmp_path / "config.yaml"
    file.write_text(text)
    reading = read(file)
    assert reading.problems == ()
    found, problems = keymap(reading.config.keys)
    return found, [problem.at("") for problem in problems]


def preferences(tmp_path: Path, text: str) -> Preferences:
    found, problems = mapped(tmp_path, text)
    assert problems == []
    return Preferences(keymap=found)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("/", "/"), ("G", "G"), ("shift+g", "G"), ("Ctrl+F", "ctrl+f"), ("esc", "escape"), ("PgDn", "pagedown"),
        ("F5", "f5"), ("space", "space"), (",", "comma"), ("+", "+"), ("shift+tab", "shift+tab"), ("é", "é"),
        ("shift+ctrl+up", "ctrl+shift+up"), ("alt+x", "alt+x"),
    ],
)  # fmt: skip
def test_a_key_is_read(written: str, key: str) -> None:
    assert read_key(written) == key


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("pagedwn", "did you mean `pagedown`?"),
        ("ctrl+i", "terminals send `ctrl+i` as `tab`"),
        ("ctrl+[", "as `escape`"),
        ("ctrl+c", "kept for leaving"),
        ("ctrl+q", "kept for leaving"),
        ("hyper+x", "no modifier we know"),
        ("ctlr+x", "did you mean `ctrl`?"),
        ("shift+/", "write the sign itself"),
        ("ctrl+/", "write `ctrl+` and a letter"),
        ("\x1b", "is no key"),
        ("", "is no key"),
    ],
)
def test_what_is_no_key(written: str, says: str) -> None:
    with pytest.raises(NoKeyError, match=r".") as raised:
        read_key(written)
    assert says in str(raised.value)
    assert str(raised.value).isprintable()


def test_every_key_of_the_registry_could_be_configured() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert read_key(key) == key


EATEN = {
    "ctrl+b": "the prefix of tmux",
    "ctrl+a": "the prefix of screen",
    **dict.fromkeys(("ctrl+e", "ctrl+f", "ctrl+g", "ctrl+k", "ctrl+p", "f1"), "VS Code's own in its terminal"),
    **dict.fromkeys(("ctrl+s", "ctrl+q"), "flow control"),
    **dict.fromkeys(("ctrl+up", "ctrl+down", "ctrl+left", "ctrl+right"), "the windows of macOS"),
    **dict.fromkeys(
        ("home", "end", "pageup", "pagedown", "insert", "delete"), "no key of a laptop, or its terminal's own"
    ),
    **{f"f{number}": "brightness and sound on a laptop" for number in range(2, 25)},
}
STEPPED = {"results", "directory", "library", "help"}
"""Where one types, and so only arrows are left: what pages do there, they do more slowly."""


def test_no_command_depends_on_keys_that_a_multiplexer_an_editor_or_a_laptop_keeps() -> None:
    dependent = [one.id for one in COMMANDS if one.keys and all(key in EATEN for key in one.keys)]
    kinds = {(group, name) for group, _, name in (one.id.partition(".") for one in COMMANDS)}
    left = [one for one in dependent if one.partition(".")[0] not in STEPPED or "page" not in one]
    assert left == []
    assert all({(group, "up"), (group, "down")} <= kinds for group in STEPPED)


def test_a_command_takes_other_keys_or_none(tmp_path: Path) -> None:
    found, problems = mapped(tmp_path, 'keys:\n  app.quit: Q, ctrl+x\n  app.suspend: ""\n')
    assert problems == []
    assert found.keys("app.quit") == ("Q", "ctrl+x")
    assert found.keys("app.suspend") == ()
    assert found.changed == {"app.quit", "app.suspend"}


def test_what_is_wrong_has_its_place_and_leaves_the_keys_as_they_were(tmp_path: Path) -> None:
    found, problems = mapped(
        tmp_path, "keys:\n  serch.open: s\n  app.quit: [Q, qq]\n  text.sources: b\n  list.down: q\n  app.help: Q\n"
    )
    assert problems == [
        ":2:3: error: keys.serch.open: there is no such command; did you mean `search.open`?",
        ":3:17: error: keys.app.quit: `qq` is no key; write one sign, or a name such as `ctrl+f`, `pagedown`, `f5`",
        (
            ":4:17: error: keys.text.sources: `b` is the key of `text.background` (Background and further sections); "
            "choose another, or give that one another"
        ),
        (
            ":6:13: error: keys.app.help: `Q` is the key of `app.quit` (Quit), by line 3; choose another, or give that "
            "one another"
        ),
    ]
    assert found.keys("app.quit") == ("Q",)
    assert found.keys("text.sources") == ("s",)
    assert found.keys("list.down") == ("q",)
    assert found.keys("app.help") == ("?",)


def test_two_commands_may_change_keys_with_each_other(tmp_path: Path) -> None:
    found, problems = mapped(tmp_path, "keys:\n  text.sources: b\n  text.background: s\n")
    assert problems == []
    assert (found.keys("text.sources"), found.keys("text.background")) == (("b",), ("s",))


def test_a_list_and_a_text_may_share_a_key_and_both_hear_what_holds_anywhere(tmp_path: Path) -> None:
    assert mapped(tmp_path, "keys:\n  list.down: I\n  text.down: I\n")[1] == []
    assert "list.down" in mapped(tmp_path, "keys:\n  brief.next: j\n")[1][0]
    assert "app.blank" in mapped(tmp_path, "keys:\n  search.open: ctrl+l\n")[1][0]


async def test_the_persons_keys_work_and_are_shown(tmp_path: Path) -> None:
    chosen = preferences(
        tmp_path, 'keys:\n  text.sources: ctrl+o\n  app.help: "!"\n  list.down: I\n  search.open: ctrl+e\n'
    )
    async with started(shipped_briefs(), title=DIALOGUE, preferences=chosen) as driver:
        await driver.press("2", "I")
        assert driver.view.index == 1
        await driver.press("j")
        assert driver.view.index == 1
        await driver.press("s")
        assert driver.view.page == ""
        await driver.press("ctrl+o")
        assert driver.view.page == "sources"
        screen = driver.screen()
        assert "^e search" in screen.splitlines()[0]
        assert "^o sources" in screen.splitlines()[-1]
        await driver.press("exclamation_mark")
        await driver.sees("Keys and help")
        await driver.press(*"sources")
        await driver.until(lambda: "Officials  " not in driver.screen())
        assert "^o" in driver.screen()
        await driver.press("escape", "ctrl+e")
        await driver.until(lambda: driver.focused == "bar")


async def test_what_is_said_names_the_persons_keys(tmp_path: Path) -> None:
    chosen = preferences(
        tmp_path, "keys:\n  app.linear: f7\n  copy.brief: ctrl+o\n  note.close: f5\n  search.leave: f6\n"
    )
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=chosen) as driver:
        await driver.press("b", "p", "y")
        await driver.sees("There is no item here to copy; ^o copies the brief.")
        await driver.press("p", "2", "a")
        await driver.sees("Markdown · ^g drops what you typed · f5 keeps it")
        await driver.press("f5", "f7")
        await driver.sees("Plain lines. f7 shows the panes again")
        await driver.press("f7")
        await driver.press("slash", *"zzqx")
        await driver.sees("f6 goes back.")


async def test_the_palette_shows_the_persons_keys(tmp_path: Path) -> None:
    chosen = preferences(tmp_path, "keys:\n  text.sources: ctrl+o\n")
    async with started(shipped_briefs(), title=DIALOGUE, preferences=chosen) as driver:
        offered = {command.title: command.help for command in driver.app.get_system_commands(driver.reader)}
    assert offered["Sources: those behind the selected line, then all"] == "^o"
    assert offered["Search every brief"] == "/"


async def test_a_command_without_keys_is_not_run(tmp_path: Path) -> None:
    chosen = preferences(tmp_path, 'keys:\n  text.sources: ""\n')
    async with started(shipped_briefs(), title=DIALOGUE, preferences=chosen) as driver:
        await driver.press("2", "s")
        assert driver.view.page == ""
        assert "sources" not in driver.screen().splitlines()[-1]


async def test_help_has_the_keys_of_where_one_stands_first(tmp_path: Path) -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        for key, place in (("2", Place.LIST), ("b", Place.TEXT)):
            await driver.press(key, "question_mark")
            await driver.sees("where you are")
            lines = [line for line in driver.screen().splitlines() if any(one.value in line for one in Place)]
            assert f"{place.value} · where you are" in lines[0]
            await driver.press("escape")
            await driver.until(lambda: len(driver.app.screen_stack) == 1)


@pytest.mark.parametrize(("words", "there", "gone"), [("quit", "Quit", "Sources"), ("^p", "All commands", "Quit")])
async def test_help_filters(words: str, there: str, gone: str) -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("question_mark", *(("circumflex_accent", "p") if words == "^p" else words))
        await driver.until(lambda: there in driver.screen() and gone not in driver.screen())


async def test_help_has_the_id_of_each_command_where_there_is_room() -> None:
    async with started(shipped_briefs(), MIDDLE, title=DIALOGUE) as driver:
        await driver.press("question_mark")
        await driver.until(lambda: re.search(r"Page up +list.page_up", driver.screen()))
        page = driver.app.screen.query_one("#all-keys", Prose)
        text = "\n".join(line.plain for line in page._lines)
        assert all(re.search(rf"(?:^| ){re.escape(command.id)}$", text, re.MULTILINE) for command in COMMANDS)
        await driver.pilot.resize_terminal(*NARROW)
        await driver.until(lambda: "list.page_up" not in driver.screen())
        await driver.press(*"page_up")
        await driver.sees("list.page_up")
        assert "text.page_up" in driver.screen()
        assert "search.open" not in driver.screen()


async def test_in_plain_lines_help_has_a_colon_after_the_keys_and_the_ids_once_something_is_typed() -> None:
    async with started(shipped_briefs(), (80, 24), title=DIALOGUE, preferences=Preferences(linear=True)) as driver:
        await driver.press("question_mark")
        await driver.sees("enter: Open it; of an official, the dossier")
        assert "list.choose" not in driver.screen()
        await driver.press(*"list.choose")
        await driver.sees("enter: Open it; of an official, the dossier, list.choose")
        driver.app.screen.query_one(Input).value = "zoom"
        await driver.sees("+, =: Zoom in: decade, year, month, week, day, times.in")


async def test_the_signs_stand_before_the_keys_of_other_places() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("question_mark")
        text = "\n".join(line.plain for line in driver.app.screen.query_one("#all-keys", Prose)._lines)
        assert "◐                 an event that is under way" in text
        assert text.index(Place.ANYWHERE.value) < text.index("Signs") < text.index(Place.EXPORT.value)


async def test_help_says_where_nothing_is_found_and_scrolls() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("question_mark")
        page = driver.app.screen.query_one("#all-keys")
        await driver.press("pagedown", "down")
        assert page.scroll_offset.y > 10
        await driver.press("pageup", "up")
        assert page.scroll_offset.y == 0
        await driver.press(*"zzz")
        await driver.sees("No key and no word of a command is like that: take letters back.")


def test_shown_keys_are_short() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert len(shown_key(key)) <= 5


def test_of_several_errors_their_number_comes_first_so_that_it_is_never_cut() -> None:
    one = "config.yaml:2:3: error: keys.serch.open: there is no such command"
    assert Preferences(said=(one,)).notice == one
    assert Preferences(said=(one, "b", "c")).notice == f"3 problems, see briefterm config --show: {one}"
    assert Preferences(said=(one,), wrong="a").notice == "2 problems, see briefterm config --show: a"
