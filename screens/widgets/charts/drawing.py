"""The chart of trends: the panels of pain, adherence and running distance, stacked over one date axis."""

from __future__ import annotations

from collections.abc import Sequence

from data.figures import ChartSeries
from data.settings import KM_IN

from .cells import ANSI_COLOURS, as_text
from .marks import fitting_mark_rows, mark_rows
from .panels import Panel, adherence_panel, km_panel, pain_panel
from .signs import Signs, signs_for
from .stacking import AXIS_ROWS, SCALE_WIDTH, Drawing, columns_beside_scale, stacked
from .timeline import Timeline, timeline

PANELS = ("pain", "adherence", "km")
TEXT_ROWS = {"pain": 11, "adherence": 4, "km": 4}
LEAST_ROWS = {"pain": 5, "adherence": 2, "km": 2}
"""Rows that a field keeps before the marks get theirs."""
LEAST_ROWS_ALONE = 6


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
    columns = columns_beside_scale(series, width)
    room = height - len(show) - AXIS_ROWS
    least = LEAST_ROWS_ALONE if len(show) == 1 else sum(LEAST_ROWS[name] for name in show)
    marks = fitting_mark_rows(series.marks, columns, width, room - least)
    heights = _field_heights(show, room - marks.height)
    panels = [_panel(name, series, columns, heights[name], signs, units) for name in show]
    return stacked(panels, columns, width, height, signs, marks)


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
