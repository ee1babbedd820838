"""What every entry of a day asks first."""

from __future__ import annotations

from datetime import date
from typing import Any

from data import calendar_days, rows, settings
from data.pain import Episodes


def when_entered(day: date) -> dict[str, Any]:
    """`day`, `at` and `utc_offset` of an entry made now, the latter two null for a day that is filled in later.

    Refused for a day that has not come.
    """
    now = calendar_days.local_now()
    start = settings.day_start()
    today = calendar_days.civil_day(now, start)
    moment = calendar_days.moment(now) if calendar_days.not_ahead(day, today, start) == today else None
    return {"day": day, "at": moment and moment.at, "utc_offset": moment and moment.utc_offset}


def side_on(day: date) -> str | None:
    """The diary's side on a day; None while it is unknown."""
    return Episodes(rows.starts()).side(day.toordinal())
