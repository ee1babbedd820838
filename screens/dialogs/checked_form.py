"""A form whose every field is read before anything is saved: what can't stand is said below the field it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Horizontal
from textual.widgets import Input, Static

from data.errors import Refused
from screens.dialogs.form import FormDialog
from screens.widgets.choice import Choice, Option

if TYPE_CHECKING:
    from textual.app import ComposeResult

OF_THE_FORM = "form"
_READ_IT = object()


@dataclass(frozen=True)
class Typed:
    """A line to type in. `read` makes a value of the text, or raises Refused; all texts are literal."""

    key: str
    label: str
    read: Callable[[str], Any]
    value: str = ""
    hint: str = ""
    kept: Any = _READ_IT
    """What `value` stands for while it is left alone, such as a note of several lines."""

    def holding(self, value: str, kept: Any) -> Typed:
        return replace(self, value=value, kept=kept)

    def named(self, key: str) -> Typed:
        return replace(self, key=key)

    def value_of(self, text: str) -> Any:
        return self.kept if self.kept is not _READ_IT and text == self.value else self.read(text)


@dataclass(frozen=True)
class Picked:
    """One of a few."""

    key: str
    label: str
    options: Sequence[Option]
    value: str

    def value_of(self, text: str) -> Any:
        return text


Row = Typed | Picked


def options(words: Mapping[str, str]) -> list[Option]:
    return [Option(value, text) for value, text in words.items()]


class CheckedForm(FormDialog):
    """Override `save`, which is given the value of each row, and `remark_on` where the remark depends on them."""

    CSS_PATH: ClassVar[Any] = ["form.tcss", "checked_form.tcss"]

    def __init__(self, heading: str, rows: Sequence[Row], remark: str = "") -> None:
        super().__init__(heading, (), remark)
        self.rows = rows

    def compose_body(self) -> ComposeResult:
        for row in self.rows:
            yield from self.compose_row(row)
            yield self.place_of_refusal(row.key)
        yield self.place_of_refusal(OF_THE_FORM)
        yield Static(classes="remark", markup=False)

    def compose_row(self, row: Row) -> ComposeResult:
        if isinstance(row, Picked):
            yield Choice(row.label, row.options, row.value, id=row.key)
            return
        with Horizontal(classes="field"):
            yield Static(row.label, classes="field-label", markup=False)
            yield self.input_of(row)

    @staticmethod
    def input_of(row: Typed) -> Input:
        return Input(
            row.value,
            placeholder=row.hint,
            id=row.key,
            compact=True,
            select_on_focus=True,
        )

    @staticmethod
    def place_of(key: str) -> str:
        """Where the refusal of a row is said: rows that share a place have one line for it."""
        return key

    @staticmethod
    def place_of_refusal(key: str) -> Static:
        return Static(id=f"refusal-{key}", classes="refusal", markup=False)

    def on_mount(self) -> None:
        self._show_remark()

    # What was typed

    def text_of(self, row: Row) -> str:
        widget = self.query_one(f"#{row.key}")
        assert isinstance(widget, (Input, Choice))
        return widget.value

    def _values(self, refused: Callable[[Row, Refused], None]) -> dict[str, Any]:
        """The value of each row that has one; the others are told to `refused`."""
        values = {}
        for row in self.rows:
            try:
                values[row.key] = row.value_of(self.text_of(row))
            except Refused as refusal:
                refused(row, refusal)
        return values

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id:
            self._unsay(event.input.id)
        self._show_remark()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        if event.choice.id:
            self._unsay(event.choice.id)
        self._show_remark()

    def matters(self, row: Row, values: Mapping[str, Any]) -> bool:
        """Whether a row that can't be read is in the way of saving the others."""
        return True

    # What is said of it

    def remark_on(self, values: Mapping[str, Any]) -> str:
        """What stands below the rows; `values` lacks those that can't be read."""
        return self._remark

    def _show_remark(self) -> None:
        remark = self.query_one(".remark", Static)
        words = self.remark_on(self._values(lambda _row, _refusal: None))
        remark.update(words)
        remark.display = bool(words)

    def _say_below(self, key: str, refusal: Refused | str) -> None:
        place = self.query_one(f"#refusal-{self.place_of(key)}", Static)
        place.update(f"▲ {refusal}")
        place.add_class("-said")

    def _bring_into_view(self, *keys: str) -> None:
        """Brings what stands under these ids into view, the last one for certain."""
        for key in keys:
            self.query_one(f"#{key}").scroll_visible(animate=False, immediate=True)

    def refuse(self, refusal: Refused | str) -> None:
        """Says below all rows what can't stand."""
        self._say_below(OF_THE_FORM, refusal)
        self.call_after_refresh(self._bring_into_view, f"refusal-{OF_THE_FORM}")

    def _unsay(self, key: str) -> None:
        for each in (self.place_of(key), OF_THE_FORM):
            for place in self.query(f"#refusal-{each}"):
                place.remove_class("-said")

    # Saving

    def save(self, values: Mapping[str, Any]) -> str | None:
        """Writes the diary; raises Refused for what can't stand, which is then said below the rows."""
        raise NotImplementedError

    def save_typed(self) -> None:
        refusals: list[tuple[Row, Refused]] = []
        values = self._values(lambda row, refusal: refusals.append((row, refusal)))
        refusals = [(row, refusal) for row, refusal in refusals if self.matters(row, values)]
        for row, refusal in reversed(refusals):
            self._say_below(row.key, refusal)
        if refusals:
            first = refusals[0][0].key
            self.query_one(f"#{first}").focus(scroll_visible=False)
            self.call_after_refresh(self._bring_into_view, f"refusal-{self.place_of(first)}", first)
        else:
            self.confirmed(values)

    def confirmed(self, values: Mapping[str, Any]) -> None:
        """Everything could be read: saves it and closes."""
        if self.written(values):
            self.dismiss(True)

    def written(self, values: Mapping[str, Any]) -> bool:
        """What the diary refuses is said here; trouble with its file the shell tells."""
        refused: list[Refused] = []

        def change() -> str | None:
            try:
                return self.save(values)
            except Refused as refusal:
                refused.append(refusal)
                return None

        saved = self.write(change)
        for refusal in refused:
            self.refuse(refusal)
        return saved and not refused
