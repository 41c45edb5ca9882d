"""What fuzzing starts from: the hostile corpus and the shipped briefs, or queries; and the words it puts together."""

from collections.abc import Iterator
from pathlib import Path

from tests.hostile.corpus import corpus

from briefterm.brief.fields import TABLES
from briefterm.paths import shipped_briefs
from briefterm.search.fields import FIELDS
from fuzz.queries import queries

LARGEST = 4096  # bytes of one input: what is found is as small as can be, and each try is quick
_EVERY = 8
_YAML = (
    "---",
    "...",
    "- ",
    ": ",
    "? ",
    "|",
    ">",
    "|2-",
    "<<",
    "&a ",
    "*a",
    "!!str ",
    "!a ",
    "%TAG ",
    "%YAML 1.1",
    "'",
    '"',
    "#",
    "[",
    "]",
    "{",
    "}",
    "\\u202e",
    "\\x1b",
    "\\ud800",
    "\t",
    "\r\n",
    "\x85",
    "\ufeff",
    "2023-11-08",
    "2023-11-08T09:30+05:30",
    "a/b",
    "../",
    "/..",
    "201X",
    "~",
    "NO",
    "Asia/Kolkata",
)
_QUERY = (
    "OR",
    "AND",
    "NOT",
    "TO",
    "(",
    ")",
    '"',
    "-",
    "*",
    "~2",
    "@a",
    "..",
    "[",
    "]",
    "{",
    "}",
    ">=",
    "<",
    "today",
    "this-week",
    "last-month",
    "2023-11-0",
    "196X",
    "2+2",
    "U.S.",
    "岸田",
)


def seeds(target: str) -> Iterator[bytes]:
    """Yield the first inputs of a target."""
    if target == "query":
        for text in queries(500, 0):
            yield text.encode("utf-8", "surrogatepass")[:LARGEST]
        return
    for file in sorted(shipped_briefs().glob("*.yaml")):
        yield file.read_bytes()[:LARGEST]
    for number, (_, case) in enumerate(corpus()):
        if number % _EVERY == 0 and len(data := case.data()) <= LARGEST:
            yield data


def words(target: str) -> Iterator[str]:
    """Yield the words of a target's language."""
    if target == "query":
        yield from _QUERY
        yield from (f"{name}:" for field in FIELDS for name in (field.name, *field.others))
        return
    yield from _YAML
    yield from dict.fromkeys(f"{field.name}: " for table in TABLES for field in table.fields)


def write_seeds(target: str, folder: Path) -> None:
    """Write the first inputs into `folder`, one a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(target)):
        (folder / f"seed-{number:05}").write_bytes(data)


def write_words(target: str, file: Path) -> None:
    """Write the words as a dictionary of libFuzzer's."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f'"{_escaped(word)}"\n' for word in words(target)))


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())
