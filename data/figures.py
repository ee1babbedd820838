"""The plain values that charts, the `trends` command and the report share. Computed in `trends.py`."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class DayFigures(NamedTuple):
    """One day of the series. None always means "not known", never zero.

    worst: pain of the day, points 0–10. mean7: 7-day mean of it (null with fewer than 4 recorded days).
    adherence7: adherence of the 7 days ending here, 0–1. km: running distance, None on a day without a run.
    """

    day: date
    worst: int | None
    mean7: float | None
    adherence7: float | None
    km: float | None


class Mark(NamedTuple):
    """Something that happened on a day and is marked on charts.

    kind: `visit`, `flare`, `shoes`, `start`, `discharge`, `other` (events) or `plan` (a prescription begins).
    """

    day: date
    kind: str
    text: str


class LimitSpan(NamedTuple):
    """The pain limit in force from `first` to `last` (both inside the window), points 0–10."""

    first: date
    last: date
    level: int


class ChartSeries(NamedTuple):
    """All that a chart of the three panels (pain, adherence, km) draws: one DayFigures a day, no day left out.

    baseline: mean pain of the episode's first week, or None. long_runs: days with a run more than 10 % beyond
    the longest of the 30 days before. Days after today are in `days` with everything None.
    """

    days: tuple[DayFigures, ...]
    limits: tuple[LimitSpan, ...]
    baseline: float | None
    marks: tuple[Mark, ...]
    long_runs: frozenset[date]
