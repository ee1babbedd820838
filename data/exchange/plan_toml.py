"""The plan as a short TOML text, to be written with any editor or sent by a physiotherapist.

One table for each exercise, named by its key, and `from`, the day that it holds from. What is left out of a table
is as it was last given, else as the guide has it, else as `doses.BARE` has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from data import calendar_days, dose_words, doses, fields, guide, plan
from data.errors import Refused
from data.models import KINDS, UNITS
from data.plan_changes import Wanted

LARGEST = 100_000  # characters
FIELDS = ("name", "kind", "unit", *plan.DOSE)
HEAD = """\
# The plan. It holds from this day on; what was asked for before it stays as it was.
# An exercise whose table is taken out leaves the plan; a new table adds one.
# schedule: "daily", "3/week", "mon,wed,fri" or "every 2" (days). sides: none, each, left, right.
# amount: per set, in the unit (reps, seconds, steps, minutes). hold: seconds at the top of a repetition; 0: none.
# source: guide, physio, me.
"""


def write(wanted: Iterable[Wanted], day: date) -> str:
    """The text that `read` gives back as it was."""
    tables = [f"{HEAD}\nfrom = {day.isoformat()}\n"]
    for one in wanted:
        lines = [
            f"\n[{one.key}]",
            f"name = {_quoted(one.name)}",
            f'kind = "{one.kind}"',
            f'unit = "{one.unit}"',
        ]
        for name in plan.DOSE:
            value = one.dose[name]
            if name == "schedule":
                lines.append(f"schedule = {_quoted(dose_words.describe_schedule(value))}")
            elif isinstance(value, str) and (value or name == "load"):
                lines.append(f"{name} = {_quoted(value)}")
            elif isinstance(value, (int, float)):
                lines.append(f"{name} = {value}")
        tables.append("\n".join(lines) + "\n")
    return "".join(tables)


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def read(text: str, day: date | None = None) -> tuple[date, list[Wanted]]:
    """The day and the plan of a text; `day` stands in for its `from`. Refused with the place that is wrong."""
    import tomllib

    if len(text) > LARGEST:
        raise Refused(f"That is no plan: it has more than {LARGEST:,} characters.")
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Refused(f"The plan is no valid TOML: {error}.") from None
    stated = document.pop("from", None)
    if stated is not None and (not isinstance(stated, date) or isinstance(stated, datetime)):
        raise Refused(f"`from` must be a day such as 2026-11-23, not {fields.shown(stated)}.")
    starts_on = day or (
        calendar_days.parse_day(stated.isoformat(), plan.today(), future=True) if stated else None
    )
    if starts_on is None:
        raise Refused("The plan doesn't say from which day on: add `from = 2026-11-23` or give --from.")
    return starts_on, [_wanted(key, table, starts_on) for key, table in document.items()]


def _wanted(key: str, table: Any, day: date) -> Wanted:
    try:
        fields.slug("The key", key)
        if not isinstance(table, dict):
            raise Refused(f"it must be a table, [{key}], not a value.")
        if unknown := set(table) - set(FIELDS):
            raise Refused(f"there is no {', '.join(sorted(unknown))} here; there are {', '.join(FIELDS)}.")
        values = {**_known(key, day), **table}
        if isinstance(values.get("schedule"), str):
            values["schedule"] = dose_words.parse_schedule(values["schedule"])
        if missing := [name for name in ("name", "sets", "amount", "schedule") if name not in values]:
            raise Refused(f"a new exercise needs {', '.join(missing)}.")
        return Wanted(
            key=key,
            name=fields.text("The name", values["name"], empty=False).strip(),
            kind=fields.choice("The kind", values["kind"], KINDS),
            unit=fields.choice("The unit", values["unit"], UNITS),
            dose=plan.checked_dose({name: values[name] for name in plan.DOSE}),
            guide=values.get("guide"),
        )
    except Refused as refusal:
        raise Refused(f"[{key}]: {refusal}") from None


def _known(key: str, day: date) -> dict[str, Any]:
    """What the diary, else the guide, knows of an exercise."""
    for exercise in plan.exercises(archived=True):
        if exercise.key == key:
            names = {"name": exercise.name, "kind": exercise.kind, "unit": exercise.unit}
            return names | doses.usual(exercise, day)
    for one in guide.library():
        if one.key == key:
            names = {"name": one.name, "kind": one.kind, "unit": one.unit, "guide": one.guide}
            return names | doses.of_guide(one)
    return {"kind": "strength", "unit": "reps", **doses.BARE}
