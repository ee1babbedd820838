"""The civil day: where the runner is, from `day_start` on, whatever the clock and the calendar do."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from data import calendar_days
from data.errors import Refused, Unreadable

MONDAY = date(2026, 11, 23)


def at(zone: str, *clock: int, fold: int = 0) -> time_machine.travel:
    """The machine of a runner in that zone, at that time of its clock on the wall."""
    return time_machine.travel(datetime(*clock, tzinfo=ZoneInfo(zone), fold=fold), tick=False)  # type: ignore[arg-type, misc]


# Which day it is


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ((2026, 11, 24, 1, 30), MONDAY),
        ((2026, 11, 24, 2, 59), MONDAY),
        ((2026, 11, 24, 3, 0), date(2026, 11, 24)),
        ((2026, 11, 23, 23, 59), MONDAY),
        ((2027, 1, 1, 2, 0), date(2026, 12, 31)),
        ((2028, 3, 1, 2, 0), date(2028, 2, 29)),
    ],
)
def test_the_small_hours_belong_to_the_day_before(clock: tuple[int, ...], day: date) -> None:
    with at("Europe/Berlin", *clock):
        assert calendar_days.today() == day


@pytest.mark.parametrize(
    ("day_start", "day"),
    [(time(0), date(2026, 11, 24)), (time(3), MONDAY), (time(6), MONDAY), (time(1, 30), date(2026, 11, 24))],
)
def test_a_day_starts_when_the_runner_says(day_start: time, day: date) -> None:
    with at("Europe/Berlin", 2026, 11, 24, 1, 30):
        assert calendar_days.today(day_start) == day


@pytest.mark.parametrize("zone", ["Etc/GMT+12", "America/Los_Angeles", "UTC", "Asia/Kolkata", "Etc/GMT-14"])
def test_the_day_is_that_of_the_clock_on_the_wall(zone: str) -> None:
    with at(zone, 2026, 11, 23, 12, 0):
        assert calendar_days.today() == MONDAY
    with at(zone, 2026, 11, 24, 2, 0):
        assert calendar_days.today() == MONDAY


@pytest.mark.parametrize(
    ("zone", "clock", "fold", "day"),
    [
        ("Europe/Berlin", (2026, 3, 29, 1, 59), 0, date(2026, 3, 28)),
        ("Europe/Berlin", (2026, 3, 29, 3, 0), 0, date(2026, 3, 29)),
        ("Europe/Berlin", (2026, 10, 25, 2, 30), 0, date(2026, 10, 24)),
        ("Europe/Berlin", (2026, 10, 25, 2, 30), 1, date(2026, 10, 24)),
        ("Europe/Berlin", (2026, 10, 25, 3, 0), 0, date(2026, 10, 25)),
        ("America/Los_Angeles", (2026, 3, 8, 3, 0), 0, date(2026, 3, 8)),
        ("Pacific/Auckland", (2026, 4, 5, 2, 30), 1, date(2026, 4, 4)),
    ],
)
def test_a_change_of_clocks_moves_no_day(zone: str, clock: tuple[int, ...], fold: int, day: date) -> None:
    with at(zone, *clock, fold=fold):
        assert calendar_days.today() == day


# An instant as it is stored


@pytest.mark.parametrize(
    ("zone", "clock", "fold", "stored"),
    [
        ("Europe/Berlin", (2026, 11, 23, 20, 0), 0, ("2026-11-23T19:00:00Z", 60)),
        ("Europe/Berlin", (2026, 7, 1, 20, 0), 0, ("2026-07-01T18:00:00Z", 120)),
        ("Europe/Berlin", (2026, 10, 25, 2, 30), 0, ("2026-10-25T00:30:00Z", 120)),
        ("Europe/Berlin", (2026, 10, 25, 2, 30), 1, ("2026-10-25T01:30:00Z", 60)),
        ("Asia/Kolkata", (2026, 11, 24, 1, 0), 0, ("2026-11-23T19:30:00Z", 330)),
        ("America/St_Johns", (2026, 11, 23, 22, 0), 0, ("2026-11-24T01:30:00Z", -210)),
        ("Etc/GMT-14", (2026, 11, 24, 5, 0), 0, ("2026-11-23T15:00:00Z", 840)),
    ],
)
def test_an_instant_keeps_utc_and_the_offset_in_minutes(
    zone: str, clock: tuple[int, ...], fold: int, stored: tuple[str, int]
) -> None:
    with at(zone, *clock, fold=fold):
        moment = calendar_days.moment(calendar_days.local_now())
        assert (moment.at, moment.utc_offset) == stored
        assert calendar_days.utc_now() == stored[0]


# What a runner types


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", MONDAY),
        (" Today ", MONDAY),
        ("yesterday", date(2026, 11, 22)),
        ("-0", MONDAY),
        ("-3", date(2026, 11, 20)),
        ("-365", date(2025, 11, 23)),
        ("2026-11-20", date(2026, 11, 20)),
        ("2024-02-29", date(2024, 2, 29)),
        ("1970-01-01", date(1970, 1, 1)),
    ],
)
def test_a_day_can_be_given_in_these_ways(text: str, day: date) -> None:
    assert calendar_days.parse_day(text, MONDAY) == day


@pytest.mark.parametrize(
    ("text", "days"), [("tomorrow", 1), ("Tomorrow ", 1), ("+0", 0), ("+3", 3), ("+365", 365)]
)
def test_a_day_to_come_can_be_given_where_one_is_taken(text: str, days: int) -> None:
    assert calendar_days.parse_day(text, MONDAY, future=True) == MONDAY + timedelta(days=days)


@pytest.mark.parametrize("text", ["tomorrow", "+1", "2026-11-24"])
def test_elsewhere_it_has_not_come_yet(text: str) -> None:
    with pytest.raises(Refused, match="2026-11-24 has not come yet: today is 2026-11-23") as refusal:
        calendar_days.parse_day(text, MONDAY)
    assert not isinstance(refusal.value, Unreadable)


@pytest.mark.parametrize(
    ("clock", "day_start", "said"),
    [
        ("2026-12-01T00:05", time(3), "2026-12-01 has not come yet: today is 2026-11-30 until 03:00."),
        ("2026-12-01T04:59", time(5), "2026-12-01 has not come yet: today is 2026-11-30 until 05:00."),
        ("2026-11-30T23:55", time(3), "2026-12-01 has not come yet: today is 2026-11-30."),
    ],
)
def test_after_midnight_it_says_until_when_the_day_before_lasts(
    clock: str, day_start: time, said: str
) -> None:
    with time_machine.travel(
        datetime.fromisoformat(clock).replace(tzinfo=ZoneInfo("Europe/Berlin")), tick=False
    ):
        with pytest.raises(Refused) as refusal:
            calendar_days.parse_day("tomorrow", date(2026, 11, 30), day_start=day_start)
        assert str(refusal.value) == said


def test_a_day_too_far_ahead_is_refused() -> None:
    with pytest.raises(Refused, match="more than ten years ahead"):
        calendar_days.parse_day("+99999", MONDAY, future=True)


@pytest.mark.parametrize(
    "text",
    [
        "", "monday", "3", "++3", "+3.5", "+３", "--3", "-3.5", "2026-11-31", "2026-02-29", "2026-13-01", "20261120",
        "2026-W47-1", "23.11.2026", "2026-11-20T10:00", "2026-11-2", "２０２６-１１-２０", "-３", "2026-11-20\n2026",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Unreadable, match="is no day: give a date such as 2026-11-20"):
        calendar_days.parse_day(text, MONDAY)


@pytest.mark.parametrize("text", ["2026-11-24", "2027-01-01"])
def test_a_day_ahead_is_refused_unless_asked_for(text: str) -> None:
    with pytest.raises(Refused, match="has not come yet: today is 2026-11-23"):
        calendar_days.parse_day(text, MONDAY)
    assert calendar_days.parse_day(text, MONDAY, future=True) == date.fromisoformat(text)


def test_a_day_more_than_ten_years_ahead_is_refused_always() -> None:
    with pytest.raises(Refused, match="more than ten years ahead"):
        calendar_days.parse_day("9999-12-31", MONDAY, future=True)


@pytest.mark.parametrize("text", ["1969-12-31", "0001-01-01", "-99999"])
def test_a_day_before_all_diaries_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="too long ago"):
        calendar_days.parse_day(text, MONDAY)


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with suppress(Refused):
        assert calendar_days.FIRST_DAY <= calendar_days.parse_day(text, MONDAY) <= MONDAY


@pytest.mark.parametrize(
    ("text", "start"), [("00:00", time(0)), ("3:00", time(3)), ("06:00", time(6)), ("11:59", time(11, 59))]
)
def test_a_day_may_start_until_noon(text: str, start: time) -> None:
    assert calendar_days.parse_day_start(text) == start


@pytest.mark.parametrize(
    "text", ["", "12:00", "24:00", "3", "3:60", "03:00:00", "3 am", "-1:00", "０3:00", "3:00\n"]
)
def test_what_is_no_start_of_a_day_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="give HH:MM between 00:00 and 11:59"):
        calendar_days.parse_day_start(text)


# Weeks and words


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (MONDAY, MONDAY),
        (date(2026, 11, 29), MONDAY),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2027, 1, 3), date(2026, 12, 28)),
        (date(2024, 3, 3), date(2024, 2, 26)),
        (date(2020, 12, 31), date(2020, 12, 28)),
    ],
)
def test_a_week_runs_from_monday_to_sunday_over_any_end_of_year(day: date, monday: date) -> None:
    assert calendar_days.week_start(day) == monday


@given(st.dates(date(1970, 1, 8), date(2100, 1, 1)))
def test_a_week_starts_on_a_monday_up_to_six_days_ago(day: date) -> None:
    start = calendar_days.week_start(day)
    assert start.isoweekday() == 1
    assert timedelta() <= day - start <= timedelta(days=6)


def test_days_are_each_one_from_first_to_last() -> None:
    assert list(calendar_days.days(date(2024, 2, 28), date(2024, 3, 1))) == [
        date(2024, 2, 28),
        date(2024, 2, 29),
        date(2024, 3, 1),
    ]
    assert list(calendar_days.days(MONDAY, MONDAY)) == [MONDAY]
    assert list(calendar_days.days(MONDAY, MONDAY - timedelta(days=1))) == []


def test_a_day_is_written_in_three_lengths() -> None:
    assert calendar_days.brief(MONDAY) == "23 Nov"
    assert calendar_days.short(MONDAY) == "Mon 23 Nov 2026"
    assert calendar_days.long(MONDAY) == "Monday 23 November"
