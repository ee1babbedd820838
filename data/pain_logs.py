"""The pain logs of a day: which of them is the pain of the day, and which the limit judges."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from data import pain, rows, wording
from data.day import Day
from data.models import PainLog


def is_pain_of_the_day(log: PainLog, day: Day) -> bool:
    """Whether a log is the highest of that day at the outer knee of its side; several can be equally high."""
    return log.level == day.worst and pain.concerns(rows.felt(log), day.side)


def against_limit(log: PainLog, limit: int) -> str | None:
    """`within`, `above` or `far above` for pain during an exercise or a run; None: the limit doesn't judge it."""
    return pain.against_limit(log.level, limit) if pain.is_judged(rows.felt(log)) else None


def asks_to_stop(log: PainLog, limit: int) -> bool:
    """Whether "Stop this exercise for today" is said to it."""
    return pain.is_of_an_exercise(rows.felt(log)) and against_limit(log, limit) != "within"


def judgement(log: PainLog, limit: int) -> str:
    """`▲ above the limit of 2`, in words and a sign; "" where the limit doesn't judge."""
    verdict = against_limit(log, limit)
    return f"{wording.LIMIT_SIGNS[verdict]} {verdict} the limit of {limit}" if verdict else ""


def clock(log: PainLog) -> str:
    """`07:30`, the time on the wall where it was entered; "" for one that was filled in later."""
    if log.at is None or log.utc_offset is None:
        return ""
    there = datetime.fromisoformat(log.at) + timedelta(minutes=log.utc_offset)
    return there.strftime("%H:%M")


def worst_beside(day: date, side: str, site: str, log: PainLog | None = None) -> PainLog | None:
    """The day's `worst` of a side and site, which another one there replaces; `log` itself is not looked at."""
    query = PainLog.select().where(
        PainLog.day == day, PainLog.moment == "worst", PainLog.side == side, PainLog.site == site
    )
    found: PainLog | None = query.where(PainLog.uid != (log.uid if log else "")).first()
    return found
