"""Who is in which brief, as numbers: what a directory is made from. Read in bulk, for the whole library at once.

It stays as long as the program does: texts once, as they were packed, and numbers in arrays. What a text says is read
out of it when asked, also while it is made: the forms of a large library would be many times what is kept of them.
"""

import os
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from briefterm.brief.fold import fold
from briefterm.brief.names import Name, words_of
from briefterm.library.catalogue import Catalogue
from briefterm.library.rolls import Form, Forms, Meeting, form_of, halves, meeting_of, post_of, rolls
from briefterm.people.claims import Claims
from briefterm.people.declared import Declared
from briefterm.people.identity import UNCLAIMED, persons
from briefterm.people.lists import Lists


class Register:
    """The officials of all briefs; a person is a number below its length.

    Officials that are alike but for their posts are one form; a person is a group of forms.
    """

    def __init__(self, catalogue: Catalogue, declared: Sequence[Declared]) -> None:
        self._paths: list[str] = []
        self._occasions, self._firsts, self._lasts = bytearray(), array("i"), array("i")
        self._where, self._post_at = Lists(), array("i")
        """By brief the form of each official, and beside each the post."""
        self._packed, self._posts = self._read(catalogue)
        self._declared = declared
        claims = Claims(declared, catalogue, self._paths)
        claimed = self._claimed(claims) if declared else ()
        groups = persons(Forms(self._packed), claimed, claims.known)
        self._known = array("i", [group.known for group in groups])
        self._declared_of = [number for number, known in enumerate(self._known) if known != UNCLAIMED]
        self._declared_names = [known.names for known in claims.known]
        self._groups = Lists()
        self._owner = array("i", bytes(array("i").itemsize * len(self._packed)))
        for number, group in enumerate(groups):
            for form in group.forms:
                self._owner[form] = number
            self._groups.append(group.forms)
        del groups
        self._briefs = self._briefs_of_each()

    def __len__(self) -> int:
        return len(self._groups)

    def forms(self, person: int) -> list[Form]:
        """Return the forms of a person."""
        return [form_of(self._packed[form]) for form in self._groups[person]]

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
        brief = self._brief_at(path)
        return [] if brief is None else [self._owner[form] for form in self._where[brief]]

    def meeting(self, path: str) -> Meeting | None:
        """Return what sort of brief the one at `path` is, None where nobody is in it."""
        brief = self._brief_at(path)
        if brief is None:
            return None
        return Meeting(bool(self._occasions[brief]), self._firsts[brief], self._lasts[brief])

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

    def beginning(self, word: str) -> bytes:
        """Return a byte for each person: 1 where a word of a name, folded, begins with `word`."""
        found = bytearray(len(self))
        for person in self._containing(f" {word}"):
            found[person] = 1
        for person in self._declared_of:
            if any(f" {word}" in name for name in self._names_declared(person)):
                found[person] = 1
        return bytes(found)

    def having(self, side: str, org: str) -> frozenset[int]:
        """Return the persons who are on this side and of an organisation with `org` in its folded name, both at once.

        An empty text takes every side, every organisation.
        """
        posts = bytes(
            (not side or post.side == side) and (not org or org in fold(post.org)) for post in map(post_of, self._posts)
        )
        forms = set(compress(self._where.flat, map(posts.__getitem__, self._post_at)))
        return frozenset(map(self._owner.__getitem__, forms))

    def latest_post(self, person: int) -> tuple[str, str]:
        """Return title and organisation that began last; without a first day in office, in the latest brief."""
        found = [
            (post.since or self._firsts[brief], post.title, post.org)
            for brief, at in self._places(person)
            if (post := post_of(self._posts[self._post_at[at]])).title
        ]
        _, title, org = max(found, default=(0, "", ""))
        return title, org

    def sides(self, person: int) -> tuple[str, ...]:
        """Return the sides a person has been on."""
        found = {post_of(self._posts[self._post_at[at]]).side for _, at in self._places(person)}
        return tuple(sorted(found - {""}))

    def uses(self, person: int) -> Iterable[Form]:
        """Yield the forms of a person as often as there are officials of each."""
        return (form_of(self._packed[self._where.flat[at]]) for _, at in self._places(person))

    def _read(self, catalogue: Catalogue) -> tuple[list[bytes], list[bytes]]:
        """Read the rolls, and return the different forms and posts in them."""
        forms: dict[bytes, int] = {}
        posts: dict[bytes, int] = {}
        for path, head, lines in rolls(catalogue):
            self._paths.append(path)
            meeting = meeting_of(head)
            self._occasions.append(meeting.occasion)
            self._firsts.append(meeting.first)
            self._lasts.append(meeting.last)
            both = list(map(halves, lines))
            self._where.append([forms.setdefault(form, len(forms)) for form, _ in both])
            self._post_at.extend([posts.setdefault(post, len(posts)) for _, post in both])
        return list(forms), list(posts)

    def _places(self, person: int) -> Iterator[tuple[int, int]]:
        """Yield for each official who is this person the brief, and its place among all officials."""
        owner, flat = self._owner, self._where.flat
        return (
            (brief, at) for brief in self._briefs[person] for at in self._where.span(brief) if owner[flat[at]] == person
        )

    def _containing(self, text: str) -> set[int]:
        """Return the persons of whom a form has `text` somewhere."""
        part = text.encode(errors="surrogatepass")  # finds nothing: no brief has half a character
        return set(compress(self._owner, [part in packed for packed in self._packed]))

    def _saying(self, text: str) -> list[int]:
        """Return the persons of whom a brief says `text` somewhere, and all of whom people.yaml says something."""
        return sorted(self._containing(text).union(self._declared_of))

    def _ids(self, person: int) -> set[str]:
        declared = self.declared(person)
        return {form.id for form in self.forms(person)} | set(declared.ids if declared else ())

    def _claimed(self, claims: Claims) -> list[int]:
        """Return whom people.yaml means by each form; a form that means several is made several."""
        known = Forms(self._packed)
        candidates = list(map(claims.candidates, known))
        depending = {
            number for number, found in enumerate(candidates) if found and claims.depend_on_brief(found, known[number])
        }
        claimed = [
            found[0] if found and number not in depending else UNCLAIMED for number, found in enumerate(candidates)
        ]
        made: dict[tuple[int, int], int] = {}
        where = self._where
        for brief in range(len(where)) if depending else ():
            days = self._firsts[brief], self._lasts[brief]
            for at in where.span(brief):
                form = where.flat[at]
                if form not in depending:
                    continue
                claim = claims.of(candidates[form], known[form], self._paths[brief], days)
                if claim == UNCLAIMED:
                    continue
                if (form, claim) not in made:
                    made[form, claim] = len(self._packed)
                    self._packed.append(self._packed[form])
                    claimed.append(claim)
                where.flat[at] = made[form, claim]
        return self._without_unused(claimed) if made else claimed

    def _without_unused(self, claimed: list[int]) -> list[int]:
        """Forget forms that are in no brief now, and return what is left of `claimed`."""
        flat = self._where.flat
        forms = sorted(set(flat))
        seats = {form: seat for seat, form in enumerate(forms)}
        flat[:] = array("i", map(seats.__getitem__, flat))
        self._packed = [self._packed[form] for form in forms]
        return [claimed[form] for form in forms]

    def _briefs_of_each(self) -> Lists:
        """Return the briefs of each person, each once: counted first, so that nothing is made but what is kept."""
        owner, where = self._owner, self._where
        starts = array("i", bytes(array("i").itemsize * (len(self) + 1)))
        for forms in where:
            for person in {owner[form] for form in forms}:
                starts[person + 1] += 1
        for person in range(len(self)):
            starts[person + 1] += starts[person]
        flat, ends = array("i", bytes(starts.itemsize * starts[-1])), starts[:-1]
        for brief, forms in enumerate(where):
            for person in {owner[form] for form in forms}:
                flat[ends[person]] = brief
                ends[person] += 1
        return Lists(flat, starts)

    def _names_declared(self, person: int) -> tuple[Name, ...]:
        known = self._known[person]
        return () if known == UNCLAIMED else self._declared_names[known]

    def _brief_at(self, path: str) -> int | None:
        """Return the number of the brief at `path`: they are in the order in which the catalogue has paths."""
        at = bisect_left(self._paths, os.fsencode(path), key=os.fsencode)
        return at if at < len(self._paths) and self._paths[at] == path else None
