"""The first set-up of a diary. Said again it changes what was said, and adds nothing a second time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from data import fields, history, plan, rows, settings, writing
from data.entries import IN_A_DAY
from data.models import SIDES, Event, Exercise, database

STEP = "first_run.step"
"""The preference that says at which step first run was left; "" when it wasn't."""
NOT_HERE = "## Not at the outer knee?"


def is_set_up() -> bool:
    """Whether the diary has begun: a `start` was written."""
    return bool(rows.starts())


def needed(left_at: str = "") -> bool:
    """Whether the app begins with the first questions: they were never answered, or left at a step, and no day has an
    entry yet.
    """
    return (bool(left_at) or not is_set_up()) and not has_entries()


def has_entries() -> bool:
    """Whether any day has an entry, beside the start that a set-up writes."""
    tables = [(model._meta.table_name, "1") for model in IN_A_DAY if model is not Event]
    return any(
        database.execute_sql(f"SELECT 1 FROM {table} WHERE {entry} LIMIT 1").fetchone()
        for table, entry in (*tables, ("event", "kind <> 'start'"))
    )


def side() -> str | None:
    """The side that was said last; None while it wasn't."""
    starts = rows.starts()
    return starts[-1].side if starts else None


def before_you_begin() -> str:
    """The guide's page of warning signs, in Markdown: first whether it is the outer knee at all."""
    from data import guide

    signs, heading, elsewhere = guide.read("warning-signs").partition(NOT_HERE)
    return f"{heading}{elsewhere}\n{signs}"


def set_up(
    *,
    side: str | None = None,
    since: date | None = None,
    name: str | None = None,
    diagnosed_by: str | None = None,
    exercises: Iterable[str] = (),
) -> list[str]:
    """Writes what was said, as one step of undo, and gives a sentence for each thing done.

    side: of the pain, None: not said. since: the day it began. exercises: keys of the guide that go into the plan from
    today on with their light doses; those that the diary knows already are left as they are.
    """
    done = []
    with history.step("Set-up"):
        done += _start(side)
        for key, value in (
            ("problem_since", since.isoformat() if since else None),
            ("name", name),
            ("diagnosed_by", diagnosed_by),
        ):
            if value is not None and value != settings.get(key):
                done.append(settings.put(key, value))
        done += _programme(set(exercises))
    return done


def _start(side: str | None) -> list[str]:
    """The diary's episode: it begins on the first day that has an entry, else today."""
    if side is not None:
        fields.choice("The side", side, SIDES)
    latest = Event.select().where(Event.kind == "start").order_by(Event.day, Event.entered_at, Event.uid)
    start = list(latest)[-1:]
    if not start:
        first = rows.first_log_day(1)
        day = date.fromordinal(first) if first else plan.today()
        writing.add(Event, day=day, kind="start", side=side, text="")
        return [f"The diary begins{f', side: {side}' if side else ''}."]
    if side is None or start[0].side == side:
        return []
    writing.change(start[0], side=side)
    return [f"Side: {side}."]


def _programme(keys: set[str]) -> list[str]:
    from data import doses, guide  # the app asks here at each start whether it is the first

    known = {one.key for one in Exercise.select()}
    added = [
        doses.add_from_guide(one, plan.today())
        for one in guide.library()
        if one.key in keys and one.key not in known
    ]
    return [f"In the plan: {', '.join(one.name for one in added)}."] if added else []
