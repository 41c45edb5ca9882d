"""One file a brief in a folder of the reader's own: found by the brief's id, and by its title where that id has gone.

A file's name is the id as far as a name can hold it, for people, then short digests of the id and of the title.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

from briefterm.atomic import write_atomically
from briefterm.brief.fold import fold_line
from briefterm.brief.model import Brief
from briefterm.paths import private_folder

_LONGEST_NAME = 80


@dataclass(frozen=True)
class Records:
    """The files in `folder` that end in `suffix`, none above `limit` bytes. `holds` tells whether an id is in use."""

    folder: Path
    suffix: str
    limit: int
    holds: Callable[[str], bool]

    def find(self, brief: Brief, id_in: Callable[[bytes], str]) -> Iterator[tuple[Path, bytes]]:
        """Yield what may be on record of `brief`, the likeliest first: under its id, then under its title.

        A record under its title counts only if the library has no brief any more of the id that `id_in` finds in it.
        What cannot be read is passed over, and stays where it is.
        """
        exact = self._home(brief)
        data = _data(exact, self.limit)
        if data is not None:
            yield exact, data
        by_id, by_title = f".{_digest(brief.id)}.", f".{_digest(fold_line(brief.title))}{self.suffix}"
        others = [file for file in self._newest_first() if file != exact]
        for file in (file for file in others if by_id in file.name):
            if (data := _data(file, self.limit)) is not None:
                yield file, data
        for file in (file for file in others if file.name.endswith(by_title) and by_id not in file.name):
            if (data := _data(file, self.limit)) is not None and not self.holds(id_in(data)):
                yield file, data

    def write(self, brief: Brief, data: bytes, before: Path | None = None) -> None:
        """Put `data` on record of `brief`, in place of the record `before`. Raises OSError."""
        home = self._home(brief)
        private_folder(self.folder)
        write_atomically(home, data)
        if before is not None and before != home:
            before.unlink(missing_ok=True)

    def forget(self, most: int, size: int) -> None:
        """Delete the oldest records, until at most `most` of at most `size` bytes in all are left. Raises OSError."""
        left = size
        for number, file in enumerate(self._newest_first()):
            left -= file.stat().st_size
            if number >= most or left < 0:
                file.unlink(missing_ok=True)

    def _home(self, brief: Brief) -> Path:
        name = quote(brief.id, safe=" ")[:_LONGEST_NAME].replace(".", "%2E")
        return self.folder / f"{name}.{_digest(brief.id)}.{_digest(fold_line(brief.title))}{self.suffix}"

    def _newest_first(self) -> list[Path]:
        try:
            files = [file for file in self.folder.iterdir() if file.name.endswith(self.suffix)]
            return sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)
        except OSError:
            return []


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=5).hexdigest()


def _data(file: Path, limit: int) -> bytes | None:
    try:
        if not file.is_file() or file.stat().st_size > limit:
            return None
        return file.read_bytes()
    except OSError:
        return None
