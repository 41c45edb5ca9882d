"""A strategy for whole briefs: every field of the format, filled with friendly and with hostile text."""

from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import strategies as st

from briefterm.brief.fields import AGENDA, BRIEF, OBJECTIVES, OFFICIAL, PLACE, SOURCE, TIMELINE, Field, Table, Type
from briefterm.brief.model import Brief
from briefterm.brief.reader import read_values
from briefterm.brief.when import When
from tests.brief.dates import dates, spans

_LISTS = {Type.OFFICIALS: OFFICIAL, Type.AGENDA: AGENDA, Type.TIMELINE: TIMELINE, Type.SOURCES: SOURCE}
_ODD = (
    "NO", "2018", "10:30", "null", "~", "- a", "a: b", "a #b", "'", '"', "{x", "[x]", "|", "> q", "%d", "@x", "`x`",
    "!t", "&a", "*a*", "? x", "=1+1", "<script>alert(1)</script>", "[x](javascript:alert(1))", "\x1b[31m", "a\u202eb",
    "…", "नमस्ते", "محمد", "岸田", "🇮🇳", "x" * 200, "one two " * 30, "  led", "trail  ", "\n", "a\nb", "\n\n a\n", "# h",
    "1. x", "TEL;TYPE=x:y", "a\\,b;c", "\ud800", "---", "...", "Lee", "Ann Lee, Envoy (IN)", "x-y", "note",
)  # fmt: skip
texts = st.one_of(
    st.sampled_from(_ODD), st.text(max_size=12), st.lists(st.sampled_from(_ODD), max_size=3).map(" ".join)
)
lines = texts
prose = st.one_of(texts, st.lists(texts, max_size=4).map("\n".join))


def _place() -> st.SearchStrategy[Any]:
    return st.one_of(lines, _mapping(PLACE))


def _value(known: Field) -> st.SearchStrategy[Any]:  # noqa: C901 - one case a type
    if known.type in _LISTS:
        return st.lists(entries(_LISTS[known.type]), max_size=3)
    match known.type:
        case Type.PROSE:
            return prose
        case Type.WHEN:
            return st.one_of(dates(), spans(), st.lists(dates(), min_size=1, max_size=3), lines)
        case Type.PLACE:
            return _place()
        case Type.NUMBER:
            return st.integers(0, 99).map(str)
        case Type.COUNTRY | Type.SIDE:
            return st.one_of(st.sampled_from(["IN", "US", "NO", "Yugoslavia", *known.values]), lines)
        case Type.COUNTRIES:
            return st.lists(st.one_of(st.sampled_from(["IN", "NO"]), lines), max_size=3)
        case Type.ZONE:
            return st.sampled_from(["Asia/Kolkata", "UTC", "Mars/Base"])
        case Type.OBJECTIVES:
            return st.one_of(st.lists(lines, max_size=3), _mapping(OBJECTIVES))
        case Type.SECTIONS:
            return st.one_of(st.dictionaries(lines, prose, max_size=3), st.lists(prose, max_size=3))
        case Type.LINES | Type.SLUGS | Type.PEOPLE | Type.CITATIONS:
            return st.lists(st.one_of(st.sampled_from(["Ann Lee", "wire"]), lines), max_size=3)
    return st.one_of(st.sampled_from([known.name, *known.values]), lines)


def _mapping(table: Table) -> st.SearchStrategy[dict[str, Any]]:
    required = {known.name: _value(known) for known in table.required}
    optional = {known.name: _value(known) for known in table.fields if not known.required}
    return st.fixed_dictionaries(required, optional=optional | {"x-own": prose})


def entries(table: Table) -> st.SearchStrategy[Any]:
    return st.one_of(lines, _mapping(table), st.dictionaries(lines, lines, min_size=1, max_size=1))


def briefs() -> st.SearchStrategy[Brief]:
    """Briefs as the reader makes them, whatever was written."""

    def read_in(values: dict[str, Any]) -> Brief:
        brief = read_values(values, "made/up").brief
        assert brief is not None
        return brief

    return _mapping(BRIEF).map(read_in)


def without_lines(value: Any) -> Any:
    """Return a model as it is wherever its items stand in a file."""
    if isinstance(value, tuple):
        return tuple(without_lines(part) for part in value)
    if not is_dataclass(value) or isinstance(value, type | When):
        return value
    nowhere: dict[str, Any] = {"line": 0, "lines": ()}
    return type(value)(**{
        part.name: nowhere.get(part.name, without_lines(getattr(value, part.name))) for part in fields(value)
    })  # fmt: skip
