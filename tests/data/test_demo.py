"""The sample diary: the same for the same day, whole, and worth looking at."""

from datetime import date
from pathlib import Path

import pytest

from data import care, demo, diary, journal, trends
from data.errors import Refused

TODAY = date(2026, 11, 23)


def test_the_same_day_gives_the_same_diary(folder: Path) -> None:
    first, second = ({**demo.document(TODAY), "exported_at": ""} for _ in range(2))
    assert first == second


def test_it_passes_the_check(folder: Path) -> None:
    demo.fill(TODAY)
    assert all(finding.ok for finding in care.check(folder))


def test_its_beginning_cannot_be_undone_but_what_comes_after_can(folder: Path) -> None:
    demo.fill(TODAY)
    days = len(journal.days())
    diary.log_pain(3, TODAY)
    diary.undo()
    with pytest.raises(Refused, match="There is nothing to undo"):
        diary.undo()
    assert len(journal.days()) == days > 70


def test_it_ends_today_with_today_still_to_be_filled_in(folder: Path) -> None:
    demo.fill(TODAY)
    figures = trends.trends(date(2026, 9, 1), TODAY, diary.today())
    assert figures.chart.days[-2].worst is not None
    assert figures.chart.days[-1].worst is None


def test_it_has_something_for_every_figure(folder: Path) -> None:
    demo.fill(TODAY)
    figures = trends.trends(date(2026, 9, 1), TODAY, diary.today())
    assert None not in (figures.baseline, figures.now, figures.trend, figures.overall.ratio, figures.coverage)
    assert figures.noticeable
    assert figures.run_count > 20
    assert figures.together.enough_for_scatter
    assert {mark.kind for mark in figures.chart.marks} == {"start", "visit", "flare", "shoes", "plan"}
