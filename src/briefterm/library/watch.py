"""A folder watched: what is written, renamed or deleted in it is told within a moment, a flood of it at once."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from briefterm.library.files import SUFFIXES, identity

_SETTLED = 300  # milliseconds: a flood of changes is gathered for so long
_QUIET = 120  # milliseconds: how often it is looked for changes, and after how long without one they are told
_WAIT = 60_000  # milliseconds
WHOLE = "."
"""The path told where the folder has come or gone."""


class Watch:
    """Watches the folder `root` from a thread of its own, until it is closed; where there is none, for one to come.

    `changed` is called there with the paths of files with one of the `suffixes`, relative to `root`, that may have
    changed; a path may be that of a folder, and is WHOLE where `root` itself has come or gone.
    """

    def __init__(
        self, root: Path, changed: Callable[[frozenset[str]], object], suffixes: tuple[str, ...] = SUFFIXES
    ) -> None:
        self._root = root
        self._changed = changed
        self._suffixes = suffixes
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop watching."""
        self._stop.set()

    def _may_matter(self, path: str) -> bool:
        """Whether a path is that of such a file or of a folder, and not hidden."""
        name = os.path.basename(path)  # noqa: PTH119 - one string operation for each of many
        return not name.startswith(".") and (name.endswith(self._suffixes) or "." not in name)

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                root = os.path.realpath(self._root)
                if (which := identity(root)) is not None:
                    self._follow(root, which)
                else:
                    self._await(root)
                    if identity(root) is None:
                        continue
                if not self._stop.wait(_SETTLED / 1000):
                    self._changed(frozenset((WHOLE,)))
        except (OSError, RuntimeError, UnicodeEncodeError):
            # a system that cannot watch, has no watches left, or a folder with a name it cannot: `r` still reads again
            return

    def _follow(self, root: str, which: tuple[int, int]) -> None:
        """Tell what changes in the folder, until it has gone or another is in its place."""
        for paths in self._changes(root, lambda path: path == root or self._may_matter(path)):
            if identity(self._root) != which:
                return
            if inside := paths - {root}:
                self._changed(frozenset(os.path.relpath(path, root).replace(os.sep, "/") for path in inside))

    def _await(self, root: str) -> None:
        """Return when the nearest folder above has something on the way to `root`, or has gone itself."""
        above, wanted = os.path.split(root)
        while identity(above) is None:
            above, wanted = os.path.split(above)
        ways = (above, os.path.join(above, wanted))  # noqa: PTH118 - as the watch tells them
        for _ in self._changes(above, lambda path: path in ways, recursive=False):
            if identity(ways[1]) is not None or identity(above) is None:
                return

    def _changes(
        self, folder: str, matters: Callable[[str], bool], *, recursive: bool = True
    ) -> Iterator[frozenset[str]]:
        """Yield the paths that have changed; once in a while none, so that what no system tells is noticed too."""
        from watchfiles import watch

        try:
            for changes in watch(
                folder,
                watch_filter=lambda _, path: matters(path),
                debounce=_SETTLED,
                step=_QUIET,
                stop_event=self._stop,
                rust_timeout=_WAIT,
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=recursive,
            ):
                yield frozenset(path for _, path in changes)
        except FileNotFoundError:
            if identity(folder) is not None:
                raise
