"""The diary's settings, from one declarative list: command, settings screen and import all ask it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple

from data import calendar_days, fields, history, typed
from data.errors import Refused
from data.models import Setting, database, new_uid

KM_IN = {"km": 1.0, "mi": 1.609344}


def _units(text: str) -> str:
    return fields.choice("The unit of distance", text, ("km", "mi"))


def _day_start(text: str) -> str:
    return calendar_days.parse_day_start(text).strftime("%H:%M")


def problem_since(text: str) -> date:
    """The day that the problem began, as it is typed: a DAY of the command, or a month such as 2026-08 for its first.

    Refused when it lies ahead; Unreadable when it is none.
    """
    return calendar_days.parse_day(calendar_days.with_a_day(text), calendar_days.today(day_start()))


def _date_or_nothing(text: str) -> str:
    return calendar_days.parse_date(calendar_days.with_a_day(text)).isoformat() if text else ""


def _text(text: str) -> str:
    return fields.text("A setting", text.strip())


class Kind(NamedTuple):
    """A setting: its key, what it is called, what it means and its value while unset.

    check: refuses what it can't be and gives the form that is read. typed: what a hand may enter more freely, or is
    kept from besides, as text for the check.
    """

    key: str
    title: str
    help: str
    default: str
    check: Callable[[str], str]
    choices: tuple[str, ...] = ()
    typed: Callable[[str], str] = str

    def entered(self, text: str) -> str:
        """What a hand typed, in the form that is kept; Refused when it can't stand."""
        return self.check(self.typed(text))


def _seconds(low: int, high: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        value = typed.whole("Seconds", text)
        return "" if value is None else str(fields.whole("Seconds", value, low, high))

    return check


KINDS = (
    Kind(
        "day_start",
        "Day starts at",
        "Entries before this hour belong to the day before.",
        "03:00",
        _day_start,
    ),
    Kind(
        "units", "Distance in", "Kilometres or miles; stored and exported in km.", "km", _units, ("km", "mi")
    ),
    Kind("name", "Name on the report", "Left out of the report while it is empty.", "", _text),
    Kind(
        "problem_since",
        "Problem since",
        "The day it began, such as 2026-08-01, or its month, such as 2026-08.",
        "",
        _date_or_nothing,
        typed=lambda text: problem_since(text).isoformat(),
    ),
    Kind("diagnosed_by", "Diagnosed by", "Who said what it is, such as your physiotherapist.", "", _text),
    Kind("session_ready", "Session: get ready", "Seconds before each exercise.", "5", _seconds(0, 60)),
    Kind("session_rest", "Session: rest", "Seconds between sets.", "30", _seconds(0, 600)),
    Kind(
        "session_tempo", "Session: tempo", "Seconds a repetition; 0: at your own pace.", "4", _seconds(0, 30)
    ),
    Kind(
        "session_sound",
        "Session: sound",
        "The terminal's bell at start, ten seconds left and end.",
        "on",
        lambda text: fields.choice("Sound", text, ("on", "off")),
        ("on", "off"),
    ),
)
BY_KEY = {kind.key: kind for kind in KINDS}


def kind(key: str) -> Kind:
    if key not in BY_KEY:
        raise Refused(f"There is no setting {key!r}; the settings are {', '.join(BY_KEY)}.")
    return BY_KEY[key]


def get(key: str) -> str:
    """The value in force: what was set, else the default. A file may have brought one in another form, 2026-08."""
    one = kind(key)
    kept = _kept(key)
    return (one.check(kept) if kept else "") or one.default


def _kept(key: str) -> str:
    """What was set, "" for nothing."""
    row = database.execute_sql("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def put(key: str, value: str) -> str:
    """Sets a value and gives the sentence that says so; "" takes a setting back to its default."""
    one = kind(key)
    checked = one.entered(value) if value else ""
    now = calendar_days.utc_now()
    with history.step(f"{one.title}: {checked or one.default or 'empty'}") as step:
        if not checked:
            Setting.delete().where(Setting.key == key).execute()
        elif Setting.update(value=checked, changed_at=now).where(Setting.key == key).execute() == 0:
            Setting.create(uid=new_uid(), key=key, value=checked, entered_at=now, changed_at=now)
    return step.label + "."


def day_start() -> time:
    kept = _kept("day_start")
    return calendar_days.parse_day_start(kept) if kept else calendar_days.DEFAULT_DAY_START


def to_km(distance: float) -> float:
    """A distance in the diary's unit as km."""
    return distance * KM_IN[get("units")]


def from_km(km: float) -> float:
    return km / KM_IN[get("units")]
