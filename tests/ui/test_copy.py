import base64
import os
import re
from pathlib import Path

import pytest

from briefterm.paths import shipped_briefs
from briefterm.ui.clipboard import LARGEST, hand_over, programs, wrapped
from tests.support import briefterm, write_library
from tests.ui.driving import Driver, started

DIALOGUE = "5th India-US 2+2 Ministerial Dialogue"
LOCAL = {"DISPLAY": ":0"}


def found(*names: str) -> "object":
    return lambda name: f"/bin/{name}" if name in names else None


def ways(environ: dict[str, str], *names: str, platform: str = "linux") -> list[tuple[str, ...]]:
    return [program.command for program in programs(environ, found(*names), platform)]  # type: ignore[arg-type]


def test_a_local_session_has_the_clipboards_program() -> None:
    everything = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux")
    assert ways({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, *everything) == [
        ("/bin/wl-copy",),
        ("/bin/xclip", "-selection", "clipboard"),
        ("/bin/xsel", "--clipboard", "--input"),
    ]
    assert ways({}, *everything, platform="darwin") == [("/bin/pbcopy",)]
    assert ways({"WSL_DISTRO_NAME": "Debian"}, *everything) == [("/bin/clip.exe",)]
    assert ways({"DISPLAY": ":0"}) == []


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
def test_over_ssh_the_far_clipboard_is_nobodys(name: str) -> None:
    environ = {name: "x", "DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "TMUX": "t"}
    assert ways(environ, "wl-copy", "xclip", "tmux") == [("/bin/tmux", "load-buffer", "-w", "-")]
    assert ways({name: "x"}, "pbcopy", platform="darwin") == []


def test_the_terminal_is_told_where_no_program_takes_it() -> None:
    handed = hand_over("é\n", {}, lambda _: None)
    assert handed.sequence == "\x1b]52;c;w6kK\x07"
    assert handed.way == "the terminal (OSC 52)"


def test_a_program_gets_the_text_and_the_next_one_where_it_fails(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    for name, script in (("xclip", "exit 1"), ("xsel", f"cat > {taken}")):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    handed = hand_over("naïve\n", LOCAL, lambda name: str(tmp_path / name) if name in ("xclip", "xsel") else None)
    assert (handed.way, handed.sequence) == ("xsel", "")
    assert taken.read_text() == "naïve\n"


def test_tmux_and_screen_are_asked_to_pass_it_on() -> None:
    assert wrapped("\x1b]52;c;AA==\x07", {"TMUX": "t"})[0] == "\x1bPtmux;\x1b\x1b]52;c;AA==\x07\x1b\\"
    sequence = "\x1b]52;c;" + "A" * 3000 + "\x07"
    said = wrapped(sequence, {"STY": "s"})[0]
    parts = re.findall(r"\x1bP(.*?)\x1b\\", said, re.DOTALL)
    assert "".join(parts) == sequence
    assert max(map(len, parts)) <= 700


def test_more_than_a_terminal_takes_is_not_sent() -> None:
    assert hand_over("a" * LARGEST, {}, lambda _: None).sequence
    handed = hand_over("é" * LARGEST, {}, lambda _: None)
    assert (handed.sequence, handed.way) == ("", "")
    assert "149,988 bytes" in handed.reason


@pytest.fixture(autouse=True)
def far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session over SSH without a multiplexer: the terminal is told."""
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")


async def copied(driver: Driver, *keys: str) -> str:
    """Press keys, and return the text that the terminal is told."""
    told: list[str] = []
    driver.app.tell_terminal = told.append  # type: ignore[assignment]
    await driver.press(*keys)
    await driver.until(lambda: told)
    (sequence,) = told
    code = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", sequence)
    assert code is not None
    return base64.b64decode(code[1]).decode()


async def test_an_item_is_copied_with_marking_and_sources() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        text = await copied(driver, "2", "j", "y")
        await driver.sees(f"copied by the terminal (OSC 52): topic, {len(text)} characters")
    lines = text.splitlines()
    assert lines[0].startswith("TLP:CLEAR, as of 8 Nov 2023")
    assert lines[-1] == lines[0]
    assert DIALOGUE in lines
    assert "Date: 10 Nov 2023" in lines
    assert "  High-end technology for weapon systems developed in India" in lines
    assert "  [4] Unnamed sources of the news agency ANI" in lines
    assert "Military hardware cooperation" not in text


@pytest.mark.parametrize(
    ("keys", "there", "gone"),
    [
        (("1", "y"), "Rajnath Singh", "S Jaishankar"),
        (("3", "y"), "First India-US 2+2 dialogue", "Blinken"),
        (("3", "enter", "y"), "First India-US 2+2 dialogue", "Blinken"),
        (("b", "y"), "OPEN QUESTIONS", "OFFICIALS"),
        (("s", "y"), "SOURCES", "OFFICIALS"),
        (("0", "y"), "Countries: India, United States", "OFFICIALS"),
    ],
)
async def test_what_is_looked_at_is_copied(keys: tuple[str, ...], there: str, gone: str) -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        text = await copied(driver, *keys)
    assert there in text
    assert gone not in text
    assert text.startswith("TLP:CLEAR")


async def test_the_brief_is_copied_as_show_prints_it() -> None:
    async with started(shipped_briefs(), title=DIALOGUE) as driver:
        text = await copied(driver, "Y")
    assert text == briefterm("show", "india-us-2plus2-2023").out


async def test_no_control_byte_gets_in(tmp_path: Path) -> None:
    files = {"a.yaml": 'title: "T\\e]52;c;AA==\\a"\nagenda: ["one\\e[31m\\ttwo\\u202e"]\nbackground: "a\\tb\\x07"\n'}
    async with started(write_library(tmp_path / "library", files), title="T␛]52;c;AA==␇") as driver:
        text = await copied(driver, "Y")
    assert all(char == "\n" or char.isprintable() for char in text)
    assert "one␛[31m" in text


async def test_where_there_is_nothing_to_copy(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "library", {"a.yaml": "title: A\n"}), title="A") as driver:
        await driver.press("p", "y")
        await driver.sees("There is no item here to copy; Y copies the brief.")
    async with started(write_library(tmp_path / "none", {})) as driver:
        await driver.press("Y")
        await driver.sees("No brief is open: 0 lists them")


def test_the_tests_are_not_at_a_real_clipboard() -> None:
    assert "TMUX" not in os.environ
