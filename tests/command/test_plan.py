"""The plan by the command: doses from a day on, pauses, the limit, the order."""

import pytest

from .conftest import Itband


def shown(itband: Itband) -> str:
    """The plan without its IDs and without what is said of being ready for more."""
    lines = [line for line in itband("plan").lines if not line.startswith("   ") and "Ready" not in line]
    return "\n".join(
        " ".join(line.split()[1:]) if not line.startswith(("The plan", "Pain during")) else line
        for line in lines
        if line
    )


class TestSet:
    def test_what_is_not_given_is_as_in_the_dose_in_force(self, ready: Itband) -> None:
        said = ready("plan", "set", "glute", "--sets", 3, "--amount", 12)
        assert said.out == "Glute bridge: 3×12 held 2 s, 3 a week, from Mon 23 Nov 2026 on.\n"

    def test_a_note_with_a_full_stop_of_its_own_ends_the_sentence(self, ready: Itband) -> None:
        said = ready("plan", "set", "glute", "--from", "2026-12-01", "--note", "Slowly.")
        assert said.out == "Glute bridge: 2×10 held 2 s, 3 a week, from Tue 1 Dec 2026 on. Slowly.\n"

    def test_a_dose_from_the_first_day_of_one_with_logs_replaces_it_and_says_so(self, ready: Itband) -> None:
        ready("done", "glute", "--day", "-7")
        said = ready("plan", "set", "glute", "--sets", 3, "--from", "-14")
        assert said.lines == [
            "Glute bridge: 3×10 held 2 s, 3 a week, from Mon 9 Nov 2026 on.",
            "It takes the place of the dose that began on that day: 2×10 held 2 s, 3 a week.",
            "The days since then are counted by what is asked now.",
        ]

    def test_one_from_today_replaces_what_was_done_today_under_another(self, ready: Itband) -> None:
        ready("plan", "set", "glute", "--sets", 3)
        assert len(ready("plan", "set", "glute", "--sets", 4).lines) == 1
        ready("done", "glute")
        assert ready("plan", "set", "glute", "--sets", 5).lines[1:] == [
            "It takes the place of the dose that began on that day: 4×10 held 2 s, 3 a week."
        ]

    def test_a_dose_from_a_past_day_says_that_the_days_since_are_counted_anew(self, ready: Itband) -> None:
        assert ready("plan", "set", "glute", "--sets", 3, "--from", "-2").lines[1:] == [
            "The days since then are counted by what is asked now."
        ]

    def test_a_dose_before_another_is_said_to_count_for_its_own_days(self, ready: Itband) -> None:
        assert ready("plan", "set", "glute", "--sets", 3, "--from", "-20").lines == [
            "Glute bridge: 3×10 held 2 s, 3 a week, Tue 3 Nov 2026 to Sun 8 Nov 2026.",
            "Its days are counted by it; from Mon 9 Nov 2026 on by what is asked there.",
        ]

    @pytest.mark.parametrize(("day", "shown"), [("tomorrow", "Tue 24 Nov 2026"), ("+3", "Thu 26 Nov 2026")])
    def test_days_to_come_have_short_names(self, itband: Itband, day: str, shown: str) -> None:
        assert itband("plan", "set", "clamshell", "--from", day).out.endswith(f", from {shown} on.\n")

    @pytest.mark.parametrize("amount", [10_001, 999_999])
    def test_an_amount_that_nobody_does_is_refused(self, ready: Itband, amount: int) -> None:
        assert "is that a slip of the key" in ready("plan", "set", "glute", "--amount", amount).err

    def test_a_dose_of_one_day_names_it_once(self, ready: Itband) -> None:
        ready("plan", "set", "glute", "--schedule", "mon")
        ready("plan", "set", "glute", "--sets", 3, "--from", "tomorrow")
        assert "2×10 held 2 s, Mon, Mon 23 Nov 2026\n" in ready("plan").out

    def test_the_former_dose_ends_the_day_before(self, ready: Itband) -> None:
        ready("plan", "set", "glute", "--sets", 3)
        assert "2×10 held 2 s, 3 a week, Mon 9 Nov 2026 to Sun 22 Nov 2026" in ready("plan").out

    def test_an_exercise_of_the_guide_comes_with_its_light_dose(self, itband: Itband) -> None:
        assert itband("plan", "set", "side-pl").out == (
            "Side plank: 2×15s each side, 3 a week, from Mon 23 Nov 2026 on.\n"
        )

    def test_a_plan_may_begin_tomorrow(self, itband: Itband) -> None:
        assert itband("plan", "set", "clamshell", "--from", "2026-11-24").code == 0
        assert "Clamshell" not in itband("today").out

    def test_a_new_exercise_has_a_name_and_a_whole_dose(self, itband: Itband) -> None:
        words = ("plan", "set", "calf-raise", "--name", "Calf raise", "--sets", 3, "--amount", 15)
        said = itband(*words)
        assert said.code == 1
        assert "lacks schedule" in said.err
        assert itband("plan").out.count("calf-raise") == 0
        said = itband(
            *words, "--schedule", "mon,wed,fri", "--load", "5 kg", "--sides", "each", "--source", "physio"
        )
        assert said.out == "Calf raise: 3×15 each side 5 kg, Mon Wed Fri, from Mon 23 Nov 2026 on.\n"

    def test_a_new_exercise_has_kind_and_unit(self, itband: Itband) -> None:
        itband(
            *("plan", "set", "plank", "--name", "Plank", "--kind", "strength", "--unit", "seconds"),
            *("--sets", 2, "--amount", 20, "--schedule", "every 2"),
        )
        assert "Plank: 2×20s, every 2 days" in itband("log", "--from", "today").out

    @pytest.mark.parametrize(
        "words",
        [
            ("nope",),
            ("hip",),
            ("glute", "--sets", 0),
            ("glute", "--sets", 21),
            ("glute", "--amount", 0),
            ("glute", "--hold", -1),
            ("glute", "--schedule", "sometimes"),
            ("glute", "--schedule", "8/week"),
            ("glute", "--unit", "seconds"),
            ("Big Key", "--name", "x", "--sets", 1, "--amount", 1, "--schedule", "daily"),
            ("glute", "--from", "2046-01-01"),
        ],
    )
    def test_what_cannot_stand_is_refused(self, ready: Itband, words: tuple[object, ...]) -> None:
        before = ready("plan").out
        said = ready("plan", "set", *words)
        assert said.code in (1, 2)
        assert len(said.err.splitlines()) == 1
        assert ready("plan").out == before


class TestPause:
    def test_everything_is_paused_from_today_until_it_is_resumed(self, ready: Itband) -> None:
        assert (
            ready("plan", "pause", "--why", "ill").out
            == "Pause of everything, from Mon 23 Nov 2026 on: ill.\n"
        )
        assert ready("today", "--json").json["paused"] is True
        assert ready("plan", "resume").out == "1 pause ended; Mon 23 Nov 2026 counts again.\n"
        assert ready("today", "--json").json["paused"] is False

    def test_one_exercise_for_some_days(self, ready: Itband) -> None:
        said = ready("plan", "pause", "foam", "--from", "yesterday", "--to", "2026-11-30", "--why", "advised")
        assert said.out == "Pause of Foam rolling, Sun 22 Nov 2026 to Mon 30 Nov 2026: advised.\n"
        assert [one["key"] for one in ready("today", "--json").json["exercises"] if one["excused"]] == [
            "foam-rolling"
        ]

    def test_a_pause_with_another_reason_leaves_the_days_before_theirs(self, ready: Itband) -> None:
        ready("plan", "pause", "glute", "--why", "advised", "--from", "-5")
        said = ready("plan", "pause", "glute", "--why", "ill")
        assert said.lines == [
            "Pause of Glute bridge, from Mon 23 Nov 2026 on: ill.",
            "Beside it stands: Pause of Glute bridge, Wed 18 Nov 2026 to Sun 22 Nov 2026: advised.",
        ]

    def test_with_nothing_paused_there_is_nothing_to_resume(self, ready: Itband) -> None:
        assert ready("plan", "resume").code == 1

    def test_a_pause_cannot_end_before_it_begins(self, ready: Itband) -> None:
        assert ready("plan", "pause", "--to", "yesterday").code == 1


class TestLimit:
    def test_the_limit_holds_from_its_day_on(self, ready: Itband) -> None:
        ready("plan", "limit", 4, "--source", "physio", "--from", "yesterday")
        assert "the limit of 4 (agreed with your physiotherapist)" in ready("plan").out
        assert "within the limit of 4" in ready("run", 5, "--during", 4).out
        assert "above the limit of 2" in ready("run", 5, "--during", 4, "--day", "-2").out

    def test_a_limit_beyond_the_scale_is_refused(self, ready: Itband) -> None:
        assert ready("plan", "limit", 11).code == 1


class TestOrderAndArchive:
    def test_those_that_are_named_come_first(self, ready: Itband) -> None:
        assert ready("plan", "order", "itb", "foam").out == (
            "In this order: Standing IT band stretch, Foam rolling, Glute bridge, Lateral band walk.\n"
        )

    def test_an_exercise_can_be_archived_from_a_day_to_come(self, ready: Itband) -> None:
        assert ready("plan", "archive", "foam", "--from", "+2").out == (
            "Foam rolling is out of the plan from Wed 25 Nov 2026 on.\n"
        )
        assert "Foam rolling" in ready("today").out
        assert "1×45s each side, 3 a week, Mon 9 Nov 2026 to Tue 24 Nov 2026" in ready("plan").out

    def test_a_day_with_an_entry_still_asks_for_an_archived_exercise(self, ready: Itband) -> None:
        ready("done", "foam", "--day", "-2")
        assert ready("plan", "archive", "foam", "--day", "-2").out == (
            "Foam rolling is out of the plan from Sun 22 Nov 2026 on.\n"
        )

    def test_an_archived_exercise_is_out_of_the_plan_and_can_come_back(self, ready: Itband) -> None:
        ready("plan", "archive", "foam")
        assert "Foam rolling" not in ready("today").out
        assert "foam-rolling: Foam rolling (archived)" in ready("plan").out
        ready("plan", "set", "foam")
        assert "Foam rolling" in ready("today").out


def test_the_plan_shows_limit_pauses_and_every_dose(ready: Itband) -> None:
    ready("plan", "pause", "--why", "travel", "--from", "-5", "--to", "-4")
    assert shown(ready) == (
        "The plan on Mon 23 Nov 2026\n"
        "Pain during exercises and runs: the limit of 2 (the default, from studies of kneecap pain)\n"
        "Pause of everything, Wed 18 Nov 2026 to Thu 19 Nov 2026: travel, over\n"
        "glute-bridge: Glute bridge\n"
        "2×10 held 2 s, 3 a week, from Mon 9 Nov 2026 on\n"
        "lateral-band-walk: Lateral band walk\n"
        "2×10 each side light band, 3 a week, from Mon 9 Nov 2026 on\n"
        "foam-rolling: Foam rolling\n"
        "1×45s each side, 3 a week, from Mon 9 Nov 2026 on\n"
        "itb-stretch: Standing IT band stretch\n"
        "2×30s each side, daily, from Mon 9 Nov 2026 on"
    )


def test_the_plan_says_whether_an_exercise_is_ready_for_more(ready: Itband) -> None:
    for day in range(3):
        ready("done", "itb", "--day", f"-{day}")
    said = ready("plan").out
    assert "yes: All that was asked was done." in said
    assert "As far as is known, the guide's three checks are met; talk it over." in said


def test_an_empty_plan_says_how_to_begin(itband: Itband) -> None:
    assert "`itband setup` offers a light programme" in itband("plan").out
