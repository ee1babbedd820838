"""A plausible long diary, for benchmarks and for screens that must stay quick: the same for the same seed.

Five exercises with a plan that changes every few months, holidays and colds as pauses, three runs a week, pain
that slowly eases and flares up once in a while: some 16 rows a day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.diaries.by_hand import (
    DAILY,
    Row,
    activity,
    activity_score,
    diary,
    event,
    exercise,
    log,
    note,
    pain,
    pain_limit,
    pause,
    prescription,
    run,
    setting,
    start,
    weekdays,
    weekly,
)

PLAN_DAYS = 84
EXERCISES: dict[str, dict[str, Any]] = {
    "glute-bridge": {"sides": "none", "schedule": DAILY},
    "lateral-band-walk": {"unit": "steps", "sides": "each", "schedule": weekly(4)},
    "foam-rolling": {
        "unit": "seconds",
        "kind": "release",
        "sides": "each",
        "schedule": weekdays(1, 2, 4, 5, 6),
    },
    "itb-stretch": {"unit": "seconds", "kind": "stretch", "sides": "each", "schedule": DAILY},
    "side-plank": {"unit": "seconds", "sides": "each", "schedule": DAILY},
}
ACTIVITIES = ["Run 10 km", "Stairs down", "Sit with bent knee"]
NOTES = ["Slept badly.", "Stairs fine this morning.", "Desk all day, stiff hip.", "? May I run downhill yet"]


def make(days: int, last: date, seed: int = 1) -> Row:
    """A diary of so many days that ends on `last`, in interchange form; ten years are some 60,000 rows."""
    chance = Random(seed)
    first = last - timedelta(days=days - 1)
    dates = [first + timedelta(days=n) for n in range(days)]
    tables = {
        "settings": [setting("day_start", "03:00"), setting("units", "km")],
        "exercises": [
            exercise(key, kind=how.get("kind", "strength"), unit=how.get("unit", "reps"), position=position)
            for position, (key, how) in enumerate(EXERCISES.items(), 1)
        ],
        "prescriptions": list(_plan(dates)),
        "exercise_logs": list(_exercise_logs(chance, dates)),
        "day_notes": [
            note(chance.choice(NOTES), d, for_physio=chance.random() < 0.2)
            for d in dates
            if chance.random() < 0.3
        ],
        "pauses": [pause(d, d + timedelta(days=6)) for d in dates[150::180]],
        "events": [
            start("right", first),
            *(event("visit", d, text="Plan changed") for d in dates[PLAN_DAYS::PLAN_DAYS]),
            *(event("flare", d) for d in dates[120::365]),
        ],
        "pain_limits": [pain_limit(2, first, source="default"), *(pain_limit(3, d) for d in dates[28:29])],
        "activities": [activity(name, position=position) for position, name in enumerate(ACTIVITIES, 1)],
        "activity_scores": [
            activity_score(name, d, chance.randint(2, 10)) for d in dates[6::7] for name in ACTIVITIES
        ],
    }
    tables["runs"] = [
        run(
            round(chance.uniform(2, 12), 1),
            d,
            minutes=round(chance.uniform(15, 80), 1),
            terrain="flat",
            effort=5,
        )
        for d in dates
        if d.isoweekday() in (2, 4, 7)
    ]
    tables["pain_logs"] = list(_pain_logs(chance, dates, tables["runs"]))
    return diary(exported_at=f"{last}T20:00:00Z", **tables)


def _plan(dates: list[date]) -> Iterator[Row]:
    """Each exercise's dose, a little more every twelve weeks; the last one open."""
    for key, how in EXERCISES.items():
        for step, begins in enumerate(dates[::PLAN_DAYS]):
            ends = begins + timedelta(days=PLAN_DAYS - 1)
            yield prescription(
                key,
                begins,
                None if ends >= dates[-1] else ends,
                sets=2 + step % 2,
                amount=10 + 2 * (step % 4),
                sides=how["sides"],
                schedule=how["schedule"],
                source="physio",
            )


def _exercise_logs(chance: Random, dates: list[date]) -> Iterator[Row]:
    for d in dates:
        for key, how in EXERCISES.items():
            sides = ["both"] if how["sides"] == "none" else ["left", "right"]
            luck = chance.random()
            if luck < 0.08:
                continue
            reason = chance.choice(["pain", "time", "forgot", "travel"]) if luck < 0.14 else None
            for side in sides:
                sets = 0 if reason else chance.choice([1, 2, 2, 2, 3, 3])
                yield log(key, d, sets, side, skipped=reason)


def _pain_logs(chance: Random, dates: list[date], runs: list[Row]) -> Iterator[Row]:
    for n, d in enumerate(dates):
        worst = max(0, min(10, round(5 - 4 * n / len(dates) + chance.gauss(0, 1.2))))
        if chance.random() < 0.93:
            yield pain(worst, d)
            yield pain(max(0, worst - 1), d, "morning")
        for key in EXERCISES:
            if chance.random() < 0.7:
                yield pain(max(0, worst - chance.randint(0, 2)), d, "during", exercise_key=key)
    for row in runs:
        for moment in ("before", "during", "after"):
            yield pain(chance.randint(0, 4), row["day"], moment, run_row=row)
