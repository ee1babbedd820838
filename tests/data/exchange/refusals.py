"""A whole file of a little of everything, and how its spoilt copies are refused."""

import pytest

from data.errors import Refused
from data.exchange import diary_import, diary_json
from tests import diaries

RUN = diaries.run(5.2, "2026-11-20", minutes=31.5, onset_km=4.8, source="gpx", source_id="7", effort=5)
WHOLE = diaries.diary(
    settings=[diaries.setting("day_start", "03:00"), diaries.setting("units", "km")],
    exercises=[diaries.exercise("bridge"), diaries.exercise("plank")],
    prescriptions=[
        diaries.prescription("bridge", "2026-11-02", "2026-11-08", hold=2),
        diaries.prescription("bridge", "2026-11-09", schedule=diaries.weekdays(1, 3)),
        diaries.prescription("plank", "2026-11-02", schedule=diaries.weekly(3)),
    ],
    exercise_logs=[
        diaries.log("bridge", "2026-11-20", amount=8),
        diaries.skip("bridge", "2026-11-21", "pain"),
    ],
    pain_logs=[
        diaries.pain(3, "2026-11-20", "during", exercise_key="bridge"),
        diaries.pain(2, "2026-11-20", "after", run_row=RUN),
    ],
    runs=[RUN, diaries.run(4, "2026-11-21")],
    day_notes=[diaries.note("Stairs fine.", "2026-11-20", for_physio=True)],
    pauses=[diaries.pause("2026-11-10", "2026-11-12", "bridge")],
    events=[diaries.start("right", "2026-11-02"), diaries.event("visit", "2026-11-09")],
    pain_limits=[diaries.pain_limit(3, "2026-11-02")],
    activities=[diaries.activity("Stairs down")],
    activity_scores=[diaries.activity_score("Stairs down", "2026-11-08", 5)],
    deleted=[{"uid": diaries.uid("deleted", "1"), "at": "2026-11-20T12:00:00Z"}],
)
TEXT = diary_json.text(WHOLE)


def refusal(text: str) -> str:
    with pytest.raises(Refused) as refused:
        diary_import.import_text(text, "other.json")
    words = str(refused.value)
    assert words.startswith("other.json ")
    assert "\n" not in words
    return words
