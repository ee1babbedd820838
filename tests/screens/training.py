"""Exercises in the plan for tests of Today, and a sample day with something of everything."""

from datetime import date, timedelta
from typing import Any

from data import activities, checklist, diary, plan
from data import day as days
from data.day import Item
from data.models import Exercise

MONDAY = date(2026, 11, 23)
YESTERDAY = MONDAY - timedelta(days=1)
BEGUN = MONDAY - timedelta(days=30)
DAILY = {"type": "daily"}
THREE_A_WEEK = {"type": "weekly", "times": 3}


def ago(number: int) -> date:
    return MONDAY - timedelta(days=number)


def exercise(name: str, *, unit: str = "reps", guide: str | None = None, **dose: Any) -> Exercise:
    """In the plan since a month ago; twice 10 a day with both legs unless told otherwise."""
    new = plan.add_exercise(plan.key_from_name(name), name, "strength", unit, guide=guide)
    plan.prescribe(new, BEGUN, **{"sets": 2, "amount": 10, "sides": "none", "schedule": DAILY, **dose})
    return new


def item(of: Exercise, day: date = MONDAY) -> Item:
    found = days.read(day).item(of.uid)
    assert found is not None
    return found


def sets(of: Exercise, day: date = MONDAY) -> dict[str, int]:
    """Sets done of each side asked for."""
    return {side: item(of, day).sets_on(side) for side in item(of, day).sides}


def write_sample() -> None:
    """A month at the right knee with gaps, an ill day and runs; a Monday that is half done."""
    diary.add_event("start", BEGUN, side="right")
    bridge = exercise("Glute bridge", guide="glute-bridge", schedule=THREE_A_WEEK)
    exercise("Lateral band walk", unit="steps", sides="each", load="light band", schedule=THREE_A_WEEK)
    stretch = exercise("Standing IT band stretch", unit="seconds", amount=30, sides="each")
    rolling = exercise("Foam rolling", unit="seconds", sets=1, amount=45, sides="each")
    plank = exercise("Side plank", unit="seconds", amount=15, sides="each")
    for back in range(1, 25):
        if back == 5:
            diary.skip_all(ago(back), "ill")
        elif back != 9:
            diary.log_pain(min(10, round(1 + back / 6) + back % 3), ago(back))
            for one in (stretch, plank, *([rolling] if back % 4 else []), *([bridge] if back % 2 else [])):
                diary.do(one, ago(back))
    for back, km in ((15, 6.2), (6, 4), (1, 5.2)):
        diary.log_run(km, ago(back), minutes=km * 6, onset_km=km - 0.4, before=0, during=2, after=1)
    diary.log_pain(2, MONDAY)
    diary.do(stretch, MONDAY)
    diary.do(rolling, MONDAY)
    checklist.next_set(item(bridge), MONDAY)
    diary.skip(plank, MONDAY, "pain")
    diary.log_pain(1, MONDAY, moment="during", exercise=stretch)
    diary.set_note(MONDAY, "Stairs fine this morning.\n? May I run downhill yet", for_physio=True)
    for name in ("Run 10 km", "Stairs down", "Sit with bent knee"):
        activities.add(name)
