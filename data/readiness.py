"""Ready for more: three checks of an exercise's last answered days, shown side by side and never acted upon.

Design section 4, "Ready for more"; the criteria are education only (clinical.md 1.6): progress is agreed with the
physiotherapist.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data import adherence, pain, rows
from data.models import Exercise
from data.pain import Episodes
from data.rows import Felt, Prescribed

ANSWERED_DAYS = 3
LOOK_BACK = 182
MET = "The guide's three checks are met; talk it over."
NOT_ALL_KNOWN = "As far as is known, the guide's three checks are met; talk it over."


@dataclass(frozen=True, slots=True)
class Check:
    """passed None: not known, because a morning's pain was not logged."""

    words: str
    passed: bool | None


@dataclass(frozen=True, slots=True)
class Readiness:
    """The answered days that were looked at (at most 3, newest first) and the checks; no checks with fewer than 3."""

    days: tuple[date, ...]
    checks: tuple[Check, ...]

    @property
    def too_few(self) -> str:
        """What is said while there are no checks."""
        return f"Its checks take {ANSWERED_DAYS} answered days under this dose; so far: {len(self.days)}."

    @property
    def verdict(self) -> str:
        """What is said when none of the checks fails; "" when one does, or without any."""
        passed = {check.passed for check in self.checks}
        if not passed or False in passed:
            return ""
        return NOT_ALL_KNOWN if None in passed else MET


def readiness(exercise: Exercise, today: date) -> Readiness:
    """Looks at the last 3 days, not excused, that have a log of the exercise under the prescription in force today."""
    here = today.toordinal()
    asked = next((one for one in rows.prescriptions(here, here) if one.exercise == exercise.uid), None)
    if asked is None:
        return Readiness((), ())
    first = max(asked.first, here - LOOK_BACK)
    logs = adherence.by_exercise_and_day(rows.logs(first, here))[exercise.uid]
    pauses = rows.pauses(first, here)
    answered = [
        day
        for day in sorted(logs, reverse=True)
        if not adherence.is_excused(exercise.uid, day, logs[day], pauses)
    ][:ANSWERED_DAYS]
    days = tuple(date.fromordinal(day) for day in answered)
    if len(answered) < ANSWERED_DAYS:
        return Readiness(days, ())
    episodes = Episodes(rows.starts())
    felt = [one for one in rows.pain(answered[-1], here) if pain.concerns(one, episodes.side(one.day))]
    done = all(adherence.credit(asked, logs[day]) >= 1 - pain.SLACK for day in answered)
    return Readiness(
        days,
        (
            Check("All that was asked was done.", done),
            Check(
                "Pain during it stayed within the limit, or was not logged.", _within(asked, felt, answered)
            ),
            Check("The next morning was no worse than the morning before.", _mornings_hold(felt, answered)),
        ),
    )


def _within(asked: Prescribed, felt: Sequence[Felt], days: Sequence[int]) -> bool:
    limits = rows.limits(max(days))
    return all(
        one.level <= pain.limit_on(limits, one.day)[0]
        for one in felt
        if one.exercise == asked.exercise and one.moment == "during" and one.day in days
    )


def _mornings_hold(felt: Sequence[Felt], days: Sequence[int]) -> bool | None:
    """False when a known next morning was higher; None when none was, but a morning is not known."""
    mornings: dict[int, int] = {}
    for one in felt:
        if one.moment == "morning":
            mornings[one.day] = max(one.level, mornings.get(one.day, 0))
    pairs = [(mornings.get(day), mornings.get(day + 1)) for day in days]
    if any(before is not None and after is not None and after > before for before, after in pairs):
        return False
    return None if any(None in pair for pair in pairs) else True
