"""The diary to a file and back."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.run_files import Outing, fit_file, gpx_file, gpx_track

from .conftest import Itband

Everything = Callable[[], dict[str, Any]]


@pytest.fixture
def file(ready: Itband, tmp_path: Path) -> Path:
    """The interchange file of a small diary."""
    ready("pain", 3)
    ready("done", "glute")
    made = tmp_path / "diary.json"
    ready("export", made)
    return made


@pytest.fixture
def other(itband: Itband, tmp_path: Path) -> Itband:
    """The command on another, empty diary."""
    return lambda *words: itband("--data", tmp_path / "other", *words)


class TestImport:
    def test_it_tells_how_many_rows_were_new(self, other: Itband, file: Path) -> None:
        rows = sum(len(rows) for name, rows in json.loads(file.read_text()).items() if isinstance(rows, list))
        assert other("import", file).out == f"diary.json: {rows} new, 0 changed, 0 the same, 0 deleted.\n"

    def test_a_second_time_all_rows_are_the_same(self, other: Itband, file: Path) -> None:
        other("import", file)
        assert other("import", file).out.endswith("rows are the same; nothing was changed.\n")

    def test_it_is_one_undo(self, other: Itband, file: Path) -> None:
        other("import", file)
        assert other("undo").out == "Undone: Import diary.json.\n"
        assert "Nothing is in the plan" in other("today").out

    def test_a_dry_run_only_counts(self, other: Itband, file: Path) -> None:
        said = other("import", file, "--dry-run").out
        assert " would be new, 0 changed, 0 the same, 0 deleted; nothing was changed.\n" in said
        assert "Nothing is in the plan" in other("today").out

    def test_a_file_that_is_cut_off_is_refused_whole(
        self, ready: Itband, file: Path, everything: Everything
    ) -> None:
        file.write_bytes(file.read_bytes()[:-300])
        before = everything()
        said = ready("import", file)
        assert said.code == 1
        assert "cut off" in said.err
        assert everything() == before

    def test_one_bad_row_among_good_ones_is_named_and_all_refused(
        self, ready: Itband, file: Path, everything: Everything
    ) -> None:
        document = json.loads(file.read_text())
        document["pain_logs"][0]["level"] = 11
        file.write_text(json.dumps(document))
        before = everything()
        said = ready("import", file)
        assert said.code == 1
        assert document["pain_logs"][0]["uid"] in said.err
        assert len(said.err.splitlines()) == 1
        assert everything() == before

    @pytest.mark.parametrize("name", ["nothing.json", "picture.png", "folder"])
    def test_what_is_no_such_file_is_refused(self, ready: Itband, tmp_path: Path, name: str) -> None:
        (tmp_path / "folder").mkdir()
        said = ready("import", tmp_path / name)
        assert said.code == 1
        assert name in said.err


class TestImportOfRuns:
    @pytest.fixture
    def runs(self, tmp_path: Path) -> Path:
        """A folder with two runs, a ride and a file that is cut off."""
        folder = tmp_path / "watch"
        folder.mkdir()
        for day in (19, 20):
            (folder / f"{day}.fit").write_bytes(
                fit_file(Outing(start=datetime(2026, 11, day, 17, tzinfo=UTC)))
            )
        ride = Outing(start=datetime(2026, 11, 21, 17, tzinfo=UTC), sport="cycling")
        (folder / "ride.fit").write_bytes(fit_file(ride))
        (folder / "cut.fit").write_bytes(fit_file(Outing())[:-20])
        return folder

    def test_what_was_left_out_is_counted_and_named(self, ready: Itband, runs: Path) -> None:
        said = ready("import", runs)
        assert said.lines[0] == "4 files: 2 new runs, 0 the same, 2 left out."
        assert "ride.fit" in said.err
        assert "cut.fit" in said.err
        assert said.code == 1

    def test_without_any_left_out_none_is_counted(self, ready: Itband, runs: Path) -> None:
        assert ready("import", runs / "19.fit").lines[0] == "1 file: 1 new run, 0 the same."

    def test_a_dry_run_says_what_would_be(self, ready: Itband, runs: Path, everything: Everything) -> None:
        before = everything()
        said = ready("import", runs, "--dry-run").out
        assert said == "4 files: 2 runs would be new, 0 the same, 2 left out; nothing was changed.\n"
        assert everything() == before


class TestSeveralFiles:
    @pytest.fixture
    def watch(self, tmp_path: Path) -> Path:
        file = tmp_path / "run.gpx"
        file.write_bytes(gpx_file(gpx_track(Outing())))
        return file

    def test_a_diary_and_a_run_are_one_undo(self, other: Itband, file: Path, watch: Path) -> None:
        said = other("import", file, watch)
        assert "diary.json: " in said.out
        assert "1 file: 1 new run" in said.out
        assert other("undo").out == "Undone: Import diary.json, run.gpx.\n"
        assert other("undo").err == "There is nothing to undo.\n"
        assert "Nothing was entered" in other("log").out

    def test_what_is_refused_leaves_what_was_taken_in(
        self, other: Itband, file: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "bad.gpx").write_text("<gpx")
        said = other("import", file, tmp_path / "bad.gpx")
        assert said.code == 1
        assert "bad.gpx" in said.err
        assert "Pain 3" in other("log").out
        assert other("undo").code == 0
        assert other("undo").code == 1

    def test_a_dry_run_of_several_leaves_nothing(self, other: Itband, file: Path, watch: Path) -> None:
        assert "1 run would be new" in other("import", file, watch, "--dry-run").out
        assert other("undo").code == 1


class TestFilesThatCannotBeTakenIn:
    def test_each_is_one_line_with_its_path_as_it_was_given(self, ready: Itband, tmp_path: Path) -> None:
        folder = tmp_path / "watch" / "2026"
        folder.mkdir(parents=True)
        for name in ("a.gpx", "b.fit"):
            (folder / name).write_bytes(b"no run")
        said = ready("import", tmp_path / "watch")
        assert said.code == 1 and "2 left out" in said.out
        first, second = said.err.splitlines()
        assert first.startswith(f"{folder / 'a.gpx'} ") and second.startswith(f"{folder / 'b.fit'} ")

    def test_of_many_ten_are_named_and_the_others_counted(self, ready: Itband, tmp_path: Path) -> None:
        for number in range(13):
            (tmp_path / f"{number}.gpx").write_bytes(b"no run")
        said = ready("import", tmp_path).err.splitlines()
        assert len(said) == 11 and said[-1] == "And 3 more."

    def test_a_diary_that_is_no_text_is_told_so_in_plain_words(self, ready: Itband, tmp_path: Path) -> None:
        (tmp_path / "diary.json").write_bytes(b"P\xff\xd8\x00")
        said = ready("import", tmp_path / "diary.json").err
        assert "diary.json is no text, or not saved as UTF-8; look whether it is the right file" in said

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("demo.csv", "demo.csv is a table, for reading only; what can be taken in is the diary as .json"),
            ("plan.toml", "plan.toml may be a plan: `itband plan import` takes it in."),
            ("run.kml", "a diary is a .json, and a plan a .toml for `itband plan import`."),
        ],
    )
    def test_another_kind_of_file_is_told_what_can_be_taken_in(
        self, ready: Itband, tmp_path: Path, name: str, said: str
    ) -> None:
        (tmp_path / name).write_text("something")
        assert said in ready("import", tmp_path / name).err


class TestExport:
    def test_json_comes_back_byte_for_byte(self, other: Itband, file: Path, tmp_path: Path) -> None:
        other("import", file)
        other("export", tmp_path / "again.json")
        assert (tmp_path / "again.json").read_bytes() == file.read_bytes()

    def test_the_file_is_for_its_owner_alone(self, file: Path) -> None:
        assert file.stat().st_mode & 0o777 == 0o600

    def test_a_file_that_is_there_is_not_overwritten_without_force(self, ready: Itband, file: Path) -> None:
        before = file.read_bytes()
        assert ready("export", file).code == 1
        assert file.read_bytes() == before
        assert ready("export", file, "--force").code == 0

    def test_a_window_leaves_the_other_days_out(self, ready: Itband, tmp_path: Path) -> None:
        ready("pain", 1, "--day", "-3")
        ready("pain", 2)
        ready("export", tmp_path / "old.json", "--to", "-3")
        assert [row["level"] for row in json.loads((tmp_path / "old.json").read_text())["pain_logs"]] == [1]

    def test_a_table_for_a_spreadsheet(self, ready: Itband, tmp_path: Path) -> None:
        ready("note", "=1+1")
        ready("export", tmp_path / "diary.csv")
        assert "'=1+1" in (tmp_path / "diary.csv").read_text()

    def test_a_byte_order_mark_on_request(self, ready: Itband, tmp_path: Path) -> None:
        ready("export", tmp_path / "diary.csv", "--bom")
        assert (tmp_path / "diary.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    @pytest.mark.parametrize("ending", ["pdf", "html", "txt"])
    def test_the_report_for_the_physiotherapist(self, ready: Itband, tmp_path: Path, ending: str) -> None:
        assert ready("export", tmp_path / f"report.{ending}").out == f"Written: {tmp_path}/report.{ending}\n"

    @pytest.mark.parametrize("ending", ["json", "pdf"])
    def test_an_empty_diary_is_written_and_said_to_be_empty(
        self, itband: Itband, place: Path, tmp_path: Path, ending: str
    ) -> None:
        said = itband("export", tmp_path / f"z.{ending}")
        assert said.lines == [
            f"Written: {tmp_path}/z.{ending}",
            f"The diary in {place} is empty; perhaps another folder was meant.",
        ]
        assert said.code == 0
        assert (tmp_path / f"z.{ending}").exists()

    def test_the_report_without_the_name(self, ready: Itband, tmp_path: Path) -> None:
        ready("settings", "name", "Ada Lovelace")
        ready("export", tmp_path / "with.txt")
        ready("export", tmp_path / "without.txt", "--no-name")
        assert "Ada Lovelace" in (tmp_path / "with.txt").read_text()
        assert "Ada Lovelace" not in (tmp_path / "without.txt").read_text()

    @pytest.mark.parametrize("name", ["november", "diary.xlsx", "diary.json.zip"])
    def test_another_ending_is_refused_with_those_that_there_are(
        self, ready: Itband, tmp_path: Path, name: str
    ) -> None:
        said = ready("export", tmp_path / name)
        assert said.code == 1
        assert ".pdf, .html, .txt, .csv, .json" in said.err

    def test_a_folder_is_told_to_be_one(self, ready: Itband, tmp_path: Path) -> None:
        said = ready("export", tmp_path)
        assert said.code == 1
        assert said.err.startswith(f"{tmp_path} is a folder: give the name of a file in it, such as")

    def test_a_folder_that_is_not_there_is_refused(self, ready: Itband, tmp_path: Path) -> None:
        assert ready("export", tmp_path / "no" / "diary.json").code == 1

    def test_a_window_back_to_front_is_refused(self, ready: Itband, tmp_path: Path) -> None:
        said = ready("export", tmp_path / "diary.json", "--from", "today", "--to", "yesterday")
        assert said.code == 1
        assert not (tmp_path / "diary.json").exists()
