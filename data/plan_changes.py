"""A visit's changes as one list with one date: what a wanted plan changes of the one in force, and doing it.

Used for the plan as text and for the Plan screen. What is not in the wanted plan leaves the plan on that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data import calendar_days, diary, dose_words, doses, history, plan
from data.errors import Refused
from data.models import Event, Exercise

SINCE_THEN = "The days since then are counted by what is asked now."
SINCE_IN_PART = "The days since then are counted by what stands above."


@dataclass(frozen=True, slots=True)
class Wanted:
    """An exercise as it is wanted: kind and unit only matter for one that the diary does not know yet."""

    key: str
    name: str
    kind: str
    unit: str
    dose: dict[str, Any]
    guide: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of what would change: before and after are doses in words, None where there is none."""

    wanted: Wanted | None
    exercise: Exercise | None
    before: str | None
    after: str | None

    @property
    def words(self) -> str:
        """`Glute bridge: 2×10, daily → 3×12, daily`"""
        name = self.wanted.name if self.wanted else self.exercise.name if self.exercise else ""
        if self.before is None:
            return f"{name}: {'back in the plan' if self.exercise else 'new'}, {self.after}"
        if self.before == self.after:
            return f"{name}: {self.after}, with another name, source or note"
        return f"{name}: {self.before} → {self.after or 'out of the plan'}"


def in_force(day: date) -> list[Wanted]:
    """The plan on a day, in its order."""
    return [one for exercise in plan.exercises(archived=True) if (one := as_it_is(exercise, day))]


def for_a_visit(day: date) -> list[tuple[Wanted, bool]]:
    """Every exercise that a visit may change, with whether it is in the plan on that day.

    One that isn't has the dose that it had last, else the guide's, else what is known of one.
    """
    found = []
    for exercise in plan.exercises(archived=True):
        if one := as_it_is(exercise, day):
            found.append((one, True))
        elif not exercise.archived:
            found.append((with_dose(exercise, doses.usual(exercise, day)), False))
    return found


def as_it_is(exercise: Exercise, day: date) -> Wanted | None:
    """An exercise with the dose in force on a day; None without one."""
    given = plan.in_force(exercise, day)
    return with_dose(exercise, plan.dose_of(given)) if given else None


def with_dose(exercise: Exercise, dose: dict[str, Any]) -> Wanted:
    return Wanted(exercise.key, exercise.name, exercise.kind, exercise.unit, dose, exercise.guide)


def new_one(name: str, kind: str, unit: str, dose: dict[str, Any]) -> Wanted:
    """An exercise that the diary does not know yet; it has the guide's page where the guide describes it."""
    key = plan.key_from_name(name)
    return Wanted(key, name, kind, unit, dose, doses.page_of(key))


def compare(wanted: Iterable[Wanted], day: date) -> list[Change]:
    """What the wanted plan changes on that day, in its order; what leaves the plan comes last."""
    wanted = list(wanted)
    keys = [one.key for one in wanted]
    if twice := {key for key in keys if keys.count(key) > 1}:
        raise Refused(f"{', '.join(sorted(twice))} stands in the plan more than once.")
    changes = [change for one in wanted if (change := of_one(one, day))]
    gone = [one for one in in_force(day) if one.key not in keys]
    return changes + [Change(None, _exercise(one.key), _words(one), None) for one in gone]


def of_one(wanted: Wanted, day: date) -> Change | None:
    """What becomes of one exercise on that day; None: it is so already."""
    exercise = _exercise(wanted.key)
    if exercise is None:
        return Change(wanted, None, None, _words(wanted))
    if exercise.unit != wanted.unit:
        raise Refused(
            f"{wanted.key} is counted in {exercise.unit}, not {wanted.unit}: "
            "give the exercise in the other unit a key of its own."
        )
    if exercise.kind != wanted.kind:
        raise Refused(
            f"{wanted.key} is of the kind {exercise.kind}, not {wanted.kind}: `itband edit` changes that."
        )
    before = as_it_is(exercise, day)
    if before is None:
        return Change(wanted, exercise, None, _words(wanted))
    wanted = _no_longer_of_the_guide(wanted, before)
    if (before.dose, before.name) == (wanted.dose, wanted.name):
        return None
    return Change(wanted, exercise, _words(before), _words(wanted))


def _exercise(key: str) -> Exercise | None:
    found: Exercise | None = Exercise.get_or_none(key=key)
    return found


def source_of(dose: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    """Whose a dose is: one of the guide that was changed is the runner's own, unless another source was given."""
    changed = any(dose[name] != before[name] for name in plan.DOSE if name != "source")
    return "me" if changed and dose["source"] == before["source"] == "guide" else str(dose["source"])


def _no_longer_of_the_guide(one: Wanted, before: Wanted) -> Wanted:
    return replace(one, dose={**one.dose, "source": source_of(one.dose, before.dose)})


def _words(one: Wanted) -> str:
    return dose_words.describe(one.dose, one.unit)


def reach(day: date, today: date, *, until: date | None = None, in_part: bool = False) -> str:
    """What a change of the plan from that day on leaves alone, and what it does not.

    until: the last day it holds. in_part: a part of it ends where doses given for later begin, as was said of each.
    """
    words = [f"What was asked before {calendar_days.brief(day, today)} stays as it was."]
    if day < today:
        words.append(SINCE_IN_PART if in_part else SINCE_THEN)
    if until:
        words.append(
            f"It holds until {calendar_days.brief(until, today)}: then a dose given for later begins."
        )
    return " ".join(words)


def dose_after(change: Change, day: date) -> tuple[date, str] | None:
    """The dose given for a day after that one, which ends what the change asks for: its first day, and its words."""
    if change.wanted is None or change.exercise is None:
        return None
    later = [one for one in plan.prescriptions(change.exercise) if one.starts_on > day]
    if not later:
        return None
    return later[0].starts_on, dose_words.describe(plan.dose_of(later[0]), change.exercise.unit)


def can_note_visit(day: date) -> bool:
    """Whether a visit can be written down on a day: it has come, and has none yet."""
    return (
        day <= plan.today()
        and not Event.select().where((Event.day == day) & (Event.kind == "visit")).exists()
    )


def make_at_visit(changes: Iterable[Change], day: date, *, note_it: bool) -> str:
    """Makes the changes and, where asked for, writes the visit down on that day: one step of undo."""
    changes = list(changes)
    with history.step(f"Visit: the plan from {calendar_days.short(day)}"):
        make(changes, day)
        if note_it:
            diary.add_event("visit", day)
    return f"The plan from {calendar_days.short(day)} is made. One undo takes all of it back."


def make(changes: Iterable[Change], day: date) -> None:
    """Carries the changes out from that day on, as one step of undo; nothing before the day is altered."""
    changes = list(changes)
    what = changes[0].words if len(changes) == 1 else "The plan"
    with history.step(f"{what} from {calendar_days.short(day)}"):
        for change in changes:
            if change.wanted is None:
                assert change.exercise is not None
                plan.archive(change.exercise, day)
                continue
            wanted = change.wanted
            exercise = change.exercise or plan.add_exercise(
                wanted.key,
                wanted.name,
                wanted.kind,
                wanted.unit,
                source=wanted.dose["source"],
                guide=wanted.guide,
            )
            if exercise.name != wanted.name:
                plan.rename(exercise, wanted.name)
            asked = plan.in_force(exercise, day)
            if exercise.archived or asked is None or plan.dose_of(asked) != wanted.dose:
                plan.prescribe(exercise, day, **wanted.dose)
