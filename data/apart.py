"""The diary read by a thread of its own, while the app goes on with the diary that it has open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.connection import Gone
from data.models import database


@contextmanager
def own_connection() -> Iterator[None]:
    """A connection for this thread; all that is read by it is of one moment.

    Gone when the file is not in its place: SQLite would make an empty one there.
    """
    file = Path(database.database)
    if not file.is_file():
        raise Gone(f"{file} is not there any more: put it back where it was, or open the diary again.")
    with database.connection_context(), database.atomic():
        yield
