"""What is asked of the directory in one line: beginnings of names, and what the person must be or belong to."""

import re
from dataclasses import dataclass

from briefterm.brief.fold import fold
from briefterm.locales import ENGLISH, Locale
from briefterm.people.directory import Wanted

FIELDS = ("country", "side", "org")
_PART = re.compile(r'(?:(country|side|org):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a line asks for. `unknown` is what it says of a country that is none."""

    wanted: Wanted
    unknown: str = ""


def asked(line: str, locale: Locale = ENGLISH) -> Asked:
    """Return whom `line` asks for, as `briefterm people` takes it: words of a name, `country:`, `side:` and `org:`.

    What follows a field may stand in quotes; a field that stands twice counts as it stands last, and one that nothing
    follows yet counts nothing. A country is a code or a
    name, in English or in `locale`, or the beginning of one while it is being typed.
    """
    words: list[str] = []
    got: dict[str, str] = {}
    for field, quoted, word in _PART.findall(line):
        if field:
            got[field.casefold()] = (quoted or word).strip()
        elif word.casefold().rstrip(":") in FIELDS and word.endswith(":"):
            continue
        else:
            words.append(quoted or word)
    country, unknown = _country(got.get("country", ""), locale)
    return Asked(Wanted(" ".join(words), country, got.get("side", "").casefold(), got.get("org", "")), unknown)


def _country(text: str, locale: Locale) -> tuple[str, str]:
    """Return the country that `text` names, and what is unknown of it. A former state stays text."""
    if not text:
        return "", ""
    code = locale.code_of(text) or _beginning(text, locale)
    return (code, "") if code else (text, text)


def _beginning(text: str, locale: Locale) -> str:
    """Return the country whose name alone begins with `text`."""
    found = {code for name, code in locale.known_names() if fold(name).startswith(fold(text))}
    return found.pop() if len(found) == 1 else ""
