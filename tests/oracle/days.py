"""What every rule needs: rows, days, weeks and exact numbers."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

Row = dict[str, Any]


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included; none when last is before first."""
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)


def monday(d: date) -> date:
    """The Monday of the day's calendar week."""
    return d - timedelta(days=d.weekday())


def holds(row: Row, d: date) -> bool:
    """Whether the day lies in the row's starts_on…ends_on, both included; no ends_on is open."""
    return row["starts_on"] <= d.isoformat() and (row["ends_on"] is None or d.isoformat() <= row["ends_on"])


def mean(values: list[Fraction]) -> Fraction:
    """The exact mean of one value or more."""
    return Fraction(sum(values)) / len(values)


def number(value: Fraction | None) -> float | None:
    """The float of a fraction, for the answer; None stays None."""
    return None if value is None else float(value)


def by_day(rows: list[Row]) -> dict[date, list[Row]]:
    """The rows of each day that has one."""
    days: dict[date, list[Row]] = {}
    for row in rows:
        days.setdefault(date.fromisoformat(row["day"]), []).append(row)
    return days
