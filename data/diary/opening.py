"""The diary that is open: opening it, its version, its copies, and the way back through its changes."""

from __future__ import annotations

from pathlib import Path

from data import backups, history, store
from data.connection import Gone
from data.models import database


def open(folder: Path) -> str | None:
    """Opens the diary of a folder, made first where there is none; see `store.open_diary` for what is refused.

    Gives a sentence to pass on when today's copy couldn't be made, else None.
    """
    return store.open_diary(folder)


def version() -> int:
    """A number that changes whenever anyone, here or in another process, changed the diary or put another in its place.

    What lies there now is opened then; Gone, a Refused, while nothing does.
    """
    try:
        database.refuse_gone()
    except Gone:
        store.open_again()
    connection = database.connection()
    seen = (database.times_opened, int(database.pragma("data_version")), int(connection.total_changes))
    return seen[0] * 2**96 + seen[1] * 2**48 + seen[2]


def keep_copy() -> str | None:
    """Makes the day's copy of the open diary unless it is there; a sentence when it couldn't be made."""
    file = Path(database.database)
    return backups.once_a_day(file.parent, file)


def undo() -> str:
    return f"Undone: {history.undo()}."


def redo() -> str:
    return f"Done again: {history.redo()}."
