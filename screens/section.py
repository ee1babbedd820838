"""The base of every section: Today, Pain, tRends, Guide, jOurnal, pLan, rEport, and settings.

What a section's author needs to know:

*Make one*: `class PainScreen(Section)` in `screens/pain.py`, with `CSS_PATH = "pain.tcss"` beside it and
no arguments to `__init__`; its line in `tui.app_keys.SECTIONS` names it. Override `compose_body()` (what
stands between tab bar and footer) and `reload()`.

*Show*: `reload()` fills the widgets from `data.diary`; it is called when the section is first mounted,
after each write, undo and redo, after another process wrote, when the day rolled over, and on the way
back to the section when any of that happened meanwhile. Keep cursor and half-typed text across it.
`self.today` is the day that the diary calls today; override `new_day(before)` to move along with it.

*Be sent somewhere*: `shell.open_section("today", day=day)` calls `arrive(day=day)` of that section, then
always `reload()`; so `arrive` only takes note.

*Write*: `self.write(lambda: diary.log_pain(...))`. A refusal, a full disk or a locked file is told in
one sentence and gives False; else what the change returned is told (None: nothing) and `reload()` called.

*Commands*: one `Binding(key, action, label, id="pain.delete", tooltip="Delete this pain log")` each, in
`BINDINGS` of the section (not of a widget, unless the key means something only there). `label` is the
footer's word or two; `tooltip` is the command's name in help and palette; ids are `section.command`.
`show=True` on at most five: the shell adds `? more`. Several keys of one kind (0…9) share one
`Binding.Group("pain")` and one line. `check_action` that gives None greys a command, False hides it.
Footer, `?`, palette, rebinding and docs/keymap.md follow (`python -m tui.keymap > docs/keymap.md`).
Keys taken by the shell: t p r g o l e, ? f1, ctrl+p, u ctrl+r, w, comma, q ctrl+q, escape.

*Windows*: forms and questions are `screens.widgets.dialogs.Dialog` or `ConfirmDialog`, shown by
`self.app.push_screen(dialog, callback)`; over them no key of the shell works.

*Focus*: `AUTO_FOCUS` is a selector of the widget that has the focus when no field does (default: none,
so that every key is a command). `escape` leaves a field for it, else goes back.

*Palette*: `palette_entries()` gives what has no key, such as every exercise by name. All sections made so
far are asked, so its callbacks open their section themselves.

*Sizes*: the screen has the class `-narrow` under 60 columns, `-wide` from 100 on, `-short` under 20 lines.

*Texts* of the user are literal: `Static(text, markup=False)`, `Content(text)`, `Text(text)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from screens.shell import PaletteEntry, Shell, shell_of
from screens.trouble import TellsTrouble
from screens.widgets.drawn_once import DrawnOnce
from screens.widgets.key_footer import KeyFooter
from screens.widgets.section_bar import SectionBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from screens.active_commands import Command


class Section(TellsTrouble, DrawnOnce, Screen[None]):
    """A screen with the tab bar above and its keys below."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "back", "back", id="app.back", tooltip="Leave the field, or go back to where you were"
        )
    ]

    HAS_FIELDS: ClassVar[bool] = True
    """Whether fields or lists may stand on it, not only in its windows; without, it is there a little sooner."""

    key = ""
    """The section's key in the shell's table, set by the shell when it makes the section."""

    def __init__(self) -> None:
        super().__init__()
        self.today: date | None = None
        self._is_made = False
        self._shown: tuple[int, date] | None = None
        self._destination: dict[str, Any] = {}

    # What a section overrides

    def compose_body(self) -> ComposeResult:
        """The widgets between tab bar and footer."""
        yield from ()

    def reload(self) -> None:
        """Show what the diary holds now."""

    @property
    def is_away(self) -> bool:
        """Whether another day than this one is shown; the section's letter and name then lead to this day."""
        return False

    def arrive(self, **where: Any) -> None:
        """Take note of where `open_section` was asked to lead; `reload` follows."""

    def new_day(self, before: date) -> None:
        """Take note that `self.today` is another day than `before`; `reload` follows."""

    def palette_entries(self) -> Iterable[PaletteEntry]:
        """Commands for the palette that have no key."""
        return ()

    def footer_commands(self, commands: list[Command]) -> list[Command]:
        """Of the commands at hand those that the footer may show."""
        return commands

    # What a section uses

    @property
    def shell(self) -> Shell:
        return shell_of(self.app)

    def write(self, change: Callable[[], str | None]) -> bool:
        """Run one change of the diary and show it; False when it was refused, which was told."""
        return self.shell.write(change)

    # What the shell uses

    def compose(self) -> ComposeResult:
        self._bar = SectionBar(self.shell.sections, self.key)
        yield self._bar
        yield from self.compose_body()
        yield KeyFooter(self.footer_commands)

    def send(self, where: dict[str, Any]) -> None:
        """Have `arrive` called with this before the section is next shown."""
        self._destination = where

    def show_diary(self, *, again: bool = False) -> None:
        """Reload, unless what is shown is already what the diary holds (`again`: even then).

        Raises one of `screens.trouble.TROUBLES` when the diary can't be read.
        """
        if not self._is_made:
            return  # `on_mount` comes when all its widgets are there
        diary = self.shell.diary
        now = (diary.version(), diary.today())
        if now == self._shown and not self._destination and not again:
            return
        before, self.today = self.today, now[1]
        self._bar.show(self.today)
        if before is not None and before != self.today:
            self.new_day(before)
        if self._destination:
            where, self._destination = self._destination, {}
            self.arrive(**where)
        self.reload()
        self._shown = now

    def on_mount(self) -> None:
        self._is_made = True
        self.shell.show_diary_in(self)

    def on_screen_resume(self) -> None:
        self.shell.show_diary_in(self)

    # Escape

    def _home(self) -> Widget | None:
        return (
            self.query(self.AUTO_FOCUS).first() if self.AUTO_FOCUS and self.query(self.AUTO_FOCUS) else None
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back":
            return self.focused is not self._home() or self.shell.can_go_back
        return True if self._shown else None  # no key acts on a diary that could not be read yet

    def action_back(self) -> None:
        home = self._home()
        if self.focused is not home:
            self.set_focus(home)
        else:
            self.shell.go_back()
