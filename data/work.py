"""What a day asked for and how much of it was done, as the week strip and the journal say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from data import adherence, rows
from data.rows import Logged, Paused, Prescribed

Sign = Literal["all", "some", "none", "unrecorded", "idle", "open"]
"""What is said of a day: all that was asked for was done, some of it, none of it, nothing was recorded, nothing was
due (nothing scheduled, or excused), or it is still to come. A weekly exercise counts on the days that it was done on
and is missed on none."""


class Work(NamedTuple):
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
    in_force = [one for one in prescribed if one.covers(day)]
    credits, expected, answered = [], False, False
    for one in in_force:
        mine = logs.get(one.exercise, [])
        weekly = one.schedule["type"] == "weekly"
        credit = adherence.credit(one, mine)
        answered = answered or bool(mine)
        if adherence.is_excused(one.exercise, day, mine, pauses):
            continue
        scheduled = not weekly and adherence.is_scheduled(one, day)
        expected = expected or weekly or scheduled
        if credit or scheduled:
            credits.append(credit)
    if day > today:
        return Work(0.0, 0, "open" if expected else "idle")
    return Work(sum(credits), len(credits), _sign(credits, answered, is_open=day == today and expected))


def _sign(credits: Sequence[float], answered: bool, *, is_open: bool) -> Sign:
    if any(credits):
        return "all" if min(credits) >= 1 else "some"
    if is_open and not answered:
        return "open"
    if not credits:
        return "idle"
    return "none" if answered else "unrecorded"
