"""The diary as a file to keep: every row of it, in a form that `diary_import` takes back. See docs/file-format.md."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from data import calendar_days
from data.exchange import files
from data.exchange.diary_format import FORMAT, LISTS, VERSION, Record
from data.models import FlagField, Row, ScheduleField, columns, database

_ON_DAY = "day BETWEEN :first AND :last"
_TOUCHES = "starts_on <= :last AND (ends_on IS NULL OR ends_on >= :first)"

# What of a list belongs to a window: what happened in it, and what those rows need to be understood.
# A list that isn't named here is kept whole.
WINDOWED = {
    "prescriptions": _TOUCHES,
    "exercise_logs": _ON_DAY,
    "pain_logs": _ON_DAY,
    "runs": f"{_ON_DAY} OR uid IN (SELECT run FROM pain_log WHERE {_ON_DAY})",
    "day_notes": _ON_DAY,
    "pauses": _TOUCHES,
    "events": f"{_ON_DAY} OR uid = (SELECT uid FROM event WHERE kind = 'start' AND day < :first "
    "ORDER BY day DESC, entered_at DESC, uid DESC LIMIT 1)",
    "pain_limits": "starts_on <= :last AND starts_on >= "
    "coalesce((SELECT max(starts_on) FROM pain_limit WHERE starts_on <= :first), '')",
    "activity_scores": _ON_DAY,
}
DECODED: dict[type, Callable[[Any], Any]] = {FlagField: bool, ScheduleField: json.loads}


def write(path: Path, *, first: date | None = None, last: date | None = None, force: bool = False) -> None:
    """Writes the diary, or the part of it from `first` to `last` (both included), to a new file.

    Refused as `files.write` says.
    """
    whole = document(calendar_days.utc_now(), first=first, last=last)
    files.write(path, text(whole).encode(), force=force)


def document(exported_at: str, *, first: date | None = None, last: date | None = None) -> dict[str, Any]:
    """The interchange document of the open diary, or of the part from `first` to `last` (None: no such end).

    `exported_at` is UTC such as `2026-11-23T20:00:00Z`. All lists are read as they stood at one moment.
    """
    window = {"first": str(first or date.min), "last": str(last or date.max)}
    with database.atomic():
        lists = {name: records(model, WINDOWED.get(name, "1"), window) for name, model in LISTS.items()}
        deleted = [
            {"uid": uid, "at": at}
            for uid, at in database.execute_sql("SELECT uid, at FROM deletion ORDER BY uid")
        ]
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": exported_at,
        **lists,
        "deleted": deleted,
    }


def records(model: type[Row], where: str = "1", parameters: Any = ()) -> list[Record]:
    """The rows of a table for which `where` holds, as the file has them, in order of uid."""
    names = columns(model)
    listed = ", ".join(f'"{name}"' for name in names)
    found = database.execute_sql(
        f'SELECT {listed} FROM "{model._meta.table_name}" WHERE {where} ORDER BY uid', parameters
    )
    rows = [dict(zip(names, row, strict=True)) for row in found]
    for name in names:
        if decode := DECODED.get(type(model._meta.columns[name])):
            for row in rows:
                row[name] = decode(row[name])
    return rows


def text(document: dict[str, Any]) -> str:
    """The document as `json.dumps(indent=1)` lays it out, but quicker, and a newline."""
    parts = [f" {json.dumps(key)}: {_laid_out(value)}" for key, value in document.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _laid_out(value: Any) -> str:
    if not isinstance(value, list) or not value or _nested(value[0]):
        return json.dumps(value, indent=1, ensure_ascii=False).replace("\n", "\n ")
    # Only the encoder without an indent runs at the speed of C. A line break never stands inside a JSON text,
    # so what follows one is always a separator.
    rows = json.dumps(value, separators=(",\n   ", ": "), ensure_ascii=False)
    return "[\n  {\n   " + rows[2:-2].replace("},\n   {", "\n  },\n  {\n   ") + "\n  }\n ]"


def _nested(record: Record) -> bool:
    return any(isinstance(value, (dict, list)) for value in record.values())
