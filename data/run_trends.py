"""The runs of a window, each with the pain around it, and the kilometres of each week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data import pain, rows, runs
from data.pain import Episodes
from data.rows import Ran
from data.runs import Response
from data.trends import Trends


@dataclass(frozen=True, slots=True)
class RunFigures:
    """A run with the pain around it.

    limit: the pain limit of that day, 0–10. is_long: more than 10 % beyond the longest of the 30 days before.
    """

    run: Ran
    response: Response
    limit: int
    is_long: bool

    @property
    def day(self) -> date:
        return date.fromordinal(self.run.day)

    @property
    def pain_free_km(self) -> float | None:
        """Kilometres before pain came on; None: not known."""
        return runs.pain_free_km(self.run, self.response.during)


@dataclass(frozen=True, slots=True)
class RunningWeek:
    """A whole calendar week, even where the window holds a part of it. km: None for a week without a run."""

    monday: date
    km: float | None


@dataclass(frozen=True, slots=True)
class RunTrends:
    """Runs and weeks, oldest first."""

    runs: tuple[RunFigures, ...]
    weeks: tuple[RunningWeek, ...]


def read(found: Trends, today: date) -> RunTrends:
    """The runs of the window of these trends, and the weeks that it touches, as far as they are not ahead of today."""
    first, last = found.first.toordinal(), min(found.last, today).toordinal()
    monday, sunday = first - (first - 1) % 7, last + (-last) % 7
    ran = rows.runs(monday, min(sunday, today.toordinal()))
    return RunTrends(
        responses(found, [run for run in ran if first <= run.day <= last]), _weeks(ran, monday, last)
    )


def responses(found: Trends, ran: list[Ran]) -> tuple[RunFigures, ...]:
    """Runs of the window with the pain around them."""
    if not ran:
        return ()
    first, last = ran[0].day, ran[-1].day
    limits = rows.limits(last)
    long = set()
    if found.chart.long_runs:  # days; of two runs of a day perhaps one
        long = {run.uid for run in runs.long_runs(rows.runs(first - runs.LOOK_BACK, last), first)}
    felt = rows.pain_around_runs(first, last + 1)
    return tuple(
        RunFigures(run, response, pain.limit_on(limits, run.day)[0], run.uid in long)
        for run, response in runs.responses(ran, felt, Episodes(rows.starts()))
    )


def _weeks(ran: list[Ran], monday: int, last: int) -> tuple[RunningWeek, ...]:
    km: dict[int, float] = {}
    for run in ran:
        start = run.day - (run.day - 1) % 7
        km[start] = km.get(start, 0) + run.km
    return tuple(RunningWeek(date.fromordinal(day), km.get(day)) for day in range(monday, last + 1, 7))
