"""Each exercise over a period: asked for, done, and how the knee took it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data import adherence, exercise_trends, rows
from data.exchange.report.figures import ExerciseFigures
from data.exercise_trends import ExerciseTrend
from data.models import EXCUSING
from data.rows import Logged, Prescribed
from data.trends import Trends


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an exercise on a day with a log of it.

    credit: 0–1, None where nothing was prescribed. begun: a set was done. skipped: the reason, None without a skip.
    """

    exercise: str
    day: int
    credit: float | None
    begun: bool
    skipped: str | None

    @property
    def is_cut_short(self) -> bool:
        """Less done than asked for; what was skipped for pain or excused is counted there instead."""
        some = self.begun and self.credit is not None and self.credit < 1
        return some and self.skipped not in ("pain", *EXCUSING)


def answers(first: int, last: int) -> list[Answer]:
    """Every exercise-day of [first, last] that has a log."""
    prescribed: dict[str, list[Prescribed]] = defaultdict(list)
    for one in rows.prescriptions(first, last):
        prescribed[one.exercise].append(one)
    logs = adherence.by_exercise_and_day(rows.logs(first, last))
    return [
        _answer(exercise, day, found, prescribed[exercise])
        for exercise, by_day in logs.items()
        for day, found in by_day.items()
    ]


def _answer(exercise: str, day: int, logs: Sequence[Logged], prescribed: Iterable[Prescribed]) -> Answer:
    asked = next((one for one in prescribed if one.covers(day)), None)
    return Answer(
        exercise,
        day,
        credit=None if asked is None else adherence.credit(asked, logs),
        begun=any(log.sets_done for log in logs),
        skipped=next((log.skipped for log in logs if log.skipped), None),
    )


def read(trends: Trends, answered: Iterable[Answer]) -> tuple[ExerciseFigures, ...]:
    """The exercises that were asked for or done in the period, in the order of the plan."""
    mine: dict[str, list[Answer]] = defaultdict(list)
    for answer in answered:
        mine[answer.exercise].append(answer)
    return tuple(
        _exercise(one, mine[one.exercise.uid])
        for one in exercise_trends.read(trends)
        if one.doses or one.pain_during or mine[one.exercise.uid]
    )


def _exercise(one: ExerciseTrend, answered: Sequence[Answer]) -> ExerciseFigures:
    skips = Counter(answer.skipped for answer in answered if answer.skipped)
    return ExerciseFigures(
        exercise=one.exercise,
        tally=one.tally,
        doses=one.doses,
        times_a_week=one.times_a_week,
        pain_during=one.pain_during,
        furthest=one.furthest,
        cut_short=sum(answer.is_cut_short for answer in answered),
        stopped=tuple(
            date.fromordinal(answer.day)
            for answer in sorted(answered, key=lambda one: one.day)
            if answer.begun and answer.skipped == "pain"
        ),
        skips=tuple(sorted(skips.items(), key=lambda item: (-item[1], item[0]))),
    )
