"""One file a brief in a folder of the reader's own: found by the brief's id, where that has gone by what else tells.

A title alone tells nothing where several briefs have it, as in a series: then it takes the path or the date as well.
An id tells as little where several briefs claim it: then a record is of the one that has most in common with it.
A file's name is the id as far as a name can hold it, for people, then short digests of the id and of the title; before
them one of the path, where a record of another brief has that name.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

from briefterm.atomic import alone, write_atomically
from briefterm.brief.fold import fold_line
from briefterm.brief.model import Brief
from briefterm.brief.safe import safe_line
from briefterm.library.ordinals import days_of
from briefterm.paths import private_folder
from briefterm.personal.lines import name_for

_LONGEST_NAME = 80
Sisters = Callable[[Brief], Collection[tuple[int, int]]]
"""Returns the days (see `days_of`) of all other briefs of the library that have the title of one."""
Namesakes = Callable[[Brief, str], Collection[tuple[str, Brief]]]
"""Returns the other briefs of the library that have the id of one, whose file is at a path, each with its path."""


class Shared(StrEnum):
    """What a brief had in common with others of its library when its record was written."""

    NOTHING = ""
    TITLE = "title"
    DAY = "title and day"


@dataclass(frozen=True, slots=True)
class Head:
    """What a record says of its brief: its id, and where they were known the path of its file, its date, and `shared`.

    That is a value of Shared. `claimed` is not empty where another brief had the same id.
    """

    id: str = ""
    path: str = ""
    date: str = ""
    shared: str = ""
    claimed: str = ""

    @classmethod
    def of(cls, values: Mapping[str, object], brief_id: object) -> "Head":
        """Return what values by name say."""
        told = (safe_line(str(values.get(name, ""))) for name in ("path", "date", "shared", "claimed"))
        return cls(safe_line(str(brief_id)), *told)


@dataclass(frozen=True)
class Others:
    """What a library says of the briefs besides one.

    `holds` tells whether an id is in use, `sisters` which other briefs have the title of one, `namesakes` which have
    its id.
    """

    holds: Callable[[str], bool]
    sisters: Sisters = lambda _: ()
    namesakes: Namesakes = lambda brief, path: ()


@dataclass(frozen=True)
class Records:
    """The files in `folder` that end in `suffix`, none above `limit` bytes.

    What the library has besides a brief is asked of `others`.
    """

    folder: Path
    suffix: str
    limit: int
    others: Others

    def find(self, brief: Brief, path: str, head_in: Callable[[bytes], Head]) -> Iterator[tuple[Path, bytes]]:
        """Yield what may be on record of `brief`, whose file is at `path`, the likeliest first.

        That is what is under its id, and of no other brief with that id; and of what is under its title, and says by
        `head_in` an id that no brief of the library has any more, what can be of no other brief; then what is under the
        id that `brief` supersedes, where no brief has that any more. What cannot be read is passed over, and stays
        where it is.
        """
        exact = self._home(brief)
        by_id, by_title = f".{_digest(brief.id)}.", f".{_digest(fold_line(brief.title))}{self.suffix}"
        files = [file for file in self._newest_first() if file != exact]
        named = [exact, *(file for file in files if by_id in file.name)]
        there = [(file, data) for file in named if (data := _data(file, self.limit)) is not None]
        claimed = self.others.namesakes(brief, path) if there else ()
        heads = ((file, data, head_in(data)) for file, data in there)
        own = [(file, data, head) for file, data, head in heads if self._is_of(brief, path, file, head, claimed)]
        for file, data, _ in sorted(own, key=lambda one: not path or one[2].path != path):
            yield file, data
        titled = [
            (file, data, head)
            for file in files
            if file.name.endswith(by_title) and by_id not in file.name
            if (data := _data(file, self.limit)) is not None
            if not self.others.holds((head := head_in(data)).id)
        ]
        if titled:
            yield from self._of_this(brief, path, titled)
        if brief.supersedes and not self.others.holds(brief.supersedes):
            replaced = (file for file in files if f".{_digest(brief.supersedes)}." in file.name)
            read = ((file, data) for file in replaced if (data := _data(file, self.limit)) is not None)
            yield from ((file, data) for file, data in read if not head_in(data).claimed)

    def _is_of(self, brief: Brief, path: str, file: Path, head: Head, claimed: Collection[tuple[str, Brief]]) -> bool:
        """Return whether a record under the id of `brief` is of this one rather than of others that claim the id."""
        if not claimed and not head.claimed:
            return True

        def common(one: Brief, at: str) -> int:
            titled = file.name.endswith(f".{_digest(fold_line(one.title))}{self.suffix}")
            return (at != "" and at == head.path) + titled + (head.date != "" and head.date == date_of(one))

        most = max((common(one, at) for at, one in claimed), default=0)
        return common(brief, path) > most

    def _of_this(self, brief: Brief, path: str, titled: list[tuple[Path, bytes, Head]]) -> Iterator[tuple[Path, bytes]]:
        """Yield those that are of this brief: none of another date; of several, or beside sisters, what tells it."""
        date = date_of(brief)
        sisters = self.others.sisters(brief)
        titled = [one for one in titled if not (date and one[2].date and one[2].date != date)]
        told = [one for one in titled if path and one[2].path == path]
        if not told and date and days_of(brief.date) not in sisters:
            told = [one for one in titled if one[2].date == date and one[2].shared != Shared.DAY]
        if not told and not sisters:
            told = [one for one in titled if one[2].shared == Shared.NOTHING]
        if len({head.id for _, _, head in told}) == 1:
            yield from ((file, data) for file, data, _ in told)

    def head(self, brief: Brief, path: str) -> dict[str, str]:
        """Return by name what a record of `brief`, at `path`, is to say besides its id; what is empty is left out."""
        sisters = self.others.sisters(brief)
        shared = Shared.NOTHING if not sisters else Shared.DAY if days_of(brief.date) in sisters else Shared.TITLE
        claimed = "yes" if self.others.namesakes(brief, path) else ""
        values = {"path": safe_line(path), "date": date_of(brief), "shared": str(shared), "claimed": claimed}
        return {name: value for name, value in values.items() if value}

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have nobody else change a record here meanwhile. Raises OSError where the folder cannot be made."""
        with alone(private_folder(self.folder)):
            yield

    def write(self, brief: Brief, path: str, data: bytes, before: Path | None = None) -> None:
        """Put `data` on record of `brief`, at `path`, in place of the record `before` of it. Raises OSError.

        A record that is not `before` is of another brief, and stays.
        """
        home = self._home(brief)
        if home != before and home.exists():
            home = home.with_name(f"{_digest(path)}.{home.name}")
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
        name = name_for(brief.id, _LONGEST_NAME)
        return self.folder / f"{name}.{_digest(brief.id)}.{_digest(fold_line(brief.title))}{self.suffix}"

    def _newest_first(self) -> list[Path]:
        try:
            files = [file for file in self.folder.iterdir() if file.name.endswith(self.suffix)]
            return sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)
        except OSError:
            return []


def date_of(brief: Brief) -> str:
    """Return the date of a brief as a record keeps it."""
    return safe_line(brief.date.written) if brief.date else ""


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=5).hexdigest()


def _data(file: Path, limit: int) -> bytes | None:
    try:
        if not file.is_file() or file.stat().st_size > limit:
            return None
        return file.read_bytes()
    except OSError:
        return None
