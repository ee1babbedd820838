"""Ticking off an exercise set by set. The left side fills before the right one; a step back goes the other way.

An `Item` is the exercise as it was seen. A set more or less is counted from what the diary holds by now, since
another pane may have written meanwhile; how many sets stand for a side is written as it was said.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data import diary, fields, history, reading, writing
from data.calendar_days import short
from data.day import Item
from data.errors import Refused
from data.models import ExerciseLog


def next_set(item: Item, day: date) -> bool:
    """Writes one more set on the first side that still lacks one; False, and nothing written, when none does."""
    item = _by_now(item, day)
    side = next((side for side in item.sides if item.sets_on(side) < item.asked.sets), None)
    if side is None:
        return False
    set_count(item, day, side, item.sets_on(side) + 1)
    return True


def extra_set(item: Item, day: date) -> None:
    """Writes one more set on the side that has the fewest, beyond what was asked too."""
    item = _by_now(item, day)
    side = min(item.sides, key=item.sets_on)
    set_count(item, day, side, item.sets_on(side) + 1)


def set_count(item: Item, day: date, side: str, count: int) -> None:
    """Writes how many sets stand for a side asked for; sets that were logged for both sides stay among them."""
    with history.step(diary.done_label(item.exercise, day, side, max(count, 0))):
        diary.set_counts(item, day, {side: max(count, 0)})


def one_back(item: Item, day: date) -> bool:
    """Takes a skip back, else the set that `next_set` or `extra_set` wrote last; False when there was nothing."""
    item = _by_now(item, day)
    if item.skipped:
        diary.unskip(item.exercise, day)
        return True
    logged = [log for side in ("both", *item.sides) if (log := item.log(side)) and log.sets_done]
    if not logged:
        return False
    beyond = [log for log in logged if log.sets_done > item.asked.sets]
    # of equally many sets beyond what was asked, the later side's came last
    last = max(beyond, key=lambda log: (log.sets_done, logged.index(log))) if beyond else logged[-1]
    diary.set_done(item.exercise, day, last.side, last.sets_done - 1)
    return True


def _by_now(item: Item, day: date) -> Item:
    logs = reading.read(ExerciseLog, "WHERE exercise = ? AND day = ?", item.exercise.uid, day.isoformat())
    return item._replace(logs=tuple(logs))


def set_details(
    item: Item,
    day: date,
    sets: Mapping[str, int],
    amounts: Mapping[str, float | None],
    *,
    load: str | None = None,
    note: str | None = None,
) -> str:
    """Writes sets and amount of each side (amount per set, None as prescribed), and the load and note of all of them;
    None: each as it was.

    A skip stays while its side's sets do. Refused when there is something to say of sets but none was done.
    """
    for side, count in sets.items():
        fields.whole(f"Sets done{'' if side == 'both' else f' {side}'}", count, 0, 1000)
    given = {"load": load, "note": note}
    texts = {
        name: fields.text(f"The {name}", text.strip()) for name, text in given.items() if text is not None
    }
    checked = {}
    for side, amount in amounts.items():
        if amount is not None:
            log = item.log(side)
            fields.number("The amount of a set", amount, zero=True)
            fields.believable("The amount of a set", amount, fields.MOST_AMOUNT, log.amount if log else None)
        checked[side] = amount
    said = any(texts.values()) or any(amount is not None for amount in checked.values())
    if said and not any(sets.values()) and not item.skipped:
        raise Refused("Amount, load and note belong to sets that were done: please give the sets as well.")
    with history.step(f"{item.exercise.name}: details on {short(day)}") as step:
        item = diary.split_sides(item, day)
        for side, count in sets.items():
            if count != item.sets_on(side):
                diary.set_done(item.exercise, day, side, count)
            written = writing.find(ExerciseLog, day=day, exercise=item.exercise.uid, side=side)
            if written is not None:
                writing.change(written, amount=checked.get(side), **texts)
    return step.label + "."
