"""The diary to a file and back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
        assert "new, 0 changed" in other("import", file, "--dry-run").out
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

    def test_the_report_without_the_name(self, ready: Itband, tmp_path: Path) -> None:
        ready("settings", "name", "Ada Lovelace")
        ready("export", tmp_path / "with.txt")
        ready("export", tmp_path / "without.txt", "--no-name")
        assert "Ada Lovelace" in (tmp_path / "with.txt").read_text()
        assert "Ada Lovelace" not in (tmp_path / "without.txt").read_text()

    @pytest.mark.parametrize("name", ["diary", "diary.xlsx", "diary.json.zip"])
    def test_another_ending_is_refused_with_those_that_there_are(
        self, ready: Itband, tmp_path: Path, name: str
    ) -> None:
        said = ready("export", tmp_path / name)
        assert said.code == 1
        assert ".pdf, .html, .txt, .csv, .json" in said.err

    def test_a_folder_that_is_not_there_is_refused(self, ready: Itband, tmp_path: Path) -> None:
        assert ready("export", tmp_path / "no" / "diary.json").code == 1

    def test_a_window_back_to_front_is_refused(self, ready: Itband, tmp_path: Path) -> None:
        said = ready("export", tmp_path / "diary.json", "--from", "today", "--to", "yesterday")
        assert said.code == 1
        assert not (tmp_path / "diary.json").exists()
