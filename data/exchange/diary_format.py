"""The interchange file in a few words: its name, its lists, and what makes a row the same in two diaries."""

from __future__ import annotations

from typing import Any

from data import models
from data.pain import ONE_WORST

Record = dict[str, Any]

FORMAT = "itband-diary"
VERSION = 1

# In the order of the file.
LISTS: dict[str, type[models.Row]] = {
    "settings": models.Setting,
    "exercises": models.Exercise,
    "prescriptions": models.Prescription,
    "exercise_logs": models.ExerciseLog,
    "pain_logs": models.PainLog,
    "runs": models.Run,
    "day_notes": models.DayNote,
    "pauses": models.Pause,
    "events": models.Event,
    "pain_limits": models.PainLimit,
    "activities": models.Activity,
    "activity_scores": models.ActivityScore,
}

# The list that a field with another row's uid points into.
REFERENCES: dict[str, dict[str, str]] = {
    "prescriptions": {"exercise": "exercises"},
    "exercise_logs": {"exercise": "exercises"},
    "pain_logs": {"exercise": "exercises", "run": "runs"},
    "pauses": {"exercise": "exercises"},
    "activity_scores": {"activity": "activities"},
}

# Rows that say the same of these fields are the same row, whatever their uid; a null among them: never.
NATURAL_KEYS: dict[str, tuple[str, ...]] = {
    "settings": ("key",),
    "exercises": ("key",),
    "prescriptions": ("exercise", "starts_on"),
    "exercise_logs": ("day", "exercise", "side"),
    "runs": ("source", "source_id"),
    "day_notes": ("day",),
    "pain_limits": ("starts_on",),
    "activities": ("name",),
    "activity_scores": ("day", "activity"),
}


def table(name: str) -> str:
    """The database's table of a list."""
    return str(LISTS[name]._meta.table_name)


def natural_key(name: str, record: Record) -> tuple[Any, ...] | None:
    """What makes a row of this list the same in two diaries; None: only its uid does."""
    key = tuple(record[field] for field in NATURAL_KEYS.get(name, ()))
    return key if key and None not in key else None


def key_here(name: str, record: Record) -> tuple[Any, ...] | None:
    """What makes a row of a file the same as one of the diary; None: only its uid does.

    That is its natural key, and of a `worst` of the day, which a file may hold twice, its day, side and site.
    """
    if name == "pain_logs" and record["moment"] == "worst":
        return tuple(record[field] for field in ONE_WORST)
    return natural_key(name, record)
