"""Putting any row right: each field as the interchange file may hold it, and the rules that concern other rows."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data import activities, care, diary, doses, editing, entries, history, pauses, plan, settings
from data.errors import Refused
from data.models import TABLES, DayNote, Exercise, ExerciseLog, PainLog, Prescription, Row, Run, Setting
from tests import diaries, loading

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)


@pytest.fixture
def bridge(folder: Path) -> Exercise:
    exercise: Exercise = doses.give("glute-bridge", date(2026, 11, 1)).exercise
    return exercise


@pytest.fixture
def stretch(folder: Path) -> Exercise:
    exercise: Exercise = doses.give("itb-stretch", date(2026, 11, 1)).exercise
    return exercise


def edited(row: Row, **texts: str) -> Any:
    """The row as it is in the file after it was edited."""
    editing.edit(row, texts)
    return type(row).get_by_id(row.uid)


def refused(row: Row, why: str, **texts: str) -> None:
    with pytest.raises(Refused, match=why):
        editing.edit(row, texts)


class TestAnyRow:
    def test_only_what_is_named_changes(self) -> None:
        before = diary.log_pain(3, TODAY, note="stairs")
        after = edited(before, level="4")
        assert (after.level, after.note, after.at, after.entered_at) == (
            4,
            "stairs",
            before.at,
            before.entered_at,
        )

    def test_a_field_that_cannot_be_empty_says_so_in_words(self) -> None:
        refused(diary.log_pain(3, TODAY), "^level can't be empty: it must be a whole number", level="")

    @pytest.mark.parametrize(
        ("text", "minutes"), [("31", 31), ("31:30", 31.5), ("1:02:30", 62.5), ("", None)]
    )
    def test_minutes_are_read_as_for_a_new_run(self, text: str, minutes: float | None) -> None:
        assert edited(diary.log_run(5, TODAY, minutes=3), minutes=text).minutes == minutes

    def test_a_slip_of_the_key_is_refused(self) -> None:
        refused(diary.log_run(5, TODAY), "km can be up to 300, and 520 is more", km="520")

    def test_what_a_file_brought_can_be_put_right_where_it_is_no_slip(self) -> None:
        loading.load(diaries.diary(runs=[diaries.run(400, TODAY)]))
        assert edited(Run.get(), km="390", note="an ultra").km == 390

    def test_nothing_changed_is_nothing_to_undo(self) -> None:
        diary.log_pain(3, TODAY)
        editing.edit(PainLog.get(), {"level": "3", "day": "today"})
        assert history.undo() == "Pain 3 on Mon 23 Nov 2026"

    def test_what_was_deleted_meanwhile_is_refused_at_each_try(self) -> None:
        log = diary.log_pain(3, TODAY)
        entries.delete(PainLog.get())
        for _ in range(2):
            refused(log, "That entry was deleted meanwhile, so nothing was changed", level="4")

    def test_identity_and_times_are_never_editable(self) -> None:
        for model in TABLES:
            assert not {"uid", "entered_at", "changed_at", "at", "source_id"} & set(editing.editable(model))

    def test_of_several_fields_one_that_is_refused_leaves_all_as_they_were(self) -> None:
        log = diary.log_pain(3, TODAY)
        refused(log, "level", note="x", level="12")
        assert PainLog.get().note == ""

    def test_on_another_day_the_time_of_day_is_no_longer_known(self) -> None:
        after = edited(diary.log_pain(3, TODAY), day="yesterday")
        assert (after.day, after.at, after.utc_offset) == (YESTERDAY, None, None)


class TestExerciseLogs:
    def test_without_a_set_and_without_a_skip_it_goes(self, bridge: Exercise) -> None:
        diary.do(bridge, TODAY)
        assert (
            editing.edit(ExerciseLog.get(), {"sets_done": "0"}) == "With nothing left in it, it was deleted."
        )
        assert ExerciseLog.select().count() == 0

    def test_a_day_side_and_exercise_stand_once(self, stretch: Exercise) -> None:
        diary.do(stretch, TODAY)
        refused(ExerciseLog.get(side="left"), "same day and exercise and side", side="right")

    def test_an_exercise_for_both_legs_has_no_left(self, bridge: Exercise) -> None:
        diary.do(bridge, TODAY)
        refused(ExerciseLog.get(), "its side is both", side="left")

    def test_it_can_be_given_to_another_exercise_by_its_key(
        self, bridge: Exercise, stretch: Exercise
    ) -> None:
        diary.do(bridge, TODAY)
        assert edited(ExerciseLog.get(), exercise="itb").exercise_uid == stretch.uid


class TestPain:
    def test_a_day_has_one_worst_at_a_place(self) -> None:
        diary.log_pain(3, TODAY)
        other = diary.log_pain(5, TODAY, moment="after")
        refused(other, "another one with the same day and moment and side and site", moment="worst")

    def test_pain_of_a_run_stays_on_the_day_of_the_run(self) -> None:
        diary.log_run(5, TODAY, during=2)
        refused(PainLog.get(), "edit the day of the run", day="yesterday")

    def test_exercise_and_run_can_be_named_and_taken_away(self, bridge: Exercise) -> None:
        run = diary.log_run(5, TODAY)
        log = diary.log_pain(3, TODAY, moment="during")
        after = edited(log, exercise="glute", run=run.uid[:8])
        assert (after.exercise_uid, after.run_uid) == (bridge.uid, run.uid)
        assert edited(after, exercise="", run="").exercise_uid is None

    def test_a_run_is_named_by_the_id_of_a_run(self) -> None:
        log = diary.log_pain(3, TODAY)
        refused(log, "the ID of another kind of entry", run=log.uid)


class TestRuns:
    def test_its_pain_goes_along_to_another_day(self) -> None:
        run = diary.log_run(5, TODAY, during=2, after=1)
        diary.log_pain(4, TODAY)
        edited(run, day="yesterday")
        assert {log.moment: log.day for log in PainLog.select()} == {
            "during": YESTERDAY,
            "after": YESTERDAY,
            "worst": TODAY,
        }

    def test_pain_cannot_come_on_after_the_end(self) -> None:
        refused(diary.log_run(5, TODAY, onset_km=4), "Pain can't have come on after 4 km", km="3")

    def test_a_comma_is_as_good_as_a_point(self) -> None:
        assert edited(diary.log_run(5, TODAY), km="5,2").km == 5.2

    @pytest.mark.parametrize("field", ["source", "source_id"])
    def test_where_it_came_from_stays(self, field: str) -> None:
        refused(diary.log_run(5, TODAY), "is no field to change here", **{field: "fit"})


class TestNotes:
    def test_without_a_text_it_goes(self) -> None:
        diary.set_note(TODAY, "x")
        editing.edit(DayNote.get(), {"text": " "})
        assert DayNote.select().count() == 0

    @pytest.mark.parametrize(("text", "flag"), [("yes", True), ("No", False), ("true", True), ("0", False)])
    def test_for_the_physiotherapist_is_yes_or_no(self, text: str, flag: bool) -> None:
        diary.set_note(TODAY, "x")
        assert edited(DayNote.get(), for_physio=text).for_physio is flag
        refused(DayNote.get(), "yes or no", for_physio="maybe")

    def test_a_day_has_one(self) -> None:
        diary.set_note(TODAY, "x")
        diary.set_note(YESTERDAY, "y")
        refused(DayNote.get(text="y"), "edit or delete that one", day="today")


class TestPlan:
    def test_a_dose_is_put_right_even_under_entries(self, bridge: Exercise) -> None:
        diary.do(bridge, TODAY)
        after = edited(Prescription.get(), sets="3", schedule="mon,thu", hold="")
        assert (after.sets, after.schedule, after.hold) == (3, {"type": "weekdays", "days": [1, 4]}, None)

    def test_doses_never_overlap(self, bridge: Exercise) -> None:
        later = doses.give("glute-bridge", TODAY, sets=3)
        refused(later, "It would overlap", starts_on="2026-11-20")
        refused(Prescription.get(sets=2), "It would overlap", ends_on="")
        assert edited(Prescription.get(sets=2), ends_on="2026-11-10").ends_on == date(2026, 11, 10)

    def test_a_dose_may_begin_on_a_day_to_come_and_ends_no_sooner(self, bridge: Exercise) -> None:
        assert edited(Prescription.get(), starts_on="2026-12-01").starts_on == date(2026, 12, 1)
        refused(Prescription.get(), "comes before", ends_on="2026-11-30")

    def test_an_exercise_keeps_its_unit_and_is_archived_by_the_plan(self, bridge: Exercise) -> None:
        refused(bridge, "The unit of an exercise can't change", unit="seconds")
        refused(bridge, "itband plan archive", archived="yes")
        assert edited(bridge, name="Bridge", key="bridge", kind="release").key == "bridge"

    def test_a_key_stands_once(self, bridge: Exercise, stretch: Exercise) -> None:
        refused(bridge, "same key", key="itb-stretch")

    def test_a_pause_ends_no_sooner_than_it_begins(self) -> None:
        refused(pauses.pause(TODAY), "comes before", ends_on="yesterday")

    def test_a_limit_begins_on_a_day_of_its_own(self) -> None:
        plan.set_limit(3, YESTERDAY)
        refused(plan.set_limit(4, TODAY), "same starts_on", starts_on="yesterday")


class TestEventsActivitiesSettings:
    def test_a_side_stands_on_a_start_only(self) -> None:
        refused(diary.add_event("visit", TODAY), "side", side="left")

    def test_a_discharge_stays_one_on_its_day(self) -> None:
        discharge = diary.add_event("discharge", TODAY)
        refused(discharge, "A discharge ends the plan", day="yesterday")
        refused(discharge, "A discharge ends the plan", kind="visit")
        assert edited(discharge, text="well").text == "well"

    def test_a_fourth_activity_does_not_come_back(self) -> None:
        first = activities.add("a")
        activities.archive(first)
        for name in "bcd":
            activities.add(name)
        refused(first, "There are 3", archived="no")

    def test_a_score_stands_once_a_day(self) -> None:
        stairs = activities.add("stairs")
        activities.score(stairs, TODAY, 3)
        refused(activities.score(stairs, YESTERDAY, 4), "same day and activity", day="today")

    def test_a_setting_has_its_value_to_change(self) -> None:
        settings.put("units", "mi")
        editing.edit(Setting.get(), {"value": "km"})
        assert settings.get("units") == "km"
        refused(Setting.get(), "one field", key="name")
        refused(Setting.get(), "must be one of", value="furlong")


def test_a_diary_that_was_edited_passes_the_check(bridge: Exercise, folder: Path) -> None:
    run = diary.log_run(5, TODAY, during=2)
    edited(run, day="yesterday", km="6")
    diary.do(bridge, TODAY)
    edited(ExerciseLog.get(), day="-2", sets_done="1", skipped="pain")
    edited(Run.get(), note="x")
    assert all(finding.ok for finding in care.check(folder))
