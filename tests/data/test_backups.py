"""Copies of the diary: one a day of use, seven days and four weeks of them, never a damaged one."""

import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine

from data import backups, calendar_days, history, store
from data.errors import Refused
from data.models import DayNote

TIMES = {"entered_at": "2026-11-23T19:00:00Z", "changed_at": "2026-11-23T19:00:00Z"}


def write_note(text: str) -> None:
    with history.step(text):
        DayNote.replace(day="2026-11-23", text=text, for_physio=False, **TIMES).execute()


def note_in(copy: Path) -> str | None:
    with closing(sqlite3.connect(copy)) as opened:
        row = opened.execute("SELECT text FROM day_note").fetchone()
    return None if row is None else str(row[0])


def names(folder: Path) -> list[str]:
    return [path.name for path in backups.copies(folder)]


def zero_a_page(file: Path, number: int = 20) -> None:
    with file.open("r+b") as opened:
        opened.seek(4096 * number)
        opened.write(bytes(4096))


def test_the_first_opening_of_a_day_copies_the_diary(folder: Path, frozen: time_machine.Traveller) -> None:
    write_note("Monday evening.")
    frozen.move_to("2026-11-24 08:00+01:00")
    store.open_diary(folder)
    write_note("Tuesday.")
    store.open_diary(folder)
    assert names(folder) == ["diary-2026-11-23.db", "diary-2026-11-24.db"]
    assert note_in(backups.todays(folder)) == "Monday evening."


def test_a_copy_holds_what_still_stands_in_the_log(folder: Path) -> None:
    write_note("Just written.")
    copy = folder / "copy.db"
    backups.write(store.diary_file(folder), copy)
    assert note_in(copy) == "Just written."
    assert [path.name for path in folder.glob("copy.db*")] == ["copy.db"]


def test_seven_days_and_four_weeks_are_kept(folder: Path, frozen: time_machine.Traveller) -> None:
    monday = date(2026, 11, 23)
    for day in range(100):
        frozen.move_to(f"{monday + timedelta(days=day)} 20:00+00:00")
        backups.once_a_day(folder, store.diary_file(folder))
    last = monday + timedelta(days=99)
    daily = [last - timedelta(days=n) for n in range(7)]
    sundays = [day for n in range(7, 40) if (day := last - timedelta(days=n)).isoweekday() == 7]
    kept = {date.fromisoformat(name[6:16]) for name in names(folder)}
    assert kept >= {*daily, *sundays[:3]}
    assert len({calendar_days.week_start(day) for day in kept - {*daily}}) == 4
    assert len(kept) == 7 + 4


def test_a_diary_used_now_and_then_keeps_its_last_seven_days_of_use(
    folder: Path, frozen: time_machine.Traveller
) -> None:
    for week in range(1, 20):
        frozen.move_to(date(2026, 11, 23) + timedelta(weeks=week))
        store.open_diary(folder)
    assert len(names(folder)) == 7 + 4


def test_files_that_are_no_daily_copies_are_left_alone(folder: Path, frozen: time_machine.Traveller) -> None:
    place = backups.folder_of(folder)
    others = {"diary-2026-01-01-120000.db", "diary-2020-99-99.db", "diary-before-update-1.db", "notes.txt"}
    for name in others:
        (place / name).touch()
    for day in range(1, 20):
        frozen.move_to(date(2026, 11, 23) + timedelta(days=day))
        store.open_diary(folder)
    assert others < {path.name for path in place.iterdir()}


def test_a_damaged_diary_is_refused_and_no_good_copy_gives_way(
    folder: Path, frozen: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "CHECKED_AT_EACH_OPENING", 0)
    store.close()
    good = backups.todays(folder).read_bytes()
    zero_a_page(store.diary_file(folder))
    damaged = store.diary_file(folder).read_bytes()
    for day in range(1, 20):
        frozen.move_to(date(2026, 11, 23) + timedelta(days=day))
        with pytest.raises(Refused, match=r"diary\.db is damaged .*itband restore FILE"):
            store.open_diary(folder)
    assert names(folder) == ["diary-2026-11-23.db"]
    assert (backups.folder_of(folder) / "diary-2026-11-23.db").read_bytes() == good
    assert store.diary_file(folder).read_bytes() == damaged


def test_a_diary_of_some_months_is_looked_through_at_each_opening(folder: Path) -> None:
    store.close()
    for page in range(1, store.diary_file(folder).stat().st_size // 4096):
        whole = store.diary_file(folder).read_bytes()
        zero_a_page(store.diary_file(folder), page)
        with pytest.raises(Refused, match=r"diary\.db is damaged"):
            store.open_diary(folder)
        store.diary_file(folder).write_bytes(whole)


def test_a_copy_that_cant_be_made_is_said_and_stops_nobody(
    folder: Path, frozen: time_machine.Traveller
) -> None:
    for path in backups.folder_of(folder).iterdir():
        path.unlink()
    backups.folder_of(folder).rmdir()
    backups.folder_of(folder).write_text("in the way")
    notice = store.open_diary(folder)
    assert notice is not None
    assert notice.startswith("Today's copy of the diary couldn't be made in ")
    write_note("Written all the same.")


def test_what_a_killed_copy_left_is_cleared_after_a_day(folder: Path, frozen: time_machine.Traveller) -> None:
    for place in (folder, backups.folder_of(folder)):
        (place / ".itband-killed.tmp").touch()
        (place / ".itband-killed.tmp-journal").touch()
        (place / ".itband-just-now.tmp").touch()
        for old in place.glob(".itband-killed*"):
            os.utime(old, (0, 0))
        os.utime(place / ".itband-just-now.tmp", (2e9, 2e9))
    frozen.shift(86_400)
    store.open_diary(folder)
    assert {path.name for path in backups.leftovers(folder)} == {".itband-just-now.tmp"}


def test_a_copy_appears_under_its_name_only_when_it_is_complete(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "refuse_damaged", full)
    with pytest.raises(OSError, match="No space"):
        backups.write(store.diary_file(folder), folder / "copy.db")
    assert sorted(path.name for path in folder.iterdir() if "copy" in path.name or "tmp" in path.name) == []


def test_a_copy_needs_no_hard_links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unable)
    backups.write(store.diary_file(folder), folder / "copy.db", overwrite=False)
    with pytest.raises(FileExistsError):
        backups.write(store.diary_file(folder), folder / "copy.db", overwrite=False)
    store.open_diary(folder / "another")
    write_note("Here.")


def test_a_copy_made_during_a_change_holds_what_stood_before_it(folder: Path) -> None:
    with history.step("Change"):
        write_note("Not yet there.")
        backups.write(store.diary_file(folder), folder / "copy.db")
    assert note_in(folder / "copy.db") is None
