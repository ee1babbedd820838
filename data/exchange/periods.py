"""The days that a file can be asked for, with their dates in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from data import calendar_days, settings, wording
from data.calendar_days import brief, stretch
from data.errors import Refused
from data.exchange.export import Format
from data.exchange.report.period import since_last_visit
from data.models import database

SINCE_VISIT, ALL, OWN = "visit", "all", "own"
WEEKS = {"4": 4, "12": 12}
NAMES = {
    SINCE_VISIT: "since the last visit",
    **{key: f"{weeks} weeks" for key, weeks in WEEKS.items()},
    ALL: "all",
    OWN: "own days",
}
"""What can be asked for, and what it is called."""


@dataclass(frozen=True, slots=True)
class Asked:
    """first and last as `export.write` takes them, both None for the whole diary, and what is said of them."""

    first: date | None
    last: date | None
    words: str


def usual(chosen: Format) -> str:
    """A report is about the time since the last visit; what is kept or counted with is all of it."""
    return SINCE_VISIT if chosen.is_report else ALL


def asked(name: str, chosen: Format, today: date, own: tuple[str, str] = ("", "")) -> Asked:
    """The days of a period of `NAMES`; own: the first and the last one as they were typed.

    Refused: own days that are none, lie ahead, or are back to front.
    """
    if name == SINCE_VISIT:
        return _since_visit(today)
    if name == OWN:
        return _own(own, today)
    if name in WEEKS:
        return _of(today - timedelta(weeks=WEEKS[name], days=-1), today)
    if not chosen.is_report:
        return Asked(None, None, "every day, and what is planned ahead")
    return _of(_first_day(today), today)


def _of(first: date, last: date) -> Asked:
    return Asked(first, last, f"{stretch(first, last)}, {wording.counted((last - first).days + 1, 'day')}")


def _since_visit(today: date) -> Asked:
    period = since_last_visit(today)
    days = _of(period.first, today)
    if period.visit is None:
        words = f"{days.words}: no visit is noted yet"
    elif period.since_visit:
        words = f"{days.words}: since the visit on {brief(period.visit, today)}"
    else:
        words = f"{days.words} at least: the visit was on {brief(period.visit, today)}"
    return Asked(days.first, days.last, words)


def _own(typed: tuple[str, str], today: date) -> Asked:
    first, last = (calendar_days.parse_day(text, today, day_start=settings.day_start()) for text in typed)
    if first > last:
        raise Refused(f"The first day, {first}, comes after the last, {last}.")
    return _of(first, last)


def _first_day(today: date) -> date:
    """The first day that the diary has anything of, today in an empty one."""
    (first,) = database.execute_sql(
        "SELECT min(day) FROM (SELECT min(day) day FROM exercise_log UNION ALL SELECT min(day) FROM pain_log "
        "UNION ALL SELECT min(day) FROM run UNION ALL SELECT min(day) FROM day_note "
        "UNION ALL SELECT min(day) FROM event UNION ALL SELECT min(day) FROM activity_score)"
    ).fetchone()
    return min(date.fromisoformat(first), today) if first else today
