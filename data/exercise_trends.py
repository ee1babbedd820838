"""Each exercise over a window: what was asked for and done, the pain during it, its prescriptions over time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from data import adherence, dose_words, pain, plan, rows
from data.adherence import Tally
from data.models import Prescription
from data.pain import Episodes
from data.rows import Listed
from data.trends import Trends


@dataclass(frozen=True, slots=True)
class Dose:
    """A prescription in words, with the days it was in force; last None: still open."""

    first: date
    last: date | None
    words: str


@dataclass(frozen=True, slots=True)
class ExerciseTrend:
    """An exercise over a window.

    doses: the prescriptions in force on any of its days, oldest first. times_a_week: of the last of them where all
    are weekly, else None. pain_during: each level (0–10) logged during it at the outer knee, lowest first.
    furthest: of these the one that went furthest beyond the limit, or came nearest to it, as (level, limit of its
    day); None without one.
    """

    exercise: Listed
    tally: Tally
    doses: tuple[Dose, ...]
    times_a_week: int | None
    pain_during: tuple[int, ...]
    furthest: tuple[int, int] | None


def read(found: Trends) -> tuple[ExerciseTrend, ...]:
    """Every exercise over the window of these trends, archived ones too, in the order of the plan."""
    first, last = found.first.toordinal(), found.last.toordinal()
    during = _pain_during(first, last)
    prescriptions = _prescriptions(found.first, found.last)
    targets = adherence.weekly_targets(rows.prescriptions(first, last))
    return tuple(
        ExerciseTrend(
            exercise,
            tally,
            tuple(
                Dose(one.starts_on, one.ends_on, dose_words.describe(plan.dose_of(one), exercise.unit))
                for one in prescriptions[exercise.uid]
            ),
            targets.get(exercise.uid),
            tuple(sorted(level for level, _ in during[exercise.uid])),
            pain.furthest(during[exercise.uid]),
        )
        for exercise, tally in found.exercises
    )


def _pain_during(first: int, last: int) -> dict[str, list[tuple[int, int]]]:
    """(level, limit of its day) of each log that the limit judges, at the outer knee of its day's side."""
    episodes, limits = Episodes(rows.starts()), rows.limits(last)
    during: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in rows.pain_during_exercises(first, last):
        if one.exercise and pain.is_of_an_exercise(one) and pain.concerns(one, episodes.side(one.day)):
            during[one.exercise].append((one.level, pain.limit_on(limits, one.day)[0]))
    return during


def _prescriptions(first: date, last: date) -> dict[str, list[Prescription]]:
    found: dict[str, list[Prescription]] = defaultdict(list)
    in_force = (Prescription.starts_on <= last) & (
        Prescription.ends_on.is_null() | (Prescription.ends_on >= first)
    )
    for one in Prescription.select().where(in_force).order_by(Prescription.starts_on):
        found[one.exercise_uid].append(one)
    return found
