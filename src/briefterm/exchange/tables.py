"""Tables: how their columns share the room there is, and what they say where there are no columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefterm.exchange.outline import Block, Kind, Run

_HALVINGS = 32


def shared(natural: Sequence[float], least: Sequence[float], room: float) -> list[float] | None:
    """Return the widths of columns in a `room`, all in one unit; None where not even the `least` ones fit.

    Each is as wide as its content, `natural`, where all fit. Where they do not, the narrow ones are, and the others
    share what is left alike.
    """
    if sum(least) > room:
        return None
    if sum(natural) <= room:
        return list(natural)
    low, high = 0.0, float(max(natural))
    for _ in range(_HALVINGS):
        level = (low + high) / 2
        low, high = (level, high) if sum(_up_to(natural, least, level)) <= room else (low, level)
    return _up_to(natural, least, low)


def _up_to(natural: Sequence[float], least: Sequence[float], level: float) -> list[float]:
    return [min(wide, max(narrow, level)) for wide, narrow in zip(natural, least, strict=True)]


def pairs(heads: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each cell of a row that has something, after the heading of its column, which may be empty."""
    for head, cell in zip(heads, cells, strict=True):
        if cell.strip():
            yield head.strip().rstrip(":"), cell.strip()


def in_reading_order(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks with the rows of tables as text: `Year: 2023; Visits: 14`. Headings without rows are said alone."""
    heads: list[str] = []
    sign = ""
    for at, block in enumerate(blocks):
        texts = ["".join(run.text for run in cell) for cell in block.cells]
        if block.kind is Kind.HEAD:
            heads, sign = texts, block.sign
            if at + 1 < len(blocks) and blocks[at + 1].kind is Kind.ROW:
                continue
            yield replace(block, runs=(Run("; ".join(filter(None, texts))),))
        elif block.kind is Kind.ROW:
            yield replace(block, runs=(Run(row_said(heads, texts)),), sign=sign)
            sign = ""
        else:
            yield block


def row_said(heads: Sequence[str], cells: Sequence[str]) -> str:
    """Return a row in words."""
    return "; ".join(f"{head}: {cell}" if head else cell for head, cell in pairs(heads, cells))
