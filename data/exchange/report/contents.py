"""What leaves the machine with a report and what stays, to be seen before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data import wording
from data.exchange.report import words
from data.exchange.report.figures import KeptBack, Report


@dataclass(frozen=True, slots=True)
class Contents:
    """leaves: what will be in the report. stays: what never is. One line each."""

    leaves: tuple[str, ...]
    stays: tuple[str, ...]


def contents(report: Report) -> Contents:
    return Contents(tuple(_leaves(report)), tuple(_stays(report)))


def _leaves(report: Report) -> Iterator[str]:
    who = report.runner
    yield f"The days from {words.span(report.period.first, report.period.last)}"
    if who.name:
        yield "Your name"
    known = (who.side and "side", who.problem_since and "problem since", who.diagnosed_by and "diagnosed by")
    if any(known):
        yield f"About the problem: {', '.join(one for one in known if one)}"
    yield f"Pain of {wording.counted(report.trends.recorded_days, 'day')}, and at the start of this episode"
    yield "The pain limit" if len(report.limits) == 1 else "The pain limits, with their dates"
    yield "Dates of visits, starts, plan changes and other events, without their words"
    yield wording.counted(len(report.exercises), "exercise")
    yield wording.counted(len(report.runs), "run")
    for number, one, many in (
        (len(report.activities), "activity with its scores", "activities with their scores"),
        (len(report.questions), "question", "questions"),
        (len(report.notes), "note marked for the physiotherapist", "notes marked for the physiotherapist"),
        (len(report.medication), "mention of medication", "mentions of medication"),
        (len(report.flares), "flare with its words", "flares with their words"),
        (len(report.pauses), "pause", "pauses"),
        (len(report.elsewhere), "other place that hurt", "other places that hurt"),
    ):
        if number:
            yield wording.counted(number, one, many)


def _stays(report: Report) -> Iterator[str]:
    if report.runner.name is None:
        yield "Your name"
    kept: KeptBack = report.kept_back
    for number, one, many in (
        (kept.notes, "note that isn't marked", "notes that aren't marked"),
        (kept.pain_notes, "note on a pain entry", "notes on pain entries"),
        (kept.exercise_notes, "note on an exercise", "notes on exercises"),
        (kept.run_notes, "note on a run", "notes on runs"),
        (kept.event_texts, "text of a visit or another event", "texts of visits and other events"),
    ):
        if number:
            yield wording.counted(number, one, many)
    yield (
        "All other days, but for what these need of them: pain at the start and in the week before, the morning "
        "after a run, first scores, the dates of the last visit and of doses"
    )
