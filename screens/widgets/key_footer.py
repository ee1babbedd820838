"""The line at the bottom: the few keys that matter here, and the one that tells the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from screens.active_commands import Command, commands_of, gathered, keys_of
from screens.widgets.lines import Line, Lines, Piece

if TYPE_CHECKING:
    from textual.events import Click

MOST_KEYS = 6
_SHOWN_LAST = ("app.back", "dialog.close", "app.help")


class Hint(NamedTuple):
    """One key with its word."""

    keys: str
    label: str
    command: Command | None
    """What a click does; None for a group of several."""

    @property
    def width(self) -> int:
        return len(self.keys) + 1 + len(self.label)


def hints(commands: list[Command]) -> list[Hint]:
    """The commands meant for the footer, the shell's own after the screen's."""
    shown = [command for command in commands if command.in_footer]
    shown.sort(key=lambda command: _SHOWN_LAST.index(command.id) if command.id in _SHOWN_LAST else -1)
    return [
        Hint(keys_of(line), group.description, None)
        if (group := line[0].group) and len(line) > 1
        else Hint(keys_of(line), line[0].label, line[0])
        for line in gathered(shown)
    ]


def fitting(all_hints: list[Hint], width: int) -> list[Hint]:
    """As many as fit with one cell before and two between; the last one stays, the one before it goes."""
    kept = [*all_hints[:-1][: MOST_KEYS - 1], *all_hints[-1:]]
    while len(kept) > 1 and sum(hint.width + 2 for hint in kept) > width:
        del kept[-2]
    return kept


class KeyFooter(Lines):
    """Shows the active bindings that ask for it; a click is the key."""

    def __init__(self, narrowed: Callable[[list[Command]], list[Command]] = list) -> None:
        """`narrowed`: of the commands at hand those that may be shown."""
        super().__init__()
        self._narrowed = narrowed
        self._hints: list[Hint] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.redraw())

    def lay_out(self, width: int) -> list[Line]:
        self._hints = fitting(hints(self._narrowed(commands_of(self.screen))), width)
        return [tuple(piece for hint in self._hints for piece in _drawn(hint))]

    async def on_click(self, event: Click) -> None:
        x = event.x
        for hint in self._hints:
            if x < hint.width + 2:
                if hint.command is not None and hint.command.enabled:
                    await hint.command.run()
                return
            x -= hint.width + 2


def _drawn(hint: Hint) -> Line:
    off = hint.command is not None and not hint.command.enabled
    return (
        Piece(" "),
        Piece(hint.keys, "faint" if off else "key"),
        Piece(f" {hint.label} ", "faint" if off else "muted"),
    )
