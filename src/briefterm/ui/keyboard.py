"""The keyboard as Textual's driver reads it, but that bytes which are no UTF-8 end nothing."""

import codecs
from functools import partial
from types import ModuleType


def guard() -> None:
    """Have the driver take a byte that is no UTF-8 for a stray character, where it would raise."""
    try:
        from textual.drivers import linux_driver
    except ImportError:  # another system has another driver
        return
    driver: ModuleType = linux_driver
    driver.getincrementaldecoder = _decoder  # type: ignore[attr-defined]


def _decoder(encoding: str) -> "partial[codecs.IncrementalDecoder]":
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")
