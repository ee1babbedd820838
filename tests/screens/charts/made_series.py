"""ChartSeries made by hand for the tests of the drawings; the mean is worked out as in design section 4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from math import sin
from statistics import fmean

from data.figures import ChartSeries, DayFigures, LimitSpan, Mark

MONDAY = date(2026, 8, 31)
FEWEST = 4
"""Days with pain recorded, of seven, that a mean is made of."""


def made_series(
    pain: Sequence[int | None],
    *,
    first: date = MONDAY,
    adherence: Callable[[int], float | None] = lambda index: None,
    km: Callable[[int], float | None] = lambda index: None,
    limit: int | None = None,
    baseline: float | None = None,
    marks: Iterable[Mark] = (),
    long_runs: Iterable[date] = (),
) -> ChartSeries:
    """One day for each pain; adherence and km by the number of the day, 0 for the first."""
    too_few = len(pain) - pain.count(None) < FEWEST  # for any mean; asked once for years with nothing in them
    days = tuple(
        DayFigures(
            first + timedelta(days=index),
            worst,
            None if too_few else _mean7(pain, index),
            adherence(index),
            km(index),
        )
        for index, worst in enumerate(pain)
    )
    limits = () if limit is None or not days else (LimitSpan(days[0].day, days[-1].day, limit),)
    return ChartSeries(days, limits, baseline, tuple(marks), frozenset(long_runs))


def _mean7(pain: Sequence[int | None], index: int) -> float | None:
    known = [level for level in pain[max(index - 6, 0) : index + 1] if level is not None]
    return fmean(known) if len(known) >= FEWEST else None


def easing_pain(length: int) -> list[int]:
    """Pain that goes from about 6 to about 1 over the days, with ups and downs, and never the same way twice."""
    return [min(10, max(0, round(6 - 5 * day / length + 1.6 * sin(day * 2.3)))) for day in range(length)]


def steady_adherence(index: int) -> float:
    return 0.75 + 0.25 * sin(index / 11)


def every_third_day(index: int) -> float | None:
    return 3 + index * 7 % 50 / 10 if index % 3 == 1 else None


def recovering(length: int, *, first: date = MONDAY, gaps: Iterable[int] = ()) -> ChartSeries:
    """A diary as they usually are: everything recorded but the days in `gaps`, with a visit, a flare and new shoes."""
    missing = set(gaps)
    pain = [None if day in missing else level for day, level in enumerate(easing_pain(length))]
    marks = [Mark(first, "start", ""), Mark(first, "visit", "")]
    marks += [
        Mark(first + timedelta(days=day), kind, "")
        for day, kind in ((40, "plan"), (40, "visit"), (61, "flare"))
    ]
    return made_series(
        pain,
        first=first,
        adherence=lambda day: None if day in missing else steady_adherence(day),
        km=lambda day: None if day in missing else every_third_day(day),
        limit=2,
        baseline=5.2 if length > 7 else None,
        marks=[mark for mark in marks if mark.day < first + timedelta(days=length)],
        long_runs=[first + timedelta(days=day) for day in range(7, length, 50) if day not in missing],
    )
