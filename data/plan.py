"""Exercises, their prescriptions and the pain limit: what is asked for, from which day on.

Prescriptions of an exercise never overlap. One given from day D ends the former on D−1, one from the same day
replaces it, a back-dated one ends the day before the next begins. So a plan change alters no figure before D.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from data import calendar_days, dose_words, fields, history, settings, writing
from data.errors import Refused
from data.models import (
    EXERCISE_SOURCES,
    KINDS,
    LIMIT_SOURCES,
    PRESCRIBED_SIDES,
    UNITS,
    Exercise,
    ExerciseLog,
    PainLimit,
    Prescription,
)

ONE_DAY = timedelta(days=1)


def today() -> date:
    """The diary's civil day now."""
    return calendar_days.today(settings.day_start())


def not_ahead(day: date) -> date:
    """A day that has come; Refused else."""
    start = settings.day_start()
    return calendar_days.not_ahead(day, calendar_days.today(start), start)


def past_day(text: str) -> date:
    """A day that has come, as it is typed."""
    start = settings.day_start()
    return calendar_days.parse_day(text, calendar_days.today(start), day_start=start)


def exercises(*, archived: bool = False) -> list[Exercise]:
    """In the order of the plan; archived ones only where asked for."""
    query = Exercise.select().order_by(Exercise.position, Exercise.key)
    return list(query if archived else query.where(Exercise.archived == 0))


def find_exercise(start: str) -> Exercise:
    """By its key or an unambiguous start of one; Refused when none or several fit."""
    every = exercises(archived=True)
    for exercise in every:
        if exercise.key == start:
            return exercise
    fitting = [one for one in every if start and one.key.startswith(start)]
    active = [one for one in fitting if not one.archived]
    if len(active or fitting) == 1:
        return (active or fitting)[0]
    names = ", ".join(one.key for one in active or fitting or every)
    if fitting:
        raise Refused(f"{start!r} could be {names}: please give more of the key.")
    if not every:
        raise Refused(
            f"There is no exercise {start!r}: the plan is empty. `itband setup` offers a light programme."
        )
    raise Refused(f"There is no exercise {start!r}; the exercises are {names}.")


def add_exercise(
    key: str, name: str, kind: str, unit: str, *, source: str = "me", guide: str | None = None
) -> Exercise:
    """A new exercise at the end of the plan, without a prescription yet."""
    fields.slug("The key of an exercise", key)
    if Exercise.get_or_none(key=key):
        raise Refused(
            f"There is an exercise {key!r} already; choose another key, or change its prescription."
        )
    values = {
        "key": key,
        "name": fields.text("The name of an exercise", name.strip(), empty=False),
        "kind": fields.choice("The kind", kind, KINDS),
        "unit": fields.choice("The unit", unit, UNITS),
        "source": fields.choice("The source", source, EXERCISE_SOURCES),
        "guide": guide,
    }
    with history.step(f"New exercise: {name.strip()}"):
        last = max((one.position for one in exercises(archived=True)), default=0)
        return writing.add(Exercise, position=last + 1, archived=False, **values)


def key_from_name(name: str) -> str:
    """A free key for an exercise of that name: "Side plank" → side-plank (side-plank-2 when that is taken)."""
    base = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "exercise"
    taken = {one.key for one in exercises(archived=True)}
    return next(key for key in _numbered(base) if key not in taken)


def _numbered(base: str) -> Iterable[str]:
    yield base
    yield from (f"{base}-{number}" for number in range(2, 10_000))


def rename(exercise: Exercise, name: str) -> None:
    cleaned = fields.text("The name of an exercise", name.strip(), empty=False)
    with history.step(f"{exercise.name} is now called {cleaned}"):
        writing.change(exercise, name=cleaned)


def arrange(order: list[Exercise]) -> None:
    """Puts the exercises in this order."""
    with history.step("Order of the exercises"):
        for position, exercise in enumerate(order, start=1):
            writing.change(exercise, position=position)


def move(exercise: Exercise, by: int) -> bool:
    """One place up (-1) or down (1) among those in the plan; False, and nothing written, at the end of the list."""
    order = exercises()
    here = order.index(exercise)
    if not 0 <= here + by < len(order):
        return False
    order[here], order[here + by] = order[here + by], order[here]
    with history.step(f"{exercise.name} one place {'up' if by < 0 else 'down'}"):
        arrange([*order, *(one for one in exercises(archived=True) if one.archived)])
    return True


def prescriptions(exercise: Exercise) -> list[Prescription]:
    """Every prescription of an exercise, oldest first."""
    query = Prescription.select().where(Prescription.exercise == exercise.uid)
    return list(query.order_by(Prescription.starts_on))


def in_force(exercise: Exercise, day: date) -> Prescription | None:
    """The prescription with starts_on ≤ day ≤ ends_on (null: open)."""
    return next((one for one in prescriptions(exercise) if one.covers(day)), None)


def logs_under(given: Prescription) -> Any:
    """A query of the logs that stand under a prescription."""
    logs = ExerciseLog.select().where(
        ExerciseLog.exercise == given.exercise_uid, ExerciseLog.day >= given.starts_on
    )
    return logs if given.ends_on is None else logs.where(ExerciseLog.day <= given.ends_on)


DOSE = ("sets", "amount", "hold", "sides", "load", "schedule", "source", "note")


def checked_dose(dose: dict[str, Any]) -> dict[str, Any]:
    """The eight values of a dose (DOSE), each in its range; Refused otherwise. A hold of 0 is none."""
    return {
        "sets": fields.whole("Sets", dose["sets"], 1, 20),
        "amount": fields.number("The amount of a set", dose["amount"]),
        "hold": None if dose["hold"] is None else fields.number("The hold", dose["hold"], zero=True) or None,
        "sides": fields.choice("Sides", dose["sides"], PRESCRIBED_SIDES),
        "load": fields.text("The load", dose["load"]),
        "schedule": fields.schedule(dose["schedule"]),
        "source": fields.choice("The source", dose["source"], EXERCISE_SOURCES),
        "note": fields.text("The note", dose["note"]),
    }


def prescribe(
    exercise: Exercise,
    starts_on: date,
    *,
    sets: int,
    amount: float,
    hold: float | None = None,
    sides: str = "none",
    load: str = "",
    schedule: dict[str, Any],
    source: str = "me",
    note: str = "",
) -> Prescription:
    """Gives an exercise a dose from a day on, never altering what was asked before that day.

    sets 1–20; amount per set in the exercise's unit; hold in seconds at the top of a repetition.
    An archived exercise comes back into the plan.
    """
    values = (sets, amount, hold, sides, load, schedule, source, note)
    dose = checked_dose(dict(zip(DOSE, values, strict=True)))
    with history.step(
        f"{exercise.name}: {dose_words.describe(dose, exercise.unit)} from {calendar_days.short(starts_on)}"
    ):
        writing.change(exercise, archived=False)
        every = prescriptions(exercise)
        later = [one for one in every if one.starts_on > starts_on]
        ends_on = later[0].starts_on - ONE_DAY if later else None
        for one in every:
            if one.starts_on == starts_on:
                return writing.change(one, ends_on=ends_on, **dose)
            if one.covers(starts_on):
                writing.change(one, ends_on=starts_on - ONE_DAY)
        return writing.add(Prescription, exercise=exercise.uid, starts_on=starts_on, ends_on=ends_on, **dose)


def correct(prescription: Prescription, **changes: Any) -> Prescription:
    """Puts right what was entered wrongly in a prescription: the one way to change the past, asked for by name."""
    if unknown := set(changes) - set(DOSE):
        raise Refused(
            f"A prescription has no {', '.join(sorted(unknown))} to correct; it has {', '.join(DOSE)}."
        )
    dose = checked_dose(dose_of(prescription) | changes)
    with history.step(
        f"Correct {prescription.exercise.name} from {calendar_days.short(prescription.starts_on)}"
    ):
        return writing.change(prescription, **dose)


def archive(exercise: Exercise, day: date) -> None:
    """Takes an exercise out of the plan: its prescription ends the day before, or on the day where that has a log.

    Until a day to come it stays among those of the plan, and then has no dose any more.
    """
    with history.step(f"Archive {exercise.name}"):
        end_prescriptions([exercise], last_day(exercise, day))
        if day <= today():
            writing.change(exercise, archived=True)


def last_day(exercise: Exercise, day: date) -> date:
    """The last day that asks for an exercise archived on a day: that day where it has a log, else the one before."""
    done = ExerciseLog.get_or_none(exercise=exercise.uid, day=day)
    return day if done else day - ONE_DAY


class Ended(NamedTuple):
    """A prescription that was ended: the name of its exercise, and its last day; None: it was taken out."""

    exercise: str
    last: date | None


def end_prescriptions(of: Iterable[Exercise], last: date, *, before: date | None = None) -> list[Ended]:
    """Ends on `last` what is open or runs beyond it. One that begins later goes, unless entries stand under it: then
    it ends with the last of them. before: those that begin from that day on are left alone; None: none are.
    """
    ended = []
    for exercise in of:
        for one in prescriptions(exercise):
            if before and one.starts_on >= before:
                continue
            end = last if one.starts_on <= last else _last_entry(one)
            if end is not None and one.ends_on is not None and one.ends_on <= end:
                continue
            if end is None:
                writing.remove(one)
            else:
                writing.change(one, ends_on=end)
            ended.append(Ended(exercise.name, end))
    return ended


def _last_entry(given: Prescription) -> date | None:
    latest: ExerciseLog | None = logs_under(given).order_by(ExerciseLog.day.desc()).first()
    return latest.day if latest else None


def limits() -> list[PainLimit]:
    """Every pain limit that was set, oldest first."""
    return list(PainLimit.select().order_by(PainLimit.starts_on))


def set_limit(level: int, starts_on: date, *, source: str = "me") -> PainLimit:
    """The pain limit (0–10) during exercise and runs from a day on."""
    fields.whole("A pain limit", level, 0, 10)
    fields.choice("The source of a limit", source, LIMIT_SOURCES)
    with history.step(f"Pain limit {level} from {calendar_days.short(starts_on)}"):
        return writing.put(PainLimit, {"starts_on": starts_on}, level=level, source=source)


def dose_of(prescription: Prescription) -> dict[str, Any]:
    """The dose as keyword arguments for `prescribe`."""
    return {name: getattr(prescription, name) for name in DOSE}
