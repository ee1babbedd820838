"""Weekly adherence against the next week's pain: a dot for each pair of weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import floor

from .canvas import Canvas
from .cells import BLANK, Cell, Ink, Row, written
from .fields import pain_scale, row_of_pain, with_words
from .signs import signs_for

SCALE_WIDTH = 4
ROWS_AROUND = 4
MOST_COUNTED = 9
PERCENT_TICKS = (0, 25, 50, 75, 100)
TITLE = "Pain 0–10, mean of the week after"
COUNTS = "  2, 3, 4: so many weeks"
FOOT = "Exercises done in the week, %"
WAITING = "Not enough weeks yet. Each week becomes a dot here once the week after it is over."


def draw_scatter(
    pairs: Sequence[tuple[float, float]],
    width: int,
    height: int,
    *,
    threshold: float | None = None,
    unicode: bool = True,
) -> list[Row]:
    """Draw pairs (adherence 0–1, mean pain of the week after 0–10) into `width` × `height` cells.

    Dots that fall together become their number (9 stands for 9 and more). `threshold` is an adherence, 0–1, that a
    dashed line marks.
    """
    signs = signs_for(unicode=unicode)
    columns, rows = max(width - SCALE_WIDTH - 1, 1), max(height - ROWS_AROUND, 1)
    canvas = Canvas(columns, rows)
    if threshold is not None:
        canvas.put(((_column_of(threshold, columns), row, signs.threshold) for row in range(rows)), Ink.LIMIT)
    dots = Counter((_column_of(share, columns), row_of_pain(pain, rows)) for share, pain in pairs)
    for (column, row), count in dots.items():
        canvas.put([(column, row, signs.day if count == 1 else str(min(count, MOST_COUNTED)))], Ink.DAY)
    field = canvas.rows() if pairs else with_words(canvas.rows(), WAITING)

    title = written(TITLE.replace("–", signs.to), Ink.TITLE)
    if any(count > 1 for count in dots.values()) and len(title) + len(COUNTS) <= width:
        title += written(COUNTS, Ink.LABEL)
    scale = pain_scale(rows)
    drawing = [title]
    for number, cells in enumerate(field):
        side = signs.side_tick if number in scale else signs.side
        drawing.append([*written(f"{scale.get(number, ''):>3}", Ink.LABEL), Cell(side, Ink.AXIS), *cells])
    axis = [*written("   "), Cell(signs.axis_corner, Ink.AXIS), *[Cell(signs.axis, Ink.AXIS)] * columns]
    labels = [BLANK] * (SCALE_WIDTH + columns + 1)
    for percent in PERCENT_TICKS:
        at, label = SCALE_WIDTH + _column_of(percent / 100, columns), written(str(percent), Ink.LABEL)
        axis[at] = Cell(signs.axis_tick, Ink.AXIS)
        start = at - len(label) // 2
        labels[start : start + len(label)] = label
    foot = written(f"{FOOT:^{width}}".rstrip(), Ink.TITLE)
    return [row[:width] for row in [*drawing, axis, labels, foot][: max(height, 1)]]


def _column_of(share: float, columns: int) -> int:
    return floor(min(max(share, 0), 1) * (columns - 1) + 0.5)
