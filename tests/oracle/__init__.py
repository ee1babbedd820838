"""The figures of a diary, worked out the slow and obvious way, to compare the real rules with.

Written from the text of the rules alone; it shares no code with `data/`. It walks day by day over a diary in
interchange form (the `.json` of an export), counts in exact fractions and only turns them into floats at the
very end, so a difference beyond rounding is a difference of meaning. Where the text leaves a doubt, the
reading taken is marked "Reading:".
"""

from datetime import date

from .days import Row
from .diary import Diary

__all__ = ["day", "figures"]


def figures(diary: Row, first: date, last: date, today: date) -> Row:
    """Exactly what `trends --from first --to last --json` says when the diary's civil day is `today`."""
    return Diary(diary, today).figures(first, last)


def day(diary: Row, d: date, today: date) -> Row:
    """The part of `today --day d --json` that follows from rules.

    `day`, `paused`, `worst` (pain of the day) and `exercises`: for the key of each exercise with a
    prescription in force, its `due`, `credit`, `excused` and `done_this_week`.
    """
    return Diary(diary, today).day(d)
