"""The three panels, each drawn on the columns of a shared timeline: pain, adherence, running distance."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby

from data.figures import ChartSeries

from .canvas import Canvas
from .cells import Ink, Row
from .fields import (
    PAIN_TOP,
    ROWS_FOR_WHOLE_POINTS,
    bar,
    bar_scale,
    pain_marks,
    pain_scale,
    round_top,
    row_of_pain,
    with_words,
)
from .signs import Signs
from .timeline import Column, Timeline

WIDEST_BAR = 8
NO_PAIN = "No pain was recorded in these days. Each day's number, 0 to 10, becomes a dot here."
NOTHING_DUE = "No exercise was due in these days. The share that was done becomes a bar here."
NO_RUNS = "No runs in these days. Each run becomes a bar here."


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A sign and what it stands for, in a full and a short wording."""

    sign: str
    ink: Ink
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Panel:
    """A finished field, the top row first, with a full and a short title.

    `scale` holds the labels at its left by row, counted from the top.
    """

    titles: tuple[str, str]
    legend: tuple[LegendItem, ...]
    rows: tuple[Row, ...]
    scale: dict[int, str]


def pain_panel(series: ChartSeries, timeline: Timeline, height: int, signs: Signs) -> Panel:
    """A dot for each recorded day, the 7-day mean as a line that stops at gaps, the limit and the baseline.

    Where columns sum up days, the dot is their mean and a light mark their highest.
    """
    canvas = Canvas(timeline.width, height)
    summed = timeline.column_days > 1
    low = height < ROWS_FOR_WHOLE_POINTS
    day_words = (f"mean of {_a_column(timeline)}", "mean") if summed else ("day", "day")
    legend = [LegendItem(signs.day_halves[0] if low else signs.day, Ink.DAY, day_words)]
    _draw_levels(canvas, series, timeline, signs)
    means = list(_unbroken_means(timeline))
    for stretch in means:
        line = [(column, mean * (height - 1) / PAIN_TOP) for column, mean in stretch]
        canvas.line(line, Ink.MEAN, None if signs.fine_lines else signs.mean)
    if summed:
        legend.append(LegendItem(signs.highest, Ink.HIGHEST, ("highest", "top")))
        peaks = [
            (c.centre, c.highest) for c in timeline.columns if c.highest is not None and c.highest != c.pain
        ]
        canvas.put(pain_marks(peaks, height, signs.highest, signs.highest_halves), Ink.HIGHEST)
    dots = [(column.centre, column.pain) for column in timeline.columns if column.pain is not None]
    canvas.put(pain_marks(dots, height, signs.day, signs.day_halves), Ink.DAY)

    if means:
        legend.append(LegendItem(signs.mean, Ink.MEAN, ("7-day mean", "7 d")))
    if series.limits:
        levels = " and ".join(str(level) for level in dict.fromkeys(limit.level for limit in series.limits))
        legend.append(LegendItem(signs.limit, Ink.LIMIT, (f"limit {levels}", "limit")))
    if series.baseline is not None:
        legend.append(LegendItem(signs.baseline, Ink.BASELINE, (f"baseline {series.baseline:.1f}", "base")))
    rows = canvas.rows() if dots or means else with_words(canvas.rows(), NO_PAIN)
    return Panel(("Pain 0–10", "Pain"), tuple(legend), tuple(rows), pain_scale(height))


def adherence_panel(timeline: Timeline, height: int, signs: Signs) -> Panel:
    """A bar for the 7 days that end on each day: with nothing done a foot, with nothing due nothing at all."""
    canvas = Canvas(timeline.width, height)
    shares = [(column, column.adherence) for column in timeline.columns if column.adherence is not None]
    bars = [
        bar(_bar_columns(column, timeline, with_blank_from=3), share, height, signs)
        for column, share in shares
    ]
    canvas.put(chain.from_iterable(bars), Ink.DONE)
    legend: tuple[LegendItem, ...] = ()
    if any(share == 0 for _, share in shares):
        legend = (LegendItem(signs.bar_zero, Ink.DONE, ("nothing done", "none")),)
    rows = canvas.rows() if shares else with_words(canvas.rows(), NOTHING_DUE)
    mean = f", mean of {_a_column(timeline)}" if timeline.column_days > 1 else ""
    titles = (f"Exercises done in 7 days, %{mean}", "Done in 7 days, %")
    return Panel(titles, legend, tuple(rows), bar_scale(height, 100))


def km_panel(
    timeline: Timeline, height: int, signs: Signs, *, long_runs: Set[date], units: str, km_in_unit: float
) -> Panel:
    """A bar for each day with a run, or for the sum of a column's days; a sign over runs beyond the usual length."""
    canvas = Canvas(timeline.width, height)
    sums = [(column, column.km / km_in_unit) for column in timeline.columns if column.km is not None]
    long = [column for column, _ in sums if any(day.day in long_runs for day in column.days)]
    room_for_sign = height / (height - 1) if long and height > 1 else 1
    top = round_top(max((distance for _, distance in sums), default=0) * room_for_sign)
    bars = {
        column.centre: list(
            bar(_bar_columns(column, timeline, with_blank_from=2), distance / top, height, signs)
        )
        for column, distance in sums
    }
    canvas.put(chain.from_iterable(bars.values()), Ink.RUN)
    above = {column.centre: max(row for _, row, _ in bars[column.centre]) + 1 for column in long}
    canvas.put(((at, min(row, height - 1), signs.long_run) for at, row in above.items()), Ink.LONG_RUN)
    long_words = ("over 10 % beyond the longest of 30 days", "long run")
    legend = (LegendItem(signs.long_run, Ink.LONG_RUN, long_words),) if long else ()
    rows = canvas.rows() if sums else with_words(canvas.rows(), NO_RUNS)
    each = _a_column(timeline) if timeline.column_days == 7 else f"per {timeline.column_name}"
    each = "a day" if timeline.column_days == 1 else each
    return Panel((f"Running, {units} {each}", f"{units} {each}"), legend, tuple(rows), bar_scale(height, top))


def _draw_levels(canvas: Canvas, series: ChartSeries, timeline: Timeline, signs: Signs) -> None:
    """The baseline over the whole width, the limit over the days that it was in force."""
    if series.baseline is not None:
        row = row_of_pain(series.baseline, canvas.height)
        canvas.put(((column, row, signs.baseline) for column in range(timeline.width)), Ink.BASELINE)
    for limit in series.limits:
        first, last = timeline.column_of(limit.first), timeline.column_of(limit.last)
        if first and last:
            row, columns = row_of_pain(limit.level, canvas.height), range(first.left, last.right + 1)
            canvas.put(((column, row, signs.limit) for column in columns), Ink.LIMIT)


def _a_column(timeline: Timeline) -> str:
    return "a week" if timeline.column_days == 7 else timeline.column_name


def _unbroken_means(timeline: Timeline) -> Iterator[list[tuple[int, float]]]:
    """The 7-day means (column, points) of neighbouring columns, cut where one is unknown."""
    for known, stretch in groupby(timeline.columns, key=lambda column: column.mean7 is not None):
        if known:
            yield [(column.centre, column.mean7) for column in stretch if column.mean7 is not None]


def _bar_columns(column: Column, timeline: Timeline, *, with_blank_from: int) -> range:
    """The cells of a column's bar, with a blank beside it where each column has `with_blank_from` cells or more.

    Narrower columns are filled, so that a blank one always means an unknown one.
    """
    narrowest = timeline.width // len(timeline.columns)
    if narrowest < with_blank_from:
        return range(column.left, column.right + 1)
    thickness = min(narrowest - 1, WIDEST_BAR)
    start = column.centre - (thickness - 1) // 2
    return range(start, start + thickness)
