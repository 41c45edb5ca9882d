"""Threads that work through what is asked of them: the newest request alone, or every one in order."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Request = TypeVar("Request")
_PATIENCE = 5.0  # seconds that the end waits for what is still being done


class Latest(Generic[Request]):
    """A thread that does the newest thing asked of it; what was asked before and has not begun is dropped."""

    def __init__(self, name: str, work: Callable[[Request], object], end: Callable[[], object] = lambda: None) -> None:
        """`end` is done in the thread when it ends."""
        self._work = work
        self._end = end
        self._ready = threading.Condition()
        self._request: list[Request] = []
        self._unwanted = self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def submit(self, request: Request) -> None:
        """Ask for `request` in place of whatever is waiting."""
        with self._ready:
            self._request = [request]
            self._unwanted = False
            if not self._thread.ident:
                self._thread.start()
            self._ready.notify()

    def drop(self) -> None:
        """Take back what has been asked for so far: something newer is about to be."""
        with self._ready:
            self._request.clear()
            self._unwanted = True
            self._ready.notify()

    def idle(self) -> bool:
        """Return whether what is being done is still wanted: nothing newer has been, or is about to be asked for."""
        return not (self._request or self._unwanted or self._closed)

    def rests(self, seconds: float) -> bool:
        """Wait so long for something newer; return whether nothing has been asked for. To be called by its own work."""
        with self._ready:
            self._ready.wait_for(lambda: not self.idle(), seconds)
            return self.idle()

    def close(self) -> None:
        """Stop after what is being done."""
        with self._ready:
            self._closed = True
            self._ready.notify()

    def _ended(self) -> bool:
        return self._closed

    def _run(self) -> None:
        while True:
            with self._ready:
                while not self._request and not self._closed:
                    self._ready.wait()
                if self._ended():
                    break
                request = self._request.pop()
            self._work(request)
        self._end()


class InOrder(Latest[Request]):
    """A thread that does everything asked of it, one after another, and finishes before it is closed."""

    def submit(self, request: Request) -> None:
        """Ask for `request` after whatever is waiting; once closed, it is done at once."""
        if self._closed:
            self._work(request)
            return
        with self._ready:
            self._request.insert(0, request)
            if not self._thread.ident:
                self._thread.start()
            self._ready.notify()

    def close(self) -> None:
        """Stop once all is done."""
        super().close()
        if self._thread.ident:
            self._thread.join(_PATIENCE)

    def _ended(self) -> bool:
        return self._closed and not self._request
