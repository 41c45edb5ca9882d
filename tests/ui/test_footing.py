"""What the footer names, and how what is said shares its line."""

from pathlib import Path

import pytest

from briefterm.ui.commands import COMMANDS
from briefterm.ui.footing import footing
from briefterm.ui.widgets.bars import Keys
from tests.support import TALKS, write_library
from tests.ui.driving import NARROW, started

TITLE = "Coastal Security Talks"
LONG = "The first time you read this: changes are marked from now on"


def named(focused: str, stops: tuple[str, ...] = ()) -> list[str]:
    return [command.footer for command in footing(COMMANDS, focused, stops)]


@pytest.mark.parametrize(
    ("focused", "stops", "says"),
    [
        ("bar", ("results", "facets"), ["results", "go there", "narrow", "back"]),
        ("bar", ("results",), ["results", "go there", "back"]),
        ("results", ("results", "facets"), ["go there", "narrow", "back", "help"]),
        ("results", ("results",), ["go there", "bar", "back", "help"]),
        ("facets", ("results", "facets"), ["narrow, or widen", "bar", "back", "help"]),
    ],
)
def test_a_search_names_the_keys_of_where_one_is(focused: str, stops: tuple[str, ...], says: list[str]) -> None:
    assert named(focused, stops) == says


def test_elsewhere_it_names_the_most_important() -> None:
    assert named("agenda")[:2] == ["search", "list"]
    assert named("agenda")[-2:] == ["help", "quit"]


async def test_without_a_brief_it_names_what_leads_to_one(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    async with started(tmp_path / "nothing", NARROW) as driver:
        await driver.until(lambda: "D folder" in driver.screen().split("\n")[-1])
        assert "sources" not in driver.screen().split("\n")[-1]
        await driver.press("c")
        await driver.until(lambda: "month" in driver.screen().split("\n")[-1])
        await driver.until(lambda: "next" not in driver.screen().split("\n")[-1])
        assert "⏎ day" not in driver.screen().split("\n")[-1]


async def test_what_is_said_has_the_line_before_the_keys_do(tmp_path: Path) -> None:
    async with started(write_library(tmp_path / "x", {"talks.yaml": TALKS}), NARROW, title=TITLE) as driver:
        keys = driver.reader.query_one(Keys)
        driver.reader._say("copied")
        line = str(keys.render())
        assert "? help" in line
        assert line.endswith("  copied ")
        driver.reader._say(LONG[:55])
        assert str(keys.render()).strip() == LONG[:55]
        driver.reader._say(LONG * 2)
        line = str(keys.render())
        assert line.rstrip().endswith("…")
        assert len(line) == NARROW[0]
