"""Open, create, secure, migrate and back up a diary file.

A diary is a folder: `diary.db`, `backups/` and `config.toml`. Folders are 0700 and files 0600.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import peewee

from data import calendar_days
from data.errors import Refused
from data.models import database

APPLICATION_ID = 0x49544231  # "ITB1": how a diary is told from any other SQLite file
VERSION = 1  # the number of the newest migration
MIGRATIONS = Path(__file__).parent / "migrations"
PRAGMAS = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": "full", "secure_delete": 1}
DAILY_BACKUPS = 7
WEEKLY_BACKUPS = 4


def default_folder() -> Path:
    """`$ITBAND_DATA`, else the folder that the system keeps for a user's data."""
    if named := os.environ.get("ITBAND_DATA"):
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_data_path("itband")


def diary_file(folder: Path) -> Path:
    return folder / "diary.db"


def backups_folder(folder: Path) -> Path:
    return folder / "backups"


def open_diary(folder: Path) -> None:
    """Connects `models.database` to the folder's diary, made first where there is none.

    Refused by name: a folder that can't be written, a file that is no diary, a damaged one, one from a newer itband.
    None of them is touched.
    """
    path = diary_file(folder)
    try:
        _make_private_folder(folder)
        if not path.exists():
            _create(folder)
        _refuse_foreign(path)
        _connect(path)
        version = _version(path)
        if version < VERSION:
            _back_up(folder, f"before-version-{VERSION}-{calendar_days.utc_now().replace(':', '')}")
            _migrate()
        _secure(folder)
        _back_up_once_a_day(folder)
    except OSError as error:
        close()
        raise Refused(
            f"The diary in {folder} can't be used: {error.strerror or error}. "
            "Choose another folder with --data, or free it."
        ) from error
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        close()
        raise explained(error, folder) from error
    except Refused:
        close()
        raise


def close() -> None:
    if not database.is_closed():
        database.close()


def explained(error: Exception, folder: Path) -> Refused:
    """A database error as a sentence: what is wrong with which file, and what to do."""
    path, words = diary_file(folder), str(error)
    if "malformed" in words or "not a database" in words or "disk image" in words:
        return Refused(
            f"{path} is damaged ({words}). Nothing was changed. The daily copies are in {backups_folder(folder)}: "
            "`itband restore FILE` puts one back."
        )
    if "locked" in words or "busy" in words:
        return Refused(
            f"{path} is in use by another program just now. Nothing was changed; please try again."
        )
    if "full" in words:
        return Refused(f"The disk is full, so nothing was written to {path}. Free some space and try again.")
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return Refused(f"{path} can't be written ({words}). Nothing was changed; look at its permissions.")
    return Refused(f"{path} could not do that ({words}). Nothing was changed.")


def write_copy(target: Path) -> None:
    """Writes the open diary, whole and checked, to a 0600 file that appears under its name only when it is complete."""
    temporary = _private_file(target.parent)
    try:
        copy = sqlite3.connect(temporary)
        try:
            database.connection().backup(copy)
            copy.execute("PRAGMA journal_mode = delete")
            verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            copy.close()
        if verdict != "ok":
            raise sqlite3.DatabaseError(f"database disk image is malformed: {verdict}")
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _private_file(folder: Path) -> Path:
    handle, name = tempfile.mkstemp(dir=folder, prefix=".itband-", suffix=".tmp")  # mkstemp makes it 0600
    os.close(handle)
    return Path(name)


def _make_private_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)


def _create(folder: Path) -> None:
    """Builds the diary beside its place and links it in, so that two first starts make one whole file."""
    temporary = _private_file(folder)
    try:
        database.init(str(temporary), pragmas={"foreign_keys": 1})
        _migrate()
        database.close()
        with suppress(FileExistsError):
            os.link(temporary, diary_file(folder))
    finally:
        close()
        temporary.unlink(missing_ok=True)


def _refuse_foreign(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(16)
    if start != b"SQLite format 3\x00":
        what = "is empty" if not start else "is no itband diary"
        raise Refused(
            f"{path} {what}; it was left as it is. Move it away to begin anew, "
            "or put a copy back with `itband restore FILE`."
        )


def _connect(path: Path) -> None:
    if database.database != str(path) or database.is_closed():
        close()
        database.init(str(path), pragmas=PRAGMAS)
        database.connect()


def _version(path: Path) -> int:
    if database.pragma("application_id") != APPLICATION_ID:
        close()
        raise Refused(f"{path} is a database of another program, no itband diary; it was left as it is.")
    version = int(database.pragma("user_version"))
    if version > VERSION:
        close()
        raise Refused(
            f"{path} was written by a newer itband (version {version} of the diary, this one reads up to {VERSION}); "
            "it was left as it is. Please update itband."
        )
    return version


def _migrate() -> None:
    """Applies the numbered migrations that are missing. Each is one transaction; the version is written last."""
    from playhouse.migrations import Runner

    from data import history

    database.connect(reuse_if_open=True)
    history.remove_triggers()
    Runner(database, str(MIGRATIONS)).up()
    with database.atomic("IMMEDIATE"):
        history.install_triggers()
        database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute_sql(f"PRAGMA user_version = {VERSION}")


def _secure(folder: Path) -> None:
    for path, mode in ((folder, 0o700), (diary_file(folder), 0o600)):
        if path.stat().st_mode & 0o777 != mode:
            path.chmod(mode)


def _back_up_once_a_day(folder: Path) -> None:
    today = calendar_days.local_now().date()
    if not (backups_folder(folder) / f"diary-{today}.db").exists():
        _back_up(folder, str(today))
        _rotate(folder)


def _back_up(folder: Path, name: str) -> None:
    _make_private_folder(backups_folder(folder))
    write_copy(backups_folder(folder) / f"diary-{name}.db")


def _rotate(folder: Path) -> None:
    """Keeps the newest 7 daily copies and, of the older ones, the newest of each of 4 weeks."""
    copies: dict[date, Path] = {}
    for path in backups_folder(folder).glob("diary-????-??-??.db"):
        with suppress(ValueError):
            copies[date.fromisoformat(path.stem.removeprefix("diary-"))] = path
    older = sorted(copies, reverse=True)[DAILY_BACKUPS:]
    newest_of_week = {calendar_days.week_start(day): day for day in reversed(older)}
    kept = sorted(newest_of_week.values(), reverse=True)[:WEEKLY_BACKUPS]
    for day in older:
        if day not in kept:
            copies[day].unlink()
