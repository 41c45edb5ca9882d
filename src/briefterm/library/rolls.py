"""What tells officials apart, as the catalogue remembers it: a line each, made to be read for all briefs at once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast, overload

from briefterm.brief.names import Name, name_of
from briefterm.library.ordinals import days_of
from briefterm.library.sheets import FIELDS, LINES, PARTS

if TYPE_CHECKING:
    from briefterm.brief.model import Brief, Official
    from briefterm.library.catalogue import Catalogue

REFERENCE_KINDS = frozenset({"bio", "country", "position", "issue"})
_NAMES = "|"  # in no key of a name
_FIELDS, _PARTS, _LINES = FIELDS.encode(), PARTS.encode(), LINES.encode()


class Form(NamedTuple):
    """What tells one official from another: the same in many briefs. `names` are of name and aliases, as compared."""

    id: str
    country: str
    name: str
    names: tuple[Name, ...]


class Post(NamedTuple):
    """What else a directory shows. `since` is the first day in office as an ordinal, UNDATED if it is not written."""

    title: str
    org: str
    side: str
    since: int


class Meeting(NamedTuple):
    """A brief with people in it. `occasion` tells a meeting from a page of reference, such as a list of ambassadors.

    `first` and `last` are the days that its own date may mean (date.toordinal), UNDATED twice without one.
    """

    occasion: bool
    first: int
    last: int


def pack(brief: "Brief") -> bytes:
    """Return the officials of `brief` for the sheet `rolls`, empty where it has none."""
    if not brief.officials:
        return b""
    head = FIELDS.join(map(str, (int(brief.kind not in REFERENCE_KINDS), *days_of(brief.date))))
    return LINES.join((head, *map(_line, brief.officials))).encode()


def rolls(catalogue: "Catalogue") -> Iterator[tuple[str, bytes, list[bytes]]]:
    """Yield path, head and lines of every brief that has officials, by path. Raises DamagedError.

    What they say is read when it is asked for, by `meeting_of` and `halves`. Until then they are UTF-8, which is half
    of what Python takes for a text with a letter that is not in Latin-1.
    """
    for path, data in catalogue.sheet("rolls"):
        head, *lines = data.split(_LINES)
        yield path, head, lines


def meeting_of(head: bytes) -> Meeting:
    """Return what sort of brief a roll is of."""
    occasion, first, last = head.split(_FIELDS)
    return Meeting(occasion == b"1", int(first), int(last))


def halves(line: bytes) -> tuple[bytes, bytes]:
    """Return what `form_of` and what `post_of` read in a line of a roll. Equal ones mean the same.

    In the first, every word of every name stands folded with a space before it.
    """
    form, _, post = line.partition(_PARTS)
    return form, post


def form_of(half: bytes) -> Form:
    """Return the form in the first half of a line."""
    person, country, name, names = half.decode().split(FIELDS)
    known = cast("list[Name]", names.split(_NAMES)) if names else []  # as they were packed
    return Form(person, country, name, tuple(known))


def post_of(half: bytes) -> Post:
    """Return the post in the second half of a line."""
    title, org, side, since = half.decode().split(FIELDS)
    return Post(title, org, side, int(since))


class Forms(Sequence[Form]):
    """The forms in these halves of lines, each read when it is looked at."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, index: int) -> Form: ...

    @overload
    def __getitem__(self, index: slice) -> "Forms": ...

    def __getitem__(self, index: int | slice) -> "Form | Forms":
        if isinstance(index, slice):
            return Forms(self._packed[index])
        return form_of(self._packed[index])

    def __iter__(self) -> Iterator[Form]:
        return map(form_of, self._packed)


def names_of(texts: Iterable[str]) -> tuple[Name, ...]:
    """Return the names in `texts` as compared, each once."""
    return tuple(dict.fromkeys(name for text in texts if (name := name_of(text)) is not None))


def forms_in(brief: "Brief") -> tuple[Form, ...]:
    """Return the form of each official of `brief`."""
    return tuple(Form(one.id, one.country, one.name, names_of((one.name, *one.aliases))) for one in brief.officials)


def _line(official: "Official") -> str:
    names = _NAMES.join(names_of((official.name, *official.aliases)))
    since = days_of(official.since)[0] or days_of(official.to)[0]
    form = FIELDS.join((official.id, official.country, official.name, names))
    return form + PARTS + FIELDS.join((official.title, official.org, official.side, str(since)))
