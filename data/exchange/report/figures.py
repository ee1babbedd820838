"""What a report says, as plain values: read once from the diary, shown by every format.

Points are 0–10, distances km. None means "not known", never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from data.adherence import Tally
from data.exchange.report.period import Period
from data.exercise_trends import Dose
from data.rows import Listed
from data.run_trends import RunFigures
from data.trends import Trends

SIX_DAYS = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class DatedText:
    """Words of the runner's own, and the day they stand on."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Runner:
    """Who the report is about. name: "" when none was given, None when it was left out of this report.

    side: of the episode of the period's last day. episode_from: its first day, None where none was ever begun.
    earlier_sides: of the episodes that earlier days of the period belong to, the oldest first.
    """

    name: str | None
    side: str | None
    episode_from: date | None
    earlier_sides: tuple[str | None, ...]
    problem_since: date | None
    diagnosed_by: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A pain limit, in force from `first` on, a day of the period. source: `default`, `me` or `physio`."""

    first: date
    level: int
    source: str


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
    logged during it. furthest: as in `ExerciseTrend`. cut_short: days with less done than asked, without a skip for
    pain. stopped: days on which it was begun and then skipped for pain. skips: (reason, days), the most frequent first.
    """

    exercise: Listed
    tally: Tally
    doses: tuple[Dose, ...]
    times_a_week: int | None
    pain_during: tuple[int, ...]
    furthest: tuple[int, int] | None
    cut_short: int
    stopped: tuple[date, ...]
    skips: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Week:
    """The part of a calendar week that lies in the period and not ahead.

    recorded_days: with pain. mean: None with fewer than 4 of them. exercise_days: with an entry of an exercise.
    """

    first: date
    last: date
    recorded_days: int
    mean: float | None
    exercise_days: int
    tally: Tally
    km: float

    @property
    def is_empty(self) -> bool:
        """Nothing was asked for and nothing recorded."""
        return not (self.recorded_days or self.exercise_days or self.tally.due or self.km)


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
    """All of it. Weeks, runs and days are oldest first, texts newest first.

    filled_in_later: days whose every exercise and pain entry was made on a later day. by_side: the highest at the outer
    knee of the left and of the right; None unless the side is both. limits: those in force in the period, oldest first.
    """

    period: Period
    made_on: date
    version: str
    runner: Runner
    trends: Trends
    filled_in_later: int
    by_side: tuple[int | None, int | None] | None
    limits: tuple[Limit, ...]
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

    @property
    def at_first_day(self) -> float | None:
        """The 7-day mean at the period's first day; None where its days reach back before this episode."""
        first = self.trends.chart.days[0]
        return None if self.reaches_back(first.day) else first.mean7

    @property
    def last_known(self) -> tuple[date, float] | None:
        """The latest 7-day mean of this episode that is known in the period, with the day that it ends on."""
        for day in reversed(self.trends.chart.days):
            if day.mean7 is not None and not self.reaches_back(day.day):
                return day.day, day.mean7
        return None

    def reaches_back(self, day: date) -> bool:
        """Whether the 7 days that end on a day begin before this episode did."""
        began = self.runner.episode_from
        return began is not None and day - SIX_DAYS < began
