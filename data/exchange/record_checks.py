"""What each field of an interchange record may hold: section by section the ranges and closed lists of the tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from data import calendar_days, fields, models, settings
from data.errors import Refused
from data.exchange.diary_format import Record

Check = Callable[[str, Any], Any]

UID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)
SETTING_KEY = re.compile(r"[a-z_]+")
MOST_MINUTES_FROM_UTC = 24 * 60 - 1


def uid(what: str, value: Any) -> None:
    if not isinstance(value, str) or not UID.fullmatch(value):
        raise Refused(f"{what} must be a UUID, not {fields.shown(value)}.")


def day(what: str, value: Any) -> None:
    if not isinstance(value, str) or not _is_day(value):
        raise Refused(
            f"{what} must be a real day from 1970 to 9998 such as 2026-11-20, not {fields.shown(value)}."
        )


def instant(what: str, value: Any) -> None:
    found = INSTANT.fullmatch(value) if isinstance(value, str) else None
    if not found or not _is_day(found[1]):
        raise Refused(
            f"{what} must be a time in UTC such as 2026-11-20T18:30:00Z, not {fields.shown(value)}."
        )


@lru_cache(maxsize=10_000)
def _is_day(value: str) -> bool:
    try:
        calendar_days.parse_date(value)
    except Refused:
        return False
    return value < "9999"  # a day after it, and its time anywhere on earth, are days too


def _flag(what: str, value: Any) -> None:
    if not isinstance(value, bool):
        raise Refused(f"{what} must be true or false, not {fields.shown(value)}.")


def _schedule(what: str, value: Any) -> None:
    fields.schedule(value)


def _name(what: str, value: Any) -> None:
    if fields.text(what, value) == "":
        raise Refused(f"{what} can't be empty.")


def _slug(what: str, value: Any) -> None:
    fields.text(what, value)
    fields.slug(what, value)


def _setting_key(what: str, value: Any) -> None:
    if not isinstance(value, str) or not SETTING_KEY.fullmatch(value):
        raise Refused(f"{what} must be made of small letters and underscores, not {fields.shown(value)}.")


def _above_zero(what: str, value: Any) -> None:
    fields.number(what, value)


def _zero_or_more(what: str, value: Any) -> None:
    fields.number(what, value, zero=True)


def _whole(low: int, high: int | None = None) -> Check:
    return lambda what, value: fields.whole(what, value, low, high)


def _one_of(allowed: tuple[str, ...]) -> Check:
    return lambda what, value: fields.choice(what, value, allowed)


def _or_null(check: Check) -> Check:
    return lambda what, value: None if value is None else check(what, value)


_text = fields.text
_points = _whole(0, 10)
_side = _one_of(models.SIDES)
_source = _one_of(models.EXERCISE_SOURCES)
_stored = {"entered_at": instant, "changed_at": instant}
_when = {
    "at": _or_null(instant),
    "utc_offset": _or_null(_whole(-MOST_MINUTES_FROM_UTC, MOST_MINUTES_FROM_UTC)),
}

# Fields in the order of the file.
FIELDS: dict[str, dict[str, Check]] = {
    "settings": {"uid": uid, "key": _setting_key, "value": _text, **_stored},
    "exercises": {
        "uid": uid,
        "key": _slug,
        "name": _name,
        "kind": _one_of(models.KINDS),
        "unit": _one_of(models.UNITS),
        "guide": _or_null(_slug),
        "source": _source,
        "position": _whole(0),
        "archived": _flag,
        **_stored,
    },
    "prescriptions": {
        "uid": uid,
        "exercise": uid,
        "starts_on": day,
        "ends_on": _or_null(day),
        "sets": _whole(1, 20),
        "amount": _above_zero,
        "hold": _or_null(_zero_or_more),
        "sides": _one_of(models.PRESCRIBED_SIDES),
        "load": _text,
        "schedule": _schedule,
        "source": _source,
        "note": _text,
        **_stored,
    },
    "exercise_logs": {
        "uid": uid,
        "day": day,
        "exercise": uid,
        "side": _side,
        "sets_done": _whole(0),
        "amount": _or_null(_zero_or_more),
        "load": _text,
        "skipped": _or_null(_one_of(models.SKIP_REASONS)),
        "note": _text,
        **_when,
        **_stored,
    },
    "pain_logs": {
        "uid": uid,
        "day": day,
        **_when,
        "level": _points,
        "moment": _one_of(models.MOMENTS),
        "side": _side,
        "site": _one_of(models.SITES),
        "exercise": _or_null(uid),
        "run": _or_null(uid),
        "medication": _text,
        "note": _text,
        **_stored,
    },
    "runs": {
        "uid": uid,
        "day": day,
        **_when,
        "km": _above_zero,
        "minutes": _or_null(_above_zero),
        "onset_km": _or_null(_zero_or_more),
        "terrain": _text,
        "effort": _or_null(_points),
        "source": _text,
        "source_id": _or_null(_text),
        "note": _text,
        **_stored,
    },
    "day_notes": {"uid": uid, "day": day, "text": _text, "for_physio": _flag, **_stored},
    "pauses": {
        "uid": uid,
        "exercise": _or_null(uid),
        "starts_on": day,
        "ends_on": _or_null(day),
        "reason": _one_of(models.PAUSE_REASONS),
        **_stored,
    },
    "events": {
        "uid": uid,
        "day": day,
        "kind": _one_of(models.EVENT_KINDS),
        "side": _or_null(_side),
        "text": _text,
        **_stored,
    },
    "pain_limits": {
        "uid": uid,
        "starts_on": day,
        "level": _points,
        "source": _one_of(models.LIMIT_SOURCES),
        **_stored,
    },
    "activities": {"uid": uid, "name": _name, "position": _whole(0), "archived": _flag, **_stored},
    "activity_scores": {"uid": uid, "day": day, "activity": uid, "score": _points, **_stored},
    "deleted": {"uid": uid, "at": instant},
}


def _in_order(record: Record) -> None:
    if record["ends_on"] is not None and record["ends_on"] < record["starts_on"]:
        raise Refused(f"ends_on {record['ends_on']} comes before starts_on {record['starts_on']}.")


def _side_of_a_start(record: Record) -> None:
    if record["side"] is not None and record["kind"] != "start":
        raise Refused(f"side stands only on a start, not on a {record['kind']}; it must be null.")


def _known_setting(record: Record) -> None:
    """A value that can be read is kept as it is, byte for byte: `settings.get` gives the form, and the default for "".

    A key that this itband doesn't know is kept too: a newer one may have written it.
    """
    if (known := settings.BY_KEY.get(record["key"])) and record["value"]:
        known.check(record["value"])


# What the fields of one record must be to each other.
TOGETHER: dict[str, Callable[[Record], None]] = {
    "settings": _known_setting,
    "prescriptions": _in_order,
    "pauses": _in_order,
    "events": _side_of_a_start,
}
