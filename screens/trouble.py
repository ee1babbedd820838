"""What is told when a diary can't be read or written: one sentence, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

from data import connection, store
from data.errors import Refused
from data.models import database
from screens.shell import shell_of

if TYPE_CHECKING:
    from textual.message import Message

TROUBLES = (Refused, *connection.TROUBLES)
"""What reading or writing a diary may raise without being a mistake of the program."""


class TellsTrouble(MessagePump):
    """A screen or widget whose handlers read the diary: what can't be read is told, and it goes on.

    Textual would end the app.
    """

    async def _on_message(self, message: Message) -> None:
        try:
            await super()._on_message(message)
        except TROUBLES as trouble:
            shell_of(self.app).tell(trouble)


def sentence_for(trouble: BaseException) -> str:
    """The trouble in one sentence for the user."""
    if isinstance(trouble, Refused):
        return str(trouble)
    return str(store.explained(trouble, Path(database.database or ".").parent))
