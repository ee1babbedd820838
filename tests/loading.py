"""Puts a diary in interchange form straight into the tables, for tests of what stands on them."""

import json
from typing import Any

from data import history
from data.models import TABLES, columns, database

LISTS = {
    "setting": "settings",
    "exercise": "exercises",
    "prescription": "prescriptions",
    "exercise_log": "exercise_logs",
    "pain_log": "pain_logs",
    "run": "runs",
    "day_note": "day_notes",
    "pause": "pauses",
    "event": "events",
    "pain_limit": "pain_limits",
    "activity": "activities",
    "activity_score": "activity_scores",
}


def load(diary: dict[str, Any]) -> None:
    """Adds every row of the dict to the open diary, in one step."""
    with history.step("load"):
        for model in TABLES:
            table, names = model._meta.table_name, columns(model)
            database.connection().executemany(
                f'INSERT INTO "{table}" ({", ".join(names)}) VALUES ({", ".join("?" * len(names))})',
                ([_stored(row[name]) for name in names] for row in diary[LISTS[table]]),
            )


def _stored(value: Any) -> Any:
    """A value of the interchange file as the tables keep it."""
    return json.dumps(value) if isinstance(value, dict) else value


def empty() -> None:
    """Takes every row out of the open diary, and its history."""
    with history.step("empty"):
        for model in TABLES:
            model.delete().execute()
        database.execute_sql("DELETE FROM deletion")
    history.forget_all()
