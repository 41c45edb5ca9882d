"""Whose a note or a bookmark is: the library it was made in, by a name that can be read in its file.

The name is the library's real path; what cannot be seen in it, or would be lost at the end of a line, is
percent-encoded (RFC 3986).
"""

import os
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from briefterm.brief.safe import safe_line


def name_of(library: Path) -> str:
    """Return the name of the library in a folder."""
    real = os.path.realpath(library)
    plain = real.replace("%", "%25")
    return plain if safe_line(plain) == plain else quote_from_bytes(os.fsencode(real), safe="/ ").replace(" ", "%20")


def folder_of(name: str) -> Path:
    """Return the folder that a name means."""
    return Path(os.fsdecode(unquote_to_bytes(name)))


class Owners:
    """Whose notes may be shown in the library called `here` without further signs: its own and those of nobody."""

    def __init__(self, here: str = "") -> None:
        self.here = here
        self._gone: dict[str, bool] = {}

    def ours(self, name: str) -> bool:
        """Return whether what bears this library's name may be taken for ours without further signs."""
        return not name or not self.here or name == self.here

    def missed(self, name: str) -> bool:
        """Return whether what bears this library's name is to be listed here where it has no brief any more.

        That is ours, and that of a library whose folder is not there: it may have been moved here, or be away for now.
        """
        return self.ours(name) or self._has_gone(name)

    def _has_gone(self, name: str) -> bool:
        if name not in self._gone:
            try:
                self._gone[name] = not folder_of(name).is_dir()
            except (OSError, ValueError):
                self._gone[name] = True
        return self._gone[name]
