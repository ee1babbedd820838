"""Exercises done, skipped and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from data import dose_words, fields, history, wording, writing
from data.calendar_days import short
from data.diary.days import when_entered
from data.errors import Refused
from data.models import SIDES, SKIP_REASONS, Exercise, ExerciseLog
from data.plan import not_ahead

if TYPE_CHECKING:
    from data.day import Day, Item


def _read(day: date) -> Day:
    from data import day as days  # an entry of pain or a run does without

    return days.read(day)


def item_on(exercise: Exercise, day: date) -> Item:
    """The exercise on that day; Refused where no prescription is in force."""
    item = _read(day).item(exercise.uid)
    if item is None:
        raise Refused(
            f"{exercise.name} is not in the plan on {short(day)}; `itband plan set` gives it a dose."
        )
    return item


def set_done(
    exercise: Exercise, day: date, side: str, sets_done: int, *, amount: float | None = None, **texts: str
) -> str:
    """Sets done on a side (`both` alone where the prescription knows no sides); 0 takes the log away.

    amount: per set, None as prescribed. texts: load, note. A skip of that side ends with it.
    """
    with history.step(done_label(exercise, day, side, sets_done)) as step:
        _write_sets(exercise, day, side, sets_done, amount=amount, **texts)
    return step.label + "."


def _write_sets(
    exercise: Exercise, day: date, side: str, sets_done: int, *, amount: float | None = None, **texts: Any
) -> None:
    """See `set_done`; in the caller's step."""
    fields.whole("Sets done", sets_done, 0, 1000)
    fields.choice("The side", side, SIDES)
    values: dict[str, Any] = {name: fields.text(f"The {name}", value) for name, value in texts.items()}
    if amount is not None:
        values["amount"] = fields.number("The amount of a set", amount, zero=True)
        fields.believable("The amount of a set", amount, fields.MOST_AMOUNT)
    entered = when_entered(day)
    log = writing.find(ExerciseLog, day=day, exercise=exercise.uid, side=side)
    fields.believable("Sets done", sets_done, fields.MOST_SETS, log.sets_done if log else None)
    if log is None and sets_done:
        what = {"exercise": exercise.uid, "side": side, "sets_done": sets_done}
        writing.add(ExerciseLog, **{**entered, **what, **values})
    elif log is not None and sets_done:
        writing.change(log, sets_done=sets_done, skipped=None, **values)
    elif log is not None:
        writing.remove(log)


def set_counts(item: Item, day: date, counts: Mapping[str, int], *, amount: float | None = None) -> None:
    """Brings the sides named to so many sets each, in the caller's step; the other sides stay as they are.

    Sets that were logged for both sides are among those of each side, as far as they fit. amount: per set, of the
    sides named; None: as it was.
    """
    for side, count in counts.items():
        fields.whole("Sets done", count, 0, 1000)
        fields.believable("Sets done", count, fields.MOST_SETS, item.sets_on(side))
    both = item.log("both") if item.sides != ("both",) else None
    if both is None:
        for side, count in counts.items():
            _write_sets(item.exercise, day, side, count, amount=amount)
        return
    wanted = {side: item.sets_on(side) for side in item.sides} | dict(counts)
    kept = min(both.sets_done, *wanted.values()) if amount is None else 0
    if kept < both.sets_done or (both.skipped and counts.keys() == wanted.keys()):
        _write_sets(item.exercise, day, "both", kept)
    for side, count in wanted.items():
        if side in counts:
            _write_sets(item.exercise, day, side, count - kept, amount=amount)
        elif kept < both.sets_done and item.log(side):
            _write_sets(item.exercise, day, side, count - kept)
        elif kept < both.sets_done:
            as_both = {"amount": both.amount, "load": both.load, "note": both.note}
            _write_sets(item.exercise, day, side, count - kept, **as_both)


def split_sides(item: Item, day: date) -> Item:
    """Writes what was logged for both sides as that of each side asked for, and gives the item as it is then."""
    both = item.log("both")
    if both is None or item.sides == ("both",):
        return item
    as_both = {"amount": both.amount, "load": both.load, "note": both.note}
    with history.step(f"{item.exercise.name}: each side on {short(day)}"):
        writing.remove(both)
        for side in item.sides:
            log = item.log(side)
            if log is not None and both.sets_done:
                writing.change(log, sets_done=item.sets_on(side))
            elif log is None:
                where = {"day": day, "exercise": item.exercise.uid, "side": side}
                writing.add(
                    ExerciseLog,
                    **where,
                    **as_both,
                    sets_done=both.sets_done,
                    skipped=both.skipped,
                    at=both.at,
                    utc_offset=both.utc_offset,
                )
    return item._replace(logs=tuple(log for side in item.sides if (log := _log_of(item, day, side))))


def _log_of(item: Item, day: date, side: str) -> ExerciseLog | None:
    return writing.find(ExerciseLog, day=day, exercise=item.exercise.uid, side=side)


def done_label(exercise: Exercise, day: date, side: str, sets_done: int) -> str:
    where = "" if side == "both" else f" {side}"
    return f"{exercise.name}{where}: {sets_done} {'set' if sets_done == 1 else 'sets'} on {short(day)}"


def do(
    exercise: Exercise,
    day: date,
    *,
    sets: int | None = None,
    amount: float | None = None,
    side: str | None = None,
) -> str:
    """Writes an exercise as asked for: all its sides, all its sets, unless told otherwise."""
    item = item_on(exercise, not_ahead(day))
    if side is not None and side != "both" and side not in item.sides:
        raise Refused(
            f"{exercise.name} is prescribed for {' and '.join(item.sides)}, not {side}."
            if item.sides != ("both",)
            else f"{exercise.name} is done with both legs: leave the side out."
        )
    count = item.asked.sets if sets is None else sets
    verb = "done" if count else "taken back"
    with history.step(f"{exercise.name} {verb} on {short(day)}") as step:
        if side in (None, "both") and not count:
            for log in item.logs:  # those of sides that are no longer asked for as well
                writing.remove(log)
        else:
            sides = item.sides if side in (None, "both") else (side,)
            set_counts(item, day, dict.fromkeys(sides, count), amount=amount)
    if not count:
        return f"{step.label}."
    done = _read(day).item(exercise.uid)
    share = (
        f" ({wording.percent(done.credit)} of what was asked)"
        if done and done.credit is not None and not done.is_done
        else ""
    )
    return f"{step.label}: {_sets_in_words(item, count, amount, side)}{share}."


def _sets_in_words(item: Item, count: int, amount: float | None, side: str | None) -> str:
    words = dose_words.describe_amount(
        count, item.asked.amount if amount is None else amount, item.exercise.unit
    )
    if side is not None and side != "both":
        return f"{words} {side}"
    return f"{words} each side" if len(item.sides) > 1 else words


def do_all(day: date) -> list[str]:
    """Writes all that is still open as asked for: never over a skip, never a weekly exercise already met."""
    with history.step(f"All exercises done on {short(day)}"):
        return [do(item.exercise, day) for item in _read(not_ahead(day)).items if item.is_open]


def skip(exercise: Exercise, day: date, reason: str) -> str:
    """Skips what is not done of an exercise, with a reason; finished sides stay done, unfinished sets are kept."""
    fields.choice("The reason", reason, SKIP_REASONS)
    item = item_on(exercise, not_ahead(day))
    with history.step(f"{exercise.name} skipped on {short(day)}: {reason}") as step:
        if item.is_done:
            raise Refused(f"{exercise.name} is all done on {short(day)}; there is nothing left to skip.")
        for side in item.sides:
            log = item.log(side)
            if log is None:
                what = {"exercise": exercise.uid, "side": side, "sets_done": 0, "skipped": reason}
                writing.add(ExerciseLog, **when_entered(day), **what)
            elif log.skipped or log.sets_done < item.asked.sets:
                writing.change(log, skipped=reason)
    return step.label + "."


def skip_all(day: date, reason: str) -> list[str]:
    """Skips all that is still open on a day."""
    with history.step(f"Skipped what was open on {short(day)}: {reason}"):
        return [skip(item.exercise, day, reason) for item in _read(day).items if item.is_open]


def unskip(exercise: Exercise, day: date) -> str:
    """Takes a skip back; sets that were done before it stay."""
    with history.step(f"{exercise.name}: skip taken back on {short(day)}") as step:
        for log in item_on(exercise, day).logs:
            if log.skipped and log.sets_done:
                writing.change(log, skipped=None)
            elif log.skipped:
                writing.remove(log)
    return step.label + "."
