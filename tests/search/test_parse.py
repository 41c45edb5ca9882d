from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.locales import Locale
from briefterm.search import panes
from briefterm.search.parse import Order, parse
from briefterm.search.query import And, Dates, Everything, Not, Or, Phrase, Query, Word

TODAY = date(2023, 11, 9)  # a Thursday


def meant(text: str, *, typing: bool = False, **saved: str) -> Query:
    return parse(text, typing=typing, today=TODAY, saved=saved).query


def notes(text: str, **saved: str) -> tuple[str, ...]:
    return parse(text, today=TODAY, saved=saved).notes


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Everything()),
        ("treaty", Word("treaty")),
        ("Treaty OF", And((Word("treaty"), Word("of")))),
        ('"new delhi"', Phrase(("new", "delhi"))),
        ('"delhi"', Word("delhi", exact=True)),
        ("a OR b", Or((Word("a"), Word("b")))),
        ("a b OR c", Or((And((Word("a"), Word("b"))), Word("c")))),
        ("a (b OR c)", And((Word("a"), Or((Word("b"), Word("c")))))),
        ("a AND b", And((Word("a"), Word("b")))),
        ("NOT a", Not(Word("a"))),
        ("a -b", And((Word("a"), Not(Word("b"))))),
        ("a NOT (b c)", And((Word("a"), Not(And((Word("b"), Word("c"))))))),
        ("-(a OR b)", Not(Or((Word("a"), Word("b"))))),
        ("min*", Word("min", prefix=True)),
        ("word~", Word("word", edits=1)),
        ("word~2", Word("word", edits=2)),
        ("title:radar", Word("radar", panes=panes.TITLE)),
        ("WHO:lavrov", Word("lavrov", panes=panes.OFFICIALS)),
        ("topic:(a OR b)", Or((Word("a", panes=panes.AGENDA), Word("b", panes=panes.AGENDA)))),
        ('person:"lloyd austin"', Phrase(("lloyd", "austin"), panes=panes.OFFICIALS)),
        ("country:NO", Word("no", exact=True, label="country")),
        ("country:norway", Word("no", exact=True, label="country")),
        ('country:"the united states"', Word("us", exact=True, label="country")),
        ("country:Turkiye", Word("tr", exact=True, label="country")),
        ("kind:visit", Word("visit", label="kind")),
        ("date: 2023", Dates(date(2023, 1, 1), date(2023, 12, 31))),
        ("event:1961-06-03", Dates(date(1961, 6, 3), date(1961, 6, 3), events=True)),
        ("event:treaty", Word("treaty", panes=panes.TIMELINE)),
        ("OR", Word("or")),
        ("NOT", Word("not")),
        ("in no is who", And((Word("in"), Word("no"), Word("is"), Word("who")))),
        ("2+2", Word("2+2")),
        ("@mine x", And((Or((Word("a"), Word("b"))), Word("x")))),
    ],
)
def test_what_is_typed_means(text: str, query: Query) -> None:
    assert meant(text, mine="a OR b") == query
    assert notes(text, mine="a OR b") == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("date:2023-11", "2023-11-01", "2023-11-30"),
        ("date:2023-11-09", "2023-11-09", "2023-11-09"),
        ("date:1874/1876", "1874-01-01", "1876-12-31"),
        ("date:1874..1876", "1874-01-01", "1876-12-31"),
        ("date:..1870", "0001-01-01", "1870-12-31"),
        ("date:1870..", "1870-01-01", "9999-12-31"),
        ("date:>1870", "1871-01-01", "9999-12-31"),
        ("date:<=1870", "0001-01-01", "1870-12-31"),
        ("before:1870", "0001-01-01", "1869-12-31"),
        ("after:1870-05", "1870-06-01", "9999-12-31"),
        ("date:[1945-02-01 TO 1945-02-28]", "1945-02-01", "1945-02-28"),
        ("date:[1945-02-28 TO 1945-02-01]", "1945-02-01", "1945-02-28"),
        ("date:{* TO 1945}", "0001-01-01", "1945-12-31"),
        ("date:196X", "1960-01-01", "1969-12-31"),
        ("date:today", "2023-11-09", "2023-11-09"),
        ("date:yesterday", "2023-11-08", "2023-11-08"),
        ("date:this-week", "2023-11-06", "2023-11-12"),
        ("date:last-week", "2023-10-30", "2023-11-05"),
        ("date:next-month", "2023-12-01", "2023-12-31"),
        ("date:this-year", "2023-01-01", "2023-12-31"),
        ("date:last-decade", "2010-01-01", "2019-12-31"),
        ("date:6 Jun 2011", "2011-06-06", "2011-06-06"),
        ("date: 14 June 2017", "2017-06-14", "2017-06-14"),
        ('date:"6 Jun 2011"', "2011-06-06", "2011-06-06"),
        ("date:June 6, 2011", "2011-06-06", "2011-06-06"),
        ("date:Mon 6th Sept. 2011", "2011-09-06", "2011-09-06"),
        ("date:jun 2011", "2011-06-01", "2011-06-30"),
        ('date:"6 Jun 2011..8 June 2011"', "2011-06-06", "2011-06-08"),
        ("date:6.6.2011", "2011-06-06", "2011-06-06"),
        ("date:12/11/2024", "2024-11-12", "2024-11-12"),
        ("date:12/31/2024", "2024-12-31", "2024-12-31"),
        ("date:1-2-2024..3-2-2024", "2024-02-01", "2024-02-03"),
        ("before:2 Jan 2011", "0001-01-01", "2011-01-01"),
    ],
)
def test_dates(text: str, first: str, last: str) -> None:
    assert meant(text) == Dates(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "query", "note"),
    [
        ("modi date:", Word("modi"), "date: is not finished"),
        ("modi date:20", Word("modi"), "date: is not finished"),
        ("date:2023-1", Dates(date(2023, 1, 1), date(2023, 12, 31)), "date: is not finished"),
        ("date:[1945 TO", Dates(date(1945, 1, 1), date(1945, 12, 31)), "date: is not finished"),
        ("date:1945/", Dates(date(1945, 1, 1), date(1945, 12, 31)), "date: is not finished"),
        ("a OR", Word("a"), "OR is not finished"),
        ("a title:", Word("a"), "title: is not finished"),
        ("agneda:radar", Phrase(("agneda", "radar")), "there is no field agneda: · did you mean agenda:"),
        ("sort:size a", Word("a"), "sort: knows date, oldest, title and relevance, not size"),
        ("word~9", Word("word", edits=2), "~ allows 2 other letters at most"),
        ("@gone", Word("gone"), "there is no saved search @gone"),
    ],
)
def test_what_is_odd_is_read_plainly_and_said(text: str, query: Query, note: str) -> None:
    assert meant(text) == query
    assert notes(text) == (note,)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("date:6 Jun 2011 navy", And((Dates(date(2011, 6, 6), date(2011, 6, 6)), Word("navy")))),
        ("-date:6 Jun 2011 navy", And((Not(Dates(date(2011, 6, 6), date(2011, 6, 6))), Word("navy")))),
        ("event:3 June 1961", Dates(date(1961, 6, 3), date(1961, 6, 3), events=True)),
        ("event:march", Word("march", panes=panes.TIMELINE)),
        ("event:march 20", And((Word("march", panes=panes.TIMELINE), Word("20")))),
        ("date:2011 may", And((Dates(date(2011, 1, 1), date(2011, 12, 31)), Word("may")))),
        ("6 Jun", And((Word("6"), Word("jun")))),
    ],
)
def test_the_words_of_a_date_after_its_field_are_one(text: str, query: Query) -> None:
    assert meant(text) == query
    assert notes(text) == ()


def test_a_date_among_words_is_looked_for_together_first_then_as_a_date_then_word_by_word() -> None:
    together = Or(tuple(Phrase(tuple(form.split())) for form in (
        "6 jun 2011", "6 june 2011", "june 6 2011", "jun 6 2011", "2011 06 06"
    )))  # fmt: skip
    day = date(2011, 6, 6)
    said = Or((together, Dates(day, day), And((Word("6"), Word("jun"), Word("2011")))), ranked=True)
    assert meant("6 Jun 2011") == said
    assert meant("navy 6 Jun 2011 -talks") == And((Word("navy"), said, Not(Word("talks"))))
    assert meant("NOT 6 Jun 2011") == Not(said)
    month = meant("June 2011")
    assert isinstance(month, Or)
    assert month.parts[1] == Dates(date(2011, 6, 1), date(2011, 6, 30))
    within = meant("title:(6 Jun 2011)")
    assert isinstance(within, Or)
    assert not any(isinstance(part, Dates) for part in within.parts)


@pytest.mark.parametrize(
    ("locale", "text", "first", "last"),
    [
        ("fr", 'date:"10 novembre 2023"', "2023-11-10", "2023-11-10"),
        ("fr", "date:1 août 2023", "2023-08-01", "2023-08-01"),
        ("fr", "date:aout 2023", "2023-08-01", "2023-08-31"),
        ("fr", "date:10 nov. 2023", "2023-11-10", "2023-11-10"),
        ("fr", "date:10 November 2023", "2023-11-10", "2023-11-10"),
        ("fr", 'date:"3 juin 2023..8 juil. 2023"', "2023-06-03", "2023-07-08"),
        ("de", "date:10. März 2023", "2023-03-10", "2023-03-10"),
        ("de", "date:Mär 2023", "2023-03-01", "2023-03-31"),
        ("es", "date:10 de noviembre de 2023", "2023-11-10", "2023-11-10"),
        ("ru", "date:10 ноября 2023", "2023-11-10", "2023-11-10"),
    ],
)
def test_months_may_have_their_names_in_the_readers_language(locale: str, text: str, first: str, last: str) -> None:
    parsed = parse(text, locale=lambda: Locale(locale))
    assert parsed.notes == ()
    assert parsed.query == Dates(date.fromisoformat(first), date.fromisoformat(last))


def test_a_month_in_the_readers_language_is_being_typed() -> None:
    assert parse("date:10 aoû", typing=True, locale=lambda: Locale("fr")).notes == ("date: is not finished",)
    said = parse("10 août 2023", locale=lambda: Locale("fr")).query
    assert isinstance(said, Or)
    assert said.parts[1] == Dates(date(2023, 8, 10), date(2023, 8, 10))


def test_the_locale_is_asked_for_only_where_it_may_say_something() -> None:
    def asked() -> Locale:
        raise AssertionError

    assert parse("6 June 2011 navy and visit date:2011-06 2011", locale=asked).notes == ()


@pytest.mark.parametrize("text", ["date:6", "date:6 J", "date:6 June", "date:6 June 20", "date:12/11", "date:6.6.20"])
def test_a_date_as_people_write_it_is_not_finished_before_its_year(text: str) -> None:
    assert meant(text) == Everything()
    assert notes(text) == ("date: is not finished",)


def test_how_numbers_are_read_is_said() -> None:
    assert notes("date:12/11/2024") == ("date: 12/11/2024 is read as 2024-11-12, the day first",)
    assert notes("event:12/31/2024") == ("event: 12/31/2024 is read as 2024-12-31",)
    assert "30/2/2024 is no date and is passed over" in notes("date:30/2/2024")[0]


def test_a_word_that_is_no_date_is_said_to_be_none() -> None:
    assert meant("modi date:monday") == Word("modi")
    assert "date: monday is no date and is passed over; write 2023" in notes("modi date:monday")[0]


def test_saved_searches_that_refer_to_each_other_end() -> None:
    assert meant("@a", a="@b x", b="@a y") is not None
    assert any("refers to itself" in note for note in notes("@a", a="@b", b="@a"))


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("a", Order.RELEVANCE),
        ("a sort:date", Order.DATE),
        ("sort:newest a", Order.DATE),
        ("a sort:oldest", Order.OLDEST),
        ("a sort:-date", Order.OLDEST),
        ("a sort:title", Order.TITLE),
    ],
)
def test_the_order_is_asked_for_in_the_query(text: str, order: Order) -> None:
    parsed = parse(text)
    assert (parsed.query, parsed.order) == (Word("a"), order)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("modi", Word("modi", prefix=True)),
        ("modi ", Word("modi")),
        ("who:lav", Word("lav", prefix=True, panes=panes.OFFICIALS)),
        ("modi -ind", And((Word("modi"), Not(Word("ind"))))),
        ('"prime min', Phrase(("prime", "min"), prefix=True)),
        ('"prime m', Word("prime", exact=True)),
        ('"prime min"', Phrase(("prime", "min"))),
    ],
)
def test_while_typing_the_last_word_may_go_on(text: str, query: Query) -> None:
    assert meant(text, typing=True) == query


PIECES = st.sampled_from(
    [
        "(",
        ")",
        '"',
        "-",
        "OR",
        "AND",
        "NOT",
        "date:",
        "[",
        "]",
        "TO",
        "title:",
        "@a",
        "a",
        "*",
        "~",
        "~2",
        ":",
        "{",
        "/",
        "2023",
    ]
)


@given(st.lists(PIECES, max_size=30), st.sampled_from(["", " "]), st.booleans())
def test_no_piece_of_a_query_upsets_it(pieces: list[str], between: str, typing: bool) -> None:
    parse(between.join(pieces), typing=typing, today=TODAY, saved={"a": "@a"})


@pytest.mark.parametrize("text", ["(" * 50_000, ")" * 50_000, "a" * 10_000, "a OR " * 5_000, '"' * 9_999, "-" * 9_999])
def test_long_queries_are_cut(text: str) -> None:
    parse(text, typing=True, today=TODAY)
