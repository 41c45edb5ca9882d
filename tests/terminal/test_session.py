"""One long sitting in a real terminal: every step is what a reader does, and waits for what the screen then shows."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import write_library
from tests.terminal.test_terminal import PATIENCE, Terminal
from tests.ui.library import FILES

RUN = """
import sys
from briefterm.cli import run
from briefterm.ui.desks import changes
changes.LEAST = 0.0
sys.exit(run(sys.argv[1:]))
"""
"""The program, for which a brief counts as read at once."""

BACKGROUND = "background: The radar of the coast is old.\n"
ENTER, ESCAPE = "\r", "\x1b"


class Sitting:
    """A terminal with the program on a library; each step says what to press and what is there or gone then."""

    def __init__(self, library: Path) -> None:
        self._terminal = Terminal(str(library), "--now", "2023-11-09T12:00[UTC]", columns=120, lines=40, code=RUN)

    @property
    def text(self) -> str:
        return "\n".join(self._terminal.screen.display).replace("\xa0", " ")

    def step(self, keys: str, *there: str, gone: tuple[str, ...] = ()) -> None:
        """Press `keys` and wait until the screen has all that is `there` and nothing of what is `gone`."""
        if keys:
            self._terminal.type(keys)
        end = time.monotonic() + PATIENCE
        while not (all(one in self.text for one in there) and not any(one in self.text for one in gone)):
            assert time.monotonic() < end, f"after {keys!r}, for {there} without {gone}:\n{self.text}"
            self._terminal.read(0.05)

    def quit(self) -> None:
        self._terminal.type("q")
        assert self._terminal.ends() == 0

    def close(self) -> None:
        self._terminal.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", FILES | {"talks.yaml": FILES["talks.yaml"] + BACKGROUND})


@pytest.fixture
def sittings(library: Path) -> Iterator[list[Sitting]]:
    """The sittings of one reader, one after the other; the first has begun."""
    made = [Sitting(library)]
    yield made
    for one in made:
        one.close()


def test_a_day_of_a_reader(library: Path, sittings: list[Sitting]) -> None:
    (sitting,) = sittings
    step = sitting.step

    # It opens, and one moves
    step("", "Coastal Security Talks", "Radar pictures", "3 briefs")
    step("2j", "▌ Lloyd Austin  Defence Secretary", gone=("▌ Rajnath Singh  Defence Minister",))
    step("k", "▌ Rajnath Singh  Defence Minister")

    # One searches, lands, and walks the matches
    step("/radar", "They spoke of radar", "2 briefs")
    step(ENTER, "n and N walk the matches", gone=("Results",))
    step("n", "match 2 of 2", "4 Background")
    step("N", "match 1 of 2", "4 Detail")
    step(ESCAPE, gone=("match 1 of 2",))

    # What is one's own
    step("2ga", "Note on")
    step("Ask for the range", "Ask for the range")
    step(ESCAPE, "✎", "Ask for the range", gone=("Note on",))
    step("f", "⚑")
    step("F", "Bookmarks · 1")
    step(ESCAPE, gone=("Bookmarks · 1",))
    step("t", "✓ done 12:")

    # A person, an item of another brief, and back
    step("1", "⏎ dossier")
    step(ENTER, "BRIEFS  2", "Lloyd Austin")
    step("?", "In a dossier, or related briefs · where you are")
    step(ESCAPE, gone=("where you are",))
    step("G" + ENTER, "They spoke of radar", "1 Officials", gone=("BRIEFS  2", "Radar pictures"))
    step("<", "Radar pictures", gone=("They spoke of radar",))

    # Everybody, and all of time
    step("O", "3 · by name")
    step("yus", "1 of 3 · by name")
    step(ENTER, "Harbour Master, Navy · Kenya")
    step(ESCAPE, "1 of 3 · by name", gone=("Harbour Master, Navy · Kenya",))
    step(ESCAPE, "1 Officials")
    step("T", "Timeline · by month", "5 events in 2 briefs")
    step("-", "Timeline · by year")
    step("+", "Timeline · by month")
    step(ESCAPE, "1 Officials", gone=("Timeline · by month",))

    # At the table
    step("2gz", "1 of 3", "Radar pictures")
    step("l", "2 of 3", "Spare parts")
    step("z", "NEXT · TOMORROW", gone=("2 of 3",))
    step(ESCAPE, "1 Officials")
    step("B", "$", gone=("Coastal", "Officials"))
    step("x" + ENTER, "Coastal Security Talks", "1 Officials")

    # Files change under it
    talks = library / "talks.yaml"
    talks.write_text(talks.read_text().replace("agenda:\n", "agenda:\n  - Fishing rights\n"))
    step("", "Fishing rights", "+ new")
    step("]", "change 1 of 1")
    step("w", "4 What changed")
    step("w", "4 Detail")
    (library / "visit.yaml").write_text("title: Harbour Visit\ndate: 2023-12-01\nsummary: On wharfage.\n")
    step("0", "Harbour Visit", "4 briefs")
    (library / "empty.yaml").unlink()
    step("", "3 briefs", gone=("A brief without people",))
    step("/wharfage", "Results", "1 brief", "Harbour Visit")
    (library / "visit.yaml").unlink()
    step("", "Nothing for wharfage")
    step(ESCAPE, "2 briefs", gone=("Results", "Harbour Visit"))

    # It is left, and begun again where it was left
    step("/spare", "Results", "1 brief")
    step(ENTER, "n and N walk the matches", gone=("Results",))
    sitting.quit()
    sitting = Sitting(library)
    sittings.append(sitting)
    sitting.step("", "Coastal Security Talks", "Fishing rights", "▌ Lloyd Austin  Defence", gone=("▌ Rajnath",))
    sitting.step("n", "match 1 of 1")
    sitting.step("k", "▌ Rajnath Singh  Defence Minister", "Ask for the range", "✓ done 12:", "⚑")
    sitting.step("F", "Bookmarks · 1")
    sitting.step(ESCAPE, gone=("Bookmarks · 1",))
    sitting.step("/", "/ spare")
    sitting.step(ESCAPE, "2 Agenda", gone=("Results",))
    sitting.quit()
