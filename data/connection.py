"""The connection to a diary file: it never writes into a file that is no longer in its place."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import peewee

from data.errors import Refused

Identity = tuple[int, int]
TROUBLES = (
    OSError,
    peewee.DatabaseError,
    sqlite3.DatabaseError,
    UnicodeDecodeError,
    peewee.DoesNotExist,
)
"""What a full disk, a closed folder, a lock, a damaged file or a row that another program deleted may raise."""
WAY_ON = "Nothing is saved until it is back in its place; then try again."


class Gone(Refused):
    """The diary was moved, deleted or replaced while it was open. Opening it again is the way on."""


def gone(file: Path) -> Gone:
    return Gone(f"There is no diary in {file.parent} any more. {WAY_ON}")


class _Opened(threading.local):
    """The files that this thread's connection holds open."""

    files: dict[Path, Identity] = {}
    times = 0


class DiaryDatabase(peewee.SqliteDatabase):
    """SQLite would go on writing into an open file that was deleted or replaced: such entries would be lost."""

    flushes_when_asked = False
    """See `store.flush_when_asked`; it holds for a file that is opened again in its place too."""

    def __init__(self, database: str | None, **options: Any) -> None:
        self._opened = _Opened()
        super().__init__(database, **options)

    if TYPE_CHECKING:  # peewee has no types

        def connection(self) -> sqlite3.Connection: ...

    def execute_sql(self, sql: str, params: Any = None) -> sqlite3.Cursor:
        """As peewee does it, without its log and its hooks: a key asks some thirty times."""
        with peewee.__exception_wrapper__:  # type: ignore[attr-defined]
            return self.connection().execute(sql, params or ())

    def connect(self, reuse_if_open: bool = False) -> bool:
        if self.database and not Path(self.database).exists():  # SQLite would make an empty file
            raise gone(Path(self.database))
        newly = bool(super().connect(reuse_if_open))
        self.pragma("schema_version")  # SQLite makes its log of latest entries at the first read
        files = (Path(self.database + suffix) for suffix in ("", "-wal"))
        self._opened.files = {file: identity for file in files if (identity := _identity(file))}
        self._opened.times += 1
        return newly

    @property
    def times_opened(self) -> int:
        """How often this thread has connected: what was read over an earlier connection may be another file's."""
        return self._opened.times

    def begin(self, lock_type: str | None = None) -> None:
        """Begins a transaction; Gone when the file, or its log of latest entries, isn't the one that was opened."""
        self.refuse_gone()
        super().begin(lock_type)

    def refuse_gone(self) -> None:
        """Gone when the file, or its log of latest entries, isn't the one that was opened."""
        for file, identity in self._opened.files.items():
            if _identity(file) != identity:
                raise Gone(f"{file} was moved, deleted or replaced while the diary was open. {WAY_ON}")

    def rollback(self) -> None:
        """Takes back what is left to take back: on a full disk SQLite has done so itself."""
        if self.connection().in_transaction:
            super().rollback()


def sqlite_code(error: BaseException) -> int:
    """SQLite's code of an error, wrapped by peewee or not, such as `sqlite3.SQLITE_FULL`; 0 for any other error."""
    if isinstance(error, UnicodeDecodeError) or "Could not decode" in str(
        error
    ):  # of bytes that were once a text
        return sqlite3.SQLITE_CORRUPT
    return int(getattr(getattr(error, "orig", error), "sqlite_errorcode", 0)) & 0xFF


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
