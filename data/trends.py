"""The series and figures that charts, the `trends` command and the report share: computed once, shown many times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from data import adherence, pain, rows, runs
from data.adherence import ExerciseDays, Tally
from data.figures import ChartSeries, DayFigures, LimitSpan, Mark
from data.pain import Episodes, Trend
from data.rows import Felt, Listed, Ran

HIGH_ADHERENCE = 0.8  # the band that most studies call satisfactory (Bailey 2020)
SCATTER_PAIRS = 6
PAIRS_IN_WORDS = 3
TOGETHER_CAVEATS = (
    "One person's diary can't show what caused the change.",
    "Pain often eases with time.",
    "Running less, painkillers and sleep matter too.",
    "You may skip because it hurts.",
)


class Group(NamedTuple):
    """Weeks of high or other adherence, and the mean of the next weeks' mean pain; None without any."""

    weeks: int
    mean: float | None


class Together(NamedTuple):
    """Pairs of a week's adherence (0–1) and the following week's mean pain (0–10), oldest first."""

    pairs: tuple[tuple[float, float], ...]
    high: Group
    low: Group

    @property
    def enough_for_words(self) -> bool:
        return min(self.high.weeks, self.low.weeks) >= PAIRS_IN_WORDS

    @property
    def enough_for_scatter(self) -> bool:
        return len(self.pairs) >= SCATTER_PAIRS


class Trends(NamedTuple):
    """All figures of a window [first, last]: points 0–10, ratios 0–1, distances in km; None: not known.

    baseline_days and now_days: how many of the 7 days are recorded that the mean is or would be of. trend_days: how
    many recorded days the trend has, and how many days they span.
    """

    first: date
    last: date
    overall: Tally
    exercises: tuple[tuple[Listed, Tally], ...]
    coverage: tuple[int, int] | None
    recorded_days: int
    baseline: float | None
    baseline_from: date | None
    baseline_days: int
    now: float | None
    now_days: int
    trend: Trend | None
    trend_days: tuple[int, int]
    run_count: int
    run_km: float
    longest_km: float | None
    together: Together
    chart: ChartSeries

    @property
    def change(self) -> float | None:
        """Now less baseline, in points."""
        return None if self.now is None or self.baseline is None else self.now - self.baseline

    @property
    def shared_days(self) -> int:
        """How many of the first 7 days are among the last 7 as well; 0 without a baseline."""
        if self.baseline_from is None:
            return 0
        return max(0, 2 * pain.WEEK - 1 - (self.last - self.baseline_from).days)

    @property
    def noticeable(self) -> bool | None:
        if self.change is None or self.baseline is None:
            return None
        return pain.is_noticeable(self.change, self.baseline)


def trends(first: date, last: date, today: date) -> Trends:
    """Every figure of the window. `today`, the diary's civil day, is provisional; days after it are empty."""
    start, end, now = first.toordinal(), last.toordinal(), today.toordinal()
    episodes = Episodes(rows.starts())
    since = episodes.first_day(end)
    base_from = rows.first_pain_day(since or 1, end, episodes.side(end))
    worst = _pain_days(episodes, base_from, start, end)
    ran = [run for run in rows.runs(start - runs.LOOK_BACK, end) if run.day <= now]
    here = [run for run in ran if run.day >= start]
    days = exercise_ledger(start - pain.WEEK + 1, end, now)
    tallies = tuple((exercise, ledger.tally(start, end)) for exercise, ledger in days)
    base = pain.baseline(worst, base_from)
    first_log = rows.first_log_day(since if since is not None else 1)
    ledgers = [ledger for _, ledger in days]
    return Trends(
        first=first,
        last=last,
        overall=adherence.total(tally for _, tally in tallies),
        exercises=tallies,
        coverage=adherence.coverage(rows.logged_days(start, end), first_log, start, end, now),
        recorded_days=sum(start <= day <= end for day in worst),
        baseline=base,
        baseline_from=date.fromordinal(base_from) if base_from and base is not None else None,
        baseline_days=pain.recorded(worst, base_from, base_from + pain.WEEK - 1) if base_from else 0,
        now=pain.mean7(worst, end),
        now_days=pain.recorded(worst, end - pain.WEEK + 1, end),
        trend=pain.trend(worst, start, end),
        trend_days=_trend_days(worst, start, end),
        run_count=len(here),
        run_km=sum(run.km for run in here),
        longest_km=max((run.km for run in here), default=None),
        together=_together(ledgers, worst, start, end, now),
        chart=_chart(ledgers, worst, ran, base, start, end, now),
    )


def exercise_ledger(first: int, last: int, today: int) -> list[tuple[Listed, ExerciseDays]]:
    """Each exercise with its days from the Monday on or before `first`, in the order of the plan."""
    monday = first - (first - 1) % 7
    logs = adherence.by_exercise_and_day(rows.logs(monday, last))
    pauses = rows.pauses(monday, last)
    asked: dict[str, list[rows.Prescribed]] = {}
    for one in rows.prescriptions(monday, last):
        asked.setdefault(one.exercise, []).append(one)
    return [
        (
            exercise,
            adherence.exercise_days(
                asked.get(exercise.uid, []), logs.get(exercise.uid, {}), pauses, monday, last, today
            ),
        )
        for exercise in rows.exercises()
    ]


def _pain_days(episodes: Episodes, base_from: int | None, start: int, end: int) -> dict[int, int]:
    """Pain of each recorded day that any figure of the window looks at: its days and those of the baseline."""
    logs: list[Felt] = rows.highest_pain(start - pain.WEEK + 1, end)
    if base_from is not None:
        logs += rows.highest_pain(base_from, base_from + pain.WEEK - 1)
    return pain.pain_of_days(logs, episodes)


def _trend_days(worst: dict[int, int], start: int, end: int) -> tuple[int, int]:
    days = pain.trend_days(worst, start, end)
    return len(days), days[-1] - days[0] + 1 if days else 0


def _together(
    days: Sequence[ExerciseDays], worst: dict[int, int], start: int, end: int, today: int
) -> Together:
    """Each whole week of the window against the week after it, which must be over before today."""
    pairs = []
    monday = start + (1 - start) % 7
    while monday + 13 <= end and monday + 13 < today:
        tally = adherence.total(one.tally(monday, monday + 6) for one in days)
        felt = pain.mean_of_recorded(worst, monday + 7, monday + 13)
        if tally.ratio is not None and felt is not None:
            pairs.append((tally.ratio, felt))
        monday += 7
    high = [felt for ratio, felt in pairs if ratio >= HIGH_ADHERENCE - pain.SLACK]
    low = [felt for ratio, felt in pairs if ratio < HIGH_ADHERENCE - pain.SLACK]
    return Together(tuple(pairs), _group(high), _group(low))


def _group(means: list[float]) -> Group:
    return Group(len(means), sum(means) / len(means) if means else None)


def _chart(
    days: Sequence[ExerciseDays],
    worst: dict[int, int],
    ran: list[Ran],
    base: float | None,
    start: int,
    end: int,
    today: int,
) -> ChartSeries:
    km: dict[int, float] = {}
    for run in ran:
        km[run.day] = km.get(run.day, 0) + run.km
    ratios = adherence.running_adherence(days, start, end)
    series = tuple(
        DayFigures(date.fromordinal(day), worst.get(day), pain.mean7(worst, day), ratio, km.get(day))
        if day <= today
        else DayFigures(date.fromordinal(day), None, None, None, None)
        for day, ratio in zip(range(start, end + 1), ratios, strict=True)
    )
    long_runs = frozenset(date.fromordinal(run.day) for run in runs.long_runs(ran, start))
    return ChartSeries(series, _limit_spans(start, end), base, _marks(start, end), long_runs)


def _limit_spans(start: int, end: int) -> tuple[LimitSpan, ...]:
    limits = rows.limits(end)
    firsts = sorted({start, *(day for day, _, _ in limits if start < day <= end)})
    lasts = [day - 1 for day in firsts[1:]] + [end]
    return tuple(
        LimitSpan(date.fromordinal(first), date.fromordinal(last), pain.limit_on(limits, first)[0])
        for first, last in zip(firsts, lasts, strict=True)
    )


def _marks(start: int, end: int) -> tuple[Mark, ...]:
    marks = [Mark(date.fromordinal(day), kind, text) for day, kind, text in rows.events(start, end)]
    marks += [Mark(date.fromordinal(day), "plan", "") for day in rows.plan_changes(start, end)]
    return tuple(sorted(marks, key=lambda mark: (mark.day, mark.kind, mark.text)))


def as_json(figures: Trends) -> dict[str, Any]:
    """The object of `trends --json`: nothing rounded, unknown is null."""
    logged_days = figures.coverage
    return {
        "from": figures.first.isoformat(),
        "to": figures.last.isoformat(),
        "adherence": {
            "overall": figures.overall.ratio,
            "done": figures.overall.done,
            "due": figures.overall.due,
            "coverage": logged_days[0] / logged_days[1] if logged_days else None,
            "exercises": [
                {
                    "key": exercise.key,
                    "name": exercise.name,
                    "ratio": tally.ratio,
                    "done": tally.done,
                    "due": tally.due,
                    "excused": tally.excused,
                    "skipped_for_pain": tally.skipped_for_pain,
                    "not_recorded": tally.not_recorded,
                }
                for exercise, tally in figures.exercises
            ],
        },
        "pain": {
            "recorded_days": figures.recorded_days,
            "baseline": figures.baseline,
            "now": figures.now,
            "change": figures.change,
            "noticeable": figures.noticeable,
            "trend": None
            if figures.trend is None
            else {
                "per_week": figures.trend.per_week,
                "low": figures.trend.low,
                "high": figures.trend.high,
                "n": figures.trend.n,
            },
        },
        "runs": {"count": figures.run_count, "km": figures.run_km, "longest_km": figures.longest_km},
        "together": {
            "pairs": [list(pair) for pair in figures.together.pairs],
            "high": {"weeks": figures.together.high.weeks, "mean": figures.together.high.mean},
            "low": {"weeks": figures.together.low.weeks, "mean": figures.together.low.mean},
        },
        "series": [
            {
                "day": day.day.isoformat(),
                "worst": day.worst,
                "mean7": day.mean7,
                "adherence7": day.adherence7,
                "km": day.km,
            }
            for day in figures.chart.days
        ],
    }
