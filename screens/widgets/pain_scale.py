"""Pain from 0 to 10 on one line: a digit or a click gives it, and nothing is chosen until one does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data.pain import SCALE_ENDS
from screens.widgets.lines import Line, Lines, Piece, padded, width_of, wrapped

LEVELS = range(11)


class Shown(NamedTuple):
    """See `PainScale.show`."""

    asked: str = ""
    level: int | None = None
    asides: tuple[str, ...] = ()
    besides: str = ""
    named: bool = False


class PainScale(Lines):
    """Shows what is asked, the level that was given, and the words for its ends where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = Shown()

    def show(
        self,
        asked: str,
        level: int | None,
        asides: Sequence[str] = (),
        *,
        besides: str = "",
        named: bool = False,
    ) -> None:
        """`asked` stands before the scale, as many `asides` as fit after it; `besides` there too, else below it.

        named: it is not the usual question.
        """
        shown = Shown(asked, level, tuple(asides), besides, named)
        if shown != self._shown:
            self._shown = shown
            self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        asked, level, asides, besides, named = self._shown
        part = "key" if named else "strong"
        tight = width < 60
        scale = _tight_scale(level) if tight else _roomy_scale(level)
        room = width - width_of(scale)
        below: list[Line] = [(Piece(text, "muted"),) for text in wrapped(besides, width)] if besides else []
        if len(asked) + 2 > room:
            return [*((Piece(text, part),) for text in wrapped(asked, width)), scale, *below]
        before = Piece(padded(asked, min(max(len(asked) + 3, 14), room)), part)
        line: Line = (before, *scale)
        for aside in asides:
            if width_of(line) + 2 + len(aside) <= width:
                line = (*line, Piece(f"  {aside}", "muted"))
        if below and width_of(line) + 2 + len(besides) <= width:
            line, below = (*line, Piece(f"  {besides}", "muted")), []
        if tight or self.screen.has_class("-short"):
            return [line, *below]
        none, worst = SCALE_ENDS
        ends = padded(none, width_of(scale) - len(worst) - 1) + worst
        return [line, (Piece(" " * (width_of([before]) + 1)), Piece(ends, "faint")), *below]


def _action(level: int) -> str:
    return f"screen.give_level({level})"


def _roomy_scale(chosen: int | None) -> Line:
    return tuple(
        Piece(f"[{level}]" if level == chosen else f" {level} ", _part(level == chosen), _action(level))
        for level in LEVELS
    )


def _tight_scale(chosen: int | None) -> Line:
    """`0 1 2[3]4 5`: the brackets take the blanks."""
    pieces: list[Piece] = []
    for level in LEVELS:
        here = level == chosen
        before = "[" if here else "]" if level - 1 == chosen else " "
        if level or here:
            pieces.append(Piece(before, _part(here or level - 1 == chosen), _action(level)))
        pieces.append(Piece(str(level), _part(here), _action(level)))
    return (*pieces, Piece("]", "chosen")) if chosen == LEVELS[-1] else tuple(pieces)


def _part(chosen: bool) -> str:
    return "chosen" if chosen else "plain"
