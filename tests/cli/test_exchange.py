"""`show`, `export` and `import` as a person or a script runs them."""

import json
import os
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from briefterm.archive import Archive
from briefterm.brief.reader import read
from briefterm.exchange.formats import OUT
from briefterm.personal.notebook import note_on
from briefterm.personal.notes import Draft
from tests.brief.briefs import without_lines
from tests.exchange.test_calendars import VISIT
from tests.support import ROOT, TALKS, briefterm, run_python, sound, write_library


def test_show_prints_the_brief_of_an_id_in_reading_order(library: Path) -> None:
    done = briefterm("show", "talks", "--library", library)
    lines = done.out.splitlines()
    assert (done.status, done.err) == (0, "")
    assert lines[0] == lines[-1] == "TLP:AMBER, 1 source"
    order = ["Coastal Security Talks", "OFFICIALS", "AGENDA", "TIMELINE", "BACKGROUND", "SOURCES"]
    assert [lines.index(heading) for heading in order] == sorted(lines.index(heading) for heading in order)
    assert max(map(len, lines)) <= 80


def test_show_reads_a_path_as_it_is(library: Path) -> None:
    done = briefterm("show", library / "2022" / "visit.yaml", "--json")
    assert (done.status, done.err) == (0, "")
    assert (done.json["id"], done.json["place"], done.json["officials"][0]["country"]) == ("visit", "Nairobi", "KE")


def test_show_finds_what_was_added_since(library: Path) -> None:
    briefterm("index", "--library", library)
    write_library(library, {"new.yaml": "id: fresh/one\ntitle: Fresh\n"})
    assert briefterm("show", "fresh/one", "--library", library, "--json").json["title"] == "Fresh"


def test_show_never_imports_textual(library: Path) -> None:
    done = run_python(
        "-c",
        "import sys\nfrom briefterm.cli import run\n"
        f"run(['show', 'talks', '--library', {str(library)!r}])\n"
        "print('textual' in sys.modules, 'icalendar' in sys.modules)",
    )
    assert done.out.splitlines()[-1] == "False False"


@pytest.mark.parametrize("paged", [True, False])
def test_a_long_brief_is_paged_on_a_terminal(paged: bool, library: Path) -> None:
    import pty

    points = "".join(f"  - Question {number}\n" for number in range(60 if paged else 2))
    file = write_library(library, {"long.yaml": f"title: Long\nopen_questions:\n{points}"}) / "long.yaml"
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "briefterm", "show", file],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PAGER": "sed s/^/paged:/", "LINES": "24", "COLUMNS": "80"},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
    os.close(ours)
    assert process.wait(60) == 0
    assert b"Question 1" in seen
    assert (b"paged:" in seen) is paged


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["show", "talk"], 2, "no id in"),
        (["show", "./nowhere.yaml"], 2, "`./nowhere.yaml` is no file and no id"),
        (["show", "torn"], 1, "torn.yaml:1:8: error: yaml:"),
        (["show"], 2, "see `briefterm show --help`"),
        (["export", "talks"], 2, "--to"),
        (["export", "talks", "--to", "md", "-o", "no/out.pdf"], 2, "no/out.pdf is named as pdf, but --to says md"),
        (["export", "talks", "-o", "no/out.txt"], 2, "which format? write `--to md`"),
        (["export", "talks", "--to", "odt"], 2, "odt"),
        (["export", "talks", "2022/visit", "--to", "md", "-o", "-"], 2, "name a folder with `-o DIR`"),
        (["export", "people/amina", "--to", "ics"], 1, "people/amina has not a date precise enough for a calendar"),
        (["export", "people/amina", "--to", "vcf"], 1, "people/amina has not an official"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(arguments: list[str], status: int, said: str, library: Path) -> None:
    done = briefterm(*arguments, BRIEFTERM_LIBRARY=str(library))
    assert (done.status, done.out) == (status, "")
    assert said in done.err
    assert done.err.startswith("briefterm: ")
    assert "Traceback" not in done.err


def test_two_briefs_of_one_id_are_named_by_path(library: Path) -> None:
    write_library(library, {"a.yaml": "id: same\ntitle: A\n", "b.yaml": "id: same\ntitle: B\n"})
    done = briefterm("show", "same", "--library", library)
    assert done.status == 2
    assert "`same` is the id of a.yaml and b.yaml; name the file" in done.err


def test_one_text_goes_to_stdout(library: Path) -> None:
    done = briefterm("export", "talks", "--to", "md", "--library", library)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("**TLP:AMBER")


def test_what_is_left_out_is_told_on_stderr(tmp_path: Path) -> None:
    file = write_library(tmp_path, {"visit.yaml": VISIT}) / "visit.yaml"
    done = briefterm("export", file, "--to", "ics")
    assert done.status == 0
    assert len(Calendar.from_ical(done.out).events) == 6
    assert done.err == (
        "briefterm: 2023/visit: left out: 3 dates too vague for a calendar; 1 item without a date; officials\n"
    )


def run_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefterm", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_several_become_flat_files_of_the_current_folder(library: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    done = run_in(here, "export", "talks", "2022/visit", "--to", "json", "--library", str(library))
    assert (done.returncode, done.stdout) == (0, "")
    assert sorted(file.name for file in here.iterdir()) == ["2022--visit.json", "talks.json"]
    assert json.loads((here / "2022--visit.json").read_text())["id"] == "2022/visit"


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_document_becomes_a_file(form: str, library: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    assert run_in(here, "export", "talks", "--to", form, "--library", str(library)).returncode == 0
    (file,) = here.iterdir()
    assert file.name == f"talks.{form}"
    assert file.read_bytes().startswith(b"%PDF" if form == "pdf" else b"PK")


def test_the_suffix_says_the_format_and_what_was_written_is_said(library: Path, tmp_path: Path) -> None:
    page = tmp_path / "visit.HTM"
    done = briefterm("export", "talks", "-o", page, "--library", library)
    assert (done.status, done.out, done.err) == (0, "", f"{page} written\n")
    assert page.read_text().startswith("<!DOCTYPE html>")
    text = tmp_path / "visit.txt"
    assert briefterm("export", "talks", "--to", "md", "-o", text, "--library", library).status == 0
    assert text.read_text().startswith("**TLP:AMBER")


def test_an_existing_file_is_left_alone_without_force(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.md"
    target.write_text("mine")
    done = briefterm("export", "talks", "--to", "md", "-o", target, "--library", library)
    assert done.status == 1
    assert f"{target} exists already; give --force to replace it" in done.err
    assert target.read_text() == "mine"
    assert briefterm("export", "talks", "--to", "md", "-o", target, "--library", library, "--force").status == 0
    assert "Coastal" in target.read_text()


def test_one_in_the_way_does_not_hold_up_the_others(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "talks.md").write_text("mine")
    done = briefterm("export", "talks", "nobody", "2022/visit", "--to", "md", "-o", out, "--library", library)
    assert done.status == 1
    assert done.err.count("\n") == 3
    assert f"{out / '2022--visit.md'} written\n" in done.err
    assert (out / "talks.md").read_text() == "mine"
    assert (out / "2022--visit.md").exists()


def test_an_export_never_leaves_the_folder_named(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"evil.yaml": "id: ../../../evil\ntitle: E\n"})
    out = tmp_path / "a" / "b" / "out"
    out.mkdir(parents=True)
    kept = tmp_path / "kept"
    kept.write_text("mine")
    (out / "link.md").symlink_to(kept)
    write_library(library, {"link.yaml": "title: L\n"})
    done = briefterm("export", library / "evil.yaml", library / "link.yaml", "--to", "md", "-o", out, "--force")
    assert done.status == 1
    assert "link.md exists already" in done.err
    assert kept.read_text() == "mine"
    assert sorted(file.name for file in out.iterdir()) == ["evil.md", "link.md"]
    assert not list(tmp_path.glob("*.md"))
    assert not list((tmp_path / "a").glob("*.md"))


def test_a_missing_package_is_named(library: Path) -> None:
    for form, package in (("docx", "docx"), ("pdf", "fpdf")):
        done = run_python(
            "-c",
            f"import sys\nsys.modules[{package!r}] = None\nimport importlib.util as u\nfound = u.find_spec\n"
            f"u.find_spec = lambda name, *a: None if name == {package!r} else found(name, *a)\n"
            "from briefterm.cli import run\n"
            f"sys.exit(run(['export', 'talks', '--to', {form!r}, '--library', {str(library)!r}]))",
        )
        assert done.status == 2
        assert f"{form} needs more packages: `{sys.executable} -m pip install " in done.err


def test_import_prints_one_brief(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,title,country\nRajnath Singh,Defence Minister,India\n")
    done = briefterm("import", file)
    assert (done.status, done.err) == (0, "")
    assert done.out == "title: people\nofficials:\n  - Rajnath Singh, Defence Minister (IN)\n"


def test_json_out_and_in_is_the_same_brief(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", {"talks.yaml": TALKS})
    shown = tmp_path / "shown.json"
    shown.write_text(briefterm("show", library / "talks.yaml", "--json").out)
    done = briefterm("import", shown)
    assert done.err == ""
    again = read(done.out.encode(), "other").brief
    assert without_lines(again) == without_lines(read(TALKS.encode(), "talks").brief)


def test_several_files_become_briefs_in_a_folder_and_none_is_replaced(tmp_path: Path) -> None:
    card = tmp_path / "ann.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ann Lee\nGENDER:F\nEND:VCARD\n")
    post = tmp_path / "post.md"
    post.write_text("---\ntitel: x\n---\n# Post\nText\n")
    folder = tmp_path / "new"
    done = briefterm("import", card, post, "-o", folder)
    assert (done.status, done.out) == (0, "")
    assert sound((folder / "ann.yaml").read_text()).officials[0].name == "Ann Lee"
    assert (folder / "post.yaml").exists()
    assert f"briefterm: {card}: not carried: 1 GENDER line" in done.err
    assert "titel: unknown field `titel`; did you mean `title`?" in done.err
    (folder / "ann.yaml").write_text("title: mine\n")
    again = briefterm("import", card, "-o", folder)
    assert again.status == 1
    assert "exists already and is left as it is" in again.err
    assert (folder / "ann.yaml").read_text() == "title: mine\n"


def test_import_reads_stdin(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefterm", "import", "-"],
        input=b'{"title": "T", "id": "a/b"}',
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == b"title: T\nid: a/b\n"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["import"], 2, "see `briefterm import --help`"),
        (["import", "/nowhere.ics"], 1, "/nowhere.ics: cannot be read (no such file or directory)"),
        (["import", "/dev/null", "--from", "json"], 1, "/dev/null: cannot be read"),
        (["import", f"{ROOT}/README.md", "--from", "ics"], 1, "iCalendar"),
        (["import", f"{ROOT}/LICENSE"], 1, "say `--from`"),
        (["import", f"{ROOT}/README.md", "-o", f"{ROOT}/README.md"], 2, "is not a folder"),
    ],
)
def test_what_cannot_be_imported_is_said_in_a_line(arguments: list[str], status: int, said: str) -> None:
    done = briefterm(*arguments)
    assert (done.status, done.out) == (status, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_control_characters_in_names_and_text_never_reach_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[31m.json"
    file.write_text('{"title": "T\\u001b[31m", "kolor\\u001b": "x"}')
    done = briefterm("import", file)
    assert done.status == 0
    assert "\x1b" not in done.out + done.err
    assert "kolor" in done.err


MINE = "the blue folder"


@pytest.fixture
def annotated(library: Path) -> Path:
    """The library after a note was written on a topic of it and another ticked off."""
    archive = Archive.of(library)
    archive.refresh(lambda _: None)
    brief = archive.library.read("talks.yaml").brief
    assert brief is not None
    now = datetime(2023, 11, 9, 14, 5)
    archive.notebook.keep(Draft.of(note_on(brief, "agenda", 1, (), now)).with_text(f"Bring {MINE}."), now)
    archive.ticks.tick(brief, 0, now)
    return library


def words_of(data: bytes, form: str) -> str:
    if form == "docx":
        return "".join(ZipFile(BytesIO(data)).read("word/document.xml").decode())
    if form == "pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())
    return data.decode()


@pytest.mark.parametrize("form", list(OUT))
def test_nothing_of_the_readers_own_goes_out_unasked(form: str, annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out.{form}"
    done = briefterm("export", "talks", "--library", annotated, "--to", form, "-o", out)
    assert done.status == 0
    words = words_of(out.read_bytes(), form)
    assert MINE not in words
    assert "14:05" not in words
    assert "cannot carry" not in done.err


@pytest.mark.parametrize("form", list(OUT))
def test_the_read_out_has_notes_and_ticks_or_says_that_it_cannot(form: str, annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out.{form}"
    done = briefterm("export", "talks", "--library", annotated, "--to", form, "-o", out, "--with-notes")
    assert done.status == 0
    words = words_of(out.read_bytes(), form)
    carried = OUT[form].document
    assert (MINE in words) is carried
    assert ("9 Nov 2023 14:05" in words) is carried
    assert (f"1 note and 1 tick, which {form} cannot carry" in done.err) is not carried


def test_show_has_them_where_they_are_asked_for(annotated: Path) -> None:
    plain = briefterm("show", "talks", "--library", annotated)
    asked = briefterm("show", "talks", "--library", annotated, "--with-notes")
    assert MINE not in plain.out
    assert f"Bring {MINE}." in asked.out
    assert "Done: 9 Nov 2023 14:05" in asked.out
    assert "with the reader's notes" in asked.out.splitlines()[0]
    values = briefterm("show", "talks", "--library", annotated, "--with-notes", "--json")
    assert MINE not in values.out
    assert "1 note and 1 tick, which JSON cannot carry" in values.err


def test_notes_go_with_a_brief_named_by_its_path(annotated: Path) -> None:
    done = briefterm("show", annotated / "talks.yaml", "--library", annotated, "--with-notes")
    assert MINE in done.out
