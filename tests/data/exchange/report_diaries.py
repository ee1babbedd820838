"""Diaries for the tests of the report; their days end on the frozen day, Monday 23 November 2026."""

from datetime import date, timedelta
from typing import Any

from tests.diaries import (
    activity,
    activity_score,
    diary,
    event,
    exercise,
    log,
    note,
    pain,
    pain_limit,
    pause,
    prescription,
    run,
    setting,
    skip,
    start,
    weekly,
)

TODAY = date(2026, 11, 23)
VISIT = date(2026, 10, 19)
FIRST = date(2026, 10, 5)


def days_back(count: int, last: date = TODAY) -> list[date]:
    """So many days, the last one first."""
    return [last - timedelta(days=back) for back in range(count)]


def small() -> dict[str, Any]:
    """Seven weeks with one of everything that a report tells of: a visit on 19 October, so a period of 36 days."""
    ran = run(6.0, "2026-11-20", minutes=36, onset_km=4.2)
    easy = run(4.0, "2026-11-15", minutes=26)
    told = [day for day in days_back(50) if day not in (date(2026, 11, 1), date(2026, 11, 2))]
    return diary(
        settings=[
            setting("name", "Ann Runner"),
            setting("problem_since", "2026-09-01"),
            setting("diagnosed_by", "Dr. O'Neil"),
        ],
        exercises=[
            exercise("bridge", position=1),
            exercise("band-walk", position=2, unit="steps"),
            exercise("side-plank", position=3, unit="seconds"),
            exercise("forgotten", position=4, archived=True),
        ],
        prescriptions=[
            prescription("bridge", FIRST, "2026-11-08"),
            prescription("bridge", "2026-11-09", sets=3, amount=12, source="physio"),
            prescription("band-walk", FIRST, sides="each", load="green band", schedule=weekly(3)),
            prescription("side-plank", FIRST, amount=30),
            prescription("forgotten", "2026-08-01", "2026-08-31"),
        ],
        exercise_logs=[
            *(log("bridge", day) for day in told if day.day % 5),
            *(log("band-walk", day, 2, side) for day in told[::3] for side in ("left", "right")),
            *(log("side-plank", day, 1 if day.day == 12 else 2) for day in told if day.day not in (3, 4, 18)),
            skip("side-plank", "2026-11-03", "pain"),
            log("side-plank", "2026-11-04", 1, skipped="pain"),
            skip("side-plank", "2026-11-18", "ill"),
        ],
        pain_logs=[
            *(pain(5 if day < VISIT else 2, day) for day in told),
            pain(3, "2026-11-10", "during", exercise_key="side-plank"),
            pain(1, "2026-11-11", "during", exercise_key="side-plank"),
            pain(2, "2026-11-11", "night"),
            pain(0, "2026-11-12", "night"),
            pain(4, "2026-11-13", side="left"),
            pain(3, "2026-11-13", site="hip"),
            pain(2, "2026-11-14", "other", medication="Ibuprofen 400 mg", note="PRIVATE pain note"),
            pain(2, "2026-11-16", "other", medication="ibuprofen 400 mg"),
            pain(1, "2026-11-20", "before", run_row=ran),
            pain(4, "2026-11-20", "during", run_row=ran),
            pain(2, "2026-11-20", "after", run_row=ran),
            pain(1, "2026-11-21", "morning"),
            pain(0, "2026-11-15", "during", run_row=easy),
            # filled in on a later day: the only entries of 1 November
            pain(1, "2026-11-01", at=None, utc_offset=None),
        ],
        runs=[ran, easy],
        day_notes=[
            note("Stairs were fine.\n? May I run downhill yet", "2026-11-19", for_physio=True),
            note("PRIVATE note\n? Is cycling all right", "2026-11-17"),
            note("PRIVATE too", "2026-11-14"),
        ],
        events=[
            start("right", FIRST),
            event("visit", VISIT, text="PRIVATE visit text"),
            event("flare", "2026-11-13", text="After the hill run"),
            event("other", "2026-11-14", text="PRIVATE event"),
        ],
        pauses=[pause("2026-10-26", "2026-10-28")],
        pain_limits=[pain_limit(3, "2026-10-19")],
        activities=[activity("Run 10 km", position=1), activity("Stairs down", position=2)],
        activity_scores=[
            activity_score("Run 10 km", "2026-10-11", 3),
            activity_score("Run 10 km", "2026-11-22", 7),
            activity_score("Stairs down", "2026-10-11", 6),
        ],
    )


def forty_exercises() -> dict[str, Any]:
    keys = [f"exercise-{number}" for number in range(1, 41)]
    return diary(
        exercises=[
            exercise(key, position=at, name=f"A rather long name of an exercise, number {at}")
            for at, key in enumerate(keys)
        ],
        prescriptions=[prescription(key, FIRST, load="a green band and a rolled towel") for key in keys],
        exercise_logs=[log(key, day) for key in keys for day in days_back(9)],
    )


def long_notes() -> dict[str, Any]:
    story = "A long story about the knee. " * 345
    return diary(
        day_notes=[note(f"{story}\n? {story}", day, for_physio=True) for day in days_back(8)],
        events=[event("flare", day, text=story) for day in days_back(8)],
        pain_logs=[pain(3, day, medication=story) for day in days_back(8)],
    )


def widest() -> dict[str, Any]:
    """Words without a blank, as wide as they come, wherever a word may stand."""
    word = "W" * 600
    keys = [f"exercise-{number}" for number in range(12)]
    return diary(
        settings=[setting("name", word), setting("diagnosed_by", word)],
        exercises=[exercise(key, name=f"{word}{key}") for key in keys],
        prescriptions=[prescription(key, FIRST, load=word) for key in keys],
        exercise_logs=[log(key, day, 1, skipped="pain") for key in keys for day in days_back(9)],
        pain_logs=[
            pain(9, day, site=site, medication=f"{word}{day}")
            for day in days_back(12)
            for site in ("outer-knee", "hip", "other")
        ],
        runs=[run(10.5, day, onset_km=3) for day in days_back(12)],
        events=[event("flare", day, text=word) for day in days_back(12)],
        pauses=[pause(day, day, key) for key in keys for day in days_back(3)],
        activities=[activity(f"{word}{at}") for at in range(3)],
        activity_scores=[activity_score(f"{word}{at}", day, 10) for at in range(3) for day in days_back(2)],
        day_notes=[note(f"? {word}\n{word}", day, for_physio=True) for day in days_back(12)],
    )


def one_day() -> dict[str, Any]:
    return diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", TODAY)],
        exercise_logs=[log("bridge", TODAY)],
        pain_logs=[pain(3, TODAY)],
        events=[start("right", TODAY)],
    )


def hostile(text: str) -> dict[str, Any]:
    """The text in every place that a report takes words from."""
    shown = text if text.strip() else f"x{text}"
    return diary(
        settings=[setting("name", shown), setting("diagnosed_by", shown)],
        exercises=[exercise("bridge", name=shown)],
        prescriptions=[prescription("bridge", FIRST, load=text)],
        exercise_logs=[log("bridge", day, 1, skipped="pain") for day in days_back(3)],
        pain_logs=[pain(3, day, medication=text) for day in days_back(3)],
        events=[event("flare", TODAY, text=text)],
        pauses=[pause(TODAY, None, "bridge")],
        activities=[activity(shown)],
        day_notes=[note(f"{text}\n? {text}", TODAY, for_physio=True)],
    )
