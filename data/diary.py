"""The one way to write a day. Both the command and the screens call it; each call is saved at once and can be undone.

Every function gives the sentence that says what was done, or the row it wrote. A value that can't stand is `Refused`
and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data import backups, calendar_days, dose_words, fields, history, plan, rows, store, wording, writing
from data.calendar_days import short
from data.connection import Gone
from data.errors import Refused
from data.models import (
    EVENT_KINDS,
    MOMENTS,
    SIDES,
    SITES,
    SKIP_REASONS,
    DayNote,
    Event,
    Exercise,
    ExerciseLog,
    PainLog,
    Run,
    database,
)
from data.pain import ONE_WORST, Episodes

if TYPE_CHECKING:
    from data.day import Day, Item

today = plan.today


def open(folder: Path) -> str | None:
    """Opens the diary of a folder, made first where there is none; see `store.open_diary` for what is refused.

    Gives a sentence to pass on when today's copy couldn't be made, else None.
    """
    return store.open_diary(folder)


def version() -> int:
    """A number that changes whenever anyone, here or in another process, changed the diary or put another in its place.

    What lies there now is opened then; Gone, a Refused, while nothing does.
    """
    try:
        database.refuse_gone()
    except Gone:
        store.open_again()
    connection = database.connection()
    seen = (database.times_opened, int(database.pragma("data_version")), int(connection.total_changes))
    return seen[0] * 2**96 + seen[1] * 2**48 + seen[2]


def keep_copy() -> str | None:
    """Makes the day's copy of the open diary unless it is there; a sentence when it couldn't be made."""
    file = Path(database.database)
    return backups.once_a_day(file.parent, file)


flush = store.flush


def undo() -> str:
    return f"Undone: {history.undo()}."


def redo() -> str:
    return f"Done again: {history.redo()}."


def _when(day: date) -> dict[str, Any]:
    """`at` and `utc_offset` of an entry made now; null for a day that is filled in later."""
    if day != today():
        return {"at": None, "utc_offset": None}
    now = calendar_days.moment(calendar_days.local_now())
    return {"at": now.at, "utc_offset": now.utc_offset}


def _not_ahead(day: date) -> date:
    if day > today():
        raise Refused(f"{day} has not come yet: today is {today()}.")
    return day


def side_on(day: date) -> str | None:
    """The diary's side on a day; None while it is unknown."""
    return Episodes(rows.starts()).side(day.toordinal())


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


# Exercises


def set_done(
    exercise: Exercise, day: date, side: str, sets_done: int, *, amount: float | None = None, **texts: str
) -> str:
    """Sets done on a side (`both` alone where the prescription knows no sides); 0 takes the log away.

    amount: per set, None as prescribed. texts: load, note. A skip of that side ends with it.
    """
    fields.whole("Sets done", sets_done, 0, 1000)
    fields.choice("The side", side, SIDES)
    values: dict[str, Any] = {name: fields.text(f"The {name}", value) for name, value in texts.items()}
    if amount is not None:
        values["amount"] = fields.number("The amount of a set", amount, zero=True)
        fields.believable("The amount of a set", amount, fields.MOST_AMOUNT)
    where = {"day": _not_ahead(day), "exercise": exercise.uid, "side": side}
    with history.step(done_label(exercise, day, side, sets_done)) as step:
        log = writing.find(ExerciseLog, **where)
        fields.believable("Sets done", sets_done, fields.MOST_SETS, log.sets_done if log else None)
        if log is None and sets_done:
            writing.add(ExerciseLog, **where, sets_done=sets_done, **{**_when(day), **values})
        elif log is not None and sets_done:
            writing.change(log, sets_done=sets_done, skipped=None, **values)
        elif log is not None:
            log.delete_instance()
    return step.label + "."


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
            set_done(item.exercise, day, side, count, amount=amount)
        return
    wanted = {side: item.sets_on(side) for side in item.sides} | dict(counts)
    kept = min(both.sets_done, *wanted.values()) if amount is None else 0
    if kept < both.sets_done or (both.skipped and counts.keys() == wanted.keys()):
        set_done(item.exercise, day, "both", kept)
    for side, count in wanted.items():
        if side in counts:
            set_done(item.exercise, day, side, count - kept, amount=amount)
        elif kept < both.sets_done and item.log(side):
            set_done(item.exercise, day, side, count - kept)
        elif kept < both.sets_done:
            as_both = {"amount": both.amount, "load": both.load, "note": both.note}
            set_done(item.exercise, day, side, count - kept, **as_both)


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
    item = item_on(exercise, _not_ahead(day))
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
                log.delete_instance()
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
        return [do(item.exercise, day) for item in _read(_not_ahead(day)).items if item.is_open]


def skip(exercise: Exercise, day: date, reason: str) -> str:
    """Skips what is not done of an exercise, with a reason; finished sides stay done, unfinished sets are kept."""
    fields.choice("The reason", reason, SKIP_REASONS)
    item = item_on(exercise, _not_ahead(day))
    with history.step(f"{exercise.name} skipped on {short(day)}: {reason}") as step:
        if item.is_done:
            raise Refused(f"{exercise.name} is all done on {short(day)}; there is nothing left to skip.")
        for side in item.sides:
            log = item.log(side)
            if log is None:
                where = {"day": day, "exercise": exercise.uid, "side": side}
                writing.add(ExerciseLog, **where, sets_done=0, skipped=reason, **_when(day))
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
                log.delete_instance()
    return step.label + "."


# Pain


def log_pain(
    level: int,
    day: date,
    *,
    moment: str = "worst",
    side: str | None = None,
    site: str = "outer-knee",
    exercise: Exercise | None = None,
    run: Run | None = None,
    medication: str = "",
    note: str = "",
    replace: bool = False,
) -> PainLog:
    """Pain of 0 "no pain" to 10 "worst pain imaginable"; side None: the diary's side, both where it is unknown.

    A day has one `worst` for a side and site: giving it again replaces it. `replace` does so for any moment of the
    same side, site, exercise and run.
    """
    fields.whole("Pain", level, 0, 10)
    values = {
        "day": _not_ahead(day),
        "moment": fields.choice("The moment", moment, MOMENTS),
        "side": fields.choice(
            "The side", side or Episodes(rows.starts()).side_of_entries(day.toordinal()), SIDES
        ),
        "site": fields.choice("The site", site, SITES),
        "exercise": exercise.uid if exercise else None,
        "run": run.uid if run else None,
    }
    texts = {"medication": fields.text("Medication", medication), "note": fields.text("The note", note)}
    with history.step(_pain_label(level, moment, exercise, day)):
        identity = ONE_WORST if moment == "worst" else tuple(values)
        same = {name: values[name] for name in identity}
        if (moment == "worst" or replace) and (formers := _pain_like(same)):
            for other in formers[1:] if moment == "worst" else ():  # a file may have brought two
                other.delete_instance()
            return writing.change(
                formers[0], level=level, **values, **{name: text for name, text in texts.items() if text}
            )
        return writing.add(PainLog, level=level, **values, **texts, **_when(day))


def _pain_label(level: int, moment: str, exercise: Exercise | None, day: date) -> str:
    what = "" if moment == "worst" else f" {moment}"
    return f"Pain {level}{what}{f' {exercise.name}' if exercise else ''} on {short(day)}"


def _pain_like(values: dict[str, Any]) -> list[PainLog]:
    """The pain logs with these values, the first that was entered first."""
    query = PainLog.select().order_by(PainLog.entered_at)
    for name, value in values.items():
        field = getattr(PainLog, name)
        query = query.where(field.is_null() if value is None else field == value)
    return list(query)


# Runs, notes, events


def log_run(
    km: float,
    day: date,
    *,
    minutes: float | None = None,
    onset_km: float | None = None,
    terrain: str = "",
    effort: int | None = None,
    before: int | None = None,
    during: int | None = None,
    after: int | None = None,
    note: str = "",
    instead_of: Run | None = None,
) -> Run:
    """A run in km, with the pain (0–10) before, during and after; onset_km: where pain came on, None: not recorded.

    instead_of: a run that was entered wrongly and now becomes this one, its pain too.
    """
    values = {
        "km": fields.number("The distance", km),
        "minutes": None if minutes is None else fields.number("Minutes", minutes),
        "onset_km": None if onset_km is None else fields.number("The onset", onset_km, zero=True),
        "effort": None if effort is None else fields.whole("Effort", effort, 0, 10),
        "terrain": fields.text("The terrain", terrain),
        "note": fields.text("The note", note),
    }
    if onset_km is not None and onset_km > km:
        raise Refused(f"Pain can't have come on after {onset_km:g} km of a run of {km:g} km.")
    if not (instead_of and instead_of.km == km):
        _believable_run(km)
    with history.step(f"Run of {km:.1f} km on {short(_not_ahead(day))}"):
        if instead_of:
            run = writing.change(instead_of, **values)
        else:
            run = writing.add(Run, day=day, source="me", source_id=None, **values, **_when(day))
        for moment, level in (("before", before), ("during", during), ("after", after)):
            _set_pain_of_run(run, moment, level)
        return run


def _believable_run(km: float) -> None:
    if km > fields.MOST_KM:
        most, found = wording.distance(fields.MOST_KM), wording.distance(km)
        raise Refused(f"A run can be up to {most}, and {found} is more: is that a slip of the key?")


def _set_pain_of_run(run: Run, moment: str, level: int | None) -> None:
    former = next(iter(_pain_like({"run": run.uid, "moment": moment})), None)
    if former and level is None:
        former.delete_instance()
    elif former:
        writing.change(former, level=fields.whole("Pain", level, 0, 10))
    elif level is not None:
        log_pain(level, run.day, moment=moment, run=run)


def set_note(day: date, text: str, *, for_physio: bool | None = None) -> str:
    """The note of a day; "" takes it away. for_physio None: as it was. A line that starts with `?` is a question."""
    fields.text("The note", text)
    with history.step(f"Note on {short(_not_ahead(day))}") as step:
        note = DayNote.get_or_none(DayNote.day == day)
        if note and not text.strip():
            note.delete_instance()
        elif text.strip():
            flag = for_physio if for_physio is not None else bool(note and note.for_physio)
            writing.put(DayNote, {"day": day}, text=text, for_physio=flag)
    return step.label + "."


def add_event(kind: str, day: date, text: str = "", *, side: str | None = None) -> Event:
    """A visit, flare, change of shoes or other event; `start` begins an episode with its side, `discharge` ends it.

    A discharge gives open prescriptions their last day; those given since a later start are left alone.
    """
    fields.choice("The kind of event", kind, EVENT_KINDS)
    if side is not None:
        fields.choice("The side", side, SIDES)
        if kind != "start":
            raise Refused("Only a `start` has a side.")
    with history.step(f"{kind.capitalize()} on {short(_not_ahead(day))}"):
        if kind == "discharge":
            later = [one.day for one in rows.starts() if one.day > day.toordinal()]
            next_start = date.fromordinal(later[0]) if later else None
            plan.end_prescriptions(plan.exercises(), day, before=next_start)
        return writing.add(Event, day=day, kind=kind, side=side, text=fields.text("The text", text))
