import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from textual.command import CommandList
from textual.theme import BUILTIN_THEMES

from briefterm import paths
from briefterm.brief.problems import Level
from briefterm.config import Setting
from briefterm.paths import shipped_briefs
from briefterm.ui.contrast import TEXT, contrast, legible, luminance
from briefterm.ui.ink import _SPECS, _VARIABLES
from briefterm.ui.looks import (
    COLOURS,
    DARK,
    GROUNDS,
    INKS,
    OURS,
    SIDES,
    TEXTUALS,
    UserTheme,
    choice,
    fallback,
    read_theme,
    user_themes,
)
from briefterm.ui.preferences import Preferences, preferences
from briefterm.ui.theme import ANSI_DARK, ANSI_LIGHT, HOUSE_DARK, HOUSE_LIGHT, THEMES, theme_of, variables
from tests.ui.colours import DEUTERANOPIA, NORMAL, PROTANOPIA, apart
from tests.ui.driving import started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
HOUSE = {"dark": HOUSE_DARK, "light": HOUSE_LIGHT}
APART = 17  # of CIE 1976, where 2.3 can just be noticed
# xterm's own sixteen colours (XTerm-col.ad): those a terminal of another palette has are its user's choice
XTERM = {
    "ansi_red": "#cd0000", "ansi_blue": "#0000ee", "ansi_magenta": "#cd00cd", "ansi_white": "#e5e5e5",
    "ansi_bright_red": "#ff0000", "ansi_bright_green": "#00ff00", "ansi_bright_yellow": "#ffff00",
    "ansi_bright_magenta": "#ff00ff", "ansi_bright_cyan": "#00ffff",
}  # fmt: skip


def colours(name: str) -> dict[str, str]:
    """Every colour of a theme, as the app has them."""
    theme = {theme.name: theme for theme in THEMES}.get(name) or BUILTIN_THEMES[name]
    generated = theme.to_color_system().generate()
    return generated | variables(theme, generated)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#ff0000") == pytest.approx(0.2126)
    assert contrast(legible("#777777", ["#ffffff", "#eeeeee"]), "#eeeeee") >= TEXT
    assert legible("#777777", ["#000000"]) == "#777777"
    with pytest.raises(ValueError, match="red"):
        luminance("red")


@pytest.mark.parametrize("name", [*OURS[:2], *TEXTUALS])
def test_every_ink_can_be_read_on_every_ground(name: str) -> None:
    found = colours(name)
    for ink in INKS:
        for ground in GROUNDS:
            assert contrast(found[ink], found[ground]) >= TEXT, (ink, ground)
    assert contrast(found["hit"], found["hit-ground"]) >= TEXT
    for ground in (*SIDES, "quiet", "accent", "error", "success", "foreground"):
        assert contrast(found["chip-ink"], found[ground]) >= TEXT, ground


def test_no_ink_is_left_out_of_the_test_above() -> None:
    assert set(_VARIABLES) <= set(COLOURS)
    text = {spec.colour for name, spec in _SPECS.items() if spec.colour and name != "side-0"}
    assert text <= {*INKS, "hit", "chip-ink", "rule"}
    assert [name for name, spec in _SPECS.items() if spec.colour == "rule"] == ["rule", "side-0"]


@pytest.mark.parametrize(("ansi", "ground"), [(ANSI_DARK, "#000000"), (ANSI_LIGHT, "#ffffff")])
def test_the_terminals_own_colours_can_be_read_in_xterm(ansi: dict[str, str], ground: str) -> None:
    for name, colour in ansi.items():
        if colour != "ansi_default":
            assert contrast(XTERM[colour], ground) >= TEXT, name


@pytest.mark.parametrize("house", HOUSE)
@pytest.mark.parametrize("sight", [NORMAL, PROTANOPIA, DEUTERANOPIA], ids=["normal", "protanopia", "deuteranopia"])
def test_sides_are_told_apart_by_everybody(house: str, sight: tuple[tuple[float, float, float], ...]) -> None:
    sides = [HOUSE[house][side] for side in SIDES]
    for one, other in combinations(sides, 2):
        assert apart(one, other, sight) >= APART, (one, other)  # type: ignore[arg-type]


def test_red_and_green_are_near_to_those_who_mix_them_up() -> None:
    assert apart("#c04040", "#6f6f00", DEUTERANOPIA) < apart("#c04040", "#6f6f00") / 3


def test_textuals_themes_are_all_that_have_colours_of_their_own() -> None:
    assert {name for name, theme in BUILTIN_THEMES.items() if not theme.ansi} == set(TEXTUALS)
    assert tuple(theme.name for theme in THEMES) == OURS


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"TERM": "xterm-256color"}, DARK),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, DARK),
        ({"TERM": "screen"}, "terminal-dark"),
        ({"TERM": "linux"}, "terminal-dark"),
        ({}, "terminal-dark"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "terminal-dark"),
    ],
)
def test_a_terminal_with_few_colours_keeps_its_own(environ: dict[str, str], name: str) -> None:
    assert fallback(environ) == name


@pytest.mark.parametrize(
    ("term", "colourless"),
    [
        ("vt100", True),
        ("linux", False),
        ("xterm", False),
        ("xterm-256color", False),
        ("not-known-to-terminfo", False),
        ("", False),
    ],
)
def test_terminfo_knows_which_terminal_has_no_colours(term: str, colourless: bool) -> None:
    code = f"from briefterm.ui.looks import is_colourless; print(is_colourless({{'TERM': {term!r}}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(colourless)


def test_who_wants_which_theme() -> None:
    mine = UserTheme("mine", True)
    file = Setting("nord", 3, 8)
    environ = {"BRIEFTERM_THEME": "gruvbox", "TERM": "xterm-256color"}
    assert choice("mine", environ, file, "dracula", [mine])[0].by == "flag"
    assert choice("", environ, file, "dracula", [])[0].name == "gruvbox"
    assert choice("", {}, file, "dracula", [])[0].name == "nord"
    assert choice("", {}, None, "dracula", [])[0].by == "chosen"
    assert choice("", {}, None, "gone", [])[0].by == "default"
    found, problems, wrong = choice("", {"BRIEFTERM_THEME": "grovbox"}, Setting("norrd", 3, 8), "", [])
    assert (found.by, problems[0].line) == ("default", 3)
    assert wrong == "BRIEFTERM_THEME: there is no theme `grovbox`; did you mean `gruvbox`?"


def test_a_theme_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "paper.yaml"
    file.write_text('background: "#FFF"\nforeground: 222222\nside-1: "#004488"\n')
    theme, problems = read_theme(file)
    assert problems == []
    assert theme == UserTheme("paper", False, {"background": "#ffffff", "foreground": "#222222", "side-1": "#004488"})
    made = theme_of(theme)
    assert (made.background, made.foreground, made.dark) == ("#ffffff", "#222222", False)
    assert made.variables["side-1"] == "#004488"
    for ink in ("quiet", "date", *SIDES):
        assert contrast(made.variables[ink], "#ffffff") >= TEXT


def test_what_is_wrong_in_a_theme(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text('dark: yes\nbackground: #000\naccnt: "#fff"\nquiet: pink\ndate: [a]\n')
    theme, problems = read_theme(file)
    assert theme == UserTheme("mine", True)
    assert [problem.at("") for problem in problems] == [
        ":1:7: error: dark: write `true` for light text on a dark ground, else `false`",
        ':2:12: error: background: no colour stands here; `#` begins a comment unless it is in quotes: `"#101418"`',
        ":3:1: error: accnt: there is no such colour; did you mean `accent`?",
        ':4:8: error: quiet: `pink` is no colour; write `"#rrggbb"`',
        ':5:7: error: date: `a list` is no colour; write `"#rrggbb"`',
    ]
    file.write_text('background: "#fff"\nquiet: "#aaa"\n')
    (problem,) = read_theme(file)[1]
    assert (problem.level, problem.line, problem.field) == (Level.WARNING, 2, "quiet")
    file.write_text("[")
    assert read_theme(file)[0] is None
    (tmp_path / "nord.yaml").write_text("dark: true\n")
    themes, said = user_themes(tmp_path)
    assert themes == ()
    assert len(said) == 2
    assert user_themes(tmp_path / "none") == ((), ())


async def test_a_theme_is_tried_and_kept() -> None:
    chosen = Preferences(themes=(UserTheme("mine", True, {"background": "#000000"}),))
    async with started(shipped_briefs(), title=DIALOGUE, preferences=chosen) as driver:
        await driver.press("ctrl+t")
        await driver.sees("YOUR OWN")
        await driver.press("home")
        await driver.until(lambda: driver.app.theme == "mine")
        await driver.press("escape")
        assert driver.app.theme == DARK
        await driver.press("ctrl+t", "down", "q")
        assert driver.app.theme == DARK
        await driver.press("ctrl+t", "j", "enter")
        await driver.until(paths.theme_file().exists)
        await driver.sees("briefterm-light")
    assert paths.theme_file().read_text() == "briefterm-light\n"
    assert preferences().theme.name == "briefterm-light"


async def test_rows_change_colour_with_the_theme() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        await driver.press("2")

        def first() -> object:
            line = driver.rows("agenda").render_line(0)
            return {segment.style.color.name for segment in line if segment.style and segment.style.color}

        before = first()
        assert HOUSE_DARK["side-2"] in str(before)
        await driver.press("ctrl+t", "down")
        await driver.until(lambda: HOUSE_LIGHT["side-2"] in str(first()))


async def test_a_choice_the_configuration_overrules_says_so(own_folders: Path) -> None:
    config = own_folders / "config" / "briefterm" / "config.yaml"
    config.parent.mkdir()
    config.write_text("theme: nord\n")
    async with started(shipped_briefs(), title=DIALOGUE, preferences=preferences()) as driver:
        assert driver.app.theme == "nord"
        await driver.press("ctrl+t", "down", "enter")
        await driver.sees("config.yaml names another: this holds until you leave")


async def test_keys_and_colours_follow_the_file(own_folders: Path) -> None:
    config = own_folders / "config" / "briefterm" / "config.yaml"
    config.parent.mkdir()
    config.write_text("theme: nord\nkeys: {app.quit: Q}\n")
    async with started(shipped_briefs(), title=DIALOGUE, preferences=preferences()) as driver:
        await driver.sees("Q quit")
        config.write_text("theme: gruvbox\nkeys: {app.quit: X}\nlibary: x\n")
        await driver.sees("X quit")
        assert driver.app.theme == "gruvbox"
        assert "config.yaml:3:1: error: libary: unknown setting" in driver.screen().splitlines()[0]
        config.write_text("theme: gruvbox\n")
        await driver.sees("q quit")
        assert "libary" not in driver.screen()


async def test_a_file_whose_folder_was_not_there_is_followed_too(own_folders: Path) -> None:
    config = own_folders / "config" / "briefterm" / "config.yaml"
    async with started(shipped_briefs(), title=DIALOGUE, preferences=preferences()) as driver:
        await driver.sees("q quit")
        assert not config.parent.exists()
        config.parent.mkdir()
        config.write_text("keys: {app.quit: X}\n")
        await driver.sees("X quit")
        config.write_text("theme: gruvbox\n")
        await driver.until(lambda: driver.app.theme == "gruvbox")


async def test_without_colours_the_theme_is_the_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        assert driver.app.theme == "terminal-dark"
        await driver.press("2")
        styles = [segment.style for segment in driver.rows("agenda").render_line(0) if segment.style]
        assert all(style.reverse for style in styles[2:3])
        await driver.press("ctrl+t")
        await driver.sees("NO_COLOR is set")


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"BRIEFTERM_THEME": "terminal-light"}])
async def test_the_selected_command_of_the_palette_is_seen_without_a_ground_of_its_own(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in environ.items():
        monkeypatch.setenv(name, text)
    async with started(shipped_briefs(), title=DIALOGUE, preferences=preferences(environ=environ)) as driver:
        await driver.press("colon")
        await driver.until(
            lambda: driver.app.screen.query(CommandList) and driver.app.screen.query_one(CommandList).options
        )
        shown = driver.app.screen.query_one(CommandList)
        await driver.until(lambda: shown.highlighted == 0)
        lined = [any(part.style and part.style.underline for part in shown.render_line(y)) for y in range(3)]
        assert lined == [True, False, False]


@pytest.mark.parametrize("theme", ["terminal-dark", "terminal-light"])
async def test_on_a_row_that_is_reversed_no_text_is_a_block_of_its_colour(theme: str) -> None:
    wanted = preferences(environ={"BRIEFTERM_THEME": theme})
    async with started(shipped_briefs(), title=DIALOGUE, preferences=wanted) as driver:
        await driver.press("2")
        agenda = driver.rows("agenda")
        line = next(y for y in range(9) if "expected" in agenda.render_line(y).text)
        under = [part for part in agenda.render_line(line) if part.style and part.style.reverse]
        assert "expected" in "".join(part.text for part in under)
        assert {part.style.color.is_default for part in under if part.style and part.style.color} <= {True}
        bar, *_ = agenda.render_line(line)
        assert bar.style is not None and not bar.style.reverse and bar.style.color is not None
        chip = next(part for part in agenda.render_line(line - 1) if part.text.strip() == "US")
        assert chip.style is not None and chip.style.reverse and chip.style.color is not None


@pytest.mark.parametrize("theme", OURS)
async def test_the_brief_is_seen_beside_the_choice_of_colours_whose_keys_stand_in_the_footer(theme: str) -> None:
    wanted = preferences(environ={"BRIEFTERM_THEME": theme})
    async with started(shipped_briefs(), title=DIALOGUE, preferences=wanted) as driver:
        await driver.press("ctrl+t")
        await driver.sees("keep  esc as it was  ? help")
        assert "1 Officials" in driver.screen()
        assert "b background" not in driver.screen()
