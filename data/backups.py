"""Copies of the diary in its `backups/` folder: one a day of use, one before each migration, and those asked for."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, timedelta
from itertools import chain, count
from pathlib import Path

from data import calendar_days
from data.errors import Refused

DAILY = 7
WEEKLY = 4
TEMPORARY = ".itband-"
LEFTOVER_AFTER = timedelta(days=1)


def folder_of(folder: Path) -> Path:
    """Where the copies of the diary in a folder lie."""
    return folder / "backups"


def copies(folder: Path) -> list[Path]:
    """Every copy that can be put back, in order of name; not the diaries that a restore replaced."""
    return sorted(folder_of(folder).glob("diary-*.db"))


def replaced(folder: Path) -> list[Path]:
    """What restores have put aside, whole or damaged, with the files that belonged to it."""
    return sorted(folder_of(folder).glob("replaced-*"))


def leftovers(folder: Path) -> list[Path]:
    """Files that were being written when the program was killed."""
    return [path for place in (folder, folder_of(folder)) for path in place.glob(f"{TEMPORARY}*")]


def todays(folder: Path) -> Path:
    return folder_of(folder) / f"diary-{calendar_days.local_now():%Y-%m-%d}.db"


def free_name(folder: Path, stem: str) -> Path:
    """A file in the backups with the time in its name, which nothing has yet."""
    dated = f"{stem}-{calendar_days.local_now():%Y-%m-%d-%H%M%S}"
    names = chain([dated], (f"{dated}-{number}" for number in count(2)))
    paths = (folder_of(folder) / f"{name}.db" for name in names)
    return next(path for path in paths if not os.path.lexists(path))


def once_a_day(folder: Path, file: Path) -> str | None:
    """Makes today's copy of a diary file unless it is there, and lets old ones go. Gives the trouble, None without.

    Refused when the diary turns out to be damaged: good copies stay. A full disk doesn't stop anyone from writing.
    """
    try:
        if todays(folder).exists():
            return None
        private_folder(folder_of(folder))
        write(file, todays(folder))
        _rotate(folder)
        _clear_leftovers(folder)
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or error
        return f"Today's copy of the diary couldn't be made in {folder_of(folder)} ({why}). The diary itself is fine."
    return None


def open_to_read(file: Path) -> sqlite3.Connection:
    """A connection that changes nothing, and leaves nothing beside a file that no one has open."""
    in_use = any(file.with_name(file.name + suffix).exists() for suffix in ("-wal", "-journal"))
    how = "mode=ro" if in_use else "immutable=1"
    return sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)


def write(file: Path, target: Path, *, overwrite: bool = True, damaged_too: bool = False) -> None:
    """Writes a diary file to a 0600 file that appears under its name only when it is complete.

    Latest entries that still stand in its log are in it. Refused when the diary is damaged, unless that is as well;
    FileExistsError when it mustn't overwrite and the name is taken.
    """
    with temporary_file(target.parent) as temporary:
        with (
            closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)) as source,
            closing(sqlite3.connect(temporary)) as copy,
        ):
            copy_pages(source, copy)
            if not damaged_too:
                refuse_damaged(copy, file)
            with suppress(sqlite3.DatabaseError):
                copy.execute(
                    "PRAGMA journal_mode = delete"
                )  # one file, with no log beside it when it is read
        publish(temporary, target, overwrite=overwrite)


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Makes the target a copy of the source, as it stands in this moment, without looking at what is in it."""
    source.backup(target, progress=lambda status, remaining, total: raise_when_busy(status))


def raise_when_busy(status: int) -> None:
    """Ends a copy that would wait for ever; SQLite has waited its five seconds by then."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        busy = sqlite3.OperationalError("database is locked")
        busy.sqlite_errorcode = status
        raise busy


def refuse_damaged(connection: sqlite3.Connection, file: Path) -> None:
    """Refused when the pages of an open database don't hold together; `file` is the name that is told."""
    try:
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        verdict = str(error)
    if verdict != "ok":
        raise Refused(
            f"{file} is damaged ({' '.join(verdict.split())}). Nothing was changed. "
            "`itband restore FILE` puts one of the copies in its backups folder back."
        )


@contextmanager
def temporary_file(folder: Path) -> Iterator[Path]:
    """An empty 0600 file in the folder; gone afterwards, unless it was moved into its place."""
    import tempfile  # not needed by a command on a day that has its copy

    handle, name = tempfile.mkstemp(dir=folder, prefix=TEMPORARY, suffix=".tmp")
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(name + suffix).unlink(missing_ok=True)


def publish(temporary: Path, target: Path, *, overwrite: bool) -> None:
    """Gives a finished file its name. FileExistsError when it mustn't overwrite and the name is taken."""
    if overwrite:
        temporary.replace(target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "File exists", str(target)) from None
        temporary.rename(target)


def private_folder(folder: Path) -> None:
    """Makes a folder where there is none; 0700, as far as it is this user's own."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_private(folder, 0o700)


def make_private(path: Path, mode: int) -> None:
    """Sets a mode. What belongs to somebody else, and a folder that all share, such as /tmp, stays as it is."""
    present = path.stat().st_mode
    if present & 0o777 != mode and not present & 0o1000:
        with suppress(PermissionError):
            path.chmod(mode)


def _rotate(folder: Path) -> None:
    """Keeps the newest 7 daily copies and, of the older ones, the newest of each of 4 weeks."""
    dated: dict[date, Path] = {}
    for path in folder_of(folder).glob("diary-????-??-??.db"):
        with suppress(ValueError):
            dated[date.fromisoformat(path.stem.removeprefix("diary-"))] = path
    older = sorted(dated)[:-DAILY]
    newest_of_week = {calendar_days.week_start(day): day for day in older}
    kept = sorted(newest_of_week.values())[-WEEKLY:]
    for day in older:
        if day not in kept:
            dated[day].unlink(missing_ok=True)


def _clear_leftovers(folder: Path) -> None:
    yesterday = (calendar_days.local_now() - LEFTOVER_AFTER).timestamp()
    for path in leftovers(folder):
        if path.stat().st_mtime < yesterday:
            path.unlink(missing_ok=True)
