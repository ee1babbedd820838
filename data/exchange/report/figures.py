"""What a report says, as plain values: read once from the diary, shown by every format.

Points are 0–10, distances km. None means "not known", never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.adherence import Tally
from data.exchange.report.period import Period
from data.exercise_trends import Dose
from data.rows import Listed
from data.run_trends import RunFigures
from data.trends import Trends


@dataclass(frozen=True, slots=True)
class DatedText:
    """Words of the runner's own, and the day they stand on."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Runner:
    """Who the report is about. name: "" when none was given, None when it was left out of this report."""

    name: str | None
    side: str | None
    problem_since: date | None
    diagnosed_by: str


@dataclass(frozen=True, slots=True)
class Nights:
    """Days with a night's pain logged, and those of them with pain (a level above 0)."""

    recorded: int
    painful: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class ActivityScores:
    """An activity's first score of the episode and its latest (None without a second): 0 "unable", 10 "as before"."""

    name: str
    then: tuple[date, int] | None
    now: tuple[date, int] | None


@dataclass(frozen=True, slots=True)
class ExerciseFigures:
    """An exercise over the period.

    times_a_week: of its last prescription where all of the period's are weekly, else None. pain_during: each level
    logged during it. cut_short: days with less done than asked, without a skip for pain. stopped: days on which it
    was begun and then skipped for pain. skips: (reason, days), the most frequent first.
    """

    exercise: Listed
    tally: Tally
    doses: tuple[Dose, ...]
    times_a_week: int | None
    pain_during: tuple[int, ...]
    cut_short: int
    stopped: tuple[date, ...]
    skips: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Week:
    """The part of a calendar week that lies in the period and not ahead. mean: None with fewer than 4 recorded days."""

    first: date
    last: date
    recorded_days: int
    mean: float | None
    tally: Tally
    km: float


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Pain at another place, or at the other knee: on how many days, and the highest."""

    site: str
    side: str
    days: int
    highest: int


@dataclass(frozen=True, slots=True)
class PauseSpan:
    """A pause that touches the period; exercise None: of everything; last None: still open."""

    exercise: str | None
    first: date
    last: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day of the daily table: pain by moment, exercises by what became of them, and what else happened."""

    day: date
    worst: int | None
    morning: int | None
    night: int | None
    during: int | None
    done: int
    in_part: int
    skipped: tuple[str, ...]
    km: float | None
    happened: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing was recorded, and nothing happened."""
        levels = (self.worst, self.morning, self.night, self.during, self.km)
        return all(value is None for value in levels) and not (
            self.done or self.in_part or self.skipped or self.happened
        )


@dataclass(frozen=True, slots=True)
class KeptBack:
    """How many texts of the period never leave with a report."""

    notes: int
    pain_notes: int
    exercise_notes: int
    run_notes: int
    event_texts: int


@dataclass(frozen=True, slots=True)
class Report:
    """All of it. at_first_day: the 7-day mean at the period's first day. limit: (level, source) on its last day.

    filled_in_later: days whose every exercise and pain entry was made on a later day. Weeks, runs and days are oldest
    first, texts newest first.
    """

    period: Period
    made_on: date
    version: str
    runner: Runner
    trends: Trends
    filled_in_later: int
    at_first_day: float | None
    limit: tuple[int, str]
    nights: Nights
    activities: tuple[ActivityScores, ...]
    exercises: tuple[ExerciseFigures, ...]
    weeks: tuple[Week, ...]
    runs: tuple[RunFigures, ...]
    flares: tuple[DatedText, ...]
    pauses: tuple[PauseSpan, ...]
    elsewhere: tuple[Elsewhere, ...]
    medication: tuple[DatedText, ...]
    questions: tuple[DatedText, ...]
    notes: tuple[DatedText, ...]
    days: tuple[DayLine, ...]
    kept_back: KeptBack
