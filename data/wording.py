"""What the figures and rules are called: the sentences that command, app and report share. Points are 0–10.

No number has more than one decimal, counts stand before percentages, and what is not known is said to be unknown.
"""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from data import pain, runs, settings
from data.calendar_days import short

if TYPE_CHECKING:
    from data.adherence import Tally
    from data.exchange.merge import Counts
    from data.models import Event, PainLog, Run
    from data.trends import Together, Trends

NOT_KNOWN = "not known"
STOP = "Stop this exercise for today"
NOT_ENOUGH = "not enough data yet"
BLANK = "blank: not recorded"
NOTHING_DUE = "nothing was due"
UNCHANGED = "nothing was changed"
LIMIT_SOURCES = {
    "default": "the default, from studies of kneecap pain",
    "me": "set by you",
    "physio": "agreed with your physiotherapist",
}
LIMIT_SIGNS = {"within": "✓", "above": "▲", "far above": "▲▲"}
SKIP_REASONS = {
    "pain": "pain",
    "time": "no time",
    "forgot": "forgot",
    "equipment": "no equipment",
    "other": "other reason",
    "ill": "ill",
    "travel": "travelling",
    "advised": "advised to",
}
MOMENTS = {
    "worst": "worst of the day",
    "morning": "in the morning",
    "before": "before",
    "during": "during",
    "after": "after",
    "night": "at night",
    "other": "at another time",
}
SITES = {"outer-knee": "outer knee", "outer-thigh": "outer thigh", "hip": "hip", "other": "elsewhere"}
SIDES = {"left": "left", "right": "right", "both": "both sides"}


def decimal(value: float) -> str:
    """`4.6`, `7`"""
    return f"{round(value, 1):g}"


def percent(ratio: float) -> str:
    """`86 %`; 100 % only when nothing is missing."""
    whole = round(ratio * 100)
    return f"{min(whole, 99) if ratio < 1 else whole} %"


def counted(number: float, one: str, many: str = "") -> str:
    """`1 set`, `2 sets`, `2.5 sets`"""
    return f"{decimal(number)} {one if number == 1 else many or one + 's'}"


def span(first: date, last: date | None) -> str:
    """`Mon 31 Aug 2026 to Sun 6 Sep 2026`, one day alone, or `from Mon 31 Aug 2026 on` while it is open."""
    if first == last:
        return short(first)
    return f"{short(first)} to {short(last)}" if last else f"from {short(first)} on"


def distance(km: float) -> str:
    """A distance in the diary's unit: `5.2 km`, `3.2 mi`."""
    unit = settings.get("units")
    return f"{decimal(km / settings.KM_IN[unit])} {unit}"


def duration(minutes: float) -> str:
    """`31 min`, and where there are seconds `31:30` or `1:02:10`."""
    whole, seconds = divmod(round(minutes * 60), 60)
    if not seconds and whole:
        return f"{whole} min"
    hours, rest = divmod(whole, 60)
    return f"{hours}:{rest:02}:{seconds:02}" if hours else f"{rest}:{seconds:02}"


def sentence(words: str) -> str:
    """With a full stop, unless what is quoted last brings an end of its own."""
    return words if words.rstrip().endswith((".", "!", "?", "…")) else f"{words}."


def remarks(*texts: str) -> str:
    """`. Stairs fine` after a sentence; empty ones leave nothing."""
    return "".join(f". {text}" for text in texts if text.strip())


# The limit


def limit_words(level: int, source: str) -> str:
    """`the limit of 2 (the default, from studies of kneecap pain)`"""
    return f"the limit of {level} ({LIMIT_SOURCES[source]})"


def against_limit(level: int, limit: int, source: str) -> str:
    """Pain during an exercise or a run against the limit, in words: `5 is above the limit of 2 (set by you)`."""
    return f"{level} is {pain.against_limit(level, limit)} {limit_words(limit, source)}"


def stop_text(level: int, limit: int, source: str) -> str:
    """What is said to pain at the outer knee during an exercise, above the limit."""
    return f"{STOP}: {against_limit(level, limit, source)}."


def pain_words(log: PainLog, exercise: str | None = None) -> str:
    """`Pain 3 (worst of the day, outer knee, right)`; exercise: the name of the one that the log goes with."""
    moment = moment_words(log, exercise or ("a run" if log.run_uid else ""))
    return f"Pain {log.level} ({moment}, {SITES[log.site]}, {SIDES[log.side]})"


def moment_words(log: PainLog, goes_with: str = "") -> str:
    """`worst of the day`, `during Glute bridge`, `in the morning, a run`; goes_with: the exercise or the run, or ""."""
    moment = MOMENTS[log.moment]
    if not goes_with:
        return moment
    return f"{moment}{' ' if log.moment in ('before', 'during', 'after') else ', '}{goes_with}"


def event_words(event: Event) -> str:
    """`Visit: more of the bridge`, `Start (right)`"""
    side = f" ({SIDES[event.side]})" if event.side else ""
    return f"{event.kind.capitalize()}{side}" + (f": {event.text}" if event.text.strip() else "")


# Runs


def run_words(run: Run) -> str:
    """`5.2 km, 31 min, pain from 4.8 km`"""
    words = [distance(run.km)]
    if run.minutes is not None:
        words.append(duration(run.minutes))
    if run.onset_km is not None:
        words.append(f"pain from {distance(run.onset_km)}")
    if run.terrain:
        words.append(run.terrain)
    if run.effort is not None:
        words.append(f"effort {run.effort}")
    return ", ".join(words) + remarks(run.note)


def long_run_notice(km: float, longest: float | None) -> str | None:
    """What is said to a run of `km` after one of `longest` in the 30 days before; None: nothing to say."""
    if longest is None or not runs.is_long(km, longest):
        return None
    return (
        f"{distance(km)} is more than 10 % beyond the longest run of the {runs.LOOK_BACK} days before "
        f"({distance(longest)}). Among 5,205 runners, overuse injuries were more frequent after such runs: "
        "an association, not a rule for you."
    )


# Adherence


def share(done: float, due: float) -> str:
    """`18 of 21 · 86 %`; `7 sessions · 42 %` where a part of a week was due; or that nothing was due."""
    return f"{done_of_due(done, due)} · {percent(done / due)}" if due > 0 else NOTHING_DUE


def done_of_due(done: float, due: float) -> str:
    """`18 of 21`; `7 sessions` where weekly targets make what was due no whole number; or that nothing was due."""
    if due <= 0:
        return NOTHING_DUE
    return f"{decimal(done)} of {decimal(due)}" if _is_whole(due) else sessions(done)


def done_of_asked(tally: Tally, times_a_week: int | None) -> str:
    """`12 of 15`; with a weekly target `9 sessions; 3 a week asked for`."""
    if times_a_week is not None:
        return f"{sessions(tally.done)}; {times_a_week} a week asked for"
    return done_of_due(tally.done, tally.due)


def sessions(done: float) -> str:
    """Sessions of a weekly target, in whole ones: `9 sessions`; with shortened ones among them `about 9 sessions`."""
    if _is_whole(done):
        return counted(round(done), "session")
    return "part of a session" if done < 1 else f"about {counted(math.ceil(done - 0.5), 'session')}"


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < pain.SLACK


def set_apart(tally: Tally) -> list[str]:
    """Days that are counted apart, without those of which there are none: `1 excused`, `4 skipped for pain`."""
    counts = (
        (tally.excused, "excused"),
        (tally.skipped_for_pain, "skipped for pain"),
        (tally.not_recorded, "not recorded"),
    )
    return [f"{count} {what}" for count, what in counts if count]


def coverage(days: tuple[int, int] | None) -> str:
    """`26 of 28 days`"""
    return f"{days[0]} of {counted(days[1], 'day')}" if days else NOT_KNOWN


# Pain over time


def mean(value: float | None, recorded: int) -> str:
    """A mean of points over 7 days, or how many of the days it takes are recorded."""
    few = f"{NOT_ENOUGH}: {recorded} of {pain.DAYS_FOR_A_MEAN} days"
    return few if value is None else decimal(value)


def change(figures: Trends) -> str:
    """What became of pain from the baseline to now, with the verdict on its size; or which of the two is missing."""
    if figures.baseline is None or figures.now is None:
        missing = [
            days for days, mean in (("first 7", figures.baseline), ("last 7", figures.now)) if mean is None
        ]
        few = f"fewer than {pain.DAYS_FOR_A_MEAN} of the {' and of the '.join(missing)} days are recorded"
        return f"not known yet: {few}"
    if figures.shared_days >= pain.WEEK:
        return "not known yet: the first and the last 7 days are the same ones"
    shared = f"; the two share {counted(figures.shared_days, 'day')}" if figures.shared_days > 0 else ""
    if figures.now == 0:
        recorded = "" if figures.now_days == pain.WEEK else f" ({figures.now_days} of them recorded)"
        return f"no pain in the last 7 days{recorded}{shared}"
    moved_by = round(figures.now, 1) - round(figures.baseline, 1)  # of the two means as they are shown
    if decimal(abs(moved_by)) == "0":
        return f"unchanged{shared}"
    return f"{'down' if moved_by < 0 else 'up'} by {_sized(abs(moved_by), figures)}{shared}"


def _sized(moved_by: float, figures: Trends) -> str:
    """A change with its verdict, so that the two never gainsay each other: a change of 1.96 is no 2."""
    assert figures.change is not None and figures.baseline is not None
    if figures.noticeable:
        return f"{decimal(moved_by)}, noticeable"
    small = "smaller than the usual 2-point threshold"
    if abs(figures.change) >= pain.NOTICEABLE_POINTS:
        share = f"{percent(pain.NOTICEABLE_SHARE)} of the start: {decimal(pain.NOTICEABLE_SHARE * figures.baseline)}"
        return f"{decimal(moved_by)}, {small} ({share})"
    return (
        f"{decimal(moved_by) if moved_by < pain.NOTICEABLE_POINTS else f'{abs(figures.change):.2f}'}, {small}"
    )


def trend(figures: Trends) -> str:
    """`−0.4 points a week (−0.4 to −0.3), from 76 days`"""
    found, (recorded, days) = figures.trend, figures.trend_days
    if found is None and recorded < pain.TREND_DAYS:
        return f"{NOT_ENOUGH}: {recorded} of {pain.TREND_DAYS} recorded days"
    if found is None:
        return f"{NOT_ENOUGH}: the {recorded} recorded days span {days} of {pain.TREND_SPAN} days"
    return (
        f"{_signed(found.per_week)} points a week ({_signed(found.low)} to {_signed(found.high)}), "
        f"from {found.n} days"
    )


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−") if round(value, 1) else "0"


def together(pairs: Together) -> str:
    """Weeks of high adherence beside the others, or how far it is to that comparison."""
    high, low = pairs.high, pairs.low
    if not pairs.enough_for_words or high.mean is None or low.mean is None:
        return (
            f"Not enough data yet to compare: {counted(high.weeks, 'week')} with 80 % or more done and "
            f"{counted(low.weeks, 'other week')}, of 3 each."
        )
    return (
        f"After weeks with 80 % or more done, pain was {decimal(high.mean)} on average "
        f"({counted(high.weeks, 'week')}); after other weeks {decimal(low.mean)} ({counted(low.weeks, 'week')})."
    )


# Import


def counts(found: Counts, *, dry_run: bool = False) -> str:
    """`1,234 new, 0 changed, 0 the same, 0 deleted`; that all are the same where they are. dry_run: what would be."""
    if found.same and not (found.new or found.changed or found.deleted):
        return f"all {found.same:,} rows are the same; {UNCHANGED}"
    rest = f"{found.changed:,} changed, {found.same:,} the same, {found.deleted:,} deleted"
    return f"{found.new:,} would be new, {rest}; {UNCHANGED}" if dry_run else f"{found.new:,} new, {rest}"
