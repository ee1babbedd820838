"""Records that are refused, and the whole file with them: in one sentence that names list, row and field."""

import json
from typing import Any

import pytest

from data.exchange import diary_import
from tests import diaries
from tests.data.exchange.refusals import TEXT, WHOLE, refusal

pytestmark = pytest.mark.usefixtures("left_as_it_was")


def with_row(name: str, number: int = 0, /, **fields: Any) -> str:
    """The whole file with one record changed; a field that is given as `...` is left out."""
    rows = [dict(row) for row in WHOLE[name]]
    rows[number].update(fields)
    rows[number] = {field: value for field, value in rows[number].items() if value is not ...}
    return json.dumps({**WHOLE, name: rows})


def test_the_file_itself_is_fine() -> None:
    diary_import.import_text(TEXT, "other.json", dry_run=True)


class TestRecords:
    @pytest.mark.parametrize(
        ("name", "field", "value"),
        [
            ("pain_logs", "level", 11),
            ("pain_logs", "level", -1),
            ("pain_logs", "level", 3.5),
            ("pain_logs", "level", 3.0),
            ("pain_logs", "level", True),
            ("pain_logs", "level", "3"),
            ("pain_logs", "level", None),
            ("pain_logs", "level", 10**30),
            ("pain_logs", "moment", "evening"),
            ("pain_logs", "side", "none"),
            ("pain_logs", "site", "knee"),
            ("pain_logs", "day", "2026-02-30"),
            ("pain_logs", "day", "2026-11-2"),
            ("pain_logs", "day", "20261120"),
            ("pain_logs", "day", "1969-12-31"),
            ("pain_logs", "day", "9999-12-31"),
            ("pain_logs", "day", "2026-11-20\n"),
            ("pain_logs", "day", 20261120),
            ("pain_logs", "day", None),
            ("pain_logs", "at", "2026-11-20T18:00:00"),
            ("pain_logs", "at", "2026-11-20T18:00:00+00:00"),
            ("pain_logs", "at", "2026-11-20T24:00:00Z"),
            ("pain_logs", "at", "2026-02-30T18:00:00Z"),
            ("pain_logs", "at", ""),
            ("pain_logs", "utc_offset", 1440),
            ("pain_logs", "utc_offset", 60.0),
            ("pain_logs", "medication", None),
            ("pain_logs", "note", "a\0b"),
            ("pain_logs", "note", "\ud800"),
            ("pain_logs", "note", ["x"]),
            ("pain_logs", "uid", "1"),
            ("pain_logs", "uid", None),
            ("pain_logs", "uid", ["x"]),
            ("pain_logs", "uid", "{" + diaries.uid("a", "b") + "}"),
            ("pain_logs", "entered_at", None),
            ("pain_logs", "changed_at", "yesterday"),
            ("exercise_logs", "sets_done", -1),
            ("exercise_logs", "sets_done", 2.5),
            ("exercise_logs", "sets_done", 10**18),
            ("exercise_logs", "amount", -1),
            ("exercise_logs", "amount", "8"),
            ("exercise_logs", "amount", False),
            ("exercise_logs", "skipped", "lazy"),
            ("exercise_logs", "skipped", ""),
            ("exercise_logs", "side", "each"),
            ("exercise_logs", "exercise", None),
            ("runs", "km", 0),
            ("runs", "km", -3),
            ("runs", "km", 1e6),
            ("runs", "km", None),
            ("runs", "km", 10**400),
            ("runs", "km", -(10**400)),
            ("runs", "minutes", 0),
            ("runs", "onset_km", -0.5),
            ("runs", "effort", 11),
            ("runs", "source", None),
            ("runs", "source_id", 7),
            ("exercises", "key", "Glute Bridge"),
            ("exercises", "key", ""),
            ("exercises", "name", ""),
            ("exercises", "kind", "cardio"),
            ("exercises", "unit", "km"),
            ("exercises", "source", "default"),
            ("exercises", "position", -1),
            ("exercises", "archived", 0),
            ("exercises", "archived", "false"),
            ("exercises", "guide", "../secret"),
            ("prescriptions", "sets", 0),
            ("prescriptions", "sets", 21),
            ("prescriptions", "amount", 0),
            ("prescriptions", "hold", -1),
            ("prescriptions", "sides", "both"),
            ("prescriptions", "starts_on", None),
            ("prescriptions", "ends_on", "2026-11-01"),
            ("pauses", "reason", "pain"),
            ("pauses", "ends_on", "2026-11-09"),
            ("events", "kind", "injury"),
            ("events", "side", "none"),
            ("pain_limits", "level", 11),
            ("pain_limits", "source", "guide"),
            ("day_notes", "for_physio", 1),
            ("day_notes", "text", None),
            ("activities", "name", ""),
            ("activity_scores", "score", 11),
            ("settings", "key", "Day Start"),
            ("settings", "value", 3),
            ("deleted", "at", None),
            ("deleted", "uid", "x"),
        ],
    )
    def test_a_value_that_the_field_cannot_hold(self, name: str, field: str, value: Any) -> None:
        words = refusal(with_row(name, **{field: value}))
        assert f"{name}, row 1" in words
        assert field in words
        if field != "uid":
            assert WHOLE[name][0]["uid"] in words

    @pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
    def test_a_number_without_an_end(self, constant: str) -> None:
        refusal(TEXT.replace('"km": 5.2', f'"km": {constant}'))

    @pytest.mark.parametrize(
        "schedule",
        [
            None,
            "daily",
            {},
            {"type": "monthly"},
            {"type": "daily", "days": 1},
            {"type": "weekdays"},
            {"type": "weekdays", "days": []},
            {"type": "weekdays", "days": [0]},
            {"type": "weekdays", "days": [8]},
            {"type": "weekdays", "days": [1, 1]},
            {"type": "weekdays", "days": [True]},
            {"type": "weekdays", "days": [1.0]},
            {"type": "weekdays", "days": 1},
            {"type": "weekdays", "days": [1], "times": 1},
            {"type": "every", "days": 0},
            {"type": "every", "days": 366},
            {"type": "every", "days": 2.0},
            {"type": "every", "times": 2},
            {"type": "weekly", "times": 0},
            {"type": "weekly", "times": 8},
            {"type": "weekly", "times": True},
            {"type": "weekly", "days": 3},
        ],
    )
    def test_a_schedule_of_another_shape(self, schedule: Any) -> None:
        assert "schedule" in refusal(with_row("prescriptions", schedule=schedule))

    def test_a_field_that_is_missing(self) -> None:
        assert "medication is missing" in refusal(with_row("pain_logs", medication=...))

    def test_a_field_that_is_unknown(self) -> None:
        assert "'colour' is no field" in refusal(with_row("pain_logs", colour="red"))

    @pytest.mark.parametrize("record", [None, 3, "x", [], {}])
    def test_a_record_that_is_none(self, record: Any) -> None:
        assert "runs, row 1" in refusal(json.dumps({**WHOLE, "runs": [record]}))

    def test_a_side_on_an_event_that_is_no_start(self) -> None:
        number = next(n for n, row in enumerate(WHOLE["events"]) if row["kind"] == "visit")
        assert "side" in refusal(with_row("events", number, side="left"))

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("day_start", "25:00"),
            ("day_start", "3"),
            ("units", "feet"),
            ("problem_since", "May"),
            ("session_rest", "9" * 5000),
        ],
    )
    def test_a_setting_that_the_diary_cannot_use(self, key: str, value: str) -> None:
        rows = [diaries.setting(key, value)]
        assert "settings, row 1" in refusal(json.dumps({**WHOLE, "settings": rows}))

    def test_a_bad_row_among_good_ones_is_named_by_place_and_uid(self) -> None:
        words = refusal(with_row("runs", 1, km=0))
        assert words == (
            f"other.json was not imported: runs, row 2 ({WHOLE['runs'][1]['uid']}): "
            "km must be a number above 0, not 0."
        )

    def test_a_value_of_a_megabyte_does_not_fill_the_screen(self) -> None:
        assert len(refusal(with_row("pain_logs", moment="x" * 1_000_000))) < 1000

    def test_escape_codes_of_a_value_do_not_reach_the_terminal(self) -> None:
        words = refusal(with_row("pain_logs", moment="\x1b[31m", uid="\x1b[2J\u202e"))
        assert words.isprintable()


class TestRowsAmongEachOther:
    def test_a_uid_that_stands_twice(self) -> None:
        twice = WHOLE["runs"][0]["uid"]
        words = refusal(with_row("pain_logs", 1, uid=twice))
        assert "runs, row 1" in words
        assert "twice" in words

    def test_a_row_that_is_deleted_too(self) -> None:
        assert "twice" in refusal(with_row("deleted", uid=WHOLE["runs"][0]["uid"]))

    @pytest.mark.parametrize(
        ("name", "row"),
        [
            ("exercises", diaries.exercise("bridge")),
            ("prescriptions", diaries.prescription("bridge", "2026-11-02", "2026-11-03")),
            ("exercise_logs", diaries.log("bridge", "2026-11-20", 1)),
            ("runs", diaries.run(7, "2026-11-22", source="gpx", source_id="7")),
            ("day_notes", diaries.note("y", "2026-11-20")),
            ("pain_limits", diaries.pain_limit(4, "2026-11-02")),
            ("activities", diaries.activity("Stairs down")),
            ("activity_scores", diaries.activity_score("Stairs down", "2026-11-08", 1)),
            ("settings", diaries.setting("units", "mi")),
        ],
    )
    def test_two_rows_with_one_natural_key(self, name: str, row: dict[str, Any]) -> None:
        rows = [*WHOLE[name], {**row, "uid": diaries.uid("another", name)}]
        assert f"{name}, row {len(rows)}" in refusal(json.dumps({**WHOLE, name: rows}))

    @pytest.mark.parametrize(
        ("name", "field"),
        [
            ("prescriptions", "exercise"),
            ("exercise_logs", "exercise"),
            ("pain_logs", "exercise"),
            ("pain_logs", "run"),
            ("pauses", "exercise"),
            ("activity_scores", "activity"),
        ],
    )
    @pytest.mark.parametrize("target", [diaries.uid("nobody", "x"), WHOLE["day_notes"][0]["uid"]])
    def test_a_reference_to_nothing_or_to_another_kind_of_row(
        self, name: str, field: str, target: str
    ) -> None:
        words = refusal(with_row(name, **{field: target}))
        assert f"{name}, row 1" in words
        assert field in words


class TestEnvelope:
    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"format": "other-diary"}, "no itband diary"),
            ({"format": None}, "no itband diary"),
            ({"version": 2}, "newer itband"),
            ({"version": 0}, "version"),
            ({"version": True}, "version"),
            ({"version": "1"}, "version"),
            ({"version": 1.0}, "version"),
            ({"exported_at": "today"}, "exported_at"),
            ({"runs": {}}, "runs is no list"),
            ({"runs": None}, "runs is no list"),
            ({"shoes": []}, "'shoes' is no field"),
        ],
    )
    def test_what_does_not_fit_is_named(self, change: dict[str, Any], words: str) -> None:
        assert words in refusal(json.dumps({**WHOLE, **change}))

    @pytest.mark.parametrize("name", WHOLE)
    def test_nothing_may_be_missing(self, name: str) -> None:
        refusal(json.dumps({key: value for key, value in WHOLE.items() if key != name}))

    def test_a_newer_version_is_named_before_anything_that_is_new_in_it(self) -> None:
        assert "newer itband" in refusal(json.dumps({**WHOLE, "version": 2, "shoes": []}))
