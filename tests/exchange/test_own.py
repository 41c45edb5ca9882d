"""Notes and ticks are set out at their items, in documents alone, and only where they are given."""

from io import BytesIO

import pytest
from docx import Document

from briefterm.exchange.formats import OUT, write
from briefterm.exchange.own import EDITION, WHOLE, Own, Remark
from tests.exchange.test_documents import DOCUMENTS, STAMP, said
from tests.support import TALKS, brief_of

BRIEF = brief_of(TALKS)
OWN = Own(
    {
        ("officials", 0): (Remark("Prefers *green* tea"),),
        ("agenda", 1): (Remark("Two crates agreed.\nDeliver by May.", "9 Nov 2023, 14:20"),),
        ("timeline", 0): (Remark("It was in Kochi."),),
        WHOLE: (Remark("Write to the ministry."), Remark("Ask again.", "9 Nov 2023, 15:00", "Fishing rights")),
    },
    {0: "9 Nov 2023, 14:05"},
    (("Pilotage", "9 Nov 2023, 14:30"),),
)
PHRASES = (
    "Prefers green tea", "Done", "9 Nov 2023, 14:05", "9 Nov 2023, 14:20", "Two crates agreed.", "Deliver by May.",
    "It was in Kochi.", "Write to the ministry.", "It was on: Fishing rights", "Ask again.",
    "Done, and no longer on the agenda", "Pilotage: 9 Nov 2023, 14:30",
)  # fmt: skip


def head_of(document: bytes) -> str:
    """Return the head of the pages of a Word document."""
    return str(Document(BytesIO(document)).sections[0].header.paragraphs[0].text)


@pytest.mark.parametrize("form", [*DOCUMENTS, "text"])
def test_a_document_says_them_at_their_items(form: str) -> None:
    words = said(BRIEF, form, OWN)
    places = [words.find(phrase) for phrase in PHRASES]
    assert -1 not in places
    assert EDITION in (words if form != "docx" else head_of(write(BRIEF, form, STAMP, OWN).data))
    last = {phrase: words.rfind(phrase) for phrase in PHRASES}
    order = [
        "Prefers green tea",
        "9 Nov 2023, 14:05",
        "Two crates agreed.",
        "It was in Kochi.",
        "Write to the ministry.",
    ]
    assert [last[phrase] for phrase in order] == sorted(last[phrase] for phrase in order)
    assert words.rfind("Rajnath Singh", 0, last["Prefers green tea"]) > 0
    assert words.rfind("Spare parts", 0, last["Two crates agreed."]) > last["9 Nov 2023, 14:05"]


@pytest.mark.parametrize("form", [*DOCUMENTS, "text"])
def test_without_them_a_document_is_what_it_was(form: str) -> None:
    words = said(BRIEF, form)
    assert EDITION not in words
    assert not [phrase for phrase in PHRASES if phrase in words]


@pytest.mark.parametrize("form", sorted(set(OUT) - set(DOCUMENTS)))
def test_what_cannot_carry_them_says_so(form: str) -> None:
    plain, asked = (write(BRIEF, form, STAMP, own) for own in (Own(), OWN))
    assert asked.data == plain.data
    assert asked.left_out == (*plain.left_out, f"5 notes and 2 ticks, which {form} cannot carry")


def test_the_lines_of_a_note_stay_lines() -> None:
    page = write(BRIEF, "md", STAMP, OWN).data.decode()
    assert "Two crates agreed.\\\nDeliver by May." in page


def test_markup_in_a_note_is_as_harmless_as_in_a_brief() -> None:
    own = Own({WHOLE: (Remark("<script>alert(1)</script> [x](javascript:alert(1))"),)})
    page = write(BRIEF, "html", STAMP, own).data.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
