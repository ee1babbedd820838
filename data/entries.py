"""Any row of the diary by its ID: find it, say in words what it is, list a window's, delete it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from peewee import JOIN, ForeignKeyField

from data import dose_words, history, plan, settings, wording, writing
from data.calendar_days import short
from data.day import interchange
from data.errors import DELETED, Refused
from data.exchange.diary_format import LISTS
from data.models import (
    TABLES,
    Activity,
    ActivityScore,
    DayNote,
    Event,
    Exercise,
    ExerciseLog,
    PainLimit,
    PainLog,
    Pause,
    Prescription,
    Row,
    Run,
    Setting,
    database,
)

SHORT_ID = 8
MOST_NAMED = 4
IN_A_DAY: tuple[type[Row], ...] = (PainLog, ExerciseLog, Run, ActivityScore, DayNote, Event)
FROM_A_DAY: tuple[type[Row], ...] = (Prescription, Pause, PainLimit)


def find(start: str) -> Row:
    """The row with that uid, or the only one whose uid starts so; Refused when none or several do."""
    wanted = start.strip().lower()
    if not re.fullmatch(r"[0-9a-f-]{1,36}", wanted, re.ASCII):
        raise Refused(f"{start!r} is no ID: `itband log` and `itband plan` show them, such as 1a2b3c4d.")
    found = [(model, uid) for model in TABLES for uid in _uids(model, wanted)]
    if not found:
        raise Refused(f"There is no entry with an ID that starts with {wanted}; `itband log` shows them.")
    if len(found) > 1:
        named = ", ".join(uid for _, uid in found[:MOST_NAMED])
        more = " and others" if len(found) > MOST_NAMED else ""
        raise Refused(f"{wanted} could be {named}{more}: please give more of the ID.")
    model, uid = found[0]
    row: Row = _with_references(model).where(model.uid == uid).get()
    return row


def _uids(model: type[Row], start: str) -> list[str]:
    rows = database.execute_sql(
        f'SELECT uid FROM "{model._meta.table_name}" '
        "WHERE uid BETWEEN ? AND ? || '~' OR uid BETWEEN ? AND ? || '~' LIMIT ?",
        (start, start, start.upper(), start.upper(), MOST_NAMED + 1),
    )
    return [uid for (uid,) in rows.fetchall()]


def short_id(row: Row) -> str:
    """The start of its uid that stands in lists."""
    return str(row.uid)[:SHORT_ID]


def between(
    first: date, last: date, models: Iterable[type[Row]] = (*IN_A_DAY, *FROM_A_DAY)
) -> dict[date, list[Row]]:
    """Every entry of the days from first to last, and each prescription, pause and limit that begins on one of them.

    Newest day first; days without any are left out. models: only those of these tables.
    """
    days: dict[date, list[Row]] = {}
    for model in models:
        day = model._meta.fields["day" if model in IN_A_DAY else "starts_on"]
        query = (
            _with_references(model).where(day.between(first, last)).order_by(day, model.entered_at, model.uid)
        )
        for row in query:
            days.setdefault(getattr(row, day.name), []).append(row)
    return {day: days[day] for day in sorted(days, reverse=True)}


def as_json(first: date, last: date) -> dict[str, Any]:
    """The rows that `between` lists, as they stand in the interchange file, by list.

    With them go the exercises and activities that they point at.
    """
    rows = [row for day in between(first, last).values() for row in day]
    pointed_at = {
        target.uid: target
        for row in rows
        for name in ("exercise", "activity")
        if (target := getattr(row, name, None))
    }
    lists: dict[str, Any] = {"from": first.isoformat(), "to": last.isoformat()}
    for name, model in LISTS.items():
        if model in (*IN_A_DAY, *FROM_A_DAY, Exercise, Activity):
            of_it = [row for row in (*rows, *pointed_at.values()) if isinstance(row, model)]
            lists[name] = [interchange(row) for row in sorted(of_it, key=lambda row: str(row.uid))]
    return lists


def _with_references(model: type[Row]) -> Any:
    """A query that brings the rows that a row points at along."""
    references = [field for field in model._meta.sorted_fields if isinstance(field, ForeignKeyField)]
    query = model.select(model, *(field.rel_model for field in references))
    for field in references:
        query = query.switch(model).join(field.rel_model, JOIN.LEFT_OUTER, on=field)
    return query


def describe(row: Row) -> str:
    """A row in words, without its day: `Glute bridge left: 2 sets`."""
    match row:
        case ExerciseLog():
            return _log_words(row)
        case PainLog():
            exercise = row.exercise.name if row.exercise_uid else None
            return wording.pain_words(row, exercise) + wording.remarks(row.medication, row.note)
        case Run():
            return f"Run: {wording.run_words(row)}"
        case DayNote():
            return f"Note{' for your physiotherapist' if row.for_physio else ''}: {row.text}"
        case ActivityScore():
            return f"{row.activity.name}: {row.score} of 10"
        case Event():
            return wording.event_words(row)
        case Prescription():
            return (
                f"{row.exercise.name}: {dose_words.describe(plan.dose_of(row), row.exercise.unit)}, {_span(row)}"
                + wording.remarks(row.note)
            )
        case Pause():
            name = row.exercise.name if row.exercise_uid else "everything"
            return f"Pause of {name}, {_span(row)}: {row.reason}"
        case PainLimit():
            return f"Pain limit {row.level} from {short(row.starts_on)}, {wording.LIMIT_SOURCES[row.source]}"
        case Exercise():
            return f"Exercise {row.key}: {row.name}"
        case Activity():
            return f"Activity: {row.name}"
        case Setting():
            return f"Setting {row.key}: {row.value}"
    raise TypeError(row)


def _log_words(log: ExerciseLog) -> str:
    side = "" if log.side == "both" else f" {log.side}"
    words = [wording.counted(log.sets_done, "set")] if log.sets_done or not log.skipped else []
    if log.amount is not None:
        words.append(f"{log.amount:g} {log.exercise.unit} a set")
    if log.load:
        words.append(str(log.load))
    if log.skipped:
        words.append(f"skipped: {wording.SKIP_REASONS[log.skipped]}")
    return f"{log.exercise.name}{side}: {', '.join(words)}" + wording.remarks(log.note)


def _span(row: Prescription | Pause) -> str:
    return wording.span(row.starts_on, row.ends_on)


def delete(row: Row) -> str:
    """Deletes a row and what can't be without it: a run's pain, the plan of an exercise that has no entry yet.

    Refused where the past would change: an exercise, a prescription or an activity that entries stand under. Refused
    when the row is gone.
    """
    described = describe(row)
    if isinstance(row, Setting):
        return settings.put(row.key, "")
    with history.step(f"Delete {described}"):
        for one in _goes_along(row):
            writing.remove(one)
        if not writing.remove(row):
            raise Refused(DELETED)
    return f"Deleted: {described}"


def _goes_along(row: Row) -> Iterable[Row]:
    match row:
        case Run():
            return list(PainLog.select().where(PainLog.run == row.uid))
        case Exercise():
            entries = sum(
                model.select().where(model.exercise == row.uid).count() for model in (ExerciseLog, PainLog)
            )
            _refuse_under(
                entries, row.name, f"`itband plan archive {row.key}` takes it out of the plan and keeps them"
            )
            return [
                one
                for model in (Prescription, Pause)
                for one in model.select().where(model.exercise == row.uid)
            ]
        case Prescription():
            _refuse_under(
                plan.logs_under(row).count(),
                "this prescription",
                "`itband edit` puts it right, `itband plan archive` ends it",
            )
        case Activity():
            scores = ActivityScore.select().where(ActivityScore.activity == row.uid)
            _refuse_under(
                scores.count(), row.name, "`itband activity archive` takes it off the list and keeps them"
            )
    return []


def _refuse_under(entries: int, what: str, instead: str) -> None:
    if entries:
        raise Refused(f"{wording.counted(entries, 'entry', 'entries')} would be lost with {what}: {instead}.")
