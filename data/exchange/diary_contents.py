"""What leaves the machine with a table or an interchange file and what stays, to be seen before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data import settings, wording
from data.calendar_days import stretch
from data.exchange.diary_format import table
from data.exchange.diary_json import WINDOWED
from data.exchange.report.contents import Contents
from data.models import database

# Each list of the interchange file, as one of its rows and many of them are called.
CALLED = {
    "exercises": ("exercise", "exercises"),
    "prescriptions": ("prescription", "prescriptions"),
    "exercise_logs": ("exercise entry", "exercise entries"),
    "pain_logs": ("pain entry", "pain entries"),
    "runs": ("run", "runs"),
    "pauses": ("pause", "pauses"),
    "events": ("visit or other event", "visits and other events"),
    "pain_limits": ("pain limit", "pain limits"),
    "activity_scores": ("score of an activity", "scores of the activities"),
}
NOT_IN_A_TABLE = ("exercises",)
ABOUT_THE_RUNNER = {"name": "your name", "problem_since": "problem since", "diagnosed_by": "diagnosed by"}


def contents(first: date | None, last: date | None, *, as_table: bool) -> Contents:
    """Of the days from `first` to `last`, both included; None: no such end."""
    window = {"first": str(first or date.min), "last": str(last or date.max)}
    leaves = [_days(first, last)]
    for name, (one, many) in CALLED.items():
        number = 0 if as_table and name in NOT_IN_A_TABLE else _count(name, window)
        if number:
            leaves.append(wording.counted(number, one, many))
    leaves += _notes(window)
    if not as_table:
        leaves += _about_the_runner()
    return Contents(tuple(leaves), tuple(_stays(first is None and last is None, as_table)))


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return f"The days from {stretch(first, last)}"
    if first:
        return f"The days from {stretch(first, first)} on"
    return f"The days to {stretch(last, last)}" if last else "The whole diary"


def _notes(window: dict[str, str]) -> Iterator[str]:
    if notes := _count("day_notes", window):
        unmarked = _count("day_notes", window, "NOT for_physio")
        yield f"{wording.counted(notes, 'note')}, {unmarked} of them not marked for the physiotherapist"
    yield "Every remark on pain, exercises, runs and events"


def _about_the_runner() -> Iterator[str]:
    known = [words for key, words in ABOUT_THE_RUNNER.items() if settings.get(key)]
    yield f"The settings: {', '.join(known)}" if known else "The settings"
    (deleted,) = database.execute_sql("SELECT count(*) FROM deletion").fetchone()
    if deleted:
        yield f"That {wording.counted(deleted, 'entry was', 'entries were')} deleted, not what they said"


def _stays(is_whole: bool, as_table: bool) -> Iterator[str]:
    if as_table:
        yield "Your name and the other settings"
    if not is_whole:
        yield "All other days"
    yield "Backups, what undo can bring back, theme and keys"


def _count(name: str, window: dict[str, str], only: str = "1") -> int:
    where = f"({WINDOWED.get(name, '1')}) AND {only}"
    (number,) = database.execute_sql(f"SELECT count(*) FROM {table(name)} WHERE {where}", window).fetchone()
    return int(number)
