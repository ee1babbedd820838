"""A run: distance, where pain came on, and pain before, during and after it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from data import diary, settings, typed
from data.calendar_days import long
from data.day import Day
from data.errors import Refused
from data.models import Run
from data.plain_text import one_line
from screens.dialogs.checked_form import CheckedForm, Typed

MOMENTS = ("before", "during", "after")


class RunForm(CheckedForm):
    """Adds a run to a day, or puts one right; everything but the distance may be left empty."""

    def __init__(self, day: Day, run: Run | None = None) -> None:
        unit = settings.get("units")
        rows = [
            Typed("distance", f"Distance, {unit}", _distance, hint="such as 5.2"),
            Typed("minutes", "Minutes", partial(typed.minutes, "Minutes"), hint="31 or 31:30"),
            Typed("onset", f"Pain from, {unit}", _onset, hint="where, or empty"),
            *(
                Typed(moment, f"Pain {moment}", partial(typed.level, f"Pain {moment}"), "", "0–10")
                for moment in MOMENTS
            ),
            Typed("terrain", "Terrain", str.strip, hint="flat, trail"),
            Typed("effort", "Effort", partial(typed.level, "Effort"), hint="0–10"),
            Typed("note", "Note", str.strip),
        ]
        held = _held(run) if run else {}
        super().__init__(
            f"Run on {long(day.day)}",
            [row.holding(*held[row.key]) if row.key in held else row for row in rows],
        )
        self._day, self._run = day.day, run

    def save(self, values: Mapping[str, Any]) -> None:
        diary.log_run(
            values["distance"],
            self._day,
            minutes=values["minutes"],
            onset_km=values["onset"],
            before=values["before"],
            during=values["during"],
            after=values["after"],
            terrain=values["terrain"],
            effort=values["effort"],
            note=values["note"],
            instead_of=self._run,
        )


def _distance(text: str) -> float:
    km = _km("The distance", text)
    if km is None:
        raise Refused("A run needs its distance; everything else may stay empty.")
    return km


def _onset(text: str) -> float | None:
    return _km("The distance where pain came on", text)


def _km(what: str, text: str) -> float | None:
    distance = typed.number(what, text)
    return None if distance is None else settings.to_km(distance)


def _held(run: Run) -> dict[str, tuple[str, Any]]:
    """What the fields show, rounded and on one line, with the values themselves, which stay where left alone."""
    levels = {moment: log.level for moment in MOMENTS if (log := diary.pain_of_run(run, moment))}
    return {
        "distance": (_as_typed(settings.from_km(run.km)), run.km),
        "minutes": ("" if run.minutes is None else f"{run.minutes:.1f}".removesuffix(".0"), run.minutes),
        "onset": (
            "" if run.onset_km is None else _as_typed(settings.from_km(run.onset_km)),
            run.onset_km,
        ),
        "effort": (_level(run.effort), run.effort),
        "terrain": (one_line(run.terrain), run.terrain),
        "note": (one_line(run.note), run.note),
        **{moment: (_level(levels.get(moment)), levels.get(moment)) for moment in MOMENTS},
    }


def _as_typed(distance: float) -> str:
    return f"{distance:.2f}".rstrip("0").rstrip(".")


def _level(level: int | None) -> str:
    return "" if level is None else str(level)
