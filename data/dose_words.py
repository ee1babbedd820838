"""A dose in words, and a schedule read from words: `2×30s each side, mon,wed,fri`."""

from __future__ import annotations

import re
from typing import Any

from data import calendar_days, fields
from data.errors import Refused

WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def parse_schedule(text: str) -> dict[str, Any]:
    """`daily`, `3/week` (or `weekly 3`), `mon,wed,fri`, or `every 2`; Refused otherwise."""
    word = text.strip().lower()
    if word == "daily":
        return fields.schedule({"type": "daily"})
    if match := re.fullmatch(r"(?:weekly[ :]*(\d{1,2})|(\d{1,2}) ?/ ?week|(\d{1,2}) a week)", word, re.ASCII):
        return fields.schedule({"type": "weekly", "times": int(next(filter(None, match.groups())))})
    if match := re.fullmatch(r"every[ :]*(\d{1,3})(?: days?)?", word, re.ASCII):
        return fields.schedule({"type": "every", "days": int(match[1])})
    names = [part[:3] for part in re.split(r"[ ,]+", word.removeprefix("weekdays").strip(" :"))]
    if names and all(name in WEEKDAY_NAMES for name in names):
        return fields.schedule(
            {"type": "weekdays", "days": sorted({WEEKDAY_NAMES.index(n) + 1 for n in names})}
        )
    if names and all(name in set("1234567") for name in names):
        return fields.schedule({"type": "weekdays", "days": sorted({int(name) for name in names})})
    raise Refused(f"{text!r} is no schedule: give `daily`, `3/week`, `mon,wed,fri`, or `every 2`.")


def describe_schedule(schedule: dict[str, Any]) -> str:
    """`daily`, `3 a week`, `Mon Wed Fri`, `every 2 days`"""
    match schedule:
        case {"type": "weekdays", "days": days}:
            return " ".join(calendar_days.WEEKDAYS[day - 1] for day in days)
        case {"type": "every", "days": days}:
            return "daily" if days == 1 else f"every {days} days"
        case {"type": "weekly", "times": times}:
            return f"{times} a week"
    return "daily"


def describe_amount(sets: int, amount: float, unit: str) -> str:
    """`2×10`, `2×30s`, `1×5min`; steps and repetitions are bare numbers."""
    suffix = {"seconds": "s", "minutes": "min"}.get(unit, "")
    return f"{sets}×{amount:g}{suffix}"


def describe(dose: dict[str, Any], unit: str) -> str:
    """`2×30s each side, daily`"""
    return f"{describe_work(dose, unit)}, {describe_schedule(dose['schedule'])}"


def describe_work(dose: dict[str, Any], unit: str) -> str:
    """What a day asks for, without the schedule: `2×30s each side`"""
    words = [describe_amount(dose["sets"], dose["amount"], unit)]
    words += {"each": ["each side"], "left": ["left"], "right": ["right"]}.get(dose["sides"], [])
    if dose["hold"]:
        words.append(f"held {dose['hold']:g} s")
    if dose["load"]:
        words.append(dose["load"])
    return " ".join(words)
