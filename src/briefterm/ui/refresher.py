"""Bringing catalogue and index up to date beside the screen: in a process of its own, or in a thread in memory."""

import asyncio
import json
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from briefterm.errors import BrieftermError
from briefterm.ui.messages import Refreshed, RefreshFailed, Unkept

if TYPE_CHECKING:
    from briefterm.archive import Archive
    from briefterm.library.refresh import Progress


_FEW = 64  # files that changed: where there are more, all are looked at
_AWAY = "the folder has gone · shown as last read"


class _ClosedError(Exception):
    """The screen has gone; what is being done for it is not wanted any more."""


class Refresher:
    """One refresh after another of one archive. `post` takes its messages and may be called from any thread."""

    def __init__(self, archive: "Archive", post: Callable[[Message], object]) -> None:
        self._archive = archive
        self._post = post
        self._refreshing = self._again = self._wanted_anew = self._closed = False
        self._paths: frozenset[str] | None = frozenset()
        self._whole = False
        self._starting: asyncio.Future[asyncio.subprocess.Process] | None = None

    def use(self, archive: "Archive") -> None:
        """Refresh another archive of the same library from now on."""
        self._archive = archive

    async def close(self) -> None:
        """Stop. What was begun can be cut short at any moment: the next start goes on from there."""
        self._closed = True
        if self._starting is not None:
            process = await self._starting
            if process.returncode is None:
                process.kill()
                await process.wait()

    async def refresh(self, *, anew: bool = False, only: frozenset[str] | None = None) -> None:
        """Bring catalogue and index up to date, with `anew` from nothing; with `only`, these paths have changed alone.

        In a process of its own, which keeps this one free for the keys; where nothing can be written, in a thread.
        Asked for while one is at work, it is done once more afterwards: that one may have looked already.
        """
        self._wanted_anew |= anew
        self._paths = None if only is None or self._paths is None else self._paths | only
        if self._refreshing:
            self._again = True
            return
        self._refreshing = self._again = True
        try:
            while self._again and not self._closed:
                self._again = False
                anew, self._wanted_anew = self._wanted_anew, False
                paths, self._paths = self._paths, frozenset()
                away = await asyncio.to_thread(lambda: self._archive.library.away)
                if self._closed:
                    return
                if away:
                    self._post(RefreshFailed(_AWAY))
                    continue
                few = paths is not None and len(paths) <= _FEW and self._whole and not anew
                only, self._whole = paths if few else None, False
                await (self._in_memory(only) if self._archive.cache is None else self._beside(anew, only))
        finally:
            self._refreshing = False

    async def _in_memory(self, only: frozenset[str] | None) -> None:
        loop, done = asyncio.get_running_loop(), asyncio.Event()

        def work() -> None:
            try:
                self._archive.refresh(self._report, only=only)
            except _ClosedError:
                return
            except BrieftermError as error:
                self._post(RefreshFailed(str(error)))
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(done.set)

        threading.Thread(target=work, name="refresh", daemon=True).start()
        await done.wait()

    def _report(self, progress: "Progress") -> None:
        if self._closed:
            raise _ClosedError
        self._whole |= progress.done
        self._post(Refreshed(progress))

    async def _beside(self, anew: bool, only: frozenset[str] | None) -> None:
        from briefterm.library.refresh import Progress

        root = str(self._archive.library.root)
        command = [sys.executable, "-m", "briefterm", "index", "--events", "--library", root]
        if anew:
            command.append("--rebuild")
        command.extend(f"--only={path}" for path in only or ())
        self._starting = asyncio.ensure_future(
            asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
        )
        process = await asyncio.shield(self._starting)
        unkept = ""
        while process.stdout is not None and (line := await process.stdout.readline()):
            said = json.loads(line)
            unkept = said.get("unkept", "")
            if unkept:
                self._post(Unkept(unkept))
            else:
                progress = Progress(**said)
                self._whole |= progress.done
                self._post(Refreshed(progress))
        status = await process.wait()
        if status > 0 and not unkept:
            self._post(RefreshFailed(f"indexing stopped with status {status}"))
