"""Markdown, with or without front matter: a brief whose fields are the front matter and whose prose is the text.

Front matter is YAML between two lines of `---`, read as a brief is. Of the text, a first heading of the first level is
the title, what comes before the first heading of the second level the background, and each such heading a section.
"""

import re
from typing import Any

from briefterm.brief.plain import plain
from briefterm.brief.reader import read as read_brief
from briefterm.exchange.draft import Draft, text_of
from briefterm.exchange.prose import parser

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def read(data: bytes, name: str) -> list[Draft]:
    """Return one draft; `name` is its title where neither front matter nor text has one. Raises UnreadError."""
    text = text_of(data).replace("\r\n", "\n")
    values: dict[str, Any] = {}
    lost: list[str] = []
    found = _FRONT.match(text)
    if found:
        values, lost = _front_matter(found[1], name)
        text = text[found.end() :]
    title, background, sections = _divided(text)
    values["title"] = values.get("title") or title or name
    if background:
        values["background"] = "\n\n".join(part for part in (values.get("background", ""), background) if part)
    if sections:
        values["sections"] = [*values.get("sections", []), *({heading: prose} for heading, prose in sections)]
    return [Draft(values, tuple(lost))]


def _front_matter(text: str, name: str) -> tuple[dict[str, Any], list[str]]:
    """Its fields, without a title it has not given, and what was wrong with it."""
    reading = read_brief(text.encode(), name)
    if reading.brief is None:
        reasons = [f"the front matter (line {problem.line + 1}: {problem.message})" for problem in reading.problems]
        return {}, reasons if text.strip() else []
    values = plain(reading.brief)
    if reading.errors:
        del values["title"]
    if values["id"] == name:
        del values["id"]
    return values, []


def _divided(text: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Title, text before the first second-level heading, and the sections below such headings."""
    lines = text.split("\n")
    title = ""
    cuts: list[tuple[int, int, str]] = []
    tokens = parser().parse(text)
    for number, token in enumerate(tokens):
        if token.type != "heading_open" or token.level or token.map is None:
            continue
        heading = "".join(child.content for child in tokens[number + 1].children or () if child.content)
        first, last = token.map
        if token.tag == "h1" and not title and not "".join(lines[:first]).strip():
            title = heading
            cuts.append((first, last, ""))
        elif token.tag == "h2":
            cuts.append((first, last, heading))
    ends = [*(first for first, _, _ in cuts), len(lines)][1:]
    parts = [
        (heading, "\n".join(lines[last:end]).strip("\n")) for (_, last, heading), end in zip(cuts, ends, strict=True)
    ]
    before = "\n".join(lines[: cuts[0][0]] if cuts else lines).strip("\n")
    background = "\n\n".join(part for part in (before, *(prose for heading, prose in parts if not heading)) if part)
    return title, background.strip("\n"), [(heading, prose) for heading, prose in parts if heading and prose.strip()]
