"""What becomes of a file: how far it is, that it is there, or why it isn't."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message

from data.exchange import destination
from data.plain_text import one_line
from data.wording import percent
from screens.widgets.notices import Answer, Notice, Notices
from screens.widgets.time_bar import TimeBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

NOTHING_OPENS_IT = "Nothing on this machine opens it from here."


class Outcome(Vertical):
    """Takes no room while there is nothing to say."""

    class Placed(Message):
        """Something was said, and has its place on the screen."""

    def compose(self) -> ComposeResult:
        yield Notices()
        yield TimeBar()

    def progress(self, doing: str, share: float) -> None:
        """share: how much of it all is done, from 0 to 1."""
        self._say(
            Notice(f"{doing}: {percent(share)}", (Answer("escape", "stops it", "screen.back"),)), share=share
        )

    def stopping(self) -> None:
        self._say(Notice("Stopping …"))

    def refused(self, sentence: str) -> None:
        self._say(Notice(sentence, sign="▲", part="alert"))

    def written(self, path: Path | None, *, can_open: bool) -> None:
        """None: nothing was written yet."""
        if path is None:
            self._say()
            return
        copy = Answer("c", "copies the path", "screen.copy")
        words = f"Written: {one_line(destination.brief(path))}"
        if can_open:
            self._say(Notice(words, (copy, Answer("O", "opens it", "screen.open")), "✓", "done"))
        else:
            self._say(Notice(words, (copy,), "✓", "done"), Notice(NOTHING_OPENS_IT, part="muted"))

    def _say(self, *notices: Notice, share: float | None = None) -> None:
        self.query_one(Notices).show(notices)
        bar = self.query_one(TimeBar)
        bar.display = share is not None
        bar.show(share)
        self.display = bool(notices)
        if notices:
            self.call_after_refresh(self.on_resize)

    def on_resize(self) -> None:
        self.post_message(self.Placed())
