"""Libraries of any size for the benchmarks: made-up briefs with Zipf's words, names and several scripts."""

import itertools
import random
from datetime import date, timedelta
from pathlib import Path

_SYLLABLES = """ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri fro gla kno pla sta tri ven ston
mer""".split()
_PLAIN = """the of and to in a minister prime president visit meeting talks treaty foreign affairs secretary state
defence security trade peace ambassador summit dialogue cooperation agreement border water energy nuclear
region council united nations delegation embassy lunch airport statement communique press economy
development human rights island ocean port""".split()
_GIVEN = """Ana Bo Chidi Dilnoza Émile Farah Göran Hoa Ivana Jürgen Kwame Léa Mei Noor Ólafur Priya Rajnath Søren
Yoko""".split()
_FAMILY = """Abe Barzani Ćosić Dlamini Eriksson Farsi Guaidó Hernández İnönü Jaishankar Kovačević Lê Müller Nguyễn
O’Brien Peña Singh Türk Wałęsa Yusuf""".split()
_PLACES = "Ankara Bogotá Chișinău Delhi Geneva Kyiv Lomé Malé N’Djamena Oslo Paris Reykjavík Tōkyō Wien".split()
_COUNTRIES = "IN US NO FR IS JP TR VN KE BR DE PL UA CH CO TG".split()
_SCRIPTS = "नई दिल्ली में बैठक", "外務大臣との会談", "الوزير في القاهرة", "встреча в Москве"
_WORDS = 20_000


class Maker:
    """Makes briefs, the same ones for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        made = ("".join(parts) for size in (2, 3, 4) for parts in itertools.product(_SYLLABLES, repeat=size))
        self._words = [*_PLAIN, *itertools.islice(made, _WORDS)]
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self._words) + 1)))

    def _sentence(self, least: int, most: int) -> str:
        count = self._chance.randint(least, most)
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count)).capitalize()

    def _name(self) -> str:
        return (
            f"{self._chance.choice(_GIVEN)} {self._chance.choice(_FAMILY)}{self._chance.choice(('', '', 'son', 'ova'))}"
        )

    def brief(self, number: int) -> str:
        """Return the text of one brief of about 1,500 characters."""
        chance = self._chance
        day = date(1900, 1, 1) + timedelta(days=chance.randrange(46_000))
        people = [self._name() for _ in range(chance.randint(2, 6))]
        lines = [f"title: {self._sentence(3, 7)}, {chance.choice(_PLACES)}", f"id: made-{number}", f"date: {day}"]
        lines.append(f"kind: {chance.choice(('visit', 'meeting', 'summit', 'call', 'conference'))}")
        lines.append(f"countries: [{', '.join(chance.sample(_COUNTRIES, 2))}]")
        lines.append(f"place: {chance.choice(_PLACES)}")
        lines += ["officials:", *(f"- {{name: {name}, title: {self._sentence(2, 4)}}}" for name in people), "agenda:"]
        lines += [
            f"- {{topic: {self._sentence(3, 9)}, ask: {self._sentence(4, 12)}}}" for _ in range(chance.randint(2, 5))
        ]
        lines.append("timeline:")
        lines += [f"- {day + timedelta(days=n)}: {self._sentence(6, 16)}" for n in range(chance.randint(2, 6))]
        lines.append(
            f"background: {self._sentence(30, 120)}. {chance.choice(_SCRIPTS) if chance.random() < 0.2 else ''}"
        )
        return "\n".join(lines) + "\n"


def make_library(folder: Path, size: int) -> Path:
    """Write `size` briefs below `folder`, unless they are there, and return it."""
    done = folder / f".{size}"
    if not done.exists():
        maker = Maker()
        for number in range(size):
            place = folder / f"{number // 1000:03}"
            if number % 1000 == 0:
                place.mkdir(parents=True, exist_ok=True)
            (place / f"{number:06}.yaml").write_text(maker.brief(number), encoding="utf-8")
        done.touch()
    return folder
