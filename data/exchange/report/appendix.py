"""What stands behind the first page: every day and week, and all that was cut there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from data import adherence, pain, wording
from data.calendar_days import FULL_MONTHS, WEEKDAYS, brief
from data.exchange.report import words
from data.exchange.report.document import Block, Chart, Column, Remarks, Section, Table, Words
from data.exchange.report.figures import DatedText, DayLine, ExerciseFigures, Report, Week
from data.exchange.report.page_one import (
    COUNT_COLUMNS,
    LAST_RUNS,
    exercise_counts,
    runs_table,
    unknown_counts,
)
from data.exercise_trends import Dose
from data.plain_text import literal, one_line
from data.trends import TOGETHER_CAVEATS

LONGEST_GAP_SHOWN = 3  # days; a longer stretch without any entry takes one line
LONGEST_NAME = 300  # characters; a row of a table must fit on a page
WEEKS, ALL_RUNS = "Week by week", "All runs of the period"
HAPPENED = {
    "visit": "visit",
    "plan": "plan changed",
    "flare": "flare",
    "shoes": "shoes",
    "start": "start",
    "discharge": "discharge",
    "other": "",
    "paused": "paused",
}


def appendix(report: Report) -> tuple[Section, ...]:
    sections = [
        Section("Day by day", tuple(_days(report))),
        Section(WEEKS, (_weeks(report),)),
        Section("Trend of pain", (_trend(report),)),
        Section("Pain beside exercises", tuple(_together(report))),
        Section("Exercises", tuple(_exercises(report))),
    ]
    if len(report.runs) > LAST_RUNS:
        sections.append(Section(ALL_RUNS, (runs_table(ALL_RUNS, report.runs),)))
    sections.append(Section("Notes, questions and events", tuple(_in_full(report))))
    sections.append(Section("How this was counted", (_method(report),)))
    return tuple(sections)


def _days(report: Report) -> Iterator[Block]:
    def month(line: DayLine) -> tuple[int, int]:
        return line.day.year, line.day.month

    months = [(of, list(lines)) for of, lines in groupby(report.days, key=month)]
    told = [(of, lines) for of, lines in months if not all(line.is_empty for line in lines)]
    if len(told) < len(months):
        yield Words("", ("Months without any entry are left out.",))
    for (year, number), lines in told:
        yield Table(
            f"{FULL_MONTHS[number - 1]} {year}",
            (
                Column("Day", 14),
                Column("Worst pain", 9, is_number=True),
                Column("Morning", 8, is_number=True),
                Column("Night", 7, is_number=True),
                Column("During", 8, is_number=True),
                Column("Exercises", 28),
                Column(f"Run ({words.unit()})", 9, is_number=True),
                Column("Events", 17),
            ),
            tuple(_day_rows(lines)),
        )


def _day_rows(lines: Iterable[DayLine]) -> Iterator[tuple[str, ...]]:
    for is_empty, group in groupby(lines, key=lambda line: line.is_empty):
        stretch = list(group)
        if is_empty and len(stretch) > LONGEST_GAP_SHOWN:
            first, last = stretch[0].day, stretch[-1].day
            yield (
                f"{first.day} to {brief(last)}",
                *[words.UNKNOWN] * 4,
                "no entries",
                words.UNKNOWN,
                "",
            )
        else:
            yield from (_day_row(line) for line in stretch)


def _day_row(line: DayLine) -> tuple[str, ...]:
    return (
        f"{WEEKDAYS[line.day.weekday()]} {brief(line.day)}",
        words.level(line.worst),
        words.level(line.morning),
        words.level(line.night),
        words.level(line.during),
        _exercises_of(line),
        words.distance(line.km),
        ", ".join(filter(None, (HAPPENED[one] for one in line.happened))),
    )


def _exercises_of(line: DayLine) -> str:
    """`3 done, 1 in part, 1 skipped (pain)`"""
    parts = []
    if line.done:
        parts.append(f"{line.done} done")
    if line.in_part:
        parts.append(f"{line.in_part} in part")
    if line.skipped:
        reasons = sorted({wording.SKIP_REASONS[reason] for reason in line.skipped})
        parts.append(f"{len(line.skipped)} skipped ({', '.join(reasons)})")
    recorded = (line.worst, line.morning, line.night, line.during, line.km)
    nothing = "no entry" if all(value is None for value in recorded) else words.UNKNOWN
    return ", ".join(parts) or nothing


def _weeks(report: Report) -> Table:
    return Table(
        WEEKS,
        (
            Column("Days", 26),
            Column("Pain recorded", 14, is_number=True),
            Column("Mean of the worst", 15, is_number=True),
            Column("Exercises done", 27, is_number=True),
            Column(f"Running ({words.unit()})", 18, is_number=True),
        ),
        tuple(_week_row(week) for week in report.weeks if not week.is_empty),
        note="A mean needs 4 recorded days of a week. Weeks in which nothing was asked for or recorded are left out.",
        empty="Nothing was asked for or recorded.",
    )


def _week_row(week: Week) -> tuple[str, ...]:
    days = (week.last - week.first).days + 1
    return (
        words.span(week.first, week.last) if days > 1 else words.dated(week.first),
        f"{week.recorded_days} of {wording.counted(days, 'day')}",
        words.UNKNOWN if week.mean is None else f"{week.mean:.1f}",
        words.done_in_week(week),
        words.distance(week.km),
    )


def _trend(report: Report) -> Words:
    return Words(
        "",
        (
            f"{_capital(wording.trend(report.trends))}.",
            "The median of the slopes between all pairs of recorded days (Theil–Sen) with its 95 % interval, "
            f"of at most the last {pain.TREND_WINDOW} days of the period.",
        ),
    )


def _together(report: Report) -> Iterator[Block]:
    together = report.trends.together
    yield Words("", (wording.together(together),))
    if together.enough_for_scatter:
        yield Chart(
            "Each week: exercises done, and the mean pain of the week after it",
            "scatter",
            "; ".join(f"{wording.percent(done)} done, then pain {mean:.1f}" for done, mean in together.pairs)
            + ".",
        )
    yield Words("", (" ".join(TOGETHER_CAVEATS),))


def _exercises(report: Report) -> Iterator[Block]:
    yield Table(
        "Done",
        (Column("Exercise", 24), *COUNT_COLUMNS, Column("Skipped, and why", 22)),
        tuple(
            (
                words.shortened(one.exercise.name, LONGEST_NAME),
                *exercise_counts(one),
                words.skip_reasons(one),
            )
            for one in report.exercises
        ),
        note=" ".join(["Skipped: on how many days for which reason.", *unknown_counts(report.exercises)]),
        empty="No exercises were asked for or done.",
    )
    yield Table(
        "Asked for",
        (Column("Exercise", 24), Column("From", 13), Column("To", 13), Column("Dose", 50)),
        tuple(_dose_row(one, dose) for one in report.exercises for dose in one.doses),
    )


def _dose_row(figures: ExerciseFigures, dose: Dose) -> tuple[str, ...]:
    return (
        words.shortened(figures.exercise.name, LONGEST_NAME),
        words.dated(dose.first),
        words.dated(dose.last) if dose.last else "open",
        words.shortened(dose.words, LONGEST_NAME),
    )


def _in_full(report: Report) -> Iterator[Block]:
    """Everything that the first page may have cut."""
    lists = {
        "Questions": _texts(report.questions),
        "Notes for the physiotherapist": _texts(report.notes),
        "Flares": _texts(report.flares),
        "Stopped for pain": _stopped(report),
        "Medication": _texts(report.medication),
        "Pain elsewhere": [(words.place(one), words.felt(one)) for one in report.elsewhere],
        "Pauses": [(words.pause_days(one), words.paused(one, LONGEST_NAME)) for one in report.pauses],
    }
    for title, items in lists.items():
        if items:
            yield Remarks(title, tuple(items))
    if not any(lists.values()):
        yield Words("", ("No questions, notes, flares, medication or pain elsewhere.",))


def _stopped(report: Report) -> list[tuple[str, str]]:
    """Each exercise by its last such day, the newest first: `18 Nov 2026`, `Side plank; also 4 Nov, 2 Nov`"""
    found = sorted(
        (one for one in report.exercises if one.stopped), key=lambda one: one.stopped[-1], reverse=True
    )
    return [(words.dated(one.stopped[-1]), _stopped_line(one, report)) for one in found]


def _stopped_line(one: ExerciseFigures, report: Report) -> str:
    also = ", ".join(words.on(day, report.period.last) for day in reversed(one.stopped[:-1]))
    return one_line(one.exercise.name) + (f"; also {also}" if also else "")


def _texts(texts: Sequence[DatedText]) -> list[tuple[str, str]]:
    return [(words.dated(one.day), literal(one.text)) for one in texts]


def _method(report: Report) -> Words:
    return Words(
        "",
        (
            "All entries are the runner's own. The words of days, exercises and runs stay with the runner unless they "
            "were marked for the physiotherapist; lines that start with a question mark are questions.",
            f"Pain is a whole number from 0 “{pain.SCALE_ENDS[0]}” to 10 “{pain.SCALE_ENDS[1]}”. Pain of a day is the "
            "highest number of that day at the outer knee of the side that hurts; other places and the other side "
            "are listed apart. A day without a number is a gap, never a zero.",
            "The start is the mean of the first 7 days of this episode, now the mean of the last 7 days; each needs 4 "
            "recorded days. A change is called noticeable from 2 points and 30 % on, a commonly used threshold.",
            f"Exercises: {adherence.SCHEDULED_RULE} A weekly target asks for its sessions in any days of the week. "
            "Excused days: ill, travelling, advised to, or a pause.",
            f"Days with an entry: {adherence.COVERAGE_RULE} A day filled in later has no entry made on the day itself.",
            f"Pain during exercise and runs is compared with the limit of that day: {words.each_limit(report)}. "
            f"Above it: up to {pain.FAR_ABOVE} points more; far above: beyond that. The worst pain of a day is not "
            "compared with it.",
            "Activities: the first score since the start of this episode, and the latest.",
        ),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
