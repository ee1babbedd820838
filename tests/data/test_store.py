"""A diary file is made, opened and secured; what is none is refused by name and left as it was."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest

from data import backups, care, history, store
from data.connection import Gone
from data.errors import Refused
from data.models import DayNote, database

TIMES = {"entered_at": "2026-11-23T19:00:00Z", "changed_at": "2026-11-23T19:00:00Z"}


def write_note(text: str, day: str = "2026-11-23") -> None:
    with history.step(text):
        DayNote.create(day=day, text=text, for_physio=False, **TIMES)


def notes() -> list[str]:
    return [row.text for row in DayNote.select().order_by(DayNote.day)]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


@pytest.fixture
def closed(folder: Path) -> Path:
    """A diary with an entry that nobody has open."""
    write_note("Stairs fine.")
    store.close()
    return folder


# Making and opening


def test_a_folder_without_a_diary_gets_one(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "diary"
    assert store.open_diary(folder) is None
    write_note("First.")
    store.close()
    assert sorted(path.name for path in folder.iterdir()) == ["backups", "diary.db"]


def test_a_diary_is_opened_as_it_was_left(closed: Path) -> None:
    store.open_diary(closed)
    assert notes() == ["Stairs fine."]


def test_no_diary_is_made_where_one_is_expected(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no diary in"):
        store.open_diary(tmp_path / "diary", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("application_id", store.APPLICATION_ID),
        ("user_version", store.VERSION),
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("synchronous", 2),
        ("busy_timeout", 5000),
        ("secure_delete", 1),
    ],
)
def test_a_diary_is_opened_so_that_nothing_is_lost(pragma: str, value: object) -> None:
    assert database.pragma(pragma) == value


def test_the_newest_migration_is_the_version() -> None:
    assert max(int(path.name[:4]) for path in store.MIGRATIONS.glob("0*.py")) == store.VERSION


def test_the_folder_is_the_one_named_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert store.default_folder() == platformdirs.user_data_path("itband")
    monkeypatch.setenv("ITBAND_DATA", "~/knee")
    assert store.default_folder() == Path.home() / "knee"


def test_a_folder_behind_a_link_is_used(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o755)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    store.open_diary(link)
    write_note("Here.")
    store.close()
    assert link.is_symlink()
    assert mode(tmp_path / "real") == 0o700
    assert (tmp_path / "real" / "diary.db").exists()


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "knee? 50% #1 'left' \N{SNOWMAN}"
    store.open_diary(folder)
    write_note("Here.")
    copy = care.back_up(folder)
    care.restore(folder, copy)
    store.close()
    assert all(finding.ok for finding in care.check(folder))


def test_an_sqlite_that_is_too_old_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(Refused, match=r"itband needs 3\.37 or newer"):
        store.open_diary(tmp_path / "diary")
    assert list(tmp_path.iterdir()) == []


# Privacy


@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_folders_are_0700_and_files_0600(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        store.open_diary(tmp_path / "diary")
        write_note("Private.")
    finally:
        os.umask(before)
    modes = {path.name: mode(path) for path in (tmp_path / "diary").rglob("*")}
    backup = modes.pop(next(name for name in modes if name.startswith("diary-")))
    store.close()
    assert mode(tmp_path / "diary") == modes.pop("backups") == 0o700
    assert modes == {"diary.db": 0o600, "diary.db-wal": 0o600, "diary.db-shm": 0o600}
    assert backup == 0o600


def test_what_others_could_read_is_closed_on_opening(folder: Path) -> None:
    write_note("Private.")
    copies = {path: path.read_bytes() for path in folder.glob("diary.db*")}
    store.close()
    folder.chmod(0o755)
    for path, content in copies.items():  # as a crash leaves them: with a log
        path.write_bytes(content)
        path.chmod(0o644)
    store.open_diary(folder)
    assert notes() == ["Private."]
    assert mode(folder) == 0o700
    assert {mode(path) for path in folder.glob("diary.db*")} == {0o600}


def test_a_folder_that_all_share_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    store.open_diary(tmp_path)
    assert mode(tmp_path) == 0o1777
    assert mode(store.diary_file(tmp_path)) == 0o600


# What is no diary


def _jpeg(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Stairs fine.\n")


def _first_line_of_sqlite(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def _another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as diary:
        diary.execute(f"PRAGMA user_version = {store.VERSION + 1}")


def _without_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as diary:
        diary.execute("DROP TABLE pain_log")


def _without_a_column(path: Path) -> None:
    with closing(sqlite3.connect(path)) as diary:
        diary.execute("ALTER TABLE run RENAME COLUMN km TO miles")


def _without_a_trigger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as diary:
        diary.execute("DROP TRIGGER history_run_insert")


def _cut_to(size: int) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, size)


NO_DIARIES = [
    (_jpeg, "is no itband diary"),
    (_empty, "is empty"),
    (_text, "is no itband diary"),
    (_first_line_of_sqlite, "is no itband diary"),
    (_another_program, "is a database of another program"),
    (_newer, "was written by a newer itband"),
    (_without_a_table, r"lacks parts of a diary \(history_pain_log_delete\)"),
    (_without_a_column, r"lacks parts of a diary \(run.km\)"),
    (_without_a_trigger, r"lacks parts of a diary \(history_run_insert\)"),
    (_cut_to(50), "is no itband diary"),
    (_cut_to(4096), "is damaged"),
    (_cut_to(100_000), "is damaged"),
]


@pytest.mark.parametrize(("spoil", "words"), NO_DIARIES)
def test_what_is_no_diary_is_refused_by_name_and_left_as_it_was(
    closed: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(store.diary_file(closed))
    before = contents(closed)
    with pytest.raises(Refused, match=rf"diary\.db {words}.*(itband restore FILE|update itband)"):
        store.open_diary(closed)
    assert contents(closed) == before
    assert database.is_closed()


def test_a_folder_in_the_place_of_the_diary_is_refused(tmp_path: Path) -> None:
    store.diary_file(tmp_path).mkdir()
    with pytest.raises(Refused, match=r"diary\.db is a folder"):
        store.open_diary(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("mine")
    with pytest.raises(Refused, match="a file is where the folder should be"):
        store.open_diary(tmp_path / "diary")
    assert (tmp_path / "diary").read_text() == "mine"


def test_a_newer_version_is_refused_while_it_stands_only_in_the_log(folder: Path) -> None:
    with closing(sqlite3.connect(store.diary_file(folder))) as newer:
        newer.execute(f"PRAGMA user_version = {store.VERSION + 1}")
        left = folder.with_name("left")
        left.mkdir()
        for path in folder.glob("diary.db*"):
            shutil.copy(path, left)
    with pytest.raises(Refused, match="newer itband"):
        store.open_diary(left)


def test_a_log_without_its_diary_is_not_taken_for_a_new_one(closed: Path) -> None:
    log = store.log_file(closed)
    store.diary_file(closed).rename(log)
    before = contents(closed)
    with pytest.raises(Refused, match=r"diary\.db is missing, but diary\.db-wal .* is there"):
        store.open_diary(closed)
    assert contents(closed) == before


# While it is open


def test_nothing_is_written_into_a_diary_that_was_deleted(folder: Path) -> None:
    shutil.rmtree(folder)
    with pytest.raises(Gone, match="moved, deleted or replaced"):
        write_note("Lost?")
    with pytest.raises(Refused, match="There is no diary"):
        store.open_diary(folder, create=False)


def test_nothing_is_written_into_a_diary_that_was_replaced(folder: Path) -> None:
    other = folder.with_name("other.db")
    shutil.copy(store.diary_file(folder), other)
    other.replace(store.diary_file(folder))
    with pytest.raises(Gone):
        history.undo()
    store.open_diary(folder)
    write_note("Not lost.")
    assert notes() == ["Not lost."]


def test_entries_whose_log_was_deleted_are_saved_on_opening_again(folder: Path) -> None:
    write_note("Before.", "2026-11-22")
    store.log_file(folder).unlink()
    with pytest.raises(Gone, match=r"diary\.db-wal"):
        write_note("After.")
    store.open_diary(folder)
    write_note("After.")
    assert notes() == ["Before.", "After."]


def test_a_diary_that_was_moved_and_put_back_is_written_on(folder: Path) -> None:
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(Gone):
        write_note("Where?")
    away.rename(folder)
    write_note("Here.")
    assert notes() == ["Here."]


def test_a_connection_never_makes_a_file(folder: Path) -> None:
    store.close()
    store.diary_file(folder).unlink()
    with pytest.raises(Gone, match="There is no diary in"):
        notes()
    assert not store.diary_file(folder).exists()


def test_a_folder_that_holds_other_things_keeps_its_mode(tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    documents.chmod(0o755)
    (documents / "letter.txt").touch()
    store.open_diary(documents)
    store.close()
    assert documents.stat().st_mode & 0o777 == 0o755
    assert store.diary_file(documents).stat().st_mode & 0o777 == 0o600
    assert backups.folder_of(documents).stat().st_mode & 0o777 == 0o700
    assert any("Documents has mode 0755" in finding.words for finding in care.check(documents))


def test_an_empty_folder_becomes_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    store.open_diary(tmp_path)
    store.close()
    assert tmp_path.stat().st_mode & 0o777 == 0o700


class TestThePowerCut:
    def test_a_change_is_on_the_disk_before_it_is_acknowledged(self, folder: Path) -> None:
        assert database.pragma("synchronous") == 2

    def test_the_app_paints_first_and_then_waits_for_the_disk(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        synced: list[int] = []
        monkeypatch.setattr(os, "fsync", lambda file: synced.append(os.fstat(file).st_ino))
        store.flush_when_asked()
        assert database.pragma("synchronous") == 1
        write_note("Stairs fine.")
        store.flush()
        assert synced == [store.log_file(folder).stat().st_ino]
        assert notes() == ["Stairs fine."]

    def test_the_app_paints_first_on_a_diary_that_was_opened_again_too(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(database, "flushes_when_asked", False)
        store.open_again()
        assert database.pragma("synchronous") == 2
        store.flush_when_asked()
        store.open_again()
        assert database.pragma("synchronous") == 1
