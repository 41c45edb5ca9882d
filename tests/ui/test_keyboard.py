from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from briefterm.ui.keyboard import Keyboard

BEGIN, END = "\x1b[200~", "\x1b[201~"


def read(typed: bytes, size: int) -> list[object]:
    """What comes of `typed`, read `size` bytes at a time: pasted texts, and the names of keys."""
    keyboard, parser = Keyboard(), XTermParser()
    chunks = [typed[at : at + size] for at in range(0, len(typed), size)]
    texts = [*map(keyboard.decode, chunks), keyboard.decode(b"", final=True)]
    events = [event for text in texts if text for event in parser.feed(text)]
    events += parser.feed("")
    return [
        (event.text,) if isinstance(event, Paste) else event.key for event in events if isinstance(event, (Key, Paste))
    ]


@given(
    st.lists(
        st.sampled_from(["\x1b", "[", "A", "2", "0", "1", "~", "q", "é", "\x1bOP", "\x1b[20", "\x1b[200~"]), max_size=40
    ).map("".join),
    st.integers(1, 64),
)
def test_nothing_pasted_presses_a_key(pasted: str, size: int) -> None:
    pasted = pasted.replace(END, "")
    came = read(f"j{BEGIN}{pasted}{END}k".encode(), size)
    shown = pasted.replace("\x1b", "␛")
    assert came == ["j", (shown,), "k"]


def test_an_end_within_a_paste_was_pasted() -> None:
    assert read(f"{BEGIN}minister{END}q{END}k".encode(), 4096) == [("minister␛[201~q",), "k"]


def test_keys_are_read_as_ever() -> None:
    assert read("\x1b[A\x1b[B/é\x1b".encode(), 4096) == ["up", "down", "slash", "é", "escape"]


def test_a_byte_that_is_no_text_ends_nothing() -> None:
    assert read(b"a\xffb", 1) == ["a", "replacement_character", "b"]
