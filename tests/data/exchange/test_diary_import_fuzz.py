"""Whatever a file holds: it is taken and stands in the diary, or refused and the diary is as it was."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import Refused
from data.exchange import diary_import, diary_json
from data.exchange.merge import Counts
from tests import diaries, loading

pytestmark = pytest.mark.usefixtures("folder")

RUN = diaries.run(5.2, "2026-11-20", minutes=31.5, onset_km=4.8, effort=5)
WHOLE = diaries.diary(
    settings=[diaries.setting("day_start", "03:00"), diaries.setting("session_rest", "30")],
    exercises=[diaries.exercise("bridge")],
    prescriptions=[diaries.prescription("bridge", "2026-11-02", schedule=diaries.weekdays(1, 3))],
    exercise_logs=[diaries.log("bridge", "2026-11-20", amount=8)],
    pain_logs=[diaries.pain(3, "2026-11-20", "during", exercise_key="bridge", run_row=RUN)],
    runs=[RUN],
    day_notes=[diaries.note("Stairs fine.", "2026-11-20")],
    pauses=[diaries.pause("2026-11-10", "2026-11-12", "bridge")],
    events=[diaries.start("right", "2026-11-02")],
    pain_limits=[diaries.pain_limit(3, "2026-11-02")],
    activities=[diaries.activity("Stairs down")],
    activity_scores=[diaries.activity_score("Stairs down", "2026-11-08", 5)],
    deleted=[{"uid": diaries.uid("deleted", "1"), "at": "2026-11-20T12:00:00Z"}],
)
LISTS = [name for name, rows in WHOLE.items() if isinstance(rows, list)]

JSON_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
NEARLY_RIGHT = st.one_of(
    st.integers(-2, 12),
    st.floats(-1, 1e6 + 1),
    st.sampled_from([20, 21, 366, 999_999, 10**6, 10**9 + 1, 2**63, 10**400, -0.0, 5e-324, 1e308]),
    st.sampled_from(
        ["left", "both", "none", "each", "start", "pain", "me", "km", "03:00", "9" * 5000, "", " "]
    ),
    st.sampled_from(["2026-11-20", "2024-02-29", "2023-02-29", "9998-12-31", "2026-11-20T12:00:00Z"]),
    st.sampled_from([diaries.DAILY, diaries.every(2), diaries.weekly(8), diaries.weekdays(8)]),
    st.sampled_from([row["uid"] for name in LISTS for row in WHOLE[name]]),
)


def import_into_empty(text: str) -> Counts | None:
    """None when it was refused, and then the diary is as it was: empty."""
    loading.empty()
    before = diary_json.document("")
    try:
        return diary_import.import_text(text, "other.json")
    except Refused as refused:
        assert str(refused).startswith("other.json ")
        assert diary_json.document("") == before
        return None


def stands_in_the_diary(text: str, counts: Counts) -> None:
    exported = diary_json.text(diary_json.document(json.loads(text)["exported_at"]))
    assert json.loads(exported) == json.loads(text)
    assert diary_import.import_text(exported, "again.json") == Counts(same=counts.new)


@given(
    st.sampled_from([(name, field) for name in LISTS for field in WHOLE[name][0]]),
    st.one_of(NEARLY_RIGHT, JSON_VALUE, diaries.hostile_text(nul=True)),
)
@settings(suppress_health_check=list(HealthCheck))
def test_any_value_in_any_field(place: tuple[str, str], value: Any) -> None:
    name, field = place
    changed = {**WHOLE[name][0], field: value}
    text = json.dumps({**WHOLE, name: sorted([changed, *WHOLE[name][1:]], key=lambda row: str(row["uid"]))})
    if counts := import_into_empty(text):
        stands_in_the_diary(text, counts)


@given(st.data())
@settings(suppress_health_check=list(HealthCheck))
def test_a_flipped_bit_anywhere(data: st.DataObject) -> None:
    content = bytearray(diary_json.text(WHOLE).encode())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 6))
    import_into_empty(content.decode())


@given(diaries.diaries(diaries.hostile_text(nul=True), max_days=10))
@settings(suppress_health_check=list(HealthCheck))
def test_any_text_in_any_text(diary: dict[str, Any]) -> None:
    text = diary_json.text(diary)
    if counts := import_into_empty(text):
        stands_in_the_diary(text, counts)
    else:
        assert "\\u0000" in text or '""' in text
