"""How wide and how high the panes are beside each other, as their reader has drawn them.

A layout is how many columns there are: three where the terminal is wide, two elsewhere. Sizes are shares of a whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

Shares = tuple[int, ...]
_STEP = 40  # thousandths of the whole, at each key
_LEAST = 120  # thousandths that every pane keeps
_DRAWN: Mapping[str, Shares] = {
    "three columns": (2, 3, 2),
    "three rows": (3, 2),
    "two columns": (2, 3),
    "two rows": (1, 1),
    "three list": (1, 3),
    "three results": (7, 13),
    "two list": (21, 29),
    "two results": (1, 1),
}
"""What the style sheet says, by layout; of the list beside a brief and of results about that."""
_LARGEST = 4096
_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Shape:
    """The shares that were changed, in thousandths by the name of a layout's columns or rows."""

    changed: Mapping[str, Shares] = field(default_factory=dict)

    def shares(self, name: str) -> Shares:
        """Return the shares of all columns, or rows, in thousandths."""
        return self.changed.get(name) or _thousandths(_DRAWN[name])

    def begun(self, name: str, shares: Shares) -> "Shape":
        """Return this shape with `shares` of a layout that was not changed so far, as they are seen."""
        return self if name in self.changed else replace(self, changed={**self.changed, name: shares})

    def moved(self, name: str, border: int, by: int) -> "Shape":
        """Return this shape with the border after a column, or row, moved by so many thousandths, as far as it goes."""
        shares = list(self.shares(name))
        by = max(_LEAST - shares[border], min(by, shares[border + 1] - _LEAST))
        shares[border] += by
        shares[border + 1] -= by
        return replace(self, changed={**self.changed, name: tuple(shares)})

    def widened(self, name: str, at: int, step: int) -> "Shape":
        """Return this shape with a column wider by a step, or narrower."""
        last = at == len(self.shares(name)) - 1
        return self.moved(name, at - 1 if last else at, -step * _STEP if last else step * _STEP)

    def reset(self, name: str) -> "Shape":
        """Return this shape with the columns, or rows, of a layout as they were drawn."""
        return replace(self, changed={key: shares for key, shares in self.changed.items() if key != name})


def load(file: Path) -> Shape:
    """Return the shape kept in `file`; as drawn where there is none, or one that cannot be read."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - no more of it than that
            lines = opened.read(_LARGEST).decode("ascii", "replace").splitlines()
    except OSError:
        return Shape()
    found = {}
    for line in lines:
        name, _, text = line.partition(": ")
        shares = tuple(int(part) for part in text.split() if part.isdecimal() and part.isascii() and len(part) < 4)
        if len(shares) == len(_DRAWN.get(name, ())) and sum(shares) == _WHOLE and min(shares) >= _LEAST:
            found[name] = shares
    return Shape(found)


def save(file: Path, shape: Shape) -> None:
    """Write a shape. Raises OSError."""
    from briefterm.atomic import write_atomically
    from briefterm.paths import private_folder

    private_folder(file.parent)
    lines = (f"{name}: {' '.join(map(str, shares))}\n" for name, shares in shape.changed.items())
    write_atomically(file, "".join(lines).encode())


def _thousandths(shares: Shares) -> Shares:
    whole = sum(shares)
    found = [round(_WHOLE * share / whole) for share in shares[:-1]]
    return (*found, _WHOLE - sum(found))
