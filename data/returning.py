"""Coming back after a gap: days without any entry, and a pause that is still open: design section 4, "Gaps"."""

from __future__ import annotations

from datetime import date, timedelta

from data import adherence, diary, pauses, plan_words, rows
from data.calendar_days import short
from data.models import Pause, Prescription, database

EMPTY_DAYS = 3
_ENTRIES = ("exercise_log", "pain_log", "run", "day_note", "event", "activity_score")


def last_entry(before: date) -> date | None:
    """The latest day before a day that has an entry of any kind; None without one."""
    days = [
        row[0]
        for table in _ENTRIES
        if (
            row := database.execute_sql(
                f"SELECT max(day) FROM {table} WHERE day < ?", (str(before),)
            ).fetchone()
        )
    ]
    return max((date.fromisoformat(day) for day in days if day), default=None)


def empty_since(today: date) -> date | None:
    """The first of the days without an entry, when the last 3 days or more before today are such days.

    None otherwise, and also while nothing is asked for or everything is paused.
    """
    last = last_entry(today)
    if last is None or (today - last).days <= EMPTY_DAYS:
        return None
    yesterday = today.toordinal() - 1
    if adherence.is_paused(None, yesterday, rows.pauses(yesterday, yesterday)):
        return None
    asked = Prescription.select().where(
        (Prescription.starts_on <= today) & (Prescription.ends_on.is_null() | (Prescription.ends_on >= today))
    )
    return last + timedelta(days=1) if asked.exists() else None


def finished(last_day: date) -> str:
    """Ends the plan on the day that had the last entry."""
    return plan_words.told(diary.discharge(last_day))


def paused_since(first: date, reason: str) -> str:
    """Pauses everything from a day on, until further notice."""
    pauses.pause(first, reason=reason)
    return f"Paused from {short(first)}: the first exercise ticked here asks whether it is over."


def open_pause(day: date, exercise_uid: str | None = None) -> Pause | None:
    """The pause without an end that a day lies in: of all, or of the exercise where one is named."""
    for pause in pauses.in_order():
        if pause.ends_on is None and pause.starts_on <= day and pause.exercise_uid in (None, exercise_uid):
            return pause
    return None
