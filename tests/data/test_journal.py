"""The journal: which days it lists, which of them fit a filter, and what a line says of one."""

from datetime import date, timedelta

import pytest

from data import activities, diary, journal, pauses, plan, rows
from data.journal import Filter, Glance
from data.models import Exercise
from data.pain import Episodes

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
BEGUN = TODAY - timedelta(days=30)


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def bridge() -> Exercise:
    exercise = plan.add_exercise("glute-bridge", "Glute bridge", "strength", "reps")
    plan.prescribe(exercise, BEGUN, sets=2, amount=10, schedule={"type": "daily"})
    return exercise


def glance(day: date) -> Glance:
    return journal.glance(day, TODAY, Episodes(rows.starts()))


class TestDays:
    def test_none_at_first(self) -> None:
        assert journal.days() == []

    def test_newest_first_each_once(self) -> None:
        for day in (back(3), back(9), back(1), back(3)):
            diary.log_pain(2, day)
            diary.add_event("other", day)
        assert journal.days() == [back(1), back(3), back(9)]

    def test_every_kind_of_entry_makes_a_day(self, bridge: Exercise) -> None:
        diary.log_pain(0, back(1))
        diary.do(bridge, back(2))
        diary.log_run(5, back(3))
        diary.set_note(back(4), "Slept badly.")
        diary.add_event("visit", back(5))
        activities.score(activities.add("Stairs"), back(6), 4)
        assert journal.days() == [back(days) for days in range(1, 7)]

    def test_a_plan_or_a_pause_alone_makes_none(self, bridge: Exercise) -> None:
        pauses.pause(back(5), back(4))
        assert journal.days() == []


class TestWords:
    @pytest.mark.parametrize("words", ["stairs", "STAIRS", "stai", "fine stairs", "  stairs  "])
    def test_all_of_them_in_any_order_capitals_or_not(self, words: str) -> None:
        diary.set_note(back(1), "Stairs are fine.")
        diary.set_note(back(2), "Slept badly.")
        assert journal.days(Filter(words=words)) == [back(1)]

    def test_words_of_two_notes_are_not_put_together(self, bridge: Exercise) -> None:
        diary.set_note(back(1), "Stairs fine.")
        diary.log_pain(3, back(1), note="Downhill")
        assert journal.days(Filter(words="stairs downhill")) == []

    def test_notes_of_entries_events_and_medication_are_searched(self, bridge: Exercise) -> None:
        diary.log_pain(3, back(1), note="needle")
        diary.log_pain(3, back(2), medication="needle 400 mg")
        diary.log_run(5, back(3), note="needle")
        diary.add_event("other", back(4), "needle")
        diary.set_done(bridge, back(5), "both", 2, note="needle")
        assert journal.days(Filter(words="needle")) == [back(days) for days in range(1, 6)]

    @pytest.mark.parametrize("words", ["%", "_", "[a-z]", "'", "\\", "[/]"])
    def test_they_are_literal(self, words: str) -> None:
        diary.set_note(back(1), f"before {words} after")
        diary.set_note(back(2), "nothing of the kind")
        assert journal.days(Filter(words=words)) == [back(1)]

    def test_letters_of_any_script(self) -> None:
        diary.set_note(back(1), "ÜBUNG am Morgen")
        assert journal.days(Filter(words="übung")) == [back(1)]

    def test_blanks_alone_ask_for_nothing(self) -> None:
        diary.log_pain(3, back(1))
        assert journal.days(Filter(words="  ")) == [back(1)]


class TestPainFrom:
    def test_the_pain_of_the_day_counts(self) -> None:
        for days, level in ((1, 3), (2, 4), (3, 10)):
            diary.log_pain(level, back(days))
        assert journal.days(Filter(pain_from=4)) == [back(2), back(3)]

    def test_zero_is_every_day_with_a_level(self) -> None:
        diary.log_pain(0, back(1))
        diary.add_event("visit", back(2))
        assert journal.days(Filter(pain_from=0)) == [back(1)]

    def test_pain_elsewhere_or_of_the_other_side_does_not(self) -> None:
        diary.add_event("start", BEGUN, side="right")
        diary.log_pain(8, back(1), site="hip")
        diary.log_pain(8, back(2), side="left")
        diary.log_pain(8, back(3), side="both")
        assert journal.days(Filter(pain_from=5)) == [back(3)]


class TestSkippedAndForThePhysio:
    def test_skipped(self, bridge: Exercise) -> None:
        diary.do(bridge, back(1))
        diary.skip(bridge, back(2), "pain")
        diary.skip(bridge, back(3), "ill")
        assert journal.days(Filter(skipped=True)) == [back(2), back(3)]

    def test_marked_notes_and_questions(self) -> None:
        diary.set_note(back(1), "Mine alone.")
        diary.set_note(back(2), "For them.", for_physio=True)
        diary.set_note(back(3), "Mine.\n? May I run downhill")
        assert journal.days(Filter(for_physio=True)) == [back(2), back(3)]

    def test_filters_narrow_each_other(self, bridge: Exercise) -> None:
        diary.skip(bridge, back(1), "pain")
        diary.skip(bridge, back(2), "pain")
        diary.log_pain(6, back(2))
        assert journal.days(Filter(pain_from=5, skipped=True)) == [back(2)]


class TestGlance:
    def test_a_day_with_nothing_but_an_event(self) -> None:
        diary.add_event("visit", back(1), "First visit")
        seen = glance(back(1))
        assert (seen.worst, seen.km, seen.skipped, seen.for_physio) == (None, None, (), False)
        assert (seen.events, seen.texts) == (("visit",), ("First visit",))
        assert (seen.work.asked, seen.work.sign) == (0, "idle")

    def test_pain_of_the_day_and_pain_elsewhere_stay_apart(self) -> None:
        diary.add_event("start", BEGUN, side="right")
        diary.log_pain(2, back(1))
        diary.log_pain(7, back(1), moment="other", site="hip")
        assert (glance(back(1)).worst, glance(back(1)).elsewhere) == (2, 7)

    def test_runs_add_up(self) -> None:
        diary.log_run(5, back(1))
        diary.log_run(2.5, back(1))
        assert glance(back(1)).km == 7.5

    def test_each_reason_of_a_skip_once(self, bridge: Exercise) -> None:
        plank = plan.add_exercise("side-plank", "Side plank", "strength", "seconds")
        plan.prescribe(plank, BEGUN, sets=2, amount=15, sides="each", schedule={"type": "daily"})
        diary.skip(bridge, back(1), "time")
        diary.skip(plank, back(1), "time")
        assert glance(back(1)).skipped == ("time",)

    def test_the_note_comes_first_of_the_words(self, bridge: Exercise) -> None:
        diary.log_pain(3, back(1), note="second")
        diary.set_note(back(1), "first", for_physio=True)
        assert glance(back(1)).texts == ("first", "second")
        assert glance(back(1)).for_physio


def test_what_a_day_has_besides(bridge: Exercise) -> None:
    score = activities.score(activities.add("Stairs"), BEGUN, 4)
    diary.log_pain(3, BEGUN)
    assert journal.besides(BEGUN) == [score, *plan.prescriptions(bridge)]


class TestPaused:
    def test_when_each_of_the_days_was(self) -> None:
        pauses.pause(back(9), back(5))
        assert journal.is_paused(back(9), back(5))
        assert not journal.is_paused(back(9), back(4))

    def test_a_pause_of_one_exercise_is_none(self, bridge: Exercise) -> None:
        pauses.pause(back(9), exercise=bridge)
        assert not journal.is_paused(back(9), back(5))
