"""A form that the keyboard alone fills in: a line for each field, `enter` saves, nothing is chosen beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from screens.after_typing import after_typing
from screens.widgets.dialogs import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult


@dataclass(frozen=True)
class Field:
    """One line of a form; hint stands in the empty field. Anything can be typed: what can't stand is refused, said."""

    key: str
    label: str
    hint: str = ""
    value: str = ""

    def holding(self, value: str) -> Field:
        return replace(self, value=value)


class FormDialog(Dialog[bool]):
    """Override `save`; it is called with what was typed, and the window stays open when that was refused."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", id="form.save", tooltip="Save and close", priority=True),
        Binding("tab,down", "app.focus_next", "next", id="form.next", tooltip="Next field"),
        Binding(
            "shift+tab,up",
            "app.focus_previous",
            "previous",
            id="form.previous",
            show=False,
            tooltip="Field before",
        ),
    ]

    def __init__(self, heading: str, fields: Sequence[Field], remark: str = "") -> None:
        """`remark` stands below the fields; all texts are literal."""
        super().__init__(heading)
        self._fields = fields
        self._remark = remark

    def compose_body(self) -> ComposeResult:
        for field in self._fields:
            with Horizontal(classes="field"):
                yield Static(field.label, classes="field-label", markup=False)
                yield Input(
                    field.value,
                    placeholder=field.hint,
                    id=field.key,
                    compact=True,
                    select_on_focus=True,
                )
        if self._remark:
            yield Static(self._remark, classes="remark", markup=False)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in each field now."""
        return {field.key: self.query_one(f"#{field.key}", Input).value for field in self._fields}

    def save(self, typed: Mapping[str, str]) -> str | None:
        """Writes the diary; raises Refused for what can't stand."""
        raise NotImplementedError

    def action_save(self) -> None:
        after_typing(self, self.save_typed)

    def save_typed(self) -> None:
        typed = self.typed
        if self.write(lambda: self.save(typed)):
            self.dismiss(True)
