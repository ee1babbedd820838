"""Reads a report from the open diary. Every figure of a rule comes from `trends` and the rules themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from data import activities, adherence, pain, plan, rows, run_trends, settings
from data import trends as figures
from data.calendar_days import week_start
from data.exchange.report import exercises, texts
from data.exchange.report.exercises import Answer
from data.exchange.report.figures import (
    SIX_DAYS,
    ActivityScores,
    DayLine,
    Elsewhere,
    Limit,
    Nights,
    PauseSpan,
    Report,
    Runner,
    Week,
)
from data.exchange.report.period import Period
from data.exchange.report.release import VERSION
from data.models import Activity, ActivityScore, Pause, database
from data.pain import Episodes
from data.rows import Felt
from data.trends import Trends


def read(period: Period, *, with_name: bool = True) -> Report:
    """The report of a period; with_name False leaves the runner's name out."""
    today = plan.today()
    first, last = period.first.toordinal(), period.last.toordinal()
    episodes = Episodes(rows.starts())
    trends = figures.trends(period.first, period.last, today)
    felt = rows.pain(first, last + 1)
    within = [one for one in felt if one.day <= last]
    answered = exercises.answers(first, last)
    words = texts.read(period)
    since = episodes.first_day(last)
    return Report(
        period=period,
        made_on=today,
        version=VERSION,
        runner=_runner(with_name, episodes, first, last),
        trends=trends,
        filled_in_later=_filled_in_later(max(first, since or 1), last),
        by_side=_by_side(within, episodes) if episodes.side(last) == "both" else None,
        limits=_limits(first, last),
        nights=_nights(within, episodes),
        activities=_activities(since, period.last),
        exercises=exercises.read(trends, answered),
        weeks=_weeks(trends, {one.day for one in answered}, min(period.last, today), today),
        runs=run_trends.responses(trends, rows.runs(first, last)),
        flares=words.flares,
        pauses=_pauses(period),
        elsewhere=_elsewhere(within, episodes),
        medication=words.medication,
        questions=words.questions,
        notes=words.notes,
        days=_days(trends, within, episodes, answered, min(period.last, today)),
        kept_back=words.kept_back,
    )


def _runner(with_name: bool, episodes: Episodes, first: int, last: int) -> Runner:
    since, began = settings.get("problem_since"), episodes.first_day(last)
    return Runner(
        name=settings.get("name") if with_name else None,
        side=episodes.side(last),
        episode_from=date.fromordinal(began) if began else None,
        earlier_sides=tuple(
            one.side
            for one, following in pairwise(episodes.starts)
            if first < following.day <= last and one.day < following.day
        ),
        problem_since=date.fromisoformat(since) if since else None,
        diagnosed_by=settings.get("diagnosed_by"),
    )


def _limits(first: int, last: int) -> tuple[Limit, ...]:
    """Those in force in the period, oldest first; of two that follow each other with one level the later source."""
    known = rows.limits(last)
    found: list[Limit] = []
    for day in (first, *(day for day, _, _ in known if day > first)):
        level, source = pain.limit_on(known, day)
        since = found.pop().first if found and found[-1].level == level else date.fromordinal(day)
        found.append(Limit(since, level, source))
    return tuple(found)


def _filled_in_later(first: int, last: int) -> int:
    window = (date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat())
    (days,) = database.execute_sql(
        "SELECT count(*) FROM (SELECT day FROM ("
        "SELECT day, at FROM exercise_log WHERE day BETWEEN ? AND ? "
        "UNION ALL SELECT day, at FROM pain_log WHERE day BETWEEN ? AND ?) "
        "GROUP BY day HAVING count(at) = 0)",
        window * 2,
    ).fetchone()
    return int(days)


def _nights(felt: Iterable[Felt], episodes: Episodes) -> Nights:
    levels: dict[int, int] = {}
    for one in felt:
        if one.moment == "night" and pain.concerns(one, episodes.side(one.day)):
            levels[one.day] = max(one.level, levels.get(one.day, 0))
    return Nights(len(levels), tuple(date.fromordinal(day) for day in sorted(levels) if levels[day] > 0))


def _by_side(felt: Iterable[Felt], episodes: Episodes) -> tuple[int | None, int | None]:
    """The highest at the outer knee of the left and of the right, on days of both knees; a log of both is of either."""
    levels: dict[str, list[int]] = defaultdict(list)
    for one in felt:
        if one.site == "outer-knee" and episodes.side(one.day) == "both":
            for side in ("left", "right") if one.side == "both" else (one.side,):
                levels[side].append(one.level)
    return max(levels["left"], default=None), max(levels["right"], default=None)


def _activities(since: int | None, last: date) -> tuple[ActivityScores, ...]:
    scores: dict[str, list[tuple[date, int]]] = defaultdict(list)
    query = ActivityScore.select().where(ActivityScore.day.between(date.fromordinal(since or 1), last))
    for one in query.order_by(ActivityScore.day):
        scores[one.activity_uid].append((one.day, one.score))
    return tuple(_activity(one, scores[one.uid]) for one in activities.activities())


def _activity(activity: Activity, scores: Sequence[tuple[date, int]]) -> ActivityScores:
    return ActivityScores(
        activity.name, scores[0] if scores else None, scores[-1] if len(scores) > 1 else None
    )


def _weeks(trends: Trends, exercised: set[int], last: date, today: date) -> tuple[Week, ...]:
    """exercised: the days with an entry of an exercise."""
    ledger = [
        days
        for _, days in figures.exercise_ledger(trends.first.toordinal(), last.toordinal(), today.toordinal())
    ]
    by_day = {day.day: day for day in trends.chart.days}
    worst = {day.toordinal(): line.worst for day, line in by_day.items() if line.worst is not None}
    weeks = []
    first = trends.first
    while first <= last:
        end = min(week_start(first) + SIX_DAYS, last)
        span = range(first.toordinal(), end.toordinal() + 1)
        weeks.append(
            Week(
                first,
                end,
                recorded_days=sum(day in worst for day in span),
                mean=pain.mean_of_recorded(worst, span.start, span.stop - 1),
                exercise_days=sum(day in exercised for day in span),
                tally=adherence.total(days.tally(span.start, span.stop - 1) for days in ledger),
                km=sum(by_day[date.fromordinal(day)].km or 0 for day in span),
            )
        )
        first = end + timedelta(days=1)
    return tuple(weeks)


def _pauses(period: Period) -> tuple[PauseSpan, ...]:
    touching = (Pause.starts_on <= period.last) & (Pause.ends_on.is_null() | (Pause.ends_on >= period.first))
    return tuple(
        PauseSpan(one.exercise.name if one.exercise_uid else None, one.starts_on, one.ends_on, one.reason)
        for one in Pause.select().where(touching).order_by(Pause.starts_on, Pause.uid)
    )


def _elsewhere(felt: Iterable[Felt], episodes: Episodes) -> tuple[Elsewhere, ...]:
    levels: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
    for one in felt:
        if not pain.concerns(one, episodes.side(one.day)):
            days = levels[one.site, one.side]
            days[one.day] = max(one.level, days.get(one.day, 0))
    return tuple(
        Elsewhere(site, side, len(days), max(days.values())) for (site, side), days in sorted(levels.items())
    )


def _days(
    trends: Trends, felt: Iterable[Felt], episodes: Episodes, answered: Iterable[Answer], last: date
) -> tuple[DayLine, ...]:
    levels: dict[int, dict[str, int]] = defaultdict(dict)
    for one in felt:
        if pain.concerns(one, episodes.side(one.day)):
            levels[one.day][one.moment] = max(one.level, levels[one.day].get(one.moment, 0))
    by_day: dict[int, list[Answer]] = defaultdict(list)
    for answer in answered:
        by_day[answer.day].append(answer)
    happened: dict[date, list[str]] = defaultdict(list)
    for mark in trends.chart.marks:
        if mark.kind not in happened[mark.day]:
            happened[mark.day].append(mark.kind)
    pauses = rows.pauses(trends.first.toordinal(), last.toordinal())
    lines = []
    for line in trends.chart.days:
        day = line.day.toordinal()
        if line.day > last:
            break
        answers, moments = by_day[day], levels[day]
        paused = ["paused"] if adherence.is_paused(None, day, pauses) else []
        lines.append(
            DayLine(
                line.day,
                worst=line.worst,
                morning=moments.get("morning"),
                night=moments.get("night"),
                during=moments.get("during"),
                done=sum(one.credit is not None and one.credit >= 1 for one in answers),
                in_part=sum(one.is_cut_short for one in answers),
                skipped=tuple(sorted(one.skipped for one in answers if one.skipped)),
                km=line.km,
                happened=tuple(paused + happened[line.day]),
            )
        )
    return tuple(lines)
