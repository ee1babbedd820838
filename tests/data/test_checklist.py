"""Ticking set by set, details, and the words beside the boxes."""

from datetime import date

import pytest

from data import checklist, day_words, diary, plan, wording
from data import day as days
from data.day import Item
from data.errors import Refused
from data.models import Exercise

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("folder")


def exercise(sides: str = "none", **dose: object) -> Exercise:
    new = plan.add_exercise("bridge", "Bridge", "strength", "reps")
    asked = {"sets": 2, "amount": 10, "schedule": {"type": "daily"}, **dose}
    plan.prescribe(new, date(2026, 11, 1), sides=sides, **asked)  # type: ignore[arg-type]
    return new


def item(of: Exercise) -> Item:
    found = days.read(TODAY).item(of.uid)
    assert found is not None
    return found


def sets(of: Exercise) -> dict[str, int]:
    return {side: item(of).sets_on(side) for side in item(of).sides}


class TestTheNextSet:
    def test_left_fills_before_right_and_then_nothing(self) -> None:
        walk = exercise("each")
        seen = []
        while checklist.next_set(item(walk), TODAY):
            seen.append(tuple(sets(walk).values()))
        assert seen == [(1, 0), (2, 0), (2, 1), (2, 2)]

    def test_sets_logged_for_both_sides_count_for_each(self) -> None:
        walk = exercise("each")
        diary.set_done(walk, TODAY, "both", 1)
        checklist.next_set(item(walk), TODAY)
        assert sets(walk) == {"left": 2, "right": 1}

    def test_an_extra_one_goes_to_the_side_that_has_fewer(self) -> None:
        walk = exercise("each")
        diary.do(walk, TODAY)
        checklist.extra_set(item(walk), TODAY)
        checklist.extra_set(item(walk), TODAY)
        assert sets(walk) == {"left": 3, "right": 3}

    def test_a_click_sets_the_count_of_a_side(self) -> None:
        walk = exercise("each")
        checklist.set_count(item(walk), TODAY, "right", 2)
        assert sets(walk) == {"left": 0, "right": 2}


class TestOneBack:
    def test_it_undoes_the_sets_in_their_order(self) -> None:
        walk = exercise("each")
        diary.do(walk, TODAY)
        checklist.extra_set(item(walk), TODAY)
        seen = []
        while checklist.one_back(item(walk), TODAY):
            seen.append(tuple(sets(walk).values()))
        assert seen == [(2, 2), (2, 1), (2, 0), (1, 0), (0, 0)]
        assert not item(walk).logs

    def test_a_skip_goes_first_and_its_sets_stay(self) -> None:
        bridge = exercise()
        diary.set_done(bridge, TODAY, "both", 1)
        diary.skip(bridge, TODAY, "pain")
        checklist.one_back(item(bridge), TODAY)
        assert item(bridge).skipped is None and sets(bridge) == {"both": 1}

    def test_of_sets_for_both_sides_too(self) -> None:
        walk = exercise("each")
        diary.set_done(walk, TODAY, "both", 1)
        assert checklist.one_back(item(walk), TODAY)
        assert not item(walk).logs


class TestDetails:
    def test_all_is_one_step_of_undo(self) -> None:
        walk = exercise("each")
        counts, amounts = {"left": 2, "right": 1}, {"left": None, "right": 8.0}
        checklist.set_details(item(walk), TODAY, counts, amounts, load="band", note="slow")
        assert [(log.sets_done, log.amount, log.load, log.note) for log in item(walk).logs] == [
            (2, None, "band", "slow"),
            (1, 8, "band", "slow"),
        ]
        diary.undo()
        assert not item(walk).logs

    @pytest.mark.parametrize("count", [-1, 1001, 1.5])
    def test_a_count_that_is_none_is_refused(self, count: int) -> None:
        bridge = exercise()
        with pytest.raises(Refused, match="Sets done must be a whole number from 0 to 1000"):
            checklist.set_details(item(bridge), TODAY, {"both": count}, {"both": None}, load="", note="")
        assert not item(bridge).logs

    def test_a_negative_amount_is_refused(self) -> None:
        bridge = exercise()
        with pytest.raises(Refused, match="amount"):
            checklist.set_details(item(bridge), TODAY, {"both": 1}, {"both": -8}, load="", note="")

    def test_no_sets_and_nothing_to_say_takes_the_log_away(self) -> None:
        bridge = exercise()
        diary.do(bridge, TODAY)
        checklist.set_details(item(bridge), TODAY, {"both": 0}, {"both": None}, load="", note="")
        assert not item(bridge).logs

    def test_each_side_keeps_its_own_words_where_none_are_given(self) -> None:
        walk = exercise("each")
        diary.set_done(walk, TODAY, "left", 2, load="5 kg", note="left note")
        diary.set_done(walk, TODAY, "right", 2, note="right note")
        checklist.set_details(item(walk), TODAY, {"left": 2, "right": 1}, {"left": None, "right": 8.0})
        assert [(log.sets_done, log.load, log.note) for log in item(walk).logs] == [
            (2, "5 kg", "left note"),
            (1, "", "right note"),
        ]

    @pytest.mark.parametrize("typed", [(2, 2), (2, 1), (0, 3)])
    def test_sets_logged_for_both_sides_are_not_counted_twice(self, typed: tuple[int, int]) -> None:
        walk = exercise("each")
        diary.set_done(walk, TODAY, "both", 2, amount=8, load="band")
        left, right = typed
        amounts = {"left": 8.0, "right": 8.0}
        checklist.set_details(item(walk), TODAY, {"left": left, "right": right}, amounts, note="slow")
        assert sets(walk) == {"left": left, "right": right}
        assert {(log.amount, log.load, log.note) for log in item(walk).logs} == {(8, "band", "slow")}
        diary.undo()
        assert [(log.side, log.sets_done, log.note) for log in item(walk).logs] == [("both", 2, "")]

    def test_what_stands_for_one_side_beside_both_stays(self) -> None:
        walk = exercise("each")
        diary.set_done(walk, TODAY, "both", 1)
        diary.set_done(walk, TODAY, "left", 1, note="left note")
        checklist.set_details(item(walk), TODAY, {"left": 2, "right": 1}, {}, load="band")
        assert [(log.side, log.sets_done, log.load, log.note) for log in item(walk).logs] == [
            ("left", 2, "band", "left note"),
            ("right", 1, "band", ""),
        ]


class TestWhileAnotherPaneWrites:
    def test_one_set_more_is_counted_from_what_it_wrote(self) -> None:
        bridge = exercise(sets=3)
        seen = item(bridge)
        diary.set_done(bridge, TODAY, "both", 2)
        assert checklist.next_set(seen, TODAY) and sets(bridge) == {"both": 3}
        assert not checklist.next_set(seen, TODAY)

    def test_one_set_back_too(self) -> None:
        bridge = exercise(sets=3)
        diary.set_done(bridge, TODAY, "both", 1)
        seen = item(bridge)
        diary.set_done(bridge, TODAY, "both", 3)
        assert checklist.one_back(seen, TODAY) and sets(bridge) == {"both": 2}


class TestWhatIsOpen:
    def test_shortened_sets_answer_an_exercise(self) -> None:
        bridge = exercise()
        diary.set_done(bridge, TODAY, "both", 2, amount=8)
        assert not item(bridge).is_open and not item(bridge).is_done

    def test_one_long_set_does_too(self) -> None:
        bridge = exercise()
        diary.set_done(bridge, TODAY, "both", 1, amount=20)
        assert item(bridge).is_done and not item(bridge).is_open

    def test_a_day_counts_what_was_answered(self) -> None:
        diary.skip(exercise(), TODAY, "pain")
        other = plan.add_exercise("plank", "Plank", "strength", "seconds")
        plan.prescribe(other, TODAY, sets=1, amount=30, schedule={"type": "daily"})
        day = days.read(TODAY)
        assert (day.answered, len(day.asked_for)) == (1, 2)


class TestWords:
    def test_a_dose(self) -> None:
        assert day_words.dose(item(exercise(sets=3, amount=12))) == "3×12"

    @pytest.mark.parametrize(
        ("reason", "words"),
        [("pain", "skipped: pain"), ("time", "skipped: no time"), ("ill", "skipped: ill, excused")],
    )
    def test_a_skip(self, reason: str, words: str) -> None:
        bridge = exercise()
        diary.skip(bridge, TODAY, reason)
        assert day_words.skipped(item(bridge)) == words

    @pytest.mark.parametrize(
        ("level", "words"),
        [
            (0, "pain 0"),
            (2, "pain 2"),
            (3, "pain 3 ▲ above 2"),
            (5, "pain 5 ▲ above 2"),
            (6, "pain 6 ▲▲ far above 2"),
        ],
    )
    def test_pain_against_the_limit(self, level: int, words: str) -> None:
        bridge = exercise()
        diary.log_pain(level, TODAY, moment="during", exercise=bridge)
        assert day_words.pain_during(item(bridge), days.read(TODAY)) == words

    def test_other_amounts_are_named_by_side_where_they_differ(self) -> None:
        walk = exercise("each")
        diary.set_done(walk, TODAY, "left", 2, amount=8)
        diary.set_done(walk, TODAY, "right", 3, amount=9)
        assert list(day_words.work(item(walk))) == ["right 3 of 2", "left 8 reps", "right 9 reps"]

    def test_sessions_of_the_week_are_whole(self) -> None:
        bridge = exercise(schedule={"type": "weekly", "times": 3})
        diary.set_done(bridge, TODAY, "both", 1)
        assert day_words.this_week(item(bridge)) == "0 of 3 this week"
        diary.set_done(bridge, TODAY, "both", 2)
        assert day_words.this_week(item(bridge)) == "1 of 3 this week"

    def test_a_run_says_what_is_known_of_it(self) -> None:
        diary.log_run(5.2, TODAY, minutes=31, onset_km=4.8, before=0, during=4, terrain="hills", effort=6)
        day = days.read(TODAY)
        assert list(day_words.run(day.runs[0], day)) == [
            "5.2 km",
            "31 min",
            "pain from 4.8 km",
            "before 0",
            "during 4 ▲ above 2",
            "hills",
            "effort 6",
        ]

    @pytest.mark.parametrize(("minutes", "said"), [(31.5, "31:30"), (62.25, "1:02:15"), (90, "90 min")])
    def test_a_runs_minutes_are_said_as_everywhere_else(self, minutes: float, said: str) -> None:
        diary.log_run(5, TODAY, minutes=minutes)
        (ran,) = days.read(TODAY).runs
        assert said in day_words.run(ran, days.read(TODAY))
        assert said in wording.run_words(ran)
