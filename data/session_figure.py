"""Where the figure of a guided session stands: it moves as the runner is to move, in the same tempo."""

from __future__ import annotations

from data import session
from data.guide.poses import Drawing, Figure, figure
from data.session_course import Course, Step

TOP = 1
"""The pose of the work itself; the first one is before it, a last one after."""
WAY_IN = 2.0
"""Seconds into a hold."""


def drawing(course: Course, now: float, *, still: bool) -> Drawing | None:
    """The figure now, for the right side the other way round; None where the exercise has none."""
    one = course.here
    shown = figure(one.guide) if one else None
    if one is None or shown is None:
        return None
    position = TOP if still else _position(shown, course, now)
    return shown.at(position, mirrored=one.side == "right")


def _position(shown: Figure, course: Course, now: float) -> float:
    one = course.here
    if course.step is not Step.WORK or one is None:
        return 0.0
    elapsed = course.timer.elapsed(now)
    if counted := session.count(one, course.pace, elapsed):
        return {"go": counted.share, "hold": TOP, "back": TOP + counted.share}[counted.phase]
    if one.is_held and one.kind != "release":
        return min(elapsed / WAY_IN, TOP)
    return (elapsed % shown.cycle) / shown.cycle * shown.last
