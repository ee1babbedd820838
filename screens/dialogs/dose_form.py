"""The dose of an exercise: given from a day on, put right, or given to a new exercise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from data import dose_words, doses, plan, plan_changes, plan_words, typed_dose
from data.models import KINDS, Prescription
from data.plain_text import one_line
from data.plan_changes import Change, Wanted
from data.planned import Planned
from screens.dialogs.checked_form import CheckedForm, Picked, Row, Typed, options
from screens.widgets.choice import Choice, Option

ONE_DAY = timedelta(days=1)
SCHEDULES = "daily, 3/week, mon,wed,fri, every 2"


def dose_rows(dose: Mapping[str, Any], unit: str | None) -> list[Row]:
    """The eight values of a dose; what `dose` lacks is empty. unit None: it is chosen in the same form."""
    a_set = f"{unit.capitalize()} a set" if unit else "A set"
    which = "" if unit else "repetitions, seconds, steps or minutes"
    rows = [
        Typed("sets", "Sets", typed_dose.sets, hint="1 to 20"),
        Typed("amount", a_set, typed_dose.amount, hint=which),
        Typed("hold", "Hold, s", typed_dose.hold, hint="seconds at the top, or none"),
        Typed("schedule", "How often", typed_dose.schedule, hint=SCHEDULES),
        Typed("load", "Load", partial(typed_dose.text, "The load"), hint="such as green band, 5 kg"),
        Typed("note", "Note", partial(typed_dose.text, "The note")),
    ]
    filled: list[Row] = [
        row.holding(shown(row.key, dose[row.key]), dose[row.key]) if row.key in dose else row for row in rows
    ]
    sides = Picked("sides", "Sides", options(plan_words.PRESCRIBED_SIDES), dose.get("sides", "none"))
    source = Picked("source", "Given by", options(plan_words.GIVERS), dose.get("source", "me"))
    return [*filled[:3], sides, *filled[3:], source]


def shown(name: str, value: Any) -> str:
    """A value of a dose as its field shows it."""
    if value is None:
        return ""
    if name == "schedule":
        return dose_words.describe_schedule(value)
    return one_line(value) if isinstance(value, str) else f"{value:g}"


def first_day(today: date) -> Typed:
    return Typed("starts_on", "From", typed_dose.any_day, str(today), hint="2026-11-23, today, -3")


def dose_in(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in plan.DOSE}


class DoseForm(CheckedForm):
    """Gives an exercise a dose from a day on, filled in with the dose it has."""

    def __init__(self, planned: Planned, today: date) -> None:
        exercise = planned.exercise
        dose = (
            doses.usual(exercise, today) if planned.known_dose is None else plan.dose_of(planned.known_dose)
        )
        super().__init__(
            f"{one_line(exercise.name)}: a dose from a day on",
            [*dose_rows(dose, exercise.unit), first_day(today)],
        )
        self._planned, self._today, self._before = planned, today, dose
        self._is_own = False
        """Whether the giver was turned from the guide to the runner, because the dose was changed."""

    def remark_on(self, values: Mapping[str, Any]) -> str:
        self._show_giver(values)
        day = values.get("starts_on")
        if day is None:
            return ""
        later = self._planned.ahead(day)
        return plan_changes.reach(day, self._today, until=later.starts_on - ONE_DAY if later else None)

    def _show_giver(self, values: Mapping[str, Any]) -> None:
        """The giver that will be saved: a dose of the guide that is changed is the runner's own."""
        if not set(plan.DOSE) <= values.keys():
            return
        giver = self.query_one("#source", Choice)
        asked = "guide" if self._is_own and giver.value == "me" else giver.value
        source = plan_changes.source_of({**dose_in(values), "source": asked}, self._before)
        self._is_own = asked == "guide" != source
        if source != giver.value:
            giver.choose(source)

    def save(self, values: Mapping[str, Any]) -> None:
        day, exercise = values["starts_on"], self._planned.exercise
        wanted = plan_changes.with_dose(exercise, dose_in(values))
        change = plan_changes.of_one(wanted, day)
        if change is None and exercise.archived:
            change = Change(wanted, exercise, None, dose_words.describe(wanted.dose, wanted.unit))
        if change:
            plan_changes.make([change], day)


class CorrectionForm(CheckedForm):
    """Puts right what was entered wrongly in a prescription; the one form that changes the past, and says so."""

    def __init__(self, given: Prescription, today: date) -> None:
        exercise = given.exercise
        super().__init__(
            f"{one_line(exercise.name)}: correct what was entered",
            dose_rows(plan.dose_of(given), exercise.unit),
            plan_words.correcting(given, today),
        )
        self._given = given

    def save(self, values: Mapping[str, Any]) -> None:
        plan.correct(self._given, **dose_in(values))


class NewExerciseForm(CheckedForm):
    """An exercise of the runner's own or from the physiotherapist; `take` gets it with the day it begins on."""

    def __init__(
        self, source: str, today: date | None, take: Callable[[Wanted, date | None], str | None]
    ) -> None:
        """today None: the day is known already and not asked for."""
        whose = "from your physiotherapist" if source == "physio" else "of your own"
        rows: list[Row] = [
            Typed("name", "Name", typed_dose.name, hint="such as Calf raise"),
            Picked("kind", "Kind", [Option(kind, kind) for kind in KINDS], KINDS[0]),
            Picked("unit", "Unit", options(plan_words.UNITS), "reps"),
            *dose_rows({"sides": "none", "source": source}, None),
        ]
        super().__init__(f"A new exercise {whose}", [*rows, *([first_day(today)] if today else [])])
        self._today, self._take = today, take
        self.added: str | None = None
        """The key of the exercise, once it was taken."""

    def remark_on(self, values: Mapping[str, Any]) -> str:
        day = values.get("starts_on")
        return plan_changes.reach(day, self._today) if day and self._today else ""

    def save(self, values: Mapping[str, Any]) -> str | None:
        wanted = plan_changes.new_one(values["name"], values["kind"], values["unit"], dose_in(values))
        said = self._take(wanted, values.get("starts_on"))
        self.added = wanted.key
        return said
