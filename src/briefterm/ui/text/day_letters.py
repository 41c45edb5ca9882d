"""Letters for the bars of a day that have no room for a word, and below the bars what each stands for."""

from collections.abc import Mapping, Sequence
from string import ascii_letters

from rich.text import Text

from briefterm.ui.ink import Ink
from briefterm.ui.layout import cut
from briefterm.ui.text.day_layout import Row, Told, followed, told

_BETWEEN = "   "


def letters_of(rows: Sequence[Row], width: int, cells: Sequence[int]) -> dict[int, str]:
    """Return a letter for each engagement that has a bar without words, in order of time; none for those beyond `Z`.

    `width` is that of the hours, `cells` are the lengths of the titles by the place in the day.
    """
    mute = {
        bar.at
        for row in rows
        for bar, following in followed(row, width)
        if told(bar, following, cells[bar.at]) is Told.NOT
    }
    return dict(zip(sorted(mute), ascii_letters, strict=False))


def legend(letters: Mapping[int, str], titles: Sequence[str], width: int, ink: Ink) -> list[Text]:
    """Return lines of `width` cells that say what the letters stand for; none without any."""
    lines: list[Text] = []
    for at, letter in letters.items():
        entry = Text.assemble((letter, ink["key"]), f" {cut(titles[at], width - 3)}")
        if lines and lines[-1].cell_len + len(_BETWEEN) + entry.cell_len <= width:
            lines[-1].append(_BETWEEN).append_text(entry)
        else:
            lines.append(Text.assemble(" ", entry))
    return [Text.assemble(line, " " * (width - line.cell_len)) for line in lines]
