"""Strategies for the tables of a generated diary that have a row or more on most days, and for its plans.

Logs and pain follow a script of at most a month, repeated over the days, so that a long diary costs as few
choices as a short one and shrinks as well.
"""

from datetime import date, timedelta
from itertools import cycle
from typing import Any, NamedTuple

from hypothesis import strategies as st

from .by_hand import DAILY, Row, diary, every, exercise, log, pain, prescription, run, weekdays, weekly

SCRIPT_DAYS = 31
SIDES = {"none": ["both"], "each": ["left", "right"], "left": ["left"], "right": ["right"]}
REASONS = ["pain", "time", "forgot", "equipment", "other", "ill", "travel", "advised"]


@st.composite
def _script(draw: st.DrawFn, day_script: st.SearchStrategy[Any], days: list[date]) -> list[Any]:
    length = draw(st.integers(1, min(len(days), SCRIPT_DAYS)))
    return draw(st.lists(day_script, min_size=length, max_size=length))


def _entered(d: date, n: int) -> Row:
    """When the n-th row of a day was entered: in the evening, after local midnight UTC, or later on."""
    evening, night = f"{d}T18:{n % 60:02}:00Z", f"{d + timedelta(days=1)}T02:{n % 60:02}:00Z"
    return [
        {"at": evening, "utc_offset": 60, "entered_at": evening, "changed_at": evening},
        {"at": night, "utc_offset": -480, "entered_at": night, "changed_at": night},
        {
            "at": None,
            "utc_offset": None,
            "entered_at": night,
            "changed_at": f"{d + timedelta(days=3)}T08:00:00Z",
        },
    ][n % 3]


@st.composite
def exercises_named(draw: st.DrawFn, key: str, position: int, archived: bool, words: Any) -> Row:
    return exercise(
        key,
        name=f"Exercise {position} {next(words)}",
        kind=draw(st.sampled_from(["strength", "stretch", "release"])),
        unit=draw(st.sampled_from(["reps", "seconds", "steps", "minutes"])),
        source=draw(st.sampled_from(["guide", "physio", "me"])),
        position=position,
        archived=archived,
    )


SCHEDULES = st.one_of(
    st.just(DAILY),
    st.integers(1, 7).map(weekly),
    st.lists(st.integers(1, 7), unique=True, min_size=1, max_size=6).map(
        lambda days: weekdays(*sorted(days))
    ),
    st.integers(1, 5).map(every),
)


@st.composite
def plans(draw: st.DrawFn, key: str, days: list[date], discharges: list[str], words: Any) -> list[Row]:
    """The prescriptions of an exercise, one after the other, with or without days between them."""
    plan: list[Row] = []
    begins = days[0] + timedelta(days=draw(st.integers(-9, 9)))
    for _ in range(draw(st.sampled_from([1, 2, 3, 4, 0]))):
        ends = begins + timedelta(days=draw(st.integers(0, 24)))
        plan.append(
            prescription(
                key,
                begins,
                ends,
                sets=draw(st.integers(1, 4)),
                amount=draw(st.sampled_from([10, 1, 7, 12, 30, 45])),
                hold=draw(st.sampled_from([None, 2])),
                sides=draw(st.sampled_from(["none", "each", "left", "right"])),
                load=next(words),
                schedule=draw(SCHEDULES),
                source=draw(st.sampled_from(["guide", "physio", "me"])),
                note=next(words),
            )
        )
        begins = ends + timedelta(days=draw(st.sampled_from([1, 1, 1, 2, 6])))
    if plan and draw(st.booleans()):
        plan[-1]["ends_on"] = None
    for discharged in discharges:
        for row in plan:
            if row["starts_on"] <= discharged and (row["ends_on"] is None or row["ends_on"] > discharged):
                row["ends_on"] = discharged
    return plan


class _Done(NamedTuple):
    """What a script says of one side: sets, over or under the prescribed ones, and the rest of its log."""

    side: str
    sets_more: int
    amount: int | None
    skipped: str | None


SET_SCRIPT = st.builds(
    _Done,
    st.sampled_from(["both", "left", "right"]),
    st.integers(-4, 2),
    st.sampled_from([None, None, 1, 5, 8, 20]),
    st.none(),
)
SKIP_SCRIPT = st.builds(
    _Done,
    st.sampled_from(["both", "left", "right"]),
    st.sampled_from([-20, -20, -20, -1]),
    st.none(),
    st.sampled_from(REASONS),
)
DAY_SCRIPT = st.one_of(
    st.just("nothing"),
    st.just("as asked"),
    st.sampled_from(REASONS),
    st.lists(SET_SCRIPT, min_size=1, max_size=3, unique_by=lambda done: done.side),
    st.lists(st.one_of(SET_SCRIPT, SKIP_SCRIPT), min_size=1, max_size=3, unique_by=lambda done: done.side),
)
DILIGENT_DAY_SCRIPT = st.one_of(*[st.just("as asked")] * 9, DAY_SCRIPT)


@st.composite
def exercise_logs(draw: st.DrawFn, key: str, days: list[date], plan: list[Row], words: Any) -> list[Row]:
    """Logs of an exercise, also on days without a prescription and on days that ask for nothing."""
    script = draw(_script(draw(st.sampled_from([DAY_SCRIPT, DILIGENT_DAY_SCRIPT])), days))
    logs: list[Row] = []
    for d, said in zip(days, cycle(script), strict=False):
        asked = next((row for row in plan if _holds(row, d)), None)
        sides = ["both"] if asked is None else SIDES[asked["sides"]]
        sets = 2 if asked is None else asked["sets"]
        if said == "nothing":
            continue
        if said == "as asked":
            said = [_Done(side, 0, None, None) for side in sides]
        elif isinstance(said, str):
            said = [_Done(side, -20, None, said) for side in sides]
        for done in said:
            if asked is not None and asked["sides"] == "none" and done.side != "both":
                continue
            logs.append(
                log(
                    key,
                    d,
                    max(0, sets + done.sets_more),
                    done.side,
                    amount=done.amount,
                    skipped=done.skipped,
                    load=next(words),
                    note=next(words),
                    **_entered(d, len(logs)),
                )
            )
    return logs


def _holds(row: Row, d: date) -> bool:
    return row["starts_on"] <= str(d) and (row["ends_on"] is None or str(d) <= row["ends_on"])


PAIN_SIDES = ["right", "left", "both"]
PAIN_SITES = ["outer-knee", "outer-knee", "outer-thigh", "hip", "other"]
MOMENTS = ["worst", "morning", "before", "during", "after", "night", "other"]
PAIN_SCRIPT = st.tuples(
    st.integers(0, 10), st.sampled_from(MOMENTS), st.sampled_from(PAIN_SIDES), st.sampled_from(PAIN_SITES)
)
WORST_SCRIPT = st.tuples(
    st.integers(0, 10), st.just("worst"), st.sampled_from(PAIN_SIDES), st.just("outer-knee")
)
PAIN_DAY_SCRIPT = st.one_of(
    st.just([]),
    st.lists(WORST_SCRIPT, min_size=1, max_size=1),
    st.lists(WORST_SCRIPT, min_size=1, max_size=3),
    st.lists(PAIN_SCRIPT, min_size=1, max_size=4),
)


@st.composite
def pain_logs(draw: st.DrawFn, days: list[date], keys: list[str], runs: list[Row], words: Any) -> list[Row]:
    """Pain at any moment, side and site; at exercises and runs; at most one worst a day and side."""
    script = draw(_script(PAIN_DAY_SCRIPT, days))
    drift = draw(st.integers(-10, 10))
    logs: list[Row] = []
    for n, (d, said) in enumerate(zip(days, cycle(script), strict=False)):
        worst = set()
        for scripted, moment, side, site in said:
            level = min(10, max(0, scripted + drift * n // len(days)))
            if moment == "worst" and side in worst:
                continue
            worst |= {side} if moment == "worst" else set()
            of = keys[level % len(keys)] if keys and moment == "during" else None
            entered = _entered(d, len(logs))
            more = {"medication": next(words), "note": next(words), **entered}
            logs.append(pain(level, d, moment, side, site=site, exercise_key=of, **more))
    for row in runs:
        for moment in draw(st.lists(st.sampled_from(["before", "during", "after"]), unique=True)):
            level, side = draw(st.integers(0, 10)), draw(st.sampled_from(PAIN_SIDES))
            logs.append(pain(level, row["day"], moment, side, run_row=row, note=next(words)))
    return logs


@st.composite
def run_rows(draw: st.DrawFn, days: list[date], words: Any) -> list[Row]:
    runs: list[Row] = []
    # Days are drawn with repetition: two runs on one day are as valid as one.
    for n, d in enumerate(draw(st.lists(st.sampled_from(days), max_size=6))):
        km = draw(st.sampled_from([5.0, 0.4, 3.2, 8.25, 12.7]))
        from_watch = draw(st.booleans())
        runs.append(
            run(
                km,
                d,
                minutes=draw(st.sampled_from([None, 24.8, 31.0])),
                onset_km=draw(st.sampled_from([None, km / 2, km])),
                terrain=draw(st.sampled_from(["", "flat", "hills", "trail"])),
                effort=draw(st.sampled_from([None, 0, 5, 10])),
                source="gpx" if from_watch else "me",
                source_id=f"watch-{n}" if from_watch else None,
                note=next(words),
                **_entered(d, n),
            )
        )
    return diary(runs=runs)["runs"]
