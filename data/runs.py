"""Runs: pain-free distance, the longest-run notice, and how the knee responded: design section 4, "After a run"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.pain import Episodes, concerns
from data.rows import Felt, Ran

LOOK_BACK = 30
LONGER_BY = 0.10


class Response(NamedTuple):
    """Pain around a run in points 0–10, side by side and without a verdict; None: not recorded."""

    before: int | None
    during: int | None
    after: int | None
    next_morning: int | None


def response(run: Ran, pain: Iterable[Felt], side: str | None) -> Response:
    """That run's pain logs at the outer knee, and the next day's morning; the highest where there are several."""
    levels: dict[str, int] = {}
    for felt in pain:
        if not concerns(felt, side):
            continue
        if felt.run == run.uid and felt.moment in ("before", "during", "after"):
            levels[felt.moment] = max(felt.level, levels.get(felt.moment, 0))
        elif felt.day == run.day + 1 and felt.moment == "morning":
            levels["morning"] = max(felt.level, levels.get("morning", 0))
    return Response(levels.get("before"), levels.get("during"), levels.get("after"), levels.get("morning"))


def pain_free_km(run: Ran, during: int | None) -> float | None:
    """Kilometres before pain came on: onset_km, or the whole run where pain during it was 0; None: unknown."""
    if run.onset_km is not None:
        return run.onset_km
    return run.km if during == 0 else None


def longest_before(run_km: Sequence[tuple[int, float]], day: int) -> float | None:
    """Longest of the runs (day, km) of the 30 days before a day; None: nothing to compare with."""
    return max((km for ran_on, km in run_km if day - LOOK_BACK <= ran_on < day), default=None)


def is_long(km: float, longest: float | None) -> bool:
    """More than 10 % beyond the longest of the 30 days before (Frandsen 2025, 5,205 runners: an association)."""
    return longest is not None and km > longest * (1 + LONGER_BY) + 1e-9


def long_runs(runs: Sequence[Ran], first: int) -> list[Ran]:
    """Those from day `first` on that are more than 10 % beyond the longest of the 30 days before; runs oldest first."""
    found = []
    start = 0
    for at, run in enumerate(runs):
        while runs[start].day < run.day - LOOK_BACK:
            start += 1
        earlier = [(one.day, one.km) for one in runs[start:at]]
        if run.day >= first and is_long(run.km, longest_before(earlier, run.day)):
            found.append(run)
    return found


def responses(runs: Iterable[Ran], pain: Iterable[Felt], episodes: Episodes) -> list[tuple[Ran, Response]]:
    """Each run with the pain around it; `pain` holds at least the logs of those runs and of the mornings after."""
    around: dict[str | int | None, list[Felt]] = defaultdict(list)
    for felt in pain:
        for key in {felt.run, felt.day}:
            around[key].append(felt)
    return [
        (run, response(run, [*around[run.uid], *around[run.day + 1]], episodes.side(run.day))) for run in runs
    ]
