"""The commands of Plan: their keys, their words, and what they run."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_ROWS = Binding.Group("row")
_ORDER = Binding.Group("order")


def _quiet(key: str, action: str, label: str, name: str, tooltip: str) -> Binding:
    return Binding(key, action, label, id=f"plan.{name}", show=False, tooltip=tooltip)


PLAN_KEYS: list[BindingType] = [
    Binding("a", "add", "add", id="plan.add", tooltip="Add an exercise"),
    Binding("enter,d", "give_dose", "dose", id="plan.dose", tooltip="Dose of this exercise from a day on"),
    Binding("v", "visit", "visit", id="plan.visit", tooltip="A visit: all doses in one table"),
    Binding("z", "pause", "pause", id="plan.pause", tooltip="Pause, or end a pause"),
    Binding("x,delete", "archive", "archive", id="plan.archive", tooltip="Archive this exercise"),
    _quiet("c", "correct", "correct", "correct", "Correct a dose, and so the past"),
    _quiet("n", "rename", "name", "rename", "Rename this exercise"),
    _quiet("h", "how_to", "how", "how-to", "How this exercise is done"),
    Binding(
        "K,shift+up",
        "shift(-1)",
        "up",
        id="plan.move-up",
        show=False,
        group=_ORDER,
        tooltip="Move this exercise up",
    ),
    Binding(
        "J,shift+down",
        "shift(1)",
        "down",
        id="plan.move-down",
        show=False,
        group=_ORDER,
        tooltip="Move this exercise down",
    ),
    _quiet("m", "show_archived", "archived", "archived", "Show or hide archived exercises"),
    _quiet("i", "set_limit", "limit", "limit", "The pain limit from a day on"),
    _quiet("y", "activities", "activities", "activities", "Your own three activities"),
    _quiet("f", "discharge", "discharge", "discharge", "Discharge: the plan ends"),
    _quiet("s", "start", "new start", "start", "A new start, with its side"),
    Binding("down,j", "move(1)", "down", id="plan.down", show=False, group=_ROWS, tooltip="Row below"),
    Binding("up,k", "move(-1)", "up", id="plan.up", show=False, group=_ROWS, tooltip="Row above"),
    _quiet("pageup", "page(-1)", "page up", "page-up", "Scroll up a page"),
    _quiet("pagedown", "page(1)", "page down", "page-down", "Scroll down a page"),
]
