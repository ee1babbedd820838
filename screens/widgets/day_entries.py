"""Runs and events of a day, for the rows below the exercises."""

from __future__ import annotations

from data import day_words, lately, wording
from data.day import Day
from data.models import Run
from data.plain_text import one_line
from screens.widgets.checklist_rows import Entry


def entries_of(day: Day) -> list[Entry]:
    longest = lately.longest_before(day.day) if day.runs else None
    runs = [_of_run(run, day, longest) for run in day.runs]
    events = [Entry(one.uid, str(one.kind).capitalize(), one_line(one.text)) for one in day.events]
    return [*runs, *events]


def _of_run(run: Run, day: Day, longest: float | None) -> Entry:
    notice = wording.long_run_notice(run.km, longest)
    words = one_line(" · ".join(day_words.run(run, day)))
    return Entry(run.uid, "Run", words, f"▲ {notice}" if notice else "")
