"""The days around a day, as Today shows them beside its list: the week, fourteen days of pain, thirty of running."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from data import adherence, pain, rows, runs, work
from data.adherence import Tally
from data.pain import Episodes
from data.work import Sign

FORTNIGHT = 14


class Lately(NamedTuple):
    """week: the signs of Monday to Sunday. asked: due and done of that week so far.

    pain: worst level of each of the fourteen days that end on the day, None without one; now and before: the 7-day
    means (points 0–10) at the day and a week earlier, None with fewer than 4 recorded days. longest_km and
    pain_free_km: the longest run, and the longest distance before pain came on, of the 30 days up to the day.
    """

    monday: date
    week: tuple[Sign, ...]
    asked: Tally
    pain: tuple[int | None, ...]
    now: float | None
    before: float | None
    longest_km: float | None
    pain_free_km: float | None


def read(day: date, today: date) -> Lately:
    """The days around a day; `today`, the diary's civil day, is provisional."""
    here, now = day.toordinal(), today.toordinal()
    monday = here - (here - 1) % 7
    episodes = Episodes(rows.starts())
    worst = pain.pain_of_days(rows.highest_pain(here - FORTNIGHT + 1, here), episodes)
    distances = _distances(here, episodes)
    return Lately(
        monday=date.fromordinal(monday),
        week=tuple(one.sign for one in work.of_days(monday, monday + 6, now)),
        asked=_asked(monday, now),
        pain=tuple(worst.get(one) for one in range(here - FORTNIGHT + 1, here + 1)),
        now=pain.mean7(worst, here),
        before=pain.mean7(worst, here - pain.WEEK),
        longest_km=max((km for km, _ in distances), default=None),
        pain_free_km=max((free for _, free in distances if free is not None), default=None),
    )


def longest_before(day: date) -> float | None:
    """The longest run (km) of the 30 days before a day, to compare that day's runs with; None without one."""
    here = day.toordinal()
    earlier = rows.runs(here - runs.LOOK_BACK, here - 1)
    return runs.longest_before([(run.day, run.km) for run in earlier], here)


def km_on(day: date) -> float | None:
    """What was run on a day, in km; None on a day without a run."""
    ran = [run.km for run in rows.runs(day.toordinal(), day.toordinal())]
    return sum(ran) if ran else None


def _asked(monday: int, today: int) -> Tally:
    from data import trends  # the first paint of Today needs none of its charts

    ledger = trends.exercise_ledger(monday, monday + 6, today)
    return adherence.total(days.tally(monday, monday + 6) for _, days in ledger)


def _distances(here: int, episodes: Episodes) -> list[tuple[float, float | None]]:
    """(km, pain-free km) of each run of the 30 days up to a day."""
    ran = rows.runs(here - runs.LOOK_BACK + 1, here)
    felt = rows.pain_around_runs(here - runs.LOOK_BACK + 1, here) if ran else []
    return [
        (run.km, runs.pain_free_km(run, response.during))
        for run, response in runs.responses(ran, felt, episodes)
    ]
