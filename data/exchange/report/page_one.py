"""The first page: what a physiotherapist reads in sixty seconds. What is too long for it is cut, and says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data import adherence, pain, wording
from data.exchange.report import words
from data.exchange.report.document import (
    Chart,
    Column,
    Facts,
    Figure,
    Figures,
    PageOne,
    Remarks,
    Table,
    Words,
)
from data.exchange.report.figures import DatedText, ExerciseFigures, Report
from data.plain_text import one_line
from data.run_trends import RunFigures

LAST_RUNS = 6


@dataclass(frozen=True, slots=True)
class Room:
    """How much the page has room for: rows of a list, and characters of a name, a dose and a remark."""

    exercises: int
    runs: int
    remarks: int
    name: int
    dose: int
    remark: int
    mentions: int


ROOMS = (
    Room(exercises=8, runs=LAST_RUNS, remarks=4, name=60, dose=120, remark=240, mentions=3),
    Room(exercises=6, runs=LAST_RUNS, remarks=3, name=50, dose=60, remark=140, mentions=2),
    Room(exercises=6, runs=LAST_RUNS, remarks=2, name=28, dose=40, remark=100, mentions=1),
    Room(exercises=4, runs=LAST_RUNS, remarks=1, name=16, dose=24, remark=48, mentions=1),
)
"""From the usual page to the tightest; a format whose page is of paper takes the first that fits."""


def page_one(report: Report, room: Room = ROOMS[0]) -> PageOne:
    return PageOne(
        runner=_runner(report, room),
        pain=_pain(report),
        activities=_activities(report, room),
        chart=Chart("Pain, exercises and running, day by day", "panels", _chart_in_words(report)),
        exercises=_exercises(report, room),
        runs=runs_table(f"Last {LAST_RUNS} runs", report.runs[-room.runs :]),
        happened=_happened(report, room),
        questions=_remarks("Questions", report.questions, report.period.last, room, "No questions."),
        notes=_remarks("Notes for the physiotherapist", report.notes, report.period.last, room, "No notes."),
        method=_method(),
    )


def _runner(report: Report, room: Room) -> Facts:
    who = report.runner
    name = "left out" if who.name is None else words.shortened(who.name, room.name) or "not given"
    return Facts(
        "Runner",
        (
            ("Name", name),
            ("Side", words.SIDES[who.side] if who.side else words.NOT_RECORDED),
            ("Problem since", words.dated(who.problem_since) if who.problem_since else words.NOT_RECORDED),
            ("Diagnosed by", words.shortened(who.diagnosed_by, room.name) or words.NOT_RECORDED),
            ("Last visit", words.visit(report)),
            ("Days with an entry", words.entries(report)),
            ("Pain limit", words.limit(report)),
            *([("Episode", episode)] if (episode := words.episode(report)) else []),
        ),
    )


def _pain(report: Report) -> Figures:
    trends, period = report.trends, report.period
    levels = [day.worst for day in trends.chart.days if day.worst is not None]
    highest = f", the highest {max(levels)}" if levels else ""
    start = trends.baseline_from
    by_side = report.by_side
    at_first = _figure(report.at_first_day, "At the period's start", words.week_to(period.first))
    return Figures(
        "Pain: mean of the worst of each day, 0–10",
        (
            _figure(trends.baseline, "At the start", f"7 days from {words.dated(start)}" if start else ""),
            *([] if report.reaches_back(period.first) else [at_first]),
            _figure(trends.now, "Now", words.week_to(period.last), words.last_known(report)),
        ),
        (
            f"Change since the start: {wording.change(trends)}.",
            f"Recorded on {trends.recorded_days} of {wording.counted(period.length, 'day')}{highest}.",
            f"Pain at night: {words.nights(report.nights, report.period.last)}.",
            *([f"Highest by side: {words.highest_by_side(by_side)}."] if by_side else []),
        ),
    )


def _figure(value: float | None, label: str, when: str, unknown: str = words.TOO_FEW) -> Figure:
    """when: the days of the value; unknown: why there is none."""
    if value is None:
        return Figure(words.NOT_KNOWN, label, unknown)
    return Figure(f"{value:.1f}", label, when)


def _activities(report: Report, room: Room) -> Table:
    return Table(
        "Activities: 0 “unable”, 10 “as before”",
        (
            Column("Activity", 35),
            Column("Then", 23),
            Column("Now", 27.5),
            Column("Change", 14.5, is_number=True),
        ),
        tuple(
            (
                words.shortened(one.name, room.name),
                words.score(one.then, report.period.last),
                words.latest_score(one, report.period.last),
                words.activity_change(one),
            )
            for one in report.activities
        ),
        empty="No activities were chosen.",
    )


def exercise_counts(one: ExerciseFigures) -> tuple[str, ...]:
    """What became of what was asked for, in the order of COUNT_COLUMNS."""
    return (
        words.done(one.tally, one.times_a_week),
        str(one.cut_short),
        str(one.tally.skipped_for_pain),
        str(one.tally.excused),
        words.UNKNOWN if one.times_a_week else str(one.tally.not_recorded),
        words.during(one.pain_during, one.furthest),
    )


def unknown_counts(shown: Sequence[ExerciseFigures]) -> list[str]:
    """What the sign for no count means, where it stands."""
    is_there = any(one.times_a_week for one in shown)
    return (
        [f"{words.UNKNOWN} under “Not recorded”: a weekly target misses no single day."] if is_there else []
    )


def _are_weekly(exercises: Sequence[ExerciseFigures]) -> bool:
    return bool(exercises) and all(one.times_a_week for one in exercises)


COUNT_COLUMNS = (
    Column("Done", 18.5),
    Column("Cut short", 5.5, is_number=True),
    Column("Skipped for pain", 7, is_number=True),
    Column("Excused", 7, is_number=True),
    Column("Not recorded", 7.5, is_number=True),
    Column("Pain during (median)", 12.5, is_number=True),
)


def _exercises(report: Report, room: Room) -> Table:
    shown = report.exercises[: room.exercises]
    more = len(report.exercises) - len(shown)
    rows = [
        (
            words.shortened(one.exercise.name, room.name),
            words.asked_for(one.doses, report.period.last, room.dose),
            *exercise_counts(one),
        )
        for one in shown
    ]
    overall = report.trends.overall
    rows.append(
        (
            "All exercises",
            "",
            words.done(overall, None),
            str(sum(one.cut_short for one in report.exercises)),
            str(overall.skipped_for_pain),
            str(overall.excused),
            words.UNKNOWN if _are_weekly(report.exercises) else str(overall.not_recorded),
            words.during(
                [level for one in report.exercises for level in one.pain_during],
                pain.furthest(one.furthest for one in report.exercises if one.furthest),
            ),
        )
    )
    notes = [f"and {more} more, see the appendix"] if more else []
    return Table(
        "Exercises",
        (Column("Exercise", 19), Column("Asked for", 23), *COUNT_COLUMNS),
        tuple(rows) if shown else (),
        note=". ".join([*notes, *unknown_counts(shown)]),
        empty="No exercises were asked for or done.",
        has_total=True,
    )


def runs_table(title: str, listed: tuple[RunFigures, ...]) -> Table:
    """Runs with the pain around them, the newest first."""
    return Table(
        title,
        (
            Column("Day", 28),
            Column(f"Distance ({words.unit()})", 13, is_number=True),
            Column("Pain from", 12.5, is_number=True),
            Column("Before", 10, is_number=True),
            Column("During", 15, is_number=True),
            Column("After", 9, is_number=True),
            Column("Next morning", 12.5, is_number=True),
        ),
        tuple(_run(one) for one in reversed(listed)),
        note=f"{words.UNKNOWN} not recorded. Pain from: how far before it came on." if listed else "",
        empty="No runs in this period.",
    )


def _run(one: RunFigures) -> tuple[str, ...]:
    response = one.response
    no_pain = one.run.onset_km is None and one.pain_free_km is not None
    return (
        words.weekday(one.day) + (", long run" if one.is_long else ""),
        words.distance(one.run.km),
        "no pain" if no_pain else words.distance(one.run.onset_km),
        words.level(response.before),
        _against_limit(response.during, one.limit),
        words.level(response.after),
        words.level(response.next_morning),
    )


def _against_limit(points: int | None, limit: int) -> str:
    if points is None:
        return words.UNKNOWN
    verdict = pain.against_limit(points, limit)
    return str(points) if verdict == "within" else f"{points}, {verdict}"


def _happened(report: Report, room: Room) -> Facts:
    most, name, last = room.mentions, room.name, report.period.last
    discharges = _marked_days(report, "discharge")
    return Facts(
        "Also recorded",
        (
            *([("Discharge", words.listed(discharges, most))] if discharges else []),
            ("Flares", words.flares(report.flares, last, most, name)),
            ("Stopped for pain", words.stopped(report.exercises, last, most, name)),
            ("Medication", words.medication(report.medication, last, most, name)),
            ("Pain elsewhere", words.elsewhere(report.elsewhere, most)),
            ("Pauses", words.pauses(report.pauses[::-1], most, name)),
        ),
    )


def _marked_days(report: Report, kind: str) -> list[str]:
    """The days with a mark of this kind, oldest first: `19 Oct`"""
    return [words.on(mark.day, report.period.last) for mark in report.trends.chart.marks if mark.kind == kind]


def _remarks(title: str, texts: tuple[DatedText, ...], last: date, room: Room, empty: str) -> Remarks:
    shown = texts[: room.remarks]
    items = tuple((words.on(one.day, last), words.shortened(one.text, room.remark)) for one in shown)
    cut = any(len(one_line(one.text)) > room.remark for one in shown)
    more = len(texts) - len(shown)
    note = f"and {more} more, see the appendix" if more else "… in full in the appendix" if cut else ""
    return Remarks(title, items, note, empty)


def _method() -> Words:
    return Words(
        "Method",
        (
            f"Pain: 0 “{pain.SCALE_ENDS[0]}” to 10 “{pain.SCALE_ENDS[1]}”, entered by the runner, at the outer knee. "
            "Means are of 7 days with 4 recorded; days without an entry are left out. Noticeable: 2 points and 30 %.",
            f"Exercises: sessions done, of those due. {adherence.SCHEDULED_RULE} {adherence.PROVISIONAL_RULE}",
            f"Days with an entry: {adherence.COVERAGE_RULE} Above: pain during a run or an exercise over the limit "
            f"of that day; far above: by more than {pain.FAR_ABOVE}. "
            "Long run: more than 10 % beyond the longest of the 30 days before.",
        ),
    )


def _chart_in_words(report: Report) -> str:
    trends = report.trends
    levels = [day.worst for day in trends.chart.days if day.worst is not None]
    recorded = wording.counted(len(levels), "day")
    said = f"Pain was recorded on {recorded}{words.levels(levels)}. " if levels else "No pain was recorded. "
    said += f"Exercises done: {wording.share(trends.overall.done, trends.overall.due)}. "
    said += f"{wording.counted(trends.run_count, 'run')}, {wording.distance(trends.run_km)} in all. "
    marks = {
        "visit": "Visits",
        "plan": "Changes of the plan",
        "flare": "Flares",
        "start": "Episode began",
        "discharge": "Discharge",
    }
    for kind, name in marks.items():
        days = _marked_days(report, kind)
        said += f"{name}: {words.listed(days, 8)}. " if days else ""
    if not all(week.is_empty for week in report.weeks):
        said += "The figures of each week are in the appendix."
    return said.strip()
