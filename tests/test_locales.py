"""Names and dates in the reader's locale."""

import re
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.brief.countries import country_name, names
from briefterm.brief.edtf import parse_when
from briefterm.brief.model import Place
from briefterm.brief.safe import safe_line
from briefterm.brief.when import MONTHS
from briefterm.cldr import all_names
from briefterm.locales import ENGLISH, Locale, known, locale_of

GERMAN, JAPANESE, HUNGARIAN = Locale("de"), Locale("ja"), Locale("hu")


@pytest.mark.parametrize(
    ("written", "german", "japanese"),
    [
        ("2023-11-09", "9. Nov. 2023", "2023年11月9日"),
        ("2023-11", "Nov. 2023", "2023年11月"),
        ("2023", "2023", "2023"),
        ("197X", "1970s", "1970s"),
        ("2023-11-03/2023-11-10", "3.–10. Nov. 2023", "2023年11月3日～10日"),
        ("2023-10-28/2023-11-03", "28. Okt. – 3. Nov. 2023", "2023年10月28日 – 2023年11月3日"),
        ("2023-11-09T09:30", "9. Nov. 2023 09:30", "2023年11月9日 09:30"),
        ("1974~", "about 1974", "about 1974"),
        ("1974-03?", "März 1974 (?)", "1974年3月 (?)"),
        ("../1870", "until 1870", "until 1870"),
    ],
)
def test_a_date_is_told_in_the_locales_names_and_order(written: str, german: str, japanese: str) -> None:
    when = parse_when(written)
    assert (GERMAN.date(when), JAPANESE.date(when)) == (german, japanese)
    assert ENGLISH.date(when) == when.shown


@pytest.mark.parametrize(
    ("shown", "german"),
    [
        ("Fri 10 Nov 09:30–11:00", "Fr., 10. Nov. 09:30–11:00"),
        ("Jun and Sep 2023", "Juni and Sept. 2023"),
        ("Jun and 29 Feb", "Juni and 29. Feb."),
        ("9 Jun 1960 and 3 May 1961", "9. Juni 1960 and 3. Mai 1961"),
        ("31 Feb 2023", "31 Feb 2023"),
        ("in May or so", "in May or so"),
        ("", ""),
    ],
)
def test_what_is_no_date_of_ours_stays_as_it_is(shown: str, german: str) -> None:
    assert GERMAN.date(shown) == german


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(DAYS, DAYS, st.sampled_from(["de", "fr", "hi", "ja", "ar", "he", "fa", "hu", "ta", "zh_Hant", "pt_BR"]))
def test_nothing_is_added_and_no_english_month_is_left(one: date, other: date, name: str) -> None:
    first, last = sorted((one, other))
    when = parse_when(f"{first.isoformat()}/{last.isoformat()}")
    told = Locale(name).date(when)
    assert told == safe_line(told)
    assert told != when.shown or not set(re.findall(r"[A-Z][a-z]{2}", told)) & set(MONTHS) or name in ("de", "fr")
    assert sorted(int(number) for number in re.findall(r"\d+", told) if int(number) in (first.year, last.year))


def test_a_country_is_told_by_its_name_there_and_former_states_as_they_are_written() -> None:
    assert (GERMAN.country("IN"), Locale("hi").country("IN"), ENGLISH.country("IN")) == ("Indien", "भारत", "India")
    assert GERMAN.country("Soviet Union") == "Soviet Union"
    assert all(safe_line(Locale(name).country(code)) for name in ("ar", "fa", "he") for code in names())


def test_a_place_has_its_country_by_name_where_the_brief_says_that_it_is_one() -> None:
    assert GERMAN.place(Place("New Delhi", country="IN")) == "New Delhi, Indien"
    assert GERMAN.place("New Delhi, India", "US IN") == "New Delhi, Indien"
    assert GERMAN.place("Atlanta, Georgia", "US") == "Atlanta, Georgia"
    assert GERMAN.place(None) == ""
    assert ENGLISH.place(Place("New Delhi", country="IN")) == "New Delhi, India"


def test_countries_are_read_by_their_english_names_whatever_the_locale() -> None:
    assert {GERMAN.code_of(text) for text in ("india", "IN", "Indien", "republic of india")} == {"IN"}
    assert ENGLISH.code_of("Indien") is None
    for code, name in names().items():
        assert GERMAN.code_of(name) == code
        assert GERMAN.code_of(GERMAN.country(code)) in (code, None) or name == country_name(code)


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({}, ""),
        ({"LANG": "C"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "en_GB.UTF-8"}, ""),
        ({"LANG": "de_DE.UTF-8"}, "de_DE"),
        ({"LANG": "de_DE.UTF-8", "LC_TIME": "fr_FR@euro"}, "fr_FR"),
        ({"LANG": "de_DE.UTF-8", "LC_TIME": "fr_FR", "LC_ALL": "C"}, ""),
        ({"LC_ALL": "", "LANG": "hi_IN"}, "hi_IN"),
        ({"LANG": "de_ZZ"}, "de_DE"),
        ({"LANG": "tlh_QO"}, ""),
        ({"LANG": "../../x"}, ""),
    ],
)
def test_the_environment_names_the_locale_as_posix_has_it(environ: dict[str, str], name: str) -> None:
    assert locale_of("", environ) == Locale(name)


def test_what_is_configured_weighs_more() -> None:
    assert locale_of("en", {"LANG": "de_DE"}) == ENGLISH
    assert locale_of("pt-BR", {"LANG": "de_DE"}) == Locale("pt_BR")


@pytest.mark.parametrize(
    ("name", "month", "weekday"),
    [("", "June 1961", 0), ("de", "Juni 1961", 0), ("ja", "1961年6月", 6), ("ar_EG", "يونيو 1961", 5)],
)
def test_months_and_weeks_are_the_locales(name: str, month: str, weekday: int) -> None:
    assert Locale(name).month(date(1961, 6, 3)) == month
    assert Locale(name).first_weekday({"LANG": "C.UTF-8"}) == weekday


@pytest.mark.parametrize(
    ("environment", "weekday"),
    [
        ({}, 0),
        ({"LANG": "C.UTF-8"}, 0),
        ({"LANG": "de_DE.UTF-8"}, 0),
        ({"LANG": "en_US.UTF-8"}, 6),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "en_GB.UTF-8"}, 0),
        ({"LC_ALL": "ar_EG", "LC_TIME": "en_GB.UTF-8"}, 5),
        ({"LC_ALL": "", "LANG": "hi_IN@x"}, 6),
    ],
)
def test_weeks_begin_as_where_the_person_is(environment: dict[str, str], weekday: int) -> None:
    assert ENGLISH.first_weekday(environment) == weekday


def test_there_is_none_that_cannot_be_used() -> None:
    for name in all_names():
        found = Locale(known(name) or "")
        assert found.date("9 Nov 2023")
        assert found.date("Fri 10 Nov")
        assert found.date("3–10 Nov 2023")
        assert found.date("Nov")
        assert found.country("IN")
        assert found.weekday(0)
        assert found.month(date(2023, 11, 9))
        assert found.first_weekday({}) in range(7)


def test_english_never_imports_babel() -> None:
    code = (
        "import sys; from briefterm.locales import locale_of; it = locale_of('', {'LANG': 'en_US.UTF-8'}); "
        "it.country('IN'); it.date('9 Nov 2023'); it.code_of('x'); sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
