"""Open, create, secure and migrate a diary file.

A diary is a folder: `diary.db`, `backups/` and `config.toml`. Folders are 0700 and files 0600.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import peewee

from data import backups, history
from data.connection import TROUBLES, DiaryDatabase, gone, sqlite_code
from data.errors import DELETED, Refused
from data.models import TABLES, columns, database

APPLICATION_ID = 0x49544231  # "ITB1": how a diary is told from any other SQLite file
VERSION = 1  # the number of the newest migration
MIGRATIONS = Path(__file__).parent / "migrations"
PRAGMAS = {
    "foreign_keys": 1,
    "synchronous": "full",
    "secure_delete": 1,
    "recursive_triggers": 1,  # else a REPLACE deletes rows unseen by the history
}
OLDEST_SQLITE = (3, 37)  # the first with STRICT tables
OWN_NAMES = ("diary.db", "backups", "config.toml", ".config-", backups.TEMPORARY)
PATIENCE = 5  # seconds to wait while another program writes
SMALLEST_DATABASE = 512  # bytes; less is nothing that SQLite has written
CHECKED_AT_EACH_OPENING = 1_000_000  # bytes, some ten weeks of use; a longer diary is checked once a day


def default_folder() -> Path:
    """`$ITBAND_DATA`, else the folder that the system keeps for a user's data."""
    if named := os.environ.get("ITBAND_DATA"):
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_data_path("itband")


def diary_file(folder: Path) -> Path:
    return folder / "diary.db"


def log_file(folder: Path) -> Path:
    """Where SQLite keeps the latest entries until it moves them into the diary file."""
    return folder / "diary.db-wal"


def open_diary(folder: Path, *, create: bool = True) -> str | None:
    """Connects `models.database` to the folder's diary, made first where there is none (unless told not to).

    Gives a sentence to pass on when today's copy couldn't be made, else None. Refused by name, and left as it was: a
    folder that can't be written, a file that is no diary, a damaged one, one from a newer itband.
    """
    path = diary_file(folder)
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Refused(
            f"This Python comes with SQLite {sqlite3.sqlite_version}; itband needs 3.37 or newer. Nothing was changed."
        )
    try:
        close()
        _prepare(folder, create)
        database.init(str(path), pragmas=PRAGMAS, timeout=PATIENCE)
        database.connect()
        if _version(database) < VERSION:
            bring_up_to_date(
                database, before=lambda: backups.write(path, backups.free_name(folder, "diary-before-update"))
            )
        _refuse_unsound(path)
        if database.pragma("journal_mode") != "wal":  # a copy that was put here by hand
            database.pragma("journal_mode", "wal")
            database.close()
            database.connect()
        return _once_a_day(folder, path)
    except TROUBLES as error:
        close()
        raise explained(error, folder) from error
    except Refused:
        close()
        raise


def _once_a_day(folder: Path, path: Path) -> str | None:
    """The day's copy; once it is made, what is too old to be undone goes."""
    if backups.todays(folder).exists():
        return None
    trouble = backups.once_a_day(folder, path)
    if trouble is None:
        with suppress(peewee.OperationalError):  # no room, or others are writing: another day will do
            history.forget_old()
    return trouble


def open_again() -> None:
    """Connects to what now lies in the open diary's place; Gone, and the former file stays open, when nothing does."""
    file = Path(database.database)
    if not file.exists():
        raise gone(file)
    open_diary(file.parent, create=False)
    if database.flushes_when_asked:
        flush_when_asked()


def flush_when_asked() -> None:
    """From now on a change survives the end of this program at once, a power cut from the next `flush` on.

    The app paints a change first: some disks take longer to be sure of it than the app takes to show it.
    """
    database.flushes_when_asked = True
    database.pragma("synchronous", "normal")


def flush() -> None:
    """Waits until the disk has what was written, which lies in SQLite's log of latest entries."""
    with log_file(Path(database.database).parent).open("r+b") as log:
        os.fsync(log.fileno())


def close() -> None:
    if not database.is_closed():
        database.close()


def complaint(path: Path) -> str | None:
    """Why a file is no diary that this itband reads, such as "is empty"; None when it is one, whole or damaged.

    SQLite itself reads it: a plain open and close would let go of the locks of a connection to the same file.
    """
    if path.is_dir():
        return "is a folder, no itband diary"
    size = path.stat().st_size
    if size < SMALLEST_DATABASE:
        return "is no itband diary" if size else "is empty"
    with closing(backups.open_to_read(path)) as file:
        try:
            (program,) = file.execute("PRAGMA application_id").fetchone()
            (version,) = file.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            if sqlite_code(error) == sqlite3.SQLITE_NOTADB:
                return "is no itband diary"
            raise
    if program != APPLICATION_ID:
        return "is a database of another program, no itband diary"
    if version > VERSION:
        return (
            f"was written by a newer itband (version {version} of the diary, this one reads up to {VERSION})"
        )
    return None


def bring_up_to_date(file: peewee.SqliteDatabase, before: Callable[[], None] | None = None) -> None:
    """Applies the migrations that a file lacks, in one transaction: killed at any moment, it is the old or the new.

    before: what to do first, once no one else can write.
    """
    from playhouse.migrations import Runner

    file.pragma("foreign_keys", 0)  # no part of a transaction; a table that is rebuilt would take rows along
    try:
        with file.atomic("IMMEDIATE"):
            if _version(file) >= VERSION:  # another itband was quicker
                return
            if before:
                before()
            history.remove_triggers(file)
            Runner(file, str(MIGRATIONS)).up()
            history.install_triggers(file)
            if file.execute_sql("PRAGMA foreign_key_check").fetchone():
                raise peewee.IntegrityError("the update left a reference to a row that is gone")
            file.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            file.execute_sql(f"PRAGMA user_version = {VERSION}")
    finally:
        file.pragma("foreign_keys", 1)


def explained(error: BaseException, folder: Path) -> Refused:
    """An error of the system or of SQLite as a sentence: what is wrong with which file, and what to do."""
    path = diary_file(folder)
    if isinstance(error, peewee.DoesNotExist):
        return Refused(DELETED)
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return Refused(
                f"The disk is full, so nothing was written in {folder}. Free some space and try again."
            )
        return Refused(
            f"The diary in {folder} can't be used ({error.strerror or error}: {error.filename or folder}). "
            "Choose another folder with --data, or put this right and try again."
        )
    cause, code = getattr(error, "orig", error), sqlite_code(error)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "decode" in str(
        cause
    ):  # a text that is none
        return Refused(
            f"{path} is damaged ({cause}). Nothing was changed. "
            f"`itband restore FILE` puts one of the copies in {backups.folder_of(folder)} back."
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Refused(f"{path} is in use by another program just now. Nothing was changed; try again.")
    if code == sqlite3.SQLITE_FULL:
        return Refused(f"The disk is full, so nothing was written to {path}. Free some space and try again.")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return Refused(
            f"{path} can't be written ({cause}). Nothing was changed; look at the permissions of its folder."
        )
    if code == sqlite3.SQLITE_IOERR:
        return Refused(f"{path} can't be written ({cause}): the disk may be full or failing. Try again.")
    return Refused(f"{path} could not do that ({cause}). Nothing was changed.")


def _prepare(folder: Path, create: bool) -> None:
    """Sees to it that there is a diary of this itband, or one before it, that can be connected to."""
    path = diary_file(folder)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "a file is where the folder should be", str(folder))
    orphan = log_file(folder).exists()  # asked before the diary: a first start elsewhere may be making both
    if not path.exists():
        if orphan:
            raise Refused(
                f"{path} is missing, but {log_file(folder).name} with its latest entries is there. Put the diary "
                "back with `itband restore FILE`, or move that file away to begin anew."
            )
        if not create:
            raise gone(path)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _create(folder)
    if what := complaint(path):
        raise Refused(f"{path} {what}; it was left as it is. {_way_on(what)}")
    if _is_a_diarys_own(folder):
        backups.make_private(folder, 0o700)
    for file in (path, log_file(folder), folder / "diary.db-shm"):
        if file.exists():
            backups.make_private(file, 0o600)


def _is_a_diarys_own(folder: Path) -> bool:
    """Whether it holds nothing but what itband makes: another folder that --data names, such as Documents, is shared
    as its owner shares it. `check` says so."""
    return all(file.name.startswith(OWN_NAMES) for file in folder.iterdir())


def _create(folder: Path) -> None:
    """Builds the diary beside its place and links it in, so that two first starts make one whole file."""
    with backups.temporary_file(folder) as temporary:
        new = DiaryDatabase(str(temporary))
        try:
            bring_up_to_date(new)
            new.pragma("journal_mode", "wal")  # now, while no one else has it open
        finally:
            new.close()
        with suppress(FileExistsError):
            backups.publish(temporary, diary_file(folder), overwrite=False)


def _way_on(what: str) -> str:
    if "newer" in what:
        return "Please update itband."
    return "Move it away to begin anew, or put a copy back with `itband restore FILE`."


def _version(file: peewee.SqliteDatabase) -> int:
    return int(file.pragma("user_version"))


def _refuse_unsound(path: Path) -> None:
    if missing := missing_parts(database.connection()):
        raise Refused(
            f"{path} lacks parts of a diary ({missing[0]}); it was left as it is. "
            "`itband restore FILE` puts a copy back."
        )
    if path.stat().st_size <= CHECKED_AT_EACH_OPENING:
        backups.refuse_damaged(database.connection(), path)


def missing_parts(connection: sqlite3.Connection) -> list[str]:
    """Columns and triggers that a diary of this version has and this one hasn't."""
    wanted = {f"{model._meta.table_name}.{name}" for model in TABLES for name in columns(model)}
    wanted |= {"step.label", "change.after", "deletion.at", "history.replaying"} | history.trigger_names()
    found = connection.execute(
        "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' "
        "UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    return sorted(wanted - {name for (name,) in found})
