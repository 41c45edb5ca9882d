"""The keyboard as Textual's driver reads it, but that no byte ends the program and nothing pasted presses a key.

Textual looks for control sequences in what is pasted, too, and takes what it finds for keys. A terminal that brackets
a paste should leave none in it; not all do. So an escape character becomes its picture (`␛`) there.
"""

import codecs
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_ESCAPE, _PICTURE = "\x1b", "\N{SYMBOL FOR ESCAPE}"
_BEGIN, _END = "\x1b[200~", "\x1b[201~"


def guard() -> None:
    """Have the driver read the keyboard so."""
    try:
        from textual.drivers import linux_driver
    except ImportError:  # another system has another driver
        return
    driver: ModuleType = linux_driver
    driver.getincrementaldecoder = lambda _: Keyboard  # type: ignore[attr-defined]


class Keyboard(codecs.BufferedIncrementalDecoder):
    """UTF-8, where a byte that is none of it becomes U+FFFD, and an escape character within a paste its picture.

    The end of a paste is the last one in what has come: one before it was pasted.
    """

    def __init__(self) -> None:
        super().__init__("replace")
        self._pasting = False
        self._last = ""
        self._waiting = ""

    def _buffer_decode(self, data: "ReadableBuffer", errors: str, final: bool) -> tuple[str, int]:
        return codecs.utf_8_decode(data, errors, final)

    def decode(self, data: "ReadableBuffer", final: bool = False) -> str:
        """Return the text of `data`; what may be the beginning of the end of a paste comes with the next."""
        text = super().decode(data, final)
        if self._pasting:
            return self._pasted(text, final)
        seen = self._last + text
        at = seen.find(_BEGIN)
        if at < 0:
            self._last = seen[-len(_BEGIN) + 1 :]
            return text
        begun = at + len(_BEGIN)
        self._pasting, self._last = True, ""
        return seen[len(seen) - len(text) : begun] + self._pasted(seen[begun:], final)

    def _pasted(self, text: str, final: bool) -> str:
        """Return what is pasted, with its end and the keys after it where they have come."""
        text, self._waiting = self._waiting + text, ""
        pasted, end, after = text.rpartition(_END)
        if end:
            self._pasting = False
            return pasted.replace(_ESCAPE, _PICTURE) + end + after
        at = text.rfind(_ESCAPE)
        if at >= 0 and not final and _END.startswith(text[at:]):
            text, self._waiting = text[:at], text[at:]
        return text.replace(_ESCAPE, _PICTURE)
