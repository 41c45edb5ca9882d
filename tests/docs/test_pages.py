"""The pages are true: links lead somewhere, commands and briefs on them are read by the program without a remark."""

import re
import shlex
from pathlib import Path

import pytest

from briefterm import cli
from briefterm.cli import command
from briefterm.paths import shipped_briefs
from briefterm.ui.text.legend import SIGNS
from tests.support import ROOT, briefterm, read_text

PAGES = {page.name: page for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))}
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
BRIEF = re.compile(r"^```yaml\n(title: .*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:^|&& |\| )(?:\.venv/bin/)?briefterm\b([^|>&\n]*)", re.MULTILINE)
QUERIES = {"list", "search", "timeline"}


def text_of(page: str) -> str:
    return PAGES[page].read_text(encoding="utf-8")


COMMANDS = sorted(
    {
        (page, given.strip())
        for page in PAGES
        for fence in SHELL.findall(text_of(page))
        for given in COMMAND.findall(fence)
    }
)
BRIEFS = [(page, brief) for page in PAGES for brief in BRIEF.findall(text_of(page))]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file_and_none_from_the_site_out_of_it(page: str) -> None:
    home = PAGES[page].parent
    for link in LINK.findall(CODE.sub("", text_of(page))):
        if not link.startswith("https://"):
            assert (home / link).is_file(), link
            assert (home / link).resolve().is_relative_to(home), link


@pytest.mark.parametrize(("page", "given"), COMMANDS)
def test_every_command_is_one(page: str, given: str) -> None:
    name, arguments = cli._named(shlex.split(given, comments=True))
    parser = command(name).command_parser()
    if name in QUERIES:
        parser.parse_query(arguments)
    else:
        parser.parse_args(arguments)


@pytest.mark.parametrize(("page", "brief"), BRIEFS)
def test_every_brief_is_read_without_a_remark(page: str, brief: str) -> None:
    assert read_text(brief).problems == ()


def test_the_plan_in_the_tutorial_has_the_one_conflict_that_it_tells_of(tmp_path: Path) -> None:
    file = tmp_path / "norway-visit.yaml"
    file.write_text(max((brief for page, brief in BRIEFS if page == "tutorial.md"), key=len), encoding="utf-8")
    done = briefterm("check", str(tmp_path))
    assert done.out.count("\n") == 1
    assert "Jakaya Otieno is at `Talks`" in done.out
    assert briefterm("fmt", "--check", str(file)).status == 0


def test_the_next_visit_in_the_tutorial_has_each_of_its_dates_named(tmp_path: Path) -> None:
    old = max((brief for page, brief in BRIEFS if page == "tutorial.md"), key=len)
    (tmp_path / "norway-visit.yaml").write_text(old.replace("T11:00/11:30", "T11:20/11:30"), encoding="utf-8")
    (step,) = (fence for fence in SHELL.findall(text_of("tutorial.md")) if "new --from" in fence)
    copied, checked, compared = (shlex.split(line)[1:] for line in step.splitlines())
    file = tmp_path / Path(copied[-1]).name
    assert briefterm(*copied[:-1], file, "--library", tmp_path).status == 0
    said = briefterm(*checked, "--library", tmp_path).out
    empty = [
        number for number, line in enumerate(file.read_text().splitlines(), 1) if re.search(r"(date|when):  #", line)
    ]
    assert len(empty) == 8
    for number in empty:
        assert re.search(rf"^{re.escape(str(file))}:{number}:\d+: warning: ", said, re.MULTILINE), number
    assert briefterm(*compared, "--library", tmp_path).status in (0, 1)


def test_every_sign_has_its_line() -> None:
    assert all(f"| `{sign}` | {says} |\n" in text_of("reading.md") for sign, says in SIGNS)


def test_what_the_readme_searches_for_is_found() -> None:
    queries = re.findall(r"^briefterm search ('[^']+'|\S+)", text_of("README.md"), re.MULTILINE)
    assert queries
    for query in queries:
        assert briefterm("search", *shlex.split(query), "--library", shipped_briefs()).status == 0


def test_the_readme_and_the_site_name_every_page() -> None:
    for page in PAGES.keys() - {"README.md"}:
        assert page == "index.md" or f"(docs/{page})" in text_of("README.md")
        assert f": {page}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
