"""YAML as a tree of texts, read from parser events: no tag is obeyed, no type is guessed, no object is built.

PyYAML's composer recurses in C, so a file of open brackets can end the process. Here the limits are checked on the
event stream, before anything is nested, and the tree is built without recursion.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from briefterm.brief import yaml_errors
from briefterm.brief.encoding import LARGEST, NotTextError, decode
from briefterm.brief.problems import Level, Problem
from briefterm.brief.safe import control_in, safe_text, shorten

try:
    from yaml._yaml import CParser as Parser

    FAST = True
except ImportError:  # PyYAML built without libyaml: slower, the same events
    from yaml import SafeLoader as Parser  # type: ignore[assignment]

    FAST = False

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG_DIRECTIVE = re.compile(r"(?:^|(?<=[\n\r\x85\u2028\u2029]))%TAG[ \t][^\n\r\x85\u2028\u2029]*")
_MOST_CONTROLS = 100
_DEEPEST_INDENT = 8
_STANDARD_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one brief may hold. Bytes of the file, nesting levels, texts and containers, uses of aliases.

    `copied` is how many characters aliases may repeat, `directives` how many `%TAG` lines there may be and
    `directive` how long one: libyaml compares each with all, and writes one out at every use.
    """

    size: int = LARGEST
    depth: int = 24
    values: int = 50_000
    aliases: int = 200
    copied: int = 1024 * 1024
    directives: int = 16
    directive: int = 200


LIMITS = Limits()


class Scalar:
    """A text. `quoted` is true where it was written in quotes or as a block, so that empty was meant."""

    __slots__ = ("column", "line", "quoted", "text")

    weight = 1
    height = 0

    def __init__(self, text: str, line: int, column: int, quoted: bool) -> None:
        self.text = text
        self.line = line
        self.column = column
        self.quoted = quoted


class Sequence:
    """A list of nodes. `weight` counts the values in it, `height` the levels below it, aliases written out."""

    __slots__ = ("column", "height", "items", "line", "weight")

    def __init__(self, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.line = line
        self.column = column
        self.weight = 1
        self.height = 1


class Mapping:
    """Keys and values in file order, each key once."""

    __slots__ = ("column", "entries", "height", "key", "line", "weight")

    def __init__(self, line: int, column: int) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.key: Scalar | None = None
        self.line = line
        self.column = column
        self.weight = 1
        self.height = 1


Node = Scalar | Sequence | Mapping


class UnreadableError(Exception):
    """The bytes hold no YAML that we read; `problem` says where and why."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(line, column, Level.ERROR, "yaml", message)


def parse(data: bytes, limits: Limits = LIMITS) -> tuple[Node | None, list[Problem]]:
    """Return the first document's tree (None where there is none) and what was odd about it.

    Raises UnreadableError for bytes that are no text, for broken YAML and past a limit; nothing else.
    """
    if len(data) > limits.size:
        raise UnreadableError(
            1,
            1,
            f"the file is too large for a brief, the limit is {limits.size:,} bytes; split it into several briefs",
        )
    try:
        text = decode(data)
    except NotTextError as error:
        raise UnreadableError(error.line, error.column, str(error)) from None
    _check_directives(text, limits)
    builder = _Builder(limits)
    if _NOT_YAML.search(text):
        text = builder.without_controls(text)
    try:
        parser = Parser(text)
        try:
            root = builder.build(parser.get_event)
        finally:
            parser.dispose()
    except yaml.YAMLError as error:
        line, column, message = yaml_errors.explain(error, text, limits.depth)
        raise UnreadableError(line, column, message) from None
    return root, builder.problems


def _check_directives(text: str, limits: Limits) -> None:
    if "%TAG" not in text:
        return
    for count, found in enumerate(_TAG_DIRECTIVE.finditer(text), 1):
        if count > limits.directives or len(found.group()) > limits.directive:
            line = text.count("\n", 0, found.start()) + 1
            what = "this `%TAG` line is too long" if count <= limits.directives else "one `%TAG` line too many"
            raise UnreadableError(line, 1, f"{what}; tags are not obeyed, delete it")


class _Builder:
    """Builds the tree with a stack of its own. `_count` is the number of values so far, aliases written out."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.problems: list[Problem] = []
        self._stack: list[Sequence | Mapping] = []
        self._count = 0
        self._aliases = 0
        self._copied = 0
        self._anchors: dict[str, Node] = {}
        self._open: list[str | None] = []
        self._anchored: list[tuple[str, Scalar]] = []
        self._used: set[int] = set()

    def build(self, next_event: Callable[[], Any]) -> Node | None:  # noqa: C901, PLR0912 - one loop, for speed
        """Return the root of the first document. One loop over all events: this is where reading spends its time."""
        stack = self._stack
        root: Node | None = None
        node: Node
        documents = 0
        for event in iter(next_event, None):
            kind = type(event)
            if kind is ScalarEvent:
                text = event.value
                mark = event.start_mark
                node = Scalar(
                    text if text.isascii() and text.isprintable() else self._safe(text, event),
                    mark.line + 1,
                    mark.column + 1,
                    bool(event.style),
                )
                if event.tag is not None or event.anchor is not None:
                    self._marked(event, node)
                self._count += 1
            elif kind is MappingStartEvent:
                self._push(event, Mapping(event.start_mark.line + 1, event.start_mark.column + 1))
                continue
            elif kind is SequenceStartEvent:
                self._push(event, Sequence(event.start_mark.line + 1, event.start_mark.column + 1))
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = self._pop()
            elif kind is AliasEvent:
                node = self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self._report(event, "a second document begins here and is not read; keep one brief a file")
                    break
                continue
            else:
                continue
            if self._count > self.limits.values:
                raise self._refusal(event, f"more than {self.limits.values:,} values; split it into several briefs")
            if not stack:
                root = node
                continue
            parent = stack[-1]
            if type(parent) is Sequence:
                parent.items.append(node)
            elif type(parent) is Mapping:
                if parent.key is None:
                    parent.key = node if type(node) is Scalar else self._text_key(node)
                else:
                    key, parent.key = parent.key, None
                    pair = (key, node)
                    first = parent.entries.setdefault(key.text, pair)
                    if first is not pair:
                        self._repeated(key, first[0])
        self._give_back_anchors()
        return root

    def without_controls(self, text: str) -> str:
        """Return `text` with characters YAML forbids made visible; the first of a line is reported, up to a number."""
        told = 0
        for number, line in enumerate(text.split("\n"), 1):
            found = _NOT_YAML.search(line)
            if found is None:
                continue
            if told == _MOST_CONTROLS:
                self._warn(number, found.start() + 1, "more control characters from here on; delete them all")
                break
            self._warn(number, found.start() + 1, _control(found.group()))
            told += 1
        return text.translate({ord(char): safe_text(char) or " " for char in set(text) if _NOT_YAML.match(char)})

    def _safe(self, text: str, event: Any) -> str:
        safe = safe_text(text)
        if safe != text and (control := control_in(text)):
            self._report(event, _control(control))
        return safe

    def _marked(self, event: Any, node: Scalar) -> None:
        if event.tag is not None:
            self._tagged(event, node)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
            self._anchored.append((event.anchor, node))

    def _tagged(self, event: Any, node: Scalar) -> None:
        tag = event.tag
        if tag.startswith("!") and len(tag) > 1 and not node.quoted:
            node.text = f"{shorten(tag)} {node.text}".strip()
            self._report(event, f"YAML takes `{shorten(tag)}` for a tag; put the text in quotes")
        elif tag != "!" and tag != _STANDARD_TAG + "str":
            self._report(event, f"the tag `{self._shown_tag(tag)}` is not obeyed; every value is text, leave it out")

    @staticmethod
    def _shown_tag(tag: str) -> str:
        return shorten("!!" + tag.removeprefix(_STANDARD_TAG) if tag.startswith(_STANDARD_TAG) else tag)

    def _push(self, event: Any, node: Sequence | Mapping) -> None:
        if event.tag is not None and event.tag != "!":
            self._report(event, f"the tag `{self._shown_tag(event.tag)}` is not obeyed; leave it out")
        self._check_depth(event, 1)
        node.weight = self._count
        self._stack.append(node)
        self._open.append(event.anchor)

    def _pop(self) -> Node:
        node = self._stack.pop()
        self._count += 1
        node.weight = self._count - node.weight
        anchor = self._open.pop()
        if anchor is not None:
            self._anchors[anchor] = node
        self._grow(node.height)
        return node

    def _grow(self, height: int) -> None:
        if self._stack and height >= self._stack[-1].height:
            self._stack[-1].height = height + 1

    def _alias(self, event: Any) -> Node:
        name = event.anchor
        self._aliases += 1
        if self._aliases > self.limits.aliases:
            raise self._refusal(event, f"more than {self.limits.aliases} aliases; write the values out")
        node = self._anchors.get(name)
        if node is None:
            why = "stands inside what it names" if name in self._open else "names no anchor before it"
            self._report(event, f"YAML takes `*{shorten(name)}` for an alias, which {why}; put the text in quotes")
            mark = event.start_mark
            node = Scalar(f"*{shorten(name)}", mark.line + 1, mark.column + 1, True)
        self._used.add(id(node))
        self._copied += _length(node)
        if self._copied > self.limits.copied:
            raise self._refusal(event, "aliases repeat too much text; write the values out")
        self._check_depth(event, node.height)
        self._grow(node.height)
        self._count += node.weight
        return node

    def _check_depth(self, event: Any, height: int) -> None:
        if len(self._stack) + height > self.limits.depth:
            raise self._refusal(event, f"nested more than {self.limits.depth} levels deep; write it flatter")

    def _refusal(self, event: Any, message: str) -> UnreadableError:
        return UnreadableError(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def _text_key(self, node: Node) -> Scalar:
        self._warn(node.line, node.column, "a key must be a text, not a list or mapping; write a word before `:`")
        return Scalar(f"({flat(node)})", node.line, node.column, True)

    def _repeated(self, key: Scalar, first: Scalar) -> None:
        name = shorten(key.text)
        self._warn(
            key.line,
            key.column,
            f"`{name}` stands on line {first.line} already, which is kept, and again on line {key.line}; delete one",
            field=name,
        )

    def _give_back_anchors(self) -> None:
        for name, node in self._anchored:
            if not node.quoted and id(node) not in self._used:
                node.text = f"&{safe_text(name)} {node.text}".strip()
                self._warn(
                    node.line,
                    node.column,
                    f"YAML takes `&{shorten(name)}` for an anchor; put the text in quotes",
                )

    def _report(self, event: Any, message: str) -> None:
        self._warn(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def _warn(self, line: int, column: int, message: str, field: str = "yaml") -> None:
        self.problems.append(Problem(line, column, Level.WARNING, field, message))


def _control(char: str) -> str:
    return f"control character U+{ord(char):04X}; delete it (shown as a stand-in)"


def _length(node: Node) -> int:
    """How many characters `node` holds, aliases written out. Never more steps than its weight."""
    if isinstance(node, Scalar):
        return len(node.text)
    if isinstance(node, Sequence):
        return sum(map(_length, node.items))
    return sum(len(key.text) + _length(value) for key, value in node.entries.values())


def flat(node: Node, room: int = 200) -> str:
    """Return `node` as one line of at most about `room` characters, for a message."""
    return shorten(" ".join(outline(node)), room)


def outline(node: Node, indent: str = "") -> list[str]:
    """Return `node` as indented lines of plain text: what the file says, without YAML's marks.

    Levels below the fifth are no further in: a text of many short lines would grow many times over. Recursion is safe
    here: depth was limited when the tree was built, aliased weight included.
    """
    if isinstance(node, Scalar):
        return [indent + line for line in node.text.split("\n")]
    lines: list[str] = []
    below = indent + "  " if len(indent) < _DEEPEST_INDENT else indent
    if isinstance(node, Sequence):
        for item in node.items:
            first, *rest = outline(item, below) or [below]
            lines.append(f"{indent}- {first[len(below) :]}")
            lines.extend(rest)
        return lines
    for key, value in node.entries.values():
        if isinstance(value, Scalar) and "\n" not in value.text:
            lines.append(f"{indent}{key.text}: {value.text}")
        else:
            lines.append(f"{indent}{key.text}:")
            lines.extend(outline(value, below))
    return lines
