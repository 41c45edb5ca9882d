"""The folders that a typed path may mean, how many briefs are in each, whether one can be opened. Knows no screen."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefterm import paths
from briefterm.brief.safe import safe_line, shorten
from briefterm.config import at_home, libraries
from briefterm.config.places import from_home
from briefterm.errors import BrieftermError, UsageError
from briefterm.library.files import Tally, folders_in, tally

if TYPE_CHECKING:
    from briefterm.archive import Archive
    from briefterm.personal.session import Session

MOST_FOLDERS = 200
_MOST_NAMES = 20_000
_MOST_COUNTED = 20_000
TOO_MANY = 300_000
"""Names below a folder beyond which one is asked whether that is meant."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A folder that can be opened. `note` says what it is; it may be the one that is open, or be `gone`."""

    folder: Path
    note: str = ""
    is_open: bool = False
    gone: bool = False

    @property
    def shown(self) -> str:
        """Its path, as a person writes it and safe to show."""
        return safe_line(from_home(self.folder))


@dataclass(frozen=True, slots=True)
class Look:
    """Which folders `text` means."""

    ticket: int
    text: str


@dataclass(frozen=True, slots=True)
class Open:
    """A folder to be opened, with `anyway` whatever speaks against it."""

    ticket: int
    folder: Path
    anyway: bool


Ask = Look | Open


@dataclass(frozen=True, slots=True)
class Looked:
    """The folders that `text` may mean: `recent` ones, and those that are `there`. `said` tells why there are none.

    `among` is the folder in which the latter were looked for, `completed` what `text` can be completed to. `missing`
    says that the line names no folder there is, where those that are there are merely like it.
    """

    ticket: int
    text: str
    recent: tuple[Offer, ...] = ()
    there: tuple[Offer, ...] = ()
    among: str = ""
    said: str = ""
    completed: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many briefs are in folders; None for one that cannot be read."""

    ticket: int
    tallies: Mapping[Path, Tally | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A folder was not opened, and why; with `again` it is if that is asked for once more."""

    ticket: int
    folder: Path
    why: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """A library to be shown, where it was left the last time."""

    ticket: int
    archive: "Archive"
    session: "Session | None"


class Offers:
    """Answers one question after another; `tell` takes the answers. `wanted` says whether the last is waited for.

    `here` is the library that is open. For one thread.
    """

    def __init__(self, here: Path, tell: Callable[[object], object], wanted: Callable[[], bool]) -> None:
        self._here = here
        self._tell = tell
        self._wanted = wanted
        self._known: dict[Path, Tally | None] = {}

    def __call__(self, ask: Ask) -> None:
        """Answer one question, whatever happens."""
        if isinstance(ask, Look):
            looked = self._looked(ask)
            self._tell(looked)
            self._count(ask.ticket, (*looked.recent, *looked.there))
        else:
            self._tell(self._opened(ask))

    def _count(self, ticket: int, offers: tuple[Offer, ...]) -> None:
        """Count the briefs of each, those counted before at once; stop where something else is asked for."""
        self._tell(Counted(ticket, dict(self._known)))
        for offer in offers:
            if not self._wanted():
                return
            if offer.folder in self._known:
                continue
            try:
                found = tally(offer.folder, _MOST_COUNTED, self._wanted)
            except OSError:
                self._known[offer.folder] = None
            else:
                if not found.whole and not self._wanted():
                    return
                self._known[offer.folder] = found
            self._tell(Counted(ticket, {offer.folder: self._known[offer.folder]}))

    def _looked(self, ask: Look) -> Looked:
        text = _as_a_shell_has_it(ask.text.strip())
        recent = tuple(self._recent(text))
        try:
            typed = Path(os.path.abspath(at_home(text or ".")))  # noqa: PTH100 - links keep their names
        except (UsageError, ValueError) as error:
            return Looked(ask.ticket, ask.text, recent, said=safe_line(str(error)))
        within = not text or text.endswith((os.sep, "/.", "/..")) or text in ("~", ".", "..")
        folder, beginning = (typed, "") if within else (typed.parent, typed.name)
        try:
            found = folders_in(folder, beginning, _MOST_NAMES)
        except (OSError, ValueError) as error:
            there, said = _instead(typed, error)
            return Looked(ask.ticket, ask.text, recent, there, said=said, missing=said)
        named = [typed] if text and typed.is_dir() else []
        offers = tuple(Offer(one) for one in dict.fromkeys((*named, *found[:MOST_FOLDERS])))
        among = safe_line(from_home(folder))
        said = "" if offers or not text else _no_folder(typed, folder)
        missing = "" if within or named else f"There is no folder {_shown(typed)}."
        if not offers and typed.is_file():
            offers = (Offer(folder, "the folder it is in"),)
            said = missing = f"{shorten(typed.name)} is a file; a library is the folder it is in."
        completed = _completed(text, beginning, found)
        return Looked(ask.ticket, ask.text, recent, offers, among, said, completed, missing)

    def _recent(self, text: str) -> Iterator[Offer]:
        """Yield the libraries opened lately that have `text` in their path, the newest first, then the shipped one."""
        if "/" in text or text.startswith("~"):
            return
        shipped = paths.shipped_briefs()
        known = [Offer(folder) for folder in libraries.opened(paths.libraries_file())]
        for offer in (*known, Offer(shipped, "come with briefterm")):
            if text.casefold() in offer.shown.casefold() or (offer.folder == shipped and text in offer.note):
                is_open, gone = _same(offer.folder, self._here), not offer.folder.is_dir()
                yield Offer(offer.folder, offer.note, is_open, gone)

    def _opened(self, ask: Open) -> Ready | Refused:
        folder, shown = ask.folder, _shown(ask.folder)
        try:
            if why := self._why_not(folder, shown):
                return Refused(ask.ticket, folder, why)
            found = tally(folder, TOO_MANY, self._wanted)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            return Refused(ask.ticket, folder, f"{shown} cannot be read: {why}. Choose another.")
        if not ask.anyway and not found.whole:
            said = f"more than {TOO_MANY:,} files and folders are in it. Choose one further down; enter again opens it."
            return Refused(ask.ticket, folder, f"{shown}: {said}", again=True)
        if not ask.anyway and not found.briefs:
            said = "holds no brief, no .yaml file at any depth. Choose another; enter again opens it anyway."
            return Refused(ask.ticket, folder, f"{shown} {said}", again=True)
        return self._ready(ask)

    def _why_not(self, folder: Path, shown: str) -> str:
        """Return why a folder can on no account be opened; empty where it can."""
        if _same(folder, self._here):
            return "This library is open already. Choose another."
        if not folder.exists():
            return f"{shown} is not there any more. Choose another."
        return "" if folder.is_dir() else f"{shown} is no folder. Name the one it is in."

    def _ready(self, ask: Open) -> Ready | Refused:
        from briefterm.archive import Archive
        from briefterm.ui import sitting

        try:
            archive = Archive.of(ask.folder).usable()
        except BrieftermError as error:
            return Refused(ask.ticket, ask.folder, f"It cannot be opened: {safe_line(str(error))}. Choose another.")
        return Ready(ask.ticket, archive, sitting.kept(ask.folder))


def _as_a_shell_has_it(text: str) -> str:
    """Return a path without quotes around it and with `$HOME` and other variables written out, if it is none as it is.

    The quote at the end may not be typed yet.
    """
    if os.path.lexists(text):
        return text
    quote = text[:1]
    if quote in ("'", '"'):
        text = text[1:].removesuffix(quote)
    return text if quote == "'" else os.path.expandvars(text)


def _shown(folder: Path) -> str:
    return safe_line(from_home(folder))


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _instead(typed: Path, error: Exception) -> tuple[tuple[Offer, ...], str]:
    """Return what can be opened where a path leads nowhere: the nearest folder above that is there; and what to say.

    That is never the root of all files: it is near to nothing.
    """
    if isinstance(error, PermissionError):
        return (), f"{_shown(typed)} cannot be read: you have no right to. Choose another folder."
    above = next((one for one in typed.parents[:-1] if one.is_dir()), None)
    missing = f"There is no folder {_shown(typed)}."
    return ((Offer(above, "the nearest that is there"),) if above else (), missing)


def _no_folder(typed: Path, folder: Path) -> str:
    return f"No folder in {_shown(folder)} begins with {shorten(safe_line(typed.name))}. Take letters back."


def _common(names: list[str]) -> str:
    """Return what all names begin with; the first and the last in order have it."""
    first, last = min(names), max(names)
    return first[: next((at for at, sign in enumerate(first) if last[at : at + 1] != sign), len(first))]


def _completed(text: str, beginning: str, found: list[Path]) -> str:
    """Return `text` with what all folders found have in common; empty where that is no more than it has."""
    names = [one.name for one in found if safe_line(one.name) == one.name]
    if not names or not text:
        return ""
    common = _common(names) if len(names) > 1 else names[0] + os.sep
    return text[: len(text) - len(beginning)] + common if len(common) > len(beginning) else ""
