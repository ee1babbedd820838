"""Pauses of an exercise or of all: their days leave both sides of adherence."""

from __future__ import annotations

from datetime import date, timedelta

from data import calendar_days, fields, history, writing
from data.errors import Refused
from data.models import PAUSE_REASONS, Exercise, Pause

ONE_DAY = timedelta(days=1)


def in_order() -> list[Pause]:
    """Every pause, the earliest first."""
    return list(Pause.select().order_by(Pause.starts_on))


def of_all(day: date) -> Pause | None:
    """The pause of everything that a day lies in; None without one."""
    return next((one for one in in_order() if one.exercise_uid is None and one.covers(day)), None)


def pause(
    starts_on: date, ends_on: date | None = None, *, reason: str = "other", exercise: Exercise | None = None
) -> Pause:
    """Pauses one exercise or (None) all; ends_on None: until further notice. Its days leave both sides of adherence.

    Given in a pause of the same reason it moves the end of that one, given from its first day it replaces it. Of
    another reason it stands in the midst of it; the days around keep the reason that they had.
    """
    fields.choice("The reason of a pause", reason, PAUSE_REASONS)
    if ends_on and ends_on < starts_on:
        raise Refused(f"A pause can't end on {ends_on}, before it begins on {starts_on}.")
    name = exercise.name if exercise else "everything"
    with history.step(f"Pause {name} from {calendar_days.short(starts_on)}"):
        for one in in_order():
            same = one.exercise_uid == (exercise.uid if exercise else None)
            if not same or not one.covers(starts_on):
                continue
            if one.reason == reason:
                return writing.change(one, ends_on=ends_on)
            if one.starts_on == starts_on:
                return writing.change(one, ends_on=ends_on, reason=reason)
            if ends_on and (one.ends_on is None or one.ends_on > ends_on):
                _add(exercise, ends_on + ONE_DAY, one.ends_on, one.reason)
            writing.change(one, ends_on=starts_on - ONE_DAY)
        return _add(exercise, starts_on, ends_on, reason)


def _add(exercise: Exercise | None, starts_on: date, ends_on: date | None, reason: str) -> Pause:
    uid = exercise.uid if exercise else None
    return writing.add(Pause, exercise=uid, starts_on=starts_on, ends_on=ends_on, reason=reason)


def resume(day: date, exercise: Exercise | None = None) -> int:
    """Ends the pauses that the day lies in on the day before it, and gives how many.

    Refused without one. One that begins on that very day goes. exercise None: every pause.
    """
    found = [
        one
        for one in in_order()
        if one.covers(day) and (exercise is None or one.exercise_uid == exercise.uid)
    ]
    if not found:
        raise Refused(f"Nothing is paused on {day}.")
    with history.step(f"Resume on {calendar_days.short(day)}"):
        for one in found:
            end(one, day)
    return len(found)


def end(pause: Pause, day: date) -> str:
    """Has a pause end on the day before, so that this one counts; a pause that had not begun by then goes."""
    name = pause.exercise.name if pause.exercise_uid else "everything"
    with history.step(f"Resume {name} on {calendar_days.short(day)}") as step:
        if pause.starts_on >= day:
            writing.remove(pause)
        else:
            writing.change(pause, ends_on=day - ONE_DAY)
    return step.label + "."
