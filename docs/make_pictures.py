"""The pictures of README and docs, drawn by the program itself.

    python docs/make_pictures.py [FOLDER [NAME ...]]

Each is the real app, driven by keys in a terminal that is not there, at a moment that is set; what stands on its screen
in the end is the picture. The same program makes the same bytes. Without a FOLDER those in docs/pictures are replaced.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape, unescape
from pathlib import Path

from textual.pilot import Pilot

from briefterm.archive import Archive
from briefterm.paths import shipped_briefs
from briefterm.ui.app import BrieftermApp
from briefterm.ui.looks import DARK, LIGHT, Choice
from briefterm.ui.preferences import Preferences

DOCS = Path(__file__).parent
PATIENCE = 30.0
STILL = 8
"""How often a screen has to look the same before it counts as finished."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Press `keys` in turn on a screen of `size` with `brief` open, until it says `sees`.

    The brief is one of those that come with the program, or the one that the tutorial has its reader write.
    """

    name: str
    size: tuple[int, int]
    sees: str
    keys: tuple[str, ...]
    brief: str = "india-us-2plus2-2023"
    theme: str = DARK
    now: datetime = field(default=datetime(2023, 11, 9, 12, tzinfo=UTC))


TUTORIAL, MORNING = "norway-visit", datetime(2024, 5, 14, 7, 20, tzinfo=UTC)
PICTURES = (
    Picture("brief", (120, 37), "Which issues is not said", ("2", *["down"] * 6)),
    Picture("search", (120, 34), "Narrow", ("slash", *"japan minister")),
    Picture("dossier", (100, 30), "OFFICES", ("1", *["down"] * 3, "enter")),
    Picture("calendar", (100, 30), "December 2023", ("c",)),
    Picture("day", (100, 22), "by person", ("d", "tab"), TUTORIAL, now=MORNING),
    Picture("narrow", (60, 20), "Military hardware", ("2",)),
    Picture("light", (100, 30), "weaker one", ("2", "down"), theme=LIGHT),
)


def make(folder: Path, names: Collection[str] = ()) -> None:
    """Draw the pictures, or those of these names, into `folder`; nothing of the person's own is read or written."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home, kind))
        os.environ["LC_ALL"] = "C.UTF-8"
        os.environ.pop("NO_COLOR", None)
        own = Path(home, "briefs")
        own.mkdir()
        Path(own, f"{TUTORIAL}.yaml").write_text(tutorial_brief(), encoding="utf-8")
        for picture in PICTURES:
            if not names or picture.name in names:
                library = own if picture.brief == TUTORIAL else shipped_briefs()
                Path(folder, f"{picture.name}.svg").write_text(asyncio.run(drawn(picture, library)), encoding="utf-8")


def tutorial_brief() -> str:
    """Return the brief on the tutorial's page: the longest YAML there."""
    page = Path(DOCS, "tutorial.md").read_text(encoding="utf-8")
    return max(re.findall(r"^```yaml\n(.*?)^```", page, re.DOTALL | re.MULTILINE), key=len, default="title: None\n")


async def drawn(picture: Picture, library: Path) -> str:
    """Return the picture as SVG."""
    archive = Archive.of(library)
    archive.refresh(lambda _: None)
    preferences = Preferences(theme=Choice(picture.theme, "flag"))
    app = BrieftermApp(archive, path=f"{picture.brief}.yaml", now=lambda: picture.now, preferences=preferences)
    async with app.run_test(size=picture.size) as pilot:
        await finished(pilot, "")
        await pilot.press(*picture.keys)
        return compact(await finished(pilot, picture.sees), picture.size)


async def finished(pilot: Pilot[None], sees: str) -> str:
    """Return Textual's picture of the screen once that says `sees` and has come to rest."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    before, still = "", 0
    while still < STILL or sees not in before.replace("&#160;", " "):
        if asyncio.get_running_loop().time() > deadline:
            raise TimeoutError(f"no {sees!r} on the screen")
        await pilot.pause(0.05)
        now = pilot.app.export_screenshot(title="briefterm", simplify=True)
        before, still = now, still + 1 if now == before else 0
    return before


# Textual's picture asks the network for a font and looks right in that alone: a run of text is laid out in one go, and
# lines are letters. Here each word stands where its first cell is, and what makes up lines and blocks is drawn.

CELL, LINE, BASE, MARGIN = 12.2, 24.4, 18.5, 10
FONTS = "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
STROKES = {
    "─": "m0 12.2h12.2", "│": "m6.1 0v24.4", "╭": "m12.2 12.2q-6.1 0-6.1 6.1v6.1", "╮": "m0 12.2q6.1 0 6.1 6.1v6.1",
    "╰": "m6.1 0v6.1q0 6.1 6.1 6.1", "╯": "m6.1 0v6.1q0 6.1-6.1 6.1", "━": "m0 12.2h12.2", "┃": "m6.1 0v24.4",
    "┬": "m0 12.2h12.2m-6.1 0v12.2",
}  # fmt: skip
HEAVY = "━┃"
BLOCKS = {"▌": (0, 0, 4 / 8, 1), "▎": (0, 0, 2 / 8, 1), "▏": (0, 0, 1 / 8, 1), "▕": (7 / 8, 0, 1 / 8, 1)} | {
    block: (0, 1 - eighths / 8, 1, eighths / 8) for eighths, block in enumerate("▁▂▃▄▅▆▇█", 1)
}
"""Left, top, width and height, in parts of a cell."""
DRAWN = "".join((*STROKES, *BLOCKS))
PIECE = re.compile(rf"([{DRAWN}])\1*|[^{DRAWN}\s]+")


def compact(svg: str, size: tuple[int, int]) -> str:
    """Return Textual's picture of a screen of `size` as one that needs nothing beside itself."""
    width, height = size[0] * CELL + 2 * MARGIN, size[1] * LINE + 2 * MARGIN
    styles = dict(re.findall(r"\.\S+-(r\d+) \{ (.*?) \}", svg))
    texts = re.findall(r'<text class="\S+-(r\d+)" x="([\d.]+)" y="([\d.]+)" textLength.*?>(.*?)</text>', svg)
    grounds = re.findall(r'<rect fill="(\S+)" x="(\S+)" y="(\S+)" width="(\S+)" height="\S+" shape-rendering', svg)
    background = max((ground[0] for ground in grounds), key=[ground[0] for ground in grounds].count)
    inks = {name: style.split(";")[0].removeprefix("fill: ") for name, style in styles.items()}
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">',
        f"<style>text {{ font: 20px {FONTS}; }} path {{ fill: none; }}",
        *(f".{name} {{ {style} }}" for name, style in styles.items()),
        "</style>",
        f'<rect x="1" y="1" width="{width - 2:g}" height="{height - 2:g}" rx="10" fill="{background}" stroke="#888"/>',
        f'<g transform="translate({MARGIN} {MARGIN})" shape-rendering="crispEdges">',
    ]
    for fill, x, y, long in grounds:
        if fill != background:
            top = row(float(y), 1.5) * LINE
            lines.append(f'<rect x="{x}" y="{top:g}" width="{long}" height="{LINE + 0.2:g}" fill="{fill}"/>')
    for name, x, y, text in texts:
        lines += pieces(name, inks[name], (float(x), row(float(y), 20) * LINE), unescape(text))
    return "\n".join((*lines, "</g>", "</svg>", ""))


def row(y: float, first: float) -> int:
    """Return which line of the screen is at `y` where the first is at `first`."""
    return round((y - first) / LINE)


def pieces(name: str, ink: str, at: tuple[float, float], text: str) -> Iterator[str]:
    """Yield the words, lines and blocks of a run of text whose cells begin `at`."""
    for found in PIECE.finditer(text):
        piece, left, top = found[0], at[0] + found.start() * CELL, at[1]
        if piece[0] in STROKES:
            width = 3 if piece[0] in HEAVY else 1.4
            path = "".join(f"M{left + cell * CELL:g} {top:g}{STROKES[piece[0]]}" for cell in range(len(piece)))
            yield f'<path d="{path}" stroke="{ink}" stroke-width="{width}" shape-rendering="auto"/>'
        elif piece[0] in BLOCKS:
            x, y, wide, high = BLOCKS[piece[0]]
            for cell in range(len(piece) if wide < 1 else 1):
                across = CELL * (wide if wide < 1 else len(piece))
                yield (
                    f'<rect x="{left + (cell + x) * CELL:g}" y="{top + y * LINE:g}" '
                    f'width="{across:g}" height="{high * LINE:g}" fill="{ink}"/>'
                )
        else:
            length = f' textLength="{len(piece) * CELL:g}"' if len(piece) > 1 else ""
            yield f'<text class="{name}" x="{left:g}" y="{top + BASE:g}"{length}>{escape(piece, quote=False)}</text>'


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "pictures", sys.argv[2:])
