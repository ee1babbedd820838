"""Any row by its ID: found, said in words, listed and deleted."""

from datetime import date
from pathlib import Path

import pytest

from data import activities, diary, doses, entries, history, pauses, plan, settings
from data.errors import Refused
from data.models import Event, Exercise, ExerciseLog, PainLog, Pause, Prescription, Row, Run, Setting

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)


@pytest.fixture
def bridge(folder: Path) -> Exercise:
    exercise: Exercise = doses.give("glute-bridge", date(2026, 11, 1)).exercise
    return exercise


def the(model: type[Row]) -> Row:
    row: Row = model.select().get()
    return row


class TestFind:
    def test_a_whole_uid_or_a_start_of_it_finds_the_row(self) -> None:
        log = diary.log_pain(3, TODAY)
        for start in (log.uid, log.uid[:6], log.uid[:6].upper()):
            assert entries.find(start) == log

    def test_rows_of_every_table_are_found(self, bridge: Exercise) -> None:
        settings.put("units", "mi")
        for model in (Exercise, Prescription, Setting):
            assert entries.find(the(model).uid) == the(model)

    def test_an_uid_with_capital_letters_is_found_too(self) -> None:
        log = diary.log_pain(3, TODAY)
        with history.step("as another program writes it"):
            PainLog.update(uid="ABCDEF00-0000-4000-8000-000000000000").where(PainLog.uid == log.uid).execute()
        assert entries.find("abcdef").level == 3

    def test_a_start_of_several_is_refused_with_their_uids(self) -> None:
        runs = [diary.log_run(5, TODAY) for _ in range(20)]
        firsts = [run.uid[0] for run in runs]
        several = next(first for first in firsts if firsts.count(first) > 1)
        with pytest.raises(Refused, match=f"{several} could be .*{several}.*please give more"):
            entries.find(several)


class TestBetween:
    def test_days_come_newest_first_and_empty_ones_are_left_out(self) -> None:
        diary.log_pain(3, date(2026, 11, 20))
        diary.log_pain(4, YESTERDAY)
        assert list(entries.between(date(2026, 11, 1), TODAY)) == [YESTERDAY, date(2026, 11, 20)]

    def test_both_ends_belong_to_it(self) -> None:
        for day in (20, 21, 22):
            diary.log_pain(3, date(2026, 11, day))
        assert len(entries.between(date(2026, 11, 20), date(2026, 11, 21))) == 2

    def test_a_dose_a_pause_and_a_limit_stand_on_their_first_day(self, bridge: Exercise) -> None:
        pauses.pause(TODAY)
        plan.set_limit(3, TODAY)
        assert [type(row).__name__ for row in entries.between(TODAY, TODAY)[TODAY]] == ["Pause", "PainLimit"]
        assert [
            type(row).__name__ for row in entries.between(date(2026, 11, 1), YESTERDAY)[date(2026, 11, 1)]
        ] == ["Prescription"]


class TestDescribe:
    def test_an_exercise_log(self, bridge: Exercise) -> None:
        diary.set_done(bridge, TODAY, "both", 1, amount=8, load="band", note="slow")
        assert entries.describe(the(ExerciseLog)) == "Glute bridge: 1 set, 8 reps a set, band. slow"

    def test_a_skip_with_sets_that_were_done_before(self, bridge: Exercise) -> None:
        diary.do(bridge, TODAY, sets=1)
        diary.skip(bridge, TODAY, "pain")
        assert entries.describe(the(ExerciseLog)) == "Glute bridge: 1 set, skipped: pain"

    def test_pain_of_an_exercise_and_of_a_run(self, bridge: Exercise) -> None:
        during = diary.log_pain(3, TODAY, moment="during", exercise=bridge, side="left")
        assert entries.describe(during) == "Pain 3 (during Glute bridge, outer knee, left)"
        run = diary.log_run(5, TODAY)
        after = diary.log_pain(1, TODAY, moment="after", run=run, medication="ibuprofen")
        assert entries.describe(after) == "Pain 1 (after a run, outer knee, both sides). ibuprofen"

    @pytest.mark.parametrize(
        ("moment", "said"),
        [
            ("worst", "worst of the day, a run"),
            ("morning", "in the morning, a run"),
            ("before", "before a run"),
            ("during", "during a run"),
            ("after", "after a run"),
            ("night", "at night, a run"),
            ("other", "at another time, a run"),
        ],
    )
    def test_the_moment_of_pain_that_goes_with_a_run(self, moment: str, said: str) -> None:
        log = diary.log_pain(2, TODAY, moment=moment, run=diary.log_run(5, TODAY))
        assert entries.describe(log) == f"Pain 2 ({said}, outer knee, both sides)"

    def test_a_run_in_the_diarys_unit(self) -> None:
        run = diary.log_run(
            8.04672, TODAY, minutes=50, onset_km=4.828032, terrain="hills", effort=4, note="hot"
        )
        settings.put("units", "mi")
        assert entries.describe(run) == "Run: 5 mi, 50 min, pain from 3 mi, hills, effort 4. hot"

    def test_a_pause_an_event_a_limit_and_an_activity(self, bridge: Exercise) -> None:
        assert entries.describe(pauses.pause(TODAY, TODAY, reason="ill", exercise=bridge)) == (
            "Pause of Glute bridge, Mon 23 Nov 2026: ill"
        )
        assert entries.describe(diary.add_event("start", TODAY, side="both")) == "Start (both sides)"
        assert entries.describe(diary.add_event("visit", TODAY, "again in March")) == "Visit: again in March"
        assert entries.describe(plan.set_limit(3, TODAY)) == "Pain limit 3 from Mon 23 Nov 2026, set by you"
        score = activities.score(activities.add("stairs"), TODAY, 7)
        assert entries.describe(score) == "stairs: 7 of 10"


class TestDelete:
    def test_a_run_takes_its_pain_along_and_undo_brings_both_back(self) -> None:
        run = diary.log_run(5, TODAY, during=2)
        entries.delete(run)
        assert Run.select().count() == PainLog.select().count() == 0
        history.undo()
        assert Run.select().count() == PainLog.select().count() == 1

    def test_what_was_deleted_meanwhile_is_not_said_to_be_deleted_now(self) -> None:
        log = diary.log_pain(3, TODAY)
        entries.delete(PainLog.get())
        with pytest.raises(Refused, match="That entry was deleted meanwhile, so nothing was changed"):
            entries.delete(log)
        assert history.undo().startswith("Delete Pain 3")

    def test_an_exercise_without_entries_takes_its_plan_along(self, bridge: Exercise) -> None:
        pauses.pause(TODAY, exercise=bridge)
        assert entries.delete(bridge) == "Deleted: Exercise glute-bridge: Glute bridge"
        assert Exercise.select().count() == Prescription.select().count() == Pause.select().count() == 0

    @pytest.mark.parametrize("kind", ["log", "pain"])
    def test_an_exercise_with_entries_is_archived_and_not_deleted(self, bridge: Exercise, kind: str) -> None:
        if kind == "log":
            diary.do(bridge, TODAY)
        else:
            diary.log_pain(1, TODAY, moment="during", exercise=bridge)
        with pytest.raises(Refused, match="1 entry would be lost with Glute bridge: `itband plan archive"):
            entries.delete(bridge)

    def test_a_dose_that_entries_stand_under_is_kept(self, bridge: Exercise) -> None:
        diary.do(bridge, YESTERDAY)
        with pytest.raises(Refused, match="`itband edit` puts it right"):
            entries.delete(the(Prescription))

    def test_a_dose_that_nothing_stands_under_goes(self, bridge: Exercise) -> None:
        diary.do(bridge, YESTERDAY)
        later = doses.give("glute-bridge", TODAY, sets=3)
        entries.delete(later)
        assert [one.sets for one in plan.prescriptions(bridge)] == [2]

    def test_an_activity_with_scores_is_kept(self) -> None:
        stairs = activities.add("stairs")
        activities.score(stairs, TODAY, 3)
        with pytest.raises(Refused, match="archive"):
            entries.delete(stairs)

    def test_a_setting_goes_back_to_its_default(self) -> None:
        settings.put("units", "mi")
        entries.delete(the(Setting))
        assert settings.get("units") == "km"

    def test_any_other_entry_goes(self) -> None:
        diary.add_event("flare", TODAY)
        entries.delete(the(Event))
        assert Event.select().count() == 0
