"""The days that a report is about: design section 8."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from data import calendar_days, rows
from data.errors import Refused

LEAST_DAYS = 28


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included. visit: the last visit before `last`, None without one."""

    first: date
    last: date
    visit: date | None

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def since_visit(self) -> bool:
        return self.visit == self.first


def since_last_visit(last: date) -> Period:
    """From the last visit before `last`, and at least the 28 days that end there.

    A visit on `last` itself is the one that the report is for.
    """
    visit = _visit_before(last)
    least = last - timedelta(days=LEAST_DAYS - 1)
    return Period(min(visit or least, least), last, visit)


def chosen(first: date | None, last: date | None, today: date) -> Period:
    """The period asked for, as far as it is not ahead: last None is today, first None the usual beginning.

    Refused back to front.
    """
    usual = since_last_visit(min(last or today, today))
    if first is None:
        return usual
    if first > usual.last:
        raise Refused(
            f"The report can't begin on {calendar_days.short(first)}, after its last day, "
            f"{calendar_days.short(usual.last)}."
        )
    return Period(first, usual.last, usual.visit)


def _visit_before(last: date) -> date | None:
    visits = [day for day, kind, _ in rows.events(1, last.toordinal() - 1) if kind == "visit"]
    return date.fromordinal(max(visits)) if visits else None
