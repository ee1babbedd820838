"""A day as plain text: a sign for the eye, and words that a screen reader can read alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data import day_words, pain_logs, wording
from data.calendar_days import long
from data.day import Day, Item
from data.lately import Lately
from data.plain_text import one_line

DONE, SOME, SKIPPED, OPEN, NOT_DUE = "[x]", "[~]", "[-]", "[ ]", "[.]"
LEGEND = f"{DONE} done  {SOME} some  {SKIPPED} skipped or excused  {OPEN} open  {NOT_DUE} not asked for"


def lines(day: Day, lately: Lately, today: date) -> Iterator[str]:
    yield f"{long(day.day)} {day.day.year}{', today' if day.day == today else ''}"
    if day.paused:
        yield "Everything is paused."
    yield f"Worst pain: {'not recorded' if day.worst is None else day.worst}"
    yield ""
    yield from _checklist(day)
    yield from _lately(lately)
    for entry in _entries(day):
        yield one_line(entry)
    if day.note:
        yield f"Note{' for your physiotherapist' if day.note.for_physio else ''}:"
        yield from (f"  {line}" for line in day.note.text.splitlines())


def _checklist(day: Day) -> Iterator[str]:
    if not day.items:
        yield "Nothing is in the plan: `itband setup` offers a light programme, `itband plan set` gives a dose."
        return
    yield f"Checklist: {day.answered} of {len(day.asked_for)} answered"
    for item in day.items:
        sides = {"none": "", "each": " each side"}.get(item.asked.sides, f" {item.asked.sides}")
        load = f", {item.asked.load}" if item.asked.load else ""
        name = f"{item.exercise.name} {day_words.dose(item)}{sides}{load}"
        yield one_line(f"{_sign(item)} {name}: {', '.join(filter(None, _words(item, day)))}")
    yield LEGEND
    yield ""


def _lately(lately: Lately) -> Iterator[str]:
    yield f"This week: {wording.share(lately.asked.done, lately.asked.due)}"
    if lately.now is not None:
        before = "" if lately.before is None else f", a week before {wording.decimal(lately.before)}"
        yield f"Pain, mean of 7 days: {wording.decimal(lately.now)}{before}"
    if lately.longest_km is not None:
        free = (
            "" if lately.pain_free_km is None else f", free of pain {wording.distance(lately.pain_free_km)}"
        )
        yield f"Longest run of 30 days: {wording.distance(lately.longest_km)}{free}"
    yield ""


def _sign(item: Item) -> str:
    if item.is_done:
        return DONE
    if item.skipped or item.excused:
        return SKIPPED
    if item.credit:
        return SOME
    return OPEN if item.due else NOT_DUE


def _words(item: Item, day: Day) -> Iterator[str]:
    worked = any(log.sets_done for log in item.logs)
    yield day_words.skipped(item)
    yield day_words.not_asked(item)
    if worked or item.is_open:
        yield from _sets(item)
    yield from day_words.work(item)
    if worked and item.credit is not None and not item.is_done:
        yield f"{wording.percent(item.credit)} of what was asked"
    yield day_words.paused(item)
    yield day_words.this_week(item)
    yield day_words.pain_during(item, day)
    yield from day_words.notes(item)


def _sets(item: Item) -> Iterator[str]:
    for side in item.sides:
        name = "" if side == "both" else f"{side} "
        yield f"{name}{item.sets_on(side)} of {wording.counted(item.asked.sets, 'set')}"


def _entries(day: Day) -> Iterator[str]:
    names = {item.exercise.uid: item.exercise.name for item in day.items}
    for log in day.pain_logs:
        exercise = log.exercise_uid and (names.get(log.exercise_uid) or log.exercise.name)
        judged = pain_logs.against_limit(log, day.limit)
        verdict = f": {wording.against_limit(log.level, day.limit, day.limit_source)}" if judged else ""
        yield wording.pain_words(log, exercise or None) + verdict + wording.remarks(log.medication, log.note)
    for run in day.runs:
        yield f"Run: {wording.run_words(run)}"
    for event in day.events:
        yield wording.event_words(event)
