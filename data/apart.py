"""The diary read by a thread of its own, while the app goes on with the diary that it has open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from data.models import database


@contextmanager
def own_connection() -> Iterator[None]:
    """A connection for this thread; all that is read by it is of one moment. Gone when the file isn't in its place."""
    with database.connection_context(), database.atomic():
        yield
