"""Pain of a day, of an exercise and of a run."""

from __future__ import annotations

from datetime import date
from typing import Any

from data import fields, history, rows, writing
from data.calendar_days import short
from data.diary.days import when_entered
from data.models import MOMENTS, SIDES, SITES, Exercise, PainLog, Run
from data.pain import ONE_WORST, Episodes


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
    entered = when_entered(day)
    values = {
        "day": day,
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
        if (moment == "worst" or replace) and (formers := pain_like(same)):
            for other in formers[1:] if moment == "worst" else ():  # a file may have brought two
                writing.remove(other)
            return writing.change(
                formers[0], level=level, **values, **{name: text for name, text in texts.items() if text}
            )
        return writing.add(PainLog, level=level, **{**entered, **values}, **texts)


def _pain_label(level: int, moment: str, exercise: Exercise | None, day: date) -> str:
    what = "" if moment == "worst" else f" {moment}"
    return f"Pain {level}{what}{f' {exercise.name}' if exercise else ''} on {short(day)}"


def pain_of_run(run: Run, moment: str) -> PainLog | None:
    """The log that stands for a run's pain of that moment: the first one at the outer knee, else the first one."""
    found = pain_like({"run": run.uid, "moment": moment})
    return min(found, key=lambda log: log.site != "outer-knee", default=None)


def pain_like(values: dict[str, Any]) -> list[PainLog]:
    """The pain logs with these values, the first that was entered first."""
    query = PainLog.select().order_by(PainLog.entered_at)
    for name, value in values.items():
        field = getattr(PainLog, name)
        query = query.where(field.is_null() if value is None else field == value)
    return list(query)
