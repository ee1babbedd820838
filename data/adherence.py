"""Credit, due, done and adherence: design section 4, "Credit" to "Coverage".

Pure functions over the plain rows of `rows.py`. The frequency of sessions done is the usual measure of adherence to
home exercise, and a diary the usual method (Bailey 2020, clinical.md section 4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.models import EXCUSING
from data.rows import Logged, Paused, Prescribed

WEEK = 7  # days
REQUIRED_SIDES = {"none": ("both",), "each": ("left", "right"), "left": ("left",), "right": ("right",)}

SCHEDULED_RULE = (
    "A session is one exercise on one day that it is due; a part of its sets counts as that part, "
    "more than asked as one. Pauses and days skipped as ill, travelling or advised are not counted. "
    "A past due day without an entry counts as not done."
)
PROVISIONAL_RULE = (
    "Of today, and of weekly sessions in the week that isn't over, only what was done is counted."
)
COVERAGE_RULE = "Days with an exercise or pain entry, of the days since the episode's first."


class Tally(NamedTuple):
    """What was due and done in a window, in exercise-days (sessions for weekly targets).

    excused, skipped_for_pain and not_recorded are counts of days; not_recorded is always 0 for weekly targets.
    """

    due: float = 0.0
    done: float = 0.0
    excused: int = 0
    skipped_for_pain: int = 0
    not_recorded: int = 0

    @property
    def ratio(self) -> float | None:
        """Adherence 0–1; None when nothing was due."""
        return self.done / self.due if self.due > 0 else None


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of several."""
    return Tally(*map(sum, zip(Tally(), *tallies, strict=True)))


def credit(asked: Prescribed, logs: Iterable[Logged]) -> float:
    """How much of a day's prescription these logs of that exercise and day did, 0–1: the mean over the sides asked for.

    Logs of a side and of both add up for that side; a skipped log adds nothing; more than asked is not counted.
    """
    done = {"left": 0.0, "right": 0.0, "both": 0.0}
    for log in logs:
        if log.skipped is None:
            done[log.side] += log.sets_done * (asked.amount if log.amount is None else log.amount)
    sides = REQUIRED_SIDES[asked.sides]
    total = asked.sets * asked.amount
    amounts = (done["both"] if side == "both" else done[side] + done["both"] for side in sides)
    return sum(min(1.0, amount / total) for amount in amounts) / len(sides)


def is_scheduled(asked: Prescribed, day: int) -> bool:
    """Whether the prescription asks for this very day; a weekly one asks for any day of the week."""
    kind = asked.schedule["type"]
    if kind == "weekdays":
        return (day - 1) % 7 + 1 in asked.schedule["days"]
    if kind == "every":
        return bool((day - asked.first) % asked.schedule["days"] == 0)
    return True


def is_excused(exercise: str, day: int, logs: Iterable[Logged], pauses: Iterable[Paused]) -> bool:
    """An excusing skip of that exercise and day (whichever side), or a day inside a pause of it or of all."""
    return any(log.skipped in EXCUSING for log in logs) or is_paused(exercise, day, pauses)


def is_paused(exercise: str | None, day: int, pauses: Iterable[Paused]) -> bool:
    """Whether the day lies in a pause of everything, or of the exercise where one is named."""
    return any(pause.covers(day) for pause in pauses if pause.exercise is None or pause.exercise == exercise)


class _Weekly(NamedTuple):
    """A weekly prescription over the span: the days that ask (in force, not excused) and the credit that counted."""

    asked: Prescribed
    asking: list[int]
    counted: list[float]
    provisional: list[float]  # credit that counted in the week that holds today


class ExerciseDays(NamedTuple):
    """One exercise, day by day from `first` on; each list has one value for each day."""

    first: int
    due: list[float]
    done: list[float]
    excused: list[int]
    skipped_for_pain: list[int]
    not_recorded: list[int]
    weekly: list[_Weekly]

    def tally(self, first: int, last: int) -> Tally:
        """Due and done of the window [first, last], which must lie inside the span."""
        window = slice(first - self.first, last + 1 - self.first)
        due, done = weekly_sums(self.weekly, window)
        return Tally(
            sum(self.due[window]) + due,
            sum(self.done[window]) + done,
            sum(self.excused[window]),
            sum(self.skipped_for_pain[window]),
            sum(self.not_recorded[window]),
        )


def of_day(exercises: Iterable[ExerciseDays], day: int) -> Tally:
    """A day by itself: a weekly target is due on the days that it was done on, and missed on none."""
    return total(_of_day(one, day - one.first) for one in exercises)


def _of_day(one: ExerciseDays, at: int) -> Tally:
    sessions = [done for done in (_session(target, at) for target in one.weekly) if done > 0]
    return Tally(
        one.due[at] + len(sessions),
        one.done[at] + sum(sessions),
        one.excused[at],
        one.skipped_for_pain[at],
        one.not_recorded[at],
    )


def _session(weekly: _Weekly, at: int) -> float:
    return weekly.counted[at] + weekly.provisional[at]


def weekly_sums(weekly: Iterable[_Weekly], window: slice) -> tuple[float, float]:
    """Due and done of weekly prescriptions; the week that holds today adds to due only what it adds to done."""
    due = done = 0.0
    for one in weekly:
        asked_for = one.asked.schedule["times"] * sum(one.asking[window]) / 7
        provisional = sum(one.provisional[window])
        due += asked_for + provisional
        done += min(sum(one.counted[window]), asked_for) + provisional
    return due, done


def exercise_days(
    prescriptions: Sequence[Prescribed],
    logs: dict[int, list[Logged]],
    pauses: Sequence[Paused],
    first: int,
    last: int,
    today: int,
) -> ExerciseDays:
    """The days of one exercise in [first, last]; `first` must be a Monday, so that whole weeks are walked.

    logs: the exercise's logs by day. Days after today and days without a prescription in force stay empty.
    """
    span = last + 1 - first
    paused = _paused_days(prescriptions, pauses, first, last)
    days = ExerciseDays(first, [0.0] * span, [0.0] * span, [0] * span, [0] * span, [0] * span, [])
    week, week_count = -1, 0.0
    for asked in sorted(prescriptions, key=lambda one: one.first):
        weekly: _Weekly | None = None
        if asked.schedule["type"] == "weekly":
            weekly = _Weekly(asked, [0] * span, [0.0] * span, [0.0] * span)
            days.weekly.append(weekly)
        for day in range(max(asked.first, first), min(asked.last or last, last, today) + 1):
            at, day_logs = day - first, logs.get(day, ())
            if weekly is None and not is_scheduled(asked, day):
                continue
            if day in paused or is_excused(asked.exercise, day, day_logs, ()):
                days.excused[at] = 1
                continue
            if any(log.skipped == "pain" for log in day_logs):
                days.skipped_for_pain[at] = 1
            if weekly is None:
                if day_logs or day < today:
                    days.due[at] = 1.0
                    days.done[at] = credit(asked, day_logs)
                    days.not_recorded[at] = int(not day_logs)
                continue
            if (day - 1) // 7 != week:
                week, week_count = (day - 1) // 7, 0.0
            counted = max(0.0, min(credit(asked, day_logs), asked.schedule["times"] - week_count))
            week_count += counted
            if week == (today - 1) // 7:
                weekly.provisional[at] = counted
            else:
                weekly.asking[at], weekly.counted[at] = 1, counted
    return days


def _paused_days(
    prescriptions: Sequence[Prescribed], pauses: Iterable[Paused], first: int, last: int
) -> set[int]:
    """The days of [first, last] inside a pause of the exercise or of all."""
    exercises = {None, *(one.exercise for one in prescriptions)}
    return {
        day
        for pause in pauses
        if pause.exercise in exercises
        for day in range(max(pause.first, first), min(last if pause.last is None else pause.last, last) + 1)
    }


def week_counts(
    prescriptions: Sequence[Prescribed],
    logs: dict[int, list[Logged]],
    pauses: Sequence[Paused],
    day: int,
    today: int,
) -> tuple[float, float]:
    """Sessions that count towards a weekly target: before the day in its calendar week, and in all of that week."""
    monday = day - (day - 1) % 7
    week = exercise_days(prescriptions, logs, pauses, monday, monday + 6, today)
    counted = [sum(_session(one, at) for one in week.weekly) for at in range(len(week.due))]
    return sum(counted[: day - monday]), sum(counted)


def by_exercise_and_day(logs: Iterable[Logged]) -> dict[str, dict[int, list[Logged]]]:
    found: dict[str, dict[int, list[Logged]]] = defaultdict(lambda: defaultdict(list))
    for log in logs:
        found[log.exercise][log.day].append(log)
    return found


def weekly_targets(prescriptions: Iterable[Prescribed]) -> dict[str, int]:
    """Times a week asked for by the latest prescription, of each exercise that had weekly targets only."""
    targets: dict[str, int | None] = {}
    for one in sorted(prescriptions, key=lambda one: one.first):
        weekly = targets.get(one.exercise, 0) is not None and one.schedule["type"] == "weekly"
        targets[one.exercise] = one.schedule["times"] if weekly else None
    return {exercise: times for exercise, times in targets.items() if times is not None}


def running_adherence(exercises: Sequence[ExerciseDays], first: int, last: int) -> list[float | None]:
    """Adherence of all exercises over the 7 days ending on each day of [first, last]; None: nothing was due."""
    if not exercises:
        return [None] * (last + 1 - first)
    start = exercises[0].first
    due = [sum(day) for day in zip(*(one.due for one in exercises), strict=True)]
    done = [sum(day) for day in zip(*(one.done for one in exercises), strict=True)]
    weekly = [one for days in exercises for one in days.weekly]
    figures: list[float | None] = []
    for day in range(first, last + 1):
        window = slice(day + 1 - WEEK - start, day + 1 - start)
        in_force = [
            one
            for one in weekly
            if one.asked.first <= day and (one.asked.last is None or one.asked.last > day - WEEK)
        ]
        weekly_due, weekly_done = weekly_sums(in_force, window)
        total = sum(due[window]) + weekly_due
        figures.append((sum(done[window]) + weekly_done) / total if total > 0 else None)
    return figures


def coverage(
    logged: set[int], first_log: int | None, first: int, last: int, today: int
) -> tuple[int, int] | None:
    """(days with an exercise or pain log, days of the window up to today since the episode's first such log).

    Today is counted only if it has a log. None when there is no such day.
    """
    if first_log is None:
        return None
    span = [day for day in range(max(first, first_log), min(last, today) + 1) if day < today or day in logged]
    return (sum(day in logged for day in span), len(span)) if span else None
