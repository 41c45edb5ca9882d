"""Markdown and JSON on their way in, and how a file's format is guessed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.model import Brief
from briefterm.brief.reader import read_values
from briefterm.exchange.draft import Draft, UnreadError
from briefterm.exchange.readers import json as json_reader
from briefterm.exchange.readers import md
from briefterm.exchange.reading import IN, guess, read
from briefterm.exchange.writers import json as json_writer
from tests.brief.briefs import briefs, texts, without_lines

POST = """\
---
title: Post
date: 2024-01-02
tags: [a]
layout: post
id: posts/one
---
# Heading

Intro *here*.

## Press

None yet.

```
## no heading
```

## Protocol
Flags.
"""


def made_of(draft: Draft) -> Brief:
    brief = read_values(draft.values, "made").brief
    assert brief is not None
    return brief


def test_front_matter_is_the_fields_and_headings_the_sections() -> None:
    brief = made_of(md.read(POST.encode(), "x")[0])
    assert (brief.title, brief.id, brief.tags) == ("Post", "posts/one", ("a",))
    assert brief.date is not None
    assert brief.date.written == "2024-01-02"
    assert brief.background == "Intro *here*."
    assert [section.heading for section in brief.sections] == ["Press", "Protocol"]
    assert "## no heading" in brief.sections[0].text
    assert [extra.name for extra in brief.extra] == ["layout"]


@pytest.mark.parametrize(
    ("text", "title", "background"),
    [
        ("# T\nText\n", "T", "Text"),
        ("Text only\n", "name", "Text only"),
        ("T\n=\n\nText\n", "T", "Text"),
        ("Before\n\n# Not a title\n", "name", "Before\n\n# Not a title"),
        ("---\ndate: 2024\n---\nText\n", "name", "Text"),
        ("---\n---\nText\n", "name", "Text"),
        ("---\r\ntitle: T\r\n---\r\nText\r\n", "T", "Text"),
        ("", "name", ""),
    ],
)
def test_titles_are_found_where_they_stand(text: str, title: str, background: str) -> None:
    brief = made_of(md.read(text.encode(), "name")[0])
    assert (brief.title, brief.background) == (title, background)


def test_broken_front_matter_is_told_and_the_text_kept() -> None:
    (draft,) = md.read(b"---\na: [b\n---\nText\n", "name")
    assert made_of(draft).background == "Text"
    assert draft.lost[0].startswith("the front matter (line 2: ")


@given(st.lists(texts, max_size=6).map("\n".join))
def test_nothing_in_markdown_raises(text: str) -> None:
    for front in ("", "---\n", "---\ntitle: x\n---\n"):
        made_of(md.read(f"{front}{text}".encode("utf-8", "replace"), "name")[0])


@given(briefs())
def test_our_json_loses_nothing(brief: Brief) -> None:
    written = json_writer.write(brief)
    (draft,) = json_reader.read(written.encode(), "x")
    again = made_of(draft)
    assert without_lines(again) == without_lines(brief)
    assert json_writer.write(again) == written


def test_a_list_of_briefs_is_several() -> None:
    drafts = json_reader.read(b'[{"title": "A"}, {"title": "B", "date": 2018}]', "x")
    assert [made_of(draft).title for draft in drafts] == ["A", "B"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "line 1, column 2: this is no JSON"),
        (b"[]", "there are 0 briefs"),
        (b"{}", "no brief"),
        (b"[1]", "no brief"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"title": "x", "a": NaN', "this is no JSON"),
    ],
)
def test_what_is_no_brief_in_json_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadError, match=said):
        json_reader.read(data, "x")


_ANY = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["officials", "date", "agenda", "place", "sections", "x"]), _ANY))
def test_any_json_with_a_title_is_a_brief(values: dict[str, object]) -> None:
    made_of(json_reader.read(json.dumps({"title": "T", **values}).encode(), "x")[0])


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"BEGIN:VCALENDAR\r\n", "x", "ics"),
        (b"\xef\xbb\xbfbegin:vcard\n", "x.txt", "vcf"),
        (b'{"title": "x"}', "x", "json"),
        (b"---\ntitle: x\n---\n", "x", "md"),
        (b"[link](x)", "x.md", "md"),
        (b"a;b", "x.CSV", "csv"),
        (b"a\tb", "x.tsv", "csv"),
    ],
)
def test_the_format_is_guessed(data: bytes, name: str, form: str) -> None:
    assert guess(data, name) == form


def test_what_cannot_be_guessed_is_asked_for() -> None:
    with pytest.raises(UnreadError, match="say `--from`"):
        guess(b"hello", "x.txt")


@given(st.sampled_from(sorted(IN)), st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(form: str, data: bytes) -> None:
    try:
        drafts = read(data, form, "name")
    except UnreadError as error:
        assert str(error)
        return
    for draft in drafts:
        made_of(draft)
