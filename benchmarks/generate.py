"""Libraries of any size: the same briefs every time, with words by Zipf's law and people who recur."""

import itertools
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from benchmarks.names import FIRST_YEAR, LAST_YEAR, Person, people

VERSION = 2
"""Of what is made here: a library of another one is made anew."""
_SYLLABLES = """ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri fro gla kno pla sta tri ven ston
mer""".split()
_PLAIN = """the of and to in a minister prime president visit meeting talks treaty foreign affairs secretary state
defence security trade peace ambassador summit dialogue cooperation agreement border water energy nuclear
region council united nations delegation embassy lunch airport statement communique press economy
development human rights island ocean port""".split()
_PLACES = "Ankara Bogotá Chișinău Delhi Geneva Kyiv Lomé Malé N’Djamena Oslo Paris Reykjavík Tōkyō Wien".split()
_KINDS = ("visit", "visit", "meeting", "summit", "call", "conference")
_SCRIPTS = (
    "नई दिल्ली में बैठक हुई और दोनों पक्ष सहमत हुए",
    "外務大臣との会談は東京で行われた",
    "التقى الوزير بنظيره في القاهرة",
    "Встреча в Москве прошла без протокола",
    "Η συνάντηση έγινε στην Αθήνα",
    "서울에서 회담이 열렸다",
    "השר נפגש עם עמיתו בירושלים",
)
_WORDS = 20_000
_BRIEFS_A_PERSON, _FEWEST, _MOST = 2, 12, 30_000
_CONTEMPORARIES = 25
_ON_A_PERSON = 0.8  # the exponent of Zipf's law for how often somebody travels
_YEAR = 365.25


class Maker:
    """Makes `size` briefs and more, the same ones for the same seed."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        made: dict[str, None] = dict.fromkeys(_PLAIN)
        while len(made) < _WORDS:
            made["".join(self._chance.choices(_SYLLABLES, k=self._chance.choice((2, 3, 3, 4))))] = None
        self._words = list(made)
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self.people = people(self._chance, min(_MOST, _FEWEST + size // _BRIEFS_A_PERSON))
        self._travellers = self._chance.sample(range(len(self.people)), len(self.people))
        self._travels = list(itertools.accumulate(rank**-_ON_A_PERSON for rank in range(1, len(self.people) + 1)))

    def brief(self, number: int) -> str:
        """Return the text of one brief of some 2,500 characters."""
        chance = self._chance
        principal, others = self._company()
        place, theirs = chance.choice(_PLACES), others[0] if others else principal
        day = self._day(principal)
        days = chance.choice((0, 0, 1, 2, 4))
        lines = [
            f'title: "{principal.name}: {self._sentence(2, 5)}, {place}"',
            f"id: made-{number}",
            f"date: {day}" if not days else f"date: {day}/{day + timedelta(days=days)}",
            f"kind: {chance.choice(_KINDS)}",
            f"countries: [{', '.join(dict.fromkeys(f'{one.country!r}' for one in (principal, theirs)))}]",
            f"tags: [{', '.join(chance.sample(_PLAIN[6:], 2))}]",
            f"place: {place}",
            "officials:",
            *self._official(principal, "visitor"),
        ]
        for other in others:
            lines += self._official(other, "visitor" if other.country == principal.country else "host")
        lines.append("agenda:")
        for _ in range(chance.randint(2, 5)):
            lines += self._topic(theirs.country)
        lines.append("timeline:")
        for offset in range(chance.randint(2, 6)):
            lines.append(f"- {{date: {day + timedelta(days=offset)}, event: {self._sentence(6, 16)}}}")
        lines.append("background: |")
        lines += [f"  {self._sentence(20, 60)}.\n" for _ in range(chance.randint(1, 4))]
        if chance.random() < 0.2:
            lines.append(f"  {chance.choice(_SCRIPTS)}.")
        return "\n".join(lines) + "\n"

    def _company(self) -> tuple[Person, list[Person]]:
        """Return who travels, and whom they meet: people in office in the same years."""
        at = self._chance.choices(self._travellers, cum_weights=self._travels)[0]
        near = {at + round(self._chance.gauss(0, _CONTEMPORARIES)) for _ in range(self._chance.randint(1, 5))}
        return self.people[at], [self.people[one] for one in sorted(near - {at}) if 0 <= one < len(self.people)]

    def _day(self, principal: Person) -> date:
        years = self._chance.uniform(principal.since, min(principal.until + 1, LAST_YEAR + 1))
        last = (date(LAST_YEAR, 12, 24) - date(FIRST_YEAR, 1, 1)).days
        return date(FIRST_YEAR, 1, 1) + timedelta(days=min(last, int((years - FIRST_YEAR) * _YEAR)))

    def _official(self, one: Person, side: str) -> list[str]:
        short = one.alias and self._chance.random() < 0.3
        fields = [f"id: {one.id}"] if one.id else []
        fields += [f'name: "{one.alias if short else one.name}"', f'title: "{one.title}"', f"country: {one.country!r}"]
        fields += [f"org: {one.org}"] if one.org else []
        fields += [f'aliases: ["{one.name if short else one.alias}"]'] if one.alias else []
        return [f"- {{{', '.join([*fields, f'side: {side}'])}}}"]

    def _topic(self, country: str) -> list[str]:
        lines = [f"- topic: {self._sentence(3, 9)}", f"  ask: {self._sentence(4, 12)}"]
        if self._chance.random() < 0.5:
            lines += [f"  by: {country!r}", "  points:", *(f"  - {self._sentence(6, 14)}" for _ in range(2))]
        return lines

    def _sentence(self, least: int, most: int) -> str:
        count = self._chance.randint(least, most)
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count)).capitalize()


def make_library(work: Path, size: int) -> Path:
    """Write `size` briefs to a folder below `work`, unless they are there, and return it."""
    folder = work / f"made-{VERSION}-{size}"
    done = folder / ".complete"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        maker = Maker(size)
        for number in range(size):
            place = folder / f"{number // 1000:03}"
            if number % 1000 == 0:
                place.mkdir(parents=True, exist_ok=True)
            (place / f"{number:06}.yaml").write_text(maker.brief(number), encoding="utf-8")
        done.touch()
    return folder
