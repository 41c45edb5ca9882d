"""Editing from within the app: at which line, and what is said where it cannot be. The rest is in tests/terminal."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefterm.ui.desks.edit import line_in
from briefterm.ui.view import Opened, View
from tests.support import TALKS, read_text, write_library
from tests.ui.driving import started

TITLE = "Coastal Security Talks"
READ = read_text(TALKS)
OPENED = Opened("talks.yaml", READ.brief, READ.problems)
TORN = read_text(TALKS.replace("agenda:", "agenda: [never closed"))


def line(text: str) -> int:
    return TALKS.split("\n").index(text) + 1


@pytest.mark.parametrize(
    ("view", "text"),
    [
        (View("agenda", 1), "  - US: Spare parts"),
        (View("timeline", 0), "  - 2018: First round of talks"),
        (View("agenda", 1, "notes"), "  - US: Spare parts"),
        (View("agenda", 1, "background"), "background: |"),
        (View("background", 0, "background"), "background: |"),
        (View("officials", 0, "sources"), "  - wire: A wire report"),
        (View("sources", 0, "sources"), "  - wire: A wire report"),
    ],
)
def test_the_editor_begins_where_one_looks(view: View, text: str) -> None:
    assert line_in(OPENED, view, whole=False) == line(text)
    assert line_in(OPENED, view, whole=True) == 1


def test_a_broken_file_is_opened_at_its_first_problem() -> None:
    broken = Opened("talks.yaml", None, TORN.problems)
    last_good = replace(OPENED, problems=TORN.problems, stale="line 17: …")
    assert TORN.problems[0].line > 1
    for opened in (broken, last_good):
        assert line_in(opened, View("agenda", 1), whole=False) == TORN.problems[0].line


async def test_where_the_app_cannot_leave_the_terminal_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    library = write_library(tmp_path / "library", {"talks.yaml": TALKS})
    async with started(library, title=TITLE) as driver:
        await driver.press("2", "e")
        await driver.sees("This terminal cannot be left to an editor")
        monkeypatch.setenv("VISUAL", "emcas")
        await driver.press("e")
        await driver.sees("$VISUAL names `emcas`, which is not found")
        (library / "talks.yaml").unlink()
        await driver.press("e")
        await driver.sees("The file has gone")
