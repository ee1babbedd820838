"""The chart of the report: pain, exercises and running, one above the other on one date axis.

One drawing serves every format that shows it. It says all it says in black and white: by shape, hatching and dashes.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.graphics.shapes import Drawing, Shape

from data import adherence
from data.exchange.report import shapes, words
from data.exchange.report.axes import DateAxis, Panel
from data.exchange.report.figures import Report, Week
from data.figures import DayFigures
from data.wording import percent

LEFT, RIGHT, TOP, DATES, LEGEND, TITLE = 26.0, 46.0, 9.0, 11.0, 11.0, 10.0
HEADROOM = 1.3  # a full bar leaves the rest for the number above it
SHARES = (0.46, 0.27, 0.27)
PAIN_TOP = 10
DAY_BY_DAY = 98  # days; a longer period shows running by week
MOST_COLUMNS = 190
MOST_BARS = 78
NOTHING_DUE, NO_RUNS = "No exercises were due in these days", "No runs in these days"
MOST_LINES = 30  # more marks than these stand without lines through the panels


@dataclass(frozen=True, slots=True)
class Bar:
    """first and last: the days it stands for. value: None where nothing was due."""

    first: date
    last: date
    value: float | None
    label: str


def panels(report: Report, width: float, height: float) -> Drawing:
    """The drawing in points, at its best at some 515 × 200."""
    axis = DateAxis(report.period.first, report.period.last, LEFT, width - RIGHT)
    room = height - TOP - DATES - LEGEND - 3 * TITLE
    bottoms = [LEGEND + DATES]
    for share in reversed(SHARES[1:]):
        bottoms.append(bottoms[-1] + share * room + TITLE)
    heights = [share * room for share in SHARES]
    done, running = list(_exercises(report)), list(_running(report))
    most = max((bar.value or 0 for bar in running), default=0) or 1
    pain = Panel(bottoms[2], heights[0], PAIN_TOP, foot=3)
    exercises = Panel(bottoms[1], heights[1], HEADROOM)
    kilometres = Panel(bottoms[0], heights[2], most * HEADROOM)
    drawing = Drawing(width, height)
    for shape in (
        *_dates(axis, (pain, exercises, kilometres)),
        *_marks(report, axis, (pain, exercises, kilometres)),
        *_pain(report, axis, pain),
        *_bars(done, axis, exercises, shapes.hatched_bar),
        *_bars(running, axis, kilometres, shapes.solid_bar),
        *([] if any(bar.value is not None for bar in done) else _said_inside(NOTHING_DUE, axis, exercises)),
        *([] if report.trends.run_count else _said_inside(NO_RUNS, axis, kilometres)),
        *_long_runs(report, running, axis, kilometres),
        *_frame(pain, axis, "Worst pain of the day, 0–10", {0: "0", 5: "5", 10: "10"}),
        *_frame(
            exercises, axis, f"Exercises done of those asked for, {_each(report)}", {0: "0 %", 1: "100 %"}
        ),
        *_frame(
            kilometres, axis, _running_title(report), {0: "0", most: f"{most:.1f}"} if running else {0: "0"}
        ),
        *_legend(report, axis),
    ):
        drawing.add(shape)
    return drawing


def _frame(panel: Panel, axis: DateAxis, title: str, ticks: dict[float, str]) -> Iterator[Shape]:
    yield shapes.text(axis.left, panel.top + 3, title, bold=True)
    for value, label in ticks.items():
        y = panel.y(value)
        yield shapes.text(axis.left - 3, y - 2.2, label, anchor="end")
    yield shapes.rule(axis.left, panel.bottom, axis.right, panel.bottom, width=0.7, color=shapes.GREY)


# Dates


def _dates(axis: DateAxis, all_panels: Sequence[Panel]) -> Iterator[Shape]:
    bottom = all_panels[-1].bottom
    for day, label in axis.ticks():
        x = axis.edge(day)
        for panel in all_panels:
            yield shapes.rule(x, panel.bottom, x, panel.top, width=0.3)
        yield shapes.rule(x, bottom - 3, x, bottom, width=0.7, color=shapes.GREY)
        yield shapes.text(x + 1.5, bottom - 7.5, label)
    for panel, values in zip(all_panels, ((5, 10), (1,), ()), strict=True):
        for value in values:
            yield shapes.rule(axis.left, panel.y(value), axis.right, panel.y(value), width=0.3)


# Pain


def _pain(report: Report, axis: DateAxis, panel: Panel) -> Iterator[Shape]:
    chart = report.trends.chart
    labels: list[tuple[float, str]] = []
    if chart.baseline is not None:
        y = panel.y(chart.baseline)
        yield shapes.dashed(axis.left, y, axis.right, y, dash=(0.9, 2.2))
        labels.append((chart.baseline, f"start {chart.baseline:.1f}"))
    for span in chart.limits:
        y = panel.y(span.level)
        yield shapes.dashed(axis.edge(span.first), y, axis.edge(span.last) + axis.step, y, dash=(5, 3))
    if chart.limits:
        labels.append((chart.limits[-1].level, f"limit {chart.limits[-1].level}"))
    columns = list(_columns(chart.days))
    radius = max(0.7, min(2.1, 0.36 * (axis.right - axis.left) / len(columns)))
    for column in columns:
        worst = [day.worst for day in column if day.worst is not None]
        if worst:
            yield shapes.dot(_middle(axis, column), panel.y(max(worst)), radius)
    for piece in _unbroken(axis, panel, columns):
        yield shapes.line_through(piece)
    now = chart.days[-1].mean7
    if now is not None:
        labels.append((now, f"now {now:.1f}"))
    yield from _beside(labels, axis, panel)


def _columns(days: Sequence[DayFigures]) -> Iterator[Sequence[DayFigures]]:
    """One column a day, or of as many days as leave each column visible."""
    size = _column_size(days)
    return (days[at : at + size] for at in range(0, len(days), size))


def _column_size(days: Sequence[DayFigures]) -> int:
    return math.ceil(len(days) / MOST_COLUMNS)


def _middle(axis: DateAxis, column: Sequence[DayFigures]) -> float:
    return (axis.middle(column[0].day) + axis.middle(column[-1].day)) / 2


def _unbroken(
    axis: DateAxis, panel: Panel, columns: Sequence[Sequence[DayFigures]]
) -> Iterator[list[tuple[float, float]]]:
    """The 7-day mean in pieces: a gap where a column has none."""
    piece: list[tuple[float, float]] = []
    for column in columns:
        means = [day.mean7 for day in column if day.mean7 is not None]
        if means:
            piece.append((_middle(axis, column), panel.y(sum(means) / len(means))))
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _beside(labels: list[tuple[float, str]], axis: DateAxis, panel: Panel) -> Iterator[Shape]:
    """Words at the right end of lines, moved apart where the lines are close."""
    lowest = panel.bottom
    for value, label in sorted(labels):
        y = max(panel.y(value) - 2.2, lowest)
        yield shapes.text(axis.right + 3, y, label)
        lowest = y + shapes.SMALL + 0.6


# Exercises and running


def _weeks(report: Report) -> Iterator[Sequence[Week]]:
    size = _bar_weeks(report)
    return (report.weeks[at : at + size] for at in range(0, len(report.weeks), size))


def _bar_weeks(report: Report) -> int:
    """How many weeks a bar stands for."""
    return max(1, math.ceil(len(report.weeks) / MOST_BARS))


def _each(report: Report) -> str:
    weeks = _bar_weeks(report)
    return "by week" if weeks == 1 else f"by {weeks} weeks"


def _exercises(report: Report) -> Iterator[Bar]:
    for group in _weeks(report):
        ratio = adherence.total(week.tally for week in group).ratio
        yield Bar(group[0].first, group[-1].last, ratio, "" if ratio is None else percent(ratio))


def _running(report: Report) -> Iterator[Bar]:
    if report.period.length <= DAY_BY_DAY:
        for day in report.trends.chart.days:
            if day.km is not None:
                km = words.distance(day.km)
                yield Bar(day.day, day.day, float(km), km)
        return
    for group in _weeks(report):
        km = words.distance(sum(week.km for week in group))
        yield Bar(group[0].first, group[-1].last, float(km), km if float(km) else "")


def _running_title(report: Report) -> str:
    each = "a day" if report.period.length <= DAY_BY_DAY else _each(report)
    return f"Running, {words.unit()} {each}"


def _bars(
    bars: Sequence[Bar],
    axis: DateAxis,
    panel: Panel,
    draw: Callable[[float, float, float, float], Shape],
) -> Iterator[Shape]:
    for bar in bars:
        left, right = axis.edge(bar.first), axis.edge(bar.last) + axis.step
        margin = min(1.6, (right - left) * 0.15)
        middle = (left + right) / 2
        if bar.value is None:
            continue
        y = panel.y(bar.value)
        if y - panel.bottom > 0.2:
            yield draw(left + margin, panel.bottom, right - left - 2 * margin, y - panel.bottom)
        size = shapes.TINY if bar.first == bar.last else shapes.SMALL
        if bar.label and shapes.width_of(bar.label, size) < right - left:
            yield shapes.label(middle, y + 1.8, bar.label, size=size)


def _said_inside(words: str, axis: DateAxis, panel: Panel) -> Iterator[Shape]:
    """In the middle of a panel that has nothing else."""
    yield shapes.label((axis.left + axis.right) / 2, (panel.bottom + panel.top) / 2 - 2, words)


def _long_runs(report: Report, bars: Sequence[Bar], axis: DateAxis, panel: Panel) -> Iterator[Shape]:
    """A sign inside the foot of the bar of each day with a run that was much longer than those before it."""
    for bar in bars:
        if bar.first == bar.last and bar.first in report.trends.chart.long_runs:
            yield shapes.long_run_sign(axis.middle(bar.first), panel.bottom + 4)


# Marks and legend


def _marks(report: Report, axis: DateAxis, all_panels: Sequence[Panel]) -> Iterator[Shape]:
    kinds: dict[date, list[str]] = defaultdict(list)
    for mark in report.trends.chart.marks:
        if mark.kind in shapes.MARKS and mark.kind not in kinds[mark.day]:
            kinds[mark.day].append(mark.kind)
    has_lines = len(kinds) <= MOST_LINES
    for day in kinds if has_lines else ():
        x = axis.middle(day)
        for panel in all_panels:
            yield shapes.rule(x, panel.bottom, x, panel.top, width=0.7, color=shapes.GREY)
    marks = sorted((day, at, kind) for day, found in kinds.items() for at, kind in enumerate(found))
    places = [axis.middle(day) + (at - (len(kinds[day]) - 1) / 2) * shapes.MARK_WIDTH for day, at, _ in marks]
    for x, (_, _, kind) in zip(_side_by_side(places) if has_lines else places, marks, strict=True):
        draw, _ = shapes.MARKS[kind]
        yield draw(x, all_panels[0].top + TITLE + 5)


def _side_by_side(places: Sequence[float]) -> list[float]:
    """Marks that would cover each other moved apart, about the middle of where they belong; in order of place."""
    groups: list[list[float]] = []
    for place in places:
        groups.append([place])
        while len(groups) > 1 and _reach(groups[-2], 1) > _reach(groups[-1], -1) + 1e-6:
            last = groups.pop()
            groups[-1] += last
    return [
        _middle_of(group) + (at - (len(group) - 1) / 2) * shapes.MARK_WIDTH
        for group in groups
        for at in range(len(group))
    ]


def _middle_of(group: Sequence[float]) -> float:
    return sum(group) / len(group)


def _reach(group: Sequence[float], direction: int) -> float:
    """The edge of a group of marks to its left (-1) or right (1)."""
    return _middle_of(group) + direction * len(group) * shapes.MARK_WIDTH / 2


def _legend(report: Report, axis: DateAxis) -> Iterator[Shape]:
    chart = report.trends.chart
    kinds = {mark.kind for mark in chart.marks}
    size = _column_size(chart.days)
    dots = "worst of the day" if size == 1 else f"worst of {size} days"
    mean = (lambda x, y: shapes.line_through([(x - 4, y), (x + 4, y)]), "7-day mean")
    shown: list[tuple[Callable[[float, float], Shape], str]] = [
        (lambda x, y: shapes.dot(x, y, 2.1), dots),
        *([mean] if any(day.mean7 is not None for day in chart.days) else []),
        (lambda x, y: shapes.dashed(x - 4, y, x + 5, y, dash=(3.6, 1.8)), "pain limit"),
    ]
    if chart.baseline is not None:
        shown.append((lambda x, y: shapes.dashed(x - 4, y, x + 4, y, dash=(0.9, 2.2)), "mean at the start"))
    shown += [(draw, meaning) for kind, (draw, meaning) in shapes.MARKS.items() if kind in kinds]
    if chart.long_runs and report.period.length <= DAY_BY_DAY:
        shown.append((shapes.long_run_sign, "long run"))
    room = axis.right + RIGHT - axis.left - sum(shapes.width_of(meaning) for _, meaning in shown)
    x = axis.left
    for draw, meaning in shown:
        yield draw(x + 4, 4)
        yield shapes.text(x + 11, 2, meaning)
        x += min(18, room / len(shown)) + shapes.width_of(meaning)
