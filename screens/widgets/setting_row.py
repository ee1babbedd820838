"""One setting: its name and value on a line, what it means below, and beside the field what can't stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from data.plain_text import one_line
from screens.setting_entries import Entry
from screens.widgets.lines import Line, Lines, Piece, padded, width_of, wrapped

if TYPE_CHECKING:
    from textual.app import ComposeResult

HERE = "▸ "
TITLE = 21
INDENT = 2


class _Said(Lines):
    """The row as it stands; a click on an option chooses it, one elsewhere begins to edit."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.value = ""
        self.here = self.is_edited = False

    def lay_out(self, width: int) -> list[Line]:
        entry, part = self.entry, "cursor" if self.here else "plain"
        take = f"screen.take({entry.key!r})"
        head = Piece(HERE if self.here else " " * INDENT, "key", take)
        lines: list[Line] = [(head, Piece(padded(entry.title, TITLE), part, take))]
        if self.is_edited:
            return lines
        for piece in self._options() if entry.options else self._value():
            if width_of(lines[-1]) + width_of([piece]) > width and width_of(lines[-1]) > INDENT + TITLE:
                lines.append((Piece(" " * (INDENT + TITLE)),))
            lines[-1] = (*lines[-1], piece)
        return lines

    def _options(self) -> list[Piece]:
        return [
            Piece(
                f"[{words}]" if value == self.value else f" {words} ",
                "strong" if value == self.value else "muted",
                f"screen.choose({self.entry.key!r}, {value!r})",
            )
            for value, words in self.entry.options
        ]

    def _value(self) -> list[Piece]:
        take, room = f"screen.take({self.entry.key!r})", max(self.size.width - INDENT - TITLE, 1)
        if not self.value:
            return [Piece("not set", "faint", take)]
        return [Piece(text, "strong", take) for text in wrapped(one_line(self.value), room)]


class _Below(Lines):
    def __init__(self, help: str) -> None:
        super().__init__()
        self._help = help
        self.refusal = ""

    def lay_out(self, width: int) -> list[Line]:
        said = [*((text, "alert") for text in _wrapped(self.refusal, "▲ ", width))]
        said += [(text, "muted") for text in _wrapped(self._help, "", width)]
        return [(Piece(" " * INDENT), Piece(text, part)) for text, part in said]


def _wrapped(text: str, sign: str, width: int) -> list[str]:
    return wrapped(sign + one_line(text), width - INDENT) if text else []


class SettingField(Input):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "save", id="settings.save", tooltip="Save what was typed")
    ]


class SettingRow(Vertical):
    """What is typed stays when the value is shown anew."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.value = ""
        """As it was shown last."""

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield _Said(self.entry)
            if not self.entry.options:
                yield SettingField(placeholder=self.entry.default, select_on_focus=True, max_length=200)
        yield _Below(self.entry.help)

    def show(self, *, here: bool) -> None:
        self.value = self.entry.read()
        said = self.query_one(_Said)
        said.value, said.here = self.value, here
        said.redraw()

    # Editing

    def edit(self) -> None:
        self._set_edited(True)
        field = self.query_one(Input)
        field.value = one_line(self.value)
        field.focus()

    def end_edit(self) -> None:
        self._set_edited(False)
        self.refuse("")

    def _set_edited(self, is_edited: bool) -> None:
        self.set_class(is_edited, "-edited")
        said = self.query_one(_Said)
        said.is_edited = is_edited
        said.redraw()

    @property
    def typed(self) -> str:
        """What was typed; what stands there already when that was left alone."""
        typed = self.query_one(Input).value.strip()
        return self.value if typed == one_line(self.value) else typed

    def on_resize(self) -> None:
        """What was refused makes the row grow, and is to be read."""
        if self.query_one(_Below).refusal:
            self.scroll_visible(animate=False)

    def refuse(self, sentence: str) -> None:
        """Says below the field what can't stand; "": nothing any more."""
        below = self.query_one(_Below)
        below.refusal = sentence
        below.redraw()
