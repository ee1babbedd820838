"""A day as plain text: a sign for the eye, and words that a screen reader can read alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data import plan, wording
from data.calendar_days import long
from data.day import Day, Item
from data.models import EXCUSING, ExerciseLog
from data.plain_text import one_line

DONE, SOME, SKIPPED, OPEN, NOT_DUE = "[x]", "[~]", "[-]", "[ ]", "[.]"
LEGEND = (
    f"{DONE} done  {SOME} some  {SKIPPED} skipped or excused  {OPEN} open  {NOT_DUE} not asked for that day"
)


def lines(day: Day, today: date) -> Iterator[str]:
    yield f"{long(day.day)} {day.day.year}{', today' if day.day == today else ''}"
    if day.paused:
        yield "Everything is paused."
    yield f"Worst pain: {'not recorded' if day.worst is None else day.worst}"
    yield ""
    yield from _checklist(day)
    yield from _pain(day)
    for run in day.runs:
        yield one_line(f"Run: {wording.run_words(run)}")
    for event in day.events:
        yield one_line(f"{event.kind.capitalize()}: {event.text}" if event.text else event.kind.capitalize())
    if day.note:
        yield f"Note{' for your physiotherapist' if day.note.for_physio else ''}:"
        yield from (f"  {line}" for line in day.note.text.splitlines())


def _pain(day: Day) -> Iterator[str]:
    names = {item.exercise.uid: item.exercise.name for item in day.items}
    for log in day.pain_logs:
        exercise = log.exercise_uid and (names.get(log.exercise_uid) or log.exercise.name)
        during = log.moment == "during" and log.site == "outer-knee"
        judged = f": {wording.against_limit(log.level, day.limit, day.limit_source)}" if during else ""
        yield one_line(
            wording.pain_words(log, exercise or None) + judged + wording.remarks(log.medication, log.note)
        )


def _checklist(day: Day) -> Iterator[str]:
    if not day.items:
        yield "Nothing is in the plan: `itband setup` offers a light programme, `itband plan set` gives a dose."
        return
    yield f"Checklist: {day.answered} of {len(day.asked_for)} answered"
    for item in day.items:
        yield one_line(f"{_sign(item)} {item.exercise.name} {_dose(item)}: {'; '.join(_words(item))}")
    yield LEGEND
    yield ""


def _sign(item: Item) -> str:
    if item.is_done:
        return DONE
    if item.skipped or item.excused:
        return SKIPPED
    if item.credit:
        return SOME
    return OPEN if item.due else NOT_DUE


def _dose(item: Item) -> str:
    asked = item.asked
    words = plan.describe_amount(asked.sets, asked.amount, item.exercise.unit)
    side = {"none": "", "each": " each side"}.get(asked.sides, f" {asked.sides}")
    return f"{words}{side}{f', {asked.load}' if asked.load else ''}"


def _words(item: Item) -> Iterator[str]:
    worked = any(log.sets_done for log in item.logs)
    if item.skipped:
        excused = ", excused" if item.skipped in EXCUSING else ""
        yield f"skipped: {wording.SKIP_REASONS[item.skipped]}{excused}"
    elif item.excused:
        yield "paused"
    if worked or not (item.skipped or item.excused):
        yield from _sets(item, worked)
    if worked and item.excused:
        yield "kept and not counted, the day is excused"
    if item.done_this_week is not None:
        times = item.asked.schedule["times"]
        yield f"{wording.decimal(item.done_this_week)} of {times} this week"


def _sets(item: Item, worked: bool) -> Iterator[str]:
    if not worked and not item.due and item.done_this_week is None:
        yield f"not asked for that day ({plan.describe_schedule(item.asked.schedule)})"
        return
    if not worked and not item.due:
        yield "met for this week"
        return
    for side in item.sides:
        name = "" if side == "both" else f"{side} "
        yield f"{name}{item.sets_on(side)} of {wording.counted(item.asked.sets, 'set')}"
    shortened = [log for log in item.logs if log.sets_done and log.amount not in (None, item.asked.amount)]
    for log in shortened:
        yield _other_amount(item, log)
    if item.credit is not None and 0 < item.credit < 1 and shortened:
        yield f"{wording.percent(item.credit)} of what was asked"


def _other_amount(item: Item, log: ExerciseLog) -> str:
    assert log.amount is not None
    unit = "" if item.exercise.unit == "reps" else f" {item.exercise.unit}"
    side = "" if log.side == "both" else f" {log.side}"
    return f"{log.amount:g}{unit} a set instead of {item.asked.amount:g}{side}"
