"""The canonical layout: nothing but layout changes, whatever the file."""

from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.canonical import canonical, ensure_same
from briefterm.brief.comments import remarks
from briefterm.brief.reader import read
from briefterm.brief.roundtrip import CannotKeepError
from briefterm.paths import shipped_briefs

UNTIDY = """\
# Head of the file
---
title:   Coastal Talks    # said so
date: 2023-11-10
version: 1.10
timezone: "Asia/Kolkata"
countries: [NO,  IN]
officials:
# host
- Rajnath Singh, Defence Minister (IN)        # by precedence
-   id: austin
    name: 'Lloyd Austin'



- US: {title: Deputy,country: US}
agenda:
      - topic: >-
          Radar
          pictures
        points: [a, b]···

timeline:
- 2018: First
# after
background: |
   Two navies.···

     - one
# tail
""".replace("·", " ")
TIDY = """\
# Head of the file
title: Coastal Talks      # said so
date: 2023-11-10
version: 1.10
timezone: "Asia/Kolkata"
countries: [NO, IN]
officials:
  # host
  - Rajnath Singh, Defence Minister (IN)      # by precedence
  - id: austin
    name: 'Lloyd Austin'

  - US: {title: Deputy, country: US}
agenda:
  - topic: >-
      Radar
      pictures
    points: [a, b]

timeline:
  - 2018: First
# after
background: |
  Two navies.···

    - one
# tail
""".replace("·", " ")


def formatted(text: str) -> str:
    return canonical(text.encode())


def said(text: str) -> Any:
    """Return all that a text says as a brief: its model without the lines it came from."""
    return without_lines(read(text.encode(), "brief").brief)


def without_lines(value: Any) -> Any:
    if isinstance(value, tuple):
        return [without_lines(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        names = [part.name for part in fields(value) if part.name not in ("line", "lines")]
        return {name: without_lines(getattr(value, name)) for name in names}
    return value


def comments(text: str) -> list[tuple[str, int]]:
    return [(comment.text, comment.before) for comment in remarks(text).comments]


def test_one_layout() -> None:
    assert formatted(UNTIDY) == TIDY
    assert formatted(TIDY) == TIDY


@pytest.mark.parametrize("file", sorted(shipped_briefs().glob("*.yaml")), ids=lambda file: file.stem)
def test_the_shipped_briefs_are_in_it(file: Any) -> None:
    assert canonical(file.read_bytes()) == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title: T\ntags: [a, # first\n  b]\n", "line 2: the comment `# first` would be lost or moved"),
        ("title: T\n...\n# after the end\n", "line 3: the comment `# after the end` would be lost or moved"),
        ("title: T\ntitle: U\n", 'line 2: found duplicate key "title"'),
        ("title: [never closed\n", "line 1: "),
        ("title: T\n---\ntitle: U\n", "line 2: "),
        ("- a\n- b\n", "line 1: found a list where a brief begins"),
        ("title: T\nagenda:\n      - |-\n         x\n\n        # under\n      - y\n", "line 3: the value would change"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_line(text: str, why: str) -> None:
    with pytest.raises(CannotKeepError) as refused:
        formatted(text)
    assert str(refused.value).startswith(why)


@pytest.mark.parametrize("text", ["title: T\r\nnote: |\r\n  a\r\n  b\r\n", "\ufefftitle: T\nnote: |\n  a\n  b\n"])
def test_line_ends_and_byte_order_marks_are_one_way(text: str) -> None:
    assert formatted(text) == "title: T\nnote: |\n  a\n  b\n"


@pytest.mark.parametrize("text", ["title: T\nnote: a ---\n", "title: T\nnote: |\n  a\n  ---\n  b\n"])
def test_a_mark_that_begins_no_document_stays(text: str) -> None:
    assert formatted(text) == text


def test_a_comment_that_moved_is_noticed() -> None:
    with pytest.raises(CannotKeepError):
        ensure_same("a: 1 # x\nb: 2\n", "a: 1\nb: 2 # x\n")
    with pytest.raises(CannotKeepError):
        ensure_same("a: 1 # x\n", "a: 1\n")
    with pytest.raises(CannotKeepError):
        ensure_same("a: 1\n", "a: '1 '\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 'x # y' # z\n", [("# z", 2)]),
        ("a: x#y\n", []),
        ("a: | # head\n  # text\n# tail\n", [("# head", 2), ("# tail", 2)]),
        ("#\na: [b, # c\n  d]\n", [("#", 0), ("# c", 2)]),
        ('a: "\n  # no\n  "  # yes', [("# yes", 2)]),
        ("é: ü # ö\nb: c # d", [("# ö", 2), ("# d", 4)]),
    ],
)
def test_comments_are_told_from_values(text: str, expected: list[tuple[str, int]]) -> None:
    assert comments(text) == expected


WORDS = st.sampled_from(
    ["Singh", "visit", "2023-11-10", "NO", "1.10", "10:30", "a: b", "# x", "Ü", "", " ", "~", "- a", "!x"]
)
REMARK = st.sampled_from(["", "", "", " # why", "    # far off", "\n# below", "\n\n\n    # indented", "\n"])


@st.composite
def values(draw: st.DrawFn, indent: str, depth: int) -> str:
    """A value as it follows `key:` or `-`, in any style."""
    remark = draw(REMARK)
    word = draw(WORDS)
    style = draw(st.sampled_from("'\"|>{[-:" if depth else "'\"|>{["))
    inner = indent + draw(st.sampled_from([" ", "  ", "    "]))
    quoted = "'" + word.replace("'", "''") + "'"
    match style:
        case "|" | ">":
            head = draw(st.sampled_from(["", "-", "+"]))
            return f" {style}{head}\n{inner}{draw(WORDS).strip() or 'x'}\n{inner}{word.strip() or 'y'}"
        case "{":
            return f" {{a:  {quoted},b: x}}{remark}"
        case "[":
            return f" [{quoted} ,x]{remark}"
        case "-":
            items = draw(st.lists(values(inner + "  ", depth - 1), min_size=1, max_size=3))
            return remark + "".join(f"\n{inner}-{item}" for item in items)
        case ":":
            found = draw(st.lists(values(inner, depth - 1), min_size=1, max_size=3))
            return remark + "".join(f"\n{inner}k{number}:{item}" for number, item in enumerate(found))
        case "'":
            return f" {quoted}{remark}"
        case _:
            return f" plain {draw(st.sampled_from(['', 'text', 'a very long text ' * 12]))}{remark}"


@st.composite
def texts(draw: st.DrawFn) -> str:
    keys = draw(st.lists(st.sampled_from(["note", "x-a", "officials", "agenda", "tags", "summary"]), unique=True))
    lines = [f"{key}:{draw(values('', 2))}" for key in keys]
    return "title: T\n" + "\n".join(lines) + "\n"


@given(texts())
def test_formatting_twice_is_formatting_once_and_changes_no_meaning(text: str) -> None:
    try:
        result = formatted(text)
    except CannotKeepError:
        return
    assert formatted(result) == result
    assert said(result) == said(text)
    assert comments(result) == comments(text)


@given(texts())
def test_what_has_no_comments_is_never_refused(text: str) -> None:
    if comments(text) or read(text.encode(), "brief").errors:
        return
    assert said(formatted(text)) == said(text)
