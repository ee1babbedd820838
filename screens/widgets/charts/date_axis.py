"""Which days get a label under a chart, and where it stands: each label begins in the column of its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from data.calendar_days import MONTHS, brief, days, week_start

from .timeline import Timeline

CELLS_OF_A_DAY_LABEL = 4
CELLS_OF_A_WEEK_LABEL = 8
CELLS_OF_A_MONTH_LABEL = 5
CELLS_OF_A_YEAR_LABEL = 6

NEW_YEAR, NEW_MONTH, FIRST, USUAL = range(4)
"""Which label is placed first where two have no room beside each other."""

Wording = Callable[[date, date | None], tuple[int, tuple[str, ...]]]
"""Of a day and the labelled day before it: the label's rank and its texts, the fullest first."""


@dataclass(frozen=True, slots=True)
class DateLabel:
    """A label whose first letter stands at cell `at`, the column of `day`."""

    day: date
    at: int
    text: str

    def touches(self, other: DateLabel) -> bool:
        return self.at <= other.at + len(other.text) and other.at <= self.at + len(self.text)


def date_labels(timeline: Timeline) -> list[DateLabel]:
    """Labels in order, at least one blank apart: days, Mondays, months or years, as the room allows.

    The month is named where it changes, the year where it changes and, with room, at the first label.
    """
    if not timeline.columns:
        return []
    ticks, wording = _ticks(timeline)
    ranked = [
        (*wording(day, earlier), day) for day, earlier in zip(ticks, chain([None], ticks), strict=False)
    ]
    placed: list[DateLabel] = []
    for _, texts, day in sorted(ranked, key=lambda entry: (entry[0], entry[2])):
        if (column := timeline.column_of(day)) is None:
            continue
        labels = (DateLabel(day, column.centre, text) for text in texts)
        if fitting := next((label for label in labels if _fits(label, placed, timeline.width)), None):
            placed.append(fitting)
    placed.sort(key=lambda label: label.at)
    return _with_first_year(placed, timeline.width)


def _with_first_year(placed: list[DateLabel], width: int) -> list[DateLabel]:
    first = placed[0] if placed else None
    if first is None or not first.text[-1].isalpha():
        return placed
    dated = replace(first, text=f"{first.text} {first.day.year}")
    return [dated, *placed[1:]] if _fits(dated, placed[1:], width) else placed


def _fits(label: DateLabel, placed: list[DateLabel], width: int) -> bool:
    return label.at + len(label.text) <= width and not any(label.touches(other) for other in placed)


def _ticks(timeline: Timeline) -> tuple[list[date], Wording]:
    """The finest kind of tick whose labels have room."""
    cells_of_a_day = timeline.width / ((timeline.last - timeline.first).days + 1)
    if cells_of_a_day >= CELLS_OF_A_DAY_LABEL:
        return list(days(timeline.first, timeline.last)), _day_wording
    for weeks in (1, 2):
        ticks = list(_mondays(timeline, weeks))
        if cells_of_a_day * 7 * weeks >= CELLS_OF_A_WEEK_LABEL and ticks:
            return ticks, _day_wording
    for months in (1, 3, 6):
        ticks = list(_month_starts(timeline, months))
        if cells_of_a_day * 30 * months >= CELLS_OF_A_MONTH_LABEL and ticks:
            return ticks, _month_wording
    for years in (1, 2, 5, 10, 20, 50):
        ticks = [day for day in _month_starts(timeline, 12) if day.year % years == 0]
        if cells_of_a_day * 365 * years >= CELLS_OF_A_YEAR_LABEL and ticks:
            return ticks, _year_wording
    return [timeline.first], _day_wording


def _mondays(timeline: Timeline, weeks: int) -> Iterator[date]:
    day = week_start(timeline.first + timedelta(days=6))
    while day <= timeline.last:
        yield day
        day += timedelta(weeks=weeks)


def _month_starts(timeline: Timeline, months: int) -> Iterator[date]:
    for year in range(timeline.first.year, timeline.last.year + 1):
        for month in range(1, 13, months):
            if timeline.first <= date(year, month, 1) <= timeline.last:
                yield date(year, month, 1)


def _day_wording(day: date, earlier: date | None) -> tuple[int, tuple[str, ...]]:
    if earlier is None:
        return FIRST, (brief(day), str(day.day))
    if day.year != earlier.year:
        return NEW_YEAR, (f"{brief(day)} {day.year}",)
    if day.month != earlier.month:
        return NEW_MONTH, (brief(day),)
    return USUAL, (str(day.day),)


def _month_wording(day: date, earlier: date | None) -> tuple[int, tuple[str, ...]]:
    if day.month == 1:
        return NEW_YEAR, (str(day.year),)
    return FIRST if earlier is None else USUAL, (MONTHS[day.month - 1],)


def _year_wording(day: date, earlier: date | None) -> tuple[int, tuple[str, ...]]:
    return NEW_YEAR, (str(day.year),)
