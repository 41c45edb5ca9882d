"""A library watched: what is written, renamed or deleted in it is told within a moment, a flood of it at once."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

from briefterm.library.files import SUFFIXES

_SETTLED = 300  # milliseconds: a flood of changes is gathered for so long
_QUIET = 60  # milliseconds without a change after which what was gathered is told
_WAIT = 60_000  # milliseconds


class Watch:
    """Watches the folder `root` from a thread of its own, until it is closed.

    `changed` is called there with the paths of files with one of the `suffixes`, relative to `root`, that may have
    changed; a path may be that of a folder.
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
        from watchfiles import watch

        root = os.path.realpath(self._root)
        try:
            for changes in watch(
                root,
                watch_filter=lambda _, path: self._may_matter(path),
                debounce=_SETTLED,
                step=_QUIET,
                stop_event=self._stop,
                rust_timeout=_WAIT,
                raise_interrupt=False,
            ):
                self._changed(frozenset(os.path.relpath(path, root).replace(os.sep, "/") for _, path in changes))
        except (OSError, RuntimeError, UnicodeEncodeError):
            # a system that cannot watch, has no watches left, or a folder with a name it cannot: `r` still reads again
            return
