"""What a day asked for and how much of it was done, as the week strip and the journal say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data import adherence, rows
from data.rows import Logged, Paused, Prescribed

Sign = Literal["all", "some", "excused", "none", "open"]
"""What is said of a day: all that was asked for was done, some of it, it was excused, nothing was recorded, or it is
still to come. A weekly exercise counts on the days that it was done on and is missed on none."""


@dataclass(frozen=True, slots=True)
class Work:
    """done: credits of the exercises that count on the day, summed; asked: how many those are."""

    done: float
    asked: int
    sign: Sign


def of_days(first: int, last: int, today: int) -> list[Work]:
    """The work of each day from first to last; today is provisional."""
    logs = adherence.by_exercise_and_day(rows.logs(first, last))
    pauses = rows.pauses(first, last)
    prescribed = rows.prescriptions(first, last)
    return [
        _of_day(day, prescribed, {uid: by[day] for uid, by in logs.items()}, pauses, today)
        for day in range(first, last + 1)
    ]


def _of_day(
    day: int,
    prescribed: Sequence[Prescribed],
    logs: dict[str, list[Logged]],
    pauses: Sequence[Paused],
    today: int,
) -> Work:
    if day > today:
        return Work(0.0, 0, "open")
    in_force = [one for one in prescribed if one.first <= day and (one.last is None or day <= one.last)]
    credits, excused, answered = [], False, False
    for one in in_force:
        mine = logs.get(one.exercise, [])
        weekly = one.schedule["type"] == "weekly"
        credit = adherence.credit(one, mine)
        answered = answered or bool(mine)
        if adherence.is_excused(one.exercise, day, mine, pauses):
            excused = excused or weekly or adherence.is_scheduled(one, day)
        elif credit or (not weekly and adherence.is_scheduled(one, day)):
            credits.append(credit)
    sign: Sign = "all" if any(credits) and min(credits) >= 1 else "some"
    if not any(credits):
        is_open = day == today and not answered and (bool(credits) or not excused)
        sign = "open" if is_open else "excused" if excused and not credits else "none"
    return Work(sum(credits), len(credits), sign)
