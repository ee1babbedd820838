"""Putting any row right, field by field, as text from a command or a form. Undo brings the former row back.

A field holds what the interchange file may hold there; on top of that stand the rules that concern other rows.
References, identity and times of entry stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from peewee import ForeignKeyField, IntegerField

from data import (
    activities,
    calendar_days,
    day,
    dose_words,
    entries,
    fields,
    history,
    plan,
    settings,
    typed,
    writing,
)
from data.errors import Refused
from data.exchange import record_checks
from data.exchange.diary_format import LISTS, NATURAL_KEYS
from data.models import (
    Activity,
    DayField,
    DayNote,
    Event,
    Exercise,
    ExerciseLog,
    FlagField,
    NumberField,
    PainLog,
    Prescription,
    Row,
    Run,
    ScheduleField,
    Setting,
    columns,
)
from data.pain import ONE_WORST

NAMES = {model: name for name, model in LISTS.items()}
KEPT = {"uid", "entered_at", "changed_at", "at", "utc_offset", "source_id"}
KEPT_IN: dict[type[Row], set[str]] = {
    Setting: {"key"},
    Prescription: {"exercise"},
    Run: {"source"},
}
MAY_LIE_AHEAD = ("starts_on", "ends_on")
MOST: dict[tuple[type[Row], str], float] = {
    (Run, "km"): fields.MOST_KM,
    (ExerciseLog, "sets_done"): fields.MOST_SETS,
    (ExerciseLog, "amount"): fields.MOST_AMOUNT,
    (Prescription, "amount"): fields.MOST_AMOUNT,
}
UNKNOWN_TIME: dict[str, Any] = {"at": None, "utc_offset": None}
YES, NO = ("yes", "true", "1"), ("no", "false", "0")


def editable(model: type[Row]) -> list[str]:
    """The fields of a table that may be put right."""
    return [name for name in columns(model) if name not in KEPT | KEPT_IN.get(model, set())]


def edit(row: Row, texts: Mapping[str, str]) -> str:
    """Changes fields of a row and gives what it is then; "" stands for null, or for no text.

    A log left without a set or a skip, and a note left without a text, go. A run takes its pain to another day.
    """
    model = type(row)
    if isinstance(row, Setting):
        if set(texts) != {"value"}:
            raise Refused("A setting has one field to change: value.")
        return settings.put(row.key, texts["value"])
    values = {name: _read(model, name, text) for name, text in texts.items()}
    before = day.interchange(row)
    record = {**before, **{name: _as_in_file(value) for name, value in values.items()}}
    checks = record_checks.FIELDS[NAMES[model]]
    for name in values:
        checks[name](name, record[name])
        if (most := MOST.get((model, name))) and record[name] is not None:
            fields.believable(name, record[name], most, before[name])
    if together := record_checks.TOGETHER.get(NAMES[model]):
        together(record)
    if "day" in values and hasattr(row, "at") and record["day"] != before["day"]:
        values |= UNKNOWN_TIME
    with history.step(f"Edit {entries.describe(row)}"):
        _refuse_twin(row, record)
        for rule in RULES.get(model, ()):
            rule(row, record)
        writing.change(row, **values)
        if _is_empty(row):
            writing.remove(row)
            return "With nothing left in it, it was deleted."
        return entries.describe(row)


def _read(model: type[Row], name: str, text: str) -> Any:
    if name not in editable(model):
        raise Refused(f"{name!r} is no field to change here; there are {', '.join(editable(model))}.")
    field = model._meta.columns[name]
    if text == "" and field.null:
        return None
    match field:
        case FlagField():
            if text.lower() in YES + NO:
                return text.lower() in YES
            raise Refused(f"{name} must be yes or no, not {text!r}.")
        case DayField():
            if name in MAY_LIE_AHEAD:
                return calendar_days.parse_day(text, plan.today(), future=True)
            return plan.past_day(text)
        case ForeignKeyField():
            return _referred(field.rel_model, text)
        case ScheduleField():
            return dose_words.parse_schedule(text)
        case NumberField() | IntegerField():
            return typed.minutes(name, text) if name == "minutes" else typed.number(name, text)
    return text


def _referred(model: type[Row], text: str) -> str:
    """The uid of an exercise or activity by its key or name, of any other row by its ID."""
    if model is Exercise:
        return str(plan.find_exercise(text).uid)
    if model is Activity:
        return str(activities.find(text).uid)
    found = entries.find(text)
    if not isinstance(found, model):
        raise Refused(f"{text} is the ID of another kind of entry: {entries.describe(found)}.")
    return str(found.uid)


def _as_in_file(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _is_empty(row: Row) -> bool:
    if isinstance(row, ExerciseLog):
        return not row.sets_done and not row.skipped
    return isinstance(row, DayNote) and not row.text.strip()


# What other rows have to say


def _refuse_twin(row: Row, record: dict[str, Any]) -> None:
    names = NATURAL_KEYS.get(NAMES[type(row)], ())
    if PainLog is type(row) and record["moment"] == "worst":
        names = ONE_WORST
    if names and all(record[name] is not None for name in names):
        _refuse_other(row, {name: record[name] for name in names})


def _refuse_other(row: Row, same: dict[str, Any]) -> None:
    model = type(row)
    query = model.select().where(model.uid != row.uid)
    for name, value in same.items():
        query = query.where(model._meta.columns[name] == value)
    if twin := query.first():
        raise Refused(
            f"There is another one with the same {' and '.join(same)} "
            f"({entries.short_id(twin)}, {entries.describe(twin)}): edit or delete that one."
        )


def _side_as_asked(log: Row, record: dict[str, Any]) -> None:
    """`both` alone stands where the prescription knows no sides."""
    exercise = Exercise.get_by_id(record["exercise"])
    asked = plan.in_force(exercise, date.fromisoformat(record["day"]))
    if asked and asked.sides == "none" and record["side"] != "both":
        raise Refused(f"{exercise.name} is done with both legs: its side is both.")


def _day_of_its_run(log: Row, record: dict[str, Any]) -> None:
    if record["run"] and str(Run.get_by_id(record["run"]).day) != record["day"]:
        raise Refused(
            f"This pain belongs to a run of another day: edit the day of the run, {record['run'][:8]}."
        )


def _onset_within(run: Row, record: dict[str, Any]) -> None:
    if record["onset_km"] is not None and record["onset_km"] > record["km"]:
        raise Refused(
            f"Pain can't have come on after {record['onset_km']:g} km of a run of {record['km']:g} km."
        )


def _pain_goes_along(run: Row, record: dict[str, Any]) -> None:
    if record["day"] != day.interchange(run)["day"]:
        for log in PainLog.select().where(PainLog.run == run.uid):
            writing.change(log, day=date.fromisoformat(record["day"]), **UNKNOWN_TIME)


def _no_overlap(prescription: Row, record: dict[str, Any]) -> None:
    others = Prescription.select().where(
        (Prescription.exercise == record["exercise"]) & (Prescription.uid != prescription.uid)
    )
    for other in others:
        begins_after = record["ends_on"] and str(other.starts_on) > record["ends_on"]
        ended_before = other.ends_on and str(other.ends_on) < record["starts_on"]
        if not begins_after and not ended_before:
            raise Refused(f"It would overlap with {entries.describe(other)} ({entries.short_id(other)}).")


def _plan_of_an_exercise(exercise: Row, record: dict[str, Any]) -> None:
    before = day.interchange(exercise)
    if record["archived"] != before["archived"]:
        raise Refused(
            "`itband plan archive` takes an exercise out of the plan, `itband plan set` brings it back."
        )
    counted = Prescription.select().where(Prescription.exercise == exercise.uid).exists()
    if record["unit"] != before["unit"] and counted:
        raise Refused("The unit of an exercise can't change once it was prescribed; add another exercise.")


def _discharge_stays(event: Row, record: dict[str, Any]) -> None:
    before = day.interchange(event)
    discharge = "discharge" in (before["kind"], record["kind"])
    if discharge and (before["kind"], before["day"]) != (record["kind"], record["day"]):
        raise Refused(
            "A discharge ends the plan on its day: `itband event discharge` enters one, `itband delete` deletes."
        )


def _at_most_three(activity: Row, record: dict[str, Any]) -> None:
    active = Activity.select().where((Activity.uid != activity.uid) & (Activity.archived == 0)).count()
    if not record["archived"] and active >= activities.MOST:
        raise Refused(f"There are {activities.MOST} activities already; archive one of them before.")


RULES: dict[type[Row], tuple[Callable[[Row, dict[str, Any]], None], ...]] = {
    ExerciseLog: (_side_as_asked,),
    PainLog: (_day_of_its_run,),
    Run: (_onset_within, _pain_goes_along),
    Prescription: (_no_overlap,),
    Exercise: (_plan_of_an_exercise,),
    Event: (_discharge_stays,),
    Activity: (_at_most_three,),
}
