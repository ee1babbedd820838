"""What is read at every key, and at each command, finds its rows by an index: a long diary is no slower."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from data import activities, day, diary, journal, lately, returning, rows, trends
from data.models import Exercise, database
from data.pain import Episodes
from tests import ten_years
from tests.loading import load

LONG_TABLES = ("exercise_log", "pain_log", "run", "day_note", "activity_score")
"""Those that get rows every week."""


def tick() -> None:
    diary.set_done(Exercise.get(Exercise.key == "glute-bridge"), diary.today(), "both", 1)


def read_twelve_weeks() -> None:
    trends.trends(diary.today() - timedelta(days=83), diary.today(), diary.today())


HOT: dict[str, Callable[[], object]] = {
    "the day": lambda: day.read(diary.today()),
    "what stands around it": lambda: lately.read(diary.today(), diary.today()),
    "the question after a gap": lambda: returning.empty_since(diary.today()),
    "the activities of the week": lambda: activities.are_due(diary.today()),
    "a tick": tick,
    "the worst pain": lambda: diary.log_pain(3, diary.today(), replace=True),
    "undo": diary.undo,
    "twelve weeks of trends": read_twelve_weeks,
    "a day of the journal": lambda: journal.glance(diary.today(), diary.today(), Episodes(rows.starts())),
}


@contextmanager
def statements() -> Iterator[list[str]]:
    """What SQLite is asked meanwhile, with its values written in; what a trigger does is not in it."""
    seen: list[str] = []
    connection: sqlite3.Connection = database.connection()
    connection.set_trace_callback(lambda sql: None if sql.startswith("--") else seen.append(sql))
    try:
        yield seen
    finally:
        connection.set_trace_callback(None)


def scans(sql: str) -> list[str]:
    """The long tables that a statement walks through from end to end."""
    if not re.match(r"\s*(SELECT|UPDATE|DELETE|WITH)", sql):
        return []
    plan = [row[3] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    return [step for step in plan if re.match(rf"SCAN ({'|'.join(LONG_TABLES)})\b", step)]


@pytest.fixture
def a_year(folder: Path) -> Path:
    load(ten_years.make(365, diary.today()))
    diary.log_pain(5, diary.today(), replace=True)  # something to undo
    return folder


@pytest.mark.parametrize("what", HOT)
def test_no_long_table_is_walked_through(a_year: Path, what: str) -> None:
    with statements() as seen:
        HOT[what]()
    assert seen
    assert {sql: found for sql in seen if (found := scans(sql))} == {}


def test_a_walk_through_is_noticed(a_year: Path) -> None:
    assert scans("SELECT uid FROM pain_log WHERE note = 'stairs'")
    assert not scans("SELECT uid FROM pain_log WHERE day = '2026-11-23'")
