"""Diaries made by hypothesis: any mixture of what the format allows, and always a valid one.

Nothing is entered after the diary's last day; plans and pauses may reach beyond it.
"""

from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any, NamedTuple

from hypothesis import strategies as st

from .by_hand import Row, activity, activity_score, diary, event, note, pain_limit, pause, setting, start, uid
from .tables import PAIN_SIDES, exercise_logs, exercises_named, pain_logs, plans, run_rows
from .text import plain_text


class Window(NamedTuple):
    """A diary and a question to ask it; no entry lies after `today`."""

    diary: Row
    first: date
    last: date
    today: date


@st.composite
def windows(draw: st.DrawFn, **options: Any) -> Window:
    """A diary (see `diaries`), a window of it that may begin before, end after or miss it, and a today."""
    made = draw(diaries(**options))
    begins, ends = span(made)
    length = (ends - begins).days
    first = begins + timedelta(days=draw(st.integers(-12, length + 5)))
    last = first + timedelta(days=draw(st.integers(0, length + 15)))
    if draw(st.integers(0, 2)):
        first, last = begins, max(begins, ends + timedelta(days=draw(st.integers(-3, 3))))
    return Window(made, first, last, ends + timedelta(days=draw(st.integers(0, 9))))


def span(made: Row) -> tuple[date, date]:
    """First and last day that the diary has an entry or event on; its export's day when it has none."""
    tables = ["exercise_logs", "pain_logs", "runs", "day_notes", "events", "activity_scores"]
    days = [date.fromisoformat(row["day"]) for table in tables for row in made[table]]
    exported = date.fromisoformat(made["exported_at"][:10])
    return min(days, default=exported), max(days, default=exported)


@st.composite
def diaries(
    draw: st.DrawFn,
    text: st.SearchStrategy[str] | None = None,
    min_days: int = 6,
    max_days: int = 60,
    max_exercises: int = 4,
) -> Row:
    """A valid diary of so many days, somewhere in 2024 to 2026; every free text is drawn from `text`."""
    first = draw(st.dates(date(2024, 1, 1), date(2026, 3, 31)))
    days = [first + timedelta(days=n) for n in range(draw(st.integers(min_days, max_days)))]
    words = cycle(draw(st.lists(plain_text() if text is None else text, min_size=1, max_size=7)))
    keys = [f"exercise-{n}" for n in range(draw(st.integers(1, max_exercises)))]
    events = draw(_events(days, words))
    discharges = sorted(row["day"] for row in events if row["kind"] == "discharge")
    exercises, prescriptions, logs = [], [], []
    for position, key in enumerate(keys, 1):
        plan = draw(plans(key, days, discharges, words))
        ended = all(row["ends_on"] is not None and row["ends_on"] <= str(days[-1]) for row in plan)
        archived = ended and draw(st.booleans())
        exercises.append(draw(exercises_named(key, position, archived, words)))
        prescriptions += plan
        logs += draw(exercise_logs(key, days, plan, words))
    runs = draw(run_rows(days, words))
    activities = [
        activity(f"Activity {n} {next(words)}", position=n) for n in range(1, 1 + draw(st.integers(0, 3)))
    ]
    return diary(
        exported_at=f"{days[-1]}T20:00:00Z",
        settings=draw(_settings(first, words)),
        exercises=exercises,
        prescriptions=prescriptions,
        exercise_logs=logs,
        pain_logs=draw(pain_logs(days, keys, runs, words)),
        runs=runs,
        day_notes=[
            note(next(words) or "Stairs fine.", d, for_physio=draw(st.booleans()))
            for d in draw(_some(days, 4))
        ],
        pauses=draw(_pauses(days, keys)),
        events=events,
        pain_limits=[
            pain_limit(draw(st.integers(0, 10)), d, source=draw(st.sampled_from(["default", "me", "physio"])))
            for d in draw(_some(days, 2))
        ],
        activities=activities,
        activity_scores=[
            activity_score(one["name"], d, draw(st.integers(0, 10)))
            for one in activities
            for d in draw(_some(days, 3))
        ],
        deleted=[
            {"uid": uid("deleted", str(n)), "at": f"{days[-1]}T12:00:00Z"}
            for n in range(draw(st.integers(0, 2)))
        ],
    )


def _some(days: list[date], most: int) -> st.SearchStrategy[list[date]]:
    return st.lists(st.sampled_from(days), unique=True, max_size=most)


@st.composite
def _pauses(draw: st.DrawFn, days: list[date], keys: list[str]) -> list[Row]:
    pauses = []
    for _ in range(draw(st.integers(0, 3))):
        begins = draw(st.sampled_from(days))
        length = draw(st.sampled_from([0, 2, 5, 8, None]))
        ends = None if length is None else begins + timedelta(days=length)
        of = draw(st.sampled_from([None, *keys]))
        reason = draw(st.sampled_from(["ill", "travel", "advised", "other"]))
        pauses.append(pause(begins, ends, of, reason=reason))
    return pauses


@st.composite
def _events(draw: st.DrawFn, days: list[date], words: Any) -> list[Row]:
    """Visits, flares and shoes on any day; starts on days of their own; now and then a discharge."""
    others = [
        event(draw(st.sampled_from(["visit", "flare", "shoes", "other"])), d, text=next(words))
        for d in draw(_some(days, 3))
    ]
    starts = [start(draw(st.sampled_from(PAIN_SIDES)), d, text=next(words)) for d in draw(_some(days, 3))]
    discharges = [event("discharge", d) for d in draw(_some(days, 1)) if draw(st.booleans())]
    return [*others, *starts, *discharges]


@st.composite
def _settings(draw: st.DrawFn, first: date, words: Any) -> list[Row]:
    values = {
        "day_start": draw(st.sampled_from(["03:00", "00:00", "06:00"])),
        "units": draw(st.sampled_from(["km", "mi"])),
        "problem_since": str(first - timedelta(days=30)),
        "name": next(words),
        "diagnosed_by": next(words),
    }
    kept = islice(values.items(), draw(st.integers(0, len(values))))
    return [setting(key, value) for key, value in kept]
