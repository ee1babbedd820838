"""Day by day what was due, what was done and the worst pain, as the calendars of Trends show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data import adherence, pain, rows, trends
from data.adherence import Tally
from data.pain import Episodes

DAY_RULE = (
    "Of a day: how much of each exercise that was due was done, on average. "
    "A weekly one counts on the days that it was done on."
)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """tally: of this day by itself, a weekly target due where it was done. worst: pain of the day, None without one.

    is_today: what is not done yet on it is not due yet.
    """

    day: date
    tally: Tally
    worst: int | None
    is_today: bool

    @property
    def is_unrecorded(self) -> bool:
        """Exercises were due, and none of them has an entry; or it is today and none has one yet."""
        if self.is_today and not self.tally.excused:
            return not self.tally.due
        return self.tally.due > 0 and self.tally.not_recorded == self.tally.due


def read(first: date, last: date, today: date) -> tuple[CalendarDay, ...]:
    """The days of the window from the diary's first entry on, as far as they are not ahead of today."""
    entry = rows.first_entry_day()
    if entry is None:
        return ()
    start, end = max(first.toordinal(), entry), min(last, today).toordinal()
    exercises = (
        [days for _, days in trends.exercise_ledger(start, end, today.toordinal())] if start <= end else []
    )
    worst = pain.pain_of_days(rows.highest_pain(start, end), Episodes(rows.starts()))
    return tuple(
        CalendarDay(
            date.fromordinal(day), adherence.of_day(exercises, day), worst.get(day), day == today.toordinal()
        )
        for day in range(start, end + 1)
    )
