"""What the plan is called and what its changes do, in the words that every screen of it shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from data.calendar_days import brief, short
from data.models import Exercise, Pause, Prescription

if TYPE_CHECKING:
    from data.plan import Ended

SOURCES = {"guide": "from the guide", "physio": "from your physiotherapist", "me": "your own"}
GIVERS = {"guide": "the guide", "physio": "physiotherapist", "me": "myself"}
SHORT_SOURCES = {"guide": "guide", "physio": "physio", "me": "own"}
PRESCRIBED_SIDES = {"none": "both at once", "each": "each side", "left": "left only", "right": "right only"}
SIDE_NAMES = {"none": "both", "each": "each", "left": "left", "right": "right"}
UNITS = {"reps": "repetitions", "seconds": "seconds", "steps": "steps", "minutes": "minutes"}
PAUSE_REASONS = {
    "ill": "ill",
    "travel": "travelling",
    "advised": "advised to rest",
    "other": "another reason",
}

MOST_EXERCISES = 5
"""More than these are hard to keep up for many (clinical.md 4)."""

PAUSING = (
    "Days in a pause are not counted, past ones neither; what is done on them is kept. "
    "Left open, it lasts until it is ended."
)
CORRECTING = (
    "This changes the past: every figure from {first} on is worked out anew, as if this had been asked for. "
    "For a dose from now on, close this and give a dose."
)
LIMITING = "Pain during exercises and runs is compared with it from that day on; earlier days keep theirs."
DISCHARGING = (
    "The plan ends with that day: every dose gets it as its last day, and nothing is asked for after it. "
    "Entries stay, and so do the figures up to it. A dose given later begins again."
)
STARTING = (
    "A new episode: from that day on, start of pain, change and coverage are counted anew, for this side. "
    "What was before stays as it was; exercises and doses go on as they are."
)


def many(count: int) -> str:
    """What is said of so many exercises in the plan; "" for five and fewer."""
    if count <= MOST_EXERCISES:
        return ""
    return f"{count} exercises are a lot to keep up: your physiotherapist can say which ones matter most."


def since(given: Prescription, today: date) -> str:
    """`since 31 Aug`, `31 Aug to 4 Oct`, `from 1 Dec`; with the year where it is another than today's."""
    first = brief(given.starts_on, today)
    if given.ends_on is not None:
        return f"{first} to {brief(given.ends_on, today)}"
    return f"{'from' if given.starts_on > today else 'since'} {first}"


def pause(paused: Pause, today: date) -> str:
    """`everything paused since 20 Nov (ill)`, `Glute bridge paused from 1 Dec to 5 Dec (travelling)`"""
    name = paused.exercise.name if paused.exercise_uid else "everything"
    first = "from" if paused.ends_on or paused.starts_on > today else "since"
    last = f" to {brief(paused.ends_on, today)}" if paused.ends_on else ""
    span = f"{first} {brief(paused.starts_on, today)}{last}"
    return f"{name} paused {span} ({PAUSE_REASONS[paused.reason]})"


def ended(prescriptions: Sequence[Ended], day: date) -> list[str]:
    """What a discharge on that day made of the plan, a sentence for each way in which a dose ends."""
    names = {last: [one.exercise for one in prescriptions if one.last == last] for _, last in prescriptions}
    on_the_day, taken_out = names.pop(day, []), names.pop(None, [])
    return [
        *([f"The plan ends on {short(day)} for {', '.join(on_the_day)}."] if on_the_day else ()),
        *(
            f"{', '.join(of)}: the dose ends on {short(last)}, the day of the last entry."
            for last, of in names.items()
            if last
        ),
        *([f"What was given for later is taken out: {', '.join(taken_out)}."] if taken_out else ()),
    ] or ["No prescription ended with it: the plan stays as it is."]


def told(ended_with: Iterable[str]) -> str:
    """What a discharge made of the plan, where one key of the app undoes it."""
    return " ".join([*ended_with, "Undo brings it back."])


def leaving(exercise: Exercise, last: date, today: date) -> str:
    """What archiving does; last: the day until which it is asked for."""
    until = "today" if last == today else "yesterday"
    return (
        f"{exercise.name} leaves the plan: it is asked for until {until}. "
        "Its entries and figures stay, and a dose brings it back."
    )


def correcting(given: Prescription, today: date) -> str:
    """What a correction of a prescription does."""
    return CORRECTING.format(first=brief(given.starts_on, today))
