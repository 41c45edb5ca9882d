"""A text cut around the words found in it, on one line."""

import re

from briefterm.search.spans import Span

SNIPPET = 160
_SIGNS = re.compile(r"\*\*|^(?:#{1,6}|>) |(?<!!)\[(?=[^\[\]]*\]\()|(?<=\S)\]\([^()\s]*\)", re.MULTILINE)
"""Markdown's signs of strong words, headings, quotations and links, with the addresses of these."""


def snippet(text: str, told: int, spans: list[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return `text` cut at spaces around its first span, without the signs of Markdown, and the spans moved along.

    The first `told` characters read as text; the codes that follow are shown only where no span lies before.
    """
    spaced, start, end = text.replace("\n", " "), 0, len(text)
    if told and (not spans or spans[0][1] <= told):
        text, end = text[:told], told
    if len(text) > SNIPPET:
        first, least = spans[0] if spans else (0, 0)
        start = 0 if first < SNIPPET // 2 else _after_space(spaced, first - SNIPPET // 3)
        end = min(len(text), max(start + SNIPPET, least))
        end = end if end == len(text) else _before_space(spaced, end, least)
    before = "…" if start else ""
    after = "…" if end < len(text) and not text[:end].endswith(("…", "...")) else ""
    shift = len(before) - start
    kept = tuple((a + shift, b + shift) for a, b in spans if a >= start and b <= end)
    text, spans_there = _without_signs(f"{before}{text[start:end]}{after}", kept)
    return text.replace("\n", " "), spans_there


def _after_space(text: str, at: int) -> int:
    space = text.find(" ", at, at + 30)
    return space + 1 if space >= 0 else at


def _before_space(text: str, at: int, least: int) -> int:
    space = text.rfind(" ", max(least, at - 30), at)
    return space if space >= 0 else at


def _without_signs(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return a text without the signs of Markdown, and the spans moved along. Signs that were found stay."""
    gone = [
        sign.span()
        for sign in _SIGNS.finditer(text)
        if not any(start < sign.end() and sign.start() < end for start, end in spans)
    ]
    if not gone:
        return text, spans
    kept = "".join(
        text[start:end]
        for start, end in zip([0, *(end for _, end in gone)], [*(start for start, _ in gone), len(text)], strict=True)
    )
    return kept, tuple((_moved(start, gone), _moved(end, gone)) for start, end in spans)


def _moved(at: int, gone: list[Span]) -> int:
    return at - sum(end - start for start, end in gone if end <= at)
