"""Where days and values stand in a drawing, in points."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data import calendar_days
from data.calendar_days import MONTHS, brief

LABEL_ROOM = 34.0  # of a date
MOST_WEEKS = 8  # between two dates; beyond that months are named
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600)


@dataclass(frozen=True, slots=True)
class Panel:
    """A strip of the drawing. most: the value at its top. foot: between its bottom and zero, so that a dot of zero
    stands free.
    """

    bottom: float
    height: float
    most: float
    foot: float = 0.0

    def y(self, value: float) -> float:
        return self.bottom + self.foot + (self.height - self.foot) * value / self.most

    @property
    def top(self) -> float:
        return self.bottom + self.height


@dataclass(frozen=True, slots=True)
class DateAxis:
    """The days from first to last, each as wide as the others, between left and right."""

    first: date
    last: date
    left: float
    right: float

    @property
    def step(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def edge(self, day: date) -> float:
        """Where the day begins."""
        return self.left + (day - self.first).days * self.step

    def middle(self, day: date) -> float:
        return self.edge(day) + self.step / 2

    def ticks(self) -> Iterator[tuple[date, str]]:
        """Mondays, or first days of months, with their labels: as many as there is room for."""
        weeks = math.ceil(LABEL_ROOM / (7 * self.step))
        yield from self._mondays(weeks) if weeks <= MOST_WEEKS else self._months()

    def _mondays(self, weeks: int) -> Iterator[tuple[date, str]]:
        days = calendar_days.days(self.first, self.last)
        mondays = [day for day in days if day.weekday() == 0]
        return ((day, brief(day)) for day in (mondays or [self.first])[::weeks])

    def _months(self) -> Iterator[tuple[date, str]]:
        months = next(step for step in MONTH_STEPS if step * 30 * self.step >= LABEL_ROOM)
        for day in calendar_days.days(self.first, self.last):
            if day.day == 1 and (day.year * 12 + day.month - 1) % months == 0:
                yield day, f"{MONTHS[day.month - 1]} {day.year}"
