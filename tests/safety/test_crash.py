"""Whatever moment a program is killed at: each acknowledged entry is there, and the diary is whole."""

import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from data import backups, care, history, store
from data.models import DayNote, PainLog, database
from tests.safety.processes import at_each_touch_of_the_disk, is_killed_at, writer

TIMES = {"entered_at": "2026-11-23T19:00:00Z", "changed_at": "2026-11-23T19:00:00Z"}


def write_note(text: str, day: str) -> None:
    with history.step(text):
        DayNote.create(day=day, text=text, for_physio=False, **TIMES)


def wrong(folder: Path) -> list[str]:
    return [finding.words for finding in care.check(folder) if not finding.ok]


@pytest.mark.parametrize("seed", range(6))
def test_acknowledged_entries_survive_a_kill(tmp_path: Path, seed: int) -> None:
    _kill_a_writer(tmp_path / "diary", seed)


@pytest.mark.slow
def test_acknowledged_entries_survive_many_kills(tmp_path: Path) -> None:
    for seed in range(100, 188):
        _kill_a_writer(tmp_path / "diary", seed)


def _kill_a_writer(folder: Path, seed: int) -> None:
    chance = Random(seed)
    acknowledged = []
    with writer(folder, f"kill{seed}") as killed:
        assert killed.stdout and killed.stderr
        if seed % 3:  # the others die while they start
            acknowledged.append(killed.stdout.readline().strip())
            time.sleep(chance.uniform(0, 0.1))
        else:
            time.sleep(chance.uniform(0, 0.5))
        killed.send_signal(signal.SIGKILL)
        acknowledged += killed.stdout.read().split()
        assert killed.stderr.read() == ""
    store.open_diary(folder)
    entries = [row.note for row in PainLog.select().where(PainLog.note.startswith(f"kill{seed}-"))]
    assert set(acknowledged) <= set(entries)
    assert len(entries) - len(acknowledged) in (0, 1)
    if entries:
        assert history.undo() == f"kill{seed}-{len(entries) - 1}"
        history.redo()
    assert wrong(folder) == []
    store.close()


def test_a_first_start_that_is_killed_leaves_no_half_diary(tmp_path: Path) -> None:
    folder = tmp_path / "diary"

    def start(count: Callable[[], None]) -> None:
        at_each_touch_of_the_disk(count)
        store.open_diary(folder)
        store.close()

    moment = 0
    while is_killed_at(moment := moment + 1, start):
        assert store.open_diary(folder) is None
        assert wrong(folder) == []
        care.erase(folder)
    assert moment > 10


@pytest.mark.parametrize("damaged", [False, True])
def test_a_restore_that_is_killed_leaves_the_old_diary_or_the_new_one(
    folder: Path, tmp_path: Path, damaged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note("Old.", "2026-11-01")
    copy = care.back_up(folder, tmp_path / "copy.db")
    write_note("New.", "2026-11-02")
    store.close()
    if damaged:
        store.diary_file(folder).write_bytes(b"\xff\xd8\xff\xe0 a picture")
    before = store.diary_file(folder).read_bytes()

    def restore(count: Callable[[], None]) -> None:
        at_each_touch_of_the_disk(count)
        monkeypatch.setattr(backups, "raise_when_busy", lambda status: count())
        care.restore(folder, copy)
        store.close()

    moment, seen = 0, set()
    while is_killed_at(moment := moment + 1, restore):
        if damaged and store.diary_file(folder).read_bytes() == before:
            seen.add("damaged")
            continue
        with closing(sqlite3.connect(store.diary_file(folder))) as diary:
            assert diary.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            seen.add(diary.execute("SELECT group_concat(text, ' ') FROM day_note").fetchone()[0])
        _bring_back(folder, before)
    assert moment > 10
    assert seen == {"damaged" if damaged else "Old. New.", "Old."}


def _bring_back(folder: Path, content: bytes) -> None:
    for path in folder.glob("diary.db*"):
        path.unlink()
    store.diary_file(folder).write_bytes(content)


def test_a_change_that_is_killed_is_there_whole_or_not_at_all(folder: Path) -> None:
    write_note("Before.", "2026-11-01")
    store.close()

    def change(count: Callable[[], None]) -> None:
        store.open_diary(folder)
        database.connection().set_progress_handler(lambda: count() or 0, 8)  # type: ignore[func-returns-value]
        with history.step("Two notes"):
            for day, text in (("2026-11-02", "One."), ("2026-11-03", "Two.")):
                DayNote.create(day=day, text=text, for_physio=False, **TIMES)
        database.connection().set_progress_handler(None, 0)
        store.close()

    moment = 0
    while is_killed_at(moment := moment + 1, change):
        store.open_diary(folder)
        assert [row.text for row in DayNote.select()] == ["Before."]
        assert wrong(folder) == []
        store.close()
    assert moment > 10
    store.open_diary(folder)
    assert [row.text for row in DayNote.select()] == ["Before.", "One.", "Two."]


def test_a_purge_that_is_killed_is_finished_by_the_next_one(folder: Path) -> None:
    secret = "unspeakable"
    write_note(secret, "2026-11-01")
    care.back_up(folder)
    with history.step("Delete"):
        DayNote.delete().execute()
    write_note("Kept.", "2026-11-02")
    store.close()

    def purge(count: Callable[[], None]) -> None:
        at_each_touch_of_the_disk(count)
        care.purge(folder)
        store.close()

    moment = 0
    while is_killed_at(moment := moment + 1, purge):
        store.open_diary(folder)
        assert [row.text for row in DayNote.select()] == ["Kept."]
        store.close()
        assert backups.copies(folder)
    assert moment > 10
    assert [path for path in folder.rglob("*.*") if secret.encode() in path.read_bytes()] == []
