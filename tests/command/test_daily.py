"""What is entered day by day."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from time_machine import Traveller

import main
from data.command import daily

from .conftest import Itband

Everything = Callable[[], dict[str, Any]]


def exercise_logs(itband: Itband, key: str) -> list[tuple[str, int, str | None]]:
    found = next(one for one in itband("today", "--json").json["exercises"] if one["key"] == key)
    return [(log["side"], log["sets_done"], log["skipped"]) for log in found["logs"]]


class TestAfterMidnight:
    @pytest.mark.parametrize(
        "words",
        [
            ("run", 5),
            ("note", "Stairs fine."),
            ("done", "glute"),
            ("activity", "score", "run", 3),
            ("edit", "today's pain", "day=tomorrow"),
        ],
    )
    def test_a_day_that_has_begun_on_the_wall_alone_is_said_to_begin_later(
        self, ready: Itband, frozen: Traveller, words: tuple[object, ...]
    ) -> None:
        ready("settings", "day_start", "04:00")
        ready("activity", "add", "run 10 km")
        frozen.move_to(datetime(2026, 12, 1, 0, 5, tzinfo=ZoneInfo("Europe/Berlin")))
        ready("pain", 3)
        if words[0] == "edit":
            pain = ready("log", "--from", "today", "--json").json["pain_logs"][0]["uid"]
            said = ready("edit", pain, "day=tomorrow")
        else:
            said = ready(*words, "--day", "tomorrow")
        assert said.code == 1
        assert said.err == "2026-12-01 has not come yet: today is 2026-11-30 until 04:00.\n"


class TestDone:
    def test_an_exercise_is_ticked_as_asked_for(self, ready: Itband) -> None:
        assert ready("done", "itb-stretch").out == (
            "Standing IT band stretch done on Mon 23 Nov 2026: 2×30s each side.\n"
        )
        assert exercise_logs(ready, "itb-stretch") == [("left", 2, None), ("right", 2, None)]

    def test_a_start_of_its_key_is_enough(self, ready: Itband) -> None:
        assert ready("done", "glute").code == 0
        assert exercise_logs(ready, "glute-bridge") == [("both", 2, None)]

    def test_sets_and_side_can_be_said(self, ready: Itband) -> None:
        said = ready("done", "itb-stretch", "--sets", 1, "--side", "left")
        assert said.out.endswith(": 1×30s left (25 % of what was asked).\n")
        assert exercise_logs(ready, "itb-stretch") == [("left", 1, None)]

    def test_a_shorter_set_can_be_said(self, ready: Itband) -> None:
        ready("done", "glute-bridge", "--amount", 5)
        assert "10 reps" not in ready("today").out
        assert "5 reps, 50 % of what was asked" in ready("today").out

    def test_several_exercises_are_one_undo(self, ready: Itband, everything: Everything) -> None:
        before = everything()
        assert len(ready("done", "glute", "itb").lines) == 2
        ready("undo")
        assert everything()["exercise_logs"] == before["exercise_logs"] == []

    def test_of_several_exercises_none_is_written_when_one_is_refused(
        self, ready: Itband, everything: Everything
    ) -> None:
        ready("plan", "archive", "itb")
        before = everything()
        assert ready("done", "glute", "itb").code == 1
        assert everything() == before

    def test_all_writes_what_is_open_and_says_each_by_name(self, ready: Itband) -> None:
        said = ready("done", "--all")
        assert [line.split(" done")[0] for line in said.lines] == [
            "Glute bridge",
            "Lateral band walk",
            "Foam rolling",
            "Standing IT band stretch",
        ]
        assert ready("due").code == 0

    def test_all_leaves_a_skip_alone(self, ready: Itband) -> None:
        ready("skip", "foam", "--why", "time")
        ready("done", "--all")
        assert exercise_logs(ready, "foam-rolling") == [("left", 0, "time"), ("right", 0, "time")]

    def test_all_says_so_when_nothing_is_left(self, ready: Itband) -> None:
        ready("done", "--all")
        assert ready("done", "--all").out == "Nothing is left for Mon 23 Nov 2026.\n"

    def test_sets_logged_for_both_sides_are_among_those_named(self, ready: Itband) -> None:
        ready("done", "itb")
        uid = ready("log", "--json").json["exercise_logs"]
        for log in uid:
            if log["side"] == "left":
                ready("edit", log["uid"], "side=both")
            else:
                ready("delete", log["uid"])
        assert exercise_logs(ready, "itb-stretch") == [("both", 2, None)]
        ready("done", "itb", "--sets", 1)
        assert exercise_logs(ready, "itb-stretch") == [("both", 1, None)]
        ready("done", "itb", "--sets", 0)
        assert exercise_logs(ready, "itb-stretch") == []

    def test_no_sets_take_an_entry_back(self, ready: Itband) -> None:
        ready("done", "glute")
        assert ready("done", "glute", "--sets", 0).out == "Glute bridge taken back on Mon 23 Nov 2026.\n"
        assert exercise_logs(ready, "glute-bridge") == []

    def test_work_in_a_pause_is_kept_and_said_not_to_count(self, ready: Itband) -> None:
        ready("plan", "pause", "--why", "travel")
        assert "kept and not counted" in ready("done", "glute").out
        assert "kept, not counted" in ready("today").out

    @pytest.mark.parametrize(
        "words", [(), ("glute", "--all"), ("--all", "--sets", 1), ("--all", "--side", "left")]
    )
    def test_it_is_one_exercise_or_more_or_all(self, ready: Itband, words: tuple[str, ...]) -> None:
        assert ready("done", *words).code == 2

    def test_a_past_day_can_be_filled_in(self, ready: Itband) -> None:
        ready("done", "glute", "--day", "yesterday")
        logs = ready("log", "--json", "--from", -1, "--to", -1).json["exercise_logs"]
        assert [(log["day"], log["at"]) for log in logs] == [("2026-11-22", None)]


class TestSkip:
    def test_a_skip_has_a_reason(self, ready: Itband) -> None:
        assert (
            ready("skip", "glute", "--why", "pain").out == "Glute bridge skipped on Mon 23 Nov 2026: pain.\n"
        )
        assert "[-] Glute bridge 2×10: skipped: pain" in ready("today").out

    def test_a_reason_that_excuses_is_said_to(self, ready: Itband) -> None:
        ready("skip", "glute", "--why", "ill")
        assert "skipped: ill, excused" in ready("today").out

    def test_another_reason_replaces_the_one_before_which_is_said(self, ready: Itband) -> None:
        ready("skip", "foam", "--why", "travel")
        assert ready("skip", "foam", "--why", "pain").out == (
            "Foam rolling skipped on Mon 23 Nov 2026: pain. "
            "It replaces the skip before (travel); `itband undo` brings that back.\n"
        )
        assert "replaces" not in ready("skip", "foam", "--why", "pain").out

    def test_without_a_reason_it_is_wrong_usage(self, ready: Itband) -> None:
        said = ready("skip", "glute")
        assert said.code == 2
        assert "--why" in said.err
        assert len(said.err.splitlines()) == 1

    def test_several_are_one_undo(self, ready: Itband) -> None:
        ready("skip", "glute", "foam", "--why", "ill")
        ready("undo")
        assert exercise_logs(ready, "glute-bridge") == exercise_logs(ready, "foam-rolling") == []

    def test_all_skips_what_is_left(self, ready: Itband) -> None:
        ready("done", "glute")
        assert len(ready("skip", "--all", "--why", "travel").lines) == 3
        assert exercise_logs(ready, "glute-bridge") == [("both", 2, None)]


class TestPain:
    def test_pain_is_the_worst_of_the_day_on_the_diarys_side(self, ready: Itband) -> None:
        assert ready("pain", 3).out == "Pain 3 (worst of the day, outer knee, right) on Mon 23 Nov 2026.\n"

    def test_given_again_it_replaces_and_undo_brings_it_back(self, ready: Itband) -> None:
        ready("pain", 3)
        ready("pain", 0)
        assert ready("today", "--json").json["pain"]["worst"] == 0
        ready("undo")
        assert ready("today", "--json").json["pain"]["worst"] == 3

    def test_it_can_go_with_a_run_and_then_has_its_day(self, ready: Itband, everything: Everything) -> None:
        ready("run", 5, "--day", "-2")
        (run,) = everything()["runs"]
        ready("pain", 2, "--moment", "during", "--run", run["uid"][:8])
        (log,) = everything()["pain_logs"]
        assert (log["run"], log["day"]) == (run["uid"], run["day"])

    def test_an_id_of_something_else_is_no_run(self, ready: Itband, everything: Everything) -> None:
        ready("pain", 2)
        (log,) = everything()["pain_logs"]
        refused = ready("pain", 3, "--run", log["uid"][:8])
        assert refused.code == 1 and "is no run: Pain 2" in refused.err

    def test_every_detail_can_be_said(self, ready: Itband) -> None:
        ready(
            "pain",
            2,
            "--moment",
            "night",
            "--side",
            "left",
            "--site",
            "hip",
            "--medication",
            "ibuprofen",
            "--note",
            "x",
        )
        (log,) = ready("today", "--json").json["pain"]["logs"]
        assert (log["moment"], log["side"], log["site"], log["medication"], log["note"]) == (
            "night",
            "left",
            "hip",
            "ibuprofen",
            "x",
        )

    def test_pain_during_an_exercise_above_the_limit_says_to_stop_it(self, ready: Itband) -> None:
        said = ready("pain", 5, "--moment", "during", "--exercise", "glute")
        assert said.lines[1] == (
            "Stop this exercise for today: 5 is above the limit of 2 (the default, from studies of kneecap pain)."
        )
        assert "itband skip glute-bridge --why pain" in said.lines[2]
        assert "itband guide warning-signs" in said.lines[2]

    def test_pain_within_the_limit_says_no_more(self, ready: Itband) -> None:
        assert len(ready("pain", 2, "--moment", "during", "--exercise", "glute").lines) == 1

    def test_pain_elsewhere_is_not_judged(self, ready: Itband) -> None:
        assert len(ready("pain", 9, "--moment", "during", "--exercise", "glute", "--site", "hip").lines) == 1

    def test_the_daily_worst_is_not_judged(self, ready: Itband) -> None:
        assert len(ready("pain", 9).lines) == 1


class TestRun:
    def test_a_run_keeps_its_pain_before_during_and_after(self, ready: Itband) -> None:
        ready(
            "run",
            5.2,
            "--minutes",
            31,
            "--onset",
            4.8,
            "--before",
            0,
            "--during",
            2,
            "--after",
            1,
            "--note",
            "flat",
        )
        day = ready("today", "--json").json
        assert [(run["km"], run["minutes"], run["onset_km"], run["note"]) for run in day["runs"]] == [
            (5.2, 31, 4.8, "flat")
        ]
        assert {log["moment"]: log["level"] for log in day["pain"]["logs"]} == {
            "before": 0,
            "during": 2,
            "after": 1,
        }

    def test_pain_during_a_run_is_held_against_the_limit_in_words(self, ready: Itband) -> None:
        assert "Pain during it: 6 is far above the limit of 2" in ready("run", 5, "--during", 6).out
        assert "Pain during it: 1 is within the limit of 2" in ready("run", 5, "--during", 1).out

    def test_a_run_far_beyond_the_last_ones_is_said_to_be(self, ready: Itband) -> None:
        ready("run", 5, "--day", -3)
        assert ready("run", 5.5).lines == ["Run of 5.5 km on Mon 23 Nov 2026."]
        said = " ".join(ready("run", 5.6).out.split())
        assert "5.6 km is more than 10 % beyond the longest run of the 30 days before (5 km)" in said

    def test_distances_are_in_the_diarys_unit_and_stored_in_km(self, ready: Itband) -> None:
        ready("settings", "units", "mi")
        assert ready("run", 3, "--onset", 2).out == "Run of 3 mi on Mon 23 Nov 2026.\n"
        (run,) = ready("today", "--json").json["runs"]
        assert (run["km"], run["onset_km"]) == (pytest.approx(4.828032), pytest.approx(3.218688))

    def test_a_run_with_pain_that_cannot_be_is_not_kept(self, ready: Itband, everything: Everything) -> None:
        before = everything()
        assert ready("run", 5, "--after", 11).code == 1
        assert everything() == before


class TestNote:
    def test_a_note_is_for_the_physiotherapist_only_when_it_is_said(self, ready: Itband) -> None:
        ready("note", "? May I run", "--for-physio")
        assert "Note for your physiotherapist:\n  ? May I run\n" in ready("today").out
        ready("note", "a private one")
        assert "Note:\n  a private one\n" in ready("today").out

    def test_the_help_says_what_goes_into_the_report(self, ready: Itband) -> None:
        notes = " ".join(ready("note", "--help").out.split())
        assert "A line that begins with ? is a question and goes into the report" in notes
        assert "All other lines go into it only with --for-physio." in notes
        events = " ".join(ready("event", "--help").out.split())
        assert "The words of a flare go into the report for the physiotherapist" in events

    def test_a_note_that_is_replaced_is_said_to_be(self, ready: Itband) -> None:
        ready("note", "one")
        assert "replaces the one before" in ready("note", "two").out

    def test_an_empty_text_takes_it_away(self, ready: Itband) -> None:
        ready("note", "one")
        assert ready("note", "").out == "Note of Mon 23 Nov 2026 taken away.\n"
        assert ready("today", "--json").json["note"] == ""


class TestEvents:
    def test_a_visit_with_words(self, ready: Itband) -> None:
        assert ready("event", "visit", "More of the bridge").out == "Visit on Mon 23 Nov 2026.\n"
        assert "Visit: More of the bridge" in ready("today").out

    def test_a_start_takes_a_side(self, ready: Itband, frozen: Traveller) -> None:
        frozen.shift(60)
        ready("event", "start", "--side", "left")
        assert "outer knee, left" in ready("pain", 1).out

    def test_a_start_without_a_side_has_the_diarys(self, ready: Itband, frozen: Traveller) -> None:
        frozen.shift(60)
        said = ready("event", "start").out
        assert said == "Start on Mon 23 Nov 2026; side right, as before: `--side` gives another.\n"
        assert "outer knee, right" in ready("pain", 1).out

    def test_a_start_has_no_side_where_none_is_known(self, itband: Itband) -> None:
        assert itband("event", "start").out == "Start on Mon 23 Nov 2026.\n"
        assert "outer knee, both sides" in itband("pain", 1).out

    def test_a_discharge_ends_the_plan(self, ready: Itband) -> None:
        assert ready("event", "discharge").lines == [
            "Discharge on Mon 23 Nov 2026.",
            "The plan ends on Mon 23 Nov 2026 for Glute bridge, Lateral band walk, Foam rolling, "
            "Standing IT band stretch.",
        ]
        assert ready("plan").out.count("to Mon 23 Nov 2026") == 4

    def test_a_discharge_names_only_what_it_ends(self, ready: Itband) -> None:
        ready("plan", "archive", "foam")
        ready("plan", "set", "glute", "--sets", 3, "--from", "-1")
        ready("done", "glute")
        said = ready("event", "discharge", "--day", "-2").lines
        assert said == [
            "Discharge on Sat 21 Nov 2026.",
            "The plan ends on Sat 21 Nov 2026 for Lateral band walk, Standing IT band stretch.",
            "Glute bridge: the dose ends on Mon 23 Nov 2026, the day of the last entry.",
        ]

    def test_a_discharge_names_what_it_takes_out(self, itband: Itband) -> None:
        itband("plan", "set", "clamshell", "--from", "+2")
        assert itband("event", "discharge").lines[1:] == ["What was given for later is taken out: Clamshell."]

    def test_a_discharge_that_ends_nothing_says_so(self, itband: Itband) -> None:
        itband("pain", 1)
        assert itband("event", "discharge").lines[1:] == [
            "No prescription ended with it: the plan stays as it is."
        ]


class TestActivities:
    def test_three_can_be_added_scored_and_listed(self, ready: Itband) -> None:
        ready("activity", "add", "Run 10 km")
        ready("activity", "add", "Stairs down")
        assert ready("activity", "score", "run", 4).out == "Run 10 km: 4 on Mon 23 Nov 2026.\n"
        assert ready("activity", "list").lines == [
            "Run 10 km: 4 on Mon 23 Nov 2026",
            "Stairs down: not scored yet",
        ]

    def test_a_fourth_is_refused_until_one_is_archived(self, ready: Itband) -> None:
        for name in ("a", "b", "c"):
            ready("activity", "add", name)
        assert ready("activity", "add", "d").code == 1
        assert ready("activity", "archive", "a").out == "Archived: a.\n"
        assert ready("activity", "add", "d").code == 0


class TestUndo:
    def test_undo_and_redo_go_back_and_forth_and_say_what_they_did(self, ready: Itband) -> None:
        ready("pain", 3)
        assert ready("undo").out == "Undone: Pain 3 on Mon 23 Nov 2026.\n"
        assert ready("redo").out == "Done again: Pain 3 on Mon 23 Nov 2026.\n"

    def test_with_nothing_to_redo_it_is_refused(self, ready: Itband) -> None:
        assert ready("redo") == (1, "", "There is nothing to redo.\n")


class TestStandardInput:
    def run(self, place: Path, *words: str, text: bytes) -> Any:
        return CliRunner().invoke(main.command(), ["--data", str(place), *words], input=text)

    def test_a_note_is_read_from_it(self, ready: Itband, place: Path) -> None:
        self.run(place, "note", "-", text=b"Stairs fine.\n? May I run\n\n")
        assert ready("today", "--json").json["note"] == "Stairs fine.\n? May I run"

    def test_what_is_no_text_is_refused(self, ready: Itband, place: Path) -> None:
        said = self.run(place, "note", "-", text=b"\xff\xfe\x00")
        assert said.exit_code == 1
        assert "Standard input is no text" in said.stderr

    def test_in_a_terminal_it_is_a_dash(self, ready: Itband, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(daily, "is_terminal", lambda stream: True)
        ready("note", "-")
        assert ready("today", "--json").json["note"] == "-"
