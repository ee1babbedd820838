"""A row of small bars, one for each value; needs nothing else of this package."""

from __future__ import annotations

from collections.abc import Iterable

STEPS = "▁▂▃▄▅▆▇█"
ASCII_STEPS = "0123456789X"
GAP = " "


def sparkline(values: Iterable[float | None], *, top: float = 10, unicode: bool = True) -> str:
    """One sign for each value from 0 to `top`, a blank for None; 0 is the lowest bar, never a blank.

    In ASCII a digit for each tenth of `top`, and X for `top` itself.
    """
    steps = STEPS if unicode else ASCII_STEPS
    return "".join(GAP if value is None else _step(value / top, steps) for value in values)


def _step(share: float, steps: str) -> str:
    return steps[round(min(max(share, 0), 1) * (len(steps) - 1))]
