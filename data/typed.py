"""What is typed into a form: "" is not known, a comma is as good as a point, minutes may be 31:30, 1:02:10 or 1h05."""

from __future__ import annotations

import re
from pathlib import Path

from data import fields
from data.errors import Refused


def number(what: str, text: str) -> float | None:
    """A number such as 5, 5.2 or 5,2; None where nothing was typed."""
    cleaned = text.strip().replace(",", ".")
    if not cleaned:
        return None
    if not re.fullmatch(r"\d{1,9}\.?\d{0,9}|\.\d{1,9}", cleaned, re.ASCII):
        raise Refused(f"{what} must be a number such as 5 or 5.2, not {text.strip()!r}.")
    value = float(cleaned)
    return int(value) if value.is_integer() else value


def whole(what: str, text: str) -> int | None:
    """A whole number; None where nothing was typed."""
    cleaned = text.strip()
    if not cleaned:
        return None
    if not re.fullmatch(r"\d{1,9}", cleaned, re.ASCII):
        raise Refused(f"{what} must be a whole number of 0 or more, not {cleaned!r}.")
    return int(cleaned)


def level(what: str, text: str) -> int | None:
    """A level from 0 to 10; None where nothing was typed."""
    value = whole(what, text)
    return None if value is None else fields.whole(what, value, 0, 10)


def minutes(what: str, text: str) -> float | None:
    """Minutes as a number, as minutes:seconds, hours:minutes:seconds or 1h05; None where nothing was typed."""
    if hours_and_minutes := re.fullmatch(r"(\d{1,2}) ?h ?([0-5]?\d)?", text.strip(), re.ASCII):
        return int(hours_and_minutes[1]) * 60 + int(hours_and_minutes[2] or 0)
    clock = re.fullmatch(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)", text.strip(), re.ASCII)
    if clock is None:
        try:
            return number(what, text)
        except Refused:
            raise Refused(
                f"{what} must be a number or a time such as 31, 31:30 or 1:02:10, not {text.strip()!r}."
            ) from None
    hours, whole_minutes, seconds = (int(part or 0) for part in clock.groups())
    return hours * 60 + whole_minutes + seconds / 60


def file(text: str) -> Path:
    """The file of a path, `~` being the home folder; as terminals write one that is dropped on them, too."""
    cleaned = text.strip()
    if len(cleaned) > 1 and cleaned[0] == cleaned[-1] and cleaned[0] in "'\"":
        cleaned = cleaned[1:-1]
    if not cleaned:
        raise Refused("Give the path of a file, such as ~/diary.json.")
    path = Path(cleaned.replace("\\ ", " "))
    try:
        return path.expanduser()
    except RuntimeError:  # ~ of somebody who isn't there
        return path
