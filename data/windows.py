"""The stretches of days that Trends shows: how long they are, and how they move along the diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from data import rows
from data.calendar_days import week_start

WEEK = timedelta(weeks=1)


class Window(NamedTuple):
    """Days from first to last, both included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Span:
    """How long a window is. days None: from the diary's first entry on."""

    name: str
    days: int | None


SPANS = (
    Span("2 weeks", 14),
    Span("4 weeks", 28),
    Span("12 weeks", 84),
    Span("26 weeks", 182),
    Span("a year", 365),
    Span("all", None),
)
USUAL_SPAN = SPANS[2]


def first_entry() -> date | None:
    """The diary's first day with an exercise log, a pain log or a run; None while there is none."""
    day = rows.first_entry_day()
    return None if day is None else date.fromordinal(day)


def ending(span: Span, last: date, begin: date) -> Window:
    """The window of a span that ends on a day; all of it begins on `begin`."""
    if span.days is None:
        return Window(min(begin, last), last)
    return Window(last - timedelta(days=span.days - 1), last)


def whole_weeks(weeks: int, last: date) -> Window:
    """So many calendar weeks, the last of them with the day in it."""
    monday = week_start(last)
    return Window(monday - (weeks - 1) * WEEK, monday + WEEK - timedelta(days=1))


def moved(window: Window, by: timedelta, *, begin: date, last: date) -> Window:
    """The window of the same length moved by so many days: never past `last`, nor to before `begin`."""
    end = min(window.last + by, last)
    if by < timedelta() and window.first <= begin:
        return window
    return Window(end - timedelta(days=window.length - 1), end)
