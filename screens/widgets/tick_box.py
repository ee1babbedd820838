"""A box to tick, a row of a form: a sign tells that it is ticked, not a colour alone."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped

TICKED, OPEN = "[x] ", "[ ] "


class TickBox(Lines, can_focus=True):
    """Words, and a remark behind or below them; all literal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", id="tick-box.tick", tooltip="Tick it, or take the tick away")
    ]

    def __init__(self, words: str, remark: str = "", *, ticked: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words, self._remark = words, remark
        self.ticked = ticked

    def lay_out(self, width: int) -> list[Line]:
        action = "tick"
        box = Piece(TICKED if self.ticked else OPEN, "key", action)
        words = Piece(self._words, "cursor" if self.has_focus else "plain", action)
        remark = Piece(f"  {self._remark}" if self._remark else "", "muted", action)
        if width_of([box, words, remark]) <= width:
            return [(box, words, remark)]
        room = width - len(TICKED)
        first, *others = wrapped(self._words, room)
        below = [(text, words.part) for text in others]
        below += [(text, "muted") for text in wrapped(self._remark, room) if text]
        lines: list[Line] = [(box, words._replace(text=first))]
        return lines + [(Piece(" " * len(TICKED)), Piece(text, part, action)) for text, part in below]

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def action_tick(self) -> None:
        self.ticked = not self.ticked
        self.redraw()
