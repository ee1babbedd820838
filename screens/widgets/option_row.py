"""A choice of a few on a line, with what the chosen one means; a cursor says which line the keys change."""

from __future__ import annotations

from collections.abc import Sequence

from screens.widgets.choice import Option
from screens.widgets.lines import Line, Lines, Piece, padded, width_of, wrapped

HERE = "▸ "
INDENT = len(HERE)
LABEL = 8
GAP = "  "
NARROW = 50
"""Columns below which only the chosen option is shown, and the remark begins under the label."""


class OptionRow(Lines):
    """All options where they fit on two lines, in few columns the chosen one; without options the remark alone.

    Clicks run `screen.take` and `screen.choose`. All texts are literal.
    """

    def __init__(self, key: str, label: str) -> None:
        super().__init__(id=f"row-{key}")
        self.key = key
        self._label = label
        self._options: Sequence[Option] = ()
        self._value = self._remark = ""
        self._here = self._alert = False

    def show(
        self,
        options: Sequence[Option] = (),
        value: str = "",
        remark: str = "",
        *,
        alert: bool = False,
    ) -> None:
        """`alert`: the remark says what can't stand."""
        self._options, self._value, self._remark, self._alert = options, value, remark, alert
        self.redraw()

    def mark(self, *, here: bool) -> None:
        """Whether the cursor is on it."""
        self._here = here
        self.redraw()

    @property
    def _take(self) -> str:
        return f"screen.take({self.key!r})"

    @property
    def _head(self) -> Line:
        part = "cursor" if self._here else "plain"
        sign = Piece(HERE if self._here else " " * INDENT, "key", self._take)
        return (sign, Piece(padded(self._label, LABEL), part, self._take))

    def lay_out(self, width: int) -> list[Line]:
        lines = self._spread(width)
        if len(lines) > (1 if width < NARROW else 2):
            lines = [self._narrow(width)]
        part, sign = ("alert", "▲ ") if self._alert else ("muted", "")
        beside = Piece((GAP if self._options else "") + self._remark, part, self._take)
        if not sign and width_of([*lines[-1], beside]) <= width:
            return [*lines[:-1], (*lines[-1], beside)]
        indent = INDENT if width < NARROW else INDENT + LABEL
        below = wrapped(sign + self._remark, width - indent)
        return lines + [(Piece(" " * indent), Piece(text, part, self._take)) for text in below]

    @property
    def _blank(self) -> Piece:
        return Piece(" " * (INDENT + LABEL))

    def _spread(self, width: int) -> list[Line]:
        lines: list[Line] = [self._head]
        for option in self._options:
            piece = self._piece(option)
            if width_of([*lines[-1], piece]) > width and len(lines[-1]) > 1:
                lines.append((self._blank,))
            lines[-1] = (*lines[-1], piece)
        return lines

    def _piece(self, option: Option) -> Piece:
        action = f"screen.choose({self.key!r}, {option.value!r})"
        if option.value == self._value:
            return Piece(f"[{option.words}]", "strong", action)
        return Piece(f" {option.words} ", "muted", action)

    def _narrow(self, width: int) -> Line:
        values = [option.value for option in self._options]
        at = values.index(self._value)
        before, after = (
            f"screen.choose({self.key!r}, {values[(at + by) % len(values)]!r})" for by in (-1, 1)
        )
        count = Piece(f" {at + 1}/{len(values)}", "muted")
        line = (
            *self._head,
            Piece("◂ ", "key", before),
            Piece(self._options[at].words, "strong", after),
            Piece(" ▸", "key", after),
        )
        return (*line, count) if width_of([*line, count]) <= width else line
