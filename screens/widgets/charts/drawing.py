"""The chart of trends: panels stacked over one date axis, with titles, scales, marks and legends, as rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.figures import ChartSeries
from data.settings import KM_PER_MILE

from .cells import ANSI_COLOURS, BLANK, Cell, Ink, Row, as_text, written
from .date_axis import date_labels
from .marks import fitting_mark_rows, mark_rows
from .panels import Panel, adherence_panel, km_panel, pain_panel
from .signs import Signs, signs_for
from .timeline import Timeline, timeline

PANELS = ("pain", "adherence", "km")
TEXT_ROWS = {"pain": 11, "adherence": 4, "km": 4}
LEAST_ROWS = {"pain": 6, "adherence": 3, "km": 3}
"""Rows that a field keeps before the marks get theirs."""
AXIS_ROWS = 2
SCALE_WIDTH = 4
NARROWEST_BESIDE_SCALE = 8
KM_IN = {"km": 1.0, "mi": KM_PER_MILE}
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


def draw_panels(
    series: ChartSeries,
    width: int,
    height: int,
    *,
    show: Sequence[str] = PANELS,
    units: str = "km",
    unicode: bool = True,
) -> Drawing:
    """Draw the panels named in `show` into `width` × `height` cells; distances in `units` (`km` or `mi`).

    Each day has the same column in every panel. What is too high even without marks is cut off at the bottom.
    """
    signs = signs_for(unicode=unicode)
    left = SCALE_WIDTH if width >= SCALE_WIDTH + NARROWEST_BESIDE_SCALE else 0
    columns = timeline(series, max(width - left, 1))
    room = height - len(show) - AXIS_ROWS
    marks = fitting_mark_rows(series.marks, columns, width, room - sum(LEAST_ROWS[name] for name in show))
    heights = _field_heights(show, room - marks.height)

    rows: list[Row] = []
    fields: list[int] = []
    for name in show:
        panel = _panel(name, series, columns, heights[name], signs, units)
        rows.append(_title(panel, width, signs))
        if name == show[0]:
            rows += [_beside_scale("", " ", left, letters) for letters in marks.letters]
        fields += range(len(rows), len(rows) + len(panel.rows))
        rows += _scaled(panel, left, signs)
    axis = len(rows)
    rows += [_beside_scale("", side, left, row) for side, row in _date_axis(columns, signs)]
    rows += marks.legend
    shown = max(height, 1)
    return Drawing(tuple(rows[:shown]), columns, left, frozenset(row for row in fields if row < shown), axis)


def text_charts(
    series: ChartSeries, width: int, *, colour: bool = False, unicode: bool = True, units: str = "km"
) -> str:
    """The three panels as plain text, `width` columns wide; with `colour` in the terminal's own colours."""
    columns = timeline(series, max(width - SCALE_WIDTH, 1))
    marks = mark_rows(series.marks, columns, width)
    height = len(PANELS) + sum(TEXT_ROWS.values()) + AXIS_ROWS + marks.height
    drawing = draw_panels(series, width, height, units=units, unicode=unicode)
    return as_text(drawing.rows, ANSI_COLOURS if colour else None)


def _panel(name: str, series: ChartSeries, columns: Timeline, height: int, signs: Signs, units: str) -> Panel:
    if name == "pain":
        return pain_panel(series, columns, height, signs)
    if name == "adherence":
        return adherence_panel(columns, height, signs)
    return km_panel(columns, height, signs, long_runs=series.long_runs, units=units, km_in_unit=KM_IN[units])


def _field_heights(show: Sequence[str], room: int) -> dict[str, int]:
    """How many rows each field gets: pain one or two for each of its points where there is room, else about half."""
    others = [name for name in show if name != "pain"]
    heights = {}
    if "pain" in show:
        by_points = [rows for rows in (21, 11) if others and room >= rows + len(others) * (rows // 3)]
        heights["pain"] = max(by_points[0] if by_points else room - room // 4 * len(others), 1)
        room -= heights["pain"]
    for left, name in zip(range(len(others), 0, -1), others, strict=True):
        heights[name] = max(-(-room // left), 1)
        room -= heights[name]
    return heights


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
