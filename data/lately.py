"""The days around a day, as Today shows them beside its list: the week, fourteen days of pain, thirty of running."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data import adherence, pain, rows, runs, trends
from data.adherence import Tally
from data.pain import Episodes
from data.rows import Logged, Paused, Prescribed

FORTNIGHT = 14

Sign = Literal["all", "some", "excused", "none", "open"]
"""What a day of the week strip says: all that was asked for was done, some of it, it was excused, nothing was
recorded, or it is still to come. A weekly exercise counts on the days that it was done on and is missed on none."""


@dataclass(frozen=True, slots=True)
class Lately:
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
    worst = pain.pain_of_days(rows.pain(here - FORTNIGHT + 1, here), episodes)
    distances = _distances(here, episodes)
    return Lately(
        monday=date.fromordinal(monday),
        week=_week(monday, now),
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
    ledger = trends.exercise_ledger(monday, monday + 6, today)
    return sum((days.tally(monday, monday + 6) for _, days in ledger), Tally())


def _distances(here: int, episodes: Episodes) -> list[tuple[float, float | None]]:
    """(km, pain-free km) of each run of the 30 days up to a day."""
    ran = rows.runs(here - runs.LOOK_BACK + 1, here)
    felt = rows.pain(here - runs.LOOK_BACK + 1, here) if ran else []
    return [
        (run.km, runs.pain_free_km(run, response.during))
        for run, response in runs.responses(ran, felt, episodes)
    ]


def _week(monday: int, today: int) -> tuple[Sign, ...]:
    logs = adherence.by_exercise_and_day(rows.logs(monday, monday + 6))
    pauses = rows.pauses(monday, monday + 6)
    prescribed = rows.prescriptions(monday, monday + 6)
    return tuple(
        "open"
        if day > today
        else _sign(day, prescribed, {uid: by[day] for uid, by in logs.items()}, pauses, today)
        for day in range(monday, monday + 7)
    )


def _sign(
    day: int,
    prescribed: Sequence[Prescribed],
    logs: dict[str, list[Logged]],
    pauses: Sequence[Paused],
    today: int,
) -> Sign:
    in_force = [one for one in prescribed if one.first <= day and (one.last is None or day <= one.last)]
    credits, excused, answered = [], False, False
    for one in in_force:
        mine = logs.get(one.exercise, [])
        weekly = one.schedule["type"] == "weekly"
        credit = adherence.credit(one, mine)
        answered = answered or bool(mine)
        if adherence.is_excused(one.exercise, day, mine, pauses):
            excused = excused or weekly or adherence.is_scheduled(one, day)
        elif credit or (not weekly and adherence.is_scheduled(one, day)):
            credits.append(credit)
    if not any(credits):
        if day == today and not answered and (credits or not excused):
            return "open"
        return "excused" if excused and not credits else "none"
    return "all" if min(credits) >= 1 else "some"
