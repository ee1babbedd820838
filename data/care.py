"""The care of a diary: copy it, put a copy back, erase it, purge what was deleted. `check` looks it over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import peewee

from data import backups, history, store
from data.checkup import Finding, check
from data.connection import TROUBLES, DiaryDatabase, sqlite_code
from data.errors import Refused
from data.models import database

__all__ = ["Finding", "back_up", "check", "erase", "purge", "restore"]

CONFIG = ("config.toml", ".config-*")
UNWRITABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_READONLY)
BESIDE = ("-wal", "-shm", "-journal")


def back_up(folder: Path, target: Path | None = None) -> Path:
    """Copies the diary to a file that wasn't there; None: a dated one in its backups, which stays until it is deleted.

    Gives its path. Refused when the name is taken, can't be written, or the diary is damaged.
    """
    if target is None:
        with _explaining(folder):
            backups.private_folder(backups.folder_of(folder))
        target = backups.free_name(folder, "diary")
    try:
        backups.write(store.diary_file(folder), target, overwrite=False)
    except FileExistsError:
        raise Refused(f"{target} is there already and was left as it is: choose another name.") from None
    except (OSError, sqlite3.OperationalError) as error:
        raise Refused(f"The copy {target} couldn't be written ({_why(error)}).") from error
    except sqlite3.DatabaseError as error:
        raise store.explained(error, folder) from error
    return target


def restore(folder: Path, file: Path) -> Path | None:
    """Makes a copy the diary, with its undo history, and opens it. Whatever the diary was, an open app sees the change.

    Gives the file in the backups that keeps what was replaced, whole; None when there was nothing. Refused, with
    nothing changed, when the copy is damaged or no diary of a version that this itband knows.
    """
    store.close()
    with _explaining(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        backups.private_folder(backups.folder_of(folder))
        with backups.temporary_file(folder) as restored:
            _copy_verified(file, restored)
            kept = _replace(folder, restored)
    store.open_diary(folder)
    return kept


def something_is_there(folder: Path) -> bool:
    """Whether a folder has anything that `erase` would take away: a diary, a copy of one, or config.toml."""
    with _explaining(folder):
        latest = [Path(f"{store.diary_file(folder)}{suffix}") for suffix in ("", *BESIDE)]
        return bool(any(path.exists() for path in [*latest, *_settings(folder)]) or _every_copy(folder))


def _settings(folder: Path) -> list[Path]:
    return [path for pattern in CONFIG for path in folder.glob(pattern)]


def erase(folder: Path) -> list[Path]:
    """Removes the diary, its copies and config.toml, and gives what is left: files that itband didn't make."""
    store.close()
    diary = store.diary_file(folder)
    with _explaining(folder):
        latest = [Path(f"{diary}{suffix}") for suffix in BESIDE]
        for path in [
            *_every_copy(folder),
            *_settings(folder),
            *latest,
            diary,
        ]:  # entries without their diary would be stray
            if not path.is_dir():
                path.unlink(missing_ok=True)
        for place in (backups.folder_of(folder), folder):
            with suppress(OSError):  # something else is in it
                place.rmdir()
        return sorted(folder.iterdir()) if folder.exists() else []


def purge(folder: Path) -> None:
    """Leaves no text that was deleted or changed: empties undo and redo, rewrites the file, begins the backups anew.

    Of deleted rows their uid and time stay. Refused when another program keeps an older state of the diary open.
    Copies elsewhere, and what a disk keeps of freed blocks, are out of its reach.
    """
    store.open_diary(folder)
    with _explaining(folder):
        history.forget_all()
        database.execute_sql("PRAGMA temp_store = memory")  # no page of it in a temporary file elsewhere
        database.execute_sql("VACUUM")
        (busy, _, _) = database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise Refused(
                f"Another program is reading {store.diary_file(folder)}, so that deleted text is still there; "
                "undo is emptied already. Close it and purge again."
            )
        old = _every_copy(folder)
        fresh = backups.todays(folder)
        backups.write(store.diary_file(folder), fresh)
        for path in old:
            if path != fresh and not path.is_dir():
                path.unlink(missing_ok=True)


def _every_copy(folder: Path) -> list[Path]:
    return [*backups.copies(folder), *backups.replaced(folder), *backups.leftovers(folder)]


def _copy_verified(file: Path, target: Path) -> None:
    """Copies a file to an empty one and brings it up to date; Refused, with what is wrong, unless it is a diary."""
    try:
        if what := store.complaint(file):
            raise Refused(f"{file} {what}. Nothing was changed.")
        with closing(backups.open_to_read(file)) as source, closing(sqlite3.connect(target)) as copy:
            backups.copy_pages(source, copy)
            copy.execute("PRAGMA journal_mode = delete")
            (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            astray = copy.execute("PRAGMA foreign_key_check").fetchone()
        if verdict != "ok" or astray:
            why = f"a row of {astray[0]} refers to one of {astray[2]} that isn't there" if astray else verdict
            raise Refused(f"{file} is damaged ({' '.join(why.split())}). Nothing was changed.")
    except FileNotFoundError:
        raise Refused(f"There is no file {file}. Nothing was changed.") from None
    except (OSError, sqlite3.OperationalError) as error:
        raise Refused(f"{file} can't be restored ({_why(error)}). Nothing was changed.") from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise Refused(f"{file} is damaged ({error}). Nothing was changed.") from error
    copied: peewee.SqliteDatabase = DiaryDatabase(str(target))
    with closing(copied):
        store.bring_up_to_date(copied)
        if missing := store.missing_parts(copied.connection()):
            raise Refused(f"{file} lacks parts of a diary ({missing[0]}). Nothing was changed.")


def _replace(folder: Path, restored: Path) -> Path | None:
    """Puts a verified file in the diary's place and gives where the former one is kept; None: there was none."""
    diary = store.diary_file(folder)
    kept = backups.free_name(folder, "replaced")
    if _is_ours(diary):
        try:
            if _write_into(diary, restored, kept):
                return kept
        except TROUBLES as error:
            kept.unlink(missing_ok=True)
            if sqlite_code(error) not in UNWRITABLE:
                raise
    return _set_aside(diary, restored, kept)


def _is_ours(diary: Path) -> bool:
    try:
        what = store.complaint(diary)
    except TROUBLES:
        return False
    return what is None or "newer" in what


def _write_into(diary: Path, restored: Path, kept: Path) -> bool:
    """Writes all pages into the diary as one transaction, which an app that has it open sees like any other.

    What is there is kept after the first page: from then on no one else can write, so that no entry falls between.
    False, and nothing done, for a file without a log: no itband has that open, and no one could read it meanwhile.
    """

    def keep_first(status: int, remaining: int, total: int) -> None:
        backups.raise_when_busy(status)
        if not kept.exists():
            backups.write(diary, kept, damaged_too=True)

    with (
        closing(sqlite3.connect(restored)) as source,
        closing(sqlite3.connect(diary, timeout=store.PATIENCE)) as target,
    ):
        if target.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            return False
        source.backup(target, pages=1, progress=keep_first)
        return True


def _set_aside(diary: Path, restored: Path, kept: Path) -> Path | None:
    """Moves what no connection can write into out of the way, whole, and the restored file in its place."""
    found = [suffix for suffix in ("", *BESIDE) if Path(f"{diary}{suffix}").exists()]
    for suffix in found:
        if suffix or diary.is_dir():
            Path(f"{diary}{suffix}").rename(f"{kept}{suffix}")
        else:
            # A second name for the same file: the first one is never without a diary.
            backups.publish(diary, kept, overwrite=False)
            backups.make_private(kept, 0o600)
    restored.replace(diary)
    return kept if found else None


@contextmanager
def _explaining(folder: Path) -> Iterator[None]:
    try:
        yield
    except TROUBLES as error:
        raise store.explained(error, folder) from error


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
