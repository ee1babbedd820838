"""The formats of a file: what each carries, what stays, and that this is told beforehand."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from data import settings
from data.errors import Refused
from data.exchange import export, report
from data.exchange.export import BY_ENDING, FORMATS, Format
from tests import loading
from tests.data.exchange import report_diaries
from tests.diaries import diary, note, run

pytestmark = pytest.mark.usefixtures("folder")

CSV, JSON, PDF = BY_ENDING[".csv"], BY_ENDING[".json"], BY_ENDING[".pdf"]
ALL_FORMATS = pytest.mark.parametrize("chosen", FORMATS, ids=[one.name for one in FORMATS])
ENTRIES = pytest.mark.parametrize("chosen", [CSV, JSON], ids=["table", "diary"])
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 23))


class TestWriting:
    @ALL_FORMATS
    def test_the_ending_names_the_format(self, chosen: Format, tmp_path: Path) -> None:
        loading.load(report_diaries.small())
        path = tmp_path / f"file{chosen.ending.upper()}"
        export.write(path)
        assert path.stat().st_mode & 0o777 == 0o600
        begins = {".pdf": b"%PDF", ".html": b"<!doctype", ".txt": b"Report", ".csv": b"day,", ".json": b"{\n"}
        assert path.read_bytes().lower().startswith(begins[chosen.ending].lower())

    def test_another_ending_is_refused_with_those_there_are(self, tmp_path: Path) -> None:
        with pytest.raises(
            Refused, match=r"x\.doc has no ending that tells the format: there are \.pdf, .*\.json"
        ):
            export.write(tmp_path / "x.doc")
        assert not (tmp_path / "x.doc").exists()

    @ALL_FORMATS
    def test_what_is_being_done_is_told(self, chosen: Format, tmp_path: Path) -> None:
        told: list[tuple[str, float]] = []
        export.write(
            tmp_path / f"file{chosen.ending}", progress=lambda doing, share: told.append((doing, share))
        )
        shares = [share for _, share in told]
        assert told and all(doing for doing, _ in told)
        assert shares == sorted(shares) and shares[0] >= 0 and shares[-1] <= 1

    def test_a_file_that_is_there_stays_unless_forced(self, tmp_path: Path) -> None:
        path = tmp_path / "file.csv"
        path.write_text("mine")
        with pytest.raises(Refused, match="already there"):
            export.write(path)
        assert path.read_text() == "mine"
        export.write(path, force=True)
        assert path.read_text().startswith("day,")


class TestWhatLeavesWithAReport:
    def test_it_is_what_the_report_says(self) -> None:
        loading.load(report_diaries.small())
        for with_name in (True, False):
            period = report.chosen(None, None, report_diaries.TODAY)
            assert export.contents(PDF, with_name=with_name) == report.contents(period, with_name=with_name)


class TestWhatLeavesWithEveryEntry:
    @ENTRIES
    def test_notes_that_are_not_marked_leave_and_this_is_said(self, chosen: Format, tmp_path: Path) -> None:
        loading.load(
            diary(day_notes=[note("PRIVATE", "2026-11-20"), note("Stairs.", "2026-11-21", for_physio=True)])
        )
        found = export.contents(chosen)
        assert "2 notes, 1 of them not marked for the physiotherapist" in found.leaves
        assert "aren't marked" in chosen.meaning
        path = tmp_path / f"file{chosen.ending}"
        export.write(path)
        assert "PRIVATE" in path.read_text(encoding="utf-8")

    def test_the_name_leaves_with_the_diary_and_not_with_a_table(self, tmp_path: Path) -> None:
        settings.put("name", "Ann Runner")
        settings.put("diagnosed_by", "Dr. O'Neil")
        assert "The settings: your name, diagnosed by" in export.contents(JSON).leaves
        assert "Your name and the other settings" in export.contents(CSV).stays
        for chosen, is_in in ((JSON, True), (CSV, False)):
            path = tmp_path / f"file{chosen.ending}"
            export.write(path, with_name=False)
            assert ("Ann Runner" in path.read_text(encoding="utf-8")) is is_in

    @ENTRIES
    def test_every_count_is_that_of_the_file(self, chosen: Format, tmp_path: Path) -> None:
        loading.load(report_diaries.small())
        path = tmp_path / "file.json"
        export.write(path, *NOVEMBER)
        lists = json.loads(path.read_text(encoding="utf-8"))
        said = export.contents(chosen, *NOVEMBER).leaves
        for name, what in (
            ("prescriptions", "prescription"),
            ("exercise_logs", "exercise entr"),
            ("pain_logs", "pain entr"),
            ("runs", "run"),
            ("events", "visit"),
            ("activity_scores", "score"),
        ):
            (line,) = (line for line in said if f" {what}" in line and line[0].isdigit())
            assert int(line.split()[0]) == len(lists[name])

    def test_a_table_has_a_record_for_each_entry_counted(self, tmp_path: Path) -> None:
        loading.load(diary(runs=[run(6.0, "2026-11-20"), run(4.0, "2026-11-15"), run(3.0, "2026-10-01")]))
        path = tmp_path / "file.csv"
        export.write(path, *NOVEMBER)
        with path.open(encoding="utf-8", newline="") as file:
            records = {row["record"] for row in csv.DictReader(file)}
        assert "2 runs" in export.contents(CSV, *NOVEMBER).leaves
        assert len(records) == 2

    @ENTRIES
    def test_the_whole_diary_is_called_so_and_a_part_says_what_stays(self, chosen: Format) -> None:
        whole, part = export.contents(chosen), export.contents(chosen, *NOVEMBER)
        assert whole.leaves[0] == "The whole diary"
        assert "All other days" not in whole.stays
        assert part.leaves[0] == "The days from 1 to 23 Nov 2026"
        assert "All other days" in part.stays
        assert export.contents(chosen, NOVEMBER[0]).leaves[0] == "The days from 1 Nov 2026 on"
        assert export.contents(chosen, None, NOVEMBER[1]).leaves[0] == "The days to 23 Nov 2026"

    def test_the_format_to_keep_is_said(self) -> None:
        assert JSON.meaning.startswith("The format to keep")
        assert "the format to keep is .json" in CSV.meaning
        assert "can't be read back" in CSV.meaning
