"""A small sample: the guide's programme in the plan, a fortnight of pain with gaps and a zero, and a full Monday."""

from datetime import date, timedelta

from data import diary, guide, plan

MONDAY = date(2026, 11, 23)
BEGUN = MONDAY - timedelta(days=40)
WORST = {13: 5, 12: 4, 10: 4, 9: 3, 8: 10, 6: 2, 5: 3, 4: 2, 3: 0, 1: 2}
"""Pain of the day, by how many days it lies back."""


def write_fortnight() -> None:
    diary.add_event("start", BEGUN, side="left")
    for one in guide.programme():
        exercise = plan.add_exercise(one.key, one.name, one.kind, one.unit, guide=one.guide, source="guide")
        dose = one.dose
        plan.prescribe(
            exercise,
            BEGUN,
            sets=dose.sets,
            amount=dose.amount,
            hold=dose.hold,
            sides=dose.sides,
            load=dose.load,
            schedule=dose.schedule,
            source="guide",
        )
    for back, level in WORST.items():
        diary.log_pain(level, MONDAY - timedelta(days=back))
    diary.log_pain(1, MONDAY, moment="morning", note="Stiff on the first stairs.")
    diary.log_run(5.2, MONDAY, minutes=31, onset_km=4.8, before=0, during=2, after=3)
    diary.log_pain(4, MONDAY, moment="during", exercise=plan.find_exercise("lateral"))
    diary.log_pain(
        6,
        MONDAY,
        moment="during",
        site="hip",
        exercise=plan.find_exercise("glute"),
        medication="ibuprofen 400 mg",
        note="Not the knee, but worth a word.",
    )
    diary.log_pain(4, MONDAY)
