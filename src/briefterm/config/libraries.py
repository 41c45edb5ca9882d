"""The libraries opened in the app: those of late, and the one that opens where nothing names another.

Two files in the folder for state: paths, percent-encoded (RFC 3986) so that any name is one line.
"""

import os
from pathlib import Path

from briefterm import paths

MOST_KEPT = 20
_LARGEST = 64 * 1024


def chosen(file: Path) -> Path | None:
    """Return the library that was chosen in the app; None where none was."""
    return next(iter(_read(file)), None)


def opened(file: Path) -> tuple[Path, ...]:
    """Return the libraries opened lately, the newest first; what cannot be read is passed over."""
    return tuple(reversed(_read(file)))[:MOST_KEPT]


def remember(folder: Path, before: Path) -> None:
    """Have the library in `folder`, opened after the one in `before`, opened the next time too. Raises OSError.

    The shipped one is what opens without being remembered, wherever it will lie then.
    """
    shipped = os.path.realpath(paths.shipped_briefs())
    kept = [Path(os.path.abspath(one)) for one in (before, folder) if os.path.realpath(one) != shipped]  # noqa: PTH100
    paths.private_folder(paths.state_folder())
    file = paths.libraries_file()
    known = [one for one in reversed(opened(file)) if one not in kept]
    _write(file, [*known, *dict.fromkeys(kept)])
    if os.path.realpath(folder) == shipped:
        paths.library_file().unlink(missing_ok=True)
    else:
        _write(paths.library_file(), kept[-1:])


def _read(file: Path) -> list[Path]:
    try:
        with open(file, "rb") as readable:  # noqa: PTH123 - no more of it than that
            lines = readable.read(_LARGEST).split(b"\n")
    except OSError:
        return []
    from urllib.parse import unquote_to_bytes

    found = [Path(os.fsdecode(unquote_to_bytes(line))) for line in lines if line]
    return [path for path in found if path.is_absolute() and "\0" not in os.fspath(path)]


def _write(file: Path, folders: list[Path]) -> None:
    from urllib.parse import quote_from_bytes

    from briefterm.atomic import write_atomically

    lines = (quote_from_bytes(os.fsencode(folder), safe="/") + "\n" for folder in folders[-MOST_KEPT:])
    write_atomically(file, "".join(lines).encode())
