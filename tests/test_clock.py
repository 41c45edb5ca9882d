import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefterm.clock import SYSTEM, Clock, home_zone, moment_of
from briefterm.errors import UsageError

DELHI, BERLIN = ZoneInfo("Asia/Kolkata"), ZoneInfo("Europe/Berlin")


@pytest.fixture(scope="module")
def in_berlin() -> Iterator[None]:
    """A computer set to Berlin's time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-11-10T09:30", "2023-11-10T04:00+00:00"),
        ("2023-11-10 09:30", "2023-11-10T04:00+00:00"),
        ("2023-11-10T09:30Z", "2023-11-10T09:30+00:00"),
        ("2023-11-10T09:30-05:00", "2023-11-10T14:30+00:00"),
        ("2023-11-10T09:30[Europe/Berlin]", "2023-11-10T08:30+00:00"),
        ("2023-11-10T09:30 Europe/Berlin", "2023-11-10T08:30+00:00"),
        ("2023-11-10 09:30 Europe/Berlin", "2023-11-10T08:30+00:00"),
    ],
)
def test_a_moment_is_at_home_unless_it_says_otherwise(text: str, moment: str) -> None:
    assert moment_of(text, DELHI) == datetime.fromisoformat(moment)


def test_a_time_that_is_skipped_is_refused_with_the_one_that_is_as_late() -> None:
    with pytest.raises(UsageError, match=r"`2023-03-26T02:30` does not exist: .* write 2023-03-26T03:30"):
        moment_of("2023-03-26T02:30", BERLIN)
    assert f"{moment_of('2023-03-26T03:00', BERLIN):%H:%M}" == "03:00"
    assert f"{moment_of('2023-10-29T02:30', BERLIN):%H:%M}" == "02:30"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("soon", "write a day and a time, as in 2023-11-10T09:30"),
        ("2023-11-10", "`2023-11-10` is no moment; write a day and a time"),
        ("2023-11-10T09:30/11:00", "is no moment"),
        ("2023-11-10T09:30~", "is no moment"),
        ("2023-11-31T09:30", "write a day and a time"),
        ("2023-11-10T09:30[Asia/Kolkatta]", "`Asia/Kolkatta` is no time zone; did you mean `Asia/Kolkata`?"),
        ("2023-11-10T09:30[]]", "is no time zone; write a day"),
        ("2023-11-10T09:30Z[Asia/Kolkata]", "has an offset and a zone"),
        ("0001-01-01T00:10", "too far off"),
        ("", "write a day and a time"),
    ],
)
def test_what_is_no_moment_is_told_with_what_to_write(text: str, says: str) -> None:
    with pytest.raises(UsageError) as raised:
        moment_of(text, DELHI)
    assert says in str(raised.value)
    assert raised.value.status == 2


def test_a_clock_that_is_set_runs_on_in_the_zone_of_home() -> None:
    moment = datetime(2023, 11, 10, 9, 30, tzinfo=timezone(timedelta(hours=-5)))
    clock = Clock(DELHI).set_to(moment)
    first = clock.now()
    assert first.tzinfo is DELHI
    assert timedelta() <= first - moment < timedelta(minutes=1)
    while clock.now() == first:
        pass
    assert clock.now() > first


def test_home_is_where_the_computer_is_unless_it_is_named() -> None:
    assert home_zone("") is SYSTEM
    assert home_zone("Asia/Kolkata") == DELHI


CHANGES = st.one_of(
    st.datetimes(datetime(2023, 3, 25), datetime(2023, 3, 27)),
    st.datetimes(datetime(2023, 10, 28), datetime(2023, 10, 30)),
    st.datetimes(datetime(1980, 1, 1), datetime(2037, 12, 31)),
)


@pytest.mark.usefixtures("in_berlin")
@given(CHANGES)
def test_the_computers_zone_changes_clocks_when_its_place_does(moment: datetime) -> None:
    instant = moment.replace(tzinfo=UTC)
    here, berlin = instant.astimezone(SYSTEM), instant.astimezone(BERLIN)
    assert (here.replace(tzinfo=None), here.fold) == (berlin.replace(tzinfo=None), berlin.fold)
    assert here.utcoffset() == berlin.utcoffset()
    assert here.astimezone(UTC) == instant


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize("moment", [datetime.min, datetime.max])
def test_the_ends_of_time_raise_nothing(moment: datetime) -> None:
    assert moment.replace(tzinfo=SYSTEM).utcoffset() is not None
    assert os.environ["TZ"] == "Europe/Berlin"
