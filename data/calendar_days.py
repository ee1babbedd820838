"""The civil day: the only place that asks for the time.

A day is the calendar date where the runner is, and it starts at `day_start` (03:00 unless set), so 01:30 still
belongs to yesterday. It is stored as an ISO date and never worked out again from UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple

from data.errors import Refused, Unreadable

DEFAULT_DAY_START = time(3, 0)
FIRST_DAY = date(1970, 1, 1)
FARTHEST = timedelta(days=3653)

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
FULL_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
FULL_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Moment(NamedTuple):
    """An instant as it is stored: `at` in UTC (`2026-11-23T21:40:00Z`) and the local offset in minutes."""

    at: str
    utc_offset: int


def local_now() -> datetime:
    """The wall clock here, with its offset."""
    return datetime.now().astimezone()


def stamp(instant: datetime) -> str:
    """An aware instant as UTC text to the second."""
    in_utc = instant.astimezone(timezone.utc)  # noqa: UP017
    return in_utc.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def utc_now() -> str:
    return stamp(local_now())


def moment(instant: datetime) -> Moment:
    offset = instant.utcoffset() or timedelta()
    return Moment(stamp(instant), int(offset.total_seconds() // 60))


def civil_day(instant: datetime, day_start: time = DEFAULT_DAY_START) -> date:
    """The day that a local wall-clock time belongs to."""
    return instant.date() if instant.time() >= day_start else instant.date() - timedelta(days=1)


def today(day_start: time = DEFAULT_DAY_START) -> date:
    return civil_day(local_now(), day_start)


def parse_day_start(text: str) -> time:
    """`HH:MM` from 00:00 to 11:59; Refused otherwise."""
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", text) or int(text.split(":")[0]) > 11:
        raise Refused(
            f"{text!r} is no time for a day to start: give HH:MM between 00:00 and 11:59, such as 03:00."
        )
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def parse_date(text: str, *, other_words: str = "") -> date:
    """An ISO date such as 2026-11-20; Refused otherwise, naming the other words that could have been given."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        day = date.fromisoformat(text)
    except ValueError:
        raise Unreadable(f"{text!r} is no day: give a date such as 2026-11-20{other_words}.") from None
    return _not_before_the_first(day)


def with_a_day(text: str) -> str:
    """`2026-08` as its first day, `2026-08-01`, for what began about then; any other text as it is."""
    word = text.strip()
    return f"{word}-01" if re.fullmatch(r"\d{4}-\d{2}", word, re.ASCII) else word


def _not_before_the_first(day: date) -> date:
    if day < FIRST_DAY:
        raise Refused(f"{day} is too long ago: the diary's days begin on {FIRST_DAY}.")
    return day


def not_ahead(day: date, today: date, day_start: time = DEFAULT_DAY_START) -> date:
    """A day that has come; Refused else. While the wall's date is a day further, it says until when today lasts."""
    if day > today:
        now = local_now()
        until = f" until {day_start:%H:%M}" if civil_day(now, day_start) == today != now.date() else ""
        raise Refused(f"{day} has not come yet: today is {today}{until}.")
    return day


def parse_day(text: str, today: date, *, future: bool = False, day_start: time = DEFAULT_DAY_START) -> date:
    """DAY of the command: an ISO date, `today`, `yesterday`, `tomorrow`, `-3` (three days ago) or `+3` (in three days).

    Refused when it lies ahead; with `future`, when it lies more than ten years ahead. Unreadable when it is none.
    """
    word = text.strip().lower()
    if word == "today":
        day = today
    elif word == "yesterday":
        day = today - timedelta(days=1)
    elif word == "tomorrow":
        day = today + timedelta(days=1)
    elif re.fullmatch(r"\+\d{1,5}", word, re.ASCII):
        day = today + timedelta(days=int(word))
    elif re.fullmatch(r"-\d{1,5}", word, re.ASCII):
        day = _not_before_the_first(today - timedelta(days=int(word[1:])))
    else:
        ahead = ", `tomorrow`, or +3 for in three days" if future else ""
        day = parse_date(word, other_words=f", `today`, `yesterday`, or -3 for three days ago{ahead}")
    if not future:
        not_ahead(day, today, day_start)
    if day > today + FARTHEST:
        raise Refused(f"{day} is more than ten years ahead: today is {today}.")
    return day


def week_start(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def days(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def short(day: date) -> str:
    """`Mon 23 Nov 2026`"""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def brief(day: date, beside: date | None = None) -> str:
    """`23 Nov`; `23 Nov 2025` beside a day of another year."""
    year = f" {day.year}" if beside and day.year != beside.year else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def stretch(first: date, last: date) -> str:
    """`12 to 18 Oct 2026`, `12 Oct to 22 Nov 2026`, with both years where they differ, `12 Oct 2026` for one day."""
    end = f"{brief(last)} {last.year}"
    if first.year != last.year:
        return f"{brief(first)} {first.year} to {end}"
    if first == last:
        return end
    return f"{first.day if first.month == last.month else brief(first)} to {end}"


def long(day: date) -> str:
    """`Monday 23 November`"""
    return f"{FULL_WEEKDAYS[day.weekday()]} {day.day} {FULL_MONTHS[day.month - 1]}"


def relative(day: date, today: date) -> str:
    """`today`, `yesterday`, `3 days ago`, `tomorrow`, `in 3 days`"""
    away = (day - today).days
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}
    return near.get(away) or (f"{-away} days ago" if away < 0 else f"in {away} days")
