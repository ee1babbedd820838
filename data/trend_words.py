"""What the screens of trends call their figures. Points are 0–10; no number has more than one decimal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from data import pain, wording
from data.calendar_days import short, stretch
from data.calendar_figures import CalendarDay
from data.exercise_trends import Dose
from data.figures import ChartSeries, DayFigures, Mark
from data.plain_text import one_line
from data.rows import Ran
from data.trends import SCATTER_PAIRS, Together, Trends

PANELS = ("pain", "adherence", "km")


def start_and_now(figures: Trends) -> str:
    """`4.6 → 0.7: down by 3.9, noticeable`, or which of the two is not known yet."""
    start, now = figures.baseline, figures.now
    if start is None and now is None:
        days = f"{figures.baseline_days} of {pain.DAYS_FOR_A_MEAN} days at the start, {figures.now_days} now"
        return f"{wording.NOT_ENOUGH}: {days}"
    if start is None or now is None:
        at_start = wording.mean(start, figures.baseline_days)
        return f"at the start {at_start}; now {wording.mean(now, figures.now_days)}"
    return f"{wording.decimal(start)} → {wording.decimal(now)}: {wording.change(figures)}"


def pain_during(levels: Sequence[int]) -> str:
    """`median 1.5, worst 4, recorded 12 times`"""
    if not levels:
        return "not recorded"
    times = wording.counted(len(levels), "time")
    return f"median {wording.decimal(median(levels))}, worst {max(levels)}, recorded {times}"


def dose_days(dose: Dose) -> str:
    """`31 Aug to 11 Oct 2026`, or `from 12 Oct 2026 on` while it is open."""
    return stretch(dose.first, dose.last) if dose.last else f"from {stretch(dose.first, dose.first)} on"


def running(figures: Trends) -> str:
    """`26 runs, 146.3 km, longest 8.2 km`"""
    if figures.longest_km is None:
        return "no runs"
    runs_made = wording.counted(figures.run_count, "run")
    return f"{runs_made}, {wording.distance(figures.run_km)}, longest {wording.distance(figures.longest_km)}"


def onset(run: Ran, during: int | None) -> str | None:
    """How far it went before pain came on: `4.8 km`, `no pain`; None where that was not recorded."""
    if run.onset_km is not None:
        return wording.distance(run.onset_km)
    return "no pain" if during == 0 else None


def scatter_pairs(pairs: Together) -> str | None:
    """How far it is to a scatter of weeks; None when there are enough of them."""
    if pairs.enough_for_scatter:
        return None
    return (
        f"Not enough data yet for a drawing: {len(pairs.pairs)} of {SCATTER_PAIRS} pairs. A pair is a week of "
        f"exercises and the week after it, with pain on {pain.DAYS_FOR_A_MEAN} of its days."
    )


def of_day(day: DayFigures, chart: ChartSeries, panels: Iterable[str] = PANELS) -> str:
    """A day of the charts, as far as these panels show it: `Sun 22 Nov 2026: pain 1, 7-day mean 0.7; 5.2 km; Visit`."""
    said = {
        "pain": pain_of_day(day),
        "adherence": adherence_of_day(day),
        "km": running_of_day(day, long=day.day in chart.long_runs),
    }
    marks = [mark_words(mark) for mark in chart.marks if mark.day == day.day]
    return f"{short(day.day)}: " + "; ".join([*(said[panel] for panel in panels), *marks])


def pain_of_day(day: DayFigures) -> str:
    """`pain 1, 7-day mean 0.7`"""
    level = "not recorded" if day.worst is None else str(day.worst)
    return (
        f"pain {level}, 7-day mean {wording.NOT_KNOWN if day.mean7 is None else wording.decimal(day.mean7)}"
    )


def adherence_of_day(day: DayFigures) -> str:
    """`86 % done in 7 days`"""
    if day.adherence7 is None:
        return "nothing due in 7 days"
    return f"{wording.percent(day.adherence7)} done in 7 days"


def running_of_day(day: DayFigures, *, long: bool) -> str:
    """`5.2 km`; `long`: with a run more than 10 % beyond the longest of the 30 days before."""
    if day.km is None:
        return "no run"
    return f"{wording.distance(day.km)}, a long run" if long else wording.distance(day.km)


def of_calendar_day(day: CalendarDay) -> str:
    """`Sun 22 Nov 2026: worst pain 1; exercises 3.5 of 4 · 88 %, 1 excused`"""
    level = "not recorded" if day.worst is None else str(day.worst)
    if day.is_unrecorded:
        exercises = (
            "none recorded yet" if day.is_today else f"none of {wording.decimal(day.tally.due)} recorded"
        )
    else:
        done = wording.share(day.tally.done, day.tally.due)
        exercises = ", ".join([done, *wording.set_apart(day.tally)])
    return f"{short(day.day)}: worst pain {level}; exercises: {exercises}"


def mark_words(mark: Mark) -> str:
    """`Visit: more of the bridge`, `Plan change`"""
    kind = "Plan change" if mark.kind == "plan" else mark.kind.capitalize()
    return f"{kind}: {one_line(mark.text)}" if mark.text.strip() else kind
