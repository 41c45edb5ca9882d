"""Which brief a word on the command line means: an id of the library, or a path."""

import argparse
import os
import sys
from difflib import get_close_matches
from pathlib import Path

from briefterm.archive import Archive
from briefterm.brief.model import Brief
from briefterm.brief.problems import Level
from briefterm.brief.safe import safe_line
from briefterm.cli.narrate import Narrator
from briefterm.cli.options import library_folder
from briefterm.errors import BrieftermError, UsageError
from briefterm.library.files import SUFFIXES, default_id
from briefterm.library.library import read_path


class Named:
    """Finds the briefs that words name. The library is brought up to date once, and only if an id is looked up."""

    def __init__(self, parsed: argparse.Namespace) -> None:
        self._parsed = parsed
        self._archive: Archive | None = None

    def brief(self, word: str) -> Brief:
        """Return the brief that `word` names, its errors told on stderr. Raises BrieftermError for what is none."""
        if _is_path(word):
            path = Path(word).expanduser()
            if not path.exists():
                raise UsageError(f"{safe_line(word)} does not exist; name a brief by its id or its path")
            return _read(path, default_id(path.name), safe_line(word))
        archive = self._opened()
        inside = self._path_of(word, archive)
        path = archive.library.file(inside)
        return _read(path, default_id(inside), safe_line(os.fspath(path)))

    def _opened(self) -> Archive:
        if self._archive is None:
            self._archive = Archive.of(library_folder(self._parsed))
            narrator = Narrator()
            self._archive.refresh(narrator.report, waiting=narrator.waiting)
        return self._archive

    @staticmethod
    def _path_of(word: str, archive: Archive) -> str:
        catalogue = archive.catalogue()
        try:
            found = catalogue.with_id(word)
            known = catalogue.ids() if not found else frozenset()
        finally:
            catalogue.close()
        if len(found) > 1:
            paths = ", ".join(safe_line(entry.path) for entry in found)
            raise UsageError(f"{len(found)} briefs have the id {safe_line(word)}: {paths}; name one by its path")
        if not found:
            near = get_close_matches(word, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else "; `briefterm search` finds ids"
            raise BrieftermError(f"no brief in {archive.library.root} has the id {safe_line(word)}{hint}")
        return found[0].path


def _is_path(word: str) -> bool:
    return word.endswith(SUFFIXES) or word.startswith((".", "/", "~"))


def _read(path: Path, brief_id: str, name: str) -> Brief:
    reading = read_path(path, brief_id)
    errors = [problem for problem in reading.problems if problem.level is Level.ERROR]
    if reading.brief is None:
        raise BrieftermError("\n".join(problem.at(name) for problem in errors))
    for problem in errors:
        print(f"briefterm: {problem.at(name)}", file=sys.stderr)
    return reading.brief
