"""Markdown (CommonMark with the tables of GFM), in which nothing of a brief's text is markup but its own Markdown.

That too is written anew from what it parsed to, so that HTML in it stays text and a link shows where it leads.
Source: CommonMark 0.31, which characters a backslash may stand before and where each would mean something.
"""

import re
from collections.abc import Iterator

from briefterm.exchange.outline import Align, Block, Item, Kind, Note, Outline, Part, Passage, Role, Run
from briefterm.exchange.prose import BULLET

_MARKS = re.compile(r"([\\`*_\[\]<>&|~#$])")
_LINE_MARKS = re.compile(r"^[ \t]*(\d+(?=[.)])|(?=[-+=:]))", re.MULTILINE)
_BELOW = {Align.USUAL: "---", Align.LEFT: ":---", Align.CENTRE: ":---:", Align.RIGHT: "---:"}
_ADDRESS = re.compile(r"\b(https?|ftp)(?=://)|\b(www)(?=\.)", re.IGNORECASE)


def write(outline: Outline) -> str:
    """Return the whole outline as Markdown, ending in a line feed; the first and last line are the banner."""
    banner = f"**{escape(' · '.join(outline.banner))}**"
    lines = [banner, "", f"# {escape(outline.title)}"]
    if outline.facts:
        lines.append("")
    lines.extend(f"- **{escape(label)}:** {escape(text)}" for label, text in outline.facts)
    for part in outline.parts:
        lines.extend(_part(part))
    if outline.notes:
        lines.extend(("", "## Sources"))
    for note in outline.notes:
        lines.extend(_note(note))
    lines.extend(("", banner))
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return plain text as Markdown that shows it as it is."""
    return _LINE_MARKS.sub(r"\1\\", _within(text)).lstrip(" \t")


def _within(text: str) -> str:
    """Plain text with no mark left in it that means something within a line, nor an address that would be a link."""
    return _ADDRESS.sub(r"\g<0>\\", _MARKS.sub(r"\\\1", text))


def _part(part: Part) -> Iterator[str]:
    yield from ("", f"## {escape(part.heading)}")
    for passage in part.passages:
        yield from _passage(passage, "###")
    number = 0
    for group in part.groups:
        if group.heading:
            yield from ("", f"### {escape(group.heading)}")
        for item in group.items:
            number += 1
            yield from _item(item, part.role, number, "####" if group.heading else "###")


def _item(item: Item, role: Role, number: int, level: str) -> Iterator[str]:
    sign = f"{number}\\. " if role is Role.TOPICS else f"{escape(item.when)}: " if role is Role.EVENTS else ""
    yield from ("", f"{level} {sign}{escape(item.heading)}")
    if item.lead:
        yield from ("", f"*{escape(item.lead)}*")
    facts = list(item.facts)
    if item.ask:
        facts.insert(0, ("Ask", item.ask))
    if item.when and role is not Role.EVENTS:
        facts.insert(0, ("When", item.when))
    if item.cites:
        facts.append(("Sources", item.cited))
    if facts:
        yield ""
    for label, text in facts:
        yield f"- **{escape(label)}:** {escape(text)}"
    for passage in item.passages:
        yield from _passage(passage, "")


def _passage(passage: Passage, level: str) -> Iterator[str]:
    blocks = passage.blocks
    if passage.heading and not level and passage.runs_in:
        blocks = passage.run_in()
    elif passage.heading:
        yield from ("", f"{level} {escape(passage.heading)}" if level else f"**{escape(passage.heading)}**")
    before: Block | None = None
    for block in blocks:
        row = block.kind is Kind.ROW and before is not None and before.kind in (Kind.HEAD, Kind.ROW)
        if not row and not (before is not None and before.depth and block.depth and block.sign):
            yield _quote(block).rstrip()
        yield from _block(block)
        before = block


def _block(block: Block) -> Iterator[str]:
    inner = block.depth - block.quoted
    lead = _quote(block) + "    " * max(0, inner - bool(block.sign))
    sign = "- " if block.sign == BULLET else f"{block.sign} " if block.sign else ""
    follow = lead + " " * len(sign)
    match block.kind:
        case Kind.CODE:
            fence = _fence(block.text, 3)
            lines = [fence, *block.text.split("\n"), fence]
        case Kind.HEAD:
            lines = [_row(block), "|" + "".join(f" {_BELOW[align]} |" for align in block.aligns)]
        case Kind.ROW:
            lines = [_row(block)]
        case Kind.RULE:
            lines = ["***"]
        case Kind.HEADING:
            lines = [f"##### {_inline(block.runs, ' ')}"]
        case _:
            lines = _inline(block.runs, "\\\n").split("\n")
    for number, line in enumerate(lines):
        yield f"{lead}{sign}{line}" if number == 0 else f"{follow}{line}"


def _quote(block: Block) -> str:
    return "> " * block.quoted


def _row(block: Block) -> str:
    return "| " + " | ".join(_inline(cell, " ") for cell in block.cells) + " |"


def _inline(runs: tuple[Run, ...], line_break: str) -> str:
    text = _LINE_MARKS.sub(r"\1\\", "".join(_run(run) for run in runs)).lstrip(" \t")
    return text.replace("\n", line_break)


def _run(run: Run) -> str:
    if run.code:
        return _code(run.text)
    text = _within(run.text)
    inner = text.strip()
    if not inner:
        return text
    mark = "**" * run.strong + "*" * run.emphasis + "~~" * run.struck
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{inner}{mark[::-1]}{after}"


def _code(text: str) -> str:
    fence = _fence(text, 1)
    room = " " if "`" in text else ""
    return f"{fence}{room}{text}{room}{fence}"


def _fence(text: str, least: int) -> str:
    """Backticks, more in a row than anywhere in `text`."""
    longest = max((len(found) for found in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)


def _note(note: Note) -> Iterator[str]:
    lead = f", {escape(note.lead)}" if note.lead else ""
    yield from ("", f"{note.number}. {escape(note.name)}{lead}")
    for block in (*note.quote, *note.remarks):
        yield ""
        yield from (f"    {line}" for line in _block(block))
    if note.address:
        yield from ("", f"    {escape(note.address)}")
