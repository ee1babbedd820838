"""A row of the visit's table: an exercise and a field for each part of its dose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.containers import Container, Horizontal
from textual.widgets import Static

from data import plan_words, typed_dose
from data.day_words import UNITS
from data.plain_text import one_line
from data.plan_changes import Wanted
from screens.dialogs.checked_form import CheckedForm, Typed
from screens.dialogs.dose_form import shown

if TYPE_CHECKING:
    from textual.app import ComposeResult

BETWEEN = "--"
COLUMNS = {
    one.key: one
    for one in (
        Typed("sets", "Sets", typed_dose.sets_or_none),
        Typed("amount", "A set", typed_dose.amount),
        Typed("hold", "Hold", typed_dose.hold),
        Typed("sides", "Sides", typed_dose.sides),
        Typed("schedule", "How often", typed_dose.schedule),
        Typed("load", "Load", partial(typed_dose.text, "The load")),
    )
}


def cells_of(one: Wanted, *, in_plan: bool) -> list[Typed]:
    """Its fields, filled with its dose; not in the plan: without sets."""
    return [_cell(column, one, in_plan) for column in COLUMNS]


def _cell(column: str, one: Wanted, in_plan: bool) -> Typed:
    cell = COLUMNS[column].named(column + BETWEEN + one.key)
    if column not in one.dose or (column == "sets" and not in_plan):
        return cell
    value = one.dose[column]
    return cell.holding(plan_words.SIDE_NAMES[value] if column == "sides" else shown(column, value), value)


def column_and_exercise(key: str) -> tuple[str, str]:
    """Of the key of a field; the exercise is "" where it stands in no row."""
    column, _, exercise = key.partition(BETWEEN)
    return column, exercise


class VisitHead(Container):
    """What the fields are."""

    def compose(self) -> ComposeResult:
        yield Static("", classes="visit-name")
        with Horizontal(classes="visit-cells"):
            for column in COLUMNS.values():
                yield Static(column.label, classes=f"visit-{column.key}")


class VisitRow(Container):
    """The exercise, its unit and its fields."""

    def __init__(self, one: Wanted, cells: Sequence[Typed]) -> None:
        super().__init__()
        self._one, self._cells = one, cells

    def compose(self) -> ComposeResult:
        name = f"{one_line(self._one.name)}, {UNITS[self._one.unit]}"
        yield Static(name, classes="visit-name", markup=False)
        with Horizontal(classes="visit-cells"):
            for cell in self._cells:
                field = CheckedForm.input_of(cell)
                field.add_class(f"visit-{column_and_exercise(cell.key)[0]}")
                yield field
        yield CheckedForm.place_of_refusal(place_of(self._one.key))


def place_of(exercise: str) -> str:
    """Where refusals of a row are said."""
    return f"of-{exercise}"


def dose_of(one: Wanted, values: Mapping[str, Any], source: str) -> dict[str, Any] | None:
    """The dose that stands in the fields, from that source where it is another than before; None: no sets."""
    said = {column: values.get(column + BETWEEN + one.key) for column in COLUMNS}
    if said["sets"] is None:
        return None
    dose = {"note": "", "source": source, **one.dose, **said}
    return dose if dose == one.dose else {**dose, "source": source}
