"""Who is in which brief, as numbers: what a directory is made from. Read in bulk, for the whole library at once.

It stays as long as the program does: texts once, numbers in arrays. What a text says is read out of it when asked.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefterm.brief.fold import fold
from briefterm.brief.names import Name, words_of
from briefterm.library.catalogue import Catalogue
from briefterm.library.rolls import Form, Meeting, form_of, halves, meeting_of, post_of, rolls
from briefterm.people.claims import Claims
from briefterm.people.declared import Declared
from briefterm.people.identity import UNCLAIMED, persons


@dataclass(frozen=True, slots=True)
class _Lists:
    """Lists of numbers, one after the other in `flat`; `starts` says where each starts, and where the last one ends."""

    flat: "array[int]"
    starts: "array[int]"

    @classmethod
    def of(cls, lists: Iterable[Sequence[int]]) -> "_Lists":
        made = cls(array("i"), array("i", [0]))
        for one in lists:
            made.append(one)
        return made

    def append(self, one: Sequence[int]) -> None:
        self.flat.extend(one)
        self.starts.append(len(self.flat))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> "array[int]":
        return self.flat[self.starts[number] : self.starts[number + 1]]

    def __iter__(self) -> Iterator["array[int]"]:
        return map(self.__getitem__, range(len(self)))

    def length(self, number: int) -> int:
        """Return how long one is."""
        return self.starts[number + 1] - self.starts[number]


class Register:
    """The officials of all briefs; a person is a number below its length.

    Alike officials are one line, alike but for their posts one form; a person is a group of forms. `hay` has for each
    person a text in which every folded word of every name has a space before it.
    """

    def __init__(self, catalogue: Catalogue, declared: Sequence[Declared]) -> None:
        self._paths: list[str] = []
        self._head_of, self._where = array("i"), _Lists(array("i"), array("i", [0]))
        heads: dict[str, int] = {}
        lines: dict[str, int] = {}
        for path, head, roll in rolls(catalogue):
            self._paths.append(path)
            self._head_of.append(heads.setdefault(head, len(heads)))
            self._where.append([lines.setdefault(line, len(lines)) for line in roll])
        self._heads = list(heads)
        both = list(map(halves, lines))
        del lines
        self._halves, self._form_of = _numbered([form for form, _ in both])
        self._posts, self._post_of = _numbered([post for _, post in both])
        del both
        forms = list(map(form_of, self._halves))
        self._declared = declared
        claims = Claims(declared, catalogue, self._paths)
        groups = persons(forms, self._claimed(claims, forms) if declared else (), claims.known)
        del forms
        self._groups = _Lists.of(group.forms for group in groups)
        self._known = array("i", [group.known for group in groups])
        self._declared_names = [known.names for known in claims.known]
        del groups
        owners = array("i", bytes(array("i").itemsize * len(self._halves)))
        for number, group in enumerate(self._groups):
            for one in group:
                owners[one] = number
        self._owner = array("i", map(owners.__getitem__, self._form_of))
        self._briefs = self._briefs_of_each()
        self.hay = [self._hay(person) for person in range(len(self._groups))]

    def __len__(self) -> int:
        return len(self._groups)

    def forms(self, person: int) -> list[Form]:
        """Return the forms of a person."""
        return [self._form(form) for form in self._groups[person]]

    def declared(self, person: int) -> Declared | None:
        """Return what people.yaml says of a person."""
        known = self._known[person]
        return None if known == UNCLAIMED else self._declared[known]

    def count(self, person: int) -> int:
        """Return how many briefs a person is in."""
        return self._briefs.length(person)

    def briefs(self, person: int) -> list[str]:
        """Return the paths of these briefs."""
        return [self._paths[brief] for brief in self._briefs[person]]

    def people_in(self, path: str) -> list[int]:
        """Return who the officials of the brief at `path` are, in file order."""
        brief = self._by_path.get(path)
        return [] if brief is None else [self._owner[line] for line in self._where[brief]]

    def meeting(self, path: str) -> Meeting | None:
        """Return what sort of brief the one at `path` is, None where nobody is in it."""
        brief = self._by_path.get(path)
        return None if brief is None else self._meeting(brief)

    def with_id(self, one: str) -> list[int]:
        """Return the persons who have this id in a brief or in people.yaml."""
        return [person for person in self._saying(one) if one in self._ids(person)] if one else []

    def names(self, person: int) -> tuple[Name, ...]:
        """Return every name and alias of a person, in briefs and then in people.yaml, each once."""
        found = (name for form in self.forms(person) for name in form.names)
        return tuple(dict.fromkeys((*found, *self._names_declared(person))))

    def with_name(self, name: Name) -> list[int]:
        """Return the persons who have this name or alias in a brief or in people.yaml."""
        return [person for person in self._saying(name) if name in self.names(person)]

    def words(self) -> frozenset[str]:
        """Return every word of every name, folded."""
        return frozenset(word for person in range(len(self)) for name in self.names(person) for word in words_of(name))

    def having(self, side: str, org: str) -> frozenset[int]:
        """Return the persons who are on this side and of an organisation with `org` in its folded name, both at once.

        An empty text takes every side, every organisation.
        """
        posts = bytes(
            (not side or post.side == side) and (not org or org in fold(post.org)) for post in map(post_of, self._posts)
        )
        return frozenset(owner for owner, post in zip(self._owner, self._post_of, strict=True) if posts[post])

    def latest_post(self, person: int) -> tuple[str, str]:
        """Return title and organisation that began last; without a first day in office, in the latest brief."""
        found = [
            (post.since or self._meeting(brief).first, post.title, post.org)
            for brief, line in self._lines(person)
            if (post := post_of(self._posts[self._post_of[line]])).title
        ]
        _, title, org = max(found, default=(0, "", ""))
        return title, org

    def sides(self, person: int) -> tuple[str, ...]:
        """Return the sides a person has been on."""
        found = {post_of(self._posts[self._post_of[line]]).side for _, line in self._lines(person)}
        return tuple(sorted(found - {""}))

    def uses(self, person: int) -> Iterable[Form]:
        """Yield the forms of a person as often as there are officials of each."""
        return (self._form(self._form_of[line]) for _, line in self._lines(person))

    def _form(self, number: int) -> Form:
        return form_of(self._halves[number])

    def _meeting(self, brief: int) -> Meeting:
        return meeting_of(self._heads[self._head_of[brief]])

    def _lines(self, person: int) -> Iterable[tuple[int, int]]:
        return (
            (brief, line)
            for brief in self._briefs[person]
            for line in self._where[brief]
            if self._owner[line] == person
        )

    def _saying(self, text: str) -> Iterator[int]:
        """Yield the persons of whom a brief says `text` somewhere, and all of whom people.yaml says something."""
        known = self._known
        return (person for person, hay in enumerate(self.hay) if text in hay or known[person] != UNCLAIMED)

    def _ids(self, person: int) -> set[str]:
        declared = self.declared(person)
        return {form.id for form in self.forms(person)} | set(declared.ids if declared else ())

    def _claimed(self, claims: Claims, known: list[Form]) -> list[int]:
        """Return whom people.yaml means by each form of `known`; a form that means several is made several there."""
        candidates = [claims.candidates(form) for form in known]
        depending = {
            number for number, found in enumerate(candidates) if found and claims.depend_on_brief(found, known[number])
        }
        claimed = [
            found[0] if found and number not in depending else UNCLAIMED for number, found in enumerate(candidates)
        ]
        made: dict[tuple[int, int], int] = {}
        forms: dict[tuple[int, int], int] = {}
        where = self._where
        for brief in range(len(where)) if depending else ():
            for at in range(where.starts[brief], where.starts[brief + 1]):
                line = where.flat[at]
                form = self._form_of[line]
                if form not in depending:
                    continue
                meeting = self._meeting(brief)
                days = meeting.first, meeting.last
                claim = claims.of(candidates[form], known[form], self._paths[brief], days)
                if claim == UNCLAIMED:
                    continue
                if (form, claim) not in forms:
                    forms[form, claim] = len(known)
                    known.append(known[form])
                    self._halves.append(self._halves[form])
                    claimed.append(claim)
                if (line, claim) not in made:
                    made[line, claim] = len(self._form_of)
                    self._form_of.append(forms[form, claim])
                    self._post_of.append(self._post_of[line])
                where.flat[at] = made[line, claim]
        return self._without_unused(known, claimed) if made else claimed

    def _without_unused(self, known: list[Form], claimed: list[int]) -> list[int]:
        """Forget lines and forms that are in no brief now, of `known` too, and return what is left of `claimed`."""
        flat = self._where.flat
        lines = sorted(set(flat))
        places = {line: place for place, line in enumerate(lines)}
        flat[:] = array("i", [places[line] for line in flat])
        forms = sorted({self._form_of[line] for line in lines})
        seats = {form: seat for seat, form in enumerate(forms)}
        self._form_of, self._post_of = (
            array("i", [seats[self._form_of[line]] for line in lines]),
            array("i", [self._post_of[line] for line in lines]),
        )
        self._halves = [self._halves[form] for form in forms]
        known[:] = [known[form] for form in forms]
        return [claimed[form] for form in forms]

    def _briefs_of_each(self) -> _Lists:
        briefs: list[list[int]] = [[] for _ in range(len(self._groups))]
        for brief, lines in enumerate(self._where):
            for line in lines:
                seen = briefs[self._owner[line]]
                if not seen or seen[-1] != brief:
                    seen.append(brief)
        return _Lists.of(briefs)

    def _hay(self, person: int) -> str:
        group, declared = self._groups[person], self._names_declared(person)
        if len(group) == 1 and not declared:
            return self._halves[group[0]]
        return "\n".join((*[self._halves[form] for form in group], *declared))

    def _names_declared(self, person: int) -> tuple[Name, ...]:
        known = self._known[person]
        return () if known == UNCLAIMED else self._declared_names[known]

    @cached_property
    def _by_path(self) -> dict[str, int]:
        return {path: number for number, path in enumerate(self._paths)}


def _numbered(texts: Sequence[str]) -> tuple[list[str], "array[int]"]:
    """Return the different ones of `texts`, and for each of `texts` its place among them."""
    different = dict.fromkeys(texts)
    places = dict(zip(different, range(len(different)), strict=True))
    return list(different), array("i", map(places.__getitem__, texts))
