"""Files written whole or not at all: whatever happens meanwhile, the previous version or the new one stands there."""

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


def write_atomically(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write `data` to `path`, durable on return. A link is followed, so that what it points to is replaced.

    The new version is written beside the old one, synced and renamed over it. Raises OSError; then nothing has changed.
    """
    target = Path(os.path.realpath(path))
    with _written_beside(target, data, mode) as made:
        made.replace(target)
    _sync_folder(target.parent)


def create_atomically(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write `data` to a file that does not exist yet: whole, or not at all.

    Raises FileExistsError where anything is there, and OSError; then nothing has changed.
    """
    with _written_beside(path, data, mode) as made:
        try:
            path.hardlink_to(made)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            create(path, data)
    _sync_folder(path.parent)


@contextlib.contextmanager
def _written_beside(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    """Write `data` to a file of another name in the folder of `path`, synced; what is left there at the end goes."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:64]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        yield Path(name)
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink()


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself durable, where the system can."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def create(path: Path, data: bytes) -> None:
    """Write `data` to a file that does not exist yet, with the permissions the user's umask leaves.

    Raises FileExistsError where anything is there, be it a link that leads nowhere, and OSError; then nothing is left.
    """
    with open(path, "xb") as file:  # noqa: PTH123 - `x` is the point
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            with contextlib.suppress(OSError):
                path.unlink()
            raise


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have nobody else keep what is the person's own in `folder` meanwhile; without locks there, hope so.

    Raises OSError where the folder cannot be opened.
    """
    held = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)
