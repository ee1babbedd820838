"""What the report says: each figure of the small diary, and that it is the figure of `trends`."""

import re
from datetime import date
from typing import Any

import pytest

from data import trends
from data.exchange.report import compose, since_last_visit, text
from data.exchange.report.document import Document, Facts, Figures, Table
from data.exchange.report.reading import read
from tests import loading
from tests.data.exchange import report_diaries
from tests.diaries import activity, diary, exercise, log, note, pain, prescription, run, setting, start

pytestmark = pytest.mark.usefixtures("folder")

TODAY = report_diaries.TODAY


def of(rows: dict[str, Any]) -> Document:
    loading.load(rows)
    return compose(read(since_last_visit(TODAY)))


@pytest.fixture
def small() -> Document:
    return of(report_diaries.small())


def fact(facts: Facts, name: str) -> str:
    return dict(facts.pairs)[name]


def row(table: Table, name: str) -> dict[str, str]:
    cells = next(cells for cells in table.rows if cells[0] == name)
    return dict(zip((column.title for column in table.columns), cells, strict=True))


def sentence(figures: Figures, start: str) -> str:
    return next(words for words in figures.sentences if words.startswith(start))


def test_it_says_who_it_is_about(small: Document) -> None:
    assert small.page_one.runner.pairs == (
        ("Name", "Ann Runner"),
        ("Side", "right knee"),
        ("Problem since", "1 Sep 2026"),
        ("Diagnosed by", "Dr. O'Neil"),
        ("Last visit", "19 Oct 2026"),
        ("Days with an entry", "35 of 36 days; 1 filled in later"),
        ("Pain limit", "3, agreed with the physiotherapist"),
    )
    assert small.period == "19 Oct to 23 Nov 2026 (36 days)"


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    page = of(diary()).page_one
    assert fact(page.runner, "Name") == "not given"
    assert fact(page.runner, "Side") == fact(page.runner, "Diagnosed by") == "not recorded"
    assert {figure.value for figure in page.pain.figures} == {"not known"}
    assert sentence(page.pain, "Change") == (
        "Change since the start: not known yet: it compares the first week with the last 7 days."
    )
    assert page.exercises.rows == page.runs.rows == ()
    assert {value for _, value in page.happened.pairs} == {"none recorded"}


def test_pain_then_and_now_with_their_days_and_the_change_in_words(small: Document) -> None:
    assert [(one.value, one.label, one.when) for one in small.page_one.pain.figures] == [
        ("5.0", "At the start", "7 days from 5 Oct 2026"),
        ("4.6", "At the period's start", "13 to 19 Oct 2026"),
        ("2.3", "Now", "17 to 23 Nov 2026"),
    ]
    assert sentence(small.page_one.pain, "Change") == "Change since the start: down by 2.7, noticeable."


def test_the_means_are_those_of_trends(small: Document) -> None:
    figures = trends.trends(date(2026, 10, 19), TODAY, TODAY)
    start, _, now = (one.value for one in small.page_one.pain.figures)
    assert (start, now) == (f"{figures.baseline:.1f}", f"{figures.now:.1f}")


def test_nights_with_pain_are_counted_among_those_recorded(small: Document) -> None:
    assert (
        sentence(small.page_one.pain, "Pain at night") == "Pain at night: on 1 of 2 nights recorded (11 Nov)."
    )


def test_activities_then_and_now(small: Document) -> None:
    assert small.page_one.activities.rows == (
        ("Run 10 km", "3 (11 Oct)", "7 (22 Nov)", "+4"),
        ("Stairs down", "6 (11 Oct)", "not recorded", "–"),
    )


def test_an_activity_without_a_score_is_listed() -> None:
    rows = of(diary(activities=[activity("Stairs down")])).page_one.activities.rows
    assert rows == (("Stairs down", "not recorded", "not recorded", "–"),)


def test_each_exercise_has_its_counts_before_its_percentage(small: Document) -> None:
    assert row(small.page_one.exercises, "Side plank") == {
        "Exercise": "Side plank",
        "Asked for": "2×30s, daily",
        "Done": "27.5 of 32 · 86 %",
        "Cut short": "1",
        "Skipped for pain": "2",
        "Excused": "4",
        "Not recorded": "2",
        "Pain during (median)": "2, worst 3",
    }


def test_a_change_of_dose_is_told_with_its_day(small: Document) -> None:
    assert (
        row(small.page_one.exercises, "Bridge")["Asked for"] == "3×12, daily, from 9 Nov; before: 2×10, daily"
    )


def test_a_weekly_target_is_told_in_sessions(small: Document) -> None:
    walk = row(small.page_one.exercises, "Band walk")
    assert walk["Asked for"] == "2×10 each side green band, 3 a week"
    assert "session" in walk["Done"]
    assert walk["Not recorded"] == "–"


def test_done_of_asked_is_that_of_trends(small: Document) -> None:
    overall = trends.trends(date(2026, 10, 19), TODAY, TODAY).overall
    said = row(small.page_one.exercises, "All exercises")["Done"]
    assert said == f"{round(overall.done, 1):g} of {round(overall.due, 1):g} · {overall.ratio:.0%}".replace(
        "%", " %"
    )


def test_an_exercise_that_was_neither_asked_for_nor_done_is_left_out(small: Document) -> None:
    names = [cells[0] for cells in small.page_one.exercises.rows]
    assert names == ["Bridge", "Band walk", "Side plank", "All exercises"]


def test_the_last_runs_stand_with_the_pain_around_them(small: Document) -> None:
    assert small.page_one.runs.rows == (
        ("Fri 20 Nov, long run", "6.0", "4.2", "1", "4, above", "2", "1"),
        ("Sun 15 Nov", "4.0", "no pain", "–", "0", "–", "–"),
    )


def test_only_six_runs_stand_on_the_first_page_and_all_of_them_behind_it() -> None:
    document = of(diary(runs=[run(5, day) for day in report_diaries.days_back(9)]))
    assert [cells[0] for cells in document.page_one.runs.rows][::5] == ["Mon 23 Nov", "Wed 18 Nov"]
    (every,) = next(
        section for section in document.appendix if section.title == "All runs of the period"
    ).blocks
    assert len(every.rows) == 9


def test_distances_are_in_the_diarys_unit() -> None:
    rows = diary(settings=[setting("units", "mi")], runs=[run(8.04672, TODAY, onset_km=1.609344)])
    runs = of(rows).page_one.runs
    assert (runs.columns[1].title, runs.rows[0][1:3]) == ("Distance (mi)", ("5.0", "1.0"))


def test_what_else_was_recorded(small: Document) -> None:
    assert small.page_one.happened.pairs == (
        ("Flares", "13 Nov: After the hill run"),
        ("Stopped for pain", "Side plank (4 Nov)"),
        ("Medication", "ibuprofen 400 mg (2 times, last on 16 Nov)"),
        ("Pain elsewhere", "hip, right: 1 day, highest 3; outer knee, left: 1 day, highest 4"),
        ("Pauses", "26 to 28 Oct 2026, all exercises (travelling)"),
    )


def test_an_exercise_skipped_before_its_first_set_was_not_stopped() -> None:
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", "2026-11-01")],
        exercise_logs=[log("bridge", "2026-11-09", 0, skipped="pain")],
    )
    page = of(rows).page_one
    assert fact(page.happened, "Stopped for pain") == "none recorded"
    assert row(page.exercises, "Bridge")["Skipped for pain"] == "1"


def test_no_number_has_more_than_one_decimal(small: Document) -> None:
    assert re.findall(r"\d\.\d\d", text.render(small)) == []


def test_the_daily_table_tells_a_zero_from_a_gap() -> None:
    rows = diary(
        events=[start("right", "2026-11-20")], pain_logs=[pain(0, "2026-11-21"), pain(1, "2026-11-23")]
    )
    (november,) = of(rows).appendix[0].blocks[1:]
    by_day = {cells[0]: cells[1] for cells in november.rows}
    assert (by_day["Sat 21 Nov"], by_day["Sun 22 Nov"], by_day["Mon 23 Nov"]) == ("0", "–", "1")


def test_a_long_stretch_without_entries_takes_one_line() -> None:
    (november,) = of(diary(pain_logs=[pain(1, TODAY)])).appendix[0].blocks[1:]
    assert [cells[0] for cells in november.rows] == ["1 to 22 Nov", "Mon 23 Nov"]


def test_the_appendix_has_the_trend_and_the_weekly_comparison_with_its_caveats(small: Document) -> None:
    by_title = {section.title: section for section in small.appendix}
    figures = trends.trends(date(2026, 10, 19), TODAY, TODAY)
    (words,) = by_title["Trend of pain"].blocks
    assert f"from {figures.trend.n} days" in words.sentences[0]
    assert (
        "One person's diary can't show what caused the change."
        in by_title["Pain beside exercises"].blocks[-1].sentences[0]
    )


def test_a_note_is_cut_between_words_and_says_so() -> None:
    document = of(diary(day_notes=[note("word " * 200, TODAY, for_physio=True)]))
    ((_, words),) = document.page_one.notes.items
    assert words.endswith("word …")
    assert document.page_one.notes.note == "… in full in the appendix"


def test_what_does_not_fit_is_counted() -> None:
    exercises = of(report_diaries.forty_exercises()).page_one.exercises
    assert exercises.note == "and 32 more, see the appendix"
    assert len(exercises.rows) == 8 + 1


def test_the_name_can_be_left_out() -> None:
    loading.load(report_diaries.small())
    document = compose(read(since_last_visit(TODAY), with_name=False))
    assert fact(document.page_one.runner, "Name") == "left out"
    assert "Ann Runner" not in repr(document)
