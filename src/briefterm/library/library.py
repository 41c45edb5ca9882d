"""A library: the folder, and one brief of it read whole."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm.errors import LibraryError
from briefterm.library.files import Stamp, default_id, identity, read_file

if TYPE_CHECKING:
    from briefterm.brief.reader import Reading


GONE = "the file is not there: it was deleted, moved or renamed; name one that is, or read the library again"
AWAY = "the folder of the library is not there: it was deleted, moved or unmounted; bring it back"


@dataclass(frozen=True)
class Library:
    """A folder of briefs. Paths of briefs are relative to `root`, with `/` between their parts.

    `device` is the one it lay on when it was found, None where that is not known.
    """

    root: Path
    device: int | None = None

    @staticmethod
    def at(path: Path) -> "Library":
        """Return the library at `path`, or raise LibraryError where there is no folder to read."""
        if not path.is_dir():
            what = "is not a folder" if path.exists() else "does not exist"
            raise LibraryError(f"{path} {what}; name a folder of briefs")
        return Library(path, _device(path))

    @property
    def away(self) -> bool:
        """Whether the folder is not there, or nothing but the empty place where its volume was mounted."""
        device = _device(self.root)
        if device is None or self.device in (None, device):
            return device is None
        try:
            return next(self.root.iterdir(), None) is None
        except OSError:
            return True

    def file(self, path: str) -> Path:
        """Return where the brief at `path` lies."""
        return self.root / path

    def read(self, path: str) -> "Reading":
        """Read the brief at `path`; a file that cannot be read is a reading with that problem."""
        reading = read_path(self.file(path), default_id(path))
        return _unread(AWAY) if reading.brief is None and self.away else reading


def read_path(file: Path, brief_id: str) -> "Reading":
    """Read the brief in `file`; a file that cannot be read is a reading with that problem."""
    from briefterm.brief.reader import read

    try:
        data = read_file(file)
    except FileNotFoundError:
        return _unread(GONE)
    except OSError as error:
        reason = (error.strerror or "it is no plain file").lower()
        return _unread(f"the file cannot be read ({reason}); check its permissions")
    return read(data, brief_id)


def read_stamped(file: Path, stamp: Stamp) -> "Reading":
    """Read the brief in `file` as a walk found it; what is no file is a reading that says so."""
    return _unread(stamp.oddity) if stamp.oddity else read_path(file, default_id(stamp.path))


def _device(folder: Path) -> int | None:
    """Return the device a folder lies on, None where there is no such folder."""
    which = identity(folder)
    return which[0] if which is not None else None


def _unread(message: str) -> "Reading":
    from briefterm.brief.problems import Level, Problem
    from briefterm.brief.reader import Reading

    return Reading(None, (Problem(1, 1, Level.ERROR, "file", message),))
