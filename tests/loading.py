"""Puts a diary in interchange form straight into the tables, for tests of what stands on them."""

from typing import Any

from data import history
from data.models import TABLES, database

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
            rows = diary[LISTS[model._meta.table_name]]
            for start in range(0, len(rows), 500):
                model.insert_many(rows[start : start + 500]).execute()


def empty() -> None:
    """Takes every row out of the open diary, and its history."""
    with history.step("empty"):
        for model in TABLES:
            model.delete().execute()
        database.execute_sql("DELETE FROM deletion")
    history.forget_all()
