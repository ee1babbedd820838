"""Panels stacked over one date axis, with titles, scales, marks and the days' names, as rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.figures import ChartSeries

from .cells import BLANK, Cell, Ink, Row, written
from .date_axis import date_labels
from .marks import MarkRows
from .panels import Panel
from .signs import Signs, signs_for
from .timeline import Timeline, timeline

AXIS_ROWS = 2
SCALE_WIDTH = 4
NARROWEST_BESIDE_SCALE = 8
FULL, SHORT = 0, 1


@dataclass(frozen=True)
class Drawing:
    """A finished chart. `fields` are the rows that show data, `axis` the date axis' row; `left` the scale's width."""

    rows: tuple[Row, ...]
    timeline: Timeline
    left: int
    fields: frozenset[int]
    axis: int

    def day_at(self, cell: int) -> date | None:
        """The (first) day drawn in a cell of each row; None beside the columns."""
        return self.timeline.day_at(cell - self.left)

    def cell_of(self, day: date) -> int | None:
        """The cell in which each row shows the day; None for a day that isn't drawn."""
        column = self.timeline.column_of(day)
        return None if column is None else self.left + column.centre

    def with_cursor(self, day: date, *, unicode: bool = True) -> Drawing:
        """The same chart with a line through the day's column; unchanged for a day that isn't drawn."""
        at = self.cell_of(day)
        if at is None:
            return self
        signs = signs_for(unicode=unicode)
        rows = [list(row) for row in self.rows]
        for number in self.fields:
            under = rows[number][at]
            rows[number][at] = Cell(signs.cursor if under == BLANK else under.sign, Ink.CURSOR)
        if self.axis < len(rows):
            rows[self.axis][at] = Cell(signs.cursor_foot, Ink.CURSOR)
        return replace(self, rows=tuple(rows))


def columns_beside_scale(series: ChartSeries, width: int) -> Timeline:
    """The columns of `width` cells, less those of the scale at their left where it has room."""
    left = SCALE_WIDTH if width >= SCALE_WIDTH + NARROWEST_BESIDE_SCALE else 0
    return timeline(series, max(width - left, 1))


def stacked(
    panels: Sequence[Panel], columns: Timeline, width: int, height: int, signs: Signs, marks: MarkRows
) -> Drawing:
    """The panels below each other, the marks over the first. What is too high is cut off at the bottom."""
    left = width - columns.width if width > columns.width else 0
    rows: list[Row] = []
    fields: list[int] = []
    for number, panel in enumerate(panels):
        rows.append(_title(panel, width, signs))
        if number == 0:
            rows += [_beside_scale("", " ", left, letters) for letters in marks.letters]
        fields += range(len(rows), len(rows) + len(panel.rows))
        rows += _scaled(panel, left, signs)
    axis = len(rows)
    rows += [_beside_scale("", side, left, row) for side, row in _date_axis(columns, signs)]
    rows += marks.legend
    shown = max(height, 1)
    return Drawing(tuple(rows[:shown]), columns, left, frozenset(row for row in fields if row < shown), axis)


def _title(panel: Panel, width: int, signs: Signs) -> Row:
    """The panel's name and legend in the longest wording that the width holds, cut off where none does.

    The first item of the legend is shortened last; the title as soon as that spares shortening an item.
    """
    items = len(panel.legend)
    shortened = [set(range(1, end)) for end in range(1, items + 1)] + [set(range(items))]
    wordings = [(title, short, 2) for short in shortened for title in (FULL, SHORT)]
    for title, short, gap in [*wordings, (SHORT, shortened[-1], 1)]:
        row = written(panel.titles[title].replace("–", signs.to), Ink.TITLE)
        for number, item in enumerate(panel.legend):
            words = item.words[SHORT if number in short else FULL]
            row += [*[BLANK] * gap, Cell(item.sign, item.ink), BLANK, *written(words, Ink.LABEL)]
        if len(row) <= width:
            return row
    return row[:width]


def _scaled(panel: Panel, left: int, signs: Signs) -> Iterator[Row]:
    """The field's rows with their labels at the left, each as wide as in every other panel."""
    for number, row in enumerate(panel.rows):
        side = signs.side_tick if number in panel.scale else signs.side
        yield _beside_scale(panel.scale.get(number, ""), side, left, row)


def _beside_scale(label: str, side: str, left: int, row: Row) -> Row:
    if not left:
        return row
    room = left - 1
    return [*written(f"{label if len(label) <= room else '':>{room}}", Ink.LABEL), Cell(side, Ink.AXIS), *row]


def _date_axis(columns: Timeline, signs: Signs) -> list[tuple[str, Row]]:
    line = [Cell(signs.axis, Ink.AXIS)] * columns.width
    words = [BLANK] * columns.width
    for label in date_labels(columns):
        line[label.at] = Cell(signs.axis_tick, Ink.AXIS)
        words[label.at : label.at + len(label.text)] = written(label.text, Ink.LABEL)
    return [(signs.axis_corner, line), (" ", words)]
