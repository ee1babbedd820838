"""The exercises that the guide describes, each with a light dose to begin with."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple


class Dose(NamedTuple):
    """A prescription without its dates.

    sets: 1–20. amount: per set, in the exercise's unit. hold: seconds at the top of a repetition, None
    without. sides: `none each left right`. load: free text, "" without. schedule: as a prescription's, such
    as `{"type": "weekly", "times": 3}`.
    """

    sets: int
    amount: int
    sides: str
    schedule: dict[str, Any]
    hold: int | None = None
    load: str = ""


class LibraryExercise(NamedTuple):
    """An exercise of the guide.

    kind: `strength stretch release`. unit: `reps seconds steps minutes`. guide: key of its page. default:
    part of the programme offered at first run. cues: three short lines to hear while doing it. source: where
    the dose comes from.
    """

    key: str
    name: str
    kind: str
    unit: str
    guide: str
    default: bool
    position: int
    cues: tuple[str, str, str]
    source: str
    dose: Dose


def library() -> tuple[LibraryExercise, ...]:
    """All exercises of the guide, by position."""
    import tomllib
    from importlib.resources import files

    text = files(__package__).joinpath("exercises.toml").read_text(encoding="utf-8")
    return tuple(
        LibraryExercise(**{**row, "cues": tuple(row["cues"]), "dose": Dose(**row["dose"])})
        for row in tomllib.loads(text)["exercise"]
    )


def cues_of(page: str | None) -> tuple[str, ...]:
    """The three cues of the exercise that has this page; none of one that the guide doesn't describe."""
    return _cues_of_pages().get(page or "", ())


@cache
def _cues_of_pages() -> dict[str, tuple[str, ...]]:
    return {known.guide: known.cues for known in library()}


def programme() -> tuple[LibraryExercise, ...]:
    """The default programme: what first run offers, each exercise with a box to untick."""
    return tuple(exercise for exercise in library() if exercise.default)
