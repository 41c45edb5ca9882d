"""From a node to the value its field asks for. Whatever is wrong is reported, and what was written is kept as text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from briefterm.brief.clocks import clock_doubts
from briefterm.brief.countries import code_of, known_names
from briefterm.brief.edtf import DateError, parse_set, parse_when
from briefterm.brief.fields import OBJECTIVES, PLACE, Field, Table, Type
from briefterm.brief.model import Extra, Objectives, Place, Section
from briefterm.brief.problems import Hints, Level, Problem
from briefterm.brief.safe import safe_line, shorten
from briefterm.brief.tree import Mapping, Node, Scalar, Sequence, flat, outline
from briefterm.brief.when import When

_SLUG = re.compile(r"[\w.+-]+(?:/[\w.+-]+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{1,60}", re.ASCII)
_MOST_COUNTRIES = 300


@dataclass(slots=True)
class Fields:
    """What one mapping gave: model attributes by name, and the fields the format does not know.

    References (`who`, `sources`, `after`, `principal`) are held as the nodes that name them until all items are known.
    """

    path: str
    line: int
    got: dict[str, Any] = field(default_factory=dict)
    extra: tuple[Extra, ...] = ()


class Values:
    """Reads values and gathers problems. `zone` is the brief's time zone, set before anything timed is read."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.zone = ""
        self.hints = Hints()

    def warn(self, node: Node, path: str, message: str) -> None:
        """Report a warning at `node`."""
        self.problems.append(Problem(node.line, node.column, Level.WARNING, path, message))

    def fields(self, node: Mapping, table: Table, path: str) -> Fields:
        """Read a mapping by its table. Lists of entries are left out: they are the caller's."""
        got: dict[str, Any] = {}
        extra: list[Extra] = []
        known_fields = table.by_name
        for name, (key, value) in node.entries.items():
            known = known_fields.get(name)
            if known is None:
                extra.append(self._unknown(key, value, table, path))
                continue
            reader = _READERS.get(known.type)
            if reader is None or (type(value) is Scalar and (not value.text or value.text.isspace())):
                if known.awaited:
                    self.warn(value, _join(path, name), "it is empty; write a date, or take the line out")
                continue
            read = reader(self, value, known, path)
            if read is not None:
                got[known.target] = read
        return Fields(path, node.line, got, tuple(extra))

    def value(self, node: Node, known: Field, path: str) -> Any:
        """Read one value of a known field; None where nothing was written."""
        if isinstance(node, Scalar) and not node.text.strip():
            return None
        return _READERS[known.type](self, node, known, path)

    def read_zone(self, node: Node) -> str:
        """Return the IANA zone a node names, or an empty text after reporting why not."""
        if isinstance(node, Scalar) and not node.text:
            return ""
        name = self._text(node, "", "timezone")
        if is_zone(name):
            return name
        hint = self.hints.did_you_mean("zone", name, available_timezones) or "; write one such as Asia/Kolkata"
        self.warn(node, "timezone", f"`{shorten(name)}` is no time zone{hint}")
        return ""

    def _unknown(self, key: Scalar, value: Node, table: Table, path: str) -> Extra:
        name = key.text
        if not name.startswith("x-"):
            hint = (
                self.hints.did_you_mean(table.name, name, lambda: table.by_name)
                or "; begin it with `x-` if it is your own"
            )
            if name == "<<":
                hint = "; merge keys are not obeyed, write the fields out"
            self.warn(key, _join(path, shorten(name)), f"unknown field `{shorten(name)}`{hint}")
        return Extra(safe_line(name), "\n".join(outline(value)), key.line)

    def _text(self, node: Node, path: str, name: str = "") -> str:
        """Return one line of text; a list or mapping is reported and flattened."""
        if isinstance(node, Scalar):
            return safe_line(node.text)
        self.warn(node, _join(path, name), f"found a {_kind(node)} where one text belongs; write it on one line")
        if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
            return "; ".join(safe_line(item.text) for item in node.items if isinstance(item, Scalar))
        return flat(node, 2000)

    def _line(self, node: Node, known: Field, path: str) -> str:
        if type(node) is Scalar and not known.values:
            text = node.text
            return text.strip() if text.isascii() and text.isprintable() and "  " not in text else safe_line(text)
        text = self._text(node, path, known.name)
        if known.values and not known.open and text not in known.values:
            if text.casefold() in known.values:
                return text.casefold()
            hint = (
                self.hints.did_you_mean(known.name, text, lambda: known.values)
                or f"; write one of {', '.join(known.values)}"
            )
            self.warn(node, _join(path, known.name), f"`{shorten(text)}` is not known here{hint}")
        return text

    def _prose(self, node: Node, known: Field, path: str) -> str:
        if isinstance(node, Scalar):
            return node.text.strip("\n")
        self.warn(node, _join(path, known.name), f"found a {_kind(node)} where prose belongs; begin it with `|`")
        return "\n".join(outline(node))

    def _slug(self, node: Node, known: Field, path: str) -> str:
        text = self._text(node, path, known.name)
        if not _SLUG.fullmatch(text) or len(text) > 200:
            self.warn(
                node,
                _join(path, known.name),
                f"`{shorten(text)}` is no id; write letters, digits, `-`, `_`, `.` and `/`, without spaces",
            )
        return text

    def _when(self, node: Node, known: Field, path: str) -> When:
        try:
            if isinstance(node, Scalar):
                when = parse_when(node.text)
            elif isinstance(node, Sequence) and node.items and all(type(item) is Scalar for item in node.items):
                when = parse_set([item.text for item in node.items if isinstance(item, Scalar)])
            else:
                self.warn(
                    node,
                    _join(path, known.name),
                    f"found a {_kind(node)} where a date belongs; write 2023-11-08",
                )
                return When(flat(node, 60))
        except DateError as error:
            self.warn(node, _join(path, known.name), str(error))
            return When(flat(node, 60))
        if not self.zone or not when.timed:
            return when
        when = replace(when, zone=self.zone)
        for doubt in clock_doubts(when):
            self.warn(node, _join(path, known.name), doubt)
        return when

    def _place(self, node: Node, known: Field, path: str) -> Place | None:
        inside = _join(path, known.name)
        if not isinstance(node, Mapping):
            text = self._text(node, inside)
            return Place(name=text) if text else None
        fields = self.fields(node, PLACE, inside)
        rest = ", ".join(safe_line(f"{extra.name}: {extra.text}") for extra in fields.extra)
        if rest:
            fields.got["name"] = ", ".join(part for part in (fields.got.get("name", ""), rest) if part)
        return Place(**fields.got) if any(fields.got.values()) else None

    def _country(self, node: Node, known: Field, path: str) -> str:
        inside = _join(path, known.name)
        return self._country_of(self._text(node, inside), node, inside)

    def _country_of(self, text: str, node: Node, path: str) -> str:
        code = code_of(text)
        if code is None and len(text) == 2 and text.isascii() and text.isupper():
            self.warn(node, path, f"`{text}` is no country code of ISO 3166-1; write one such as IN, or the name")
        elif code is None and (near := self.hints.nearest("country", text, _country_names)):
            self.warn(node, path, f"`{shorten(text)}` is kept as text; did you mean `{near}`?")
        return code or text

    def _countries(self, node: Node, known: Field, path: str) -> tuple[str, ...]:
        inside = _join(path, known.name)
        if isinstance(node, Scalar) and "," in node.text and code_of(node.text) is None:
            texts = [(node, part.strip()) for part in safe_line(node.text).split(",", _MOST_COUNTRIES) if part.strip()]
        else:
            items = node.items if isinstance(node, Sequence) else [node]
            texts = [(item, self._text(item, inside)) for item in items]  # type: ignore[misc]
        return tuple(dict.fromkeys(self._country_of(text, item, inside) for item, text in texts if text))

    def _side(self, node: Node, known: Field, path: str) -> str:
        inside = _join(path, known.name)
        text = self._text(node, inside)
        if text.casefold() in known.values:
            return text.casefold()
        code = code_of(text)
        if code is None:
            names = ", ".join(known.values)
            hint = self.hints.did_you_mean(known.name, text, lambda: known.values) or f"; write {names} or a country"
            self.warn(node, inside, f"`{shorten(text)}` is no side{hint}")
        return code or text

    def _language(self, node: Node, known: Field, path: str) -> str:
        text = self._text(node, path, known.name)
        if not _LANGUAGE.fullmatch(text):
            self.warn(
                node,
                _join(path, known.name),
                f"`{shorten(text)}` is no language tag; write one such as en or pt-BR",
            )
        return text

    def _number(self, node: Node, known: Field, path: str) -> int | None:
        text = self._text(node, path, known.name)
        if _NUMBER.fullmatch(text):
            return int(text)
        self.warn(node, _join(path, known.name), f"`{shorten(text)}` is no whole number; write 1 for the first")
        return None

    def _lines(self, node: Node, known: Field, path: str) -> tuple[str, ...]:
        items = node.items if isinstance(node, Sequence) else [node]
        texts = [
            safe_line(item.text) if isinstance(item, Scalar) else self._nested_line(item, _join(path, known.name))
            for item in items
        ]
        return tuple([text for text in texts if text])

    def _nested_line(self, node: Node, path: str) -> str:
        """An unquoted `: ` makes a mapping of a line of prose: give the line back as it was written."""
        if isinstance(node, Mapping) and len(node.entries) == 1:
            key, value = next(iter(node.entries.values()))
            if isinstance(value, Scalar):
                return safe_line(f"{key.text}: {value.text}")
        return self._text(node, path)

    def _mention(self, node: Node, known: Field, path: str) -> Scalar:
        if isinstance(node, Scalar):
            return node
        return Scalar(self._text(node, path, known.name), node.line, node.column, True)

    def _mentions(self, node: Node, known: Field, path: str) -> list[Scalar]:
        items = node.items if isinstance(node, Sequence) else [node]
        mentions = [self._mention(item, known, path) for item in items]
        return [mention for mention in mentions if mention.text.strip()]

    def _objectives(self, node: Node, known: Field, path: str) -> Objectives:
        if not isinstance(node, Mapping):
            return Objectives(general=self._lines(node, known, path))
        fields = self.fields(node, OBJECTIVES, known.name)
        general = tuple(safe_line(f"{extra.name}: {extra.text}") for extra in fields.extra)
        return Objectives(general, **fields.got)

    def _sections(self, node: Node, known: Field, path: str) -> tuple[Section, ...]:
        if isinstance(node, Scalar):
            return (Section("", node.text.strip("\n"), node.line),)
        if isinstance(node, Mapping):
            return tuple(self._section(key, value) for key, value in node.entries.values())
        sections: list[Section] = []
        for item in node.items:
            if isinstance(item, Mapping):
                sections.extend(self._section(key, value) for key, value in item.entries.values())
            else:
                sections.append(Section("", "\n".join(outline(item)), item.line))
        return tuple(sections)

    @staticmethod
    def _section(key: Scalar, value: Node) -> Section:
        return Section(safe_line(key.text), "\n".join(outline(value)).strip("\n"), key.line)


def _kind(node: Node) -> str:
    return "list" if isinstance(node, Sequence) else "mapping" if isinstance(node, Mapping) else "text"


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path and name else path or name


def _country_names() -> list[str]:
    return [name for name, _ in known_names()]


@lru_cache(maxsize=256)
def is_zone(name: str) -> bool:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_+/-]{1,60}", name, re.ASCII):
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


_READERS: dict[Type, Callable[[Values, Node, Field, str], Any]] = {
    Type.LINE: Values._line,
    Type.PROSE: Values._prose,
    Type.SLUG: Values._slug,
    Type.WHEN: Values._when,
    Type.PLACE: Values._place,
    Type.COUNTRY: Values._country,
    Type.SIDE: Values._side,
    Type.ZONE: lambda values, node, known, path: values.zone,
    Type.LANGUAGE: Values._language,
    Type.NUMBER: Values._number,
    Type.LINES: Values._lines,
    Type.SLUGS: Values._lines,
    Type.COUNTRIES: Values._countries,
    Type.PERSON: Values._mention,
    Type.PEOPLE: Values._mentions,
    Type.CITATIONS: Values._mentions,
    Type.ENTRY: Values._mention,
    Type.OBJECTIVES: Values._objectives,
    Type.SECTIONS: Values._sections,
}
