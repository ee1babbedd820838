"""The diaries that other tests are fed with are valid ones."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diaries import Window, diaries, diary, exercise, hostile_text, log, pain, span, windows
from tests.ten_years import make

Row = dict[str, Any]
NATURAL_KEYS = {
    "settings": ["key"],
    "exercises": ["key"],
    "prescriptions": ["exercise", "starts_on"],
    "exercise_logs": ["day", "exercise", "side"],
    "day_notes": ["day"],
    "pain_limits": ["starts_on"],
    "activities": ["name"],
    "activity_scores": ["day", "activity"],
}
examples = settings(deadline=None)


def rows(made: Row) -> list[Row]:
    """The rows of every table."""
    return [row for table in made.values() if isinstance(table, list) for row in table]


def assert_valid(made: Row) -> None:
    for table, fields in NATURAL_KEYS.items():
        assert most_common([tuple(row[field] for field in fields) for row in made[table]]) <= 1, table
    assert most_common([row["uid"] for row in rows(made)]) <= 1
    worst = [(row["day"], row["side"]) for row in made["pain_logs"] if row["moment"] == "worst"]
    assert most_common(worst) <= 1
    exercises, runs = ({row["uid"] for row in made[table]} for table in ("exercises", "runs"))
    for row in made["pain_logs"]:
        assert row["exercise"] in {None, *exercises} and row["run"] in {None, *runs}
    for table in made.values():
        if isinstance(table, list):
            assert table == sorted(table, key=lambda row: row["uid"])


def most_common(values: list[Any]) -> int:
    return max(Counter(values).values(), default=0)


def assert_no_overlap(made: Row) -> None:
    for one in made["exercises"]:
        plan = [row for row in made["prescriptions"] if row["exercise"] == one["uid"]]
        plan.sort(key=lambda row: row["starts_on"])
        for earlier, later in pairwise(plan):
            assert earlier["starts_on"] <= earlier["ends_on"] < later["starts_on"]


@examples
@given(diaries())
def test_a_generated_diary_keeps_the_unique_keys_and_the_order_of_uids(made: Row) -> None:
    assert_valid(made)


@examples
@given(diaries())
def test_prescriptions_of_a_generated_diary_never_overlap(made: Row) -> None:
    assert_no_overlap(made)


@examples
@given(windows())
def test_no_entry_of_a_window_lies_after_its_today(window: Window) -> None:
    assert window.first <= window.last
    assert span(window.diary)[1] <= window.today


@examples
@given(diaries(text=hostile_text(), max_days=14))
def test_hostile_text_leaves_a_generated_diary_valid(made: Row) -> None:
    assert_valid(made)


@examples
@given(st.integers(1, 400))
def test_a_long_diary_is_valid_at_any_length(days: int) -> None:
    made = make(days, date(2026, 11, 22))
    assert_valid(made)
    assert_no_overlap(made)
    assert span(made) == (date(2026, 11, 23) - timedelta(days=days), date(2026, 11, 22))


def test_a_long_diary_is_the_same_for_the_same_seed() -> None:
    last = date(2026, 11, 22)
    assert make(30, last) == make(30, last)
    assert make(30, last) != make(30, last, seed=2)


def test_rows_that_say_the_same_are_kept_apart() -> None:
    made = diary(pain_logs=[pain(3, "2026-11-02", "night"), pain(3, "2026-11-02", "night")])
    assert most_common([row["uid"] for row in made["pain_logs"]]) == 1
    assert len(made["pain_logs"]) == 2


def test_a_row_names_its_exercise_by_key() -> None:
    made = diary(exercises=[exercise("bridge")], exercise_logs=[log("bridge", "2026-11-02")])
    assert made["exercise_logs"][0]["exercise"] == made["exercises"][0]["uid"]


def test_an_unknown_field_or_table_is_refused() -> None:
    with pytest.raises(TypeError, match="no such field in pain_logs: lvl"):
        pain(3, "2026-11-02", lvl=4)
    with pytest.raises(TypeError, match="no such table: pains"):
        diary(pains=[])
