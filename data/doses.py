"""Giving a dose in a few words: what isn't said is as it was in force, else as the guide has it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from data import dose_words, fields, guide, history, plan
from data.calendar_days import short
from data.errors import Refused
from data.guide import LibraryExercise
from data.models import Exercise, Prescription

BARE = {"hold": None, "sides": "none", "load": "", "note": "", "source": "me"}


def give(
    key: str,
    starts_on: date,
    *,
    name: str | None = None,
    kind: str | None = None,
    unit: str | None = None,
    **said: Any,
) -> Prescription:
    """Prescribes an exercise from a day on: one of the plan, one of the guide, or with a name a new one of that key.

    key: of an exercise of plan or guide, or an unambiguous start of it; kind and unit are for a new exercise.
    said: what is known of the dose, as for `plan.prescribe`; the source of a changed dose is the runner unless said.
    Refused when a new exercise lacks sets, amount or schedule.
    """
    exercise = None if name else _known(key)
    if exercise and (kind or unit):
        raise Refused(f"{exercise.key} is in the plan already; kind and unit are for a new exercise.")
    with history.step(f"New exercise: {name or key}") as step:
        if exercise is None:
            exercise = _new(key, name, kind, unit, said.get("source", "me"))
        of_old = usual(exercise, starts_on)
        dose = {**of_old, **said}
        if missing := [what for what in ("sets", "amount", "schedule") if what not in dose]:
            raise Refused(f"The first dose of {exercise.name} lacks {', '.join(missing)}.")
        if "amount" in said:
            fields.number("The amount of a set", said["amount"])
            fields.believable("The amount of a set", said["amount"], fields.MOST_AMOUNT)
        if "source" not in said and dose != of_old:
            dose["source"] = "me"
        given = plan.prescribe(exercise, starts_on, **dose)
        step.label = f"{exercise.name}: {dose_words.describe(dose, exercise.unit)} from {short(starts_on)}"
    return given


def replaced(key: str, day: date) -> str | None:
    """The dose of an exercise in words, where it begins on that day and has logs under it; None without one."""
    exercise = _known(key)
    given = plan.in_force(exercise, day) if exercise else None
    if exercise is None or given is None or given.starts_on != day or not plan.logs_under(given).exists():
        return None
    return dose_words.describe(plan.dose_of(given), exercise.unit)


def add_from_guide(one: LibraryExercise, starts_on: date) -> Exercise:
    """Adds an exercise of the guide with its light dose."""
    with history.step(f"New exercise: {one.name}"):
        exercise = plan.add_exercise(one.key, one.name, one.kind, one.unit, source="guide", guide=one.guide)
        plan.prescribe(exercise, starts_on, **of_guide(one))
    return exercise


def not_in_plan() -> list[LibraryExercise]:
    """The exercises of the guide that are not in the plan; of those archived the ones that are counted alike."""
    known = {one.key: one for one in plan.exercises(archived=True)}
    return [
        one
        for one in guide.library()
        if one.key not in known or (known[one.key].archived and known[one.key].unit == one.unit)
    ]


def add_from_library(keys: Iterable[str], starts_on: date) -> list[Exercise]:
    """Adds these exercises of the guide with their light doses, as one step of undo; archived ones come back."""
    known = {one.key: one for one in plan.exercises(archived=True)}
    added = []
    with history.step("New exercises") as step:
        for one in guide.library():
            if one.key not in keys:
                continue
            if one.key in known:
                plan.prescribe(known[one.key], starts_on, **of_guide(one))
            added.append(known.get(one.key) or add_from_guide(one, starts_on))
        step.label = f"In the plan: {', '.join(one.name for one in added)}"
    return added


def page_of(key: str) -> str | None:
    """The guide's page on an exercise of that key; None: it has none."""
    return next((one.guide for one in guide.library() if one.key == key), None)


def _known(key: str) -> Exercise | None:
    fits = any(key and one.key.startswith(key) for one in plan.exercises(archived=True))
    return plan.find_exercise(key) if fits else None


def _new(key: str, name: str | None, kind: str | None, unit: str | None, source: str) -> Exercise:
    if name is not None:
        return plan.add_exercise(
            key, name, kind or "strength", unit or "reps", source=source, guide=page_of(key)
        )
    one = _in_guide(key)
    return plan.add_exercise(
        one.key, one.name, kind or one.kind, unit or one.unit, source="guide", guide=one.guide
    )


def _in_guide(key: str) -> LibraryExercise:
    fitting = [one for one in guide.library() if one.key == key]
    fitting = fitting or [one for one in guide.library() if key and one.key.startswith(key)]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(one.key for one in fitting or guide.library())
    if fitting:
        raise Refused(f"{key!r} could be {names}: please give more of the key.")
    raise Refused(f"There is no exercise {key!r}: give it a --name, or choose one of the guide: {names}.")


def usual(exercise: Exercise, day: date) -> dict[str, Any]:
    """The latest dose given by that day, else the guide's, else what a dose has when nothing is said."""
    given = [one for one in plan.prescriptions(exercise) if one.starts_on <= day]
    if given:
        return plan.dose_of(given[-1])
    described = [one for one in guide.library() if one.key == exercise.key and one.unit == exercise.unit]
    return of_guide(described[0]) if described else dict(BARE)


def of_guide(one: LibraryExercise) -> dict[str, Any]:
    """The light dose of the guide, as keyword arguments for `plan.prescribe`."""
    return {
        "sets": one.dose.sets,
        "amount": one.dose.amount,
        "hold": one.dose.hold,
        "sides": one.dose.sides,
        "load": one.dose.load,
        "schedule": one.dose.schedule,
        "source": "guide",
        "note": "",
    }
