"""A diary of an older version becomes one of today: whole, in one step, with a copy of what it was."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from data import backups, history, store
from data.connection import DiaryDatabase
from data.errors import Refused
from data.models import DayNote, database
from tests.diaries import diary, exercise, log, note, pain, prescription, run
from tests.loading import load
from tests.safety.processes import at_each_touch_of_the_disk, is_killed_at

# It adds a column, builds a table anew that others refer to, and writes a row for each that was there.
NEXT = """
from peewee import SQL, TextField

def up(migrator, db):
    migrator.migrate(
        migrator.add_column("run", "shoes", TextField(default="", constraints=[SQL("DEFAULT ''")])),
        migrator.rename_column("exercise", "guide", "guide_page"),
        migrator.rename_column("exercise", "guide_page", "guide"),
    )
    db.execute_sql("UPDATE run SET shoes = 'old ones'")
    db.execute_sql("CREATE TABLE shoe (name TEXT)")
    db.execute_sql("INSERT INTO shoe SELECT DISTINCT shoes FROM run")
"""
ROWS = diary(
    exercises=[exercise("bridge"), exercise("plank")],
    prescriptions=[prescription("bridge", "2026-11-02"), prescription("plank", "2026-11-02")],
    exercise_logs=[log("bridge", "2026-11-20"), log("plank", "2026-11-20")],
    pain_logs=[pain(3, "2026-11-20"), pain(1, "2026-11-20", "during", exercise_key="bridge")],
    runs=[run(5.2, "2026-11-20")],
    day_notes=[note("Stairs fine.", "2026-11-20")],
)


@pytest.fixture
def older(folder: Path) -> Path:
    """A diary of version 1 with rows and something to undo, closed."""
    load(ROWS)
    store.close()
    return folder


@pytest.fixture
def next_version(older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """After that diary was made, itband is of version 2; gives the file of its second migration."""
    migrations = tmp_path / "migrations"
    shutil.copytree(store.MIGRATIONS, migrations)
    (migrations / "0002_shoes.py").write_text(NEXT)
    monkeypatch.setattr(store, "MIGRATIONS", migrations)
    monkeypatch.setattr(store, "VERSION", 2)
    return migrations / "0002_shoes.py"


def rows(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(store.diary_file(folder))) as opened:
        return {
            table: opened.execute(
                f'SELECT {", ".join(names)} FROM "{table}" ORDER BY uid'
            ).fetchall()
            for table, names in history.LOGGED.items()
        }  # fmt: skip


def state(folder: Path) -> tuple[int, bool, bool, int, str]:
    """(version, whether the column and the table of version 2 are there, number of triggers, integrity) of a diary."""
    with closing(sqlite3.connect(store.diary_file(folder))) as opened:
        (version,) = opened.execute("PRAGMA user_version").fetchone()
        (shoes,) = opened.execute(
            "SELECT count(*) FROM pragma_table_info('run') WHERE name = 'shoes'"
        ).fetchone()
        (table,) = opened.execute("SELECT count(*) FROM sqlite_master WHERE name = 'shoe'").fetchone()
        (triggers,) = opened.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
        (verdict,) = opened.execute("PRAGMA integrity_check").fetchone()
        return version, bool(shoes), bool(table), triggers, verdict


ALL_TRIGGERS = len(history.trigger_names())
OLD = (1, False, False, ALL_TRIGGERS, "ok")
NEW = (2, True, True, ALL_TRIGGERS, "ok")


def copies_before_update(folder: Path) -> list[Path]:
    return [path for path in backups.copies(folder) if "before-update" in path.name]


@pytest.mark.usefixtures("next_version")
def test_rows_survive_and_can_still_be_undone(older: Path) -> None:
    before = rows(older)
    assert state(older) == OLD
    store.open_diary(older)
    assert state(older) == NEW
    assert rows(older) == before
    assert database.pragma("foreign_keys") == 1
    with history.step("Later"):
        DayNote.delete().execute()
    assert [history.undo(), history.undo()] == ["Later", "load"]
    history.redo()
    store.close()
    assert rows(older) == before


@pytest.mark.usefixtures("next_version")
def test_the_diary_as_it_was_is_in_the_backups(older: Path) -> None:
    before = rows(older)
    store.open_diary(older)
    store.close()
    (copy,) = copies_before_update(older)
    copy.replace(store.diary_file(older))
    assert state(older) == OLD
    assert rows(older) == before


def test_nothing_is_updated_without_a_copy(
    older: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "write", full)
    with pytest.raises(Refused, match="The disk is full"):
        store.open_diary(older)
    assert state(older) == OLD


@pytest.mark.parametrize(
    "mistake", ["SELECT nonsense", "DELETE FROM exercise", "INSERT INTO run (uid) VALUES ('x')"]
)
def test_a_migration_that_fails_leaves_the_old_diary(older: Path, next_version: Path, mistake: str) -> None:
    before = rows(older)
    next_version.write_text(f'{NEXT}\n    db.execute_sql("{mistake}")\n')
    with pytest.raises(Refused, match=r"diary\.db could not do that .* Nothing was changed"):
        store.open_diary(older)
    assert state(older) == OLD
    assert rows(older) == before


@pytest.mark.usefixtures("next_version")
def test_killed_at_any_statement_it_is_the_old_diary_or_the_new_one(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(older)
    execute = DiaryDatabase.execute_sql

    def update(count: Callable[[], None]) -> None:
        def counted(*given: Any, **named: Any) -> Any:
            count()
            return execute(*given, **named)

        monkeypatch.setattr(DiaryDatabase, "execute_sql", counted)
        at_each_touch_of_the_disk(count)
        store.open_diary(older)
        store.close()

    _kill_at_each(update, older, before)


def _kill_at_each(
    update: Callable[[Callable[[], None]], None], folder: Path, before: dict[str, list[tuple[Any, ...]]]
) -> None:
    old = store.diary_file(folder).read_bytes()
    seen, moment = set(), 0
    while is_killed_at(moment := moment + 1, update):
        seen.add(found := state(folder))
        assert found in (OLD, NEW)
        assert rows(folder) == before
        if found == NEW:
            assert copies_before_update(folder)
            for path in folder.glob("diary.db*"):
                path.unlink()
            store.diary_file(folder).write_bytes(old)
        for copy in [*copies_before_update(folder), *backups.leftovers(folder)]:
            copy.unlink()
    assert moment > 100
    assert seen == {OLD, NEW}


@pytest.mark.usefixtures("next_version")
def test_programs_that_start_at_the_same_moment_update_once(older: Path) -> None:
    before = rows(older)
    children = []
    for _ in range(6):
        child = os.fork()
        if not child:
            try:
                store.open_diary(older)
                os._exit(0)
            finally:
                os._exit(1)
        children.append(child)
    assert [os.WEXITSTATUS(os.waitpid(child, 0)[1]) for child in children] == [0] * 6
    assert state(older) == NEW
    assert rows(older) == before
    assert len(copies_before_update(older)) == 1
