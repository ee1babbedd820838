"""What a guided session has to do: the sets that a day still asks for, one after the other, and their pace.

Where it stands is derived from the logs, so a session that was cut off goes on by being begun again.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data import checklist, diary, history, settings, writing
from data import day as days
from data.calendar_days import short
from data.day import Day, Item
from data.errors import Refused
from data.models import PainLog
from data.plain_text import one_line

SECONDS_IN = {"seconds": 1, "minutes": 60}
MOVE = 1.0
"""Seconds that the way into a hold at the top of a repetition takes at least, and the way out of it."""

Phase = Literal["go", "hold", "back"]


@dataclass(frozen=True, slots=True)
class Pace:
    """ready, rest: seconds before and after a set. tempo: seconds a repetition, 0: at one's own pace."""

    ready: int
    rest: int
    tempo: int
    sound: bool


def pace() -> Pace:
    """The pace of the settings."""
    ready, rest, tempo = (int(settings.get(f"session_{name}")) for name in ("ready", "rest", "tempo"))
    return Pace(ready, rest, tempo, settings.get("session_sound") == "on")


@dataclass(frozen=True, slots=True)
class Set:
    """One set on one side; `number` of `sets`. amount: in `unit`. hold: seconds at the top of a repetition, or None."""

    exercise: str
    """The exercise's uid."""
    name: str
    kind: str
    guide: str | None
    side: str
    number: int
    sets: int
    amount: float
    unit: str
    hold: float | None
    load: str

    @property
    def is_held(self) -> bool:
        """Whether it is timed as a whole, instead of counted."""
        return self.unit in SECONDS_IN

    @property
    def repetitions(self) -> int:
        """How many are counted; 0 of a hold."""
        return 0 if self.is_held else math.ceil(self.amount)

    def seconds_each(self, pace: Pace) -> float | None:
        """Seconds of a repetition, the hold at its top among them; None at one's own pace."""
        return (
            max(float(pace.tempo), (self.hold or 0) + 2 * MOVE)
            if pace.tempo and self.hold
            else pace.tempo or None
        )

    def seconds(self, pace: Pace) -> float | None:
        """Seconds of the set; None at one's own pace."""
        if self.is_held:
            return self.amount * SECONDS_IN[self.unit]
        each = self.seconds_each(pace)
        return None if each is None else self.repetitions * each


@dataclass(frozen=True, slots=True)
class Count:
    """Where a counted set stands: the repetition in hand, from 1 on, and its phase.

    share: how much of the phase is over (0–1); left: seconds until it ends.
    """

    repetition: int
    phase: Phase
    share: float
    left: float


def count(one: Set, pace: Pace, elapsed: float) -> Count | None:
    """The count after so many seconds of a set; None where nothing is counted by the clock."""
    each = one.seconds_each(pace)
    if one.is_held or each is None:
        return None
    number = min(int(elapsed // each), one.repetitions - 1)
    into = min(elapsed - number * each, each)
    move = (each - (one.hold or 0)) / 2
    phases: list[tuple[Phase, float, float]] = [
        ("go", 0, move),
        ("hold", move, each - move),
        ("back", each - move, each),
    ]
    phase, start, end = next((one for one in phases if into < one[2]), phases[-1])
    return Count(number + 1, phase, (into - start) / (end - start), max(end - into, 0.0))


def sets_left(
    day: Day, passed: Mapping[tuple[str, str], int], left_out: Collection[str] = ()
) -> tuple[Set, ...]:
    """The sets that are still open, exercise after exercise, each number on the left side, then on the right.

    passed: how many sets of an exercise (uid) and side were skipped in this session; left_out: uids of exercises.
    """
    return tuple(
        one
        for item in day.items
        if item.is_open and item.exercise.uid not in left_out
        for number in range(1, item.asked.sets + 1)
        for side in item.sides
        if number > item.sets_on(side) + passed.get((item.exercise.uid, side), 0)
        for one in (_set(item, side, number),)
    )


def _set(item: Item, side: str, number: int) -> Set:
    asked = item.asked
    return Set(
        exercise=item.exercise.uid,
        name=one_line(item.exercise.name),
        kind=item.exercise.kind,
        guide=item.exercise.guide,
        side=side,
        number=number,
        sets=asked.sets,
        amount=asked.amount,
        unit=item.exercise.unit,
        hold=asked.hold,
        load=one_line(asked.load),
    )


# What is written, each at once


def save(one: Set, day: date) -> None:
    """Writes a set as done: one more than stood on its side."""
    item = _item(one, day)
    checklist.set_count(item, day, one.side, item.sets_on(one.side) + 1)


def take_back(one: Set, day: date) -> None:
    """Takes a set that was done away again, and the skip of its exercise."""
    item = _item(one, day)
    if item.skipped:
        diary.unskip(item.exercise, day)
    elif item.sets_on(one.side):
        checklist.set_count(item, day, one.side, item.sets_on(one.side) - 1)


def skip(one: Set, day: date, reason: str) -> None:
    """Skips what is left of a set's exercise, with a reason."""
    diary.skip(_item(one, day).exercise, day, reason)


def answer(level: int, one: Set, day: date, former: PainLog | None) -> PainLog:
    """Writes the pain during a set's exercise, 0–10; `former` is an answer to the same question, now corrected."""
    if former is None:
        return diary.log_pain(level, day, moment="during", exercise=_item(one, day).exercise)
    with history.step(f"Pain {level} during {one.name} on {short(day)}"):
        return writing.change(former, level=level)


def _item(one: Set, day: date) -> Item:
    item = days.read(day).item(one.exercise)
    if item is None:  # a command has archived it meanwhile
        raise Refused(f"{one.name} is not in the plan on {short(day)} any more.")
    return item
