"""What every entry of a day asks first."""

from __future__ import annotations

from datetime import date
from typing import Any

from data import calendar_days, plan, rows
from data.pain import Episodes


def when_entered(day: date) -> dict[str, Any]:
    """`at` and `utc_offset` of an entry made now; null for a day that is filled in later."""
    if day != plan.today():
        return {"at": None, "utc_offset": None}
    now = calendar_days.moment(calendar_days.local_now())
    return {"at": now.at, "utc_offset": now.utc_offset}


def side_on(day: date) -> str | None:
    """The diary's side on a day; None while it is unknown."""
    return Episodes(rows.starts()).side(day.toordinal())
