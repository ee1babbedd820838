"""Copies by hand, putting one back, looking a diary over, erasing it and purging what was deleted."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from data import backups, care, history, store
from data.errors import Refused
from data.models import DayNote, PainLog, database
from tests.diaries import diary, exercise, log, note, pain, prescription, run
from tests.loading import load

TIMES = {"entered_at": "2026-11-23T19:00:00Z", "changed_at": "2026-11-23T19:00:00Z"}
SECRET = "unspeakable"


def write_note(text: str, day: str = "2026-11-23") -> None:
    with history.step(f"Note {text}"):
        DayNote.create(day=day, text=text, for_physio=False, **TIMES)


def notes() -> list[str]:
    return [row.text for row in DayNote.select().order_by(DayNote.day)]


def notes_in(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as opened:
        return [text for (text,) in opened.execute("SELECT text FROM day_note ORDER BY day")]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def wrong(folder: Path) -> list[str]:
    return [finding.words for finding in care.check(folder) if not finding.ok]


@pytest.fixture
def copy(folder: Path) -> Path:
    """A copy with a note of an open diary, which has another note by now."""
    write_note("Old.", "2026-11-01")
    made = care.back_up(folder, folder.parent / "copy.db")
    write_note("New.", "2026-11-02")
    return made


# Copies by hand


def test_a_copy_without_a_name_gets_the_time_and_stays(folder: Path, frozen: time_machine.Traveller) -> None:
    first, second = care.back_up(folder), care.back_up(folder)
    assert [first.name, second.name] == ["diary-2026-11-23-200000.db", "diary-2026-11-23-200000-2.db"]
    for day in range(1, 60):
        frozen.move_to(date(2026, 11, 23) + timedelta(days=day))
        store.open_diary(folder)
    assert first.exists()
    assert second.exists()


def test_a_copy_is_whole_and_private(copy: Path) -> None:
    assert notes_in(copy) == ["Old."]
    assert mode(copy) == 0o600


def test_a_copy_never_overwrites(folder: Path, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(Refused, match=r"copy\.db is there already and was left as it is"):
        care.back_up(folder, copy)
    assert copy.read_bytes() == before


@pytest.mark.parametrize("place", ["nowhere/copy.db", "diary/diary.db/copy.db"])
def test_a_copy_that_cant_be_written_is_refused_by_name(folder: Path, place: str) -> None:
    before = sorted(folder.parent.rglob("*"))
    with pytest.raises(Refused, match=rf"{place} couldn't be written"):
        care.back_up(folder, folder.parent / place)
    assert sorted(folder.parent.rglob("*")) == before


def test_no_copy_is_made_of_a_diary_that_isnt_there(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        care.back_up(tmp_path / "diary", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


# Putting a copy back


def test_a_copy_is_put_back_and_what_it_replaces_is_kept(folder: Path, copy: Path) -> None:
    kept = care.restore(folder, copy)
    assert notes() == ["Old."]
    assert kept == backups.folder_of(folder) / "replaced-2026-11-23-200000.db"
    assert notes_in(kept) == ["Old.", "New."]
    assert mode(kept) == 0o600
    assert care.restore(folder, kept) == backups.folder_of(folder) / "replaced-2026-11-23-200000-2.db"
    assert notes() == ["Old.", "New."]


def test_a_restored_diary_undoes_its_own_changes(folder: Path, copy: Path) -> None:
    care.restore(folder, copy)
    assert history.undo() == "Note Old."
    with pytest.raises(Refused):
        history.undo()
    assert history.redo() == "Note Old."


def test_a_copy_is_put_back_where_there_is_no_diary(tmp_path: Path, copy: Path) -> None:
    new = tmp_path / "new" / "folder"
    assert care.restore(new, copy) is None
    assert notes() == ["Old."]
    assert mode(new) == 0o700
    assert mode(store.diary_file(new)) == 0o600


def test_the_diary_of_another_folder_is_put_in_place_with_its_log(folder: Path, tmp_path: Path) -> None:
    write_note("Only in the log.")
    left = tmp_path / "left"
    shutil.copytree(folder, left)
    assert store.log_file(left).stat().st_size
    care.restore(tmp_path / "new", store.diary_file(left))
    assert notes() == ["Only in the log."]


def _jpeg(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(f"PRAGMA user_version = {store.VERSION + 1}")


def _cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def _zero_a_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(20 * 4096)
        file.write(bytes(4096))


def _zero_the_first_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(bytes(3996))


def _break_a_reference(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("UPDATE history SET replaying = 1")
        opened.execute(
            "INSERT INTO pause VALUES ('1', 'x', 'x', 'nowhere', '2026-11-23', '2026-11-24', 'ill')"
        )
        opened.execute("UPDATE history SET replaying = 0")
        opened.commit()


def _break_a_rule(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("PRAGMA ignore_check_constraints = 1")
        opened.execute("UPDATE history SET replaying = 1")
        opened.execute("INSERT INTO pain_limit VALUES ('1', 'x', 'x', '2026-11-23', 11, 'me')")
        opened.execute("UPDATE history SET replaying = 0")
        opened.commit()


def _drop_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("DROP TABLE activity_score")


def _remove(path: Path) -> None:
    path.unlink()


def _make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_jpeg, "is no itband diary"),
        (_empty, "is empty"),
        (_another_program, "is a database of another program"),
        (_newer, "was written by a newer itband"),
        (_cut, "is damaged"),
        (_zero_a_page, "is damaged"),
        (_zero_the_first_page, "is damaged"),
        (_break_a_reference, "is damaged .*a row of pause refers to one of exercise that isn't there"),
        (_break_a_rule, "is damaged .*CHECK constraint failed in pain_limit"),
        (_drop_a_table, "lacks parts of a diary"),
        (_remove, "There is no file"),
        (_make_a_folder, "is a folder"),
    ],
)
def test_a_copy_that_is_no_sound_diary_is_refused_and_nothing_changes(
    folder: Path, copy: Path, spoil: Callable[[Path], None], words: str
) -> None:
    store.close()
    spoil(copy)
    before = contents(folder)
    with pytest.raises(Refused, match=rf"({words}.*copy\.db|copy\.db {words}).* Nothing was changed"):
        care.restore(folder, copy)
    assert contents(folder) == before


@pytest.mark.parametrize(
    "spoil",
    [_jpeg, _empty, _another_program, _newer, _cut, _zero_a_page, _zero_the_first_page, _drop_a_table],
)
def test_what_stands_in_the_place_of_the_diary_is_moved_aside_whole(
    folder: Path, copy: Path, spoil: Callable[[Path], None]
) -> None:
    store.close()
    spoil(store.diary_file(folder))
    before = store.diary_file(folder).read_bytes()
    kept = care.restore(folder, copy)
    assert notes() == ["Old."]
    assert kept is not None
    assert kept.read_bytes()[100:] == before[100:]
    assert mode(kept) == 0o600


def test_the_log_of_a_diary_that_is_moved_aside_goes_along(folder: Path, copy: Path) -> None:
    latest = {name: (folder / name).read_bytes() for name in ("diary.db-wal", "diary.db-shm")}
    store.close()
    _jpeg(store.diary_file(folder))
    for name, content in latest.items():
        (folder / name).write_bytes(content)
    kept = care.restore(folder, copy)
    assert kept is not None
    assert notes() == ["Old."]
    assert Path(f"{kept}-wal").read_bytes() == latest["diary.db-wal"]
    assert Path(f"{kept}-shm").exists()


def test_a_folder_in_the_place_of_the_diary_is_moved_aside(folder: Path, copy: Path) -> None:
    store.close()
    _make_a_folder(store.diary_file(folder))
    (store.diary_file(folder) / "mine.txt").write_text("mine")
    kept = care.restore(folder, copy)
    assert kept is not None
    assert (kept / "mine.txt").read_text() == "mine"
    assert notes() == ["Old."]


def test_an_app_that_has_the_diary_open_sees_the_restored_one_and_goes_on(folder: Path, copy: Path) -> None:
    store.close()
    with closing(sqlite3.connect(store.diary_file(folder), isolation_level=None)) as app:
        before = app.execute("PRAGMA data_version").fetchone()
        assert app.execute("SELECT count(*) FROM day_note").fetchone() == (2,)
        care.restore(folder, copy)
        assert app.execute("SELECT text FROM day_note").fetchall() == [("Old.",)]
        assert app.execute("PRAGMA data_version").fetchone() != before
        app.execute("UPDATE history SET replaying = 1")
        app.execute("UPDATE day_note SET text = 'From the app.'")
        app.execute("UPDATE history SET replaying = 0")
    assert notes() == ["From the app."]


def test_an_entry_made_while_a_copy_is_put_back_is_in_one_of_the_two(
    folder: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    written = backups.write

    def write_while_an_entry_is_made(*given: Any, **named: Any) -> None:
        with (
            closing(sqlite3.connect(store.diary_file(folder), timeout=0)) as app,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            app.execute("UPDATE history SET replaying = 1")
        written(*given, **named)

    monkeypatch.setattr(backups, "write", write_while_an_entry_is_made)
    kept = care.restore(folder, copy)
    assert kept is not None
    assert notes_in(kept) == ["Old.", "New."]


def test_a_diary_that_is_being_written_is_not_replaced(
    folder: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    with closing(sqlite3.connect(store.diary_file(folder), isolation_level=None)) as app:
        app.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused, match="in use by another program"):
            care.restore(folder, copy)
        app.execute("ROLLBACK")
    store.open_diary(folder)
    assert notes() == ["Old.", "New."]
    assert backups.replaced(folder) == []


def test_a_copy_of_an_older_version_is_brought_up_to_date(
    folder: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    migrations = tmp_path / "migrations"
    shutil.copytree(store.MIGRATIONS, migrations)
    (migrations / "0002_mood.py").write_text(
        "def up(migrator, db):\n    db.execute_sql(\"ALTER TABLE day_note ADD COLUMN mood TEXT NOT NULL DEFAULT ''\")\n"
    )
    monkeypatch.setattr(store, "MIGRATIONS", migrations)
    monkeypatch.setattr(store, "VERSION", 2)
    older = copy.read_bytes()
    care.restore(folder, copy)
    assert database.execute_sql("SELECT text, mood FROM day_note").fetchall() == [("Old.", "")]
    assert database.pragma("user_version") == 2
    assert copy.read_bytes() == older


# Looking it over


def test_a_sound_diary_is_described_in_words(folder: Path) -> None:
    write_note("Stairs fine.")
    findings = care.check(folder)
    assert all(finding.ok for finding in findings)
    words = " ".join(finding.words for finding in findings)
    for part in (
        "The file is whole",
        "reference",
        "overlap",
        "1 change can be undone",
        "1 copy can be put back",
    ):
        assert part in words


def test_checking_changes_nothing(folder: Path, copy: Path) -> None:
    store.close()
    before = contents(folder)
    care.check(folder)
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_jpeg, "is no itband diary"),
        (_empty, "is empty"),
        (_another_program, "is a database of another program"),
        (_newer, "was written by a newer itband"),
        (_cut, "can't be read"),
        (_zero_a_page, "The file is damaged"),
        (_zero_the_first_page, "can't be read to its end"),
        (_break_a_reference, "References lead nowhere: from pause to exercise"),
        (_break_a_rule, "CHECK constraint failed in pain_limit"),
        (_drop_a_table, "Parts of a diary are missing"),
        (_remove, "There is no diary"),
        (_make_a_folder, "is a folder"),
    ],
)
def test_whatever_is_wrong_with_the_file_is_said(
    folder: Path, spoil: Callable[[Path], None], words: str
) -> None:
    store.close()
    spoil(store.diary_file(folder))
    assert words in " ".join(wrong(folder))


PLAN = {
    "exercises": [exercise("bridge")],
    "prescriptions": [prescription("bridge", "2026-11-02", "2026-11-20")],
}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            {"prescriptions": [prescription("bridge", "2026-11-20")]},
            "Prescriptions overlap: bridge on 2026-11-20.",
        ),
        (
            {"pain_logs": [pain(3, "2026-11-20"), pain(4, "2026-11-20")]},
            "Days have two worst pains at one place: 2026-11-20 (right outer-knee).",
        ),
        (
            {
                "prescriptions": [
                    prescription("bridge", "2026-11-21", schedule={"type": "weekly", "times": 2.5})
                ]
            },
            """Schedules can't be understood: bridge from 2026-11-21: '{"type": "weekly", "times": 2.5}'.""",
        ),
    ],
)
def test_a_rule_that_no_column_can_hold_is_looked_after(
    folder: Path, rows: dict[str, Any], words: str
) -> None:
    load(diary(**PLAN))
    assert wrong(folder) == []
    load(diary(**rows))
    assert wrong(folder) == [words]


def test_what_is_unusual_but_allowed_is_not_wrong(folder: Path) -> None:
    load(
        diary(
            **PLAN,
            exercise_logs=[log("bridge", "2026-11-03", side="left"), log("bridge", "2026-11-22", 3)],
            pain_logs=[
                pain(3, "2026-11-20"),
                pain(3, "2026-11-20", side="left"),
                pain(3, "2026-11-20", site="hip"),
                pain(5, "2026-11-20", "other"),
                pain(6, "2026-11-20", "other"),
            ],
        )
    )
    assert wrong(folder) == []


def test_an_entry_in_the_future_is_worth_knowing_and_not_wrong(folder: Path) -> None:
    load(diary(runs=[run(5, "2026-11-24")], day_notes=[note("Today.", "2026-11-23")]))
    assert wrong(folder) == []
    assert "Worth knowing: dated after 2026-11-23: 1 entry." in [
        finding.words for finding in care.check(folder)
    ]


def test_a_row_that_is_marked_as_deleted_but_there_is_found(folder: Path) -> None:
    write_note("Here.")
    with history.step("Both"):
        database.execute_sql("INSERT INTO deletion SELECT uid, changed_at FROM day_note")
    assert wrong(folder) == [f"Rows are marked as deleted but are there: {DayNote.get().uid}."]


def test_a_change_left_half_way_is_found(folder: Path) -> None:
    database.execute_sql("UPDATE history SET replaying = 1")
    assert wrong(folder) == ["Undo is out of order: a change was left half-way."]


def test_a_copy_that_cant_be_put_back_is_named(folder: Path) -> None:
    _cut(backups.todays(folder))
    _jpeg(backups.folder_of(folder) / "diary-2026-11-22.db")
    (backups.folder_of(folder) / "diary-2026-11-22.db").chmod(0o600)
    (found,) = wrong(folder)
    assert "diary-2026-11-22.db is no itband diary; diary-2026-11-23.db can't be read" in found


def test_a_damaged_diary_that_a_restore_put_aside_is_no_finding(folder: Path) -> None:
    _jpeg(backups.folder_of(folder) / "replaced-2026-11-23-200000.db")
    (backups.folder_of(folder) / "replaced-2026-11-23-200000.db").chmod(0o600)
    assert wrong(folder) == []


def test_what_others_can_read_is_named(folder: Path) -> None:
    folder.chmod(0o755)
    backups.todays(folder).chmod(0o640)
    (found,) = wrong(folder)
    assert f"{folder} has mode 0755, not 0700" in found
    assert "diary-2026-11-23.db has mode 0640, not 0600" in found


def test_only_the_first_few_of_many_are_named(folder: Path) -> None:
    load(diary(pain_logs=[pain(n, f"2026-11-{day:02}") for day in range(1, 9) for n in (1, 2)]))
    (found,) = wrong(folder)
    assert found.endswith("2026-11-05 (right outer-knee); and 3 more.")


# Erasing


def test_erasing_leaves_nothing_of_the_diary(folder: Path, copy: Path) -> None:
    care.restore(folder, copy)
    (folder / "config.toml").write_text('theme = "light"')
    (folder / ".itband-killed.tmp").touch()
    assert care.erase(folder) == []
    assert not folder.exists()
    assert copy.exists()


def test_erasing_leaves_what_itband_did_not_make(folder: Path) -> None:
    mine = [folder / "notes.txt", backups.folder_of(folder) / "photo.jpg"]
    for path in mine:
        path.write_text("mine")
    assert care.erase(folder) == [backups.folder_of(folder), folder / "notes.txt"]
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == sorted(mine)


def test_erasing_removes_what_a_crash_left(folder: Path) -> None:
    write_note("Private.")
    left = {path.name: path.read_bytes() for path in folder.glob("diary.db*")}
    store.close()
    for name, content in left.items():
        (folder / name).write_bytes(content)
    care.erase(folder)
    assert not folder.exists()


def test_erasing_where_nothing_is_does_nothing(tmp_path: Path) -> None:
    assert care.erase(tmp_path / "diary") == []


def test_erasing_behind_a_link_leaves_the_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    store.open_diary(tmp_path / "link")
    assert care.erase(tmp_path / "link") == []
    assert list((tmp_path / "real").iterdir()) == []


def test_a_new_diary_can_begin_after_erasing(folder: Path) -> None:
    write_note("Gone.")
    care.erase(folder)
    store.open_diary(folder)
    assert notes() == []


# Purging


def places_of(text: str, folder: Path) -> list[str]:
    """Every file of the folder that has the text among its bytes."""
    spellings = {text.encode(), text.encode("utf-16-le"), json.dumps(text)[1:-1].encode()}
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(spelling in path.read_bytes() for spelling in spellings)
    ]


def in_another_process(folder: Path, code: str) -> None:
    """Runs code that imports `data` on a diary; its connection is its own, as reading raw bytes here needs it."""
    program = (
        f"from pathlib import Path; from data import care, store\nfolder = Path({str(folder)!r})\n{code}"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.fixture
def with_secrets(folder: Path, frozen: time_machine.Traveller) -> Path:
    """A closed diary that had a secret in deleted and changed notes, a label, its copies and what was replaced."""
    write_note(f"{SECRET} in a note", "2026-11-01")
    write_note(f"{SECRET} before it was changed", "2026-11-02")
    write_note(f"{SECRET} " * 3000, "2026-11-03")
    load(diary(pain_logs=[pain(3, "2026-11-20", medication=SECRET)], runs=[run(5, "2026-11-20")]))
    frozen.shift(86_400)
    store.open_diary(folder)
    copy = care.back_up(folder)
    with history.step(f"Deleted what was {SECRET}"):
        DayNote.delete().where(DayNote.day != "2026-11-02").execute()
        DayNote.update(text="Stairs fine.").execute()
        PainLog.delete().execute()
    care.restore(folder, care.back_up(folder))
    store.close()
    (folder / ".itband-killed.tmp").write_bytes(copy.read_bytes())
    return folder


def test_purging_leaves_no_deleted_text_in_any_file(with_secrets: Path) -> None:
    assert len(places_of(SECRET, with_secrets)) >= 5
    store.open_diary(with_secrets)
    care.purge(with_secrets)
    store.close()
    assert places_of(SECRET, with_secrets) == []
    assert [path.name for path in backups.folder_of(with_secrets).iterdir()] == ["diary-2026-11-24.db"]


def test_purging_leaves_no_deleted_text_while_an_app_has_the_diary_open(with_secrets: Path) -> None:
    with closing(sqlite3.connect(store.diary_file(with_secrets), isolation_level=None)) as app:
        app.execute("SELECT count(*) FROM day_note").fetchone()
        in_another_process(with_secrets, "care.purge(folder)")
        assert app.execute("SELECT text FROM day_note").fetchall() == [("Stairs fine.",)]
        found = subprocess.run(
            ["grep", "-rl", SECRET, str(with_secrets)], capture_output=True, text=True
        ).stdout
    assert found == ""


def test_purging_keeps_what_is_there_and_the_uids_of_what_was_deleted(with_secrets: Path) -> None:
    store.open_diary(with_secrets)
    before = database.execute_sql("SELECT * FROM deletion ORDER BY uid").fetchall()
    care.purge(with_secrets)
    assert notes() == ["Stairs fine."]
    assert len(before) == 3
    assert database.execute_sql("SELECT * FROM deletion ORDER BY uid").fetchall() == before
    with pytest.raises(Refused, match="nothing to undo"):
        history.undo()
    assert wrong(with_secrets) == []


def test_purging_is_refused_while_another_program_reads_an_older_state(
    with_secrets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    with closing(sqlite3.connect(store.diary_file(with_secrets), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM day_note").fetchone()
        with pytest.raises(Refused, match=r"undo is emptied already\. Close it and purge again"):
            care.purge(with_secrets)
        with pytest.raises(Refused, match="nothing to undo"):
            history.undo()
        reader.execute("COMMIT")
    care.purge(with_secrets)
    store.close()
    assert places_of(SECRET, with_secrets) == []
