"""Runs from watches into the diary: each activity once, however often and in whatever format its file comes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from data import calendar_days, history, settings
from data.errors import Refused
from data.exchange import run_files
from data.exchange.run_files import WatchRun
from data.models import Run, database
from data.plain_text import one_line

NAMESPACE = uuid.UUID("6d9b0c1e-0d0c-5b7e-9a55-1f0f2a6f4c11")
ANOTHER_FORMAT = timedelta(seconds=120)  # two exports of one activity may begin a little apart
BY_HAND = 0.1  # a run typed in on that day is perhaps the same one when its length is within 10 %


@dataclass
class RunImport:
    """What run files bring: `read` each of them, then `write` all as one step of undo.

    new: the runs that the diary doesn't have yet, as values of `Run`. same: how many it has, on whatever day by
    now; of these `kept_deleted` were deleted here and stay so. refused: a sentence for each file or activity that
    was left out.
    """

    any_sport: bool = False
    new: list[dict[str, Any]] = field(default_factory=list)
    same: int = 0
    kept_deleted: int = 0
    refused: list[str] = field(default_factory=list)

    def read(self, files: Iterable[Path]) -> Iterator[Path]:
        """Reads file by file, giving each when it was looked at; nothing is written."""
        day_start = settings.day_start()
        imported = _column("SELECT at FROM run WHERE source_id IS NOT NULL AND at IS NOT NULL")
        starts = {datetime.fromisoformat(at) for at in imported}
        known = _column("SELECT source_id FROM run WHERE source_id IS NOT NULL")
        deleted = _column("SELECT uid FROM deletion")
        for file in files:
            try:
                for run in run_files.read(file):
                    self._look_at(run, file, starts, known, deleted, day_start)
            except Refused as refusal:
                self.refused.append(str(refusal))
            yield file

    def _look_at(
        self,
        run: WatchRun,
        file: Path,
        starts: set[datetime],
        known: set[str],
        deleted: set[str],
        day_start: time,
    ) -> None:
        if run.source_id in known or any(abs(run.at - at) <= ANOTHER_FORMAT for at in starts):
            self.same += 1
            return
        values = _values(run, day_start)
        if values["uid"] in deleted:
            self.same += 1
            self.kept_deleted += 1
            return
        try:
            if not self.any_sport:
                run_files.check_sport(run, file)
            if run.at > calendar_days.local_now():
                raise Refused(
                    f"{one_line(str(file))} begins on {values['day']}, which is still to come: "
                    "was the watch's clock wrong?"
                )
        except Refused as refusal:
            self.refused.append(str(refusal))
            return
        starts.add(run.at)
        self.new.append(values)

    def write(self) -> list[Run]:
        """Adds the new runs, oldest first, and gives them."""
        now = calendar_days.utc_now()
        with history.step(f"Import of {len(self.new)} {'run' if len(self.new) == 1 else 'runs'}"):
            return [
                Run.create(**values, entered_at=now, changed_at=now)
                for values in sorted(self.new, key=lambda values: values["at"])
            ]


def _column(sql: str) -> set[str]:
    return {value for (value,) in database.execute_sql(sql).fetchall()}


def _values(run: WatchRun, day_start: time) -> dict[str, Any]:
    zone = timezone(timedelta(minutes=run.utc_offset)) if run.utc_offset is not None else None
    local = run.at.astimezone(zone)  # None: the zone of this machine, as it was at that time
    moment = calendar_days.moment(local)
    return {
        # The same start gives the same uid in every format, so a run that was deleted stays deleted.
        "uid": str(uuid.uuid5(NAMESPACE, run.source_id)),
        "day": calendar_days.civil_day(local, day_start),
        "at": moment.at,
        "utc_offset": moment.utc_offset,
        "km": run.km,
        "minutes": run.minutes,
        "source": run.source,
        "source_id": run.source_id,
        "note": run.name,
    }


def without_pain(runs: Iterable[Run]) -> list[Run]:
    """Those that have no pain noted yet, neither a level nor where it came on."""
    noted = _column("SELECT run FROM pain_log WHERE run IS NOT NULL")
    return [run for run in runs if run.uid not in noted and run.onset_km is None]


def perhaps_twice(runs: Iterable[Run]) -> list[tuple[Run, Run]]:
    """Each of them beside a run of about the same length that was typed in on the same day."""
    found = []
    for run in runs:
        by_hand: Iterable[Run] = Run.select().where((Run.day == run.day) & Run.source_id.is_null())
        found += [(run, other) for other in by_hand if abs(other.km - run.km) <= BY_HAND * run.km]
    return found
