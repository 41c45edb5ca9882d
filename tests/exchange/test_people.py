"""People out and in: vCard by the standards' own examples, tables as people make them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from briefterm.brief.model import Brief
from briefterm.brief.reader import read, read_values
from briefterm.brief.safe import safe_line, safe_text
from briefterm.exchange.draft import Draft, UnreadError
from briefterm.exchange.readers import csv, vcf
from briefterm.exchange.writers import vcf as writer
from briefterm.exchange.writers.text import plain_prose
from briefterm.paths import shipped_briefs
from tests.brief.briefs import briefs, texts
from tests.exchange.hostile import ATTACK, hostile

# After RFC 2426, section 7, and RFC 6350, section 8: the authors' own cards.
CARDS = """\
BEGIN:vCard\r
VERSION:3.0\r
FN:Frank Dawson\r
ORG:Lotus Development Corporation\r
ADR;TYPE=WORK,POSTAL,PARCEL:;;6544 Battleford Drive\r
 ;Raleigh;NC;27613-3502;U.S.A.\r
TEL;TYPE=VOICE,MSG,WORK:+1-919-676-9515\r
EMAIL;TYPE=INTERNET,PREF:Frank_Dawson@Lotus.com\r
URL:http://home.earthlink.net/~fdawson\r
END:vCard\r
BEGIN:VCARD\r
VERSION:4.0\r
FN:Simon Perreault\r
N:Perreault;Simon;;;ing. jr,M.Sc.\r
BDAY:--0203\r
GENDER:M\r
LANG;PREF=1:fr\r
ORG;TYPE=work:Viagenie;Research\\; Development\r
TITLE;ALTID=1;LANGUAGE=en:Engineer\r
NICKNAME:Si,Simon\\, the first\r
item1.TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102\r
NOTE:One\\nTwo\\, and *three*\r
PHOTO:data:image/png;base64,AAAA\r
END:VCARD\r
"""


def made_of(draft: Draft) -> Brief:
    brief = read_values(draft.values, "made").brief
    assert brief is not None
    return brief


def test_cards_of_both_versions_are_read() -> None:
    (draft,) = vcf.read(CARDS.encode(), "people")
    frank, simon = made_of(draft).officials
    assert draft.values["title"] == "people"
    assert (frank.name, frank.org) == ("Frank Dawson", "Lotus Development Corporation")
    assert {extra.name: extra.text for extra in frank.extra} == {
        "x-address": "6544 Battleford Drive, Raleigh, NC, 27613-3502, U.S.A.",
        "x-tel": "+1-919-676-9515",
        "x-email": "Frank_Dawson@Lotus.com",
        "x-url": "http://home.earthlink.net/~fdawson",
    }
    assert (simon.title, simon.org) == ("Engineer", "Viagenie, Research; Development")
    assert simon.aliases == ("Si", "Simon, the first")
    assert plain_prose(simon.note) == "One\nTwo, and *three*"
    assert ("x-tel", "tel:+1-418-656-9254;ext=102") in [(extra.name, extra.text) for extra in simon.extra]
    assert draft.lost == ("1 GENDER line", "1 PHOTO line")


def test_one_card_is_a_brief_on_one_person() -> None:
    (draft,) = vcf.read(b"BEGIN:VCARD\nVERSION:3.0\nN:Annan;Kofi;Atta;Mr.;GCMG\nTEL;HOME:+1\nEND:VCARD\n", "x")
    brief = made_of(draft)
    assert (brief.title, brief.kind) == ("Mr. Kofi Atta Annan GCMG", "bio")
    assert brief.officials[0].name == brief.title


def test_what_is_no_person_is_told() -> None:
    text = "BEGIN:VCARD\nFN:Group\nKIND:group\nEND:VCARD\nBEGIN:VCARD\nTITLE:x\nEND:VCARD\njunk\nBEGIN:VCARD\nFN:A\n"
    (draft,) = vcf.read(text.encode(), "x")
    assert [person.name for person in made_of(draft).officials] == ["A"]
    assert draft.lost == (
        "1 line no vCard has",
        "1 card without an end",
        "1 card of a group",
        "1 card without a name",
    )


@pytest.mark.parametrize("data", [b"", b"FN:A", b"\x00\x00\x00\x41", b"BEGIN:VCALENDAR"])
def test_what_holds_no_card_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadError):
        vcf.read(data, "x")


def test_cards_carry_what_an_address_book_can_hold() -> None:
    brief = read((shipped_briefs() / "india-us-2plus2-2023.yaml").read_bytes(), "x").brief
    assert brief is not None
    written = writer.write(brief)
    assert written.left_out == ("agenda", "timeline", "summary", "background", "open questions")
    again = made_of(vcf.read(written.data, "x")[0])
    kept = [
        (person.name, person.title, person.org, person.country, person.side, person.aliases)
        for person in brief.officials
    ]
    assert [
        (person.name, person.title, person.org, person.country, person.side, person.aliases)
        for person in again.officials
    ] == kept
    for person in again.officials:
        assert "TLP:CLEAR, as of 8 Nov 2023, version 1" in plain_prose(person.note)
        assert "[1] News report of 8 November 2023" in plain_prose(person.note)


def test_cards_are_as_the_standard_has_them() -> None:
    data = writer.write(hostile()).data
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert (lines[0], lines[1], lines[-2]) == (b"BEGIN:VCARD", b"VERSION:4.0", b"END:VCARD")
    unfolded = data.decode().replace("\r\n ", "").split("\r\n")
    names = [Contentline(line).parts()[0] for line in unfolded if line]  # type: ignore[no-untyped-call]
    assert names == ["BEGIN", "VERSION", "PRODID", "KIND", "UID", "FN", "TITLE", "ORG", "NOTE", "NICKNAME", "END"]


def test_ids_of_cards_stay() -> None:
    first, second = (writer.write(hostile()).data for _ in range(2))
    assert first == second


@given(briefs())
def test_people_come_back_from_their_cards(brief: Brief) -> None:
    written = writer.write(brief)
    if not written.data:
        return
    again = made_of(vcf.read(written.data, "x")[0]).officials
    wanted = [(person.name, person.title, person.role, person.org, person.say) for person in brief.officials]
    assert [(person.name, person.title, person.role, person.org, person.say) for person in again] == wanted


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "BEGIN:VCARD",
                "END:VCARD",
                "FN:A",
                "FN;:",
                "N:;;;;",
                "N:a\\",
                "ORG:;;",
                "KIND:",
                "NICKNAME:,\\,,",
                "TEL:" + "9" * 500,
            ]
        ),
        texts,
    ),
    max_size=12,
)


@given(_LINES)
def test_nothing_in_a_card_raises(lines: list[str]) -> None:
    data = "\n".join(["BEGIN:VCARD", "VERSION:4.0", *lines]).encode("utf-8", "replace")
    made_of(vcf.read(data, "name")[0])


TABLE = """\
Full Name;Position;Ministry;E-mail;Nationality;Also known as;Remarks;Favourite colour
"Lee; Ann";Envoy;=HYPERLINK("http://evil");ann@example.org;India;Annie; Tall *and* kind;+red
Bø Ek;Minister;-2+3;;Norway;;;@SUM(A1)
;;;;;;no name;
"""


def test_a_table_of_people_is_read() -> None:
    (draft,) = csv.read(TABLE.encode("utf-8-sig"), "guests")
    brief = made_of(draft)
    ann, bo = brief.officials
    assert brief.title == "guests"
    assert (ann.name, ann.title, ann.country, ann.aliases) == ("Lee; Ann", "Envoy", "IN", ("Annie",))
    assert plain_prose(ann.note) == "Tall *and* kind"
    assert {extra.name: extra.text for extra in ann.extra} == {
        "x-email": "ann@example.org",
        "x-favourite-colour": "+red",
    }
    assert (bo.name, bo.country) == ("Bø Ek", "NO")
    assert draft.lost == ("1 row without a name",)


def test_a_formula_in_a_cell_stays_text() -> None:
    import yaml

    from briefterm.brief.emit import emit

    written = yaml.safe_load(emit(made_of(csv.read(TABLE.encode(), "x")[0])))
    ann, bo = written["officials"]
    assert (ann["org"], bo["org"], bo["x-favourite-colour"]) == ('=HYPERLINK("http://evil")', "-2+3", "@SUM(A1)")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_separator_will_do(mark: str) -> None:
    text = f"First name{mark}Last name{mark}Rank\r\nAnn{mark}Lee{mark}1\r\n"
    (person,) = made_of(csv.read(text.encode(), "x")[0]).officials
    assert (person.name, person.rank) == ("Ann Lee", 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "empty"), (b"colour,size\nred,1\n", "no column of the table holds names"), (b"name\n\x93x\n", "UTF-8")],
)
def test_what_is_no_table_of_people_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadError, match=said):
        csv.read(data, "x")


@given(st.lists(st.lists(texts, max_size=4).map(",".join), max_size=6).map("\n".join))
def test_nothing_in_a_table_raises(text: str) -> None:
    try:
        (draft,) = csv.read(f"name,title\n{text}".encode("utf-8", "replace"), "x")
    except UnreadError:
        return
    made_of(draft)


@given(st.lists(texts, max_size=4).map("\n".join))
def test_plain_text_reads_the_same_as_markdown(written: str) -> None:
    from briefterm.exchange.readers.plain_text import markdown_of

    shown = plain_prose(markdown_of(written))
    words = [" ".join(line.split()) for line in safe_text(written).split("\n") if line.strip()]
    assert [safe_line(line) for line in shown.split("\n") if line.strip()] == words


def test_hostile_text_comes_back_from_a_card() -> None:
    (person,) = made_of(vcf.read(writer.write(hostile()).data, "x")[0]).officials
    assert (person.name, person.title, person.org) == (ATTACK, ATTACK, ATTACK)
