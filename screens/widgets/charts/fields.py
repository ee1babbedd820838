"""Where values stand in a field of cells: the rows of pain levels, the heights of bars, the labels at the left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor
from textwrap import wrap

from .canvas import Mark
from .cells import Ink, Row, written
from .signs import Signs

PAIN_TOP = 10
ROWS_FOR_WHOLE_POINTS = PAIN_TOP + 1
ROUND_TOPS = (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10)
SMALLEST_BAR = 2
"""Steps of a row: a little work looks like more than none."""


def row_of_pain(level: float, height: int) -> int:
    """The row of a pain level, counted from the bottom: 0 lies in the lowest row, 10 in the highest."""
    if height >= ROWS_FOR_WHOLE_POINTS:
        return _step_of(level, height)
    return _step_of(level, 2 * height) // 2


def pain_scale(height: int) -> dict[int, str]:
    """Labels of a field of pain, by row from the top."""
    return {height - 1 - row_of_pain(level, height): str(level) for level in (5, 0, 10)} if height > 1 else {}


def pain_marks(
    points: Iterable[tuple[int, float]], height: int, sign: str, halves: tuple[str, str]
) -> Iterator[Mark]:
    """A sign for each (column, pain level). Fields lower than a row for each point use the halves of a row."""
    for column, level in points:
        if height < ROWS_FOR_WHOLE_POINTS:
            sign = halves[_step_of(level, 2 * height) % 2]
        yield column, row_of_pain(level, height), sign


def _step_of(level: float, steps: int) -> int:
    return floor((steps - 1) * level / PAIN_TOP + 0.5)


def bar(columns: Iterable[int], share: float, height: int, signs: Signs) -> Iterator[Mark]:
    """A bar that fills `share` (0–1) of the height; a share of 0 leaves a foot."""
    steps = len(signs.bar_steps)
    filled = round(min(share, 1) * height * steps)
    if share > 0:
        filled = max(filled, min(SMALLEST_BAR, steps))
    for column in columns:
        if filled == 0:
            yield column, 0, signs.bar_zero
        for row in range(ceil(filled / steps)):
            yield column, row, signs.bar_steps[min(filled - row * steps, steps) - 1]


def bar_scale(height: int, top: float) -> dict[int, str]:
    """Labels of a field of bars, by row from the top: the top, the foot and, in between, half the top."""
    scale = {height - 1: "0"} if height > 1 else {}
    if height >= 3:
        scale[height // 2] = f"{top / 2:g}"
    return scale | {0: f"{top:g}"}


def round_top(highest: float) -> float:
    """A round number that is at least `highest`, 1 for 0."""
    scale = 1.0
    while scale * 10 < highest:
        scale *= 10
    return next(scale * top for top in ROUND_TOPS if scale * top >= highest)


def with_words(rows: Sequence[Row], words: str) -> list[Row]:
    """The field with a sentence over its middle, as much of it as there is room for."""
    width = len(rows[0])
    lines = _even_lines(words, max(width - 2, 1))[: len(rows)]
    start = (len(rows) - len(lines)) // 2
    result = list(rows)
    for number, line in enumerate(lines, start):
        padded = f" {line} "[: max(width, len(line))]
        left = max((width - len(padded)) // 2, 0)
        row = rows[number]
        result[number] = ([*row[:left], *written(padded, Ink.LABEL), *row[left + len(padded) :]])[:width]
    return result


def _even_lines(words: str, width: int) -> list[str]:
    """The words in as few lines as they need, of about the same length."""
    fewest = len(wrap(words, width))
    return next(lines for room in range(1, width + 1) if len(lines := wrap(words, room)) <= fewest)
