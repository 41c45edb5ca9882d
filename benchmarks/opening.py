"""Opening a brief: from the key to its text on the screen, for briefs of 2 KB to nearly the most a file may have."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.programs import briefterm
from benchmarks.samples import Sample
from benchmarks.terminal import Terminal

SIZES = (2, 10, 50, 200, 1000)
"""Kilobytes."""
_BUDGETS = {50: 100.0}
_PARAGRAPH = "The delegations *met* again, and **nothing** was agreed on the [text](https://example.org).\n\n"
_PARAGRAPHS = 4


def text_of(kilobytes: int) -> str:
    """Return a brief of that size, nearly all of it background with headings; its first one tells the size."""
    part = f"\n\n{_PARAGRAPH * _PARAGRAPHS}"
    parts = (f"## {'Round' if number else f'Size{kilobytes}'} {number}{part}" for number in range(1_000_000))
    lines = [f"title: Of {kilobytes} KB", "date: 2024", "background: |"]
    size, most = sum(map(len, lines)), kilobytes * 1024
    for text in parts:
        indented = [f"  {line}" if line else "" for line in text.split("\n")]
        size += sum(len(line) + 1 for line in indented)
        if size > most and len(lines) > 3:
            return "\n".join(lines) + "\n"
        lines += indented
    return "\n".join(lines)


def opening_figures(work: Path, runs: int, sizes: tuple[int, ...] = SIZES) -> Iterator[Figure]:
    """Yield the times to open a brief of each size."""
    for kilobytes in sizes:
        library = work / f"opening-{kilobytes}"
        library.mkdir(parents=True, exist_ok=True)
        (library / "a.yaml").write_text("title: Of nothing much\ndate: 2025\n", encoding="utf-8")
        (library / "b.yaml").write_text(text_of(kilobytes), encoding="utf-8")
        program = briefterm(library, "Of nothing much")
        taken = []
        with Terminal(program.command) as it:
            it.until(program.text)
            it.settle(1.5)
            for _ in range(runs):
                asked = it.press("J")
                it.until(f"Size{kilobytes}")
                taken.append((it.last() - asked) * 1000)
                it.settle(0.4)
                it.press("K")
                it.settle(0.4)
        yield Figure.of(f"opening {kilobytes:,} KB", Sample.of(taken), "ms", _BUDGETS.get(kilobytes))
