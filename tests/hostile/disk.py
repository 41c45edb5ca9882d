"""Things on disk that have a brief's name, and names that no brief should have."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SOUND = b"title: Sound\nsummary: quokka\n"
_FAR = 2**63  # nanoseconds: in the year 2262
_ESC = b"\x1b]0;owned\x07"


@dataclass(frozen=True)
class Thing:
    """Something in a library: how it is made at a path, and what is said of it, empty where it opens in silence."""

    name: bytes
    why: str
    make: Callable[[bytes], None]
    says: str = ""


def lay(folder: Path) -> list[Thing]:
    """Make all of them in `folder`, and return them."""
    made = [*_odd_things(folder), *_odd_names(), *_odd_times()]
    for thing in made:
        thing.make(os.path.join(os.fsencode(folder), thing.name))  # noqa: PTH118 - names that are no text
    _links_and_depths(folder)
    return made


def _odd_things(folder: Path) -> list[Thing]:
    inside = os.fsencode(folder)
    nowhere, target = "this link leads nowhere; remove it or repair it", inside + b"/target of links"
    Path(os.fsdecode(target)).write_bytes(SOUND.replace(b"Sound", b"Linked"))
    odd = "this is a pipe, socket or device, not a file; a brief is a plain file"
    things = [
        Thing(b"folder.yaml", "a folder", os.mkdir, "this is a folder, not a file; a brief is a plain file"),
        Thing(b"pipe.yaml", "reading it would wait for ever", os.mkfifo, odd),
        Thing(b"socket.yaml", "it cannot be opened", lambda path: os.mknod(path, 0o600 | stat.S_IFSOCK), odd),
        Thing(b"null.yaml", "a device without end", _link(b"/dev/null"), odd),
        Thing(b"zero.yaml", "a device without end", _link(b"/dev/zero"), odd),
        Thing(b"terminal.yaml", "opening it could take over the terminal", _link(b"/dev/tty"), odd),
        Thing(b"master.yaml", "opening it would make a terminal", _link(b"/dev/ptmx"), odd),
        Thing(b"linked-pipe.yaml", "a link to a pipe", _link(inside + b"/pipe.yaml"), odd),
        Thing(b"dangling.yaml", "a link to nothing", _link(b"nothing here"), nowhere),
        Thing(b"loop.yaml", "a link to itself", _link(b"loop.yaml"), nowhere),
        Thing(b"there.yaml", "two links to each other", _link(b"back.yaml"), nowhere),
        Thing(b"back.yaml", "two links to each other", _link(b"there.yaml"), nowhere),
        Thing(b"through.yaml", "a link through a file", _link(target + b"/x.yaml"), nowhere),
        Thing(b"endless.yaml", "a name too long to follow", _link(b"a" * 1000), nowhere),
        Thing(b"linked.yaml", "a link to a file", _link(target)),
        Thing(b"sparse.yaml", "a terabyte of nothing", _sparse, "the file is too large for a brief"),
        Thing(b"empty.yaml", "no bytes", _write(b""), "found nothing where a brief begins"),
    ]
    if Path("/proc/self/mem").exists():
        things.append(Thing(b"memory.yaml", "our own memory", _link(b"/proc/self/mem"), "the file cannot be read"))
    return things


def _odd_names() -> list[Thing]:
    names = {
        b"line\nfeed.yaml": "a line of output becomes two",
        b"return\rowned.yaml": "the start of a line is overwritten",
        _ESC + b".yaml": "a title for the terminal's window",
        b"\x1b[2J.yaml": "a cleared screen",
        b"\xc2\x9b2J.yaml": "the same in one character",
        "\u202egpj.yaml".encode(): "a reversed name",
        b"caf\xe9.yaml": "bytes of Latin-1",
        b"\xff\xfe\x80.yaml": "bytes of nothing",
        b"\xed\xa0\x80.yaml": "a surrogate",
        b"tab\there.yaml": "a tab",
        b" .yaml": "a space",
        "\u200b.yaml".encode(): "nothing that can be seen",
        b"-rf.yaml": "an option",
        b"--json.yaml": "an option",
        b"~.yaml": "a home",
        b"a:1:1: error: brief: owned.yaml": "a message",
        b"[red]x[.yaml": "markup",
        b"[@click=app.quit]x.yaml": "markup that acts",
        b"%s{0}$(id).yaml": "formats",
        b"'\"`\\.yaml": "quotes",
        b"a" * 250 + b".yaml": "as long as a name may be",
        "é".encode() * 125 + b".yml": "the same in two bytes a letter",
        b"x.yaml.yaml": "two suffixes",
    }
    return [Thing(name, why, _write(SOUND)) for name, why in names.items()]


def _odd_times() -> list[Thing]:
    def at(nanoseconds: int) -> Callable[[bytes], None]:
        def make(path: bytes) -> None:
            _write(SOUND)(path)
            os.utime(path, ns=(nanoseconds, nanoseconds))

        return make

    return [
        Thing(b"2262.yaml", "more nanoseconds than 63 bits hold", at(_FAR)),
        Thing(b"2400.yaml", "and more", at(_FAR + 10**18 * 4)),
        Thing(b"1969.yaml", "before the epoch", at(-1)),
        Thing(b"1901.yaml", "as far back as file systems go", at(-(2**31) * 10**9)),
    ]


def _links_and_depths(folder: Path) -> None:
    (folder / "round").symlink_to(folder)
    (folder / "up").symlink_to(folder.parent)
    (folder / "everything").symlink_to("/")
    (folder / "spin").symlink_to("spin")
    deep = folder.joinpath(*["d"] * 100)
    deep.mkdir(parents=True)
    (deep / "deep.yaml").write_bytes(SOUND)
    (deep / "round").symlink_to(folder / "d")


def _write(data: bytes) -> Callable[[bytes], None]:
    def make(path: bytes) -> None:
        Path(os.fsdecode(path)).write_bytes(data)

    return make


def _link(target: bytes) -> Callable[[bytes], None]:
    return lambda path: Path(os.fsdecode(path)).symlink_to(os.fsdecode(target))


def _sparse(path: bytes) -> None:
    with Path(os.fsdecode(path)).open("wb") as file:
        file.truncate(2**40)
