"""What leaves the machine with a report, and what never does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.exchange import report
from data.notes import questions, without_questions
from tests import loading
from tests.data.exchange import report_diaries
from tests.data.exchange.report_pages import Pages
from tests.diaries import diary, note

pytestmark = pytest.mark.usefixtures("folder")

TODAY = report_diaries.TODAY
Reports = Callable[..., dict[str, str]]


@pytest.fixture
def reports(tmp_path: Path, pages: Pages) -> Reports:
    """The words of the report in each format."""

    def write(rows: dict[str, Any], *, with_name: bool = True) -> dict[str, str]:
        loading.load(rows)
        found = {}
        for ending in report.ENDINGS:
            path = report.write(tmp_path / f"report{ending}", with_name=with_name)
            found[ending] = pages.words() if ending == ".pdf" else path.read_text(encoding="utf-8")
        return found

    return write


def test_only_marked_notes_leave(reports: Reports) -> None:
    for words in reports(report_diaries.small()).values():
        assert "Stairs were fine." in words
        assert "PRIVATE" not in words


def test_a_question_leaves_alone_from_a_note_that_is_not_marked(reports: Reports) -> None:
    for words in reports(report_diaries.small()).values():
        assert "Is cycling all right" in words
        assert "May I run downhill yet" in words


def test_the_name_stays_when_it_is_left_out(reports: Reports) -> None:
    for words in reports(report_diaries.small(), with_name=False).values():
        assert "Ann Runner" not in words


def test_notes_of_other_days_stay(reports: Reports) -> None:
    for words in reports(
        diary(day_notes=[note("? of spring\nSPRING", "2026-03-01", for_physio=True)])
    ).values():
        assert "SPRING" not in words
        assert "spring" not in words


def test_the_preview_counts_what_leaves_and_what_stays() -> None:
    loading.load(report_diaries.small())
    found = report.contents(report.since_last_visit(TODAY))
    assert found.leaves == (
        "The days from 19 Oct to 23 Nov 2026",
        "Your name",
        "About the problem: side, problem since, diagnosed by",
        "Pain of 35 days, and at the start of this episode",
        "The pain limit",
        "Dates of visits, starts, plan changes and other events, without their words",
        "3 exercises",
        "2 runs",
        "2 activities with their scores",
        "2 questions",
        "1 note marked for the physiotherapist",
        "2 mentions of medication",
        "1 flare with its words",
        "1 pause",
        "2 other places that hurt",
    )
    assert found.stays == (
        "2 notes that aren't marked",
        "1 note on a pain entry",
        "2 texts of visits and other events",
        "All other days, but for what these need of them: pain at the start and in the week before, the morning "
        "after a run, first scores, the dates of the last visit and of doses",
    )


def test_the_preview_without_the_name() -> None:
    loading.load(report_diaries.small())
    found = report.contents(report.since_last_visit(TODAY), with_name=False)
    assert "Your name" not in found.leaves
    assert "Your name" in found.stays


def test_a_question_is_a_line_that_starts_with_a_question_mark() -> None:
    text = "Slept badly.\n? May I cycle\nWhy though?\n  ?? And swim\n?"
    assert questions(text) == ["May I cycle", "And swim"]
    assert without_questions(text) == "Slept badly.\nWhy though?"


def test_only_a_line_break_begins_a_line() -> None:
    assert questions("private\x0b? private\x1d? private\u2028? private\r? private") == []
