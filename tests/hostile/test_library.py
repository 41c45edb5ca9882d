import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefterm.archive import Archive
from briefterm.library.files import READ_LIMIT, read_file, walk
from briefterm.library.library import Library, read_stamped
from tests.hostile.case import Case
from tests.hostile.corpus import corpus
from tests.hostile.disk import SOUND, lay
from tests.hostile.outside import BYTES, commands, lay_corpus, leaked_by_command, leaked_on_screen, looked_through
from tests.hostile.unsafe import unsafe_in
from tests.support import texts_in

_ALL_OF = ("accidents", "encodings", "references", "aliases", "nesting")
_EVERY = 12
_LARGE = 50_000  # bytes: what is larger is tried alone, under limits


def _open_files() -> int:
    """How many files this process has open, 0 where the system does not say."""
    listed = Path("/proc/self/fd")
    return len(list(listed.iterdir())) if listed.exists() else 0


def some() -> Iterator[tuple[str, Case]]:
    """Every case of small themes, and every twelfth of the large ones, whose cases are combinations."""
    for number, (theme, case) in enumerate(corpus()):
        if (theme in _ALL_OF or number % _EVERY == 0) and len(case.data()) < _LARGE:
            yield theme, case


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    folder = tmp_path_factory.mktemp("hostile") / "library"
    count, _ = lay_corpus(folder, some())
    return folder, count


def test_all_are_listed_and_the_sound_ones_open_and_are_found(hostile: tuple[Path, int]) -> None:
    folder, count = hostile
    archive = Archive.of(folder)
    progress = archive.refresh(lambda _: None)
    assert (progress.total, progress.indexed) == (count, count)
    catalogue = archive.catalogue()
    entries = catalogue.page(0, count + 1)
    catalogue.close()
    assert len(entries) == count
    assert all(entry.title and not unsafe_in(f"{entry.title}{entry.problem}") for entry in entries)
    finder = archive.finder()
    found = {hit.path for hit in finder.search("quokka", limit=count).hits}
    finder.close()
    assert {"0-first.yaml", "m/middle.yaml", "zz-last.yml"} <= found
    assert archive.library.read("0-first.yaml").problems == ()
    assert archive.refresh(lambda _: None).changed == 0


def test_commands_print_neither_control_bytes_nor_tracebacks(hostile: tuple[Path, int]) -> None:
    statuses = {}
    for name, status, out, err in commands(hostile[0]):
        assert b"Traceback" not in err, err[-2000:]
        assert leaked_by_command(out) + leaked_by_command(err) == b"", name
        statuses[name] = status
    assert statuses == {
        "index": 0,
        "check": 1,
        "check --json": 1,
        "search": 0,
        "search --json": 0,
        "search of controls": 0,
    }


def test_what_is_asked_for_at_the_command_line_is_no_more_trusted(tmp_path: Path) -> None:
    from tests.hostile.outside import ran

    name = b"\x1b]0;owned\x07\xff\xc2\x9b\xe2\x80\xae"
    for arguments, status in (
        ((b"check", name), 2),
        ((b"check", b"a" * 300), 1),
        ((b"search", name, b"--" + name), 2),
        ((b"search", b"x", b"--library", name), 2),
        ((b"index", b"--library", b"~nobody-of-this-name"), 2),
        ((b"~nobody-of-this-name",), 2),
        ((name,), 2),
        ((b"search", name, b"--json", b"--library", os.fsencode(tmp_path)), 1),
    ):
        ended, out, err = ran(*arguments)
        assert (ended, b"Traceback" in err, leaked_by_command(out + err)) == (status, False, b""), (arguments, err)


def test_no_byte_of_theirs_reaches_the_terminal(tmp_path: Path) -> None:
    everywhere = [(theme, case) for theme, case in corpus() if case.name.endswith("-everywhere")]
    prose = [(theme, case) for theme, case in corpus() if case.name in ("entity-x202e", "link-14-60-104-21")]
    cases = everywhere[::3] + prose
    lay_corpus(tmp_path / "library", cases, things=False)
    for name in (b"\x1b]0;owned\x07", b"\xc2\x9b2J", b"line\nfeed", b"\xff\xfe", "\u202egpj".encode()):
        (tmp_path / "library" / os.fsdecode(name + b".yaml")).write_bytes(b"title: [never closed")
    written = looked_through(tmp_path / "library", len(cases) + 8)
    seen = [sequence for sequence in BYTES if sequence[0] == "\x1b" and f"␛{sequence[1:5]}".encode() in written]
    assert len(seen) >= 3
    assert "␛]0;owned␇.yaml".encode() in written
    assert leaked_on_screen(written) == b""


def test_a_leak_would_be_noticed() -> None:
    own = b"\x1b[?1049h\x1b[1;31mtext\x1b[0m \xe2\x90\x9b]0;owned\r\n\x1b]22;default\x07"
    assert leaked_on_screen(own) == b""
    for sequence in BYTES:
        if sequence != "sound\rowned":  # Textual writes CR too
            assert leaked_on_screen(own + sequence.encode()) != b"", sequence
            assert leaked_by_command(sequence.encode()) != b"", sequence


def test_things_on_disk_are_listed_with_what_they_are(tmp_path: Path) -> None:
    things = {os.fsdecode(thing.name): thing for thing in lay(tmp_path)}
    before = _open_files()
    stamps = {stamp.path: stamp for stamp in walk(tmp_path)}
    assert set(things) | {"/".join(["d"] * 100) + "/deep.yaml"} == set(stamps)
    for path, thing in things.items():
        reading = read_stamped(tmp_path / path, stamps[path])
        again = Library(tmp_path).read(path)
        said = [problem.at("") for problem in reading.problems]
        assert (reading.brief is None) == (again.brief is None) == bool(thing.says), (path, said)
        assert not thing.says or any(thing.says in message for message in said), (path, said)
        assert not any(unsafe_in(text) for text in texts_in(reading.brief)), path
    assert _open_files() == before


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_what_cannot_be_read_is_said_and_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    (tmp_path / "a.yaml").write_bytes(SOUND)
    (tmp_path / "b.yaml").write_bytes(SOUND)
    (tmp_path / "closed").mkdir()
    opened, listed = os.open, os.scandir

    def refuse(path: str | Path, *rest: int) -> int:
        if os.fspath(path).endswith("a.yaml"):
            raise error
        return opened(path, *rest)

    def hide(path: str) -> object:
        if path.endswith("closed"):
            raise error
        return listed(path)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "scandir", hide)
    stamps = {stamp.path: stamp for stamp in walk(tmp_path)}
    assert set(stamps) == {"a.yaml", "b.yaml", "closed"}
    said = {path: [p.at(path) for p in read_stamped(tmp_path / path, stamp).problems] for path, stamp in stamps.items()}
    assert said["b.yaml"] == []
    assert "the file cannot be read" in said["a.yaml"][0]
    assert "this folder cannot be read; check its permissions" in said["closed"][0]


def test_a_file_that_vanishes_between_listing_and_reading_is_said_to_be_gone(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(SOUND)
    (stamp,) = walk(tmp_path)
    (tmp_path / "a.yaml").unlink()
    (problem,) = read_stamped(tmp_path / "a.yaml", stamp).problems
    assert "it was deleted, moved or renamed" in problem.message
    (tmp_path / "a.yaml").mkdir()
    assert read_stamped(tmp_path / "a.yaml", stamp).brief is None
    (tmp_path / "a.yaml").rmdir()
    os.mkfifo(tmp_path / "a.yaml")
    assert read_stamped(tmp_path / "a.yaml", stamp).brief is None


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"title: Old\n")
    read, changes = os.read, iter([b"title: New\nplace: Delhi\n"])

    def interrupted(descriptor: int, length: int) -> bytes:
        part = read(descriptor, length)
        if part and (new := next(changes, b"")):
            file.write_bytes(new)
        return part

    monkeypatch.setattr(os, "read", interrupted)
    assert read_file(file) == b"title: New\nplace: Delhi\n"


def test_a_file_that_never_stops_changing_is_read_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(SOUND)
    done = threading.Event()

    def write() -> None:
        with file.open("ab") as log:
            while not done.is_set():
                log.write(b"# more\n" * 100)
                log.flush()
                if log.tell() > 4 * READ_LIMIT:
                    log.truncate(len(SOUND))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(50):
            assert len(read_file(file)) <= READ_LIMIT
            assert Library(tmp_path).read("a.yaml").problems is not None
    finally:
        done.set()
        writer.join()
