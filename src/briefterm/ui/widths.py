"""How wide this terminal draws what terminals disagree on: asked of the terminal itself, while Textual is imported.

Spacing vowel signs of Indic scripts, emoji with a tone, signs asked to be pictures: for each, a sample is written
unseen and the cursor's place asked for. rich's table of widths is set right by the answers; without one in time it is
set to what most terminals do.
"""

import os
import re
import select
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

MARK = "\N{DEVANAGARI LETTER KA}\N{DEVANAGARI VOWEL SIGN I}"
TONE = "\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}"
PICTURE = "\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}"
_SAMPLES = (MARK, TONE, PICTURE)
_PLACE = re.compile(rb"\x1b\[\d+;(\d+)R")
_QUESTION = "".join(f"\r\x1b[8m{sample}\x1b[0m\x1b[6n" for sample in _SAMPLES) + "\r\x1b[2K"
_PATIENCE = 0.05  # seconds, after Textual has been imported
_LEAST = 1
_BORROWERS = ("textual._wrap", "textual.widgets._input")


@dataclass(frozen=True, slots=True)
class Widths:
    """Cells: of a spacing mark, of an emoji with a tone, of a sign asked to be a picture."""

    mark: int = 1
    tone: int = 2
    picture: int = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What the terminal said, and what the person typed meanwhile."""

    widths: Widths
    typed: bytes = b""


class Question:
    """A question to the terminal that is still open. Keys are not echoed until it is closed by `answer`."""

    def __init__(self) -> None:
        self._keyboard = sys.stdin.fileno()
        self._restore = _unechoed(self._keyboard)
        os.write(sys.stderr.fileno(), _QUESTION.encode())

    def answer(self) -> Answer:
        """Return the answer, or the commonest one where none comes in time."""
        received = b""
        end = time.monotonic() + _PATIENCE
        try:
            while len(_PLACE.findall(received)) < len(_SAMPLES) and (left := end - time.monotonic()) > 0:
                if not select.select([self._keyboard], [], [], left)[0]:
                    break
                received += os.read(self._keyboard, 4096)
        except OSError:
            pass
        finally:
            self._restore()
        return read(received)


def ask() -> Question | None:
    """Ask the terminal; None where there is none, or none that can be asked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()) or os.environ.get("TERM", "dumb") in ("dumb", "linux"):
        return None
    try:
        return Question()
    except (OSError, ValueError, ImportError):
        return None


def read(received: bytes) -> Answer:
    """Return the widths in what was received, and the rest of it."""
    columns = [int(column) - 1 for column in _PLACE.findall(received)]
    typed = _PLACE.sub(b"", received)
    if len(columns) != len(_SAMPLES) or min(columns) < _LEAST:
        return Answer(Widths(), typed)
    mark, tone, picture = columns
    return Answer(Widths(mark - 1, tone, picture), typed)


def apply(widths: Widths) -> None:
    """Have rich, and Textual where it is imported, count in these widths from now on."""
    cells: Any = import_module("rich.cells")
    plain: Callable[..., int] = cells.get_character_cell_size
    table: Callable[..., Any] = cells.load_cell_table

    @lru_cache(maxsize=4096)
    def width_of(character: str, unicode_version: str = "auto") -> int:
        if character > "\u0900" and unicodedata.category(character) == "Mc":
            return widths.mark
        if "\U0001f3fb" <= character <= "\U0001f3ff":
            return widths.tone - 2
        return plain(character, unicode_version)

    @lru_cache(maxsize=4)
    def table_of(unicode_version: str = "auto") -> Any:
        found = table(unicode_version)
        return found if widths.picture == 2 else found._replace(narrow_to_wide=frozenset())

    module: Any
    for module in (cells, *(sys.modules[name] for name in _BORROWERS if name in sys.modules)):
        module.get_character_cell_size = width_of
    cells.load_cell_table = table_of
    cells.cached_cell_len.cache_clear()


def _unechoed(keyboard: int) -> Callable[[], None]:
    """Have keys neither echoed nor held back, and return what undoes that."""
    import termios

    before = termios.tcgetattr(keyboard)
    quiet = termios.tcgetattr(keyboard)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(keyboard, termios.TCSANOW, quiet)
    return lambda: termios.tcsetattr(keyboard, termios.TCSANOW, before)
