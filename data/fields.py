"""Checks of values before they reach a column; each refusal says what is allowed."""

from __future__ import annotations

from typing import Any

from data.errors import Refused

MOST_KM, MOST_SETS, MOST_AMOUNT = 300, 50, 10_000
"""What a hand enters: km of a run, sets of an exercise on a side, amount of a set. Files may hold more."""

LONGEST_SHOWN = 10**40


def shown(value: Any) -> str:
    """A value that was refused, as its writer knows it: a text in quotes, a number, `true`."""
    match value:
        case None:
            return "nothing"
        case str():
            return repr(value)
        case bool():
            return str(value).lower()
        case int() if abs(value) > LONGEST_SHOWN:  # Python writes out no number of thousands of digits
            return "a number that long"
        case int() | float():
            return f"{value}"
        case dict():
            return "a record"
        case list() | tuple():
            return "a list"
    return str(value)


def _must_be(what: str, allowed: str, value: Any) -> str:
    if value is None:
        return f"{what} can't be empty: it must be {allowed}."
    return f"{what} must be {allowed}, not {shown(value)}."


def whole(what: str, value: Any, low: int, high: int | None = None) -> int:
    """A whole number in [low, high]; high None: no upper end but SQLite's."""
    if isinstance(value, bool) or not isinstance(value, int) or value < low or value > (high or 10**9):
        span = f"from {low} to {high}" if high is not None else f"of {low} or more"
        raise Refused(_must_be(what, f"a whole number {span}", value))
    return value


def number(what: str, value: Any, *, zero: bool = False) -> float:
    """A finite number above zero (or from zero on), below a million."""
    good = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e6
    if not good or (value == 0 and not zero):
        raise Refused(_must_be(what, f"a number {'of 0 or more' if zero else 'above 0'}", value))
    return float(value) if isinstance(value, float) and not value.is_integer() else int(value)


def believable(what: str, value: float, most: float, former: float | None = None) -> None:
    """Refuses what can only be a slip of the key; what stands there already (`former`) may stay or come down."""
    if value > max(most, former or 0):
        raise Refused(f"{what} can be up to {most:,}, and {value:,} is more: is that a slip of the key?")


def choice(what: str, value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise Refused(_must_be(what, f"one of {', '.join(allowed)}", value))
    return str(value)


def text(what: str, value: Any, *, empty: bool = True) -> str:
    """Free text, taken literally; it can hold any character but NUL and halves of surrogate pairs."""
    if not isinstance(value, str):
        raise Refused(_must_be(what, "text", value))
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise Refused(f"{what} has a character that no text can hold (NUL or half of a surrogate pair).")
    if not empty and not value.strip():
        raise Refused(f"{what} can't be empty.")
    return value


def slug(what: str, value: str) -> str:
    """A key: small letters, digits and hyphens."""
    if not value or not all(c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in value):
        raise Refused(f"{what} is made of small letters, digits and hyphens, not {value!r}.")
    return value


def schedule(value: Any) -> dict[str, Any]:
    """daily · weekdays with ISO days (Monday 1) · every so many days · weekly so many times."""
    if isinstance(value, dict):
        match value:
            case {"type": "daily", **rest} if not rest:
                return value
            case {"type": "weekdays", "days": [*days], **rest} if not rest and _are_weekdays(days):
                return value
            case {"type": "every", "days": int(days), **rest} if not rest and _between(days, 1, 365):
                return value
            case {"type": "weekly", "times": int(times), **rest} if not rest and _between(times, 1, 7):
                return value
    raise Refused(
        "That is no schedule: it can be daily, on days of the week (each named once), every 1 to 365 days, "
        "or 1 to 7 times a week."
    )


def _between(value: int, low: int, high: int) -> bool:
    return not isinstance(value, bool) and low <= value <= high


def _are_weekdays(days: list[Any]) -> bool:
    numbers = all(isinstance(day, int) and _between(day, 1, 7) for day in days)
    return numbers and bool(days) and len(set(days)) == len(days)
