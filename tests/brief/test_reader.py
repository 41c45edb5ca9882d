from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.fields import AGENDA, BRIEF, OFFICIAL, SOURCE, TIMELINE
from briefterm.brief.reader import read
from briefterm.brief.safe import safe_text
from briefterm.brief.tree import Limits
from tests.support import TALKS, brief_of, problems_of, read_text, sound, texts_in, the_problem


def test_only_a_title_is_required() -> None:
    brief = sound("title: Talks\n")
    assert (brief.title, brief.id) == ("Talks", "folder/name")


def test_short_forms_are_read() -> None:
    brief = sound(
        "title: T\nofficials:\n  - Rajnath Singh, Defence Minister (IN)\n  - Lloyd Austin, Defence Secretary (US)\n"
        "agenda:\n  - Regional issues\n  - US: Hardware\ntimeline:\n  - 2018: First dialogue\n"
        "sources:\n  - ani: Unnamed sources\nsections:\n  Press lines: None yet.\n"
    )
    assert [(o.name, o.title, o.country) for o in brief.officials] == [
        ("Rajnath Singh", "Defence Minister", "IN"),
        ("Lloyd Austin", "Defence Secretary", "US"),
    ]
    assert [(item.topic, item.by) for item in brief.agenda] == [("Regional issues", ""), ("Hardware", "US")]
    assert [(event.event, event.date.shown if event.date else "") for event in brief.timeline] == [
        ("First dialogue", "2018")
    ]
    assert (brief.sources[0].id, brief.sources[0].name) == ("ani", "Unnamed sources")
    assert (brief.sections[0].heading, brief.sections[0].text) == ("Press lines", "None yet.")


@pytest.mark.parametrize("value", ["NO", "1.10", "10:30", "2018", "true", "null", "0x1F", "1_000", "~x", "<<"])
def test_yamls_own_types_are_never_applied(value: str) -> None:
    assert brief_of(f"title: {value}\n").title == value


def test_a_key_may_be_a_year_and_a_country_norway() -> None:
    brief = sound("title: T\ncountries: [NO, India, The Gambia]\ntimeline: [2018: A]\n")
    assert brief.countries == ("NO", "IN", "GM")
    assert brief.timeline[0].date is not None


@pytest.mark.parametrize(
    ("reference", "index"),
    [("singh", 0), ("Singh", 0), ("Rajnath Singh", 0), ("LLOYD", 1), ("Austin Lloyd", 1), ("Raj", 0)],
)
def test_people_are_referred_to_by_id_name_alias_or_part(reference: str, index: int) -> None:
    brief = sound(
        "title: T\nofficials:\n  - {id: singh, name: Rajnath Singh, aliases: [Raj]}\n  - Lloyd Austin\n"
        f"agenda:\n  - {{topic: A, who: [{reference}]}}\n"
    )
    assert brief.agenda[0].who[0].index == index


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: T\n", "1:1: warning: titel: unknown field `titel`; did you mean `title`?"),
        ("title: T\ndate: 2023-02-30\n", "2:7: warning: date: `2023-02-30` does not exist; Feb 2023 has 28 days"),
        ("title: T\ntitle: U\n", "2:1: warning: title: `title` stands on line 1 already"),
        ("title: T\ntimezone: Asia/Calcuta\n", "did you mean `Asia/Calcutta`?"),
        ("title: T\nstatus: finnal\n", "2:9: warning: status: `finnal` is not known here; did you mean `final`?"),
        (
            "title: T\nagenda: [{topic: A, who: [Nobody]}]\n",
            "agenda[0].who: nothing in `officials` answers to `Nobody`",
        ),
        ("title: T\nofficials: [Ann Lee, Bo Lee]\nagenda: [{topic: A, who: [lee]}]\n", "may be Ann Lee or Bo Lee"),
        ("title: T\ntimeline: [Talks]\n", "2:12: warning: timeline[0].date: the entry has no date"),
        ("title: T\nbrief: 2\n", "format version 2 is newer than 1"),
        ("title: T\n--- \ntitle: U\n", "a second document begins here"),
        ("title: T\nofficials: [{id: a, name: A}, {id: a, name: B}]\n", "`a` is the id of the entry on line 2 too"),
        ("title: T\nofficials: [{id: a, name: A},\n  {id: a, name: B}]\n", "`a` is the id of the entry on line 2 too"),
        ("title: T\ntimeline: [{id: a, event: E, after: a}]\n", "cannot come after itself"),
        ("title: {a: b}\n", "found a mapping where one text belongs"),
        ("title: T\nofficials: [{name: A, rank: first}]\n", "`first` is no whole number"),
    ],
)
def test_every_slip_is_reported_with_its_place_and_remedy(text: str, said: str) -> None:
    assert any(said in problem for problem in problems_of(text)), problems_of(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "found nothing where a brief begins"),
        ("# only a comment\n", "found nothing where a brief begins"),
        ("just text\n", "found a single text"),
        ("- a\n", "found a list"),
        ("a: [b\n", "1:4: error: yaml:"),
        ("a: b: c\n", "1:5: error: yaml: a second `: `"),
        ("\ta: b\n", "1:1: error: yaml: a tab cannot begin a value"),
        ("kind: visit\n", "1:1: error: title: a brief needs a title"),
    ],
)
def test_what_is_no_brief_is_an_error(text: str, said: str) -> None:
    reading = read_text(text)
    assert reading.errors == 1
    assert any(said in problem for problem in problems_of(text)), problems_of(text)


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    found = problems_of("title: T\ncolour: red\ndate: never\nofficials:\n  - {title: Minister}\n")
    assert [problem.partition(":")[0] for problem in found] == ["2", "3", "5"]


def test_a_bad_field_never_hides_the_rest() -> None:
    brief = brief_of("title: T\ndate: [[1], {a: b}]\nofficials: {x: [1, [2]]}\nagenda:\n  - topic: Kept\n")
    assert brief.agenda[0].topic == "Kept"


@pytest.mark.parametrize("value", ["null", "true", "17", "[a, b]", "[[a], [b]]", "{a: b}", "{a: {b: [c]}}", "''", "~"])
@pytest.mark.parametrize("field", [known.name for known in BRIEF.fields if known.name != "title"])
def test_any_field_may_hold_anything(field: str, value: str) -> None:
    assert brief_of(f"title: T\n{field}: {value}\n").title == "T"


@pytest.mark.parametrize("value", ["null", "17", "[a, b]", "[[a]]", "{a: {b: [c]}}"])
@pytest.mark.parametrize("table", [OFFICIAL, AGENDA, TIMELINE, SOURCE], ids=lambda table: table.name)
def test_any_field_of_an_entry_may_hold_anything(table: object, value: str) -> None:
    from briefterm.brief.fields import Table

    assert isinstance(table, Table)
    for known in table.fields:
        brief_of(f"title: T\n{table.name}:\n  - {{{known.name}: {value}, x-other: 1}}\n")


def test_own_fields_are_kept_in_silence() -> None:
    brief = sound("title: T\nx-desk: {phone: '12', seats: [a, b]}\n")
    assert brief.extra[0].name == "x-desk"
    assert "phone: 12" in brief.extra[0].text


def test_clock_times_take_the_zone_of_the_brief() -> None:
    brief = sound("title: T\ntimeline: [{date: '2023-11-08T09:30', event: E}]\ntimezone: Asia/Kolkata\n")
    when = brief.timeline[0].date
    assert when is not None
    assert when.zone == "Asia/Kolkata"
    instants = when.instants()
    assert instants is not None
    assert instants[0].isoformat() == "2023-11-08T04:00:00+00:00"


def test_the_timeline_is_in_order_of_time_then_of_the_file() -> None:
    brief = sound(
        "title: T\ntimeline:\n  - 2023: C\n  - 2018: A\n  - {event: B, after: a1}\n"
        "  - {id: a1, date: 2019, event: A1}\n  - ../2020: Open\n"
    )
    assert [brief.timeline[i].event for i in brief.chronology] == ["Open", "A", "A1", "B", "C"]


def test_a_circle_of_entries_is_shown_once_each() -> None:
    brief = brief_of("title: T\ntimeline: [{id: a, event: A, after: b}, {id: b, event: B, after: a}]\n")
    assert sorted(brief.chronology) == [0, 1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"title: caf\xe9", "byte 0xE9 at offset 10"),
        ("title: x".encode("utf-16")[2:], "UTF-16 or UTF-32 without a byte-order mark"),
        (b"[" * 50_000, "nested more than 24 levels deep"),
        (b"a: &a [x]\n" + b"b: [" + b"*a, " * 300 + b"]", "more than 200 aliases"),
        (b"title: T\nx-a: [" + b"a," * 60_000 + b"]", "more than 50,000 values"),
        (b"x" * (5 * 1024 * 1024), "the limit is 1,048,576"),
    ],
)
def test_limits_hold_before_anything_is_built(data: bytes, said: str) -> None:
    reading = read(data, "x")
    assert reading.brief is None
    assert said in reading.problems[0].message


def test_an_alias_bomb_is_defused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    reading = read(("title: T\n" + "\n".join(lines)).encode(), "x")
    assert reading.brief is None
    assert "more than 50,000 values" in reading.problems[0].message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_are_read(encoding: str) -> None:
    reading = read("title: Kovačevski 岸田\n".encode(encoding), "x")
    assert reading.brief is not None
    assert reading.brief.title == "Kovačevski 岸田"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: &co Partners", "&co Partners"),
        ("title: !important Talks", "!important Talks"),
        ("title: !!python/object/apply:os.system x", "x"),
        ("title: *nobody", "*nobody"),
    ],
)
def test_yamls_marks_by_accident_are_given_back_with_a_warning(text: str, title: str) -> None:
    reading = read_text(text)
    assert reading.brief is not None
    assert reading.brief.title == title
    assert reading.warnings == 1


def no_control_in(text: str) -> bool:
    return text == safe_text(text) and not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in text)


@given(st.text(max_size=200))
def test_no_control_character_gets_through(text: str) -> None:
    import json

    reading = read_text(f"title: T\nsummary: {json.dumps(text)}\nofficials: [{json.dumps(text)}]\n")
    if reading.brief is not None:
        assert all(no_control_in(found) for found in texts_in(reading.brief))
    assert all(no_control_in(problem.message) for problem in reading.problems)


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(data: bytes) -> None:
    reading = read(data, "x")
    assert reading.brief is not None or reading.errors


@given(st.lists(st.tuples(st.integers(0, len(TALKS)), st.text(max_size=6)), max_size=6))
def test_a_brief_with_any_slips_of_the_pen_can_be_read(slips: list[tuple[int, str]]) -> None:
    text = TALKS
    for at, put in slips:
        text = text[:at] + put + text[at + 1 :]
    reading = read(text.encode("utf-8", "surrogatepass"), "x", Limits())
    assert reading.brief is not None or reading.errors


def test_positions_name_line_and_column() -> None:
    assert the_problem("title: T\nagenda:\n  - topic: A\n    when: soon\n").startswith("4:11: warning: agenda[0].when:")


def test_a_place_may_be_a_text_or_its_parts() -> None:
    assert sound("title: T\nplace: New Delhi\n").place.shown == "New Delhi"  # type: ignore[union-attr]
    parts = sound("title: T\nplace: {venue: Hall 2, city: Delhi, country: India}\n").place
    assert parts is not None
    assert (parts.shown, parts.written) == ("Hall 2, Delhi, India", "Hall 2, Delhi, IN")


def test_a_set_of_dates_is_a_list() -> None:
    when = sound("title: T\ntimeline: [{date: [2023-06, 2023-09], event: E}]\n").timeline[0].date
    assert when is not None
    assert when.shown == "Jun and Sep 2023"
    assert not when.overlaps(date(2023, 7, 1), date(2023, 8, 31))
