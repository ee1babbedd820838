"""The first set-up: by options without a terminal, nothing twice."""

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

import main

from .conftest import Itband

Everything = Callable[[], dict[str, Any]]


def test_it_says_what_the_program_is_and_is_not(itband: Itband) -> None:
    from data.guide import ABOUT

    assert " ".join(itband("setup").out.split()).startswith(ABOUT)


def test_it_writes_side_and_history_and_the_programme(itband: Itband, everything: Everything) -> None:
    said = itband(
        *("setup", "--side", "right", "--since", "2026-08-01", "--name", "Ada", "--diagnosed-by", "Dr. B"),
        *("--programme", "default"),
    )
    assert said.code == 0
    diary = everything()
    assert [(event["kind"], event["side"], event["day"]) for event in diary["events"]] == [
        ("start", "right", "2026-11-23")
    ]
    assert {row["key"]: row["value"] for row in diary["settings"]} == {
        "problem_since": "2026-08-01",
        "name": "Ada",
        "diagnosed_by": "Dr. B",
    }
    assert len(diary["exercises"]) == len(diary["prescriptions"]) == 4


@pytest.mark.parametrize(
    "words",
    [
        ("setup", "--since", "2026-08"),
        ("settings", "problem_since", "2026-08"),
        ("settings", "problem_since", " 2026-08-01 "),
    ],
)
def test_the_problem_began_in_a_month_of_which_the_first_day_stands(
    itband: Itband, words: tuple[str, ...]
) -> None:
    assert itband(*words).code == 0
    assert itband("settings", "problem_since").out == "2026-08-01\n"


@pytest.mark.parametrize("words", [("setup", "--since"), ("settings", "problem_since")])
@pytest.mark.parametrize("ahead", ["2099-01-01", "2026-12", "2026-11-24"])
def test_no_problem_begins_in_time_to_come(itband: Itband, words: tuple[str, ...], ahead: str) -> None:
    said = itband(*words, ahead)
    assert said.code == 1
    assert "has not come yet: today is 2026-11-23." in said.err


def test_it_is_one_undo(itband: Itband, everything: Everything) -> None:
    itband("setup", "--side", "right", "--programme", "default")
    itband("undo")
    diary = everything()
    assert diary["events"] == diary["exercises"] == []


def test_said_again_it_adds_nothing(itband: Itband, everything: Everything) -> None:
    words = ("setup", "--side", "right", "--since", "2026-08-01", "--programme", "default")
    itband(*words)
    before = everything()
    assert "Everything was set up already." in itband(*words).out
    assert everything() == before


def test_said_again_it_changes_what_is_new(itband: Itband, everything: Everything) -> None:
    itband("setup", "--side", "right")
    itband("setup", "--side", "left")
    assert [event["side"] for event in everything()["events"]] == ["left"]


def test_an_exercise_of_the_diary_is_left_as_it_is(itband: Itband, everything: Everything) -> None:
    itband("plan", "set", "glute", "--sets", 3)
    itband("setup", "--programme", "default")
    doses = {row["sets"] for row in everything()["prescriptions"] if row["amount"] == 10 and row["hold"]}
    assert doses == {3}


def test_the_programme_is_never_forced(itband: Itband, everything: Everything) -> None:
    assert "The plan is empty" in itband("setup", "--side", "both").out
    itband("setup", "--programme", "none")
    assert everything()["exercises"] == []


def test_a_diary_that_has_entries_begins_with_the_first_of_them(
    itband: Itband, everything: Everything
) -> None:
    itband("pain", 3, "--day", "-6")
    itband("setup", "--side", "left")
    assert [event["day"] for event in everything()["events"]] == ["2026-11-17"]


def test_without_a_terminal_nothing_is_asked(itband: Itband) -> None:
    assert "?" not in itband("setup").out.replace("`", "")


@pytest.mark.parametrize(
    "words", [("--since", "2027-01-01"), ("--since", "summer"), ("--side", "middle"), ("--programme", "hard")]
)
def test_what_cannot_stand_is_refused_and_nothing_is_written(
    itband: Itband, everything: Everything, words: tuple[str, ...]
) -> None:
    said = itband("setup", *words)
    assert said.code in (1, 2)
    assert len(said.err.splitlines()) == 1
    assert everything()["events"] == []


class TestInATerminal:
    @pytest.fixture
    def answering(self, place: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
        from data.command import setup

        monkeypatch.setattr(setup, "in_terminal", lambda: True)

        def run(answers: str) -> str:
            result = CliRunner().invoke(main.command(), ["--data", str(place), "setup"], input=answers)
            assert result.exit_code == 0
            return result.stdout

        return run

    def test_questions_are_asked_one_by_one(
        self, answering: Callable[[str], str], everything: Everything
    ) -> None:
        answering("right\n2026-08-01\nDr. B\ny\n")
        diary = everything()
        assert diary["events"][0]["side"] == "right"
        assert len(diary["exercises"]) == 4

    def test_an_answer_that_cannot_stand_is_asked_for_again(
        self, answering: Callable[[str], str], everything: Everything
    ) -> None:
        said = answering("middle\nleft\n2030-01-01\n\n\nn\n")
        assert "The side must be one of left, right, both" in said
        assert "has not come yet" in said
        assert everything()["events"][0]["side"] == "left"

    def test_every_question_can_be_left_open(
        self, answering: Callable[[str], str], everything: Everything
    ) -> None:
        answering("\n\n\nn\n")
        diary = everything()
        assert diary["events"][0]["side"] is None
        assert diary["exercises"] == diary["settings"] == []

    def test_nothing_is_asked_twice(self, answering: Callable[[str], str]) -> None:
        answering("right\n2026-08-01\nDr. B\ny\n")
        assert answering("").endswith("Everything was set up already.\n")
