"""The verbs of a day: each is saved at once, can be undone, and refuses what can't stand."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from time_machine import Traveller

from data import backups, care, checklist, diary, entries, plan, settings, store
from data import day as days
from data.connection import Gone
from data.errors import Refused
from data.models import DayNote, Event, Exercise, ExerciseLog, PainLog, Run
from tests import diaries, loading

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def stretch(folder: Path) -> Exercise:
    exercise = plan.add_exercise("itb-stretch", "IT band stretch", "stretch", "seconds")
    plan.prescribe(exercise, date(2026, 11, 1), sets=2, amount=30, sides="each", schedule={"type": "daily"})
    return exercise


@pytest.fixture
def walk(folder: Path) -> Exercise:
    exercise = plan.add_exercise("band-walk", "Band walk", "strength", "steps")
    plan.prescribe(exercise, date(2026, 11, 1), sets=2, amount=10, schedule={"type": "weekly", "times": 2})
    return exercise


def item(exercise: Exercise, day: date = TODAY) -> days.Item:
    found = days.read(day).item(exercise.uid)
    assert found is not None
    return found


def done(exercise: Exercise, day: date = TODAY) -> list[tuple[str, int, str | None]]:
    return [(log.side, log.sets_done, log.skipped) for log in item(exercise, day).logs]


def test_doing_an_exercise_writes_each_side_as_asked(stretch: Exercise) -> None:
    diary.do(stretch, TODAY)
    assert done(stretch) == [("left", 2, None), ("right", 2, None)]
    assert item(stretch).credit == 1


@pytest.mark.parametrize("replace", [True, False])
def test_a_worst_given_again_replaces_both_of_two_that_a_file_brought(replace: bool) -> None:
    row = diaries.pain(4, TODAY)
    loading.load(diaries.diary(pain_logs=[row, {**row, "uid": diaries.uid("another", "6"), "level": 6}]))
    diary.log_pain(2, TODAY, side="right", replace=replace)
    assert [log.level for log in PainLog.select()] == [2]
    diary.undo()
    assert sorted(log.level for log in PainLog.select()) == [4, 6]


def test_fewer_sets_are_part_of_what_was_asked(stretch: Exercise) -> None:
    assert diary.do(stretch, TODAY, sets=1).endswith("1×30s each side (50 % of what was asked).")
    assert item(stretch).credit == 0.5


class TestSetsLoggedForBothSides:
    """An `each` prescription ends with exactly the sets that were named, wherever they were logged before."""

    def sets(self, exercise: Exercise) -> dict[str, int]:
        return {side: item(exercise).sets_on(side) for side in ("left", "right")}

    @pytest.mark.parametrize("both", [1, 2, 3])
    @pytest.mark.parametrize("count", [0, 1, 2, 3])
    def test_all_sides_end_with_what_was_named(self, stretch: Exercise, both: int, count: int) -> None:
        diary.set_done(stretch, TODAY, "both", both)
        diary.do(stretch, TODAY, sets=count)
        assert self.sets(stretch) == {"left": count, "right": count}
        if count != both:
            diary.undo()
        assert done(stretch) == [("both", both, None)]

    @pytest.mark.parametrize("count", [0, 1, 2, 3])
    def test_one_side_ends_with_it_and_the_other_stays(self, stretch: Exercise, count: int) -> None:
        diary.set_done(stretch, TODAY, "both", 2, amount=15, load="band")
        before = item(stretch).credit
        diary.do(stretch, TODAY, sets=count, side="left")
        assert self.sets(stretch) == {"left": count, "right": 2}
        if count == 0:
            assert item(stretch).credit == before / 2 if before else None
            assert [log.load for log in item(stretch).logs] == ["band"]

    def test_the_checklist_takes_one_back_of_one_side(self, stretch: Exercise) -> None:
        diary.set_done(stretch, TODAY, "both", 2)
        checklist.set_count(item(stretch), TODAY, "right", 1)
        assert self.sets(stretch) == {"left": 2, "right": 1}
        diary.undo()
        assert done(stretch) == [("both", 2, None)]

    def test_a_shorter_amount_is_that_of_all_sets(self, stretch: Exercise) -> None:
        diary.set_done(stretch, TODAY, "both", 2)
        diary.do(stretch, TODAY, amount=15)
        assert [(log.side, log.sets_done, log.amount) for log in item(stretch).logs] == [
            ("left", 2, 15),
            ("right", 2, 15),
        ]

    def test_a_skip_of_both_ends_when_all_sides_are_done(self, stretch: Exercise) -> None:
        exercise_log = diaries.skip("itb-stretch", TODAY, "pain", exercise=stretch.uid)
        loading.load(diaries.diary(exercise_logs=[exercise_log]))
        diary.do(stretch, TODAY)
        assert done(stretch) == [("left", 2, None), ("right", 2, None)]


def test_no_sets_take_back_those_of_sides_that_are_no_longer_asked_for(stretch: Exercise) -> None:
    diary.do(stretch, TODAY)
    plan.prescribe(stretch, TODAY, sets=2, amount=30, schedule={"type": "daily"})
    assert diary.do(stretch, TODAY, sets=0).endswith("taken back on Mon 23 Nov 2026.")
    assert done(stretch) == []


class TestSlipsOfTheKey:
    @pytest.mark.parametrize(("sets", "amount"), [(51, None), (60, 10), (2, 10_001), (2, 999_999)])
    def test_sets_and_amounts_that_nobody_does_are_refused(
        self, stretch: Exercise, sets: int, amount: float | None
    ) -> None:
        with pytest.raises(Refused, match="is that a slip of the key"):
            diary.do(stretch, TODAY, sets=sets, amount=amount)
        assert ExerciseLog.select().count() == 0
        diary.do(stretch, TODAY, sets=50, amount=10_000)

    def test_more_that_a_file_brought_may_come_down_and_not_go_up(self, walk: Exercise) -> None:
        log = diaries.log("band-walk", TODAY, 80, "both", exercise=walk.uid)
        loading.load(diaries.diary(exercise_logs=[log]))
        checklist.one_back(item(walk), TODAY)
        assert done(walk) == [("both", 79, None)]
        with pytest.raises(Refused, match=r"up to 50, and 80 is more"):
            checklist.extra_set(item(walk), TODAY)

    def test_a_run_beyond_300_km_is_refused_in_the_diarys_unit(self) -> None:
        diary.log_run(300, TODAY)
        settings.put("units", "mi")
        with pytest.raises(Refused, match=r"up to 186.4 mi, and 323.1 mi is more: is that a slip"):
            diary.log_run(520, TODAY)

    def test_a_longer_one_that_a_file_brought_can_be_put_right_elsewhere(self) -> None:
        loading.load(diaries.diary(runs=[diaries.run(400, TODAY)]))
        (run,) = Run.select()
        diary.log_run(400, TODAY, minutes=3000, instead_of=run)
        with pytest.raises(Refused, match="slip of the key"):
            diary.log_run(401, TODAY, instead_of=run)


def test_a_shorter_set_is_part_of_what_was_asked(stretch: Exercise) -> None:
    diary.do(stretch, TODAY, amount=15, side="left")
    assert item(stretch).credit == 0.25


def test_more_than_asked_is_kept_and_not_counted(stretch: Exercise) -> None:
    diary.do(stretch, TODAY, sets=5)
    assert done(stretch)[0] == ("left", 5, None)
    assert item(stretch).credit == 1


def test_a_side_that_is_not_asked_for_is_refused(walk: Exercise) -> None:
    with pytest.raises(Refused, match="leave the side out"):
        diary.do(walk, TODAY, side="left")


def test_taking_the_last_set_back_deletes_the_log(stretch: Exercise) -> None:
    diary.set_done(stretch, TODAY, "left", 1)
    diary.set_done(stretch, TODAY, "left", 0)
    assert ExerciseLog.select().count() == 0


def test_an_entry_of_now_has_its_time_and_a_filled_in_one_has_none(stretch: Exercise) -> None:
    diary.set_done(stretch, TODAY, "left", 1)
    diary.set_done(stretch, YESTERDAY, "left", 1)
    now, later = item(stretch).logs[0], item(stretch, YESTERDAY).logs[0]
    assert (now.at, now.utc_offset) == ("2026-11-23T19:00:00Z", 60)
    assert (later.at, later.utc_offset) == (None, None)


def test_the_future_can_not_be_filled_in(stretch: Exercise) -> None:
    tomorrow = TODAY + timedelta(days=1)
    for attempt in (
        lambda: diary.do(stretch, tomorrow),
        lambda: diary.skip(stretch, tomorrow, "ill"),
        lambda: diary.log_pain(3, tomorrow),
        lambda: diary.log_run(5, tomorrow),
        lambda: diary.set_note(tomorrow, "x"),
        lambda: diary.add_event("visit", tomorrow),
    ):
        with pytest.raises(Refused, match="has not come yet"):
            attempt()


def test_all_that_is_open_is_done_at_once_and_undone_at_once(stretch: Exercise, walk: Exercise) -> None:
    diary.do_all(TODAY)
    assert item(stretch).is_done and item(walk).is_done
    diary.undo()
    assert ExerciseLog.select().count() == 0


def test_doing_all_goes_over_no_skip_and_no_weekly_exercise_that_is_met(
    stretch: Exercise, walk: Exercise
) -> None:
    friday, saturday, sunday = (date(2026, 11, day) for day in (20, 21, 22))
    diary.do(walk, friday)
    diary.do(walk, saturday)
    diary.skip(stretch, sunday, "time")
    assert diary.do_all(sunday) == []
    assert done(stretch, sunday) == [("left", 0, "time"), ("right", 0, "time")]


def test_a_skip_leaves_finished_sides_and_keeps_unfinished_sets(stretch: Exercise) -> None:
    diary.set_done(stretch, TODAY, "left", 2)
    diary.set_done(stretch, TODAY, "right", 1)
    diary.skip(stretch, TODAY, "pain")
    assert done(stretch) == [("left", 2, None), ("right", 1, "pain")]
    diary.unskip(stretch, TODAY)
    assert done(stretch) == [("left", 2, None), ("right", 1, None)]


def test_doing_an_exercise_ends_its_skip(stretch: Exercise) -> None:
    diary.skip(stretch, TODAY, "forgot")
    diary.do(stretch, TODAY)
    assert item(stretch).skipped is None and item(stretch).is_done


def test_an_excusing_skip_excuses_the_day(stretch: Exercise) -> None:
    diary.skip(stretch, TODAY, "ill")
    assert item(stretch).excused and not item(stretch).due


def test_a_weekly_exercise_counts_its_week_and_is_not_due_once_met(walk: Exercise) -> None:
    monday, tuesday, wednesday = (date(2026, 11, day) for day in (16, 17, 18))
    diary.do(walk, monday)
    assert (item(walk, monday).due, item(walk, monday).done_this_week) == (True, 1)
    diary.do(walk, tuesday)
    assert (item(walk, tuesday).due, item(walk, wednesday).due) == (True, False)
    assert item(walk, wednesday).done_this_week == 2


def test_pain_has_the_diarys_side_unless_told_otherwise() -> None:
    diary.add_event("start", YESTERDAY, side="right")
    assert diary.log_pain(3, TODAY).side == "right"
    assert diary.log_pain(3, TODAY, side="left").side == "left"


def test_worst_pain_given_again_replaces_the_former_and_undo_brings_it_back() -> None:
    diary.log_pain(3, TODAY)
    diary.log_pain(5, TODAY)
    assert [log.level for log in PainLog.select()] == [5]
    diary.undo()
    assert [log.level for log in PainLog.select()] == [3]


def test_worst_pain_elsewhere_replaces_nothing_at_the_knee() -> None:
    diary.log_pain(3, TODAY)
    diary.log_pain(6, TODAY, site="hip")
    assert PainLog.select().count() == 2
    assert days.read(TODAY).worst == 3


def test_other_moments_may_be_many() -> None:
    diary.log_pain(1, TODAY, moment="morning")
    diary.log_pain(2, TODAY, moment="morning")
    assert PainLog.select().count() == 2
    diary.log_pain(4, TODAY, moment="morning", replace=True)
    assert sorted(log.level for log in PainLog.select()) == [2, 4]


def test_cleared_worst_pain_is_not_known_rather_than_zero() -> None:
    diary.log_pain(0, TODAY)
    assert days.read(TODAY).worst == 0
    entries.delete(PainLog.get())
    assert days.read(TODAY).worst is None


@pytest.mark.parametrize("level", [-1, 11, 3.5, "3", True, None])
def test_a_level_off_the_scale_is_refused(level: object) -> None:
    with pytest.raises(Refused, match="a whole number from 0 to 10"):
        diary.log_pain(level, TODAY)  # type: ignore[arg-type]
    assert PainLog.select().count() == 0


def test_a_run_and_its_pain_are_one_step() -> None:
    run = diary.log_run(5.2, TODAY, minutes=31, onset_km=4.8, before=0, during=3, after=2)
    assert sorted((log.moment, log.level, log.run_uid) for log in PainLog.select()) == [
        ("after", 2, run.uid),
        ("before", 0, run.uid),
        ("during", 3, run.uid),
    ]
    diary.undo()
    assert (Run.select().count(), PainLog.select().count()) == (0, 0)


@pytest.mark.parametrize("km", [0, -1, float("nan"), float("inf"), 1e9])
def test_a_run_without_a_distance_is_refused(km: float) -> None:
    with pytest.raises(Refused, match="The distance must be a number above 0"):
        diary.log_run(km, TODAY)


def test_pain_can_not_come_on_after_the_end_of_a_run() -> None:
    with pytest.raises(Refused, match="after 6 km of a run of 5 km"):
        diary.log_run(5, TODAY, onset_km=6)


def test_a_run_with_a_wrong_pain_is_refused_whole() -> None:
    with pytest.raises(Refused):
        diary.log_run(5, TODAY, during=11)
    assert Run.select().count() == 0


def test_a_note_is_kept_to_the_letter_and_an_empty_one_goes() -> None:
    text = "[bold]=1+1\n? May I run downhill yet"
    diary.set_note(TODAY, text, for_physio=True)
    note = DayNote.get()
    assert (note.text, note.for_physio) == (text, True)
    diary.set_note(TODAY, "shorter")
    assert DayNote.get().for_physio
    diary.set_note(TODAY, " ")
    assert DayNote.select().count() == 0


def test_a_discharge_ends_what_is_prescribed(stretch: Exercise) -> None:
    diary.add_event("discharge", TODAY)
    assert plan.prescriptions(stretch)[0].ends_on == TODAY


class TestADischargeOfAnEarlierDay:
    @pytest.fixture(autouse=True)
    def given_later(self, stretch: Exercise) -> None:
        plan.prescribe(
            stretch,
            TODAY - timedelta(days=5),
            sets=3,
            amount=30,
            sides="each",
            schedule={"type": "daily"},
            source="physio",
        )

    def test_a_dose_that_would_have_begun_later_goes(self, stretch: Exercise) -> None:
        diary.add_event("discharge", TODAY - timedelta(days=7))
        assert [one.ends_on for one in plan.prescriptions(stretch)] == [TODAY - timedelta(days=7)]

    def test_one_that_was_done_stays_and_ends_with_its_last_entry(self, stretch: Exercise) -> None:
        diary.do(stretch, TODAY - timedelta(days=4))
        diary.do(stretch, TODAY - timedelta(days=3))
        diary.add_event("discharge", TODAY - timedelta(days=7))
        assert [(one.sets, one.ends_on) for one in plan.prescriptions(stretch)] == [
            (2, TODAY - timedelta(days=7)),
            (3, TODAY - timedelta(days=3)),
        ]
        assert diary.item_on(stretch, TODAY - timedelta(days=3)).is_done

    def test_one_given_since_a_new_start_goes_on(self, stretch: Exercise) -> None:
        diary.add_event("start", TODAY - timedelta(days=5), side="left")
        diary.add_event("discharge", TODAY - timedelta(days=7))
        assert [one.ends_on for one in plan.prescriptions(stretch)] == [TODAY - timedelta(days=7), None]


def test_only_a_start_has_a_side() -> None:
    with pytest.raises(Refused, match="Only a `start` has a side"):
        diary.add_event("visit", TODAY, side="left")
    assert Event.select().count() == 0


def test_the_version_changes_with_each_entry() -> None:
    before = diary.version()
    assert diary.version() == before
    diary.log_pain(1, TODAY)
    assert diary.version() != before


def test_half_past_one_belongs_to_yesterday_unless_the_day_starts_earlier(frozen: Traveller) -> None:
    frozen.move_to(datetime(2026, 11, 24, 1, 30, tzinfo=ZoneInfo("Europe/Berlin")))
    assert diary.today() == date(2026, 11, 23)
    settings.put("day_start", "01:00")
    assert diary.today() == date(2026, 11, 24)


def test_a_day_reads_the_same_however_often_it_is_read(stretch: Exercise) -> None:
    diary.do(stretch, TODAY)
    assert days.as_json(days.read(TODAY)) == days.as_json(days.read(TODAY))


def test_an_exercise_out_of_the_plan_can_not_be_ticked() -> None:
    kick = plan.add_exercise("kick", "Kick", "strength", "reps")
    with pytest.raises(Refused, match="not in the plan on Mon 23 Nov 2026"):
        diary.do(kick, TODAY)


def test_another_diary_in_its_place_is_opened_and_has_another_version(folder: Path) -> None:
    diary.log_pain(1, TODAY)
    before = diary.version()
    copy = care.back_up(folder)
    diary.log_pain(2, TODAY)
    copy.replace(store.diary_file(folder))
    with pytest.raises(Gone):
        diary.log_pain(3, TODAY)
    assert diary.version() != before
    diary.log_pain(4, TODAY)
    assert [log.level for log in PainLog.select()] == [4]


def test_a_diary_that_is_gone_is_refused_until_it_is_back(folder: Path) -> None:
    away = folder.with_name("away")
    folder.rename(away)
    for _ in range(2):
        with pytest.raises(Gone, match="There is no diary in"):
            diary.version()
    assert not folder.exists()
    away.rename(folder)
    assert diary.version()
    diary.log_pain(4, TODAY)
    assert [log.level for log in PainLog.select()] == [4]


def test_the_copy_of_the_day_is_made_once(folder: Path) -> None:
    backups.todays(folder).unlink()
    assert diary.keep_copy() is None
    made = backups.todays(folder).stat()
    assert diary.keep_copy() is None
    assert backups.todays(folder).stat() == made


def test_pain_filled_in_before_the_diary_began_has_the_side_of_its_beginning() -> None:
    diary.add_event("start", TODAY, side="right")
    assert diary.log_pain(4, YESTERDAY).side == "right"
    assert days.read(YESTERDAY).pain_log("worst") is not None
