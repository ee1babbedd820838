"""The table for a spreadsheet: one row for each observation, and no text in it that can act."""

import csv
import io
import stat
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from data.errors import Refused
from data.exchange import tables_csv
from data.exchange.cells import literal
from tests import diaries, loading

pytestmark = pytest.mark.usefixtures("folder")

BRIDGE = diaries.exercise("bridge")
PLANK = diaries.exercise("plank", unit="seconds")
FROM_2_NOVEMBER = diaries.prescription("bridge", "2026-11-02", amount=12)


def observations(**lists: Any) -> list[dict[str, str]]:
    """The rows of the table of a diary with these rows, as dicts of the cells that aren't empty."""
    loading.load(diaries.diary(**lists))
    return read(tables_csv.text())


def read(table: str) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(table, newline=""))
    return [{column: cell for column, cell in row.items() if cell} for row in rows]


def only(kind: str, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows of one kind, without the uid of their record."""
    return [
        {column: cell for column, cell in row.items() if column != "record"}
        for row in rows
        if row["kind"] == kind
    ]


class TestObservations:
    def test_an_exercise_log_is_its_sets_and_its_amount(self) -> None:
        log = diaries.log(
            "plank", "2026-11-20", 3, "left", amount=22.5, load="mat", note="wobbly", utc_offset=60
        )
        common = {
            "day": "2026-11-20",
            "time": "2026-11-20T19:00:00+01:00",
            "kind": "exercise",
            "name": "Plank",
            "side": "left",
            "load": "mat",
        }
        assert only("exercise", observations(exercises=[PLANK], exercise_logs=[log])) == [
            {**common, "measure": "sets", "value": "3", "unit": "sets", "note": "wobbly"},
            {**common, "measure": "amount", "value": "22.5", "unit": "seconds"},
        ]

    def test_an_amount_as_prescribed_is_the_one_in_force_that_day(self) -> None:
        former = diaries.prescription("bridge", "2026-10-01", "2026-11-01", amount=8)
        logs = [diaries.log("bridge", day) for day in ("2026-09-01", "2026-11-01", "2026-11-02")]
        rows = observations(exercises=[BRIDGE], prescriptions=[former, FROM_2_NOVEMBER], exercise_logs=logs)
        amounts = [row.get("value") for row in only("exercise", rows) if row["measure"] == "amount"]
        assert amounts == [None, "8", "12"]

    def test_a_skip_is_neither_a_zero_nor_a_gap(self) -> None:
        skipped = diaries.skip("bridge", "2026-11-20", "pain")
        [row] = only("exercise", observations(exercises=[BRIDGE], exercise_logs=[skipped]))
        assert row["reason"] == "pain"
        assert "value" not in row

    def test_sets_done_before_a_skip_are_counted(self) -> None:
        cut_short = diaries.log("bridge", "2026-11-20", 1, skipped="pain")
        row, _ = only("exercise", observations(exercises=[BRIDGE], exercise_logs=[cut_short]))
        assert (row["value"], row["reason"]) == ("1", "pain")

    def test_no_pain_is_a_zero(self) -> None:
        pain = diaries.pain(0, "2026-11-20", medication="ibuprofen", note="fine")
        assert only("pain", observations(pain_logs=[pain])) == [
            {
                "day": "2026-11-20",
                "time": "2026-11-20T19:00:00+00:00",
                "kind": "pain",
                "measure": "level",
                "side": "right",
                "value": "0",
                "unit": "points",
                "moment": "worst",
                "site": "outer-knee",
                "medication": "ibuprofen",
                "note": "fine",
            }
        ]

    def test_pain_names_its_exercise_or_its_run(self) -> None:
        run = diaries.run(5, "2026-11-20")
        logs = [
            diaries.pain(2, "2026-11-20", "during", exercise_key="bridge"),
            diaries.pain(1, "2026-11-20", "after", run_row=run),
        ]
        rows = only("pain", observations(exercises=[BRIDGE], runs=[run], pain_logs=logs))
        assert {(row.get("name"), row.get("run")) for row in rows} == {("Bridge", None), (None, run["uid"])}

    def test_a_run_is_its_four_measures_and_the_unknown_ones_are_empty(self) -> None:
        run = diaries.run(5.2, "2026-11-20", effort=0, terrain="trail", note="slow", at=None, utc_offset=None)
        rows = only("run", observations(runs=[run]))
        assert [(row["measure"], row.get("value"), row["unit"]) for row in rows] == [
            ("distance", "5.2", "km"),
            ("duration", None, "minutes"),
            ("pain from", None, "km"),
            ("effort", "0", "points"),
        ]
        assert [row.get("note") for row in rows] == ["slow", None, None, None]
        assert {row["terrain"] for row in rows} == {"trail"}
        assert all("time" not in row for row in rows)

    def test_a_note_says_whether_it_is_for_the_physiotherapist(self) -> None:
        notes = [
            diaries.note("Desk all day.", "2026-11-19"),
            diaries.note("? Downhill", "2026-11-20", for_physio=True),
        ]
        rows = only("note", observations(day_notes=notes))
        assert [(row["note"], row["for_physio"]) for row in rows] == [
            ("Desk all day.", "no"),
            ("? Downhill", "yes"),
        ]

    def test_the_plan_and_what_interrupts_it(self) -> None:
        dose = diaries.prescription(
            "bridge", "2026-11-02", "2026-11-29", hold=2, schedule=diaries.weekly(3), source="physio"
        )
        pauses = [
            diaries.pause("2026-11-10", exercise_key="bridge"),
            diaries.pause("2026-11-11", "2026-11-12"),
        ]
        rows = observations(
            exercises=[BRIDGE],
            prescriptions=[dose],
            pauses=pauses,
            pain_limits=[diaries.pain_limit(3, "2026-11-02")],
        )
        prescribed = only("prescription", rows)
        assert [(row["measure"], row["value"], row["unit"]) for row in prescribed] == [
            ("sets", "2", "sets"),
            ("amount", "10", "reps"),
            ("hold", "2", "seconds"),
        ]
        assert {row["schedule"] for row in prescribed} == {"3 a week"}
        assert {(row["day"], row["until"]) for row in prescribed} == {("2026-11-02", "2026-11-29")}
        assert only("pause", rows) == [
            {"day": "2026-11-10", "kind": "pause", "name": "Bridge", "reason": "travel"},
            {
                "day": "2026-11-11",
                "until": "2026-11-12",
                "kind": "pause",
                "name": "all exercises",
                "reason": "travel",
            },
        ]
        assert [(row["value"], row["source"]) for row in only("limit", rows)] == [("3", "physio")]

    def test_events_and_activities(self) -> None:
        rows = observations(
            events=[diaries.start("right", "2026-11-02", text="again")],
            activities=[diaries.activity("Stairs down")],
            activity_scores=[diaries.activity_score("Stairs down", "2026-11-08", 0)],
        )
        assert only("event", rows) == [
            {"day": "2026-11-02", "kind": "event", "name": "start", "side": "right", "note": "again"}
        ]
        assert only("activity", rows) == [
            {
                "day": "2026-11-08",
                "kind": "activity",
                "name": "Stairs down",
                "measure": "score",
                "value": "0",
                "unit": "points",
            }
        ]

    def test_settings_such_as_the_name_stay_here(self) -> None:
        assert observations(settings=[diaries.setting("name", "Ada")]) == []


class TestTable:
    def test_the_oldest_day_comes_first(self) -> None:
        rows = observations(
            day_notes=[diaries.note("x", "2026-11-20")], pain_logs=[diaries.pain(3, "2026-11-19")]
        )
        assert [row["day"] for row in rows] == ["2026-11-19", "2026-11-20"]

    def test_lines_end_as_the_standard_asks_and_quotes_are_doubled(self) -> None:
        loading.load(diaries.diary(day_notes=[diaries.note('one, "two"\r\nthree', "2026-11-20")]))
        heading, first = tables_csv.text().split("\r\n", 1)
        assert heading == ",".join(tables_csv.COLUMNS)
        assert '"one, ""two""\nthree"' in first
        assert first.endswith("\r\n")

    def test_an_empty_diary_is_a_heading(self) -> None:
        assert tables_csv.text() == ",".join(tables_csv.COLUMNS) + "\r\n"

    def test_a_window_keeps_its_own_days(self) -> None:
        loading.load(
            diaries.diary(day_notes=[diaries.note("x", f"2026-11-{day:02}") for day in range(8, 17)])
        )
        rows = read(tables_csv.text(first=date(2026, 11, 9), last=date(2026, 11, 15)))
        assert [row["day"] for row in rows] == [f"2026-11-{day:02}" for day in range(9, 16)]

    def test_the_file_is_private_utf_8_and_has_a_byte_order_mark_on_request(self, tmp_path: Path) -> None:
        loading.load(diaries.diary(day_notes=[diaries.note("痛み", "2026-11-20")]))
        plain, marked = tmp_path / "plain.csv", tmp_path / "marked.csv"
        tables_csv.write(plain)
        tables_csv.write(marked, byte_order_mark=True)
        assert plain.read_bytes().decode("utf-8") == tables_csv.text()
        assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
        assert stat.S_IMODE(plain.stat().st_mode) == 0o600
        with pytest.raises(Refused, match="already there"):
            tables_csv.write(plain)


class TestLiteralText:
    @pytest.mark.parametrize(
        "text",
        [
            "=1+2",
            "+1",
            "-1",
            "@x",
            "=cmd|' /C calc'!A0",
            "  =1",
            "\u00a0=1",
            "\u200b=1",
            "\ufeff=1",
            "\u202e=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "﹦1",
            "﹢1",
            "﹣1",
            "﹫x",
            "\tx",
            "\rx",
            "\t=1",
            "\x1b[31m",
            "\0=1",
        ],
    )
    def test_what_could_be_a_formula_stands_after_an_apostrophe(self, text: str) -> None:
        assert literal(text).startswith("'")

    def test_so_it_does_where_a_spreadsheet_splits_at_semicolons(self) -> None:
        assert literal("ok;=1+1; @x;y") == "ok;'=1+1;' @x;y"

    @pytest.mark.parametrize(
        "text", ["", "a; b;", "Stairs = fine", "3 sets", "a-b", "'quoted", "? Downhill", "–", " x", "痛み"]
    )
    def test_other_text_stays_as_it_is(self, text: str) -> None:
        assert literal(text) == text

    def test_control_characters_and_turned_reading_directions_are_left_out(self) -> None:
        assert literal("a\0b\x1b[31mc\x9bd\u202ee\x7f") == "ab[31mcde"

    def test_line_breaks_stay_and_tabs_are_spaces(self) -> None:
        assert literal("one\r\ntwo\rthree\tfour") == "one\ntwo\nthree four"


@given(diaries.diaries(diaries.hostile_text(), max_days=20))
@settings(suppress_health_check=list(HealthCheck))
def test_no_cell_of_any_diary_can_act(diary: dict[str, Any]) -> None:
    loading.empty()
    loading.load(diary)
    table = tables_csv.text()
    rows = list(csv.reader(io.StringIO(table, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(tables_csv.COLUMNS)}
    for cell in (cell for row in rows for cell in row):
        assert cell.strip()[:1] not in tuple("=+-@＝＋－＠")
        assert all(sign == "\n" or unicodedata.category(sign) != "Cc" for sign in cell)
