"""The exercises of the guide with a box each: those that are ticked go into the plan."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual.widgets import Static

from data import dose_words, doses, plan_changes
from data.errors import Refused
from data.guide import LibraryExercise
from screens.dialogs.checked_form import CheckedForm
from screens.dialogs.dose_form import first_day
from screens.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from textual.app import ComposeResult

LIGHT = "Each with a light dose to begin with; what your physiotherapist says goes first."


class LibraryForm(CheckedForm):
    """`ticked` are the keys of those that are ticked beforehand."""

    AUTO_FOCUS: ClassVar[str | None] = "TickBox"

    def __init__(self, found: Sequence[LibraryExercise], today: date, ticked: Collection[str] = ()) -> None:
        super().__init__("Exercises of the guide", [first_day(today)])
        self._found, self._today, self._ticked = found, today, ticked
        self.added: str | None = None
        """The key of the first exercise that went into the plan."""

    def compose_body(self) -> ComposeResult:
        yield Static(LIGHT, classes="lead", markup=False)
        for one in self._found:
            dose = dose_words.describe(doses.of_guide(one), one.unit)
            yield TickBox(one.name, dose, ticked=one.key in self._ticked, id=one.key)
        yield from super().compose_body()

    def on_mount(self) -> None:
        super().on_mount()
        self.call_after_refresh(self.query_one(".dialog-body").scroll_home, animate=False)

    def remark_on(self, values: Mapping[str, Any]) -> str:
        day = values.get("starts_on")
        return plan_changes.reach(day, self._today) if day else ""

    def save(self, values: Mapping[str, Any]) -> None:
        keys = [one.key for one in self._found if self.query_one(f"#{one.key}", TickBox).ticked]
        if not keys:
            raise Refused("Nothing is ticked: space ticks an exercise, escape closes this.")
        self.added = doses.add_from_library(keys, values["starts_on"])[0].key
