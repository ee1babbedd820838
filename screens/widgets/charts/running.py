"""How far it goes without pain, and how far each week: two panels over one date axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import chain

from data.figures import ChartSeries
from data.run_trends import RunFigures, RunningWeek
from data.settings import KM_IN

from .canvas import Canvas
from .cells import Ink
from .fields import (
    PAIN_TOP,
    ROWS_FOR_WHOLE_POINTS,
    bar,
    bar_scale,
    pain_marks,
    round_top,
    row_of_pain,
    with_words,
)
from .marks import fitting_mark_rows
from .panels import LegendItem, Panel
from .signs import Signs, signs_for
from .stacking import AXIS_ROWS, Drawing, columns_beside_scale, stacked
from .timeline import Column, Timeline

LEAST_ROWS = 3
WEEK = timedelta(weeks=1)
NONE_KNOWN = (
    "No run in these days says how far it went without pain. "
    "Where pain came on, or that there was none during it, becomes a dot here."
)
NO_RUNS = "No runs in these weeks. The distance of each week becomes a bar here."


def draw_running(
    series: ChartSeries,
    runs: Sequence[RunFigures],
    weeks: Sequence[RunningWeek],
    width: int,
    height: int,
    *,
    units: str = "km",
    unicode: bool = True,
) -> Drawing:
    """Draw both panels into `width` × `height` cells, over the days of `series` and with its marks."""
    signs = signs_for(unicode=unicode)
    columns = columns_beside_scale(series, width)
    room = height - 2 - AXIS_ROWS
    marks = fitting_mark_rows(series.marks, columns, width, room - 2 * LEAST_ROWS)
    low = max((room - marks.height) // 2, 1)
    high = max(room - marks.height - low, 1)
    panels = (
        _pain_free_panel(runs, columns, high, signs, units),
        _weeks_panel(weeks, columns, low, signs, units),
    )
    return stacked(panels, columns, width, height, signs, marks)


def _pain_free_panel(
    runs: Sequence[RunFigures], columns: Timeline, height: int, signs: Signs, units: str
) -> Panel:
    """A dot for each run of which it is known, over it lightly the whole run; of several in a column the longest."""
    free: dict[int, float] = {}
    whole: dict[int, float] = {}
    for run in runs:
        column = columns.column_of(run.day)
        if column and run.pain_free_km is not None:
            at = column.centre
            free[at] = max(run.pain_free_km / KM_IN[units], free.get(at, 0))
            whole[at] = max(run.run.km / KM_IN[units], whole.get(at, 0))
    top = round_top(max(whole.values(), default=0))
    canvas = Canvas(columns.width, height)
    longer = {at: km for at, km in whole.items() if km > free[at]}
    canvas.put(_dots(longer, top, height, signs.highest, signs.highest_halves), Ink.HIGHEST)
    canvas.put(_dots(free, top, height, signs.day, signs.day_halves), Ink.DAY)
    low = height < ROWS_FOR_WHOLE_POINTS
    words = ("a run", "a run")
    if columns.column_days > 1:
        words = (f"longest per {columns.column_name}", "longest")
    legend = [LegendItem(signs.day_halves[0] if low else signs.day, Ink.DAY, words)]
    if longer:
        legend.append(LegendItem(signs.highest, Ink.HIGHEST, ("the whole run", "whole")))
    rows = canvas.rows() if free else with_words(canvas.rows(), NONE_KNOWN)
    return Panel(
        (f"Pain-free {units}, where known", f"Pain-free {units}"),
        tuple(legend),
        tuple(rows),
        _scale(height, top),
    )


def _dots(
    values: dict[int, float], top: float, height: int, sign: str, halves: tuple[str, str]
) -> Iterator[tuple[int, int, str]]:
    return pain_marks(((at, value * PAIN_TOP / top) for at, value in values.items()), height, sign, halves)


def _scale(height: int, top: float) -> dict[int, str]:
    labels = {PAIN_TOP / 2: top / 2, 0: 0.0, PAIN_TOP: top}
    return (
        {height - 1 - row_of_pain(at, height): f"{km:g}" for at, km in labels.items()} if height > 1 else {}
    )


def _weeks_panel(
    weeks: Sequence[RunningWeek], columns: Timeline, height: int, signs: Signs, units: str
) -> Panel:
    """A bar over the days of each week with a run; where a column holds several weeks, their mean."""
    canvas = Canvas(columns.width, height)
    bars = list(_week_bars(weeks, columns))
    top = round_top(max((km for _, km in bars), default=0) / KM_IN[units])
    drawn = (bar(cells, km / KM_IN[units] / top, height, signs) for cells, km in bars)
    canvas.put(chain.from_iterable(drawn), Ink.RUN)
    mean = f", mean of {columns.column_name}" if columns.column_days > 7 else ""
    rows = canvas.rows() if bars else with_words(canvas.rows(), NO_RUNS)
    return Panel(
        (f"Running, {units} a week{mean}", f"{units} a week"), (), tuple(rows), bar_scale(height, top)
    )


def _week_bars(weeks: Sequence[RunningWeek], columns: Timeline) -> Iterator[tuple[range, float]]:
    """The cells of each bar, with a blank beside them where there is room, and its km."""
    shares: dict[int, list[float]] = {}
    ends: dict[int, int] = {}
    for week in weeks:
        column = _column_of_week(week, columns)
        following = columns.column_of(week.monday + WEEK)
        if column is None or week.km is None:
            continue
        shares.setdefault(column.left, []).append(week.km)
        end = following.left if following and following is not column else columns.width
        ends[column.left] = column.right + 1 if following is column else end
    for left, km in shares.items():
        end = ends[left]
        yield range(left, end - 1 if end - left > 2 else end), sum(km) / len(km)


def _column_of_week(week: RunningWeek, columns: Timeline) -> Column | None:
    """The column of its first day that is drawn."""
    if not columns.columns:
        return None
    return columns.column_of(max(week.monday, columns.first))
