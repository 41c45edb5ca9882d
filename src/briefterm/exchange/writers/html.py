"""One self-contained HTML page: no script, nothing fetched, no link but within the page, its own print style sheet.

The content security policy allows the one style sheet, by its hash, and nothing else. The page is set in a table whose
head and foot browsers repeat on every printed page: they carry the marking, and each topic begins a page of its own.
Sources: HTML Living Standard; CSP Level 3, hashes of inline styles; JSON-LD 1.1 with schema.org's terms.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import takewhile

from briefterm.exchange.direction import is_rtl
from briefterm.exchange.outline import Align, Block, Item, Kind, Note, Outline, Part, Passage, Role, Run
from briefterm.exchange.prose import BULLET

_ROOM = 115


def write(outline: Outline, data: str = "") -> str:
    """Return the whole page. `data` is its JSON-LD, in which no `<` may stand."""
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    banner = f'<div class="banner">{_banner(outline)}</div>'
    foot = f'<div class="banner">{_banner(outline)}</div><div class="credits">{escape(outline.credits(_ROOM))}</div>'
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(outline.language or "en")}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        f"<title>{escape(outline.title)}</title>",
        f"<style>{style}</style>",
        *([f'<script type="application/ld+json">{data}</script>'] if data else []),
        "</head>",
        "<body>",
        '<table class="sheet" role="presentation">',
        f'<thead><tr><td><header role="banner">{banner}</header></td></tr></thead>',
        f'<tfoot><tr><td><footer role="contentinfo">{foot}</footer></td></tr></tfoot>',
        "<tbody><tr><td><main>",
        f"<h1{_dir(outline.title)}>{escape(outline.title)}</h1>",
        *_facts(outline.facts),
        *_contents(outline),
    ]
    for number, part in enumerate(outline.parts):
        lines.extend(_part(part, number))
    if outline.notes:
        lines.append('<section id="sources"><h2>Sources</h2><ol class="notes">')
        for note in outline.notes:
            lines.extend(_note(note))
        lines.append("</ol></section>")
    lines.extend(("</main></td></tr></tbody>", "</table>", "</body>", "</html>"))
    return "\n".join(lines) + "\n"


def _banner(outline: Outline) -> str:
    parts = [escape(part) for part in outline.banner]
    if outline.marking:
        parts[0] = f'<strong class="marking">{parts[0]}</strong>'
    return " · ".join(parts)


def _contents(outline: Outline) -> Iterator[str]:
    yield '<nav aria-label="Contents"><h2>Contents</h2><ol>'
    for number, part in enumerate(outline.parts):
        yield f'<li><a href="#part-{number}">{escape(part.heading)}</a>'
        if part.role is Role.TOPICS:
            yield "<ol>"
            for index, item in enumerate(part.items):
                yield f'<li><a href="#topic-{number}-{index}">{escape(item.heading)}</a></li>'
            yield "</ol>"
        yield "</li>"
    if outline.notes:
        yield '<li><a href="#sources">Sources</a></li>'
    yield "</ol></nav>"


def _part(part: Part, number: int) -> Iterator[str]:
    yield f'<section id="part-{number}" class="{part.role}"><h2{_dir(part.heading)}>{escape(part.heading)}</h2>'
    for passage in part.passages:
        yield from _passage(passage, "h3")
    index = 0
    for group in part.groups:
        if group.heading:
            yield f"<h3{_dir(group.heading)}>{escape(group.heading)}</h3>"
        for item in group.items:
            yield from _item(item, part.role, f"topic-{number}-{index}", index + 1, "h4" if group.heading else "h3")
            index += 1
    yield "</section>"


def _item(item: Item, role: Role, anchor: str, number: int, level: str) -> Iterator[str]:
    sign = f'<span class="number">{number}.</span> ' if role is Role.TOPICS else ""
    yield f'<article id="{anchor}">' if role is Role.TOPICS else "<article>"
    if role is Role.EVENTS:
        yield f'<p class="when">{escape(item.when)}</p><div class="what">'
    cites = f' <span class="cites">[{escape(item.cited)}]</span>' if item.cites else ""
    yield f"<{level}{_dir(item.heading)}>{sign}{escape(item.heading)}{cites}</{level}>"
    if item.lead:
        yield f'<p class="lead"{_dir(item.lead)}>{escape(item.lead)}</p>'
    if item.ask:
        yield f'<p class="ask"{_dir(item.ask)}><strong>Ask</strong> {escape(item.ask)}</p>'
    when = (("When", item.when),) if item.when and role is not Role.EVENTS else ()
    yield from _facts(when + item.facts)
    for passage in item.passages:
        yield from _passage(passage, "p")
    yield "</div></article>" if role is Role.EVENTS else "</article>"


def _facts(facts: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if facts:
        yield "<dl>"
        yield from (f"<dt>{escape(label)}</dt><dd{_dir(text)}>{escape(text)}</dd>" for label, text in facts)
        yield "</dl>"


def _note(note: Note) -> Iterator[str]:
    lead = f', <span class="lead">{escape(note.lead)}</span>' if note.lead else ""
    yield f'<li id="note-{note.number}"><span{_dir(note.name)}>{escape(note.name)}</span>{lead}'
    yield from _blocks(note.quote)
    if note.address:
        yield f'<p class="address">{escape(note.address)}</p>'
    yield from _blocks(note.remarks)
    yield "</li>"


def _passage(passage: Passage, level: str) -> Iterator[str]:
    if passage.heading and level == "p" and passage.runs_in:
        yield from _blocks(passage.run_in())
        return
    if passage.heading:
        known = f' class="label {passage.heading.lower().replace(" ", "-")}"' if level == "p" else ""
        yield f"<{level}{known}{_dir(passage.heading)}>{escape(passage.heading)}</{level}>"
    yield from _blocks(passage.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Blocks with their lists opened and closed by depth."""
    opened: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and before.cells and not block.cells:
            yield "</table>"
        wanted = _nesting(block, opened)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(opened, wanted, strict=False)))
        if block.sign == "1." and shared == len(wanted):
            shared -= 1
        while len(opened) > shared:
            yield _closed(opened.pop())
        if block.sign and len(opened) == len(wanted):
            yield "</li><li>"
        while len(opened) < len(wanted):
            opened.append(wanted[len(opened)])
            yield _opened(opened[-1], block)
        yield from _block(block, before)
        before = block
    if before is not None and before.cells:
        yield "</table>"
    while opened:
        yield _closed(opened.pop())


def _nesting(block: Block, opened: list[str]) -> list[str]:
    """The quotes and lists a block stands in, outermost first; a list that is open goes on where it can."""
    own = "ul" if block.sign in ("", BULLET) else "ol"
    tags = ["quote"] * block.quoted
    for level in range(block.quoted, block.depth):
        last = level == block.depth - 1 and block.sign
        known = opened[level] if level < len(opened) and opened[level] != "quote" else own
        tags.append(own if last else known)
    return tags


def _opened(tag: str, block: Block) -> str:
    if tag == "quote":
        return "<blockquote>"
    return f'<ol start="{block.sign.rstrip(".")}"><li>' if tag == "ol" else "<ul><li>"


def _closed(tag: str) -> str:
    return "</blockquote>" if tag == "quote" else f"</li></{tag}>"


def _block(block: Block, before: Block | None) -> Iterator[str]:
    match block.kind:
        case Kind.CODE:
            yield f"<pre><code>{escape(block.text)}</code></pre>"
        case Kind.RULE:
            yield "<hr>"
        case Kind.HEADING:
            yield f'<p class="heading"{_dir(block.text)}>{_inline(block.runs)}</p>'
        case Kind.HEAD | Kind.ROW:
            if before is None or not before.cells:
                yield "<table>"
            cell = "th" if block.kind is Kind.HEAD else "td"
            yield f"<tr>{''.join(_cell(cell, *given) for given in zip(block.cells, block.aligns, strict=True))}</tr>"
        case _:
            yield f"<p{_dir(block.text)}>{_inline(block.runs)}</p>"


def _cell(tag: str, runs: tuple[Run, ...], align: Align) -> str:
    side = f' class="{align}"' if align else ""
    return f"<{tag}{side}{_dir(''.join(run.text for run in runs))}>{_inline(runs)}</{tag}>"


def _inline(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    for given, tag in ((run.code, "code"), (run.struck, "s"), (run.emphasis, "em"), (run.strong, "strong")):
        if given:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _dir(text: str) -> str:
    return ' dir="rtl"' if is_rtl(text) else ""
