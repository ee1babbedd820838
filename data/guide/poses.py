"""The figures of the guide's exercises: a person of lines, somewhere between two poses."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

Point = tuple[float, float]
STEPS = 12
"""Pictures from one pose to the next: about one for each dot that a joint moves."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line in dots from the lower left corner."""

    start: Point
    end: Point
    thick: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """width, height, radius: dots."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    circles: tuple[tuple[Point, float], ...]
    disks: tuple[tuple[Point, float], ...]

    def mirrored(self) -> Drawing:
        """Left becomes right."""

        def over(point: Point) -> Point:
            return self.width - 1 - point[0], point[1]

        return Drawing(
            self.width,
            self.height,
            tuple(Stroke(over(one.start), over(one.end), one.thick) for one in self.strokes),
            tuple((over(center), radius) for center, radius in self.circles),
            tuple((over(center), radius) for center, radius in self.disks),
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """An exercise's figure. guide: its page's key. cycle: seconds of all poses together where nobody counts."""

    guide: str
    size: tuple[float, float]
    cycle: float
    body: Sequence[Sequence[str]]
    thin: Sequence[Sequence[str]]
    round: Sequence[tuple[str, float]]
    disk: Sequence[tuple[str, float]]
    poses: tuple[Mapping[str, Point], ...]

    @property
    def last(self) -> int:
        """The number of the last pose; the first is 0."""
        return len(self.poses) - 1

    def at(self, position: float, *, mirrored: bool = False) -> Drawing:
        """The figure at a pose, or between two: 0.5 is half-way from the first to the second."""
        return _drawn(self.guide, round(min(max(position, 0.0), self.last) * STEPS), mirrored)


@lru_cache(512)
def _drawn(guide: str, step: int, mirrored: bool) -> Drawing:
    one = _figures()[guide]
    number = min(step // STEPS, one.last - 1)
    share = _eased(step / STEPS - number)
    before, after = one.poses[number], one.poses[number + 1]
    joints = {
        name: (x + (after[name][0] - x) * share, y + (after[name][1] - y) * share)
        for name, (x, y) in before.items()
    }
    drawing = Drawing(
        *one.size,
        tuple(Stroke(joints[a], joints[b], True) for a, b in one.body)
        + tuple(Stroke(joints[a], joints[b], False) for a, b in one.thin),
        tuple((joints[name], radius) for name, radius in one.round),
        tuple((joints[name], radius) for name, radius in one.disk),
    )
    return drawing.mirrored() if mirrored else drawing


def _eased(share: float) -> float:
    """Slow at both ends, as a body moves."""
    return (1 - math.cos(math.pi * share)) / 2


def figure(guide: str | None) -> Figure | None:
    """The figure of a page of the guide; None where it has none."""
    return _figures().get(guide or "")


@cache
def _figures() -> dict[str, Figure]:
    import tomllib
    from importlib.resources import files

    text = files(__package__).joinpath("poses.toml").read_text(encoding="utf-8")
    return {row["guide"]: _figure(row) for row in tomllib.loads(text)["figure"]}


def _figure(row: dict[str, Any]) -> Figure:
    poses = tuple({name: (x, y) for name, (x, y) in {**row["still"], **pose}.items()} for pose in row["pose"])
    return Figure(
        guide=row["guide"],
        size=tuple(row["size"]),
        cycle=row["cycle"],
        body=row["body"],
        thin=row["thin"],
        round=row.get("round", []),
        disk=row["disk"],
        poses=poses,
    )
