"""The diary as one tidy table for a spreadsheet: a row for each observation. Its columns: docs/file-format.md.

It can't be read back: the interchange file (`diary_json`) is the one to keep.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from data import dose_words
from data.exchange import diary_json, files
from data.exchange.cells import cell
from data.exchange.diary_format import Record

COLUMNS = (
    "day",
    "until",
    "time",
    "kind",
    "name",
    "measure",
    "side",
    "value",
    "unit",
    "moment",
    "site",
    "reason",
    "load",
    "schedule",
    "terrain",
    "medication",
    "source",
    "for_physio",
    "note",
    "record",
    "run",
)

# What is measured, how much of it there is (None: not known), and in which unit.
Measure = tuple[str, float | None, str]


def write(
    path: Path,
    *,
    first: date | None = None,
    last: date | None = None,
    byte_order_mark: bool = False,
    force: bool = False,
) -> None:
    """Writes the table of the diary, or of the part from `first` to `last` (both included), to a new file.

    UTF-8, with a byte order mark where it is asked for (for Excel). Refused as `files.write` says.
    """
    content = text(first=first, last=last).encode("utf-8-sig" if byte_order_mark else "utf-8")
    files.write(path, content, force=force)


def text(*, first: date | None = None, last: date | None = None) -> str:
    """The table as RFC 4180 text under a heading, oldest day first. What is in a window: `diary_json.WINDOWED`."""
    observations = sorted(_Observations(first, last).all(), key=lambda row: str(row["day"]))
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows([cell(row.get(column)) for column in COLUMNS] for row in observations)
    return table.getvalue()


class _Observations:
    """The rows of the table, as dicts with the columns that say something."""

    def __init__(self, first: date | None, last: date | None) -> None:
        self._lists = diary_json.document("", first=first, last=last)
        self._exercises: dict[str | None, Record] = {row["uid"]: row for row in self._lists["exercises"]}
        self._activities: dict[str, Record] = {row["uid"]: row for row in self._lists["activities"]}
        self._prescriptions: dict[str, list[Record]] = {}
        for row in self._lists["prescriptions"]:
            self._prescriptions.setdefault(row["exercise"], []).append(row)

    def all(self) -> Iterator[Record]:
        yield from self._plan()
        yield from self._exercise_logs()
        yield from self._pain_logs()
        yield from self._runs()
        yield from self._days()

    def _plan(self) -> Iterator[Record]:
        for row in self._lists["prescriptions"]:
            exercise = self._exercises[row["exercise"]]
            measures: list[Measure] = [
                ("sets", row["sets"], "sets"),
                ("amount", row["amount"], exercise["unit"]),
            ]
            if row["hold"] is not None:
                measures.append(("hold", row["hold"], "seconds"))
            said = {
                "name": exercise["name"],
                "side": row["sides"],
                "load": row["load"],
                "schedule": dose_words.describe_schedule(row["schedule"]),
                "source": row["source"],
            }
            yield from _measured("prescription", row, measures, **said)
        for row in self._lists["pauses"]:
            exercise = self._exercises.get(row["exercise"], {"name": "all exercises"})
            yield _row("pause", row, name=exercise["name"], reason=row["reason"])
        for row in self._lists["pain_limits"]:
            yield from _measured("limit", row, [("level", row["level"], "points")], source=row["source"])

    def _exercise_logs(self) -> Iterator[Record]:
        for row in self._lists["exercise_logs"]:
            exercise = self._exercises[row["exercise"]]
            said = {
                "name": exercise["name"],
                "side": row["side"],
                "reason": row["skipped"],
                "load": row["load"],
            }
            if row["skipped"] and not row["sets_done"]:
                # A skip is neither a zero nor a gap.
                yield from _measured("exercise", row, [("sets", None, "sets")], **said)
                continue
            amount = self._asked(row) if row["amount"] is None else row["amount"]
            measures: list[Measure] = [
                ("sets", row["sets_done"], "sets"),
                ("amount", amount, exercise["unit"]),
            ]
            yield from _measured("exercise", row, measures, **said)

    def _asked(self, log: Record) -> float | None:
        """The amount that the prescription in force on a log's day asks for."""
        for row in self._prescriptions.get(log["exercise"], []):
            if row["starts_on"] <= log["day"] and (row["ends_on"] is None or log["day"] <= row["ends_on"]):
                return float(row["amount"]) if isinstance(row["amount"], float) else int(row["amount"])
        return None

    def _pain_logs(self) -> Iterator[Record]:
        for row in self._lists["pain_logs"]:
            exercise = self._exercises.get(row["exercise"], {"name": None})
            said = {name: row[name] for name in ("side", "moment", "site", "medication", "run")}
            measures: list[Measure] = [("level", row["level"], "points")]
            yield from _measured("pain", row, measures, name=exercise["name"], **said)

    def _runs(self) -> Iterator[Record]:
        for row in self._lists["runs"]:
            measures: list[Measure] = [
                ("distance", row["km"], "km"),
                ("duration", row["minutes"], "minutes"),
                ("pain from", row["onset_km"], "km"),
                ("effort", row["effort"], "points"),
            ]
            said = {"terrain": row["terrain"], "source": row["source"], "run": row["uid"]}
            yield from _measured("run", row, measures, **said)

    def _days(self) -> Iterator[Record]:
        for row in self._lists["day_notes"]:
            yield _row("note", row, for_physio=row["for_physio"], note=row["text"])
        for row in self._lists["events"]:
            yield _row("event", row, name=row["kind"], side=row["side"], note=row["text"])
        for row in self._lists["activity_scores"]:
            name = self._activities[row["activity"]]["name"]
            yield from _measured("activity", row, [("score", row["score"], "points")], name=name)


def _row(kind: str, record: Record, **said: Any) -> Record:
    day = record.get("day") or record["starts_on"]
    return {"day": day, "until": record.get("ends_on"), "kind": kind, "record": record["uid"], **said}


def _measured(kind: str, record: Record, measures: list[Measure], **said: Any) -> Iterator[Record]:
    """A row for each measure of a record; its note stands in the first alone."""
    time, note = _local_time(record), record.get("note")
    for measure, value, unit in measures:
        figures = {"measure": measure, "value": value, "unit": unit}
        yield _row(kind, record, time=time, note=note, **figures, **said)
        note = None


def _local_time(record: Record) -> str | None:
    """When it was, on the clock where the runner was; None: filled in later."""
    if record.get("at") is None:
        return None
    at = datetime.fromisoformat(record["at"])
    return at.astimezone(timezone(timedelta(minutes=record["utc_offset"] or 0))).isoformat()
