"""All figures of a window, and the rules of a single day."""

from datetime import date, timedelta
from fractions import Fraction

from .days import Row, by_day, days_between, mean, monday, number
from .exercises import Exercises, is_weekly, scheduled
from .pain import Pain


class Diary:
    """One diary on its civil day `today`."""

    def __init__(self, diary: Row, today: date) -> None:
        self.today = today
        self.exercises = Exercises(diary, today)
        self.pain = Pain(diary)
        self.runs_on = by_day(diary["runs"])
        self.logged_days = sorted({*by_day(diary["exercise_logs"]), *by_day(diary["pain_logs"])})

    def coverage(self, first: date, last: date) -> Fraction | None:
        # Reading: every exercise log and every pain log makes a logged day, a skip or another site too.
        begins = self.pain.episode_begins(last)
        since = next((d for d in self.logged_days if d >= begins), None)
        if since is None:
            return None
        until_today = days_between(max(first, since), min(last, self.today))
        days = [d for d in until_today if d != self.today or d in self.logged_days]
        return Fraction(sum(d in self.logged_days for d in days), len(days)) if days else None

    def together(self, first: date, last: date) -> Row:
        pairs: list[tuple[Fraction, Fraction]] = []
        for week in (d for d in days_between(first, last) if d.isoweekday() == 1):
            follower_ends = week + timedelta(days=13)
            if follower_ends > last or follower_ends >= self.today:
                continue
            adherence = self.exercises.adherence(week, week + timedelta(days=6))
            pain = self.pain.mean_of_four(week + timedelta(days=7), follower_ends)
            if adherence is not None and pain is not None:
                pairs.append((adherence, pain))
        # Reading: 6 and 3 pairs decide what is drawn and said; the figures are given from one week on.
        high = [pain for adherence, pain in pairs if adherence >= Fraction(4, 5)]
        low = [pain for adherence, pain in pairs if adherence < Fraction(4, 5)]
        return {
            "pairs": [[float(adherence), float(pain)] for adherence, pain in pairs],
            "high": {"weeks": len(high), "mean": number(mean(high)) if high else None},
            "low": {"weeks": len(low), "mean": number(mean(low)) if low else None},
        }

    def series_day(self, d: date) -> Row:
        if d > self.today:
            return {"day": d.isoformat(), "worst": None, "mean7": None, "adherence7": None, "km": None}
        return {
            "day": d.isoformat(),
            "worst": number(self.pain.level(d)),
            "mean7": number(self.pain.mean7(d)),
            # Reading: judged as it stands today, not as it stood on d.
            "adherence7": number(self.exercises.adherence(d - timedelta(days=6), d)),
            "km": sum(run["km"] for run in self.runs_on[d]) if d in self.runs_on else None,
        }

    def figures(self, first: date, last: date) -> Row:
        each = [self.exercises.figures(exercise, first, last) for exercise in self.exercises.listed]
        done, due = sum(one["done"] for one in each), sum(one["due"] for one in each)
        km = [run["km"] for d in days_between(first, last) for run in self.runs_on.get(d, [])]
        return {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "adherence": {
                "overall": float(done / due) if due else None,
                "done": float(done),
                "due": float(due),
                "coverage": number(self.coverage(first, last)),
                "exercises": [
                    {
                        **one,
                        "ratio": number(one["ratio"]),
                        "done": float(one["done"]),
                        "due": float(one["due"]),
                    }
                    for one in each
                ],
            },
            "pain": self.pain.figures(first, last),
            "runs": {"count": len(km), "km": sum(km), "longest_km": max(km, default=None)},
            "together": self.together(first, last),
            "series": [self.series_day(d) for d in days_between(first, last)],
        }

    def day(self, d: date) -> Row:
        exercises = {}
        for exercise in self.exercises.listed:
            prescription = self.exercises.in_force(exercise, d)
            if prescription is None:
                continue
            weekly, excused = is_weekly(prescription), self.exercises.excused(exercise, d)
            exercises[exercise["key"]] = {
                # Reading: an excused day is not due; a weekly exercise is due on every other day in force,
                # whether its week is met or not (done_this_week tells).
                "due": not excused and (weekly or scheduled(prescription, d)),
                "credit": float(self.exercises.credit(exercise, d))
                if self.exercises.logs(exercise, d)
                else None,
                "excused": excused,
                # Reading: the whole calendar week's count, at most n, also when the day is a past one.
                "done_this_week": number(
                    self.exercises.week_count(exercise, monday(d) + timedelta(days=6))[1]
                )
                if weekly
                else None,
            }
        return {
            "day": d.isoformat(),
            "paused": self.exercises.paused(d, None),
            "worst": number(self.pain.level(d)),
            "exercises": exercises,
        }
