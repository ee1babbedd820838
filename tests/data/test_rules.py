"""The rules of design section 4 against the independent calculation of tests/oracle, on generated diaries."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import calendar_days, pain, pauses, plan, store, trends
from data import day as days
from data.models import new_uid
from tests import oracle
from tests.diaries import Window, windows
from tests.loading import empty, load


@pytest.fixture(scope="module", autouse=True)
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("rules") / "diary"
    store.open_diary(folder)
    yield folder
    store.close()


def fresh(diary: dict[str, Any]) -> None:
    empty()
    load(diary)


def computed(window: Window) -> dict[str, Any]:
    return trends.as_json(trends.trends(window.first, window.last, window.today))


def same(ours: Any, theirs: Any, path: str = "") -> None:
    """Equal, numbers to 1e-9; names the place that differs."""
    if isinstance(theirs, dict):
        assert ours is not None and set(ours) == set(theirs), path
        for key in theirs:
            same(ours[key], theirs[key], f"{path}.{key}")
    elif isinstance(theirs, list):
        assert len(ours) == len(theirs), path
        for at, (our, their) in enumerate(zip(ours, theirs, strict=True)):
            same(our, their, f"{path}[{at}]")
    elif isinstance(theirs, float) and isinstance(ours, (int, float)) and not isinstance(ours, bool):
        assert ours == pytest.approx(theirs, abs=1e-9), path
    else:
        assert ours == theirs, path


@given(windows())
def test_every_figure_is_what_an_independent_calculation_gives(window: Window) -> None:
    fresh(window.diary)
    same(computed(window), oracle.figures(window.diary, window.first, window.last, window.today))


@pytest.mark.slow
@given(windows(max_days=250))
def test_so_it_is_over_months(window: Window) -> None:
    fresh(window.diary)
    same(computed(window), oracle.figures(window.diary, window.first, window.last, window.today))


@given(windows(), st.data())
def test_each_day_is_what_an_independent_calculation_gives(window: Window, data: st.DataObject) -> None:
    fresh(window.diary)
    day = data.draw(st.dates(window.first, max(window.first, min(window.last, window.today))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "today", lambda: window.today)
        ours = days.as_json(days.read(day))
    theirs = oracle.day(window.diary, day, window.today)
    assert (ours["paused"], ours["pain"]["worst"]) == (theirs["paused"], theirs["worst"])
    assert [one["key"] for one in ours["exercises"]] == list(theirs["exercises"])
    for one in ours["exercises"]:
        expected = theirs["exercises"][one["key"]]
        for name in ("credit", "excused", "done_this_week"):
            same(one[name], expected[name], f"{one['key']}.{name}")


@given(windows())
def test_adherence_lies_between_nothing_and_all(window: Window) -> None:
    fresh(window.diary)
    figures = computed(window)
    ratios = [figures["adherence"]["overall"], *(one["adherence7"] for one in figures["series"])]
    ratios += [one["ratio"] for one in figures["adherence"]["exercises"]]
    assert all(0 <= ratio <= 1 for ratio in ratios if ratio is not None)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@given(windows(), st.data())
def test_an_exercise_entry_changes_no_window_outside_its_calendar_week(
    window: Window, data: st.DataObject
) -> None:
    logs = window.diary["exercise_logs"]
    if not logs:
        return
    gone = data.draw(st.sampled_from(logs))
    fresh(window.diary)
    before = trends.trends(window.first, window.last, window.today)
    fresh({**window.diary, "exercise_logs": [log for log in logs if log is not gone]})
    after = trends.trends(window.first, window.last, window.today)
    week = monday(date.fromisoformat(gone["day"]))
    for old, new in zip(before.chart.days, after.chart.days, strict=True):
        if new.day < week or new.day - timedelta(days=6) > week + timedelta(days=6):
            assert old == new


@given(windows(), st.data())
def test_a_pain_entry_changes_no_mean_outside_the_seven_days_from_it(
    window: Window, data: st.DataObject
) -> None:
    logs = window.diary["pain_logs"]
    if not logs:
        return
    gone = data.draw(st.sampled_from(logs))
    fresh(window.diary)
    before = trends.trends(window.first, window.last, window.today)
    fresh({**window.diary, "pain_logs": [log for log in logs if log is not gone]})
    after = trends.trends(window.first, window.last, window.today)
    felt = date.fromisoformat(gone["day"])
    for old, new in zip(before.chart.days, after.chart.days, strict=True):
        if not felt <= new.day <= felt + timedelta(days=6):
            assert old == new


def all_done(window: Window) -> dict[str, Any]:
    """The same diary with every day's prescriptions done as asked, and no skips or pauses.

    A weekly target that begins or ends within a week is made a daily one: of two targets in one week the first may
    use up what counts, and there is no "all" to be done.
    """
    asked = [
        {**one, "schedule": {"type": "daily"}} if cuts_a_week(one) else one
        for one in window.diary["prescriptions"]
    ]
    sides = {"none": ["both"], "each": ["left", "right"], "left": ["left"], "right": ["right"]}
    logs = [
        log(exercise=one["exercise"], day=day, side=side, sets_done=one["sets"])
        for one in asked
        for day in days_of(one, window)
        for side in sides[one["sides"]]
    ]
    return {**window.diary, "prescriptions": asked, "exercise_logs": logs, "pauses": []}


def cuts_a_week(prescription: dict[str, Any]) -> bool:
    first, last = prescription["starts_on"], prescription["ends_on"]
    return date.fromisoformat(first).weekday() != 0 or bool(last and date.fromisoformat(last).weekday() != 6)


def log(**values: Any) -> dict[str, Any]:
    texts = {"load": "", "note": "", "amount": None, "skipped": None, "at": None, "utc_offset": None}
    times = {"entered_at": "2026-01-01T20:00:00Z", "changed_at": "2026-01-01T20:00:00Z"}
    return {"uid": new_uid(), **texts, **times, **values, "day": values["day"].isoformat()}


def days_of(prescription: dict[str, Any], window: Window) -> list[date]:
    first = date.fromisoformat(prescription["starts_on"])
    last = date.fromisoformat(prescription["ends_on"]) if prescription["ends_on"] else window.today
    return list(calendar_days.days(first, min(last, window.today)))


@given(windows())
def test_a_diary_that_did_all_that_was_asked_is_whole_over_whole_weeks(window: Window) -> None:
    fresh(all_done(window))
    last = monday(window.today) - timedelta(days=1)
    figures = trends.trends(last - timedelta(days=27), last, window.today)
    assert figures.overall.ratio in (None, 1.0)


@given(windows(), st.data())
def test_a_change_of_plan_from_a_day_on_leaves_every_figure_before_it_as_it_was(
    window: Window, data: st.DataObject
) -> None:
    fresh(window.diary)
    change_day = data.draw(st.dates(window.first, max(window.first, window.today)))
    before = trends.trends(window.first, change_day - timedelta(days=1), window.today)
    kinds = ["prescribe", "archive", "pause", "pause one"]
    kind = data.draw(st.sampled_from(kinds))
    everything = plan.exercises(archived=True)
    one = data.draw(st.sampled_from(everything)) if everything else None
    if kind == "pause":
        pauses.pause(change_day, reason="travel")
    elif one is None:
        return
    elif kind == "pause one":
        pauses.pause(change_day, exercise=one)
    elif kind == "archive":
        plan.archive(one, change_day)
    else:
        schedule = data.draw(st.sampled_from([{"type": "daily"}, {"type": "weekly", "times": 5}]))
        plan.prescribe(one, change_day, sets=5, amount=50, sides="each", schedule=schedule)
    after = trends.trends(window.first, change_day - timedelta(days=1), window.today)
    assert after.overall == before.overall
    assert list(after.chart.days) == list(before.chart.days)
    assert after.together == before.together


@given(windows())
def test_a_zero_is_never_a_gap(window: Window) -> None:
    silent = [log for log in window.diary["pain_logs"] if log["site"] != "outer-knee"]
    fresh({**window.diary, "pain_logs": silent})
    without = trends.trends(window.first, window.last, window.today)
    assert without.recorded_days == 0
    assert all(day.worst is None and day.mean7 is None for day in without.chart.days)
    painless = [{**log, "level": 0} for log in window.diary["pain_logs"]]
    fresh({**window.diary, "pain_logs": painless})
    with_zeros = trends.trends(window.first, window.last, window.today)
    fresh(window.diary)
    original = trends.trends(window.first, window.last, window.today)
    for zero, was in zip(with_zeros.chart.days, original.chart.days, strict=True):
        assert (zero.worst == 0) == (was.worst is not None)
        assert (zero.mean7 == 0) == (was.mean7 is not None)


@pytest.mark.parametrize("seed", range(40))
def test_the_trend_is_the_one_of_scipy(seed: int) -> None:
    from scipy.stats import theilslopes  # takes a second to load, in every process of the tests

    random = Random(seed)
    x = sorted(random.sample(range(200), random.randint(14, 90)))
    y = [random.randint(0, random.choice([1, 3, 10])) for _ in x]
    ours = pain.theil_sen(x, y)
    theirs = theilslopes(y, x, 0.95)
    assert ours == pytest.approx((theirs.slope, theirs.low_slope, theirs.high_slope), abs=1e-12)
