"""A plan for tests: four exercises with a history, one of them archived, a limit, a pause to come, activities."""

from datetime import date, timedelta

from data import activities, diary, doses, pauses, plan
from data.models import Exercise

TODAY = date(2026, 11, 23)
BEGUN = date(2026, 9, 7)
CHANGED = date(2026, 10, 12)


def write_plan() -> None:
    """The bridge is ready for more: three whole days, no pain in it, the mornings not logged."""
    diary.add_event("start", BEGUN, side="right")
    doses.add_from_library(["glute-bridge", "lateral-band-walk", "itb-stretch", "side-plank"], BEGUN)
    bridge = plan.find_exercise("glute-bridge")
    dose = plan.dose_of(plan.prescriptions(bridge)[0]) | {"sets": 3, "amount": 12}
    plan.prescribe(bridge, CHANGED, **dose | {"source": "physio", "note": "Slowly.\nBoth heels down."})
    stretch = plan.find_exercise("itb-stretch")
    for back in (1, 3, 5):
        diary.do(bridge, TODAY - timedelta(days=back))
        diary.do(stretch, TODAY - timedelta(days=back), sets=1)
    plan.archive(plan.find_exercise("side-plank"), CHANGED)
    plan.set_limit(3, CHANGED, source="physio")
    pauses.pause(date(2026, 12, 20), date(2027, 1, 3), reason="travel")
    for name in ("Run 10 km", "Stairs down"):
        activities.add(name)


def named(start: str) -> Exercise:
    return plan.find_exercise(start)


def spans(start: str) -> list[tuple[str, str | None, int, float]]:
    """From, to, sets and amount of each prescription, oldest first."""
    return [
        (str(one.starts_on), str(one.ends_on) if one.ends_on else None, one.sets, one.amount)
        for one in plan.prescriptions(named(start))
    ]


def names() -> list[str]:
    return [one.name for one in plan.exercises()]
