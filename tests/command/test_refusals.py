"""Bad input: one sentence on standard error, exit code 1 or 2, and a diary that stays what it was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Itband

Everything = Callable[[], dict[str, Any]]

BAD = [
    ("pain", 11),
    ("pain", 3.5),
    ("pain", -1),
    ("pain", "nan"),
    ("pain", "inf"),
    ("pain", "1e1"),
    ("pain", "three"),
    ("pain", ""),
    ("pain", "٣"),
    ("pain",),
    ("pain", 3, 4),
    ("pain", 3, "--moment", "noon"),
    ("pain", 3, "--side", "middle"),
    ("pain", 3, "--site", "knee"),
    ("pain", 3, "--day", "2026-11-24"),
    ("pain", 3, "--day", "tomorrow"),
    ("pain", 3, "--day", "2026-02-30"),
    ("pain", 3, "--day", "-99999"),
    ("pain", 3, "--day", ""),
    ("pain", 3, "--exercise", "nope"),
    ("pain", 3, "--exercise", ""),
    ("pain", 3, "--note", "\udcff"),
    ("done", "nope"),
    ("done", "itb", "nope"),
    ("done", "l", "--sets", 1, "--side", "up"),
    ("done", "glute", "--sets", -1),
    ("done", "glute", "--sets", 1.5),
    ("done", "glute", "--sets", 10**9),
    ("done", "glute", "--amount", -5),
    ("done", "glute", "--amount", "nan"),
    ("done", "glute", "--side", "left"),
    ("done", "glute", "--day", "2030-01-01"),
    ("skip", "glute", "--why", "laziness"),
    ("skip", "nope", "--why", "pain"),
    ("run", 0),
    ("run", -5),
    ("run", "inf"),
    ("run", 1000000),
    ("run", 301),
    ("done", "glute", "--sets", 51),
    ("done", "glute", "--amount", 10_001),
    ("settings", "theme", "pink"),
    ("run", 5, "--onset", 6),
    ("run", 5, "--minutes", 0),
    ("run", 5, "--during", 11),
    ("run", 5, "--before", 1.5),
    ("run", 5, "--effort", 11),
    ("run", 5, "--day", "2027-01-01"),
    ("note",),
    ("note", "x", "--day", "2027-01-01"),
    ("event", "party"),
    ("event", "visit", "--side", "left"),
    ("activity", "score", "nope", 3),
    ("activity", "add", " "),
    ("undo", "twice"),
    ("nothing",),
    ("today", "--nothing"),
]


@pytest.mark.parametrize("words", BAD, ids=lambda words: " ".join(map(ascii, words)))
def test_bad_input_is_one_sentence_and_changes_nothing(
    ready: Itband, everything: Everything, words: tuple[object, ...]
) -> None:
    before = everything()
    said = ready(*words)
    assert said.code in (1, 2)
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert said.err.strip()
    assert everything() == before


@pytest.mark.parametrize("day", ["foo", "", "2026-02-30", "monday"])
def test_a_malformed_day_is_wrong_usage_like_other_malformed_values(ready: Itband, day: str) -> None:
    said = ready("pain", 3, "--day", day)
    assert said.code == 2
    assert said.err.startswith(
        f"Invalid value for '--day': {day!r} is no day: give a date such as 2026-11-20"
    )
    assert said.err.endswith("See `itband pain --help`.\n")


@pytest.mark.parametrize("day", ["2026-11-24", "tomorrow", "+3", "-99999"])
def test_a_day_that_is_one_and_cannot_be_is_refused(ready: Itband, day: str) -> None:
    assert ready("pain", 3, "--day", day).code == 1


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("pain", "abc"), "a whole number from 0 to 10, not 'abc'"),
        (("run", 5, "--during", "much"), "a whole number from 0 to 10, not 'much'"),
        (("run", 5, "--minutes", "61:75"), "such as 31, 31:30 or 1:02:10, not '61:75'"),
    ],
)
def test_a_malformed_value_is_told_what_would_do(ready: Itband, words: tuple[Any, ...], advice: str) -> None:
    said = ready(*words)
    assert said.code == 2
    assert advice in said.err


def test_the_sentence_ends_before_the_help_is_named(ready: Itband) -> None:
    assert ready("skip", "glute").err.endswith(". See `itband skip --help`.\n")
    assert ". See `itband --help`.\n" in ready("xyzzy").err


@pytest.mark.parametrize(
    ("words", "meant"), [(("tody",), "today"), (("ativity", "list"), "activity"), (("plan", "shwo"), "show")]
)
def test_a_mistyped_command_is_told_the_one_that_was_perhaps_meant(
    ready: Itband, words: tuple[str, ...], meant: str
) -> None:
    said = ready(*words)
    assert said.code == 2
    assert (
        f"No such command {words[-1] if words[0] == 'plan' else words[0]!r}. Did you mean {meant!r}?"
        in said.err
    )


def test_no_python_stands_in_a_refusal(ready: Itband) -> None:
    assert ready("plan", "set", "glute", "--schedule", "8/week").err.startswith(
        "That is no schedule: it can be"
    )


def test_a_start_that_fits_several_exercises_names_them(ready: Itband) -> None:
    ready("plan", "set", "side-plank")
    ready("plan", "set", "side-lying")
    said = ready("done", "side")
    assert said == (
        1,
        "",
        "'side' could be side-plank, side-lying-hip-abduction: please give more of the key.\n",
    )


def test_an_unknown_exercise_is_told_those_there_are(ready: Itband) -> None:
    assert (
        "the exercises are glute-bridge, lateral-band-walk, foam-rolling, itb-stretch"
        in ready("done", "x").err
    )


def test_a_number_below_zero_is_told_from_an_option(ready: Itband) -> None:
    assert "numbers here are never below zero" in ready("pain", "-1").err


def test_a_text_that_begins_with_a_dash_goes_after_two(ready: Itband) -> None:
    assert ready("note", "-3 degrees").code == 2
    assert ready("note", "--", "-3 degrees").code == 0


class TestAFolderOrFileThatCannotBe:
    def refused(self, itband: Itband, folder: Path) -> str:
        said = itband("--data", folder, "pain", 3)
        assert said.code == 1
        assert said.out == ""
        assert len(said.err.splitlines()) == 1
        return said.err

    def test_a_picture_as_a_diary(self, itband: Itband, tmp_path: Path) -> None:
        picture = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(5000)
        (tmp_path / "diary.db").write_bytes(picture)
        assert "diary.db" in self.refused(itband, tmp_path)
        assert (tmp_path / "diary.db").read_bytes() == picture

    def test_a_file_in_the_folders_place(self, itband: Itband, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        self.refused(itband, tmp_path / "file")
        assert (tmp_path / "file").read_text() == "mine"

    def test_a_folder_that_cannot_be_made(self, itband: Itband) -> None:
        self.refused(itband, Path("/proc/itband"))

    def test_an_empty_name_of_a_folder(
        self, itband: Itband, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert itband("--data", "", "pain", 3).code == 2
        assert list(tmp_path.iterdir()) == []
