"""Another day to go to, typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from data import calendar_days
from data.errors import Refused
from screens.after_typing import after_typing
from screens.widgets.dialogs import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult


class DayPicker(Dialog[date]):
    """Gives the day; what is no day is told, and the window stays."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "go", id="day-picker.go", tooltip="Go to that day", priority=True)
    ]

    def __init__(self, day: date, today: date) -> None:
        super().__init__("Go to a day")
        self._day, self._today = day, today

    def compose_body(self) -> ComposeResult:
        yield Input(str(self._day), select_on_focus=True, max_length=20)
        yield Static(
            "A date such as 2026-11-20, or today, yesterday, or -3 for three days ago.",
            classes="remark",
            markup=False,
        )

    def action_go(self) -> None:
        after_typing(self, self._go)

    def _go(self) -> None:
        try:
            day = calendar_days.parse_day(self.query_one(Input).value, self._today, future=True)
        except Refused as refusal:
            self.shell.say(str(refusal), "warning")
        else:
            self.dismiss(day)
