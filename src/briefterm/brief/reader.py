"""From the bytes of a file to a brief and all that is wrong with it. Pure, and it never raises on content."""

from dataclasses import dataclass
from typing import Any

from briefterm.brief.entries import read_entries
from briefterm.brief.fields import AGENDA, BRIEF, OFFICIAL, SOURCE, TIMELINE
from briefterm.brief.model import FORMAT_VERSION, AgendaItem, Brief, Event, Official, Reference, Source
from briefterm.brief.plain import tree_of
from briefterm.brief.problems import Level, Problem
from briefterm.brief.references import Names
from briefterm.brief.safe import safe_line, shorten
from briefterm.brief.tree import LIMITS, Limits, Mapping, Node, Scalar, Sequence, UnreadableError, parse
from briefterm.brief.values import Fields, Values


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. `brief` is None where it cannot be read as one; `problems` are in the file's order."""

    brief: Brief | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.level is Level.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors


def read(data: bytes, default_id: str, limits: Limits = LIMITS) -> Reading:
    """Read the bytes of one file. `default_id` is the id of a brief that names none."""
    try:
        root, problems = parse(data, limits)
    except UnreadableError as error:
        return Reading(None, (error.problem,))
    return _reading(root, problems, default_id)


def read_values(values: object, default_id: str, limits: Limits = LIMITS) -> Reading:
    """Read a brief from plain values, such as JSON's, by the same rules; its problems have no line of their own."""
    try:
        root = tree_of(values, limits)
    except UnreadableError as error:
        return Reading(None, (error.problem,))
    return _reading(root, [], default_id)


def _reading(root: Node | None, problems: list[Problem], default_id: str) -> Reading:
    if isinstance(root, Mapping):
        brief = _brief(root, default_id, Values(problems))
    else:
        brief = None
        problems.append(_no_mapping(root))
    if problems:
        problems.sort(key=lambda problem: (problem.line, problem.column))
    return Reading(brief, tuple(problems))


def _no_mapping(root: Node | None) -> Problem:
    found = "nothing" if root is None else "a list" if isinstance(root, Sequence) else "a single text"
    line, column = (1, 1) if root is None else (root.line, root.column)
    message = f"found {found} where a brief begins; write `title: …`, then further fields"
    return Problem(line, column, Level.ERROR, "brief", message)


def _brief(root: Mapping, default_id: str, values: Values) -> Brief:
    entries = root.entries
    if "timezone" in entries:
        values.zone = values.read_zone(entries["timezone"][1])
    fields = values.fields(root, BRIEF, "")
    got = fields.got
    lists = {
        table.name: read_entries(entries[table.name][1] if table.name in entries else None, table, values)
        for table in (OFFICIAL, AGENDA, TIMELINE, SOURCE)
    }
    _Links(lists, values).resolve(got)
    _check_version(got.get("brief", ""), entries, values)
    if not got.get("title"):
        node = entries["title"][1] if "title" in entries else root
        message = "a brief needs a title; write `title: …`"
        values.problems.append(Problem(node.line, node.column, Level.ERROR, "title", message))
        got["title"] = default_id.rpartition("/")[2] or "(no title)"
    return Brief(
        **{"id": default_id} | got,
        officials=tuple(Official(**item.got, extra=item.extra, line=item.line) for item in lists["officials"]),
        agenda=tuple(AgendaItem(**item.got, extra=item.extra, line=item.line) for item in lists["agenda"]),
        timeline=tuple(Event(**item.got, extra=item.extra, line=item.line) for item in lists["timeline"]),
        sources=tuple(Source(**item.got, extra=item.extra, line=item.line) for item in lists["sources"]),
        extra=fields.extra,
        lines=tuple((name, key.line) for name, (key, _) in entries.items()),
    )


def _check_version(written: str, entries: dict[str, tuple[Scalar, Node]], values: Values) -> None:
    if not written or written == str(FORMAT_VERSION):
        return
    node = entries["brief"][1]
    if not (written.isascii() and written.isdigit() and len(written) < 6 and int(written) > 0):
        values.warn(node, "brief", f"`{shorten(written)}` is no format version; write {FORMAT_VERSION}")
    else:
        values.warn(
            node,
            "brief",
            f"format version {written} is newer than {FORMAT_VERSION}, the newest this briefterm knows; "
            "update briefterm, or expect unknown fields",
        )


class _Links:
    """Turns the words that name officials, sources and entries into references to them."""

    def __init__(self, lists: dict[str, list[Fields]], values: Values) -> None:
        self._lists = lists
        self._values = values
        self._names = {
            name: Names(lists[name], name, label, values.hints)
            for name, label in (("officials", "name"), ("sources", "name"), ("timeline", "event"))
        }

    def resolve(self, top: dict[str, Any]) -> None:
        """Replace the nodes in every list, and the principal in `top`, by references."""
        for name in ("officials", "agenda", "timeline"):
            for item in self._lists[name]:
                got = item.got
                if "who" in got:
                    got["who"] = self._all(got["who"], "officials", f"{item.path}.who")
                if "sources" in got:
                    got["sources"] = self._all(got["sources"], "sources", f"{item.path}.sources")
        for index, item in enumerate(self._lists["timeline"]):
            if "after" in item.got:
                item.got["after"] = self._after(item.got["after"], index, f"{item.path}.after")
        if "principal" in top:
            top["principal"] = self._one(top["principal"], "officials", "principal")
        for items in self._lists.values():
            self._unique_ids(items)

    def _all(self, nodes: list[Scalar], names: str, path: str) -> tuple[Reference, ...]:
        return tuple([self._one(node, names, path) for node in nodes])

    def _one(self, node: Scalar, names: str, path: str) -> Reference:
        text = safe_line(node.text)
        index, wrong = self._names[names].find(text)
        if wrong:
            self._values.warn(node, path, wrong)
        return Reference(text, index)

    def _after(self, node: Scalar, index: int, path: str) -> Reference:
        reference = self._one(node, "timeline", path)
        if reference.index == index:
            self._values.warn(node, path, "an entry cannot come after itself; name another")
            return Reference(reference.text)
        return reference

    def _unique_ids(self, items: list[Fields]) -> None:
        seen: dict[str, int] = {}
        for item in items:
            item_id = item.got.get("id")
            if not item_id:
                continue
            if item_id not in seen:
                seen[item_id] = item.line
            else:
                message = f"`{shorten(item_id)}` is the id of the entry on line {seen[item_id]} too; choose another"
                self._values.problems.append(Problem(item.line, 1, Level.WARNING, f"{item.path}.id", message))
