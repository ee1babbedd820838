"""A full disk: one clear sentence, nothing acknowledged is lost, and it goes on when there is room again."""

from pathlib import Path

import peewee
import pytest

from data import backups, care, history, store
from data.errors import Refused
from data.models import DayNote, database
from tests.safety.places import files_of_at_most, fill, small_disk

TIMES = {"entered_at": "2026-11-23T19:00:00Z", "changed_at": "2026-11-23T19:00:00Z"}


def write_note(day: int, text: str = "x" * 3000) -> None:
    with history.step("Note"):
        DayNote.create(day=f"2026-11-{day:02}", text=text, for_physio=False, **TIMES)


def write_until_it_fails() -> tuple[int, Exception]:
    for day in range(1, 31):
        try:
            write_note(day)
        except peewee.OperationalError as error:
            return day, error
    raise AssertionError("there was room for everything")


def days() -> int:
    return int(DayNote.select().count())


def wrong(folder: Path) -> list[str]:
    return [finding.words for finding in care.check(folder) if not finding.ok]


def test_a_write_that_finds_no_room_leaves_nothing_and_can_be_tried_again(folder: Path) -> None:
    with files_of_at_most(store.log_file(folder).stat().st_size + 60_000):
        failed, error = write_until_it_fails()
        assert "disk may be full or failing. Try again." in str(store.explained(error, folder))
        assert days() == failed - 1
    write_note(failed)
    assert days() == failed
    assert wrong(folder) == []


def test_a_disk_that_is_full_is_named_and_goes_on_when_there_is_room() -> None:
    with small_disk("2m") as disk:
        folder = disk / "diary"
        store.open_diary(folder)
        filler = fill(disk, leave=40_000)
        failed, error = write_until_it_fails()
        assert str(store.explained(error, folder)).startswith("The disk is full, so nothing was written to")
        assert days() == failed - 1
        filler.unlink()
        write_note(failed)
        store.close()
        store.open_diary(folder)
        assert days() == failed
        assert wrong(folder) == []
        store.close()


def test_a_first_start_on_a_full_disk_is_refused_and_leaves_no_diary() -> None:
    with small_disk("1m") as disk:
        fill(disk, leave=100_000)
        with pytest.raises(Refused, match="The disk is full"):
            store.open_diary(disk / "diary")
        assert [path for path in (disk / "diary").rglob("*") if path.is_file()] == []


def test_a_daily_copy_without_room_is_said_and_entries_are_made_all_the_same() -> None:
    with small_disk("2m") as disk:
        folder = disk / "diary"
        store.open_diary(folder)
        store.close()
        backups.todays(folder).unlink()
        fill(disk, leave=150_000)
        notice = store.open_diary(folder)
        assert notice is not None
        assert "Today's copy of the diary couldn't be made" in notice
        assert list(backups.folder_of(folder).iterdir()) == []
        write_note(1, "There is room for me.")
        store.close()


def test_a_restore_without_room_changes_nothing() -> None:
    with small_disk("2m") as disk:
        folder = disk / "diary"
        store.open_diary(folder)
        copy = care.back_up(folder)
        write_note(1, "New.")
        store.close()
        before = store.diary_file(folder).read_bytes()
        fill(disk, leave=300_000)
        with pytest.raises(Refused, match=r"full|can't be"):
            care.restore(folder, copy)
        assert store.diary_file(folder).read_bytes() == before
        assert backups.replaced(folder) == backups.leftovers(folder) == []


def test_a_copy_by_hand_without_room_is_refused_by_name(folder: Path, tmp_path: Path) -> None:
    with files_of_at_most(100_000), pytest.raises(Refused, match=r"copy\.db couldn't be written"):
        care.back_up(folder, tmp_path / "copy.db")
    assert [path.name for path in tmp_path.iterdir()] == ["diary"]
    assert not database.is_closed()
