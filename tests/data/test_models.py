"""SQLite itself refuses what a column can't hold, whoever writes it."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import peewee
import pytest

from data import history, store
from data.models import TABLES, database
from tests.diaries import (
    activity,
    activity_score,
    diary,
    event,
    exercise,
    log,
    note,
    pain,
    pain_limit,
    pause,
    prescription,
    run,
    setting,
    start,
    weekdays,
    weekly,
)
from tests.loading import LISTS, load

DAY = "2026-11-23"
ONE_OF_EACH = diary(
    settings=[setting("units", "km")],
    exercises=[exercise("bridge")],
    prescriptions=[prescription("bridge", DAY)],
    exercise_logs=[log("bridge", DAY)],
    pain_logs=[pain(3, DAY)],
    runs=[run(5.2, DAY, source="fit", source_id="1")],
    day_notes=[note("Stairs fine.", DAY)],
    pauses=[pause(DAY)],
    events=[start("right", DAY)],
    pain_limits=[pain_limit(2, DAY)],
    activities=[activity("Stairs down")],
    activity_scores=[activity_score("Stairs down", DAY, 7)],
)

NOT_A_LEVEL = [-1, 11, 3.5, "three", None]
NOT_A_DAY = ["2026-02-30", "23.11.2026", "2026-11-23T20:00", "today", "", 20261123, None]
NOT_A_LENGTH = [0, -1, "5 km", 1e6, float("inf")]
NOT_BELOW_ZERO = [-0.1, "5 km", float("inf")]
REFUSED: dict[str, list[Any]] = {
    "setting.key": ["", "Day start", None],
    "setting.value": [None],
    "exercise.key": ["", "Glute Bridge", "über", None],
    "exercise.name": ["", None],
    "exercise.kind": ["yoga", "", None],
    "exercise.unit": ["miles", None],
    "exercise.source": ["doctor", None],
    "exercise.position": [-1, 1.5, "first", None],
    "exercise.archived": [2, "no", None],
    "prescription.exercise": [None],
    "prescription.starts_on": NOT_A_DAY,
    "prescription.ends_on": ["2026-11-22", "2026-02-30", "never"],
    "prescription.sets": [0, 21, 2.5, "two", None],
    "prescription.amount": [*NOT_A_LENGTH, None],
    "prescription.hold": NOT_BELOW_ZERO,
    "prescription.sides": ["both", None],
    "prescription.load": [None],
    "prescription.schedule": [
        "daily",
        "{}",
        '{"type": "monthly"}',
        '{"type": "weekly"}',
        '{"type": "weekly", "times": 0}',
        '{"type": "weekly", "times": 8}',
        '{"type": "weekdays", "days": []}',
        '{"type": "weekdays", "days": 1}',
        '{"type": "every", "days": 0}',
        None,
    ],
    "prescription.source": ["doctor", None],
    "exercise_log.day": NOT_A_DAY,
    "exercise_log.side": ["each", "none", None],
    "exercise_log.sets_done": [-1, 1.5, "two", None],
    "exercise_log.amount": NOT_BELOW_ZERO,
    "exercise_log.skipped": ["lazy", ""],
    "exercise_log.utc_offset": ["CET", 1.5],
    "pain_log.day": NOT_A_DAY,
    "pain_log.level": NOT_A_LEVEL,
    "pain_log.moment": ["noon", None],
    "pain_log.side": ["each", None],
    "pain_log.site": ["knee", None],
    "pain_log.medication": [None],
    "run.day": NOT_A_DAY,
    "run.km": [*NOT_A_LENGTH, None],
    "run.minutes": NOT_A_LENGTH,
    "run.onset_km": NOT_BELOW_ZERO,
    "run.effort": [-1, 11, 2.5, "easy"],
    "day_note.day": NOT_A_DAY,
    "day_note.text": [None],
    "day_note.for_physio": [2, None],
    "pause.starts_on": NOT_A_DAY,
    "pause.ends_on": ["2026-11-22", "never"],
    "pause.reason": ["holiday", None],
    "event.day": NOT_A_DAY,
    "event.kind": ["party", None],
    "event.side": ["each"],
    "pain_limit.starts_on": NOT_A_DAY,
    "pain_limit.level": NOT_A_LEVEL,
    "pain_limit.source": ["doctor", None],
    "activity.name": ["", None],
    "activity.position": [-1, 1.5, None],
    "activity_score.day": NOT_A_DAY,
    "activity_score.score": NOT_A_LEVEL,
}
TAKEN: dict[str, list[Any]] = {
    "prescription.ends_on": [DAY, "2027-01-01", None],
    "prescription.sets": [1, 20],
    "prescription.amount": [0.5, 30, 30.0, 999_999],
    "prescription.hold": [0, 2.5, None],
    "exercise_log.sets_done": [0, 99],
    "exercise_log.amount": [0, 7.5, None],
    "exercise_log.skipped": ["pain", "ill", None],
    "pain_log.level": [0, 10],
    "run.km": [0.01, 5.2, 42],
    "run.onset_km": [0, 4.8, None],
    "run.effort": [0, 10, None],
    "activity_score.score": [0, 10],
}


@pytest.fixture
def one_of_each(folder: object) -> Iterator[None]:
    load(ONE_OF_EACH)
    yield


def _cases(columns: dict[str, list[Any]]) -> list[Any]:
    return [
        pytest.param(*column.split("."), value, id=f"{column}={value!r}")
        for column, values in columns.items()
        for value in values
    ]


def _set(table: str, column: str, value: Any) -> None:
    with history.step("set"):
        database.execute_sql(f'UPDATE "{table}" SET "{column}" = ?', (value,))


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize(("table", "column", "value"), _cases(REFUSED))
def test_a_column_refuses_what_it_cant_hold(table: str, column: str, value: Any) -> None:
    with pytest.raises(
        (peewee.IntegrityError, peewee.OperationalError), match=r"constraint|cannot store|JSON"
    ):
        _set(table, column, value)


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize(("table", "column", "value"), _cases(TAKEN))
def test_a_column_gives_back_what_it_can_hold(table: str, column: str, value: Any) -> None:
    _set(table, column, value)
    ((found,),) = database.execute_sql(f'SELECT "{column}" FROM "{table}"').fetchall()
    assert (found, type(found)) == (value, type(value))


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_only_a_start_has_a_side(side: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        load(diary(events=[event("visit", DAY, side=side)]))


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize("table", [model._meta.table_name for model in TABLES])
def test_a_uid_is_given_once(table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"UNIQUE constraint failed: {table}"):
        load(diary(**{LISTS[table]: ONE_OF_EACH[LISTS[table]]}))


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize(
    ("columns", "again"),
    [
        ("setting.key", {"settings": [setting("units", "mi", uid="2")]}),
        ("exercise.key", {"exercises": [exercise("bridge", uid="2")]}),
        ("prescription.exercise, prescription.starts_on", {"prescriptions": [prescription("bridge", DAY, uid="2")]}),
        ("exercise_log.day, exercise_log.exercise, exercise_log.side", {"exercise_logs": [log("bridge", DAY, uid="")]}),
        ("run.source, run.source_id", {"runs": [run(3, "2026-11-20", source="fit", source_id="1")]}),
        ("day_note.day", {"day_notes": [note("Another.", DAY, uid="2")]}),
        ("pain_limit.starts_on", {"pain_limits": [pain_limit(3, DAY, uid="2")]}),
        ("activity.name", {"activities": [activity("Stairs down", uid="2")]}),
        (
            "activity_score.day, activity_score.activity",
            {"activity_scores": [activity_score("Stairs down", DAY, 8, uid="2")]},
        ),
    ],
)  # fmt: skip
def test_a_natural_key_is_given_once(columns: str, again: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"UNIQUE constraint failed: {columns}"):
        load(diary(**again))


@pytest.mark.usefixtures("one_of_each")
def test_two_runs_without_a_source_id_are_two_runs() -> None:
    load(diary(runs=[run(3, DAY), run(4, DAY)]))
    assert database.execute_sql("SELECT count(*) FROM run").fetchone() == (3,)


@pytest.mark.usefixtures("one_of_each")
@pytest.mark.parametrize(
    "rows", [{"exercise_logs": [log("plank", DAY)]}, {"pain_logs": [pain(1, DAY, exercise_key="plank")]}]
)
def test_a_row_refers_to_one_that_is_there(rows: dict[str, Any]) -> None:
    with pytest.raises(peewee.IntegrityError, match="FOREIGN KEY"):
        load(diary(**rows))


@pytest.mark.usefixtures("one_of_each")
def test_an_exercise_with_logs_stays() -> None:
    with pytest.raises(peewee.IntegrityError, match="FOREIGN KEY"), history.step("delete"):
        database.execute_sql("DELETE FROM exercise")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("schedule", [weekly(7), weekdays(1, 3, 5), {"type": "every", "days": 365}])
def test_a_schedule_comes_back_as_it_was(schedule: dict[str, Any]) -> None:
    load(
        diary(exercises=[exercise("bridge")], prescriptions=[prescription("bridge", DAY, schedule=schedule)])
    )
    assert [row.schedule for row in TABLES[2].select()] == [schedule]


def test_the_migrated_tables_are_those_of_the_models() -> None:
    with (
        closing(peewee.SqliteDatabase(":memory:")) as made,
        closing(peewee.SqliteDatabase(":memory:")) as migrated,
    ):
        with made.bind_ctx(TABLES):
            made.create_tables(TABLES, safe=False)
        store.bring_up_to_date(migrated)
        own, built = _schema(made.connection()), _schema(migrated.connection())
    assert {name: built.get(name) for name in own} == own


def _schema(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger'"
    )
    return {name: re.sub(r"\s*([()])\s*", r"\1", " ".join(sql.split())) for name, sql in rows}
