"""The base of every window that asks something over a section, and the one that asks yes or no."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.shell import Shell, shell_of
from screens.trouble import TellsTrouble
from screens.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from textual.app import ComposeResult


Answer = TypeVar("Answer")


class DialogBody(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls by the keys of its dialog, so that a form can give up and down another meaning."""


class Dialog(TellsTrouble, ModalScreen[Answer | None]):
    """A titled box with its own keys below: over it no key of the app works but ctrl+q.

    Override `compose_body()`; `dismiss(answer)` closes it, `escape` closes it with None. To keep what was
    typed when the diary refuses, write here and dismiss only when `self.write(…)` gave True.
    """

    AUTO_FOCUS: ClassVar[str | None] = ".dialog-body *"
    """The first field; a letter is then typed and no key of the window."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "close", id="dialog.close", tooltip="Close without an answer"),
        Binding("f1", "help", "keys", id="dialog.help", show=False, tooltip="The keys of this window"),
        Binding("up", "scroll(-1)", "up", id="dialog.up", show=False, tooltip="Scroll up"),
        Binding("down", "scroll(1)", "down", id="dialog.down", show=False, tooltip="Scroll down"),
        Binding(
            "pageup", "scroll(-9)", "page up", id="dialog.page-up", show=False, tooltip="Scroll up a page"
        ),
        Binding(
            "pagedown",
            "scroll(9)",
            "page down",
            id="dialog.page-down",
            show=False,
            tooltip="Scroll down a page",
        ),
    ]

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = heading
        """Shown above the body; literal."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self.heading, classes="dialog-heading", markup=False)
            with DialogBody(classes="dialog-body"):
                yield from self.compose_body()
            yield KeyFooter()

    def compose_body(self) -> ComposeResult:
        """The widgets between heading and keys."""
        yield from ()

    @property
    def shell(self) -> Shell:
        return shell_of(self.app)

    def write(self, change: Callable[[], str | None]) -> bool:
        """Run one change of the diary and show it; False when it was refused, which was told."""
        return self.shell.write(change)

    def action_cancel(self) -> None:
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        self.query_one(".dialog-body").scroll_relative(y=lines, animate=False)

    def action_help(self) -> None:
        from screens.help import HelpScreen

        self.app.push_screen(HelpScreen.of(self))


class ConfirmDialog(Dialog[bool]):
    """Asks before something is lost: True for yes, False or None for no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes", id="confirm.yes"),
        Binding("n", "answer(False)", "no", id="confirm.no"),
    ]

    def __init__(self, heading: str, question: str) -> None:
        """Both are literal."""
        super().__init__(heading)
        self._question = question

    def compose_body(self) -> ComposeResult:
        yield Static(self._question, markup=False)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
