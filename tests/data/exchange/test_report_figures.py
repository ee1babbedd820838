"""What the report says: each figure of the small diary, and that it is the figure of `trends`."""

import re
from datetime import date
from typing import Any

import pytest

from data import trends, wording
from data.exchange.report import compose, since_last_visit, text
from data.exchange.report.document import Document, Facts, Figures, PageOne, Remarks, Table
from data.exchange.report.reading import read
from tests import loading
from tests.data.exchange import report_diaries
from tests.diaries import (
    activity,
    diary,
    event,
    exercise,
    log,
    note,
    pain,
    pain_limit,
    prescription,
    run,
    setting,
    start,
    weekly,
)

pytestmark = pytest.mark.usefixtures("folder")

TODAY, FIRST = report_diaries.TODAY, report_diaries.FIRST


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


def test_a_visit_on_the_last_day_is_told_with_the_one_before_it() -> None:
    visits = [event("visit", day) for day in ("2026-10-19", TODAY)]
    assert fact(of(diary(events=visits[1:])).page_one.runner, "Last visit") == "23 Nov 2026, the last day"
    loading.empty()
    assert fact(of(diary(events=visits)).page_one.runner, "Last visit") == (
        "23 Nov 2026, the last day; before: 19 Oct 2026"
    )


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    page = of(diary()).page_one
    assert fact(page.runner, "Name") == "not given"
    assert fact(page.runner, "Side") == fact(page.runner, "Diagnosed by") == "not recorded"
    assert {figure.value for figure in page.pain.figures} == {"not known"}
    assert sentence(page.pain, "Change") == (
        "Change since the start: not known yet: fewer than 4 of the first 7 and of the last 7 days are recorded."
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
        ("Stairs down", "6 (11 Oct)", "one score so far", "–"),
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
    assert said == wording.share(overall.done, overall.due) == "about 58 sessions · 73 %"


def test_an_exercise_that_was_neither_asked_for_nor_done_is_left_out(small: Document) -> None:
    names = [cells[0] for cells in small.page_one.exercises.rows]
    assert names == ["Bridge", "Band walk", "Side plank", "All exercises"]


def test_the_last_runs_stand_with_the_pain_around_them(small: Document) -> None:
    assert small.page_one.runs.rows == (
        ("Fri 20 Nov, long run", "6.0", "4.2", "1", "4, above", "2", "1"),
        ("Sun 15 Nov", "4.0", "no pain", "–", "0", "–", "–"),
    )


class TestNewEpisode:
    """Within the 28 days from 27 October on."""

    def page(self, began: str, side: str = "left", **more: Any) -> PageOne:
        days = report_diaries.days_back(60)
        starts = [start("right", "2026-09-01"), start(side, began)]
        return of(
            diary(events=starts, pain_logs=[pain(3, day, side="both") for day in days], **more)
        ).page_one

    def test_it_is_told_with_the_side_of_the_days_before_it(self) -> None:
        page = self.page("2026-11-10")
        assert fact(page.runner, "Side") == "left knee"
        assert fact(page.runner, "Episode") == (
            "since 10 Nov 2026: left knee; earlier days of this period: right knee"
        )

    def test_one_of_the_same_knee_is_told_too(self) -> None:
        assert fact(self.page("2026-11-10", "right").runner, "Episode") == (
            "since 10 Nov 2026: right knee; earlier days of this period: right knee"
        )

    def test_one_that_began_by_the_first_day_is_not_new(self) -> None:
        assert "Episode" not in dict(self.page("2026-10-27").runner.pairs)

    def test_what_the_pain_was_at_the_periods_start_is_not_of_this_episode(self) -> None:
        labels = [one.label for one in self.page("2026-11-10").pain.figures]
        assert labels == ["At the start", "Now"]

    def test_nor_when_one_of_its_seven_days_lies_before_it(self) -> None:
        assert len(self.page("2026-10-22").pain.figures) == 2
        loading.empty()
        assert self.page("2026-10-21").pain.figures[1].value == "3.0"

    def test_the_chart_says_when_it_began(self) -> None:
        assert "Episode began: 10 Nov." in self.page("2026-11-10").chart.alternative


def test_a_discharge_is_told_with_the_dose_that_it_ended() -> None:
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", FIRST, "2026-11-13")],
        exercise_logs=[log("bridge", "2026-11-10")],
        events=[start("right", FIRST), event("discharge", "2026-11-13", text="PRIVATE")],
    )
    page = of(rows).page_one
    assert page.happened.pairs[0] == ("Discharge", "13 Nov")
    assert row(page.exercises, "Bridge")["Asked for"] == "2×10, daily, until 13 Nov"
    assert "Discharge: 13 Nov." in page.chart.alternative
    assert "PRIVATE" not in repr(page)


def test_a_dose_that_ended_is_told_with_the_one_before_it() -> None:
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[
            prescription("bridge", FIRST, "2026-11-08"),
            prescription("bridge", "2026-11-09", "2026-11-13", sets=3),
        ],
    )
    assert row(of(rows).page_one.exercises, "Bridge")["Asked for"] == (
        "3×10, daily, from 9 Nov until 13 Nov; before: 2×10, daily"
    )


class TestPainLimit:
    LIMITS = [pain_limit(2, "2026-10-01", source="me"), pain_limit(4, "2026-11-16")]

    def test_one_that_changed_is_told_with_the_one_before(self) -> None:
        document = of(diary(pain_limits=self.LIMITS))
        assert fact(document.page_one.runner, "Pain limit") == (
            "4 since 16 Nov, agreed with the physiotherapist; 2 until 15 Nov"
        )
        assert (
            "the limit of that day: 2 (set by the runner); from 16 Nov 2026 on 4 (agreed with the physiotherapist)."
        ) in repr(document.appendix[-1])

    def test_those_before_it_are_told_in_their_order_with_their_last_days(self) -> None:
        levels = {"2026-10-01": 1, "2026-11-02": 4, "2026-11-16": 3}
        limits = [pain_limit(level, day) for day, level in levels.items()]
        said = fact(of(diary(pain_limits=limits)).page_one.runner, "Pain limit")
        assert said == "3 since 16 Nov, agreed with the physiotherapist; 1 until 1 Nov, 4 until 15 Nov"

    def test_the_default_counts_as_one_before(self) -> None:
        said = fact(of(diary(pain_limits=self.LIMITS[1:])).page_one.runner, "Pain limit")
        assert said.endswith("; 2 until 15 Nov")

    def test_the_same_limit_from_another_source_is_no_change(self) -> None:
        limits = [self.LIMITS[0], pain_limit(2, "2026-11-16")]
        said = fact(of(diary(pain_limits=limits)).page_one.runner, "Pain limit")
        assert said == "2, agreed with the physiotherapist"

    def during(self, *logs: tuple[int, str]) -> str:
        rows = diary(
            exercises=[exercise("bridge")],
            prescriptions=[prescription("bridge", FIRST)],
            events=[start("right", FIRST)],
            pain_limits=self.LIMITS,
            pain_logs=[
                *(pain(level, day, "during", exercise_key="bridge") for level, day in logs),
                pain(9, "2026-11-12", "during", exercise_key="bridge", site="hip"),
                pain(9, "2026-11-13", "after", exercise_key="bridge"),
            ],
        )
        exercises = of(rows).page_one.exercises
        (said,) = {row(exercises, name)["Pain during (median)"] for name in ("Bridge", "All exercises")}
        return said

    def test_pain_during_an_exercise_is_judged_by_that_of_its_day(self) -> None:
        assert self.during((7, "2026-11-10"), (7, "2026-11-20")) == "7, worst 7, far above"

    def test_pain_within_it_has_no_verdict(self) -> None:
        assert self.during((2, "2026-11-10"), (4, "2026-11-20")) == "3, worst 4"

    def test_a_level_that_is_not_the_worst_may_be_the_one_above(self) -> None:
        assert self.during((3, "2026-11-10"), (4, "2026-11-20")) == "3.5, worst 4; 3 above"


def test_the_latest_mean_that_is_known_is_told_where_now_is_not() -> None:
    days = report_diaries.days_back(20, date(2026, 11, 15))
    now = of(diary(pain_logs=[pain(2, day) for day in days])).page_one.pain.figures[2]
    assert now.value == "not known"
    assert now.when == "fewer than 4 of these days recorded; last known 2.0, 12 to 18 Nov 2026"


def test_both_knees_are_told_apart_by_their_highest() -> None:
    rows = diary(
        events=[start("both", FIRST)],
        pain_logs=[
            pain(6, "2026-11-10", side="left"),
            pain(2, "2026-11-11", side="right"),
            pain(3, "2026-11-12", "morning", side="both"),
            pain(9, "2026-11-12", side="right", site="hip"),
        ],
    )
    assert sentence(of(rows).page_one.pain, "Highest") == "Highest by side: left 6, right 3."


def test_a_knee_without_a_number_is_not_recorded() -> None:
    rows = diary(events=[start("both", FIRST)], pain_logs=[pain(0, "2026-11-10", side="left")])
    assert sentence(of(rows).page_one.pain, "Highest") == "Highest by side: left 0, right not recorded."


def test_one_knee_is_not_told_apart(small: Document) -> None:
    assert not any(words.startswith("Highest") for words in small.page_one.pain.sentences)


class TestWeeklyTargetsAlone:
    @pytest.fixture
    def document(self) -> Document:
        return of(
            diary(
                exercises=[exercise("bridge")],
                prescriptions=[prescription("bridge", FIRST, schedule=weekly(3))],
                exercise_logs=[log("bridge", "2026-11-17")],
                pain_logs=[pain(2, "2026-11-10")],
            )
        )

    def test_no_single_day_is_missed_in_the_sum_either(self, document: Document) -> None:
        exercises = document.page_one.exercises
        assert row(exercises, "All exercises")["Not recorded"] == "–"
        assert exercises.note == "– under “Not recorded”: a weekly target misses no single day."

    def test_a_week_without_an_entry_of_an_exercise_says_so(self, document: Document) -> None:
        (weeks,) = next(one for one in document.appendix if one.title == "Week by week").blocks
        done = {cells[0]: cells[3] for cells in weeks.rows}
        assert done["9 to 15 Nov 2026"] == "no entries · 0 of 3"
        assert done["16 to 22 Nov 2026"] == "1 of 3 · 33 %"
        assert done["27 Oct to 1 Nov 2026"] == "no entries · 0 sessions"


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ({}, "No pain was recorded."),
        ({22: 3}, "Pain was recorded on 1 day: 3."),
        ({21: 3, 22: 3}, "Pain was recorded on 2 days, unchanged at 3."),
        ({21: 3, 22: 1}, "Pain was recorded on 2 days, from 1 to 3."),
    ],
)
def test_the_chart_in_words(levels: dict[int, int], said: str) -> None:
    rows = diary(pain_logs=[pain(level, date(2026, 11, day)) for day, level in levels.items()])
    chart = of(rows).page_one.chart.alternative
    assert chart.startswith(said)
    assert ("The figures of each week are in the appendix." in chart) == bool(levels)


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


def test_the_appendix_tells_each_exercise_stopped_for_pain_once_the_newest_first() -> None:
    rows = diary(
        exercises=[exercise("bridge"), exercise("side-plank")],
        prescriptions=[prescription("bridge", FIRST), prescription("side-plank", FIRST)],
        exercise_logs=[
            *(log("bridge", day, 1, skipped="pain") for day in ("2026-11-02", "2026-11-04", "2026-11-09")),
            log("side-plank", "2026-11-18", 1, skipped="pain"),
        ],
    )
    blocks = [block for section in of(rows).appendix for block in section.blocks]
    (stopped,) = (
        block for block in blocks if isinstance(block, Remarks) and block.title == "Stopped for pain"
    )
    assert stopped.items == (
        ("18 Nov 2026", "Side plank"),
        ("9 Nov 2026", "Bridge; also 4 Nov, 2 Nov"),
    )
