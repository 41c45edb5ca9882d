"""The pictures on README and site: there, small, whole in themselves, and what the program shows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

PICTURES = sorted(picture for folder in ("pictures", "plots") for picture in (ROOT / "docs" / folder).iterdir())
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
WORDS = re.compile(r'y="(\S+?)".*?>([^<]*)</text>')


def test_each_is_on_a_page_and_each_on_a_page_is_there() -> None:
    named = {
        (page.parent / link).resolve()
        for page in PAGES
        for link in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    }
    assert named == set(PICTURES)


@pytest.mark.parametrize("picture", PICTURES, ids=[picture.stem for picture in PICTURES])
def test_it_is_small_and_fetches_nothing(picture: Path) -> None:
    svg = picture.read_text(encoding="utf-8")
    assert len(svg) < 100_000
    assert set(re.findall(r"\w+://[^\"'\s)]*", svg)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"@font-face|@import|url\(|href|<script|<image", svg)


def test_the_program_still_looks_so(tmp_path: Path) -> None:
    """Words and where they stand; another release of Textual may write the same in other bytes. `.ci/run` draws all."""
    subprocess.run([sys.executable, "docs/make_pictures.py", tmp_path, "brief"], cwd=ROOT, check=True, timeout=60)
    (drawn,) = tmp_path.iterdir()
    kept = ROOT / "docs" / "pictures" / drawn.name
    assert WORDS.findall(drawn.read_text(encoding="utf-8")) == WORDS.findall(kept.read_text(encoding="utf-8"))
