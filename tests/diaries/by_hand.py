"""Diaries written by hand, in interchange form: each function is one row with everything unsaid filled in.

    diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", "2026-11-02", sets=2, amount=10)],
        exercise_logs=[log("bridge", "2026-11-02", 2)],
        pain_logs=[pain(3, "2026-11-02")],
    )

Days are dates or ISO texts. Uids follow from what a row says, so the same words always give the same diary.
Any field can be given by its name, also uid, entered_at and changed_at.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

Row = dict[str, Any]
Day = date | str

TABLES = (
    "settings",
    "exercises",
    "prescriptions",
    "exercise_logs",
    "pain_logs",
    "runs",
    "day_notes",
    "pauses",
    "events",
    "pain_limits",
    "activities",
    "activity_scores",
)

DAILY: Row = {"type": "daily"}


def weekdays(*days: int) -> Row:
    """The schedule of these ISO weekdays, Monday 1."""
    return {"type": "weekdays", "days": list(days)}


def every(days: int) -> Row:
    """The schedule of every so many days, counted from starts_on."""
    return {"type": "every", "days": days}


def weekly(times: int) -> Row:
    """The schedule of so many times a week."""
    return {"type": "weekly", "times": times}


def uid(table: str, words: str) -> str:
    """The uid of a row: the same words always give the same one."""
    return str(uuid5(NAMESPACE_OID, f"itband {table} {words}"))


def diary(*, exported_at: str = "2026-11-23T20:00:00Z", deleted: Iterable[Row] = (), **tables: Any) -> Row:
    """A whole diary of these rows by table, in order of uid; a row that says the same as another stays."""
    unknown = tables.keys() - set(TABLES)
    if unknown:
        raise TypeError(f"no such table: {', '.join(sorted(unknown))}")
    whole: Row = {"format": "itband-diary", "version": 1, "exported_at": exported_at}
    for table in TABLES:
        seen: dict[str, Row] = {}
        for row in tables.get(table, ()):
            own = row["uid"]
            while own in seen:
                own = str(uuid5(UUID(own), "another"))
            seen[own] = {**row, "uid": own}
        whole[table] = [seen[own] for own in sorted(seen)]
    whole["deleted"] = sorted(deleted, key=lambda row: row["uid"])
    return whole


def exercise(key: str, **fields: Any) -> Row:
    """An exercise; rows elsewhere name it by its key."""
    return _row(
        "exercises",
        key,
        "2026-01-01",
        {
            "key": key,
            "name": key.replace("-", " ").capitalize(),
            "kind": "strength",
            "unit": "reps",
            "guide": None,
            "source": "me",
            "position": 1,
            "archived": False,
        },
        fields,
    )


def prescription(exercise_key: str, starts_on: Day, ends_on: Day | None = None, **fields: Any) -> Row:
    """2 sets of 10, daily, of the body as a whole (sides none), unless said otherwise."""
    return _row(
        "prescriptions",
        f"{exercise_key} {starts_on}",
        str(starts_on),
        {
            "exercise": uid("exercises", exercise_key),
            "starts_on": str(starts_on),
            "ends_on": _text(ends_on),
            "sets": 2,
            "amount": 10,
            "hold": None,
            "sides": "none",
            "load": "",
            "schedule": DAILY,
            "source": "me",
            "note": "",
        },
        fields,
    )


def log(exercise_key: str, day: Day, sets_done: int = 2, side: str = "both", **fields: Any) -> Row:
    """Sets done of an exercise on a day, at the prescribed amount unless said otherwise."""
    return _row(
        "exercise_logs",
        f"{exercise_key} {day} {side}",
        str(day),
        {
            "day": str(day),
            "exercise": uid("exercises", exercise_key),
            "side": side,
            "sets_done": sets_done,
            "amount": None,
            "load": "",
            "skipped": None,
            "note": "",
            "at": f"{day}T18:00:00Z",
            "utc_offset": 0,
        },
        fields,
    )


def skip(exercise_key: str, day: Day, reason: str, side: str = "both", **fields: Any) -> Row:
    """An exercise skipped on a day, with the reason."""
    return log(exercise_key, day, 0, side, skipped=reason, **fields)


def pain(level: int, day: Day, moment: str = "worst", side: str = "right", **fields: Any) -> Row:
    """A level of pain at the outer knee, 0–10; `exercise_key` or `run_row` says what it belongs to."""
    exercise_key, run_row = fields.pop("exercise_key", None), fields.pop("run_row", None)
    site = fields.get("site", "outer-knee")
    return _row(
        "pain_logs",
        f"{day} {level} {moment} {side} {site} {exercise_key} {run_row and run_row['uid']}",
        str(day),
        {
            "day": str(day),
            "at": f"{day}T19:00:00Z",
            "utc_offset": 0,
            "level": level,
            "moment": moment,
            "side": side,
            "site": site,
            "exercise": None if exercise_key is None else uid("exercises", exercise_key),
            "run": None if run_row is None else run_row["uid"],
            "medication": "",
            "note": "",
        },
        fields,
    )


def run(km: float, day: Day, **fields: Any) -> Row:
    """A run, in km; minutes, onset_km and effort unknown unless given."""
    return _row(
        "runs",
        f"{day} {km} {fields.get('source_id')}",
        str(day),
        {
            "day": str(day),
            "at": f"{day}T07:00:00Z",
            "utc_offset": 0,
            "km": km,
            "minutes": None,
            "onset_km": None,
            "terrain": "",
            "effort": None,
            "source": "me",
            "source_id": None,
            "note": "",
        },
        fields,
    )


def note(text: str, day: Day, **fields: Any) -> Row:
    """The note of a day, not for the physiotherapist unless said so."""
    return _row("day_notes", str(day), str(day), {"day": str(day), "text": text, "for_physio": False}, fields)


def pause(starts_on: Day, ends_on: Day | None = None, exercise_key: str | None = None, **fields: Any) -> Row:
    """A pause of everything, or of one exercise; open without ends_on."""
    return _row(
        "pauses",
        f"{exercise_key} {starts_on} {ends_on}",
        str(starts_on),
        {
            "exercise": None if exercise_key is None else uid("exercises", exercise_key),
            "starts_on": str(starts_on),
            "ends_on": _text(ends_on),
            "reason": "travel",
        },
        fields,
    )


def event(kind: str, day: Day, **fields: Any) -> Row:
    """An event of a day; side None unless given."""
    return _row(
        "events", f"{kind} {day}", str(day), {"day": str(day), "kind": kind, "side": None, "text": ""}, fields
    )


def start(side: str, day: Day, **fields: Any) -> Row:
    """The event that begins an episode: left, right or both."""
    return event("start", day, side=side, **fields)


def pain_limit(level: int, starts_on: Day, **fields: Any) -> Row:
    """The limit that holds from a day on, 0–10."""
    words = {"starts_on": str(starts_on), "level": level, "source": "physio"}
    return _row("pain_limits", str(starts_on), str(starts_on), words, fields)


def activity(name: str, **fields: Any) -> Row:
    """One of up to three things that the knee makes hard; scores name it by its name."""
    return _row("activities", name, "2026-01-01", {"name": name, "position": 1, "archived": False}, fields)


def activity_score(activity_name: str, day: Day, score: int, **fields: Any) -> Row:
    """How well an activity went, 0 unable to 10 as before."""
    words = {"day": str(day), "activity": uid("activities", activity_name), "score": score}
    return _row("activity_scores", f"{activity_name} {day}", str(day), words, fields)


def setting(key: str, value: str, **fields: Any) -> Row:
    """One setting of the diary."""
    return _row("settings", key, "2026-01-01", {"key": key, "value": value}, fields)


def _row(table: str, words: str, entered_on: str, fields: Row, given: Row) -> Row:
    entered_at = given.get("entered_at", f"{entered_on}T20:00:00Z")
    row = {"uid": uid(table, words), **fields, "entered_at": entered_at, "changed_at": entered_at}
    unknown = given.keys() - row.keys()
    if unknown:
        raise TypeError(f"no such field in {table}: {', '.join(sorted(unknown))}")
    return row | given


def _text(day: Day | None) -> str | None:
    return None if day is None else str(day)
