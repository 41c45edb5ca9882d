"""Who is in which brief, as numbers: what a directory is made from. Read in bulk, for the whole library at once."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from briefterm.brief.fold import fold
from briefterm.brief.names import Name, words_of
from briefterm.library.catalogue import Catalogue
from briefterm.library.rolls import Form, Meeting, form_of, halves, meeting_of, post_of, rolls
from briefterm.people.claims import Claims
from briefterm.people.declared import Declared
from briefterm.people.identity import UNCLAIMED, persons


class Register:
    """The officials of all briefs; a person is a number below its length.

    Alike officials are one line, alike but for their posts one form; a person is a group of forms. `hay` has for each
    person a text in which every folded word of every name has a space before it.
    """

    def __init__(self, catalogue: Catalogue, declared: Sequence[Declared]) -> None:
        self._paths, self._heads, counts, every = rolls(catalogue)
        lines, numbers = _numbered(every)
        ends = list(accumulate(counts, initial=0))
        self._where = [numbers[start:end] for start, end in pairwise(ends)]
        both = list(map(halves, lines))
        self._halves, self._form_of = _numbered([form for form, _ in both])
        self._post_of = [post for _, post in both]
        self._forms = list(map(form_of, self._halves))
        self._declared = declared
        claims = Claims(declared, catalogue, self._paths)
        groups = persons(self._forms, self._claimed(claims) if declared else (), claims.known)
        self._groups = [group.forms for group in groups]
        self._known = [group.known for group in groups]
        owners = [0] * len(self._forms)
        for number, group in enumerate(self._groups):
            for one in group:
                owners[one] = number
        self._owner = [owners[one] for one in self._form_of]
        self._briefs = self._briefs_of_each()
        self.hay = [self._hay(group) for group in self._groups]

    def __len__(self) -> int:
        return len(self._groups)

    def forms(self, person: int) -> list[Form]:
        """Return the forms of a person."""
        group = self._groups[person]
        return [self._forms[group[0]]] if len(group) == 1 else [self._forms[form] for form in group]

    def declared(self, person: int) -> Declared | None:
        """Return what people.yaml says of a person."""
        known = self._known[person]
        return None if known == UNCLAIMED else self._declared[known]

    def count(self, person: int) -> int:
        """Return how many briefs a person is in."""
        return len(self._briefs[person])

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
        return None if brief is None else meeting_of(self._heads[brief])

    def with_id(self, one: str) -> list[int]:
        """Return the persons who have this id in a brief or in people.yaml."""
        return self._by_id.get(one, [])

    def with_name(self, name: Name) -> list[int]:
        """Return the persons who have this name or alias."""
        return self._by_full_name.get(name, [])

    def words(self) -> frozenset[str]:
        """Return every word of every name, folded."""
        return frozenset(word for form in self._forms for name in form.names for word in words_of(name))

    def having(self, side: str, org: str) -> frozenset[int]:
        """Return the persons who are on this side and of an organisation with `org` in its folded name, both at once.

        An empty text takes every side, every organisation.
        """
        found: set[int] = set()
        for line, packed in enumerate(self._post_of):
            post = post_of(packed)
            if (not side or post.side == side) and (not org or org in fold(post.org)):
                found.add(self._owner[line])
        return frozenset(found)

    def latest_post(self, person: int) -> tuple[str, str]:
        """Return title and organisation that began last; without a first day in office, in the latest brief."""
        found = [
            (post.since or meeting_of(self._heads[brief]).first, post.title, post.org)
            for brief, line in self._lines(person)
            if (post := post_of(self._post_of[line])).title
        ]
        _, title, org = max(found, default=(0, "", ""))
        return title, org

    def sides(self, person: int) -> tuple[str, ...]:
        """Return the sides a person has been on."""
        found = {post_of(self._post_of[line]).side for _, line in self._lines(person)}
        return tuple(sorted(found - {""}))

    def uses(self, person: int) -> Iterable[Form]:
        """Yield the forms of a person as often as there are officials of each."""
        return (self._forms[self._form_of[line]] for _, line in self._lines(person))

    def _lines(self, person: int) -> Iterable[tuple[int, int]]:
        return (
            (brief, line)
            for brief in self._briefs[person]
            for line in self._where[brief]
            if self._owner[line] == person
        )

    def _claimed(self, claims: Claims) -> list[int]:
        """Return whom people.yaml means by each form; a form that means several is made several."""
        candidates = [claims.candidates(form) for form in self._forms]
        depending = {
            number
            for number, found in enumerate(candidates)
            if found and claims.depend_on_brief(found, self._forms[number])
        }
        claimed = [
            found[0] if found and number not in depending else UNCLAIMED for number, found in enumerate(candidates)
        ]
        made: dict[tuple[int, int], int] = {}
        forms: dict[tuple[int, int], int] = {}
        for brief, lines in enumerate(self._where) if depending else ():
            for at, line in enumerate(lines):
                form = self._form_of[line]
                if form not in depending:
                    continue
                meeting = meeting_of(self._heads[brief])
                days = meeting.first, meeting.last
                claim = claims.of(candidates[form], self._forms[form], self._paths[brief], days)
                if claim == UNCLAIMED:
                    continue
                if (form, claim) not in forms:
                    forms[form, claim] = len(self._forms)
                    self._forms.append(self._forms[form])
                    self._halves.append(self._halves[form])
                    claimed.append(claim)
                if (line, claim) not in made:
                    made[line, claim] = len(self._form_of)
                    self._form_of.append(forms[form, claim])
                    self._post_of.append(self._post_of[line])
                lines[at] = made[line, claim]
        return claimed

    def _briefs_of_each(self) -> list[list[int]]:
        briefs: list[list[int]] = [[] for _ in self._groups]
        for brief, lines in enumerate(self._where):
            for line in lines:
                seen = briefs[self._owner[line]]
                if not seen or seen[-1] != brief:
                    seen.append(brief)
        return briefs

    def _hay(self, group: list[int]) -> str:
        return self._halves[group[0]] if len(group) == 1 else "\n".join([self._halves[form] for form in group])

    @cached_property
    def _by_path(self) -> dict[str, int]:
        return {path: number for number, path in enumerate(self._paths)}

    @cached_property
    def _by_id(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for person in range(len(self)):
            declared = self.declared(person)
            ids = {form.id for form in self.forms(person)} | set(declared.ids if declared else ())
            for one in ids - {""}:
                found.setdefault(one, []).append(person)
        return found

    @cached_property
    def _by_full_name(self) -> dict[Name, list[int]]:
        found: dict[Name, list[int]] = {}
        for person in range(len(self)):
            for name in {name for form in self.forms(person) for name in form.names}:
                found.setdefault(name, []).append(person)
        return found


def _numbered(texts: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the different ones of `texts`, and for each of `texts` its place among them."""
    different = dict.fromkeys(texts)
    places = dict(zip(different, range(len(different)), strict=True))
    return list(different), list(map(places.__getitem__, texts))
