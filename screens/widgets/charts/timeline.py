"""Days and the columns they are drawn in. Everything drawn on one timeline has the same column for the same day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil
from statistics import fmean

from data.figures import ChartSeries, DayFigures

LONGEST_COLUMN_SHORT_OF_A_WEEK = 3
"""Days. Longer columns are whole weeks, so that a column stays something a runner counts in."""


@dataclass(frozen=True)
class Column:
    """The days that share one column, and the cells `left` to `right` (both included) that it takes.

    Every figure is None when it is known on none of the days.
    """

    days: tuple[DayFigures, ...]
    left: int
    right: int

    @property
    def centre(self) -> int:
        return (self.left + self.right) // 2

    @property
    def first(self) -> date:
        return self.days[0].day

    @cached_property
    def pain(self) -> float | None:
        """Mean of the days' worst pain, points 0–10."""
        return _mean(day.worst for day in self.days)

    @cached_property
    def highest(self) -> int | None:
        """The highest of the days' worst pain, points 0–10."""
        return max((day.worst for day in self.days if day.worst is not None), default=None)

    @cached_property
    def mean7(self) -> float | None:
        """Mean of the days' 7-day means, points 0–10."""
        return _mean(day.mean7 for day in self.days)

    @cached_property
    def adherence(self) -> float | None:
        """Mean of the days' 7-day adherence, 0–1."""
        return _mean(day.adherence7 for day in self.days)

    @cached_property
    def km(self) -> float | None:
        """Sum of the days' running distance, km."""
        known = [day.km for day in self.days if day.km is not None]
        return sum(known) if known else None


@dataclass(frozen=True)
class Timeline:
    """The columns of a chart, in order, over `width` cells. `column_days` is how many days a whole column holds."""

    columns: tuple[Column, ...]
    width: int
    column_days: int

    @cached_property
    def _firsts(self) -> list[date]:
        return [column.first for column in self.columns]

    @cached_property
    def _lefts(self) -> list[int]:
        return [column.left for column in self.columns]

    @property
    def first(self) -> date:
        return self.columns[0].first

    @property
    def last(self) -> date:
        return self.columns[-1].days[-1].day

    def column_of(self, day: date) -> Column | None:
        """The column that shows the day; None for a day outside the timeline."""
        if not self.columns or not self.first <= day <= self.last:
            return None
        return self.columns[bisect_right(self._firsts, day) - 1]

    def day_at(self, cell: int) -> date | None:
        """The (first) day drawn at a cell; None outside."""
        if not self.columns or not 0 <= cell < self.width:
            return None
        return self.columns[bisect_right(self._lefts, cell) - 1].first

    @property
    def column_name(self) -> str:
        """What one column stands for: `day`, `week`, `2 days`, `5 weeks`."""
        if self.column_days % 7:
            return "day" if self.column_days == 1 else f"{self.column_days} days"
        weeks = self.column_days // 7
        return "week" if weeks == 1 else f"{weeks} weeks"


def timeline(series: ChartSeries, width: int) -> Timeline:
    """Lay the days out over `width` cells (at least 1).

    A day takes one cell or more while there is room. Beyond that a column holds 2 or 3 days (counted back from the
    last day, so that the last column is whole) or whole weeks from Monday.
    """
    if not series.days:
        return Timeline((), width, 1)
    length = ceil(len(series.days) / width)
    if length <= LONGEST_COLUMN_SHORT_OF_A_WEEK:
        groups = _groups(series.days, length, -len(series.days) % length)
    else:
        offset = series.days[0].day.weekday()
        length = 7 * ceil((len(series.days) + offset) / (7 * width))
        groups = _groups(series.days, length, offset)
    lefts = [index * width // len(groups) for index in range(len(groups))]
    rights = [left - 1 for left in [*lefts[1:], width]]
    columns = tuple(Column(*parts) for parts in zip(groups, lefts, rights, strict=True))
    return Timeline(columns, width, length)


def _groups(days: tuple[DayFigures, ...], length: int, offset: int) -> list[tuple[DayFigures, ...]]:
    """Groups of `length` days, the first of them shorter by `offset` days."""
    starts = [0, *range(length - offset, len(days), length)]
    return [
        days[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True) if days[start:end]
    ]


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
