"""Pain of a day, the 7-day mean, baseline, change and trend: design section 4.

Pain is a whole number from 0 "no pain" to 10 "worst pain imaginable" (NPRS, clinical.md 2.1). The worst of the day was
the more responsive measure for knee pain (Crossley 2004). 2 points and 30 % is a commonly used threshold for a change
that people notice (Farrar 2001).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.rows import Felt, Started

SCALE_ENDS = ("no pain", "worst pain imaginable")
ONE_WORST = ("day", "moment", "side", "site")
"""A diary has one `worst` log that says the same of these fields."""

WEEK = 7
DAYS_FOR_A_MEAN = 4
NOTICEABLE_POINTS = 2
NOTICEABLE_SHARE = 0.3
SLACK = 1e-9
TREND_DAYS, TREND_SPAN, TREND_WINDOW = 14, 21, 182
DEFAULT_LIMIT = 2
FAR_ABOVE = 3
Z_95 = 1.959963984540054  # the normal quantile of 97.5 %

PAIN_RULE = (
    "Pain of a day is the highest level logged at the outer knee of the diary's side; a day without an entry is a gap. "
    "The start is the mean of the first 7 days of this episode, now that of the last 7; each needs 4 recorded days."
)
TREND_RULE = (
    "The trend is the median slope between all recorded days (Theil–Sen), with its 95 % interval, "
    "of at most the last 26 weeks."
)


class Episodes(NamedTuple):
    """The `start` events of a diary, oldest first, by which each day has its episode and its side."""

    starts: Sequence[Started]

    def _of(self, day: int) -> Started | None:
        at = bisect_right([start.day for start in self.starts], day)
        return self.starts[at - 1] if at else None

    def first_day(self, day: int) -> int | None:
        """The day that this day's episode began on; None: no start event by then, so the diary's first day."""
        start = self._of(day)
        return start.day if start else None

    def side(self, day: int) -> str | None:
        """`left`, `right`, `both`, or None when it is unknown."""
        start = self._of(day)
        return start.side if start else None

    def side_of_entries(self, day: int) -> str:
        """The side of an entry that names none: the diary's; on days before it began, that of its beginning."""
        return self.side(day) or (self.starts[0].side if self.starts else None) or "both"


def concerns(felt: Felt, side: str | None) -> bool:
    """Whether a log is of the outer knee on the day's side; any side where that is both or unknown."""
    return felt.site == "outer-knee" and (side in (None, "both") or felt.side in (side, "both"))


def pain_of_days(logs: Iterable[Felt], episodes: Episodes) -> dict[int, int]:
    """Day → the highest level at the outer knee of that day's side. A day without such a log is not in it."""
    sides: dict[int, str | None] = {}
    worst: dict[int, int] = {}
    for felt in logs:
        if felt.day not in sides:
            sides[felt.day] = episodes.side(felt.day)
        if concerns(felt, sides[felt.day]) and felt.level >= worst.get(felt.day, 0):
            worst[felt.day] = felt.level
    return worst


def recorded(worst: dict[int, int], first: int, last: int) -> int:
    """How many days from first to last are recorded."""
    return sum(day in worst for day in range(first, last + 1))


def mean_of_recorded(worst: dict[int, int], first: int, last: int) -> float | None:
    """Mean of the recorded days from first to last; None with fewer than 4 of them."""
    levels = [worst[day] for day in range(first, last + 1) if day in worst]
    return sum(levels) / len(levels) if len(levels) >= DAYS_FOR_A_MEAN else None


def mean7(worst: dict[int, int], day: int) -> float | None:
    """7-day mean at a day: of the recorded days in day−6…day, None with fewer than 4."""
    return mean_of_recorded(worst, day - WEEK + 1, day)


def baseline(worst: dict[int, int], first: int | None) -> float | None:
    """Mean of the recorded days among the 7 from the episode's first recorded day on, even beyond the window's end.

    None with fewer than 4, or where the window has no such first day (None).
    """
    return None if first is None else mean_of_recorded(worst, first, first + WEEK - 1)


def is_noticeable(change: float, baseline: float) -> bool:
    """|change| of at least 2 points and at least 30 % of the baseline."""
    size = abs(change) + SLACK
    return size >= NOTICEABLE_POINTS and size >= NOTICEABLE_SHARE * baseline


class Trend(NamedTuple):
    """Theil–Sen slope in points a week with its 95 % interval, from n recorded days."""

    per_week: float
    low: float
    high: float
    n: int


def trend(worst: dict[int, int], first: int, last: int) -> Trend | None:
    """Of the window's recorded days, at most its last 182; None with fewer than 14, or spanning fewer than 21 days."""
    days = trend_days(worst, first, last)
    if len(days) < TREND_DAYS or days[-1] - days[0] + 1 < TREND_SPAN:
        return None
    slope, low, high = theil_sen(days, [worst[day] for day in days])
    return Trend(slope * WEEK, low * WEEK, high * WEEK, len(days))


def trend_days(worst: dict[int, int], first: int, last: int) -> list[int]:
    """The recorded days that the trend of a window is made of, oldest first."""
    return [day for day in range(max(first, last - TREND_WINDOW + 1), last + 1) if day in worst]


def theil_sen(x: Sequence[int], y: Sequence[int]) -> tuple[float, float, float]:
    """Median slope and its 95 % interval (Sen 1968, equation 2.6), as `scipy.stats.theilslopes(y, x)` gives them.

    x must rise strictly.
    """
    from statistics import median  # costs more than the rest of this module, and few commands need it

    n = len(x)
    slopes = sorted((y[j] - y[i]) / (x[j] - x[i]) for j in range(1, n) for i in range(j))
    ties = sum(k * (k - 1) * (2 * k + 5) for k in Counter(y).values())
    sigma = math.sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18)
    count = len(slopes)
    upper = min(round((count + Z_95 * sigma) / 2), count - 1)
    lower = max(round((count - Z_95 * sigma) / 2) - 1, 0)
    return median(slopes), slopes[lower], slopes[upper]


def limit_on(limits: Sequence[tuple[int, int, str]], day: int) -> tuple[int, str]:
    """(level, source) of the pain limit in force; without one 2, the default, from studies of kneecap pain."""
    level, source = DEFAULT_LIMIT, "default"
    for first, its_level, its_source in limits:
        if first <= day:
            level, source = its_level, its_source
    return level, source


def is_judged(felt: Felt) -> bool:
    """Whether the limit judges a log: pain during an exercise or a run, wherever it was felt."""
    return felt.moment == "during"


def is_of_an_exercise(felt: Felt) -> bool:
    """Whether a log is pain at an outer knee, of either side, during an exercise: above the limit that is to stop."""
    return is_judged(felt) and felt.exercise is not None and felt.site == "outer-knee"


def against_limit(level: int, limit: int) -> str:
    """`within`, `above`, or `far above` (more than 3 points over): for pain that the limit judges."""
    if level <= limit:
        return "within"
    return "above" if level <= limit + FAR_ABOVE else "far above"


def furthest(judged: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """Of (level, limit of its day) the one that lies furthest beyond its limit, the higher of two; None without any."""
    return max(judged, key=lambda one: (one[0] - one[1], one[0]), default=None)
