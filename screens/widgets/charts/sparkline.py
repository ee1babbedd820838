"""A row of small bars, one for each value; needs nothing else of this package."""

from __future__ import annotations

from collections.abc import Iterable

STEPS = "▁▂▃▄▅▆▇█"
TOP = 10
GAP = " "


def sparkline(values: Iterable[float | None]) -> str:
    """One sign for each pain level from 0 to 10, a blank for None; 0 is the lowest bar, never a blank."""
    return "".join(GAP if value is None else _step(value / TOP) for value in values)


def _step(share: float) -> str:
    return STEPS[round(min(max(share, 0), 1) * (len(STEPS) - 1))]
