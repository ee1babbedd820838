"""A day as it stands: what is due, what was done, pain, runs and the note; for `today` and the Today screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from data import adherence, pain, plan, reading, rows
from data.models import (
    TABLES,
    DayNote,
    Event,
    Exercise,
    ExerciseLog,
    PainLog,
    Prescription,
    Row,
    Run,
    columns,
)
from data.pain import Episodes
from data.rows import Felt, Logged, Paused, Prescribed

SIDE_ORDER = ("left", "right", "both")
AnyRow = TypeVar("AnyRow", bound=Row)


class Item(NamedTuple):
    """An exercise on a day: its prescription in force, its logs, and what they amount to.

    due: it asks for this day (a weekly one until its week's count is met), and the day is not excused.
    credit: 0–1, None without a log. done_this_week: sessions counted this calendar week, None unless weekly.
    """

    exercise: Exercise
    asked: Prescription
    due: bool
    logs: tuple[ExerciseLog, ...]
    credit: float | None
    excused: bool
    done_this_week: float | None

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides asked for: `both` alone where the prescription knows no sides."""
        return adherence.REQUIRED_SIDES[self.asked.sides]

    def log(self, side: str) -> ExerciseLog | None:
        return next((log for log in self.logs if log.side == side), None)

    @property
    def skipped(self) -> str | None:
        """The reason of a skip, None when nothing of it was skipped."""
        return next((log.skipped for log in self.logs if log.skipped), None)

    def sets_on(self, side: str) -> int:
        """Sets done on a side asked for; those logged as `both` add up for either side."""
        counting = (side,) if side == "both" else (side, "both")
        return sum(log.sets_done for log in self.logs if log.side in counting)

    @property
    def is_done(self) -> bool:
        return self.credit is not None and self.credit >= 1

    @property
    def is_full(self) -> bool:
        """All is done, or all sets that were asked for stand there, shortened ones too."""
        return self.is_done or all(self.sets_on(side) >= self.asked.sets for side in self.sides)

    @property
    def is_answered(self) -> bool:
        return bool(self.skipped) or self.is_full

    @property
    def is_open(self) -> bool:
        """Still to be done: due, neither all done nor skipped."""
        return self.due and not self.is_answered


class Day(NamedTuple):
    """paused: everything is paused. side: the diary's side. worst: pain of the day, 0–10 or None.

    entry_side: of an entry that names none, see `pain.Episodes.side_of_entries`.
    during: the highest pain during each exercise (by uid) at the outer knee, of whichever side.
    """

    day: date
    paused: bool
    side: str | None
    entry_side: str
    worst: int | None
    limit: int
    limit_source: str
    during: Mapping[str, int]
    items: tuple[Item, ...]
    pain_logs: tuple[PainLog, ...]
    runs: tuple[Run, ...]
    events: tuple[Event, ...]
    note: DayNote | None

    def item(self, exercise_uid: str) -> Item | None:
        return next((item for item in self.items if item.exercise.uid == exercise_uid), None)

    @property
    def asked_for(self) -> tuple[Item, ...]:
        """What the day's list counts: all that is due, and what was done or skipped though it was not."""
        return tuple(item for item in self.items if item.due or item.logs)

    @property
    def answered(self) -> int:
        """How many of those were done or skipped."""
        return sum(not item.is_open for item in self.asked_for)

    def pain_log(self, moment: str, exercise_uid: str | None = None) -> PainLog | None:
        """The log of a moment at the outer knee of the diary's side, of an exercise where one is named, of no run:
        the one that `diary.log_pain(…, replace=True)` replaces.
        """
        where = (exercise_uid, None, "outer-knee", self.entry_side)
        found = [
            log
            for log in self.pain_logs
            if log.moment == moment and (log.exercise_uid, log.run_uid, log.site, log.side) == where
        ]
        return min(found, key=lambda log: log.entered_at, default=None)

    def above_limit(self) -> list[Item]:
        """The exercises during which pain was above the limit, whether or not they went on."""
        return [item for item in self.items if self.is_above_limit(item)]

    def is_above_limit(self, item: Item) -> bool:
        return pain.against_limit(self.during.get(item.exercise.uid, 0), self.limit) != "within"


def read(day: date, today: date | None = None) -> Day:
    """The day, in a handful of queries of that day and its week, however long the diary is.

    today: the diary's civil day, where it is known already.
    """
    here = day.toordinal()
    episodes = Episodes(rows.starts())
    level, source = pain.limit_on(rows.limits(here), here)
    side, pain_logs = episodes.side(here), _of_day(PainLog, day, "at, entered_at")
    felt = [rows.felt(log) for log in pain_logs]
    monday = here - (here - 1) % 7
    pauses = rows.pauses(monday, monday + 6)
    return Day(
        day=day,
        paused=adherence.is_paused(None, here, pauses),
        side=side,
        entry_side=episodes.side_of_entries(here),
        worst=pain.pain_of_days(felt, episodes).get(here),
        limit=level,
        limit_source=source,
        during=_pain_during(felt),
        items=tuple(_items(day, today or plan.today(), monday, pauses)),
        pain_logs=pain_logs,
        runs=_of_day(Run, day, "at, entered_at"),
        events=_of_day(Event, day, "entered_at"),
        note=next(iter(_of_day(DayNote, day, "uid")), None),
    )


def _of_day(model: type[AnyRow], day: date, order: str) -> tuple[AnyRow, ...]:
    return tuple(reading.read(model, f"WHERE day = ? ORDER BY {order}", str(day)))


def _pain_during(logs: Iterable[Felt]) -> dict[str, int]:
    levels: dict[str, int] = {}
    for felt in logs:
        if felt.exercise and pain.is_of_an_exercise(felt):
            levels[felt.exercise] = max(felt.level, levels.get(felt.exercise, 0))
    return levels


def _items(day: date, today: date, monday: int, pauses: Sequence[Paused]) -> list[Item]:
    """monday and pauses: of the day's week."""
    here = day.toordinal()
    week = adherence.by_exercise_and_day(rows.logs(monday, monday + 6))
    asked: dict[str, list[Prescribed]] = {}
    in_force: dict[str, tuple[Prescription, Prescribed]] = {}
    for dose in reading.read(
        Prescription,
        "WHERE starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?) ORDER BY starts_on",
        str(date.fromordinal(monday + 6)),
        str(date.fromordinal(monday)),
    ):
        one = rows.prescribed(dose)
        asked.setdefault(one.exercise, []).append(one)
        if one.covers(here):
            in_force[one.exercise] = dose, one
    logs: dict[str, list[ExerciseLog]] = {}
    for log in _of_day(ExerciseLog, day, "entered_at"):
        logs.setdefault(log.exercise_uid, []).append(log)
    items = []
    for exercise in reading.read(Exercise, "ORDER BY position, key"):
        if exercise.uid not in in_force:
            continue
        dose, prescribed = in_force[exercise.uid]
        mine, by_day = asked[exercise.uid], week[exercise.uid]
        todays: list[Logged] = by_day.get(here, [])
        excused = adherence.is_excused(exercise.uid, here, todays, pauses)
        weekly = prescribed.schedule["type"] == "weekly"
        before, whole = (
            adherence.week_counts(mine, by_day, pauses, here, today.toordinal()) if weekly else (0.0, 0.0)
        )
        items.append(
            Item(
                exercise=exercise,
                asked=dose,
                due=not excused
                and (
                    before < prescribed.schedule["times"]
                    if weekly
                    else adherence.is_scheduled(prescribed, here)
                ),
                logs=tuple(sorted(logs.get(exercise.uid, []), key=lambda log: SIDE_ORDER.index(log.side))),
                credit=adherence.credit(prescribed, todays) if todays else None,
                excused=excused,
                done_this_week=whole if weekly else None,
            )
        )
    return items


def interchange(row: Row) -> dict[str, Any]:
    """A row as it stands in the interchange file."""
    assert type(row) in TABLES
    record = {}
    for name in columns(type(row)):
        value = getattr(row, f"{name}_uid" if hasattr(row, f"{name}_uid") else name)
        record[name] = value.isoformat() if isinstance(value, date) else value
    return record


def as_json(day: Day) -> dict[str, Any]:
    """The object of `today --json`."""
    return {
        "day": day.day.isoformat(),
        "paused": day.paused,
        "pain": {"worst": day.worst, "logs": [interchange(log) for log in day.pain_logs]},
        "exercises": [_item_as_json(item) for item in day.items],
        "runs": [interchange(run) for run in day.runs],
        "note": day.note.text if day.note else "",
    }


def _item_as_json(item: Item) -> dict[str, Any]:
    return {
        "key": item.exercise.key,
        "name": item.exercise.name,
        "due": item.due,
        "sets": item.asked.sets,
        "amount": item.asked.amount,
        "unit": item.exercise.unit,
        "sides": item.asked.sides,
        "schedule": item.asked.schedule,
        "logs": [
            {"side": log.side, "sets_done": log.sets_done, "amount": log.amount, "skipped": log.skipped}
            for log in item.logs
        ],
        "credit": item.credit,
        "excused": item.excused,
        "done_this_week": item.done_this_week,
    }
