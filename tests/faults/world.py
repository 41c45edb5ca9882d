"""A library that changes, what its briefs say, and whether an archive answers what they say."""

import random
from pathlib import Path

from briefterm.archive import Archive
from briefterm.library.library import Library

WORDS = ("treaty", "navy", "grain", "radar", "border", "harbour", "customs", "visa", "summit", "river")


class World:
    """A folder of briefs and the words each of them holds."""

    def __init__(self, folder: Path, chance: random.Random, briefs: int) -> None:
        self.library = folder / "library"
        self.cache = folder / "cache"
        self.words: dict[str, set[str]] = {}
        self._chance = chance
        self._written = 0
        self.library.mkdir(parents=True)
        self.cache.mkdir(mode=0o700)
        for number in range(briefs):
            self.write(f"{number}.yaml")

    def write(self, name: str) -> None:
        """Write a brief anew, so that its time or size differs from before."""
        self._written += 1
        chosen = self._chance.sample(WORDS, self._chance.randint(1, 5))
        text = f"title: Brief {name[:-5]}\ndate: {self._chance.randint(1900, 2020)}\nagenda: [{' and '.join(chosen)}]\n"
        file = self.library / name
        file.write_text(text + "#" * (self._written % 50) + "\n")
        self.words[name] = set(chosen)

    def change(self) -> None:
        """Change, add and delete a few briefs."""
        for _ in range(self._chance.randint(1, 6)):
            known = sorted(self.words)
            match self._chance.randint(0, 2):
                case 0:
                    self.write(f"new-{self._written}.yaml")
                case 1:
                    self.write(self._chance.choice(known))
                case _:
                    name = self._chance.choice(known)
                    (self.library / name).unlink()
                    del self.words[name]

    def archive(self) -> Archive:
        """Open the archive as another start would."""
        return Archive(Library.at(self.library), self.cache)

    def having(self, word: str) -> set[str]:
        """Return the briefs that hold `word`."""
        return {name for name, words in self.words.items() if word in words}

    def wrong(self, archive: Archive) -> list[str]:
        """Return the queries that `archive`, brought up to date, answers otherwise than the files do."""
        archive.refresh(lambda _: None)
        finder = archive.finder()
        catalogue = archive.catalogue()
        try:
            found = {word: set(finder.paths(word).paths) for word in WORDS}
            listed = {entry.path for entry in catalogue.page(0, 10_000)}
        finally:
            finder.close()
            catalogue.close()
        wrong = [word for word in WORDS if found[word] != self.having(word)]
        return wrong if listed == set(self.words) else [*wrong, "the list"]
