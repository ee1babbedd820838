"""How the report says what it found, to a reader who doesn't know the program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median

from data import pain, plan_words, settings, wording
from data.adherence import Tally
from data.calendar_days import MONTHS, WEEKDAYS, brief, stretch
from data.exchange.report.figures import (
    SIX_DAYS,
    ActivityScores,
    DatedText,
    Elsewhere,
    ExerciseFigures,
    Nights,
    PauseSpan,
    Report,
    Week,
)
from data.exercise_trends import Dose
from data.plain_text import one_line

UNKNOWN = "–"
NOT_RECORDED = "not recorded"
NONE_RECORDED = "none recorded"
NOT_KNOWN = "not known"
TOO_FEW = "fewer than 4 of these days recorded"
PLAIN_DAYS = 300
SIDES = {"left": "left knee", "right": "right knee", "both": "both knees"}
LIMIT_SOURCES = {
    "default": "the default, from studies of kneecap pain",
    "me": "set by the runner",
    "physio": "agreed with the physiotherapist",
}


def dated(day: date) -> str:
    """`23 Nov 2026`"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """`Mon 23 Nov`"""
    return f"{WEEKDAYS[day.weekday()]} {brief(day)}"


def span(first: date, last: date) -> str:
    """`12 to 18 Oct 2026`, `12 Oct to 22 Nov 2026`, with both years where they differ."""
    return stretch(first, last)


def on(day: date, last: date) -> str:
    """`23 Nov`, with its year where that is not plain from a report that ends on `last`."""
    return brief(day) if (last - day).days < PLAIN_DAYS else dated(day)


def week_to(day: date) -> str:
    """The 7 days that end on a day: `16 to 22 Nov 2026`"""
    return span(day - SIX_DAYS, day)


def shortened(text: str, most: int) -> str:
    """The text on one line, of at most so many characters, cut between words where it can be."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    kept = cut.rsplit(" ", 1)[0]
    return f"{kept if len(kept) > most // 2 else cut} …"


def listed(words: Sequence[str], most: int) -> str:
    """`3 Nov, 7 Nov and 2 more`"""
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def level(points: int | None) -> str:
    return UNKNOWN if points is None else str(points)


def levels(found: Sequence[int]) -> str:
    """`, from 1 to 4`; `, unchanged at 3`; `: 3` of a single day."""
    least, most = min(found), max(found)
    if least < most:
        return f", from {least} to {most}"
    return f", unchanged at {most}" if len(found) > 1 else f": {most}"


def distance(km: float | None) -> str:
    """`5.2`: a number in the diary's unit."""
    return UNKNOWN if km is None else f"{settings.from_km(km):.1f}"


def unit() -> str:
    return settings.get("units")


def done(tally: Tally, times_a_week: int | None) -> str:
    """`18 of 21 · 86 %`; with a weekly target `9 sessions · 75 %`"""
    if times_a_week is None or tally.ratio is None:
        return wording.share(tally.done, tally.due)
    return f"{wording.sessions(tally.done)} · {wording.percent(tally.ratio)}"


def done_in_week(week: Week) -> str:
    """`18 of 21 · 86 %`; of a week without an entry of any exercise `no entries · 0 of 21`."""
    done, due = week.tally.done, week.tally.due
    if due > 0 and not week.exercise_days:
        return f"no entries · {wording.done_of_due(done, due)}"
    return wording.share(done, due)


def asked_for(doses: Sequence[Dose], last_day: date, most: int) -> str:
    """The last dose, since when it holds where it changed and until when where it ended, and what it was before."""
    if not doses:
        return "not in the plan"
    *earlier, last = doses
    since = f"from {on(last.first, last_day)}" if earlier else ""
    until = f"until {on(last.last, last_day)}" if last.last and last.last < last_day else ""
    held = " ".join(filter(None, (since, until)))
    words = ", ".join(filter(None, (shortened(last.words, most), held)))
    if not earlier:
        return words
    before = shortened(earlier[0].words, most) if len(earlier) == 1 else f"{len(earlier)} other doses"
    return f"{words}; before: {before}"


def during(levels: Sequence[int], furthest: tuple[int, int] | None) -> str:
    """`1.5, worst 4, above`; `3, worst 5; 4 above` where not the worst went furthest beyond the limit of its day."""
    if not levels or furthest is None:
        return UNKNOWN
    said = f"{wording.decimal(median(levels))}, worst {max(levels)}"
    level, limit = furthest
    verdict = pain.against_limit(level, limit)
    if verdict == "within":
        return said
    return f"{said}, {verdict}" if level == max(levels) else f"{said}; {level} {verdict}"


def skip_reasons(figures: ExerciseFigures) -> str:
    """`forgot 2, pain 1`"""
    return ", ".join(f"{wording.SKIP_REASONS[reason]} {days}" for reason, days in figures.skips) or "none"


def score(given: tuple[date, int] | None, last: date) -> str:
    """`8 (22 Nov)`"""
    return NOT_RECORDED if given is None else f"{given[1]} ({on(given[0], last)})"


def latest_score(scores: ActivityScores, last: date) -> str:
    """`8 (22 Nov)`, or that there is none after the first."""
    return "one score so far" if scores.then and scores.now is None else score(scores.now, last)


def activity_change(scores: ActivityScores) -> str:
    """`+4`, or that there is nothing to compare with."""
    if scores.then is None or scores.now is None:
        return UNKNOWN
    change = scores.now[1] - scores.then[1]
    return f"{change:+d}".replace("-", "−") if change else "same"


def nights(found: Nights, last: date) -> str:
    """`on 2 of 5 nights recorded (7 Nov, 3 Nov)`"""
    if not found.recorded:
        return NOT_RECORDED
    days = f" ({listed([on(day, last) for day in reversed(found.painful)], 4)})" if found.painful else ""
    return f"on {len(found.painful)} of {wording.counted(found.recorded, 'night')} recorded{days}"


def flares(found: Sequence[DatedText], last: date, most: int, characters: int) -> str:
    words = [
        on(one.day, last) + (f": {shortened(one.text, characters)}" if one.text else "") for one in found
    ]
    return "; ".join(words[:most]) + _more(len(words) - most) if words else NONE_RECORDED


def stopped(found: Iterable[ExerciseFigures], last: date, most: int, characters: int) -> str:
    """`Side plank (7 Nov, 3 Nov)`"""
    words = [
        f"{shortened(one.exercise.name, characters)} "
        f"({listed([on(day, last) for day in reversed(one.stopped)], 2)})"
        for one in found
        if one.stopped
    ]
    return "; ".join(words[:most]) + _more(len(words) - most) if words else NONE_RECORDED


def medication(found: Sequence[DatedText], last: date, most: int, characters: int) -> str:
    """`Ibuprofen 400 mg, 3 times, last on 20 Nov`: the same words are one, the latest first."""
    groups: dict[str, list[DatedText]] = {}
    for one in found:
        groups.setdefault(one_line(one.text).casefold(), []).append(one)
    words = []
    for same in groups.values():
        text, day = shortened(same[0].text, characters), on(same[0].day, last)
        words.append(f"{text} ({day})" if len(same) == 1 else f"{text} ({len(same)} times, last on {day})")
    return "; ".join(words[:most]) + _more(len(words) - most) if words else NONE_RECORDED


def elsewhere(found: Sequence[Elsewhere], most: int) -> str:
    """`hip, left: 2 days, highest 3`"""
    words = [f"{place(one)}: {felt(one)}" for one in found]
    return "; ".join(words[:most]) + _more(len(words) - most) if words else NONE_RECORDED


def place(where: Elsewhere) -> str:
    """`hip, left`"""
    return f"{wording.SITES[where.site]}, {wording.SIDES[where.side]}"


def felt(where: Elsewhere) -> str:
    return f"{wording.counted(where.days, 'day')}, highest {where.highest}"


def pauses(found: Sequence[PauseSpan], most: int, characters: int) -> str:
    """`3 to 9 Nov 2026, all exercises (ill)`"""
    words = [f"{pause_days(one)}, {paused(one, characters)}" for one in found]
    return "; ".join(words[:most]) + _more(len(words) - most) if words else NONE_RECORDED


def pause_days(pause: PauseSpan) -> str:
    """`3 to 9 Nov 2026`, `since 3 Nov 2026`"""
    if pause.last is None:
        return f"since {dated(pause.first)}"
    return dated(pause.first) if pause.first == pause.last else span(pause.first, pause.last)


def paused(pause: PauseSpan, characters: int) -> str:
    """`all exercises (ill)`"""
    what = shortened(pause.exercise, characters) if pause.exercise else "all exercises"
    return f"{what} ({plan_words.PAUSE_REASONS[pause.reason]})"


def _more(number: int) -> str:
    return f"; {number} more in the appendix" if number > 0 else ""


def entries(report: Report) -> str:
    """`26 of 28 days; 3 filled in later`"""
    if report.trends.coverage is None:
        return "none in this period"
    later = report.filled_in_later
    return wording.coverage(report.trends.coverage) + (f"; {later} filled in later" if later else "")


def period(report: Report) -> str:
    """`12 Oct to 22 Nov 2026`, and how long that is."""
    return f"{span(report.period.first, report.period.last)} ({wording.counted(report.period.length, 'day')})"


def visit(report: Report) -> str:
    """`19 Oct 2026`; `23 Nov 2026, the last day; before: 19 Oct 2026` where the report's last day has one itself."""
    before = dated(report.period.visit) if report.period.visit else ""
    last = report.period.last
    if not any(mark.kind == "visit" and mark.day == last for mark in report.trends.chart.marks):
        return before or NONE_RECORDED
    return f"{dated(last)}, the last day" + (f"; before: {before}" if before else "")


def episode(report: Report) -> str:
    """`since 21 Oct 2026: left knee; earlier days of this period: right knee`; "" where none began within it."""
    who = report.runner
    if not who.earlier_sides or who.episode_from is None:
        return ""
    now, *earlier = (SIDES[side] if side else "side not recorded" for side in (who.side, *who.earlier_sides))
    return f"since {dated(who.episode_from)}: {now}; earlier days of this period: {', then '.join(earlier)}"


def last_known(report: Report) -> str:
    """Why the mean at the period's end is not known; `…; last known 0.7, 16 to 22 Nov 2026` where there was one."""
    if report.last_known is None:
        return TOO_FEW
    day, mean = report.last_known
    return f"{TOO_FEW}; last known {mean:.1f}, {week_to(day)}"


def highest_by_side(levels: tuple[int | None, int | None]) -> str:
    """`left 6, right not recorded`"""
    return ", ".join(
        f"{side} {NOT_RECORDED if found is None else found}"
        for side, found in zip(("left", "right"), levels, strict=True)
    )


def limit(report: Report) -> str:
    """`3, set by the runner`; `4 since 23 Nov, agreed with the physiotherapist; 2 until 22 Nov`"""
    *earlier, now = report.limits
    since = f" since {on(now.first, report.period.last)}" if earlier else ""
    ends = [on(following.first - timedelta(days=1), report.period.last) for following in report.limits[1:]]
    before = [f"{one.level} until {end}" for one, end in zip(earlier, ends, strict=True)]
    more = [f"{len(before) - 3} others"] if len(before) > 3 else []
    said = f"; {', '.join([*more, *before[-3:]])}" if before else ""
    return f"{now.level}{since}, {LIMIT_SOURCES[now.source]}{said}"


def each_limit(report: Report) -> str:
    """`2 (set by the runner); from 23 Nov 2026 on 4 (agreed with the physiotherapist)`"""
    return "; ".join(
        (f"from {dated(one.first)} on " if at else "") + f"{one.level} ({LIMIT_SOURCES[one.source]})"
        for at, one in enumerate(report.limits)
    )
