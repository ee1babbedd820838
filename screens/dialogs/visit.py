"""A visit: every exercise's dose in one table, from one day on, and one undo for all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from data import plan_changes, plan_words, typed_dose
from data.calendar_days import short
from data.errors import Refused
from data.plain_text import one_line
from data.plan_changes import Change, Wanted
from screens.dialogs.checked_form import OF_THE_FORM, CheckedForm, Picked, Row, Typed, options
from screens.dialogs.dose_form import NewExerciseForm
from screens.dialogs.visit_row import (
    BETWEEN,
    VisitHead,
    VisitRow,
    cells_of,
    column_and_exercise,
    dose_of,
    place_of,
)
from screens.widgets.dialogs import ConfirmDialog
from screens.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from textual.app import ComposeResult

HOW = "Sets left empty: not in the plan. What is left as it is stays as it is."
NOTHING_YET = "Nothing changes yet: alter a dose, or close this."


class VisitDayForm(CheckedForm):
    """Asks for the day first: the table then shows what is asked for on it."""

    def __init__(self, today: date) -> None:
        super().__init__(
            "A visit: the whole plan from a day on",
            [Typed("day", "From", typed_dose.any_day, str(today), "2026-11-23, today, -3")],
        )
        self._today = today
        self.day = today

    def remark_on(self, values: Mapping[str, Any]) -> str:
        return plan_changes.reach(values["day"], self._today) if "day" in values else ""

    def save(self, values: Mapping[str, Any]) -> None:
        self.day = values["day"]


class ChangesDialog(ConfirmDialog):
    """What would change, and whether it shall."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "yes", id="changes.yes", show=False, tooltip="Yes")
    ]

    def __init__(self, changes: Sequence[Change], day: date, today: date) -> None:
        words = [f"• {one_line(change.words)}" for change in changes]
        super().__init__(
            f"From {short(day)} on",
            "\n".join([*words, "", plan_changes.reach(day, today), "", "Shall it be so?"]),
        )


class VisitForm(CheckedForm):
    """Edits the doses together; what changes is shown before it is saved."""

    CSS_PATH: ClassVar[Any] = [*CheckedForm.CSS_PATH, "visit.tcss"]
    AUTO_FOCUS: ClassVar[str | None] = "VisitRow Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "add", "new exercise", id="visit.add", tooltip="Add a row for a new exercise"),
        Binding(
            "down", "row(1)", "row below", id="visit.down", show=False, tooltip="The same field, a row below"
        ),
        Binding(
            "up", "row(-1)", "row above", id="visit.up", show=False, tooltip="The same field, a row above"
        ),
    ]

    def __init__(self, day: date, today: date, *, can_note: bool) -> None:
        """can_note: the visit is not written down on that day yet, and can be."""
        found = plan_changes.for_a_visit(day)
        self._exercises = {one.key: one for one, _ in found}
        self._cells = {one.key: cells_of(one, in_plan=in_plan) for one, in_plan in found}
        self._source = Picked("source", "Given by", options(plan_words.GIVERS), "physio")
        super().__init__(f"The plan from {short(day)} on", self._all_rows(), HOW)
        self._day, self._today, self._can_note = day, today, can_note

    def _all_rows(self) -> list[Row]:
        return [*(cell for cells in self._cells.values() for cell in cells), self._source]

    # The table

    def compose_body(self) -> ComposeResult:
        with Vertical(id="visit-table"):
            yield VisitHead()
            for key, one in self._exercises.items():
                yield VisitRow(one, self._cells[key])
        yield from self.compose_row(self._source)
        if self._can_note:
            yield TickBox("write the visit down on that day", ticked=True, id="note-it")
        yield self.place_of_refusal(OF_THE_FORM)
        yield Static(classes="remark", markup=False)

    @staticmethod
    def place_of(key: str) -> str:
        exercise = column_and_exercise(key)[1]
        return place_of(exercise) if exercise else key

    def action_row(self, by: int) -> None:
        column, key = column_and_exercise(self.focused.id or "" if self.focused else "")
        order = list(self._exercises)
        at = order.index(key) + by if key else -1
        if 0 <= at < len(order):
            self.query_one(f"#{column}{BETWEEN}{order[at]}").focus()
        elif key and by > 0:
            self.query_one("#source").focus()
        elif by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_add(self) -> None:
        self.app.push_screen(NewExerciseForm("physio", None, self._take))

    def _take(self, wanted: Wanted, _day: date | None) -> None:
        if wanted.key in self._exercises:
            raise Refused(f"{wanted.name} stands in the table already.")
        self._exercises[wanted.key] = wanted
        self._cells[wanted.key] = cells_of(wanted, in_plan=True)
        self.rows = self._all_rows()
        row = VisitRow(wanted, self._cells[wanted.key])
        self.query_one("#visit-table").mount(row)
        self.call_after_refresh(lambda: row.query("Input").first().focus())

    # Saving

    def matters(self, row: Row, values: Mapping[str, Any]) -> bool:
        """What stands beside empty sets does not."""
        exercise = column_and_exercise(row.key)[1]
        return not exercise or values.get(f"sets{BETWEEN}{exercise}", "refused") is not None

    def confirmed(self, values: Mapping[str, Any]) -> None:
        wanted = [
            replace(one, dose=dose)
            for one in self._exercises.values()
            if (dose := dose_of(one, values, values["source"]))
        ]
        changes = plan_changes.compare(wanted, self._day)
        if not changes:
            self.refuse(NOTHING_YET)
            return

        def answered(yes: bool | None) -> None:
            if yes and self.written({"changes": changes}):
                self.dismiss(True)

        self.app.push_screen(ChangesDialog(changes, self._day, self._today), answered)

    def save(self, values: Mapping[str, Any]) -> str:
        note_it = self._can_note and self.query_one("#note-it", TickBox).ticked
        return plan_changes.make_at_visit(values["changes"], self._day, note_it=note_it)
