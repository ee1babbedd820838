"""The rows of the journal: a heading for each month, a day with an entry each, and the days between them as one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

ONE_DAY = timedelta(days=1)


class Row(NamedTuple):
    """Days from first to last: one that has an entry, a gap without any, or the month that begins below."""

    kind: Literal["day", "gap", "month"]
    first: date
    last: date

    @property
    def can_be_chosen(self) -> bool:
        return self.kind != "month"


class Rows:
    """Newest first."""

    def __init__(self, days: Sequence[date], today: date, *, gaps: bool) -> None:
        """`gaps`: days without an entry are rows too, today among them."""
        self.list = list(_with_months(_with_gaps(days, today) if gaps and days else map(_day, days)))
        self._ages = [-row.first.toordinal() for row in self.list]

    def __len__(self) -> int:
        return len(self.list)

    def __getitem__(self, at: int) -> Row:
        return self.list[at]

    def at(self, day: date) -> int | None:
        """Which row a day stands in, or the next older one, else the oldest; None where there are none."""
        at = bisect_left(self._ages, -day.toordinal())
        chosen = next((row for row in range(at, len(self.list)) if self.list[row].can_be_chosen), None)
        return len(self.list) - 1 if chosen is None and self.list else chosen

    def holds(self, day: date) -> bool:
        """Whether a day is in one of the rows."""
        return any(row.can_be_chosen and row.first <= day <= row.last for row in self.list)

    def from_here(self, at: int, by: int) -> int:
        """Which row stands so many further down (up where negative), headings left out; the outermost at the end."""
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            following = at + step
            while 0 <= following < len(self.list) and not self.list[following].can_be_chosen:
                following += step
            if not 0 <= following < len(self.list):
                break
            at = following
        return at


def _day(day: date) -> Row:
    return Row("day", day, day)


def _with_gaps(days: Sequence[date], today: date) -> Iterator[Row]:
    """Today is a gap of its own while it has no entry: it is still to come."""
    if days[0] < today:
        yield Row("gap", today, today)
    newer = max(today, days[0] + ONE_DAY)
    for day in days:
        if newer - day > ONE_DAY:
            yield Row("gap", day + ONE_DAY, newer - ONE_DAY)
        yield _day(day)
        newer = day


def _with_months(rows: Iterator[Row]) -> Iterator[Row]:
    month = None
    for row in rows:
        if (row.last.year, row.last.month) != month:
            month = row.last.year, row.last.month
            yield Row("month", row.last, row.last)
        yield row
