"""What is told when a diary can't be read or written: one sentence, and what to do."""

from pathlib import Path

from data import connection, store
from data.errors import Refused
from data.models import database

TROUBLES = (Refused, *connection.TROUBLES)
"""What reading or writing a diary may raise without being a mistake of the program."""


def sentence_for(trouble: BaseException) -> str:
    """The trouble in one sentence for the user."""
    if isinstance(trouble, Refused):
        return str(trouble)
    return str(store.explained(trouble, Path(database.database or ".").parent))
