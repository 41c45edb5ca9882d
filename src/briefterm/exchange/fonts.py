"""The fonts of this machine, for the PDF: a family to read in, and one for every script that family has not.

Asked of fontconfig where there is one, else found in the folders where systems keep fonts. Nothing is downloaded. Which
characters a font has is read from the font itself, by fontTools, which comes with fpdf2.
"""

import os
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_SERIF = (
    "Noto Serif",
    "Source Serif 4",
    "Charis SIL",
    "Liberation Serif",
    "Times New Roman",
    "DejaVu Serif",
    "FreeSerif",
)
_SANS = ("Noto Sans", "Source Sans 3", "Liberation Sans", "Arial", "Helvetica Neue", "DejaVu Sans", "FreeSans")
_STYLES = {
    "": ("Regular", "Book", "Roman", "Normal"),
    "B": ("Bold",),
    "I": ("Italic", "Oblique"),
    "BI": ("Bold Italic", "Bold Oblique"),
}
_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_FOLDERS = (
    "~/.local/share/fonts", "~/.fonts", "/usr/local/share/fonts", "/usr/share/fonts",
    "~/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts",
)  # fmt: skip
_MOST_FILES = 4000
_MOST_FALLBACKS = 12
_SPECIAL = (
    "Emoji",
    "Mono",
    "Symbols",
    "LastResort",
    "Condensed",
    "Display",
    "Looped",
    "Unjoined",
    "Nastaliq",
    "Rashi",
    "Kufi",
)
_BOOKISH = ("Serif", "Naskh")
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Face:
    """One font: its file, its place in a collection, and how it is called."""

    path: str
    number: int
    family: str
    style: str


@dataclass(frozen=True, slots=True)
class Typography:
    """The fonts of a document: faces by style (`""`, `B`, `I`, `BI`) to read in and for its margins, and fallbacks.

    `missing` are the characters that no font here has.
    """

    serif: dict[str, Face]
    sans: dict[str, Face]
    fallbacks: tuple[dict[str, Face], ...]
    missing: frozenset[str]


def typography(text: str) -> Typography | None:
    """Return fonts that between them have every character of `text` that any font here has; None without any."""
    faces = installed()
    serif, sans = _family(faces, _SERIF), _family(faces, _SANS)
    serif, sans = serif or sans, sans or serif
    if not serif:
        return None
    wanted = {char for char in text if not _shows_nothing(char)} - characters(serif[""])
    fallbacks: list[dict[str, Face]] = []
    missing: set[str] = set()
    japanese, korean = _script_used(text, "HIRAGANA", "KATAKANA"), _script_used(text, "HANGUL")
    while wanted and len(fallbacks) < _MOST_FALLBACKS:
        char = min(wanted)
        face = _covering(char, faces, "JP" if japanese else "KR" if korean else "SC")
        if face is None:
            missing.add(char)
            wanted.remove(char)
        else:
            fallbacks.append({"": face} | _bold_of(face, faces))
            wanted -= characters(face)
    return Typography(serif, sans, tuple(fallbacks), frozenset(missing | wanted))


def scripts(chars: Iterable[str]) -> list[str]:
    """Return the names of the scripts that characters are of, such as `Devanagari`."""
    return sorted({unicodedata.name(char, "unnamed characters").split()[0].capitalize() for char in chars})


def characters(face: Face) -> set[str]:
    """Return the characters that a font has; none where it cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(face.path, fontNumber=face.number, lazy=True) as font:
            return {chr(code) for code in font.getBestCmap() or ()}
    except (TTLibError, OSError, KeyError, ValueError, AssertionError):
        return set()


def installed() -> list[Face]:
    """Return every font of this machine that a PDF can hold."""
    listed = _fontconfig("")
    return listed if listed is not None else list(_in_folders())


def _covering(char: str, faces: list[Face], region: str) -> Face | None:
    """The font to take for a character: upright, plain, made for its script rather than for all."""
    narrowed = _fontconfig(f":charset={ord(char):x}")
    candidates = sorted(narrowed if narrowed is not None else faces, key=lambda face: _rank(face, char, region))
    return next((face for face in islice(candidates, 60) if char in characters(face)), None)


def _rank(face: Face, char: str, region: str) -> tuple[object, ...]:
    script = unicodedata.name(char, "").split(" ")[0]
    return (
        face.style not in _STYLES[""],
        any(word in face.family for word in _SPECIAL),
        script.casefold() not in face.family.casefold(),
        f"CJK {region}" not in face.family,
        not face.family.startswith("Noto"),
        not any(word in face.family for word in _BOOKISH),
        face.family,
        face.path,
        face.number,
    )


def _bold_of(face: Face, faces: list[Face]) -> dict[str, Face]:
    bold = next((found for found in faces if found.family == face.family and found.style in _STYLES["B"]), None)
    return {"B": bold} if bold else {}


def _family(faces: list[Face], names: tuple[str, ...]) -> dict[str, Face]:
    """The first family of `names` that is here with an upright face, by style; a style it lacks is its nearest."""
    for name in names:
        named = {face.style: face for face in sorted(faces, key=lambda face: face.path) if face.family == name}
        found = {key: named[style] for key, styles in _STYLES.items() for style in styles if style in named}
        if "" in found:
            return {key: found.get(key) or found.get(key[:1]) or found[""] for key in _STYLES}
    return {}


def _fontconfig(pattern: str) -> list[Face] | None:
    """What fontconfig lists for a pattern, or None where there is no fontconfig."""
    form = "%{file}\t%{index}\t%{family[0]}\t%{style[0]}\t%{variable}\n"
    try:
        done = subprocess.run(  # noqa: S603 - our own words, no shell
            ["fc-list", "--format", form, *([pattern] if pattern else [])],  # noqa: S607 - wherever it is installed
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    rows = (line.split("\t") for line in done.stdout.decode("utf-8", "surrogateescape").splitlines())
    return [
        Face(row[0], int(row[1]), row[2], row[3])
        for row in rows
        if len(row) == 5 and row[0].lower().endswith(_SUFFIXES) and row[1].isdecimal() and int(row[1]) < 0x10000
        if row[4] != "True"
    ]


def _in_folders() -> Iterator[Face]:
    files = (
        os.path.join(folder, name)  # noqa: PTH118 - many paths
        for top in _FOLDERS
        for folder, _, names in os.walk(Path(top).expanduser())
        for name in sorted(names)
        if name.lower().endswith(_SUFFIXES)
    )
    for path in islice(files, _MOST_FILES):
        face = _named(path)
        if face is not None:
            yield face


def _named(path: str) -> Face | None:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, fontNumber=0, lazy=True) as font:
            if "fvar" in font:
                return None
            names = font["name"]
            family = names.getDebugName(16) or names.getDebugName(1) or ""
            return Face(path, 0, family, names.getDebugName(17) or names.getDebugName(2) or "")
    except (TTLibError, OSError, KeyError, ValueError, AssertionError):
        return None


def _shows_nothing(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf")


def _script_used(text: str, *names: str) -> bool:
    return any(not char.isascii() and unicodedata.name(char, "").startswith(names) for char in set(text))
