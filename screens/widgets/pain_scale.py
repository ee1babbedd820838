"""Pain from 0 to 10 on one line: a digit or a click gives it, and nothing is chosen until one does."""

from __future__ import annotations

from collections.abc import Sequence

from data.pain import SCALE_ENDS
from screens.widgets.lines import Line, Lines, Piece, padded, width_of, wrapped

LEVELS = range(11)


class PainScale(Lines):
    """Shows what is asked, the level that was given, and the words for its ends where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = ""
        self._level: int | None = None
        self._asides: Sequence[str] = ()
        self._besides = ""
        self._named = False

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
        self._asked, self._level, self._asides, self._named = asked, level, asides, named
        self._besides = besides
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        part = "key" if self._named else "strong"
        tight = width < 60
        scale = _tight_scale(self._level) if tight else _roomy_scale(self._level)
        room = width - width_of(scale)
        below: list[Line] = [(Piece(text, "muted"),) for text in wrapped(self._besides, width)]
        if not self._besides:
            below = []
        if len(self._asked) + 2 > room:
            asked = [(Piece(line, part),) for line in wrapped(self._asked, width)]
            return [*asked, scale, *below]
        before = Piece(padded(self._asked, min(max(len(self._asked) + 3, 14), room)), part)
        line: Line = (before, *scale)
        for aside in self._asides:
            if width_of(line) + 2 + len(aside) <= width:
                line = (*line, Piece(f"  {aside}", "muted"))
        if below and width_of(line) + 2 + len(self._besides) <= width:
            line, below = (*line, Piece(f"  {self._besides}", "muted")), []
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
