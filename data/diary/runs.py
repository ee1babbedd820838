"""Runs, with the pain that belongs to them."""

from __future__ import annotations

from datetime import date

from data import fields, history, wording, writing
from data.calendar_days import short
from data.diary.days import when_entered
from data.diary.pain import log_pain, pain_of_run
from data.errors import Refused
from data.models import Run


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
    entered = when_entered(day)
    with history.step(f"Run of {km:.1f} km on {short(day)}"):
        if instead_of:
            run = writing.change(instead_of, **values)
        else:
            run = writing.add(Run, source="me", source_id=None, **values, **entered)
        for moment, level in (("before", before), ("during", during), ("after", after)):
            _set_pain_of_run(run, moment, level)
        return run


def _believable_run(km: float) -> None:
    if km > fields.MOST_KM:
        most, found = wording.distance(fields.MOST_KM), wording.distance(km)
        raise Refused(f"A run can be up to {most}, and {found} is more: is that a slip of the key?")


def _set_pain_of_run(run: Run, moment: str, level: int | None) -> None:
    former = pain_of_run(run, moment)
    if former and level is None:
        writing.remove(former)
    elif former:
        writing.change(former, level=fields.whole("Pain", level, 0, 10))
    elif level is not None:
        log_pain(level, run.day, moment=moment, run=run)
