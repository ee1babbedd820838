"""The plan as one page: each exercise with its doses over time, what is paused, and the pain limit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from data import activities, pain, pauses, plan, rows
from data.models import Activity, Exercise, Pause, Prescription


@dataclass(frozen=True, slots=True)
class Planned:
    """An exercise: its doses, oldest first; the one in force (None: nothing is asked for on the day)."""

    exercise: Exercise
    doses: tuple[Prescription, ...]
    now: Prescription | None
    pause: Pause | None
    """The pause that the day lies in, of this exercise or of everything."""

    def ahead(self, day: date) -> Prescription | None:
        """The first dose that begins after a day."""
        return next((one for one in self.doses if one.starts_on > day), None)

    @property
    def known_dose(self) -> Prescription | None:
        """The dose in force, else the one given last."""
        return self.now or (self.doses[-1] if self.doses else None)


@dataclass(frozen=True, slots=True)
class PlanOnDay:
    """What the plan is on a day."""

    day: date
    active: tuple[Planned, ...]
    archived: tuple[Planned, ...]
    pauses: tuple[Pause, ...]
    """Those that the day lies in, and those to come."""
    limit: int
    limit_source: str
    limit_since: date | None
    """None: no limit was set."""
    activities: tuple[Activity, ...]

    def named(self, uid: str) -> Planned | None:
        """The exercise with that uid."""
        return next((one for one in (*self.active, *self.archived) if one.exercise.uid == uid), None)


def read(day: date) -> PlanOnDay:
    given: dict[str, list[Prescription]] = defaultdict(list)
    for one in Prescription.select().order_by(Prescription.starts_on):
        given[one.exercise_uid].append(one)
    exercises = plan.exercises(archived=True)
    lasting = [one for one in pauses.in_order() if one.ends_on is None or one.ends_on >= day]
    planned = [_planned(one, given[one.uid], lasting, day) for one in exercises]
    limit, source = pain.limit_on(rows.limits(day.toordinal()), day.toordinal())
    set_on = [one.starts_on for one in plan.limits() if one.starts_on <= day]
    return PlanOnDay(
        day=day,
        active=tuple(one for one in planned if not one.exercise.archived),
        archived=tuple(one for one in planned if one.exercise.archived),
        pauses=tuple(lasting),
        limit=limit,
        limit_source=source,
        limit_since=set_on[-1] if set_on else None,
        activities=tuple(activities.activities()),
    )


def _planned(exercise: Exercise, given: list[Prescription], pauses: list[Pause], day: date) -> Planned:
    now = next((one for one in given if one.covers(day)), None)
    paused = [one for one in pauses if one.starts_on <= day and one.exercise_uid in (None, exercise.uid)]
    return Planned(exercise, tuple(given), now, paused[0] if paused else None)
