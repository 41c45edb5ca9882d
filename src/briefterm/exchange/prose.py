"""Markdown as blocks. markdown-it parses it, without HTML; a link is its text with its address, and leads nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefterm.brief.safe import safe_line
from briefterm.exchange.outline import Align, Block, Kind, Run

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BULLET = "•"
_ALIGNS = {
    f"text-align:{said}": align for said, align in zip(("left", "center", "right"), list(Align)[1:], strict=True)
}
_DEEPEST = 12


@cache
def parser() -> "MarkdownIt":
    """Return the parser of all Markdown fields: CommonMark with tables and strikethrough, HTML left as text."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).enable("table").enable("strikethrough")


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text."""
    return tuple(_Walk().blocks(parser().parse(text))) if text else ()


def bullets(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return plain texts as a list."""
    return tuple(Block((Run(line),), depth=1, sign=BULLET) for line in lines)


def align_of(token: "Token") -> Align:
    """Return how the column of a table is aligned that a cell begins which `token` opens."""
    return _ALIGNS.get(str(token.attrs.get("style", "")), Align.USUAL)


class _Walk:
    """Goes through the tokens of one text, knowing the lists and quotes it stands in."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []
        self._quotes = 0
        self._sign = ""

    def blocks(self, tokens: Sequence["Token"]) -> Iterator[Block]:  # noqa: C901, PLR0912 - one case a token type
        kind = Kind.PARAGRAPH
        row: list[tuple[Run, ...]] | None = None
        aligns: list[Align] = []
        for token in tokens:
            match token.type:
                case "bullet_list_open":
                    self._lists.append(None)
                case "ordered_list_open":
                    self._lists.append(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._open_item()
                case "list_item_close":
                    self._sign = ""
                case "blockquote_open":
                    self._quotes += 1
                case "blockquote_close":
                    self._quotes -= 1
                case "heading_open":
                    kind = Kind.HEADING
                case "heading_close":
                    kind = Kind.PARAGRAPH
                case "thead_open":
                    kind = Kind.HEAD
                case "tbody_open":
                    kind = Kind.ROW
                case "table_close":
                    kind = Kind.PARAGRAPH
                case "tr_open":
                    row, aligns = [], []
                case "th_open" | "td_open":
                    aligns.append(align_of(token))
                case "tr_close" if row is not None:
                    yield replace(self._block((), kind), cells=tuple(row), aligns=tuple(aligns))
                    row = None
                case "inline" if row is not None:
                    row.append(tuple(_inline(token.children or [])))
                case "inline":
                    yield self._block(tuple(_inline(token.children or [])), kind)
                case "fence" | "code_block":
                    yield self._block((Run(token.content.rstrip("\n"), code=True),), Kind.CODE)
                case "hr":
                    yield self._block((), Kind.RULE)

    def _open_item(self) -> None:
        number = self._lists[-1]
        self._sign = BULLET if number is None else f"{number}."
        if number is not None:
            self._lists[-1] = number + 1

    def _block(self, runs: tuple[Run, ...], kind: Kind) -> Block:
        depth = min(_DEEPEST, len(self._lists) + self._quotes)
        sign, self._sign = self._sign, ""
        return Block(runs, kind, depth, sign, min(_DEEPEST, self._quotes))


def _inline(tokens: Sequence["Token"]) -> Iterator[Run]:  # noqa: C901 - one case a token type
    manner = {"strong": 0, "em": 0, "s": 0}
    addresses: list[str] = []
    said = ""

    def run(text: str, *, code: bool = False) -> Run:
        return Run(text, manner["strong"] > 0, manner["em"] > 0, code, manner["s"] > 0)

    for token in tokens:
        name, _, way = token.type.rpartition("_")
        if name in manner:
            manner[name] += 1 if way == "open" else -1
            continue
        match token.type:
            case "text" | "html_inline":
                text, code = token.content, False
            case "code_inline":
                text, code = token.content, True
            case "softbreak":
                text, code = " ", False
            case "hardbreak":
                text, code = "\n", False
            case "image":
                text, code = f"[image: {token.content}]", False
            case "link_open":
                addresses.append(safe_line(str(token.attrs.get("href", ""))))
                continue
            case "link_close":
                address = addresses.pop()
                text, code = "" if not address or said.endswith(address) else f" ({address})", False
            case _:
                continue
        if text:
            said += text
            yield run(text, code=code)
