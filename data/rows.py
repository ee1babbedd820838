"""Plain rows for the rules, read without hydrating models.

Days are ordinals (`date.toordinal()`): day 1 is a Monday, so `(day - 1) % 7` is 0 on Mondays and `(day - 1) // 7`
numbers the weeks. Windows are [first, last], both included.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from data.models import database

if TYPE_CHECKING:
    from data.models import PainLog, Prescription


class Prescribed(NamedTuple):
    """A prescription: last is None while it is open; amount is per set, in the exercise's unit."""

    uid: str
    exercise: str
    first: int
    last: int | None
    sets: int
    amount: float
    sides: str
    schedule: dict[str, Any]

    def covers(self, day: int) -> bool:
        return covers(self, day)


class Logged(NamedTuple):
    """An exercise log: amount None means as prescribed, skipped None means not skipped."""

    exercise: str
    day: int
    side: str
    sets_done: int
    amount: float | None
    skipped: str | None


class Paused(NamedTuple):
    """A pause of one exercise, or of all where exercise is None; last None: still open."""

    exercise: str | None
    first: int
    last: int | None

    def covers(self, day: int) -> bool:
        return covers(self, day)


def covers(span: Prescribed | Paused, day: int) -> bool:
    """Whether a day lies in it, the first and the last one too."""
    return span.first <= day and (span.last is None or day <= span.last)


class Felt(NamedTuple):
    """A pain log, level in points 0–10; exercise and run are uids or None."""

    day: int
    level: int
    moment: str
    side: str
    site: str
    exercise: str | None
    run: str | None


class Ran(NamedTuple):
    """A run: onset_km None means that it was not recorded where pain came on."""

    uid: str
    day: int
    km: float
    minutes: float | None
    onset_km: float | None


class Started(NamedTuple):
    """A `start` event: an episode begins; side None: unknown."""

    day: int
    side: str | None


class Listed(NamedTuple):
    """An exercise as lists show it."""

    uid: str
    key: str
    name: str
    unit: str
    archived: bool


def _ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _optional(text: str | None) -> int | None:
    return None if text is None else _ordinal(text)


def _iso(day: int) -> str:
    return date.fromordinal(max(day, 1)).isoformat()


def _all(sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = database.execute_sql(sql, parameters).fetchall()
    return rows


def exercises() -> list[Listed]:
    """Every exercise, archived ones too, in the order of the plan."""
    return [
        Listed(uid, key, name, unit, bool(archived))
        for uid, key, name, unit, archived in _all(
            "SELECT uid, key, name, unit, archived FROM exercise ORDER BY position, key"
        )
    ]


def prescriptions(first: int, last: int) -> list[Prescribed]:
    """Those in force on any day of the window, oldest first."""
    return [
        Prescribed(
            uid, exercise, _ordinal(starts), _optional(ends), sets, amount, sides, json.loads(schedule)
        )
        for uid, exercise, starts, ends, sets, amount, sides, schedule in _all(
            "SELECT uid, exercise, starts_on, ends_on, sets, amount, sides, schedule FROM prescription "
            "WHERE starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?) ORDER BY starts_on, uid",
            _iso(last),
            _iso(first),
        )
    ]


def prescribed(dose: Prescription) -> Prescribed:
    """A prescription as the rules take it."""
    return Prescribed(
        dose.uid,
        dose.exercise_uid,
        dose.starts_on.toordinal(),
        None if dose.ends_on is None else dose.ends_on.toordinal(),
        dose.sets,
        dose.amount,
        dose.sides,
        dose.schedule,
    )


def logs(first: int, last: int) -> list[Logged]:
    ordinals: dict[str, int] = {}
    found = []
    for exercise, day, side, sets_done, amount, skipped in _all(
        "SELECT exercise, day, side, sets_done, amount, skipped FROM exercise_log WHERE day BETWEEN ? AND ?",
        _iso(first),
        _iso(last),
    ):
        ordinal = ordinals.get(day) or ordinals.setdefault(day, _ordinal(day))
        found.append(Logged(exercise, ordinal, side, sets_done, amount, skipped))
    return found


def pauses(first: int, last: int) -> list[Paused]:
    return [
        Paused(exercise, _ordinal(starts), _optional(ends))
        for exercise, starts, ends in _all(
            "SELECT exercise, starts_on, ends_on FROM pause WHERE starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?)",
            _iso(last),
            _iso(first),
        )
    ]


def pain(first: int, last: int) -> list[Felt]:
    return _felt("1", first, last)


def felt(log: PainLog) -> Felt:
    """A pain log as the rules take it."""
    return Felt(log.day.toordinal(), log.level, log.moment, log.side, log.site, log.exercise_uid, log.run_uid)


def pain_during_exercises(first: int, last: int) -> list[Felt]:
    return _felt("moment = 'during' AND exercise IS NOT NULL", first, last)


def pain_around_runs(first: int, last: int) -> list[Felt]:
    """The logs of runs, and those of mornings."""
    return _felt("(run IS NOT NULL OR moment = 'morning')", first, last)


def highest_pain(first: int, last: int) -> list[Felt]:
    """The highest level of each day, site and side; moment, exercise and run are left open."""
    return [
        Felt(_ordinal(day), level, "", side, site, None, None)
        for day, level, side, site in _all(
            "SELECT day, max(level), side, site FROM pain_log WHERE day BETWEEN ? AND ? GROUP BY day, side, site",
            _iso(first),
            _iso(last),
        )
    ]


def _felt(which: str, first: int, last: int) -> list[Felt]:
    return [
        Felt(_ordinal(day), *others)
        for day, *others in _all(
            "SELECT day, level, moment, side, site, exercise, run FROM pain_log "
            f"WHERE day BETWEEN ? AND ? AND {which}",
            _iso(first),
            _iso(last),
        )
    ]


def first_pain_day(first: int, last: int, side: str | None) -> int | None:
    """The first day of the window with a log at the outer knee of that side; side `both` or None: of either."""
    sides = ("left", "right", "both") if side in (None, "both") else (side, "both", "both")
    found = _all(
        "SELECT day FROM pain_log WHERE day BETWEEN ? AND ? AND site = 'outer-knee' AND side IN (?, ?, ?) "
        "ORDER BY day LIMIT 1",
        _iso(first),
        _iso(last),
        *sides,
    )
    return _ordinal(found[0][0]) if found else None


def first_entry_day() -> int | None:
    """The earliest day with an exercise log, a pain log or a run; None in an empty diary."""
    found = [
        day
        for table in ("exercise_log", "pain_log", "run")
        for (day,) in _all(f"SELECT min(day) FROM {table}")
        if day is not None
    ]
    return _ordinal(min(found)) if found else None


def runs(first: int, last: int) -> list[Ran]:
    """Oldest first."""
    return [
        Ran(uid, _ordinal(day), *others)
        for uid, day, *others in _all(
            "SELECT uid, day, km, minutes, onset_km FROM run WHERE day BETWEEN ? AND ? ORDER BY day, at, uid",
            _iso(first),
            _iso(last),
        )
    ]


def starts() -> list[Started]:
    """Oldest first; of two on one day the one entered later comes last and so is the one that counts."""
    return [
        Started(_ordinal(day), side)
        for day, side in _all(
            "SELECT day, side FROM event WHERE kind = 'start' ORDER BY day, entered_at, uid"
        )
    ]


def limits(last: int) -> list[tuple[int, int, str]]:
    """(first day, level, source) of each pain limit that begins by `last`, oldest first."""
    return [
        (_ordinal(day), level, source)
        for day, level, source in _all(
            "SELECT starts_on, level, source FROM pain_limit WHERE starts_on <= ? ORDER BY starts_on",
            _iso(last),
        )
    ]


def first_log_day(since: int) -> int | None:
    """The earliest day from `since` on with an exercise or pain log; None without one."""
    found = [
        day
        for table in ("exercise_log", "pain_log")
        for (day,) in _all(f"SELECT min(day) FROM {table} WHERE day >= ?", _iso(since))
        if day is not None
    ]
    return _ordinal(min(found)) if found else None


def logged_days(first: int, last: int) -> set[int]:
    """Days of the window with an exercise or pain log."""
    return {
        _ordinal(day)
        for (day,) in _all(
            "SELECT day FROM exercise_log WHERE day BETWEEN ? AND ? UNION "
            "SELECT day FROM pain_log WHERE day BETWEEN ? AND ?",
            *(_iso(first), _iso(last)) * 2,
        )
    }


def events(first: int, last: int) -> list[tuple[int, str, str]]:
    """(day, kind, text) of each event of the window."""
    found = _all("SELECT day, kind, text FROM event WHERE day BETWEEN ? AND ?", _iso(first), _iso(last))
    return [(_ordinal(day), kind, text) for day, kind, text in found]


def plan_changes(first: int, last: int) -> list[int]:
    """Days of the window on which a prescription begins."""
    found = _all(
        "SELECT DISTINCT starts_on FROM prescription WHERE starts_on BETWEEN ? AND ?", _iso(first), _iso(last)
    )
    return [_ordinal(day) for (day,) in found]
