"""Whoosh imported without what it has no use for: a good part of the time that its import takes.

Its module of compatibility imports `urllib.request`, and with it http and email, for a function that nothing in Whoosh
calls; the package `cached_property` imports asyncio to do what the standard library does without. Each has a stand-in
while Whoosh is imported, and no longer.
"""

import functools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def _instead(module: str, **members: object) -> Iterator[None]:
    """Have a module with these members imported in place of one that has not been imported yet."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = ModuleType(module)
    vars(sys.modules[module]).update(members)
    try:
        yield
    finally:
        del sys.modules[module]


with (
    _instead("urllib.request", urlretrieve=None),
    _instead("cached_property", cached_property=functools.cached_property),
):
    import whoosh.reading  # noqa: F401 - for the other modules to find
