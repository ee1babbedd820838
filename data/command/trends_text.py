"""The figures of a window as a table of text, each with the rule by which it is counted."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from data import adherence, pain, rows, wording
from data.calendar_days import brief, short
from data.plain_text import one_line
from data.trends import TOGETHER_CAVEATS, Trends

WIDEST = 100


def lines(found: Trends, width: int) -> Iterator[str]:
    yield f"{short(found.first)} to {short(found.last)}"
    for title, rows_of_it, rules in (
        ("Pain, worst of the day, 0 to 10", _pain(found), (pain.PAIN_RULE, pain.TREND_RULE)),
        ("Exercises done", _exercises(found), (adherence.SCHEDULED_RULE,)),
        ("Entries", _entries(found), (adherence.COVERAGE_RULE,)),
        ("Running", _running(found), ()),
        ("Pain beside exercises", _together(found), TOGETHER_CAVEATS),
    ):
        yield ""
        yield title
        yield from _table(list(rows_of_it))
        yield from _wrapped(" ".join(rules), width)


def _table(listed: list[tuple[str, str]]) -> Iterator[str]:
    width = max(len(name) for name, _ in listed)
    for name, value in listed:
        yield f"  {name.ljust(width)}  {value}".rstrip() if name else f"  {value}"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(20, min(width, WIDEST)), initial_indent="  ", subsequent_indent="  ")


def _pain(found: Trends) -> Iterator[tuple[str, str]]:
    since = f", from {brief(found.baseline_from)} on" if found.baseline_from else ""
    yield "At the start", wording.mean(found.baseline, found.baseline_days) + since
    yield "Now", wording.mean(found.now, found.now_days)
    yield "Change", wording.change(found)
    yield "Trend", wording.trend(found)
    yield "Recorded", wording.counted(found.recorded_days, "day")


def _exercises(found: Trends) -> Iterator[tuple[str, str]]:
    first, last = found.first.toordinal(), found.last.toordinal()
    targets = adherence.weekly_targets(rows.prescriptions(first, last))
    yield "All", wording.share(found.overall.done, found.overall.due)
    for exercise, tally in found.exercises:
        said = wording.done_of_asked(tally, targets.get(exercise.uid))
        if tally.ratio is not None:
            said += f" · {wording.percent(tally.ratio)}"
        yield one_line(exercise.name), ", ".join([said, *wording.set_apart(tally)])


def _entries(found: Trends) -> Iterator[tuple[str, str]]:
    yield "Days with one", wording.coverage(found.coverage)


def _running(found: Trends) -> Iterator[tuple[str, str]]:
    yield "Runs", str(found.run_count)
    if found.longest_km is not None:
        yield "Distance", wording.distance(found.run_km)
        yield "Longest", wording.distance(found.longest_km)


def _together(found: Trends) -> Iterator[tuple[str, str]]:
    yield "", wording.together(found.together)
