"""The note of a day, and what happened on it: visits, flares, the start and the end of an episode."""

from __future__ import annotations

from datetime import date

from data import fields, history, plan, plan_words, rows, writing
from data.calendar_days import short
from data.errors import Refused
from data.models import EVENT_KINDS, SIDES, DayNote, Event
from data.plan import not_ahead


def set_note(day: date, text: str, *, for_physio: bool | None = None) -> str:
    """The note of a day; "" takes it away. for_physio None: as it was. A line that starts with `?` is a question."""
    fields.text("The note", text)
    with history.step(f"Note on {short(not_ahead(day))}") as step:
        note = DayNote.get_or_none(DayNote.day == day)
        if note and not text.strip():
            writing.remove(note)
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
    with history.step(f"{kind.capitalize()} on {short(not_ahead(day))}"):
        if kind == "discharge":
            _end_plan(day)
        return _add(kind, day, text, side)


def discharge(day: date, text: str = "") -> list[str]:
    """The event `discharge`; sentences that say what became of the plan."""
    with history.step(f"Discharge on {short(not_ahead(day))}"):
        ended = _end_plan(day)
        _add("discharge", day, text)
    return plan_words.ended(ended, day)


def _end_plan(day: date) -> list[plan.Ended]:
    later = [one.day for one in rows.starts() if one.day > day.toordinal()]
    next_start = date.fromordinal(later[0]) if later else None
    return plan.end_prescriptions(plan.exercises(), day, before=next_start)


def _add(kind: str, day: date, text: str, side: str | None = None) -> Event:
    return writing.add(Event, day=day, kind=kind, side=side, text=fields.text("The text", text))
