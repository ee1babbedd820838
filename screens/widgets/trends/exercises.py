"""Exercises: how much of each was done, the pain during it, and its prescriptions over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import starmap
from typing import TYPE_CHECKING

from data import adherence, trend_words, wording
from data.exercise_trends import ExerciseTrend
from data.trends import Trends
from data.windows import Window
from screens.shell import shell_of
from screens.widgets.charts.cells import Ink, Row, written
from screens.widgets.charts.drawing_view import DrawingView
from screens.widgets.charts.exercise_bars import ExerciseBar, draw_bars
from screens.widgets.lines import wrapped
from screens.widgets.trends.figures import Figures
from screens.widgets.trends.view import Scroll, TrendsView

if TYPE_CHECKING:
    from textual.app import ComposeResult

MOST_DOSES = 5
INDENT = "  "
ADD_ONE = "l opens Plan, where exercises are added."


class Exercises(TrendsView):
    title = "Exercises"
    about = "How much of each was done, and the pain during it"
    begins = (
        "Each exercise will have a bar here for how much of what was due was done, with the pain during it "
        "and its prescriptions over time."
    )

    def compose(self) -> ComposeResult:
        with Scroll():
            yield DrawingView()

    def fill(self, window: Window, figures: Figures) -> None:
        drawing = self.query_one(DrawingView)
        unicode = shell_of(self.app).unicode
        rows = partial(exercise_rows, figures.trends(window), figures.exercises(window), unicode=unicode)
        drawing.show(lambda width, height: rows(width))


def exercise_rows(
    found: Trends, exercises: Sequence[ExerciseTrend], width: int, *, unicode: bool = True
) -> list[Row]:
    """All exercises together, then each: its bar, and below it what the bar does not say."""
    if not exercises:
        return [written(line) for line in wrapped(f"{Exercises.begins} {ADD_ONE}", width)]
    said = [wording.share(found.overall.done, found.overall.due), *map(_done, exercises)]
    ratios = [found.overall.ratio, *(one.tally.ratio for one in exercises)]
    names = ["All exercises", *map(_name, exercises)]
    bars = list(starmap(ExerciseBar, zip(names, ratios, said, strict=True)))
    drawn = draw_bars(bars, width, unicode=unicode)
    if len(drawn) > len(bars):  # no room for words beside them
        drawn = draw_bars([replace(bar, words="") for bar in bars], width, unicode=unicode)
    else:
        said = [""] * len(bars)
    rows: list[Row] = []
    for bar, done, one in zip(drawn, said, [None, *exercises], strict=True):
        rows.append(bar)
        for sentence in filter(None, [done, *(_details(one) if one else ())]):
            rows += [written(INDENT + line, Ink.LABEL) for line in wrapped(sentence, width - len(INDENT))]
        rows.append([])
    return rows + [written(line, Ink.LABEL) for line in wrapped(adherence.SCHEDULED_RULE, width)]


def _name(one: ExerciseTrend) -> str:
    return f"{one.exercise.name} (archived)" if one.exercise.archived else one.exercise.name


def _done(one: ExerciseTrend) -> str:
    share = f" · {wording.percent(one.tally.ratio)}" if one.tally.ratio is not None else ""
    return wording.done_of_asked(one.tally, one.times_a_week) + share


def _details(one: ExerciseTrend) -> Iterator[str]:
    if apart := wording.set_apart(one.tally):
        yield ", ".join(apart)
    yield f"pain during it: {trend_words.pain_during(one.pain_during)}"
    if not one.doses:
        yield "not asked for in these days"
    if (earlier := len(one.doses) - MOST_DOSES) > 0:
        yield f"{wording.counted(earlier, 'earlier dose')}, all of them in Plan"
    for dose in one.doses[-MOST_DOSES:]:
        yield f"{trend_words.dose_days(dose)}: {dose.words}"
