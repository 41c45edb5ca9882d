import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.safe import control_in, safe_json, safe_line, safe_text
from tests.hostile.unsafe import unsafe_in


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a    b"),
        ("a\r\nb\rc", "a\nb␍c"),
        ("\x1b[31m", "␛[31m"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202eb", "a\ufffdb"),
        ("a\u034fb", "ab"),
        ("岸\U000e0100田", "岸田"),
        ("\u3164", ""),
        ("क्\u200dष", "क्\u200dष"),
        ("\U0001ffff", "\ufffd"),
    ],
)
def test_each_unsafe_character_has_its_stand_in(text: str, shown: str) -> None:
    assert safe_text(text) == shown


@pytest.mark.parametrize("text", [" ", "\u200d", "\u200e\u200f", "\u2800", "\u3164 \ufe0f", "\n\n", "\xa0"])
def test_a_line_of_nothing_that_can_be_seen_is_none(text: str) -> None:
    assert safe_line(text) == ""


def test_what_is_only_dropped_is_no_control_character() -> None:
    assert control_in("a\xadb\u200bc\td\r") == ""
    assert control_in("a\u202eb") == "\u202e"


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_comes_out_is_safe_and_stays_as_it_is(text: str) -> None:
    safe = safe_text(text)
    assert unsafe_in(safe) == ""
    assert safe_text(safe) == safe


@given(st.text())
def test_json_is_safe_and_means_the_same(text: str) -> None:
    written = safe_json(json.dumps([text], ensure_ascii=False))
    assert unsafe_in(written) == ""
    assert json.loads(written) == [text]
