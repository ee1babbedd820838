"""Draws a figure in braille cells: two dots by four in each."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from data.guide.poses import Drawing, Point

BLANK = 0x2800
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a cell, row by row."""


@lru_cache(512)
def rows(drawing: Drawing, width: int, height: int) -> tuple[str, ...]:
    """The drawing as large as fits into so many cells, standing on the lowest row, in the middle."""
    scale = min((width * 2 - 1) / drawing.width, (height * 4 - 1) / drawing.height)
    left = (width * 2 - drawing.width * scale) / 2
    cells = [[BLANK] * width for _ in range(height)]
    for x, y in _points(drawing, scale):
        column, row = round(left + x * scale), height * 4 - 1 - round(y * scale)
        if 0 <= x < drawing.width and 0 <= row < height * 4:
            cells[row // 4][column // 2] |= DOTS[row % 4][column % 2]
    return tuple("".join(map(chr, row)) for row in cells)


def _points(drawing: Drawing, scale: float) -> Iterator[Point]:
    """Every dot that is set, in the drawing's own measure."""
    for stroke in drawing.strokes:
        (x1, y1), (x2, y2) = stroke.start, stroke.end
        length = math.hypot(x2 - x1, y2 - y1)
        steps = max(math.ceil(length * scale * 1.5), 1)
        # a thick line has a second one a dot beside it
        aside = (
            (-(y2 - y1) / length / scale, (x2 - x1) / length / scale)
            if stroke.thick and length
            else (0.0, 0.0)
        )
        for step in range(steps + 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            yield x, y
            if stroke.thick:
                yield x + aside[0], y + aside[1]
    filled = [(center, radius * part / 6) for center, radius in drawing.disks for part in range(7)]
    for (x, y), radius in (*drawing.circles, *filled):
        steps = math.ceil(2 * math.pi * radius * scale * 1.5)
        for step in range(steps):
            angle = 2 * math.pi * step / steps
            yield x + radius * math.cos(angle), y + radius * math.sin(angle)
