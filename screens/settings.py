"""Settings: what the diary and the terminal keep, each saved at enter, and where the diary lives."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input

from data import places, setup
from data.errors import Refused
from data.places import Place
from data.plain_text import one_line
from screens.section import Section
from screens.setting_entries import Entry, entries
from screens.shell import PaletteEntry
from screens.widgets.lines import Line, Lines, Piece, wrapped
from screens.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import DescendantBlur


class Places(Lines):
    """Each path that belongs to the diary, and the way to the first questions."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[Place] = []

    def show(self, found: list[Place]) -> None:
        self._places = found
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        lines: list[Line] = [(Piece("Where your diary lives", "strong"),)]
        for place in self._places:
            there = "" if place.is_there else ", not there yet"
            lines.append((Piece(f"  {place.name}{there}", "muted"),))
            lines += [(Piece("  "), Piece(text)) for text in wrapped(one_line(str(place.path)), width - 2)]
        again = "screen.set_up_again"
        words = wrapped("The first questions again, such as the side and the exercises", width - 4)
        lines += [(), (Piece("S ", "key", again), Piece(words[0], "plain", again))]
        return lines + [(Piece("  "), Piece(text, "plain", again)) for text in words[1:]]


class SettingsScreen(Section):
    """The cursor is on one setting."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "change", id="settings.edit", tooltip="Change this setting; enter saves it"),
        Binding("space,right", "step(1)", "next", id="settings.next", tooltip="Choose the next option"),
        Binding(
            "left", "step(-1)", "before", id="settings.before", show=False, tooltip="Choose the option before"
        ),
        Binding(
            "backspace,delete",
            "put_back",
            "as at first",
            id="settings.default",
            tooltip="Back to what it was at first",
        ),
        Binding("j,down", "move(1)", "down", id="settings.down", show=False, tooltip="Setting below"),
        Binding("k,up", "move(-1)", "up", id="settings.up", show=False, tooltip="Setting above"),
        Binding(
            "pagedown", "page(1)", "page down", id="settings.page-down", show=False, tooltip="Scroll down"
        ),
        Binding("pageup", "page(-1)", "page up", id="settings.page-up", show=False, tooltip="Scroll up"),
        Binding(
            "S",
            "set_up_again",
            "set up",
            id="settings.set-up",
            show=False,
            tooltip="The first questions again: side, since when, exercises",
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._here = 0
        self._rows: list[SettingRow] = []

    def compose_body(self) -> ComposeResult:
        self._rows = [SettingRow(entry) for entry in entries(self.shell)]
        with VerticalScroll(id="settings", can_focus=False):
            yield from self._rows
            yield Places()

    # What is shown

    def arrive(self, **where: Any) -> None:
        """`setting` is the key of the one to go to."""
        self._go_to(where["setting"])

    def reload(self) -> None:
        for number, row in enumerate(self._rows):
            row.show(here=number == self._here)
        self.query_one(Places).show(places.of_open_diary())
        self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """The page may have been scrolled away from the cursor."""
        if self._rows:
            self.call_after_refresh(self._row.scroll_visible, animate=False)

    @property
    def _row(self) -> SettingRow:
        return self._rows[self._here]

    def palette_entries(self) -> Iterable[PaletteEntry]:
        return (
            PaletteEntry(
                f"Settings: {entry.title}",
                entry.help,
                partial(self.shell.open_section, "settings", come_back=True, setting=entry.key),
            )
            for entry in entries(self.shell)
        )

    # The cursor

    def _go_to(self, key: str) -> None:
        keys = [row.entry.key for row in self._rows]
        self._move_to(keys.index(key))

    def _move_to(self, number: int) -> None:
        if number != self._here:
            self.set_focus(None)
            self._row.show(here=False)
        self._here = number
        self._row.show(here=True)
        self._row.scroll_visible(animate=False)
        self.refresh_bindings()

    def action_move(self, by: int) -> None:
        number = self._here + by
        if 0 <= number < len(self._rows):
            self._move_to(number)
        else:
            self.action_page(by)

    def action_page(self, by: int) -> None:
        page = self.query_one("#settings")
        page.scroll_relative(y=by * max(page.size.height - 2, 1), animate=False)

    def action_take(self, key: str) -> None:
        """A click: goes to a setting, and where a text is typed begins with it."""
        self._go_to(key)
        if not self._row.entry.options:
            self.action_edit()

    # Changes

    def action_edit(self) -> None:
        row = self._row
        if row.entry.options:
            self.action_step(1)
        elif not row.has_class("-edited"):
            row.edit()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        row = self._row
        if row.typed == row.value or self._save(row, row.typed):
            self.set_focus(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._row.refuse("")

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        if self.app.app_focus:  # else another window is in front, and what was typed waits for the way back
            self._row.end_edit()

    def action_step(self, by: int) -> None:
        values = [option.value for option in self._row.entry.options]
        if values:
            at = values.index(self._row.value) if self._row.value in values else -1
            self._save(self._row, values[(at + by) % len(values)])

    def action_choose(self, key: str, value: str) -> None:
        self._go_to(key)
        self._save(self._row, value)

    def action_put_back(self) -> None:
        self._save(self._row, "")

    def _save(self, row: SettingRow, value: str) -> bool:
        """Saved: True. What can't stand is said beside the field, trouble with the file by the shell."""
        try:
            if value:
                row.entry.check(value)
        except Refused as refusal:
            row.refuse(str(refusal))
            return False
        return self.write(lambda: _silently(row.entry, value))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "step":
            return bool(self._rows) and bool(self._row.entry.options)
        if action == "put_back":
            return bool(self._rows) and self._row.value != self._row.entry.default
        return super().check_action(action, parameters)

    def action_set_up_again(self) -> None:
        """Those that were left go on where they were."""
        if self.shell.preference(setup.STEP, ""):
            self.shell.open_section("first-run", come_back=True)
        else:
            self.shell.open_section("first-run", come_back=True, again=True)


def _silently(entry: Entry, value: str) -> None:
    """What was written is seen at once."""
    entry.write(value)
