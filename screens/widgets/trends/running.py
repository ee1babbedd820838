"""Runs: how far it goes without pain, the kilometres of each week, and how the knee took the last runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from data import pain, settings, trend_words, wording
from data.calendar_days import WEEKDAYS, brief
from data.run_trends import RunFigures
from data.windows import Window
from screens.shell import shell_of
from screens.widgets.charts.cells import Row
from screens.widgets.charts.drawing_view import DrawingView
from screens.widgets.charts.running import draw_running
from screens.widgets.lines import Line, Lines, Piece, wrapped
from screens.widgets.trends.figures import Figures
from screens.widgets.trends.view import Scroll, TrendsView

if TYPE_CHECKING:
    from textual.app import ComposeResult

MOST_RUNS = 20
UNKNOWN = "–"
LONG_RUN = "▲"
COLUMNS = (
    ("Day", 12),
    ("Distance", 11),
    ("Pain from", 11),
    ("Before", 8),
    ("During", 16),
    ("After", 7),
    ("Next morning", 12),
)
TABLE_WIDTH = sum(width for _, width in COLUMNS)
LEGEND = (
    f"{LONG_RUN} over 10 % beyond the longest run of 30 days   {UNKNOWN} not recorded   "
    "Pain from: how far it went before pain came on"
)


class Runs(TrendsView):
    title = "Runs"
    about = "Pain-free distance, weeks, and the pain around the last runs"
    begins = (
        "Your runs will stand here: how far each went without pain, the distance of each week, "
        "and a table of the pain before, during, after and on the next morning."
    )

    def compose(self) -> ComposeResult:
        with Scroll():
            yield DrawingView()
            yield RunTable()

    def fill(self, window: Window, figures: Figures) -> None:
        found, runs = figures.trends(window), figures.runs(window)
        unicode, unit = shell_of(self.app).unicode, settings.get("units")

        def draw(width: int, height: int) -> Sequence[Row]:
            return draw_running(
                found.chart, runs.runs, runs.weeks, width, height, units=unit, unicode=unicode
            ).rows

        self.query_one(DrawingView).show(draw)
        self.query_one(RunTable).show(runs.runs, trend_words.running(found))


class RunTable(Lines):
    """The last runs, the newest first, as a table or, where there is little room, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._runs: Sequence[RunFigures] = ()
        self._sum = ""

    def show(self, runs: Sequence[RunFigures], in_all: str) -> None:
        self._runs, self._sum = runs, in_all
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        last = list(reversed(self._runs[-MOST_RUNS:]))
        which = f"; the last {MOST_RUNS}:" if len(self._runs) > MOST_RUNS else ""
        lines: list[Line] = [(Piece(text, "strong"),) for text in wrapped(f"{self._sum}{which}", width)]
        if last:
            lines += _table(last) if width >= TABLE_WIDTH else _in_words(last, width)
            lines += [(), *((Piece(text, "muted"),) for text in wrapped(LEGEND, width))]
        return lines


def _table(runs: Sequence[RunFigures]) -> Iterator[Line]:
    yield tuple(Piece(_cell(name, width), "heading") for name, width in COLUMNS)
    for run in runs:
        onset = trend_words.onset(run.run, run.response.during) or UNKNOWN
        values = (_day(run), _distance(run), onset, *_levels(run))
        yield tuple(
            Piece(_cell(value, width), "muted" if value == UNKNOWN else "plain")
            for value, (_, width) in zip(values, COLUMNS, strict=True)
        )


def _in_words(runs: Sequence[RunFigures], width: int) -> Iterator[Line]:
    names = [name.lower() for name, _ in COLUMNS[3:]]
    for run in runs:
        onset = run.run.onset_km
        said = [f"pain from {wording.distance(onset)}"] if onset is not None else []
        said += [f"{name} {level}" for name, level in zip(names, _levels(run), strict=True)]
        yield (Piece(f"{_day(run)}  {_distance(run)}", "strong"),)
        yield from ((Piece(f"  {text}"),) for text in wrapped(", ".join(said), width - 2))


def _day(run: RunFigures) -> str:
    return f"{WEEKDAYS[run.day.weekday()]} {brief(run.day)}"


def _cell(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _distance(run: RunFigures) -> str:
    return wording.distance(run.run.km) + (f" {LONG_RUN}" if run.is_long else "")


def _levels(run: RunFigures) -> tuple[str, ...]:
    """Pain before, during, after and the next morning."""
    found = run.response
    return (
        _level(found.before),
        _against_limit(found.during, run.limit),
        _level(found.after),
        _level(found.next_morning),
    )


def _level(points: int | None) -> str:
    return UNKNOWN if points is None else str(points)


def _against_limit(points: int | None, limit: int) -> str:
    """Pain during a run with sign and word where it is above the limit of its day."""
    if points is None:
        return UNKNOWN
    verdict = pain.against_limit(points, limit)
    return str(points) if verdict == "within" else f"{points} {wording.LIMIT_SIGNS[verdict]} {verdict}"
