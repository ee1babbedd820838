"""What a guided session says: where it stands, what comes next, and what it came to."""

from __future__ import annotations

import math

from data import dose_words, session, wording
from data.calendar_days import long
from data.guide import cues_of
from data.plain_text import one_line
from data.session import Set
from data.session_course import Course, Step

ASKED = "Pain at the outer knee during it? 0–10, enter for no answer"
SLEPT = "The computer was asleep, so the set begins again when you go on."
NOTHING_LEFT = "Nothing is left to do on {day}."
ALL_DONE = "All that was asked for is done or answered."
LEFT_OPEN = "{left} still open: a session begun again today goes on there."
PHASES = {"go": "go", "hold": "hold", "back": "and back"}
UNITS = {"reps": ("repetition", "repetitions"), "steps": ("step", "steps")}
SIDES = {"left": "left side", "right": "right side", "both": ""}


def cues(one: Set) -> tuple[str, ...]:
    """The guide's three cues of the set's exercise; none of an exercise that the guide doesn't describe."""
    return cues_of(one.guide)


def place(one: Set) -> str:
    """`Set 1 of 2 · left side · 10 steps · light band`"""
    return " · ".join(filter(None, (f"Set {one.number} of {one.sets}", SIDES[one.side], size(one), one.load)))


def size(one: Set) -> str:
    """`10 repetitions held 2 s`, `45 s`"""
    if one.is_held:
        return dose_words.describe_amount(1, one.amount, one.unit).partition("×")[2]
    words = wording.counted(one.amount, *UNITS[one.unit])
    return f"{words} held {one.hold:g} s" if one.hold else words


def step(course: Course, now: float) -> str:
    """What the runner is to do now, in a few words."""
    one = course.here
    if course.step is Step.REST or one is None:
        return "Rest"
    if course.step is Step.READY:
        return f"Switch sides: {one.side}" if course.switches_sides else "Get ready"
    if one.is_held:
        return "Keep going" if one.kind == "release" else "Hold"
    counted = session.count(one, course.pace, course.timer.elapsed(now))
    if counted is None:
        return f"{size(one)}, then enter"
    phase = f" · {PHASES[counted.phase]}" if one.hold else ""
    return f"{UNITS[one.unit][0].capitalize()} {counted.repetition} of {one.repetitions}{phase}"


def number(course: Course, now: float) -> str:
    """The number to be read from afar: seconds left, or the repetition in hand; `1:05` beyond 99 seconds."""
    one, left = course.here, course.timer.left(now)
    if course.step is Step.WORK and one is not None and not one.is_held:
        counted = session.count(one, course.pace, course.timer.elapsed(now))
        return str(counted.repetition if counted else one.repetitions)
    whole = math.ceil(left or 0)
    return f"{whole // 60}:{whole % 60:02d}" if whole > 99 else str(whole)


def following(course: Course) -> str:
    """What comes after the set at hand: `Next: right side, then Foam rolling`."""
    one, ahead = course.here, course.sets[0 if course.step is Step.REST else 1 :]
    words = []
    if one is not None and ahead and ahead[0].exercise == one.exercise:
        names = [SIDES[ahead[0].side]]
        if ahead[0].number != one.number or course.step is Step.REST:
            names.insert(0, f"set {ahead[0].number}")
        words.append(" ".join(filter(None, names)))
    if name := course.next_exercise:
        words.append(f"then {name}" if words else name)
    return f"Next: {', '.join(words)}" if words else "Next: done"


def after_question(course: Course) -> str:
    """What the question leads on to, or back to: `Next: set 2 of 3, left side`, `Next: Foam rolling`, `Next: done`."""
    one, asked = course.here, course.asked
    if one is None:
        return "Next: done"
    if asked is None or one.exercise != asked.exercise:
        return f"Next: {one.name}"
    return f"Next: {', '.join(filter(None, (f'set {one.number} of {one.sets}', SIDES[one.side])))}"


def left_out(course: Course) -> str:
    """What is not done because it hurt: `Glute bridge left out: pain 6 during it today`; "" where nothing is."""
    return ". ".join(
        f"{one_line(item.exercise.name)} left out: pain {course.day.during[item.exercise.uid]} during it today"
        for item in course.left_out
    )


def over(course: Course, seconds: float) -> list[str]:
    """What the session came to: the sets and minutes, then each exercise of the day."""
    asked = course.day.asked_for
    done = sum(min(item.sets_on(side), item.asked.sets) for item in asked for side in item.sides)
    due = sum(item.asked.sets * len(item.sides) for item in asked)
    if not due:
        return [NOTHING_LEFT.format(day=long(course.day.day))]
    new = sum(item.sets_on(side) for item in asked for side in item.sides) - course.sets_stood
    took = f" {wording.counted(new, 'set')} in {minutes(seconds)}." if new > 0 else ""
    stopped = course.left_out
    left = [item for item in asked if item.is_open and item not in stopped]
    told = [f"{done} of {wording.counted(due, 'set')} on {long(course.day.day)}.{took}"]
    if stopped:
        told.append(f"{left_out(course)}.")
    if left or not stopped:
        told.append(LEFT_OPEN.format(left=wording.counted(len(left), "exercise")) if left else ALL_DONE)
    return told


def exercises(course: Course) -> list[tuple[str, str]]:
    """Each exercise of the day with what was done of it: `2 of 2 sets each side · pain 1`."""
    told = []
    for item in course.day.asked_for:
        counts = [item.sets_on(side) for side in item.sides]
        alike = len(set(counts)) == 1
        of = f"of {wording.counted(item.asked.sets, 'set')}"
        if alike:
            words = [f"{counts[0]} {of}" + (" each side" if len(counts) > 1 else "")]
        else:
            words = [
                ", ".join(f"{side} {count}" for side, count in zip(item.sides, counts, strict=True))
                + f" {of}"
            ]
        if item.skipped:
            words.append(f"skipped: {wording.SKIP_REASONS[item.skipped]}")
        if (level := course.day.during.get(item.exercise.uid)) is not None:
            words.append(f"pain {level}")
        told.append((one_line(item.exercise.name), " · ".join(words)))
    return told


def minutes(seconds: float) -> str:
    """`12 minutes`; `less than a minute`"""
    whole = round(seconds / 60)
    return wording.counted(whole, "minute") if whole else "less than a minute"


def stop(course: Course) -> str:
    """What is said to an answer above the limit; "" to any other."""
    if course.answer is None or not course.asks_to_stop:
        return ""
    return wording.stop_text(course.answer.level, course.day.limit, course.day.limit_source)
