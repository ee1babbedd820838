"""The lines of Report: what can be chosen, and the fields of what is typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.widgets import Input, Static

from data.errors import Refused
from data.exchange import destination, export
from data.exchange.periods import OWN, Asked
from screens.report_choices import FILE, FORMAT, NAME, PERIOD, ROWS, ReportChoices
from screens.widgets.option_row import OptionRow

if TYPE_CHECKING:
    from textual.app import ComposeResult

ROW_OF = {"first-day": PERIOD, "last-day": PERIOD, "file": FILE}
"""The line that a field belongs to."""
HINT = "Such as 2026-11-20, today, or -3 for three days ago."


class ReportForm(Vertical):
    """Shows the choices that it is given and keeps what is typed in them; the cursor is on one line."""

    first_day = query_one("#first-day", Input)
    last_day = query_one("#last-day", Input)
    file = query_one("#file", Input)

    def __init__(self, choices: ReportChoices) -> None:
        super().__init__()
        self._choices = choices
        self._usual_file = ""
        self.here = ROWS[0]
        """The key of the line under the cursor."""

    def compose(self) -> ComposeResult:
        yield OptionRow(PERIOD, "Period")
        with Horizontal(id="report-days"):
            yield Static("from", markup=False)
            yield _field("first-day")
            yield Static("to", markup=False)
            yield _field("last-day")
        yield OptionRow(FORMAT, "Format")
        yield OptionRow(NAME, "Name")
        with Horizontal(id="report-file"):
            yield OptionRow(FILE, "File")
            yield _field("file")

    def show(self, asked: Asked | Refused, today: date) -> None:
        """asked: the days, or why those that were typed can't be."""
        choices = self._choices
        for key in ROWS:
            words, alert = self._days(asked) if key == PERIOD else (choices.remark(key), False)
            self._row(key).show(choices.options(key), choices.chosen(key), words, alert=alert)
        self._mark()
        self.query_one("#report-days").display = choices.period == OWN
        usual_before, self._usual_file = self._usual_file, choices.usual_file(today)
        is_usual = self.file.value == usual_before
        file = self._usual_file if is_usual else destination.with_ending(self.file.value, choices.format)
        self.file.placeholder = self._usual_file
        for field, value in zip(
            (self.first_day, self.last_day, self.file), (*choices.own, file), strict=True
        ):
            if field.value != value:
                with field.prevent(Input.Changed):
                    field.value = value

    def _days(self, asked: Asked | Refused) -> tuple[str, bool]:
        """What is said of the days, and whether it is a refusal: not yet while they are typed."""
        if isinstance(asked, Asked):
            return asked.words, False
        is_typed = self.first_day.has_focus or self.last_day.has_focus
        return (HINT, False) if is_typed else (str(asked), True)

    def take(self, field: Input) -> None:
        """What was typed in a field is what is chosen; a file's ending chooses its format."""
        if field is not self.file:
            self._choices.own = (self.first_day.value, self.last_day.value)
        elif named := export.format_of(Path(field.value)):
            self._choices.format = named

    # The cursor

    def _row(self, key: str) -> OptionRow:
        return self.query_one(f"#row-{key}", OptionRow)

    def _mark(self) -> None:
        for key in ROWS:
            self._row(key).mark(here=key == self.here)

    def move_to(self, key: str) -> None:
        self.here = key
        self._mark()
        self._row(key).scroll_visible(animate=False)

    def next_row(self, by: int) -> str | None:
        """The key of the line so many below; None beyond the ends."""
        at = ROWS.index(self.here) + by
        return ROWS[at] if 0 <= at < len(ROWS) else None


def _field(key: str) -> Input:
    return Input(id=key, compact=True, select_on_focus=True, max_length=1000)
