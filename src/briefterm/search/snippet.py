"""A text cut around the words found in it, on one line."""

from briefterm.search.spans import Span

SNIPPET = 160


def snippet(text: str, told: int, spans: list[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return `text` cut at spaces around its first span, and the spans moved along.

    The first `told` characters read as text; the codes that follow are shown only where no span lies before.
    """
    text = text.replace("\n", " ")
    start, end = 0, len(text)
    if told and (not spans or spans[0][1] <= told):
        text, end = text[:told], told
    if len(text) > SNIPPET:
        first, least = spans[0] if spans else (0, 0)
        start = 0 if first < SNIPPET // 2 else _after_space(text, first - SNIPPET // 3)
        end = min(len(text), max(start + SNIPPET, least))
        end = end if end == len(text) else _before_space(text, end, least)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    kept = tuple((a + shift, b + shift) for a, b in spans if a >= start and b <= end)
    return f"{before}{text[start:end]}{after}", kept


def _after_space(text: str, at: int) -> int:
    space = text.find(" ", at, at + 30)
    return space + 1 if space >= 0 else at


def _before_space(text: str, at: int, least: int) -> int:
    space = text.rfind(" ", max(least, at - 30), at)
    return space if space >= 0 else at
