"""Markdown as paragraphs. Parsed by markdown-it, set by us: nothing in it is followed, fetched or run."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from briefterm.brief.safe import safe_text, shorten
from briefterm.ui.ink import Ink
from briefterm.ui.layout import Block
from briefterm.ui.text.marks import Marker

if TYPE_CHECKING:
    from markdown_it.token import Token

    from briefterm.exchange.outline import Align

_MARKUP = re.compile(r"[*_`#>\[\]|~<&\\]|^\s*(?:[-+]|\d+[.)])\s|^\s{4}|  $", re.MULTILINE)
_WIDE = re.compile(r"(?:\|[^\n|]*){65}")
_DEEPEST = 12
_LONGEST = 200_000
_MOST_MARKS = 10_000
_LONGEST_ADDRESS = 200


def markdown(text: str, ink: Ink, mark: Marker) -> list[Block]:
    """Return `text` as paragraphs, marked by `mark`.

    Text without any markup is not parsed at all; nor is one so long, of so many marks or of a table so wide that
    parsing it would take seconds: it is shown as it is written.
    """
    marks = sum(1 for _ in islice(_MARKUP.finditer(text), _MOST_MARKS)) if len(text) <= _LONGEST else 0
    if marks in (0, _MOST_MARKS) or _WIDE.search(text):
        return list(_plain(text, mark))
    from briefterm.exchange.prose import parser

    return list(_Setter(ink, mark).blocks(parser().parse(text)))


def _plain(text: str, mark: Marker) -> Iterator[Block]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        if number:
            yield Block(Text())
        yield Block(mark(Text(" ".join(paragraph.split()))))


class _Setter:
    """Walks the tokens of one text and sets each block with the indent of the lists and quotes it stands in."""

    def __init__(self, ink: Ink, mark: Marker) -> None:
        self._ink = ink
        self._mark = mark
        self._leads: list[str] = []
        self._pending: str | None = None
        self._numbers: list[int | None] = []
        self._spaced = False
        self._aligns: list[Align] = []

    def blocks(self, tokens: Sequence["Token"]) -> Iterator[Block]:  # noqa: C901, PLR0912 - one case a token type
        """Yield the paragraphs of a text's block tokens."""
        table: list[list[Text]] | None = None
        heading = False
        for token in tokens:
            match token.type:
                case "bullet_list_open":
                    self._numbers.append(None)
                case "ordered_list_open":
                    self._numbers.append(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._numbers.pop()
                    self._spaced = not self._numbers
                case "list_item_open":
                    self._open_item()
                case "list_item_close" | "blockquote_close":
                    self._leads.pop()
                    self._spaced = token.type == "blockquote_close"
                case "blockquote_open":
                    self._leads.append("│ ")
                case "heading_open":
                    heading = True
                case "paragraph_close":
                    self._spaced = not token.hidden
                case "heading_close":
                    self._spaced = heading = False
                case "table_open":
                    table, self._aligns = [], []
                case "th_open":
                    self._align(token)
                case "tr_open" if table is not None:
                    table.append([])
                case "inline" if table:
                    table[-1].append(self._mark(self._inline(token.children or [])))
                case "table_close" if table is not None:
                    yield from self._space()
                    yield self._table(table)
                    table = None
                    self._spaced = True
                case "inline":
                    yield from self._space()
                    body = self._inline(token.children or [], self._ink["heading"] if heading else None)
                    yield self._block(self._mark(body))
                case "fence" | "code_block":
                    yield from self._space()
                    for line in token.content.rstrip("\n").split("\n"):
                        yield self._block(self._mark(Text(line, self._ink["code"])))
                    self._spaced = True
                case "hr":
                    yield from self._space()
                    yield self._block(Text("─" * 24, self._ink["rule"]))
                    self._spaced = True

    def _align(self, token: "Token") -> None:
        from briefterm.exchange.prose import align_of

        self._aligns.append(align_of(token))

    def _table(self, rows: list[list[Text]]) -> Block:
        from briefterm.ui.text.tables import table_of

        lead, indent = self._hung()
        return replace(table_of(rows, self._aligns, self._ink), lead=lead, indent=indent)

    def _open_item(self) -> None:
        number = self._numbers[-1]
        if number is None:
            sign = "• " if len(self._numbers) % 2 else "◦ "
        else:
            sign = f"{number}. "
            self._numbers[-1] = number + 1
        self._leads.append(" " * len(sign))
        self._pending = sign

    def _space(self) -> Iterator[Block]:
        if self._spaced:
            yield Block(Text())
        self._spaced = False

    def _block(self, body: Text) -> Block:
        return Block(body, *self._hung())

    def _hung(self) -> tuple[Text, int]:
        """Return what stands before the next paragraph, and how far in its lines begin."""
        leads = "".join(self._leads[:_DEEPEST])
        lead = leads
        if self._pending is not None:
            lead = leads[: len(leads) - len(self._pending)] + self._pending
            self._pending = None
        return Text(lead, self._ink["accent"]), len(leads)

    def _inline(self, tokens: Sequence["Token"], base: Style | None = None) -> Text:  # noqa: C901 - one case a type
        text = Text(style=base or "")
        styles: list[Style] = []
        links: list[str] = []
        said = ""  # the text of the link so far
        for token in tokens:
            match token.type:
                case "text" | "html_inline" | "code_inline":
                    shown = safe_text(token.content)  # once more: an entity may be any character, so may `%` in a link
                    said += shown if links else ""
                    style = Style.combine(styles) if styles else None
                    text.append(shown, self._ink["code"] if token.type == "code_inline" else style)
                case "softbreak":
                    text.append(" ")
                case "hardbreak":
                    text.append("\n")
                case "strong_open":
                    styles.append(Style(bold=True))
                case "em_open":
                    styles.append(Style(italic=True))
                case "s_open":
                    styles.append(Style(strike=True))
                case "strong_close" | "em_close" | "s_close":
                    styles.pop()
                case "link_open":
                    links.append(str(token.attrs.get("href", "")))
                    said = ""
                    styles.append(self._ink["link"])
                case "link_close":
                    styles.pop()
                    self._address(text, said, links.pop())
                case "image":
                    text.append(f"[image: {safe_text(token.content)}]", self._ink["quiet"])
        return text

    def _address(self, text: Text, said: str, address: str) -> None:
        """Say where a link leads, after its text, unless what it says is the address itself."""
        if address and not said.endswith(address):
            text.append(f" ({shorten(address, _LONGEST_ADDRESS)})", self._ink["quiet"])
