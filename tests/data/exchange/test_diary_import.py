"""How another diary's file meets this one: what is new, what is the same, which side wins, and one undo for all."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import history, models, session
from data import settings as diary_settings
from data.errors import Refused
from data.exchange import diary_import, diary_json
from data.exchange.merge import Counts
from data.exchange.report import reading
from data.exchange.report.period import since_last_visit
from tests import diaries, loading

pytestmark = pytest.mark.usefixtures("folder")

EARLY, MIDDLE, LATE = "2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z"


def at(changed_at: str) -> dict[str, str]:
    return {"entered_at": EARLY, "changed_at": changed_at}


def export() -> str:
    return diary_json.text(diary_json.document("2026-11-23T19:00:00Z"))


def bring(*, dry_run: bool = False, **lists: Any) -> Counts:
    """Imports a file of these rows."""
    return diary_import.import_text(diary_json.text(diaries.diary(**lists)), "other.json", dry_run=dry_run)


def here(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = diary_json.document("")[name]
    return rows


def renamed(row: dict[str, Any], words: str = "of the other diary") -> dict[str, Any]:
    """The row under another uid."""
    return {**row, "uid": diaries.uid("other", row["uid"] + words)}


def steps() -> int:
    count: int = models.database.execute_sql("SELECT count(*) FROM step").fetchone()[0]
    return count


class TestCounting:
    def test_an_empty_diary_takes_everything_as_new(self) -> None:
        note, run = diaries.note("x", "2026-11-20"), diaries.run(5, "2026-11-20")
        assert bring(day_notes=[note], runs=[run]) == Counts(new=2)

    def test_the_same_file_twice_changes_nothing_and_leaves_no_step(self) -> None:
        lists = {
            "day_notes": [diaries.note("x", "2026-11-20")],
            "deleted": [gone(diaries.uid("a", "b"), EARLY)],
        }
        bring(**lists)
        before, count = export(), steps()
        assert bring(**lists) == Counts(same=1)
        assert (export(), steps()) == (before, count)

    def test_a_dry_run_counts_the_same_and_changes_nothing(self) -> None:
        kept, dropped = (
            diaries.note("kept", "2026-11-20", **at(EARLY)),
            diaries.note("x", "2026-11-19", **at(EARLY)),
        )
        loading.load(diaries.diary(day_notes=[kept, dropped]))
        before, count = export(), steps()
        file = {
            "day_notes": [{**kept, "text": "changed", "changed_at": LATE}, diaries.note("new", "2026-11-21")],
            "deleted": [gone(dropped["uid"], LATE)],
        }
        assert bring(dry_run=True, **file) == Counts(new=1, changed=1, deleted=1)
        assert (export(), steps()) == (before, count)
        assert bring(**file) == Counts(new=1, changed=1, deleted=1)


class TestTheSameUid:
    def test_the_later_change_wins_whole(self) -> None:
        ours = diaries.pain(3, "2026-11-20", **at(EARLY))
        loading.load(diaries.diary(pain_logs=[ours]))
        theirs = {**ours, "level": 5, "note": "stairs", "changed_at": LATE}
        assert bring(pain_logs=[theirs]) == Counts(changed=1)
        assert here("pain_logs") == [theirs]

    @pytest.mark.parametrize("theirs_at", [EARLY, MIDDLE])
    def test_ours_stays_when_it_is_later_or_of_the_same_second(self, theirs_at: str) -> None:
        ours = diaries.pain(3, "2026-11-20", **at(MIDDLE))
        loading.load(diaries.diary(pain_logs=[ours]))
        assert bring(pain_logs=[{**ours, "level": 5, "changed_at": theirs_at}]) == Counts(same=1)
        assert here("pain_logs") == [ours]

    def test_two_rows_can_change_places(self) -> None:
        one, two = (
            diaries.note("one", "2026-11-20", **at(EARLY)),
            diaries.note("two", "2026-11-21", **at(EARLY)),
        )
        loading.load(diaries.diary(day_notes=[one, two]))
        swapped = [
            {**one, "day": "2026-11-21", "changed_at": LATE},
            {**two, "day": "2026-11-20", "changed_at": LATE},
        ]
        assert bring(day_notes=swapped) == Counts(changed=2)
        assert {row["day"]: row["text"] for row in here("day_notes")} == {
            "2026-11-20": "two",
            "2026-11-21": "one",
        }
        assert here("deleted") == []

    def test_an_exercise_that_changes_its_key_keeps_its_logs(self) -> None:
        bridge = diaries.exercise("bridge", **at(EARLY))
        log = diaries.log("bridge", "2026-11-20")
        loading.load(diaries.diary(exercises=[bridge], exercise_logs=[log]))
        changed = {**bridge, "key": "glute-bridge", "changed_at": LATE}
        assert bring(exercises=[changed], exercise_logs=[log]) == Counts(changed=1, same=1)
        assert here("exercise_logs") == [log]

    def test_a_uid_of_another_kind_of_row_is_refused(self) -> None:
        note = diaries.note("x", "2026-11-20")
        loading.load(diaries.diary(day_notes=[note]))
        with pytest.raises(Refused, match=f"runs \\({note['uid']}\\) has the uid of one of the day_notes"):
            bring(runs=[diaries.run(5, "2026-11-20", uid=note["uid"])])


BRIDGE = diaries.exercise("bridge", **at(EARLY))
STAIRS = diaries.activity("Stairs down", **at(EARLY))
NATURAL = {
    "settings": (diaries.setting("units", "km", **at(EARLY)), {"value": "mi"}),
    "exercises": (BRIDGE, {"name": "Glute bridge"}),
    "prescriptions": (diaries.prescription("bridge", "2026-11-02", **at(EARLY)), {"sets": 4}),
    "exercise_logs": (diaries.log("bridge", "2026-11-02", side="left", **at(EARLY)), {"sets_done": 4}),
    "runs": (diaries.run(5, "2026-11-02", source="gpx", source_id="7", **at(EARLY)), {"km": 6}),
    "day_notes": (diaries.note("x", "2026-11-02", **at(EARLY)), {"text": "y"}),
    "pain_limits": (diaries.pain_limit(3, "2026-11-02", **at(EARLY)), {"level": 4}),
    "activities": (STAIRS, {"position": 3}),
    "activity_scores": (diaries.activity_score("Stairs down", "2026-11-02", 5, **at(EARLY)), {"score": 6}),
}


class TestTheSameNaturalKey:
    @pytest.mark.parametrize("name", NATURAL)
    def test_the_later_change_wins_and_our_uid_stays(self, name: str) -> None:
        ours, change = NATURAL[name]
        others = {"exercises": [BRIDGE], "activities": [STAIRS]}
        loading.load(diaries.diary(**{**others, name: [ours]}))
        theirs = {**renamed(ours), **change, "changed_at": LATE}
        counts = bring(**{**others, name: [theirs]})
        assert counts.changed == 1
        assert counts.new == 0
        assert here(name) == [{**theirs, "uid": ours["uid"]}]

    @pytest.mark.parametrize("name", NATURAL)
    def test_ours_stays_when_it_is_later(self, name: str) -> None:
        row, change = NATURAL[name]
        ours = {**row, "changed_at": MIDDLE}
        others = {"exercises": [BRIDGE], "activities": [STAIRS]}
        loading.load(diaries.diary(**{**others, name: [ours]}))
        counts = bring(**{**others, name: [{**renamed(ours), **change, "changed_at": EARLY}]})
        assert (counts.new, counts.changed) == (0, 0)
        assert here(name) == [ours]

    def test_references_of_the_file_follow_to_our_row(self) -> None:
        loading.load(diaries.diary(exercises=[BRIDGE]))
        theirs = renamed(BRIDGE)
        log = diaries.log("bridge", "2026-11-20", exercise=theirs["uid"])
        pain = diaries.pain(2, "2026-11-20", "during", exercise=theirs["uid"])
        pause = diaries.pause("2026-11-21", exercise=theirs["uid"])
        bring(exercises=[theirs], exercise_logs=[log], pain_logs=[pain], pauses=[pause])
        assert [here(name)[0]["exercise"] for name in ("exercise_logs", "pain_logs", "pauses")] == [
            BRIDGE["uid"]
        ] * 3

    def test_a_log_of_an_exercise_known_by_another_uid_is_found_by_its_day_and_side(self) -> None:
        ours = diaries.log("bridge", "2026-11-20", 1, **at(EARLY))
        loading.load(diaries.diary(exercises=[BRIDGE], exercise_logs=[ours]))
        theirs = renamed({**ours, "exercise": renamed(BRIDGE)["uid"], "sets_done": 2, "changed_at": LATE})
        assert bring(exercises=[renamed(BRIDGE)], exercise_logs=[theirs]) == Counts(changed=1, same=1)
        assert here("exercise_logs") == [{**ours, "sets_done": 2, "changed_at": LATE}]

    def test_runs_without_a_source_id_are_never_the_same(self) -> None:
        ours = diaries.run(5, "2026-11-20")
        loading.load(diaries.diary(runs=[ours]))
        assert bring(runs=[renamed(ours)]) == Counts(new=1)

    def test_two_pain_logs_that_say_the_same_are_two(self) -> None:
        ours = diaries.pain(5, "2026-11-20", "during")
        loading.load(diaries.diary(pain_logs=[ours]))
        assert bring(pain_logs=[renamed(ours)]) == Counts(new=1)

    @pytest.mark.parametrize("other", [{"side": "left"}, {"site": "hip"}, {"moment": "morning"}])
    def test_a_pain_of_another_side_site_or_moment_stands_beside_the_worst(self, other: Any) -> None:
        ours = diaries.pain(5, "2026-11-20")
        loading.load(diaries.diary(pain_logs=[ours]))
        assert bring(pain_logs=[{**renamed(ours), **other}]) == Counts(new=1)

    def test_a_row_that_moved_there_onto_another_row_of_ours_is_refused_by_name(self) -> None:
        moving = diaries.note("moving", "2026-11-20", **at(EARLY))
        loading.load(diaries.diary(day_notes=[moving, diaries.note("here before", "2026-11-21")]))
        before = export()
        with pytest.raises(Refused, match=rf"day_notes \({moving['uid']}\) has the day of another row"):
            bring(day_notes=[{**moving, "day": "2026-11-21", "changed_at": LATE}])
        assert export() == before


class TestOneWorst:
    """A day has one worst of a side and site, in the diary; a file may hold two."""

    OURS = diaries.pain(3, "2026-11-20", **at(MIDDLE))

    def levels(self) -> list[int]:
        return sorted(row["level"] for row in here("pain_logs"))

    @pytest.mark.parametrize(("when", "level"), [(EARLY, 3), (MIDDLE, 3), (LATE, 7)])
    def test_the_later_of_ours_and_theirs_stays_under_our_uid(self, when: str, level: int) -> None:
        loading.load(diaries.diary(pain_logs=[self.OURS]))
        theirs = {**renamed(self.OURS), "level": 7, "changed_at": when}
        counts = bring(pain_logs=[theirs])
        assert (counts.new, counts.changed, counts.same) == (0, int(level == 7), int(level == 3))
        assert [(row["uid"], row["level"]) for row in here("pain_logs")] == [(self.OURS["uid"], level)]

    @pytest.mark.parametrize(
        ("first", "second", "kept"),
        [(LATE, LATE, [7, 8]), (EARLY, LATE, [8]), (LATE, EARLY, [7]), (EARLY, EARLY, [3])],
    )
    def test_two_of_a_file_are_both_kept_but_for_those_that_are_older_than_ours(
        self, first: str, second: str, kept: list[int]
    ) -> None:
        loading.load(diaries.diary(pain_logs=[self.OURS]))
        one = {**renamed(self.OURS, "one"), "level": 7, "changed_at": first}
        two = {**renamed(self.OURS, "two"), "level": 8, "changed_at": second}
        bring(pain_logs=[one, two])
        assert self.levels() == kept
        before = export()
        assert bring(pain_logs=[one, two]) == Counts(same=2)
        assert export() == before

    def test_an_empty_diary_takes_both_of_a_file(self) -> None:
        assert bring(pain_logs=[self.OURS, renamed(self.OURS)]) == Counts(new=2)

    def test_ours_that_the_file_knows_by_its_uid_stands_beside_another_of_the_file(self) -> None:
        loading.load(diaries.diary(pain_logs=[self.OURS]))
        assert bring(pain_logs=[self.OURS, renamed(self.OURS)]) == Counts(new=1, same=1)

    def test_ours_that_the_file_deletes_takes_the_place_of_none(self) -> None:
        loading.load(diaries.diary(pain_logs=[self.OURS]))
        anew = {**renamed(self.OURS), "level": 7, "changed_at": EARLY}
        assert bring(pain_logs=[anew], deleted=[gone(self.OURS["uid"], LATE)]) == Counts(new=1, deleted=1)
        assert self.levels() == [7]

    @pytest.mark.parametrize(("when", "kept"), [(EARLY, 3), (LATE, 7)])
    def test_one_that_moved_there_onto_another_of_ours_leaves_the_later_of_the_two(
        self, when: str, kept: int
    ) -> None:
        moving = diaries.pain(7, "2026-11-20", side="left", **at("2026-11-19T08:00:00Z"))
        loading.load(diaries.diary(pain_logs=[self.OURS, moving]))
        moved = {**moving, "side": "right", "changed_at": when}
        counts = bring(pain_logs=[moved])
        assert counts == (Counts(deleted=1) if kept == 3 else Counts(changed=1, deleted=1))
        assert self.levels() == [kept]
        before = export()
        counts = bring(pain_logs=[moved])
        assert (counts.new, counts.changed, counts.deleted, counts.same) == (0, 0, 0, 1)
        assert export() == before


def gone(uid: str, when: str) -> dict[str, str]:
    return {"uid": uid, "at": when}


class TestDeletion:
    NOTE = diaries.note("x", "2026-11-20", **at(MIDDLE))

    @pytest.mark.parametrize("when", [MIDDLE, LATE])
    def test_a_row_not_changed_after_its_deletion_there_goes(self, when: str) -> None:
        loading.load(diaries.diary(day_notes=[self.NOTE]))
        assert bring(deleted=[gone(self.NOTE["uid"], when)]) == Counts(deleted=1)
        assert here("day_notes") == []
        assert here("deleted") == [gone(self.NOTE["uid"], when)]

    def test_a_row_changed_after_its_deletion_there_stays(self) -> None:
        loading.load(diaries.diary(day_notes=[self.NOTE]))
        assert bring(deleted=[gone(self.NOTE["uid"], EARLY)]) == Counts()
        assert here("day_notes") == [self.NOTE]
        assert here("deleted") == []

    def test_a_deletion_of_a_row_that_was_never_here_is_kept_for_the_next_diary(self) -> None:
        tombstone = gone(diaries.uid("never", "here"), EARLY)
        assert bring(deleted=[tombstone]) == Counts()
        assert here("deleted") == [tombstone]

    def test_of_two_deletions_the_later_is_kept(self) -> None:
        uid = diaries.uid("never", "here")
        for when in (MIDDLE, LATE, EARLY):
            bring(deleted=[gone(uid, when)])
        assert here("deleted") == [gone(uid, LATE)]

    def test_a_row_deleted_here_after_its_last_change_there_stays_deleted(self) -> None:
        bring(deleted=[gone(self.NOTE["uid"], MIDDLE)])
        assert bring(day_notes=[self.NOTE]) == Counts(same=1, kept_deleted=1)
        assert here("day_notes") == []

    def test_a_row_changed_there_after_its_deletion_here_comes_back(self) -> None:
        bring(deleted=[gone(self.NOTE["uid"], EARLY)])
        assert bring(day_notes=[self.NOTE]) == Counts(new=1)
        assert here("day_notes") == [self.NOTE]
        assert here("deleted") == []

    def test_a_row_given_anew_there_after_its_deletion_takes_the_place_of_ours(self) -> None:
        loading.load(diaries.diary(day_notes=[self.NOTE]))
        anew = {**renamed(self.NOTE), "text": "anew", "changed_at": LATE}
        bring(day_notes=[anew], deleted=[gone(self.NOTE["uid"], MIDDLE)])
        assert [row["text"] for row in here("day_notes")] == ["anew"]

    def test_an_exercise_with_logs_of_ours_is_not_taken_away(self) -> None:
        log = diaries.log("bridge", "2026-11-20")
        loading.load(diaries.diary(exercises=[BRIDGE], exercise_logs=[log]))
        before = export()
        with pytest.raises(Refused, match=rf"{BRIDGE['uid']}.*exercise_logs \({log['uid']}\)"):
            bring(deleted=[gone(BRIDGE["uid"], LATE)])
        assert export() == before

    def test_an_exercise_goes_together_with_its_logs(self) -> None:
        log = diaries.log("bridge", "2026-11-20", **at(EARLY))
        loading.load(diaries.diary(exercises=[BRIDGE], exercise_logs=[log]))
        assert bring(deleted=[gone(BRIDGE["uid"], LATE), gone(log["uid"], LATE)]) == Counts(deleted=2)

    def test_a_new_row_of_an_exercise_that_stays_deleted_here_is_refused_by_name(self) -> None:
        bring(deleted=[gone(BRIDGE["uid"], LATE)])
        log = diaries.log("bridge", "2026-11-20")
        with pytest.raises(Refused, match=rf"exercise_logs \({log['uid']}\).*deleted in this diary"):
            bring(exercises=[BRIDGE], exercise_logs=[log])


class TestOverlaps:
    OPEN = diaries.prescription("bridge", "2026-11-02", **at(EARLY))

    def test_a_prescription_that_overlaps_one_of_ours_is_refused_by_name(self) -> None:
        loading.load(diaries.diary(exercises=[BRIDGE], prescriptions=[self.OPEN]))
        theirs = diaries.prescription("bridge", "2026-11-09")
        before = export()
        with pytest.raises(Refused, match=rf"prescriptions \({theirs['uid']}\) overlaps"):
            bring(exercises=[BRIDGE], prescriptions=[theirs])
        assert export() == before

    def test_two_overlapping_prescriptions_of_a_file_are_refused(self) -> None:
        later = diaries.prescription("bridge", "2026-11-09")
        with pytest.raises(Refused, match="overlaps"):
            bring(exercises=[BRIDGE], prescriptions=[self.OPEN, later])

    def test_one_may_begin_on_the_day_after_the_other_ends(self) -> None:
        loading.load(diaries.diary(exercises=[BRIDGE], prescriptions=[self.OPEN]))
        ended = {**self.OPEN, "ends_on": "2026-11-08", "changed_at": LATE}
        later = diaries.prescription("bridge", "2026-11-09")
        assert bring(exercises=[BRIDGE], prescriptions=[ended, later]) == Counts(new=1, changed=1, same=1)

    def test_those_of_two_exercises_may_overlap(self) -> None:
        plank = diaries.prescription("plank", "2026-11-09")
        counts = bring(exercises=[BRIDGE, diaries.exercise("plank")], prescriptions=[self.OPEN, plank])
        assert counts.new == 4


@given(diaries.diaries(diaries.hostile_text(), max_days=20), diaries.diaries(max_days=20))
@settings(suppress_health_check=list(HealthCheck))
def test_undo_gives_back_exactly_what_was_there_and_redo_what_came(
    ours: dict[str, Any], theirs: dict[str, Any]
) -> None:
    loading.empty()
    loading.load(ours)
    before = export()
    try:
        diary_import.import_text(diary_json.text(theirs), "other.json")
    except Refused:
        assert export() == before
        return
    after = export()
    if before != after:
        assert history.undo() == "Import other.json"
        assert export() == before
        history.redo()
    assert export() == after


@given(diaries.diaries(max_days=20), st.data())
@settings(suppress_health_check=list(HealthCheck))
def test_two_copies_of_a_diary_that_went_their_ways_meet_again(
    base: dict[str, Any], data: st.DataObject
) -> None:
    one, two = (diary_json.text(_went_on(base, second, data)) for second in ("01", "02"))
    met = []
    for first, second in ((one, two), (two, one)):
        loading.empty()
        diary_import.import_text(first, "first.json")
        diary_import.import_text(second, "second.json")
        met.append(export())
    assert met[0] == met[1]


def _went_on(base: dict[str, Any], second: str, data: st.DataObject) -> dict[str, Any]:
    """The diary after some pain logs were changed, deleted and added, at seconds of its own."""
    when = f"2026-12-01T08:00:{second}Z"
    rows, deleted = [], list(base["deleted"])
    for row in base["pain_logs"]:
        match data.draw(st.sampled_from(["stays", "changed", "deleted"])):
            case "stays":
                rows.append(row)
            case "changed":
                rows.append({**row, "level": data.draw(st.integers(0, 10)), "changed_at": when})
            case "deleted":
                deleted.append(gone(row["uid"], when))
    rows.append({**diaries.pain(1, "2026-11-30", "other"), "uid": diaries.uid("new", second)})
    return diaries.diary(**{**_lists(base), "pain_logs": rows, "deleted": deleted})


def _lists(base: dict[str, Any]) -> dict[str, Any]:
    return {name: rows for name, rows in base.items() if isinstance(rows, list)}


def test_an_import_is_one_step_with_the_name_of_the_file() -> None:
    bring(day_notes=[diaries.note("x", "2026-11-20"), diaries.note("y", "2026-11-21")])
    assert history.undo() == "Import other.json"
    assert here("day_notes") == []
    assert here("deleted") == []


def test_undo_of_an_import_brings_a_deleted_row_back_without_its_tombstone() -> None:
    loading.load(diaries.diary(day_notes=[TestDeletion.NOTE]))
    before = export()
    bring(deleted=[gone(TestDeletion.NOTE["uid"], LATE)])
    history.undo()
    assert export() == before


def test_a_setting_that_this_itband_does_not_know_is_kept() -> None:
    row = diaries.setting("colour_of_shoes", "blue")
    bring(settings=[row])
    assert here("settings") == [row]


@pytest.mark.parametrize(
    ("key", "value", "read"),
    [
        ("problem_since", "2026-08", "2026-08-01"),
        ("problem_since", "2099-01-01", "2099-01-01"),
        ("problem_since", "", ""),
        ("day_start", "4:30", "04:30"),
        ("day_start", "", "03:00"),
        ("units", "", "km"),
        ("name", " Ada ", "Ada"),
        ("session_ready", "", "5"),
        ("session_rest", " ", "30"),
        ("session_tempo", "06", "6"),
        ("session_sound", "", "on"),
    ],
)
def test_a_setting_in_another_form_is_kept_as_it_is_and_read_as_itband_writes_it(
    key: str, value: str, read: str
) -> None:
    row = diaries.setting(key, value)
    bring(settings=[row])
    assert here("settings") == [row]
    assert diary_settings.get(key) == read


def test_after_an_import_of_settings_in_another_form_a_report_and_a_session_can_be_had() -> None:
    forms = {"problem_since": "2026-08", "day_start": "4:30", "session_ready": "", "session_rest": " "}
    bring(settings=[diaries.setting(key, value) for key, value in forms.items()])
    report = reading.read(since_last_visit(date(2026, 11, 23)))
    assert report.runner.problem_since == date(2026, 8, 1)
    assert session.pace() == session.Pace(ready=5, rest=30, tempo=4, sound=True)
