"""Pain of a day, baseline, now, change and trend."""

from datetime import date, timedelta
from fractions import Fraction

from .days import Row, by_day, days_between, mean, number

SLACK = Fraction(1, 10**9)


class Pain:
    """The pain of a diary, by day."""

    def __init__(self, diary: Row) -> None:
        self.starts = [event for event in diary["events"] if event["kind"] == "start"]
        self.logs_on = by_day(diary["pain_logs"])

    def start(self, d: date) -> Row | None:
        """The `start` event that opened the day's episode; None before the first (then all days belong)."""
        starts = [event for event in self.starts if event["day"] <= d.isoformat()]
        return max(starts, key=lambda event: event["day"], default=None)

    def episode_begins(self, d: date) -> date:
        # Reading: a discharge ends prescriptions; the figures still look back to the latest start.
        start = self.start(d)
        return date.min if start is None else date.fromisoformat(start["day"])

    def level(self, d: date) -> Fraction | None:
        """The highest level of the day at the outer knee of that day's side, 0–10; None without one."""
        start = self.start(d)
        side = None if start is None else start["side"]
        # Reading: moments are not told apart (worst, during, morning… all count), nor is `exercise` or `run`.
        levels = [
            Fraction(log["level"])
            for log in self.logs_on.get(d, [])
            if log["site"] == "outer-knee" and (side in (None, "both") or log["side"] in (side, "both"))
        ]
        return max(levels, default=None)

    def recorded(self, first: date, last: date) -> list[tuple[date, Fraction]]:
        """The recorded days among these, with their pain."""
        pairs = ((d, self.level(d)) for d in days_between(first, last))
        return [(d, level) for d, level in pairs if level is not None]

    def mean_of_four(self, first: date, last: date) -> Fraction | None:
        """Mean pain of the recorded days; None with fewer than 4."""
        levels = [level for _, level in self.recorded(first, last)]
        return mean(levels) if len(levels) >= 4 else None

    def mean7(self, d: date) -> Fraction | None:
        # Reading: the seven days may reach into an earlier episode; each has the pain of its own day's side.
        return self.mean_of_four(d - timedelta(days=6), d)

    def baseline(self, last: date) -> Fraction | None:
        begins = self.episode_begins(last)
        days = (d for d in sorted(self.logs_on) if d >= begins and self.level(d) is not None)
        first_recorded = next(days, None)
        if first_recorded is None or first_recorded > last:
            return None
        # Reading: all seven days, even when a new start lies among them (beyond the window's end).
        return self.mean_of_four(first_recorded, first_recorded + timedelta(days=6))

    def trend(self, first: date, last: date) -> Row | None:
        days = self.recorded(max(first, last - timedelta(days=181)), last)
        if len(days) < 14 or (days[-1][0] - days[0][0]).days + 1 < 21:
            return None
        from scipy.stats import theilslopes  # takes a second to load, in every process of the tests

        result = theilslopes([float(level) for _, level in days], [d.toordinal() for d, _ in days], 0.95)
        return {
            "per_week": float(result.slope) * 7,
            "low": float(result.low_slope) * 7,
            "high": float(result.high_slope) * 7,
            "n": len(days),
        }

    def figures(self, first: date, last: date) -> Row:
        baseline, now = self.baseline(last), self.mean7(last)
        change = None if baseline is None or now is None else now - baseline
        noticeable = None
        if change is not None and baseline is not None:
            noticeable = abs(change) >= 2 - SLACK and abs(change) >= baseline * 3 / 10 - SLACK
        return {
            "recorded_days": len(self.recorded(first, last)),
            "baseline": number(baseline),
            "now": number(now),
            "change": number(change),
            "noticeable": noticeable,
            "trend": self.trend(first, last),
        }
