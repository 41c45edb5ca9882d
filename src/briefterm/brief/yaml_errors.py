"""libyaml's messages, in words for the person who wrote the file."""

import yaml

from briefterm.brief.safe import safe_text

_UNCLOSED = ""  # what is said depends on the text that follows
_EXPLAINED = (
    (
        "mapping values are not allowed",
        "a second `: ` stands in this value; put the whole value in quotes",
    ),
    (
        "found character that cannot start any token",
        "{found} cannot begin a value; put the value in quotes, and indent with spaces, never tabs",
    ),
    (
        "found a tab character",
        "a tab cannot indent in YAML; use spaces",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "YAML takes a leading `*` or `&` for an alias or anchor; put the text in quotes",
    ),
    (
        "could not find expected ':'",
        "this line has no `: `; write `key: value`, or indent it below the key it belongs to",
    ),
    (
        "did not find expected key",
        "this line does not fit the mapping above it; align it with its neighbours, or quote the value before it",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list above it; begin it with `- ` in the same column, or indent it",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here; put each `- ` on a line of its own below the key",
    ),
    (
        "found unexpected end of stream",
        "the quoted text that begins here never ends; close its quotes",
    ),
    (
        "did not find expected ',' or",
        _UNCLOSED,
    ),
    (
        "found unknown escape character",
        "this backslash means nothing in double quotes; write it twice, or use single quotes",
    ),
    (
        "found invalid Unicode character escape code",
        "this escape names no character; write the character itself",
    ),
    (
        "did not find expected hexdecimal number",
        "this escape lacks its hexadecimal digits; write the character itself",
    ),
    (
        "found undefined tag handle",
        "YAML takes a leading `!` for a tag; put the text in quotes",
    ),
    (
        "while scanning a tag",
        "YAML takes a leading `!` for a tag; put the text in quotes",
    ),
    (
        "directive",
        "a line that begins with `%` is a YAML directive we do not know; put the text in quotes, or indent it",
    ),
    (
        "incompatible YAML document",
        "this version of YAML is not read; delete the `%YAML` line",
    ),
    (
        "did not find expected <document start>",
        "this text stands outside the brief's mapping; write `key: value`",
    ),
    (
        "did not find expected digit or indentation",
        "after `|` or `>` only an indentation digit, `+` or `-` may stand; put the text on the next line",
    ),
    (
        "did not find expected comment or line break",
        "after `|` or `>` the text begins on the next line; move it there",
    ),
    (
        "exceeded max",  # libyaml's own limit on nesting, where it looks further ahead than our events have come
        "nested more than {depth} levels deep; write it flatter",
    ),
)
_CLOSED_BY = {"[": "]", "{": "}"}
_SAID_AT_THE_END = (
    "found unexpected end of stream",
    "did not find expected ',' or",
    "did not find expected alphabetic or numeric character",
    "could not find expected ':'",
)


def explain(error: yaml.YAMLError, text: str, depth: int) -> tuple[int, int, str]:
    """Return line and column (from 1) of a YAML error in `text`, and what to do about it.

    `depth` is how many levels a brief may be nested.
    """
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if problem.startswith(_SAID_AT_THE_END):
        mark = getattr(error, "context_mark", None) or mark
    what = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    what = what or str(error).partition("\n")[0]
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    else:
        position = min(getattr(error, "position", 0) or 0, len(text))
        line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    if problem.startswith("did not find expected node content"):
        return _no_value(text, line, column)
    for source in (problem, what):
        for said, remedy in _EXPLAINED:
            if said in source:
                if remedy == _UNCLOSED:
                    return line, column, _unclosed(text, line, column)
                found = _character(text, line, column)
                return line, column, remedy.replace("{found}", found).replace("{depth}", str(depth))
    return line, column, f"YAML cannot be read here ({what}); put the text in quotes"


def _no_value(text: str, line: int, column: int) -> tuple[int, int, str]:
    """Return where and what to do where a value should stand in a bracket and none does."""
    lines = text.split("\n")
    here = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    opened: list[tuple[int, int]] = []
    for number, before in enumerate((*lines[: line - 1], lines[line - 1][: column - 1] if line <= len(lines) else "")):
        for at, sign in enumerate(before):
            if sign in _CLOSED_BY:
                opened.append((number + 1, at + 1))
            elif sign in _CLOSED_BY.values() and opened:
                opened.pop()
    if not opened:
        return line, column, "no value can begin here; put the text in quotes"
    bracket = lines[opened[-1][0] - 1][opened[-1][1] - 1]
    if here.startswith("- "):
        said = f"a list of lines with `- ` cannot stand in the `{bracket}` of line {opened[-1][0]}"
        return line, column, f"{said}; delete that `{bracket}`, or part the values with commas"
    if here.startswith(","):
        return line, column, "a value is missing before this comma; write one, or delete the comma"
    if not here.strip():
        return *opened[-1], _unclosed(text, *opened[-1])
    return line, column, f"no value can begin with {_character(text, line, column)}; put the text in quotes"


def _unclosed(text: str, line: int, column: int) -> str:
    """Return what to do about the bracket at a place, whose end YAML has not found or not where it looked for it."""
    lines = text.split("\n")
    here = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    opened = here[:1] if here[:1] in _CLOSED_BY else "["
    closed = _CLOSED_BY[opened]
    depth = 0
    for sign in "\n".join((here, *lines[line:])):
        depth += (sign in _CLOSED_BY) - (sign in _CLOSED_BY.values())
        if depth == 0:
            said = f"between this `{opened}` and its `{closed}` a comma is missing, or a text has signs of its own"
            return f"{said}; part the values with commas, put such a text in quotes"
    words = here[1:].strip() and not here[1:].strip().startswith("#")
    return f"this `{opened}` is never closed; write the `{closed}` that ends it" + (
        ", or put the text in quotes if the sign belongs to it" if words else ""
    )


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n", line)
    found = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
    return "a tab" if found == "\t" else f"`{safe_text(found)}`" if found else "this"
