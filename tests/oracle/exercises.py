"""Due, done, excused and adherence, day by day."""

from datetime import date
from fractions import Fraction

from .days import Row, by_day, days_between, holds, mean, monday

EXCUSING = {"ill", "travel", "advised"}


def scheduled(prescription: Row, d: date) -> bool:
    """Whether a daily, weekdays or every-n prescription asks for this day."""
    schedule = prescription["schedule"]
    if schedule["type"] == "daily":
        return True
    if schedule["type"] == "weekdays":
        return d.isoweekday() in schedule["days"]
    assert schedule["type"] == "every"
    return (d - date.fromisoformat(prescription["starts_on"])).days % schedule["days"] == 0


def is_weekly(prescription: Row) -> bool:
    """Whether the prescription asks for so many times a week, on days of the runner's choice."""
    return prescription["schedule"]["type"] == "weekly"


class Exercises:
    """The exercises of a diary on its civil day `today`."""

    def __init__(self, diary: Row, today: date) -> None:
        self.today = today
        self.listed = sorted(diary["exercises"], key=lambda exercise: (exercise["position"], exercise["key"]))
        self.prescriptions = diary["prescriptions"]
        self.pauses = diary["pauses"]
        self.logs_of = {
            exercise["uid"]: by_day([x for x in diary["exercise_logs"] if x["exercise"] == exercise["uid"]])
            for exercise in self.listed
        }

    def logs(self, exercise: Row, d: date) -> list[Row]:
        return self.logs_of[exercise["uid"]].get(d, [])

    def in_force(self, exercise: Row, d: date) -> Row | None:
        found = [p for p in self.prescriptions if p["exercise"] == exercise["uid"] and holds(p, d)]
        assert len(found) <= 1, "prescriptions of an exercise never overlap"
        return found[0] if found else None

    def credit(self, exercise: Row, d: date) -> Fraction:
        """0…1: what was done of what was asked. Zero without a log."""
        prescription = self.in_force(exercise, d)
        assert prescription is not None
        # Reading: sides `none` is one side, and only `both` logs can stand under it.
        required = {"none": ["both"], "each": ["left", "right"], "left": ["left"], "right": ["right"]}
        sides = required[prescription["sides"]]
        return mean([self.side_credit(prescription, self.logs(exercise, d), side) for side in sides])

    def side_credit(self, prescription: Row, logs: list[Row], side: str) -> Fraction:
        done = Fraction(0)
        for log in logs:
            # Reading: a log that carries a skip gives nothing, whatever its sets_done says.
            if log["side"] in (side, "both") and log["skipped"] is None:
                amount = prescription["amount"] if log["amount"] is None else log["amount"]
                done += Fraction(log["sets_done"]) * Fraction(amount)
        asked = Fraction(prescription["sets"]) * Fraction(prescription["amount"])
        return min(Fraction(1), done / asked)

    def paused(self, d: date, exercise: Row | None) -> bool:
        """Whether a pause of everything, or one of this exercise, holds on the day."""
        who = {None} if exercise is None else {None, exercise["uid"]}
        return any(pause["exercise"] in who and holds(pause, d) for pause in self.pauses)

    def excused(self, exercise: Row, d: date) -> bool:
        skip = any(log["skipped"] in EXCUSING for log in self.logs(exercise, d))
        return skip or self.paused(d, exercise)

    def week_count(self, exercise: Row, d: date) -> tuple[Fraction, Fraction]:
        """Walking the week from Monday: what counts of d's own credit, and the week's count up to d.

        Readings: the walk begins on Monday even when the window cuts the week; a credit that would go over n
        counts in part; the week's count runs on through a change from one weekly prescription to another,
        while days under another kind of schedule leave it alone.
        """
        count = own = Fraction(0)
        for each in days_between(monday(d), d):
            prescription = self.in_force(exercise, each)
            own = Fraction(0)
            if prescription is None or not is_weekly(prescription) or self.excused(exercise, each):
                continue
            n = prescription["schedule"]["times"]
            own = min(self.credit(exercise, each), max(Fraction(0), n - count))
            count += own
        return own, count

    def figures(self, exercise: Row, first: date, last: date) -> Row:
        """One element of adherence.exercises, its ratio, done and due still as fractions."""
        total = {
            "due": Fraction(0),
            "done": Fraction(0),
            "excused": 0,
            "skipped_for_pain": 0,
            "not_recorded": 0,
        }
        for prescription in self.prescriptions:
            if prescription["exercise"] != exercise["uid"]:
                continue
            add = self.weekly_figures if is_weekly(prescription) else self.scheduled_figures
            for name, value in add(exercise, prescription, first, min(last, self.today)).items():
                total[name] += value
        ratio = total["done"] / total["due"] if total["due"] else None
        return {"key": exercise["key"], "name": exercise["name"], "ratio": ratio, **total}

    def scheduled_figures(self, exercise: Row, prescription: Row, first: date, last: date) -> Row:
        due = done = Fraction(0)
        excused = skipped_for_pain = not_recorded = 0
        for d in days_between(first, last):
            if not holds(prescription, d) or not scheduled(prescription, d):
                continue
            # Reading: an excused today is counted as excused at once; "provisional" is about due and done.
            if self.excused(exercise, d):
                excused += 1
                continue
            logs = self.logs(exercise, d)
            if d == self.today and not logs:
                continue
            due += 1
            done += self.credit(exercise, d)
            # Reading: any log at all, even one of 0 sets or of a side not asked for, means "recorded".
            if not logs:
                not_recorded += 1
            # Reading: a pain skip today counts as well, since with a log today is due like a past day; one
            # side skipped for pain is enough, whatever the other side did.
            if any(log["skipped"] == "pain" for log in logs):
                skipped_for_pain += 1
        return {
            "due": due,
            "done": done,
            "excused": excused,
            "skipped_for_pain": skipped_for_pain,
            "not_recorded": not_recorded,
        }

    def weekly_figures(self, exercise: Row, prescription: Row, first: date, last: date) -> Row:
        n = prescription["schedule"]["times"]
        due = counted = this_week = Fraction(0)
        excused = skipped_for_pain = 0
        for d in days_between(first, last):
            if not holds(prescription, d):
                continue
            if self.excused(exercise, d):
                excused += 1
                continue
            # Reading: "(always 0 for weekly)" stands at not recorded alone, and a physiotherapist wants to
            # see every skip for pain, so the weekly ones are counted day by day.
            if any(log["skipped"] == "pain" for log in self.logs(exercise, d)):
                skipped_for_pain += 1
            own, _ = self.week_count(exercise, d)
            if monday(d) == monday(self.today):
                this_week += own
            else:
                due += Fraction(n, 7)
                counted += own
        # Reading: the week of today adds what was counted in it to both, without the cap of n × days / 7; the
        # cap is taken once over the other days of the window, not week by week.
        return {
            "due": due + this_week,
            "done": min(counted, due) + this_week,
            "excused": excused,
            "skipped_for_pain": skipped_for_pain,
            "not_recorded": 0,
        }

    def adherence(self, first: date, last: date) -> Fraction | None:
        """Σ done / Σ due of all exercises, 0…1; None when nothing was due."""
        each = [self.figures(exercise, first, last) for exercise in self.listed]
        due = sum(one["due"] for one in each)
        return sum(one["done"] for one in each) / due if due else None
