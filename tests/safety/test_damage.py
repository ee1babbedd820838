"""A file damaged anywhere: opened as it is or refused by name, never overwritten, and a copy puts it right."""

import sqlite3
from datetime import date
from pathlib import Path

import peewee
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data import care, history, store
from data.errors import Refused
from data.models import TABLES, DayNote, database
from tests.loading import load
from tests.ten_years import make

TIMES = {"entered_at": "2026-11-23T19:00:00Z", "changed_at": "2026-11-23T19:00:00Z"}


@pytest.fixture
def closed(folder: Path) -> Path:
    """Three weeks of a diary, closed, with a copy made by hand."""
    load(make(21, date(2026, 11, 22)))
    care.back_up(folder, folder.parent / "copy.db")
    store.close()
    return folder


def _damage(file: Path, whole: bytes, kind: str, where: float, size: int) -> bytes:
    at = int(where * len(whole))
    damaged = {
        "zeroed": whole[:at] + bytes(size) + whole[at + size :],
        "cut": whole[:at],
        "flipped": whole[:at] + bytes(byte ^ 0xFF for byte in whole[at : at + size]) + whole[at + size :],
        "moved": whole[:at] + whole[at + size :],
        "doubled": whole[: at + size] + whole[at:],
    }[kind][: len(whole)]
    file.write_bytes(damaged)
    return damaged


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("cut", 0.0, 1)
@example("zeroed", 0.0, 4096)
@given(
    st.sampled_from(["zeroed", "cut", "flipped", "moved", "doubled"]),
    st.floats(0, 1, exclude_max=True),
    st.sampled_from([1, 40, 512, 4096, 40_000]),
)
def test_a_file_damaged_anywhere(closed: Path, kind: str, where: float, size: int) -> None:
    file = store.diary_file(closed)
    copy = closed.parent / "copy.db"
    damaged = _damage(file, copy.read_bytes(), kind, where, size)
    findings = care.check(closed)
    assert findings
    try:
        store.open_diary(closed)
        for model in TABLES:
            database.execute_sql(f'SELECT * FROM "{model._meta.table_name}"').fetchall()
        with history.step("Write"):
            DayNote.replace(day="2026-11-23", text="After.", for_physio=False, **TIMES).execute()
    except Refused as refusal:
        assert "diary.db" in str(refusal)
        assert file.read_bytes() == damaged
        assert not all(finding.ok for finding in findings)
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        assert not all(finding.ok for finding in findings)
        assert "diary.db is damaged" in str(store.explained(error, closed))
    store.close()
    care.restore(closed, copy)
    assert [finding.words for finding in care.check(closed) if not finding.ok] == []
    store.close()
    for path in closed.glob("backups/replaced-*"):
        path.unlink()


def test_a_log_deleted_after_a_crash_leaves_the_diary_of_before(closed: Path) -> None:
    left = {name: (closed / name).read_bytes() for name in ("diary.db",)}
    store.open_diary(closed)
    with history.step("Note"):
        DayNote.create(day="2026-11-23", text="Only in the log.", for_physio=False, **TIMES)
    store.close()
    store.diary_file(closed).write_bytes(left["diary.db"])
    store.open_diary(closed)
    assert DayNote.get_or_none(DayNote.day == "2026-11-23") is None
    assert all(finding.ok for finding in care.check(closed))
