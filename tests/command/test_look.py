"""Looking at the day, what is left, the log, the trends and the guide."""

import json
from pathlib import Path

import pytest

from data import demo, diary, guide, store

from .conftest import Itband

SAMPLE_DAYS = ("--from", "2026-11-16", "--to", "2026-11-22")


@pytest.fixture
def sample(itband: Itband, place: Path) -> Itband:
    """Twelve weeks of a diary that end today."""
    store.open_diary(place)
    demo.fill(diary.today())
    store.close()
    return itband


class TestToday:
    def test_an_empty_diary_says_how_to_begin(self, itband: Itband) -> None:
        said = itband("today").out
        assert said.startswith("Monday 23 November 2026, today\nWorst pain: not recorded\n")
        assert "`itband setup` offers a light programme" in said

    def test_sets_are_counted_in_words_for_each_side(self, ready: Itband) -> None:
        ready("done", "itb", "--side", "left")
        assert (
            "[~] Standing IT band stretch 2×30s each side: left 2 of 2 sets, right 0 of 2 sets, "
            "50 % of what was asked" in ready("today").out
        )

    def test_a_weekly_exercise_says_how_often_it_was_done_this_week(self, ready: Itband) -> None:
        ready("done", "glute")
        assert "[x] Glute bridge 2×10: 2 of 2 sets, 1 of 3 this week" in ready("today").out

    def test_a_weekly_exercise_that_is_met_is_not_open_and_not_missed(self, sample: Itband) -> None:
        assert "[.] Glute bridge 3×12: 3 of 3 this week" in sample("today", "--day", "-1").out

    def test_an_exercise_of_other_weekdays_is_said_not_to_be_asked_for(self, ready: Itband) -> None:
        ready("plan", "set", "glute", "--schedule", "tue,thu")
        assert "[.] Glute bridge 2×10: not today: Tue Thu" in ready("today").out

    def test_a_pause_is_said(self, ready: Itband) -> None:
        ready("plan", "pause")
        said = ready("today").out
        assert "Everything is paused." in said
        assert "[-] Foam rolling 1×45s each side: paused" in said

    def test_zero_pain_is_a_value(self, ready: Itband) -> None:
        ready("pain", 0)
        assert "Worst pain: 0\n" in ready("today").out

    def test_runs_and_pain_stand_below(self, ready: Itband) -> None:
        ready("run", 5.2, "--minutes", 31, "--onset", 4.8, "--during", 3)
        said = ready("today").out
        assert "Run: 5.2 km, 31 min, pain from 4.8 km\n" in said
        assert "Pain 3 (during a run, outer knee, right): 3 is above the limit of 2" in said

    def test_json_has_exactly_the_fields_of_the_design(self, ready: Itband) -> None:
        ready("done", "itb", "--side", "left", "--sets", 1)
        day = ready("today", "--json").json
        assert list(day) == ["day", "paused", "pain", "exercises", "runs", "note"]
        assert day["exercises"][3] == {
            "key": "itb-stretch",
            "name": "Standing IT band stretch",
            "due": True,
            "sets": 2,
            "amount": 30,
            "unit": "seconds",
            "sides": "each",
            "schedule": {"type": "daily"},
            "logs": [{"side": "left", "sets_done": 1, "amount": None, "skipped": None}],
            "credit": 0.25,
            "excused": False,
            "done_this_week": None,
        }

    @pytest.mark.parametrize("words", [("--day", "-3"), ("--day=-3",), ("--day", "2026-11-20")])
    def test_a_day_can_be_said_in_several_ways(self, ready: Itband, words: tuple[str, ...]) -> None:
        assert ready("today", *words).out.startswith("Friday 20 November 2026\n")


class TestDue:
    def test_something_left_is_exit_code_3_and_one_line(self, ready: Itband) -> None:
        ready("done", "glute", "foam", "lateral")
        assert ready("due") == (3, "1 of 4 left: Standing IT band stretch\n", "")

    def test_nothing_left_is_exit_code_0(self, itband: Itband) -> None:
        assert itband("due") == (0, "Nothing left for Mon 23 Nov 2026.\n", "")

    def test_a_skip_is_an_answer(self, ready: Itband) -> None:
        ready("skip", "--all", "--why", "time")
        assert ready("due").code == 0


class TestLog:
    def test_the_newest_day_comes_first_with_an_id_on_each_line(self, ready: Itband) -> None:
        ready("pain", 3, "--day", "-2")
        ready("pain", 4, "--day", "-1")
        lines = ready("log", "--from", -2, "--to", -1).lines
        assert [lines[0], lines[2]] == ["Sun 22 Nov 2026", "Sat 21 Nov 2026"]
        assert lines[1][12:] == "Pain 4 (worst of the day, outer knee, right)"
        ready("delete", lines[1].split()[0])
        assert ready("log", "--from", -1, "--to", -1).out == (
            "Nothing was entered from Sun 22 Nov 2026 to Sun 22 Nov 2026.\n"
        )

    def test_every_kind_of_entry_stands_in_it(self, ready: Itband) -> None:
        ready("done", "glute", "--amount", 8)
        ready("run", 5)
        ready("note", "one\ntwo")
        ready("event", "shoes")
        ready("activity", "add", "Stairs")
        ready("activity", "score", "Stairs", 7)
        ready("plan", "pause", "foam", "--why", "ill")
        ready("plan", "limit", 3)
        words = [line[12:] for line in ready("log", "--from", "today").lines[1:]]
        assert words == [
            "Glute bridge: 2 sets, 8 reps a set",
            "Run: 5 km",
            "Stairs: 7 of 10",
            "Note: one / two",
            *[line for line in words if line in ("Shoes", "Start (right)")],
            "Pause of Foam rolling, from Mon 23 Nov 2026 on: ill",
            "Pain limit 3 from Mon 23 Nov 2026, set by you",
        ]

    def test_fourteen_days_unless_asked(self, ready: Itband) -> None:
        ready("pain", 1, "--day", "-13")
        ready("pain", 2, "--day", "-14")
        said = ready("log").out
        assert "Pain 1 " in said
        assert "Pain 2 " not in said

    def test_json_has_the_interchange_rows_by_table(self, ready: Itband) -> None:
        ready("pain", 3)
        ready("done", "glute")
        found = ready("log", "--json", "--from", "today").json
        assert (found["from"], found["to"]) == ("2026-11-23", "2026-11-23")
        (log,) = found["exercise_logs"]
        assert [one["uid"] for one in found["exercises"]] == [log["exercise"]]
        assert [one["level"] for one in found["pain_logs"]] == [3]
        assert found["runs"] == []

    def test_a_window_back_to_front_is_refused(self, ready: Itband) -> None:
        assert ready("log", "--from", "today", "--to", "yesterday").code == 1


class TestTrends:
    def test_the_figures_stand_below_the_chart_with_their_rules(self, sample: Itband) -> None:
        said = sample("trends", "--from", "2026-09-01", "--to", "2026-11-22").out
        assert said.index("Pain  ●") < said.index("Pain, worst of the day, 0 to 10")
        assert "blank: not recorded" in said
        assert "Change" in said
        assert "A session is one exercise on one day that it is due" in said
        assert "One person's diary can't show what caused the change." in said

    def test_a_weekly_exercise_is_counted_in_sessions(self, sample: Itband) -> None:
        said = sample("trends").out
        assert "sessions; 3 a week asked for" in said

    def test_without_enough_days_it_says_so(self, itband: Itband) -> None:
        said = itband("trends").out
        assert "At the start  not enough data yet: 0 of 4 days" in said
        assert "nothing was due" in said

    def test_json_is_that_of_the_figures(self, sample: Itband) -> None:
        found = sample("trends", "--json", *SAMPLE_DAYS).json
        assert list(found) == ["from", "to", "adherence", "pain", "runs", "together", "series"]
        assert len(found["series"]) == 7

    def test_weeks_are_so_many_times_seven_days_that_end_today(self, sample: Itband) -> None:
        found = sample("trends", "--json", "--weeks", 2).json
        assert (found["from"], found["to"]) == ("2026-11-10", "2026-11-23")

    def test_twelve_weeks_unless_asked(self, sample: Itband) -> None:
        found = sample("trends", "--json").json
        assert (found["from"], found["to"]) == ("2026-09-01", "2026-11-23")

    def test_days_to_come_are_empty(self, sample: Itband) -> None:
        last = sample("trends", "--json", "--to", "2026-11-30").json["series"][-1]
        assert last == {"day": "2026-11-30", "worst": None, "mean7": None, "adherence7": None, "km": None}

    def test_there_is_no_colour_in_a_pipe(self, sample: Itband) -> None:
        assert "\x1b" not in sample("trends").out

    @pytest.mark.parametrize(
        "words",
        [
            ("--weeks", 0),
            ("--weeks", 1.5),
            ("--weeks", 99999),
            ("--from", "2026-11-23", "--to", "2026-11-22"),
        ],
    )
    def test_a_window_that_is_none_is_refused(self, itband: Itband, words: tuple[object, ...]) -> None:
        assert itband("trends", *words).code == 1

    def test_weeks_and_days_do_not_go_together(self, itband: Itband) -> None:
        assert itband("trends", "--weeks", 2, "--from", "2026-11-01").code == 2


class TestGuide:
    def test_the_contents_name_every_page(self, itband: Itband) -> None:
        said = itband("guide").out
        assert all(f"  {page.key} " in said and page.title in said for page in guide.pages())

    def test_a_page_by_a_start_of_its_key(self, itband: Itband) -> None:
        assert itband("guide", "warn").lines[0] == "Warning signs"

    def test_an_unknown_page_is_refused(self, itband: Itband) -> None:
        assert itband("guide", "nope").code == 1

    def test_a_search_names_the_page_of_each_place(self, itband: Itband) -> None:
        assert any(
            line.startswith("foam-rolling: ") for line in itband("guide", "--search", "foam roller").lines
        )

    def test_it_needs_no_diary(self, itband: Itband, place: Path) -> None:
        itband("guide", "causes")
        assert not place.exists()


def test_json_is_ascii_whatever_the_texts_hold(ready: Itband) -> None:
    ready("note", "Grüße \x1b[31m \u202e")
    said = ready("today", "--json").out
    assert said.isascii()
    assert json.loads(said)["note"] == "Grüße \x1b[31m \u202e"
