"""Up to three things of the runner's own that the knee makes hard, scored from 0 "unable" to 10 "as before"."""

from __future__ import annotations

from datetime import date, timedelta

from data import fields, history, writing
from data.calendar_days import short
from data.errors import Refused
from data.models import Activity, ActivityScore, database
from data.plan import not_ahead

MOST = 3
EVERY_DAYS = 7
SCALE_ENDS = ("unable", "as before")


def activities(*, archived: bool = False) -> list[Activity]:
    """In their order; archived ones only where asked for."""
    query = Activity.select().order_by(Activity.position, Activity.name)
    return list(query if archived else query.where(Activity.archived == 0))


def find(start: str) -> Activity:
    """By its name or an unambiguous start of it, small or capital letters; Refused when none or several fit."""
    every, wanted = activities(archived=True), start.strip().casefold()
    exact = [one for one in every if one.name.casefold() == wanted]
    fitting = exact or [one for one in every if wanted and one.name.casefold().startswith(wanted)]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(one.name for one in fitting or every)
    if fitting:
        raise Refused(f"{start!r} could be {names}: please give more of the name.")
    raise Refused(
        f"There is no activity {start!r}; " + (f"there are {names}." if every else "none was added yet.")
    )


def add(name: str) -> Activity:
    """A new activity at the end; one of that name that was archived comes back. Refused beyond three."""
    cleaned = fields.text("The name of an activity", name.strip(), empty=False)
    known = next((one for one in activities(archived=True) if one.name == cleaned), None)
    if known and not known.archived:
        raise Refused(f"There is an activity {cleaned!r} already.")
    if len(activities()) >= MOST:
        raise Refused(f"There are {MOST} activities already; archive one before another is added.")
    with history.step(f"New activity: {cleaned}"):
        if known:
            return writing.change(known, archived=False)
        last = max((one.position for one in activities(archived=True)), default=0)
        return writing.add(Activity, name=cleaned, position=last + 1, archived=False)


def rename(activity: Activity, name: str) -> str:
    """Gives an activity another name; its scores stay with it. Refused when another one is called so."""
    cleaned = fields.text("The name of an activity", name.strip(), empty=False)
    if any(one.name == cleaned and one != activity for one in activities(archived=True)):
        raise Refused(f"There is an activity {cleaned!r} already.")
    with history.step(f"{activity.name} is now called {cleaned}") as step:
        writing.change(activity, name=cleaned)
    return step.label + "."


def archive(activity: Activity) -> str:
    """Takes an activity off the list; its scores stay."""
    with history.step(f"Archive the activity {activity.name}"):
        writing.change(activity, archived=True)
    return f"Archived: {activity.name}."


def score(activity: Activity, day: date, points: int) -> ActivityScore:
    """The score of a day, 0 "unable" to 10 "as before"; giving it again replaces it."""
    fields.whole("A score", points, 0, 10)
    not_ahead(day)
    with history.step(f"{activity.name}: {points} on {short(day)}"):
        return writing.put(ActivityScore, {"day": day, "activity": activity.uid}, score=points)


def latest(activity: Activity, day: date) -> ActivityScore | None:
    """The last score by that day; None without one."""
    found: ActivityScore | None = (
        ActivityScore.select()
        .where((ActivityScore.activity == activity.uid) & (ActivityScore.day <= day))
        .order_by(ActivityScore.day.desc())
        .first()
    )
    return found


def are_due(day: date) -> bool:
    """Whether it is time to score them: one of them has no score in the 7 days that end on the day."""
    waiting = database.execute_sql(
        "SELECT 1 FROM activity WHERE NOT archived AND uid NOT IN "
        "(SELECT activity FROM activity_score WHERE day BETWEEN ? AND ?)",
        (str(day - timedelta(days=EVERY_DAYS - 1)), str(day)),
    )
    return waiting.fetchone() is not None
