"""Any entry can be put right or deleted by its ID, and undone."""

from collections.abc import Callable
from typing import Any

import pytest

from data.command import troubles
from data.models import PainLog

from .conftest import Itband

Everything = Callable[[], dict[str, Any]]


def ids(itband: Itband, table: str) -> list[str]:
    return [row["uid"] for row in itband("log", "--json", "--from", "-30").json[table]]


class TestEdit:
    def test_fields_are_changed_and_the_entry_said(self, ready: Itband) -> None:
        ready("pain", 3)
        (uid,) = ids(ready, "pain_logs")
        said = ready("edit", uid[:8], "level=4", "note=after the stairs")
        assert said.out == "Now: Pain 4 (worst of the day, outer knee, right). after the stairs\n"

    def test_an_edit_is_one_undo(self, ready: Itband, everything: Everything) -> None:
        ready("run", 5, "--during", 2)
        before = everything()
        ready("edit", ids(ready, "runs")[0], "km=6", "day=yesterday", "note=x")
        ready("undo")
        assert {**everything(), "steps": 0} == {**before, "steps": 0}

    def test_an_empty_value_is_null_or_no_text(self, ready: Itband) -> None:
        ready("run", 5, "--onset", 4, "--note", "x")
        (uid,) = ids(ready, "runs")
        ready("edit", uid, "onset_km=", "note=")
        (run,) = ready("today", "--json").json["runs"]
        assert (run["onset_km"], run["note"]) == (None, "")

    @pytest.mark.parametrize(
        ("field", "why"),
        [
            ("level=11", "from 0 to 10"),
            ("level=3.5", "whole number"),
            ("level=", "level can't be empty: it must be a whole number"),
            ("moment=noon", "one of"),
            ("day=2030-01-01", "has not come yet"),
            ("day=nonsense", "is no day"),
            ("uid=x", "is no field to change here"),
            ("entered_at=2026-01-01T00:00:00Z", "is no field to change here"),
            ("colour=red", "is no field to change here; there are day, level"),
            ("exercise=nope", "There is no exercise"),
        ],
    )
    def test_what_cannot_stand_is_refused(
        self, ready: Itband, everything: Everything, field: str, why: str
    ) -> None:
        ready("pain", 3)
        before = everything()
        said = ready("edit", ids(ready, "pain_logs")[0], field)
        assert said.code == 1
        assert why in said.err
        assert everything() == before

    @pytest.mark.parametrize("words", [(), ("level",), ("level=1", "level=2")])
    def test_a_field_has_a_value_and_only_one(self, ready: Itband, words: tuple[str, ...]) -> None:
        ready("pain", 3)
        assert ready("edit", ids(ready, "pain_logs")[0], *words).code in (1, 2)

    def test_an_exercise_is_renamed_by_its_id_in_the_plan(self, ready: Itband) -> None:
        (line,) = [line for line in ready("plan").lines if "foam-rolling:" in line]
        ready("edit", line.split()[0], "name=Rolling")
        assert "Rolling" in ready("today").out


class TestDelete:
    def test_an_entry_goes_and_undo_brings_it_back(self, ready: Itband, everything: Everything) -> None:
        ready("note", "one")
        before = everything()
        assert ready("delete", ids(ready, "day_notes")[0]).out == "Deleted: Note: one\n"
        ready("undo")
        assert everything() == before

    def test_a_run_takes_its_pain_along(self, ready: Itband) -> None:
        ready("run", 5, "--during", 2, "--after", 1)
        ready("delete", ids(ready, "runs")[0])
        assert ready("today", "--json").json["pain"]["logs"] == []

    def test_an_exercise_with_entries_is_kept(self, ready: Itband) -> None:
        ready("done", "foam")
        (line,) = [line for line in ready("plan").lines if "foam-rolling:" in line]
        said = ready("delete", line.split()[0])
        assert said.code == 1
        assert "`itband plan archive foam-rolling` takes it out of the plan" in said.err


class TestAnId:
    def test_a_start_that_fits_nothing_is_refused(self, ready: Itband) -> None:
        assert ready("delete", "00000000-0000").err.startswith(
            "There is no entry with an ID that starts with"
        )

    def test_a_start_that_fits_several_is_refused_with_their_names(self, ready: Itband) -> None:
        for day in range(12):
            ready("note", "x", "--day", f"-{day}")
            ready("pain", 1, "--day", f"-{day}")
        firsts = [uid[0] for uid in ids(ready, "day_notes") + ids(ready, "pain_logs")]
        several = next(first for first in firsts if firsts.count(first) > 1)
        said = ready("delete", several)
        assert said.code == 1
        assert "please give more of the ID" in said.err

    @pytest.mark.parametrize("word", ["", "nothing", "%", "a'b", "ä"])
    def test_what_is_no_id_is_refused(self, ready: Itband, word: str) -> None:
        assert "is no ID" in ready("edit", word, "level=1").err


def test_what_another_program_deleted_meanwhile_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert troubles.tell(PainLog.DoesNotExist("SELECT …")) == 1
    assert capsys.readouterr().err == "That entry was deleted meanwhile, so nothing was changed.\n"
