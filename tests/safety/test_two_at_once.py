"""Several programs on one diary: one makes it, all write, nothing is lost and nobody hears of a lock."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from data import care, history, store
from data.models import PainLog
from tests.safety.processes import writer


def _write_together(folder: Path, writers: int, entries: int) -> None:
    running = [writer(folder, f"writer{number}", entries) for number in range(writers)]
    for number, process in enumerate(running):
        told, errors = process.communicate(timeout=300)
        assert errors == ""
        assert process.returncode == 0
        assert told.split() == [f"writer{number}-{entry}" for entry in range(entries)]
    expected = {f"writer{number}-{entry}" for number in range(writers) for entry in range(entries)}
    store.open_diary(folder)
    assert {row.note for row in PainLog.select()} == expected
    assert [finding.words for finding in care.check(folder) if not finding.ok] == []
    for _ in expected:
        history.undo()
    assert PainLog.select().count() == 0
    store.close()


def test_eight_first_starts_at_the_same_moment_make_one_diary(tmp_path: Path) -> None:
    _write_together(tmp_path / "diary", 8, 3)


def test_four_programs_write_while_one_reads(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    store.open_diary(folder)
    store.close()
    with closing(sqlite3.connect(store.diary_file(folder))) as reader:
        reader.execute("SELECT count(*) FROM pain_log").fetchone()
        _write_together(folder, 4, 25)
        assert reader.execute("SELECT count(*) FROM pain_log").fetchone() == (0,)


@pytest.mark.slow
def test_four_programs_write_four_hundred_entries_each(tmp_path: Path) -> None:
    _write_together(tmp_path / "diary", 4, 400)


@pytest.mark.slow
def test_many_first_starts_at_the_same_moment(tmp_path: Path) -> None:
    for number in range(10):
        _write_together(tmp_path / str(number), 8, 1)
