"""The field that data is drawn on. The only file that knows plotext; another library would take its place here.

plotext places points and joins lines. Its own axes and labels stay off: they move labels to where there is room,
and its date axis labels in another zone than it parses. So days become columns before they come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plotext._figure import _figure_class as Figure  # the public module holds one global figure that leaks

from .cells import BLANK, Cell, Ink, Row

ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")

Mark = tuple[int, int, str]
"""A sign in a cell: column from the left, row from the bottom, sign."""


class Canvas:
    """A field of `width` × `height` cells, column 0 at the left, row 0 at the bottom. What comes later lies on top."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._figure = Figure()
        self._figure._limit_size(False, False)
        self._figure.plot_size(width, height)
        self._figure.frame(False)
        self._figure.xticks([])
        self._figure.yticks([])
        self._figure.canvas_color("default")
        self._figure.axes_color("default")
        self._figure.xlim(0, max(width - 1, 1))
        self._figure.ylim(0, max(height - 1, 1))

    def put(self, marks: Iterable[Mark], ink: Ink) -> None:
        """Put signs into cells."""
        points = [mark for mark in marks if mark[2] != " "]
        if points:
            columns, rows, signs = map(list, zip(*points, strict=True))
            self._figure.scatter(columns, rows, marker=signs, color=int(ink))

    def line(self, points: Sequence[tuple[int, float]], ink: Ink, sign: str | None = None) -> None:
        """Join points (column, row) by a line: of fine dots, eight to a cell, or of `sign`."""
        if points:
            columns, rows = map(list, zip(*points, strict=True))
            self._figure.plot(columns, rows, marker=sign or "braille", color=int(ink))

    def rows(self) -> list[Row]:
        """The finished field, the top row first."""
        return [_cells(line) for line in self._figure.build().splitlines()]


def _cells(line: str) -> Row:
    """A line of plotext's output, its colour numbers read as inks."""
    row: Row = []
    ink = Ink.PLAIN
    for at, part in enumerate(ESCAPE.split(line)):
        if at % 2 == 0:
            row += [BLANK if sign == " " else Cell(sign, ink) for sign in part]
        else:
            ink = Ink(int(part.removeprefix("38;5;"))) if part.startswith("38;5;") else Ink.PLAIN
    return row
