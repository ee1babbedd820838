"""A dose as it is typed into a form, field by field; each refusal says what the field may hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from data import calendar_days, dose_words, fields, plan, plan_words, typed
from data.errors import Refused


def sets(text: str) -> int:
    """1 to 20."""
    found = typed.whole("Sets", text)
    if found is None:
        raise Refused("Sets can't be empty: give 1 to 20.")
    return fields.whole("Sets", found, 1, 20)


def sets_or_none(text: str) -> int | None:
    """1 to 20; nothing: the exercise is not in the plan."""
    return sets(text) if text.strip() else None


def sides(text: str) -> str:
    """A start of both, each, left or right; nothing: both at once."""
    word = text.strip().lower()
    for side, name in plan_words.SIDE_NAMES.items():
        if name.startswith(word) or word == side:
            return side
    raise Refused(f"Sides are both, each, left or right, not {word!r}.")


def amount(text: str) -> float:
    """Of a set, in the exercise's unit; above 0."""
    found = typed.number("The amount of a set", text)
    if found is None:
        raise Refused("The amount of a set can't be empty: how many repetitions, seconds, steps or minutes?")
    checked = fields.number("The amount of a set", found)
    fields.believable("The amount of a set", checked, fields.MOST_AMOUNT)
    return checked


def hold(text: str) -> float | None:
    """Seconds at the top of a repetition; nothing or 0: none."""
    found = typed.number("The hold", text)
    return fields.number("The hold", found) if found else None


def schedule(text: str) -> dict[str, Any]:
    if not text.strip():
        raise Refused("How often can't be empty: give `daily`, `3/week`, `mon,wed,fri`, or `every 2`.")
    return dose_words.parse_schedule(text)


def text(what: str, words: str) -> str:
    return fields.text(what, words.strip())


def name(words: str) -> str:
    return fields.text("The name", words.strip(), empty=False)


def any_day(text: str) -> date:
    """A day of the past or to come."""
    return calendar_days.parse_day(text, plan.today(), future=True)


def past_day(text: str) -> date:
    """A day up to today."""
    return plan.past_day(text)


def last_day(text: str) -> date | None:
    """A day, or None: it stays open."""
    return any_day(text) if text.strip() else None


def level(text: str) -> int:
    """A pain level from 0 to 10."""
    found = typed.level("The limit", text)
    if found is None:
        raise Refused("The limit can't be empty: give 0 to 10.")
    return found
