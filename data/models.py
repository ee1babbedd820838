"""The peewee tables of the diary, their constraints and indexes.

Tables are STRICT: SQLite then refuses a text in a number's place; a whole number's CHECK says `typeof` besides,
and `ANY` keeps 30 and 30.0 apart, so that an export gives back what an import brought.
Free texts are "" when empty, never null; numbers and closed lists are null when unknown.
"""

from __future__ import annotations

import json
import uuid
from datetime import date
from typing import Any

import peewee
from peewee import SQL, Check, Node

from data.connection import DiaryDatabase

database = DiaryDatabase(None, timeout=5)

KINDS = ("strength", "stretch", "release")
UNITS = ("reps", "seconds", "steps", "minutes")
EXERCISE_SOURCES = ("guide", "physio", "me")
PRESCRIBED_SIDES = ("none", "each", "left", "right")
SIDES = ("left", "right", "both")
EXCUSING = ("ill", "travel", "advised")
SKIP_REASONS = ("pain", "time", "forgot", "equipment", "other", *EXCUSING)
MOMENTS = ("worst", "morning", "before", "during", "after", "night", "other")
SITES = ("outer-knee", "outer-thigh", "hip", "other")
PAUSE_REASONS = ("ill", "travel", "advised", "other")
EVENT_KINDS = ("start", "visit", "flare", "shoes", "discharge", "other")
LIMIT_SOURCES = ("default", "me", "physio")


class DayField(peewee.TextField):
    """A civil day, stored as ISO text."""

    def db_value(self, value: date | str | None) -> str | None:
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: str | None) -> date | None:
        return None if value is None else date.fromisoformat(value)


class NumberField(peewee.Field):
    """A number that stays what it was: 30 is not turned into 30.0."""

    field_type = "ANY"


class FlagField(peewee.IntegerField):
    """True or false, stored as 1 or 0."""

    def db_value(self, value: bool | None) -> int | None:
        return None if value is None else int(value)

    def python_value(self, value: int | None) -> bool | None:
        return None if value is None else bool(value)


class ScheduleField(peewee.TextField):
    """`{"type": "daily"}`, `weekdays` with days, `every` with days, or `weekly` with times; stored as JSON text."""

    def db_value(self, value: dict[str, Any] | str) -> str:
        return value if isinstance(value, str) else json.dumps(value)

    def python_value(self, value: str) -> dict[str, Any]:
        schedule: dict[str, Any] = json.loads(value)
        return schedule


def _one_of(column: str, values: tuple[str, ...]) -> Node:
    return Check(f"{column} IN ({', '.join(repr(value) for value in values)})")


def _whole(column: str, low: int, high: int | None = None) -> Node:
    upper = f" AND {column} <= {high}" if high is not None else ""
    return Check(f"{column} IS NULL OR (typeof({column}) = 'integer' AND {column} >= {low}{upper})")


def _above_zero(column: str) -> Node:
    return Check(
        f"{column} IS NULL OR (typeof({column}) IN ('integer', 'real') AND {column} > 0 AND {column} < 1e6)"
    )


def _at_least_zero(column: str) -> Node:
    return Check(
        f"{column} IS NULL OR (typeof({column}) IN ('integer', 'real') AND {column} >= 0 AND {column} < 1e6)"
    )


def _day(column: str) -> Node:
    # Without a modifier date() lets 30 February stand.
    return Check(f"{column} IS NULL OR date({column}, '+0 days') IS {column}")


def _flag(column: str) -> Node:
    return Check(f"{column} IN (0, 1)")


def _text() -> peewee.TextField:
    return peewee.TextField(default="", constraints=[SQL("DEFAULT ''")])


def new_uid() -> str:
    return str(uuid.uuid4())


class Row(peewee.Model):
    """What every table has: an identity that no other diary gives away, and when it was entered and changed (UTC)."""

    uid = peewee.TextField(primary_key=True, default=new_uid)
    entered_at = peewee.TextField()
    changed_at = peewee.TextField()

    class Meta:
        database = database
        legacy_table_names = False
        strict_tables = True


def _reference(model: type[Row], *, null: bool = False) -> peewee.ForeignKeyField:
    name = model._meta.table_name
    reference: peewee.ForeignKeyField = peewee.ForeignKeyField(  # type: ignore[call-overload]
        model, column_name=name, object_id_name=f"{name}_uid", null=null, deferrable="INITIALLY DEFERRED"
    )
    return reference


class Exercise(Row):
    key = peewee.TextField(unique=True)
    name = peewee.TextField()
    kind = peewee.TextField(constraints=[_one_of("kind", KINDS)])
    unit = peewee.TextField(constraints=[_one_of("unit", UNITS)])
    guide = peewee.TextField(null=True)
    source = peewee.TextField(constraints=[_one_of("source", EXERCISE_SOURCES)])
    position = peewee.IntegerField(constraints=[_whole("position", 0)])
    archived = FlagField(default=False, constraints=[_flag("archived")])

    class Meta:
        constraints = [Check("key <> '' AND key NOT GLOB '*[^a-z0-9-]*'"), Check("name <> ''")]


class Lasting:
    """What holds from a day to another; ends_on None: it is open."""

    starts_on: Any
    ends_on: Any

    def covers(self, day: date) -> bool:
        """Whether a day lies in it, the first and the last one too."""
        return bool(self.starts_on <= day and (self.ends_on is None or day <= self.ends_on))


class Prescription(Lasting, Row):
    exercise = _reference(Exercise)
    exercise_uid: str
    starts_on = DayField(constraints=[_day("starts_on")])
    ends_on = DayField(null=True, constraints=[_day("ends_on")])
    sets = peewee.IntegerField(constraints=[_whole("sets", 1, 20)])
    amount = NumberField(constraints=[_above_zero("amount")])
    hold = NumberField(null=True, constraints=[_at_least_zero("hold")])
    sides = peewee.TextField(constraints=[_one_of("sides", PRESCRIBED_SIDES)])
    load = _text()
    schedule = ScheduleField()
    source = peewee.TextField(constraints=[_one_of("source", EXERCISE_SOURCES)])
    note = _text()

    class Meta:
        indexes = ((("exercise", "starts_on"), True),)
        constraints = [
            Check("ends_on IS NULL OR ends_on >= starts_on"),
            Check(
                "CASE json_extract(schedule, '$.type') WHEN 'daily' THEN 1 "
                "WHEN 'weekdays' THEN json_array_length(schedule, '$.days') BETWEEN 1 AND 7 "
                "WHEN 'every' THEN json_extract(schedule, '$.days') BETWEEN 1 AND 365 "
                "WHEN 'weekly' THEN json_extract(schedule, '$.times') BETWEEN 1 AND 7 ELSE 0 END IS 1"
            ),
        ]


class ExerciseLog(Row):
    day = DayField(constraints=[_day("day")])
    exercise = _reference(Exercise)
    exercise_uid: str
    side = peewee.TextField(constraints=[_one_of("side", SIDES)])
    sets_done = peewee.IntegerField(constraints=[_whole("sets_done", 0)])
    amount = NumberField(null=True, constraints=[_at_least_zero("amount")])
    load = _text()
    skipped = peewee.TextField(null=True, constraints=[_one_of("skipped", SKIP_REASONS)])
    note = _text()
    at = peewee.TextField(null=True)
    utc_offset = peewee.IntegerField(null=True)

    class Meta:
        indexes = ((("day", "exercise", "side"), True),)


class Run(Row):
    day = DayField(index=True, constraints=[_day("day")])
    at = peewee.TextField(null=True)
    utc_offset = peewee.IntegerField(null=True)
    km = NumberField(constraints=[_above_zero("km")])
    minutes = NumberField(null=True, constraints=[_above_zero("minutes")])
    onset_km = NumberField(null=True, constraints=[_at_least_zero("onset_km")])
    terrain = _text()
    effort = peewee.IntegerField(null=True, constraints=[_whole("effort", 0, 10)])
    source = peewee.TextField(default="me")
    source_id = peewee.TextField(null=True)
    note = _text()

    class Meta:
        indexes = ((("source", "source_id"), True),)


class PainLog(Row):
    day = DayField(index=True, constraints=[_day("day")])
    at = peewee.TextField(null=True)
    utc_offset = peewee.IntegerField(null=True)
    level = peewee.IntegerField(constraints=[_whole("level", 0, 10)])
    moment = peewee.TextField(constraints=[_one_of("moment", MOMENTS)])
    side = peewee.TextField(constraints=[_one_of("side", SIDES)])
    site = peewee.TextField(constraints=[_one_of("site", SITES)])
    exercise = _reference(Exercise, null=True)
    exercise_uid: str | None
    run = _reference(Run, null=True)
    run_uid: str | None
    medication = _text()
    note = _text()


class DayNote(Row):
    day = DayField(unique=True, constraints=[_day("day")])
    text = _text()
    for_physio = FlagField(default=False, constraints=[_flag("for_physio")])


class Pause(Lasting, Row):
    exercise = _reference(Exercise, null=True)
    exercise_uid: str | None
    starts_on = DayField(constraints=[_day("starts_on")])
    ends_on = DayField(null=True, constraints=[_day("ends_on")])
    reason = peewee.TextField(constraints=[_one_of("reason", PAUSE_REASONS)])

    class Meta:
        constraints = [Check("ends_on IS NULL OR ends_on >= starts_on")]


class Event(Row):
    day = DayField(index=True, constraints=[_day("day")])
    kind = peewee.TextField(constraints=[_one_of("kind", EVENT_KINDS)])
    side = peewee.TextField(null=True, constraints=[_one_of("side", SIDES)])
    text = _text()

    class Meta:
        constraints = [Check("side IS NULL OR kind = 'start'")]


class PainLimit(Row):
    starts_on = DayField(unique=True, constraints=[_day("starts_on")])
    level = peewee.IntegerField(constraints=[_whole("level", 0, 10)])
    source = peewee.TextField(constraints=[_one_of("source", LIMIT_SOURCES)])


class Activity(Row):
    name = peewee.TextField(unique=True, constraints=[Check("name <> ''")])
    position = peewee.IntegerField(constraints=[_whole("position", 0)])
    archived = FlagField(default=False, constraints=[_flag("archived")])


class ActivityScore(Row):
    day = DayField(constraints=[_day("day")])
    activity = _reference(Activity)
    activity_uid: str
    score = peewee.IntegerField(constraints=[_whole("score", 0, 10)])

    class Meta:
        indexes = ((("day", "activity"), True),)


class Setting(Row):
    key = peewee.TextField(unique=True)
    value = peewee.TextField()

    class Meta:
        constraints = [Check("key <> '' AND key NOT GLOB '*[^a-z_]*'")]


TABLES: tuple[type[Row], ...] = (
    Setting,
    Exercise,
    Prescription,
    ExerciseLog,
    PainLog,
    Run,
    DayNote,
    Pause,
    Event,
    PainLimit,
    Activity,
    ActivityScore,
)


def columns(model: type[Row]) -> list[str]:
    """A table's columns in the order of the interchange file: uid, its own, entered_at, changed_at."""
    own = [
        f.column_name for f in model._meta.sorted_fields if f.name not in ("uid", "entered_at", "changed_at")
    ]
    return ["uid", *own, "entered_at", "changed_at"]
