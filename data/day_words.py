"""What the list of a day says of an exercise beside its boxes: a few words each, the weightiest first."""

from __future__ import annotations

import math
from collections.abc import Iterator

from data import pain, plan, wording
from data.day import Day, Item
from data.models import EXCUSING, ExerciseLog
from data.pain import SLACK

UNITS = {"reps": "reps", "seconds": "s", "steps": "steps", "minutes": "min"}


def dose(item: Item) -> str:
    """`2×30s`"""
    return plan.describe_amount(item.asked.sets, item.asked.amount, item.exercise.unit)


def skipped(item: Item) -> str:
    """`skipped: pain`, `skipped: ill, excused`; "" where nothing was skipped."""
    if item.skipped is None:
        return ""
    return f"skipped: {wording.SKIP_REASONS[item.skipped]}{', excused' if item.skipped in EXCUSING else ''}"


def paused(item: Item) -> str:
    """`paused`, and with sets done `kept, not counted`; "" on a day that counts."""
    if not item.excused:
        return ""
    if any(log.sets_done for log in item.logs):
        return "kept, not counted"
    return "" if item.skipped else "paused"


def pain_during(item: Item, day: Day) -> str:
    """`pain 1`, `▲ pain 4, above 2`; "" where none was recorded."""
    level = day.during.get(item.exercise.uid)
    if level is None:
        return ""
    verdict = pain.against_limit(level, day.limit)
    if verdict == "within":
        return f"pain {level}"
    return f"{wording.LIMIT_SIGNS[verdict]} pain {level}, {verdict} {day.limit}"


def work(item: Item) -> Iterator[str]:
    """`3 of 2` where there was more than asked, `8 reps` where a set was of another size, and another load."""
    for side in item.sides:
        if item.sets_on(side) > item.asked.sets:
            yield f"{_named(side)}{item.sets_on(side)} of {item.asked.sets}"
    amounts = {log.side: log.amount for log in item.logs if _is_other_amount(item, log)}
    named = len(set(amounts.values())) > 1
    for side, amount in amounts.items() if named else list(amounts.items())[:1]:
        yield f"{_named(side) if named else ''}{amount:g} {UNITS[item.exercise.unit]}"
    yield from dict.fromkeys(log.load for log in item.logs if log.load and log.load != item.asked.load)


def _named(side: str) -> str:
    return "" if side == "both" else f"{side} "


def _is_other_amount(item: Item, log: ExerciseLog) -> bool:
    return bool(log.sets_done) and log.amount is not None and log.amount != item.asked.amount


def this_week(item: Item) -> str:
    """`2 of 3 this week`, whole sessions only; "" unless the exercise has a weekly target."""
    if item.done_this_week is None:
        return ""
    return f"{math.floor(item.done_this_week + SLACK)} of {item.asked.schedule['times']} this week"


def not_asked(item: Item) -> str:
    """`not today: Mon Wed Fri` for one that is not due on the day and was left alone; "" otherwise."""
    if item.due or item.logs or item.excused or item.done_this_week is not None:
        return ""
    return f"not today: {plan.describe_schedule(item.asked.schedule)}"


def notes(item: Item) -> Iterator[str]:
    yield from dict.fromkeys(log.note for log in item.logs if log.note.strip())
