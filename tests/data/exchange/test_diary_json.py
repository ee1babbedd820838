"""The interchange file as it is written: its layout, its order, what a window keeps, and that nothing is lost."""

import json
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from data import history, models
from data.errors import Refused
from data.exchange import diary_import, diary_json
from data.exchange.diary_format import LISTS
from data.exchange.record_checks import FIELDS
from tests import diaries, loading

pytestmark = pytest.mark.usefixtures("folder")

A_FILE = """{
 "format": "itband-diary",
 "version": 1,
 "exported_at": "2026-11-23T19:00:00Z",
 "settings": [],
 "exercises": [
  {
   "uid": "11111111-1111-4111-8111-111111111111",
   "key": "glute-bridge",
   "name": "Glute “bridge” 痛み",
   "kind": "strength",
   "unit": "reps",
   "guide": "glute-bridge",
   "source": "guide",
   "position": 1,
   "archived": false,
   "entered_at": "2026-08-31T08:00:00Z",
   "changed_at": "2026-08-31T08:00:00Z"
  }
 ],
 "prescriptions": [
  {
   "uid": "22222222-2222-4222-8222-222222222222",
   "exercise": "11111111-1111-4111-8111-111111111111",
   "starts_on": "2026-08-31",
   "ends_on": "2026-10-11",
   "sets": 2,
   "amount": 10.5,
   "hold": 2,
   "sides": "none",
   "load": "},\\n   {",
   "schedule": {
    "days": [
     5,
     1
    ],
    "type": "weekdays"
   },
   "source": "guide",
   "note": "",
   "entered_at": "2026-08-31T08:00:00Z",
   "changed_at": "2026-08-31T08:00:00Z"
  }
 ],
 "exercise_logs": [],
 "pain_logs": [],
 "runs": [],
 "day_notes": [
  {
   "uid": "33333333-3333-4333-8333-333333333333",
   "day": "2026-10-01",
   "text": "},\\n   { \\\\ \\u001b[31m",
   "for_physio": true,
   "entered_at": "2026-10-01T08:00:00Z",
   "changed_at": "2026-10-01T08:00:00Z"
  },
  {
   "uid": "44444444-4444-4444-8444-444444444444",
   "day": "2026-10-02",
   "text": "",
   "for_physio": false,
   "entered_at": "2026-10-02T08:00:00Z",
   "changed_at": "2026-10-02T08:00:00Z"
  }
 ],
 "pauses": [],
 "events": [],
 "pain_limits": [],
 "activities": [],
 "activity_scores": [],
 "deleted": [
  {
   "uid": "00000000-0000-4000-8000-000000000000",
   "at": "2026-10-03T08:00:00Z"
  }
 ]
}
"""


def export(exported_at: str = "2026-11-23T19:00:00Z", **window: date) -> str:
    return diary_json.text(diary_json.document(exported_at, **window))


def laid_out(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def test_a_file_comes_back_byte_for_byte() -> None:
    diary_import.import_text(A_FILE, "golden.json")
    assert export() == A_FILE


def test_an_empty_diary_is_a_whole_document_of_empty_lists() -> None:
    assert export() == laid_out(diaries.diary(exported_at="2026-11-23T19:00:00Z"))


def test_the_fields_of_a_record_are_the_columns_of_its_table() -> None:
    for name, model in LISTS.items():
        assert list(FIELDS[name]) == models.columns(model)


def test_every_table_has_its_list_in_the_order_of_the_file() -> None:
    assert tuple(LISTS.values()) == models.TABLES


def test_a_deleted_row_leaves_its_uid_and_the_time() -> None:
    row = diaries.note("gone", "2026-11-20")
    loading.load(diaries.diary(day_notes=[row]))
    with history.step("delete"):
        models.DayNote.delete().execute()
    document = diary_json.document("2026-11-23T19:00:00Z")
    assert document["day_notes"] == []
    assert document["deleted"] == [{"uid": row["uid"], "at": "2026-11-23T19:00:00Z"}]


@given(diaries.diaries(diaries.hostile_text()))
@settings(suppress_health_check=list(HealthCheck))
def test_any_diary_survives_export_import_and_export(diary: dict[str, Any]) -> None:
    loading.empty()
    loading.load(diary)
    with history.step("tombstones"):
        for row in diary["deleted"]:
            models.database.execute_sql("INSERT INTO deletion (uid, at) VALUES (?, ?)", tuple(row.values()))
    first = export()
    assert first == laid_out({**diary, "exported_at": "2026-11-23T19:00:00Z"})
    loading.empty()
    diary_import.import_text(first, "first.json")
    assert export() == first


def test_numbers_keep_their_kind() -> None:
    runs = [diaries.run(km, "2026-11-20", minutes=30.0) for km in (5, 5.25, 0.1 + 0.2, 1e-7, 999999)]
    diary_import.import_text(laid_out(diaries.diary(runs=runs)), "runs.json")
    assert [row["km"] for row in diary_json.document("")["runs"]] == [
        row["km"] for row in sorted(runs, key=lambda row: row["uid"])
    ]
    assert '"minutes": 30.0' in export()
    assert '"km": 5,' in export()


WINDOW = {"first": date(2026, 11, 9), "last": date(2026, 11, 15)}


def kept(name: str, **lists: Any) -> list[Any]:
    """What a window from 9 to 15 November keeps of a list, by uid."""
    loading.load(diaries.diary(**lists))
    return [row["uid"] for row in diary_json.document("", **WINDOW)[name]]


def uids(*rows: dict[str, Any]) -> list[str]:
    return sorted(row["uid"] for row in rows)


def test_a_window_keeps_what_happened_on_its_days_both_ends_included() -> None:
    rows = [diaries.note("x", f"2026-11-{day:02}") for day in (8, 9, 15, 16)]
    assert kept("day_notes", day_notes=rows) == uids(*rows[1:3])


def test_a_window_keeps_the_prescriptions_that_were_in_force_on_one_of_its_days() -> None:
    bridge = diaries.exercise("bridge")
    rows = [
        diaries.prescription("bridge", "2026-10-01", "2026-11-08"),
        diaries.prescription("bridge", "2026-11-09", "2026-11-09"),
        diaries.prescription("bridge", "2026-11-10", "2026-11-20"),
        diaries.prescription("bridge", "2026-11-21"),
    ]
    assert kept("prescriptions", exercises=[bridge], prescriptions=rows) == uids(*rows[1:3])


def test_a_window_keeps_the_run_that_a_pain_log_of_it_belongs_to() -> None:
    evening, other = diaries.run(5, "2026-11-08"), diaries.run(6, "2026-11-07")
    after = diaries.pain(3, "2026-11-09", "morning", run_row=evening)
    assert kept("runs", runs=[evening, other], pain_logs=[after]) == uids(evening)


def test_a_window_keeps_the_start_of_the_episode_it_lies_in() -> None:
    rows = [
        diaries.start("left", "2026-08-01"),
        diaries.start("right", "2026-09-01"),
        diaries.event("visit", "2026-10-01"),
        diaries.event("visit", "2026-11-10"),
    ]
    assert kept("events", events=rows) == uids(rows[1], rows[3])


def test_a_window_keeps_the_limit_in_force_on_its_first_day_and_later_ones() -> None:
    days = ["2026-09-01", "2026-10-01", "2026-11-12", "2026-11-16"]
    rows = [diaries.pain_limit(level, day) for level, day in enumerate(days)]
    assert kept("pain_limits", pain_limits=rows) == uids(*rows[1:3])


@given(diaries.windows())
@settings(suppress_health_check=list(HealthCheck))
def test_a_window_is_a_whole_diary_that_adds_nothing_to_the_one_it_came_from(window: diaries.Window) -> None:
    loading.empty()
    loading.load(window.diary)
    part = export(first=window.first, last=window.last)
    counts = diary_import.import_text(part, "part.json")
    assert (counts.new, counts.changed, counts.deleted) == (0, 0, 0)
    loading.empty()
    diary_import.import_text(part, "part.json")
    assert export() == part


def test_a_file_is_private_and_complete(tmp_path: Path) -> None:
    loading.load(diaries.diary(day_notes=[diaries.note("痛み", "2026-11-20")]))
    path = tmp_path / "out.json"
    diary_json.write(path)
    assert path.read_text("utf-8") == export()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("mine")
    with pytest.raises(Refused, match=r"already there.*--force"):
        diary_json.write(path)
    assert path.read_text() == "mine"
    diary_json.write(path, force=True)
    assert json.loads(path.read_text())["format"] == "itband-diary"
