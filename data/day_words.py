"""What the list of a day says of an exercise beside its boxes: a few words each, the weightiest first."""

from __future__ import annotations

import math
from collections.abc import Iterator

from data import dose_words, pain, wording
from data.day import Day, Item
from data.models import EXCUSING, ExerciseLog, Run
from data.pain import SLACK

UNITS = {"reps": "reps", "seconds": "s", "steps": "steps", "minutes": "min"}


def dose(item: Item) -> str:
    """`2×30s`"""
    return dose_words.describe_amount(item.asked.sets, item.asked.amount, item.exercise.unit)


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
    """`pain 1`, `pain 4 ▲ above 2`; "" where none was recorded."""
    level = day.during.get(item.exercise.uid)
    return "" if level is None else f"pain {level}{_over(level, day)}"


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
    return f"not today: {dose_words.describe_schedule(item.asked.schedule)}"


def notes(item: Item) -> Iterator[str]:
    yield from dict.fromkeys(log.note for log in item.logs if log.note.strip())


def run(ran: Run, day: Day) -> Iterator[str]:
    """`5.2 km`, `31 min`, `pain from 4.8 km`, `during 4 ▲ above 2` and what else is known of a run, one by one."""
    yield wording.distance(ran.km)
    if ran.minutes is not None:
        yield wording.duration(ran.minutes)
    if ran.onset_km is not None:
        yield f"pain from {wording.distance(ran.onset_km)}"
    for moment in ("before", "during", "after"):
        for log in day.pain_logs:
            if log.run_uid == ran.uid and log.moment == moment:
                yield f"{moment} {log.level}{_over(log.level, day) if moment == 'during' else ''}"
    if ran.terrain:
        yield ran.terrain
    if ran.effort is not None:
        yield f"effort {ran.effort}"
    if ran.note:
        yield ran.note


def _over(level: int, day: Day) -> str:
    verdict = pain.against_limit(level, day.limit)
    return "" if verdict == "within" else f" {wording.LIMIT_SIGNS[verdict]} {verdict} {day.limit}"
