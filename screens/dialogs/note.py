"""The note of a day: free lines, questions for the physiotherapist among them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static, TextArea

from data import diary
from data.calendar_days import long
from data.models import DayNote
from screens.widgets.dialogs import ConfirmDialog, Dialog
from screens.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NoteDialog(Dialog[bool]):
    """Closing keeps what was typed: nothing is lost by a wrong key, and `u` brings the note back that was before."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "keep", "save and close", id="note.keep", tooltip="Save and close"),
        Binding("tab", "app.focus_next", "next", id="note.next", tooltip="Text or check box", priority=True),
    ]

    def __init__(self, day: date, note: DayNote | None) -> None:
        super().__init__(f"Note for {long(day)}")
        self._day = day
        self._text = note.text if note else ""
        self._for_physio = bool(note and note.for_physio)

    def compose_body(self) -> ComposeResult:
        yield TextArea(self._text, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        yield TickBox("for my physiotherapist", ticked=self._for_physio)
        yield Static(
            "A line that starts with ? is a question for the physiotherapist.", classes="remark", markup=False
        )

    def on_mount(self) -> None:
        text = self.query_one(TextArea)
        text.move_cursor(text.document.end)

    def action_keep(self) -> None:
        text, marked = self.query_one(TextArea).text, self.query_one(TickBox).ticked
        if self.write(lambda: self._save(text, marked)):
            self.dismiss(True)
        else:
            self.app.push_screen(
                ConfirmDialog("The note is not saved", "Close without saving it?"), self._close_if
            )

    def _save(self, text: str, marked: bool) -> None:
        if (text, marked) != (self._text, self._for_physio):
            diary.set_note(self._day, text, for_physio=marked)

    def _close_if(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(False)
