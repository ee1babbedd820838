"""A run: distance, where pain came on, and pain before, during and after it."""

from __future__ import annotations

from collections.abc import Mapping

from data import diary, settings, typed
from data.calendar_days import long
from data.day import Day
from data.errors import Refused
from data.models import Run
from data.plain_text import one_line
from screens.dialogs.form import CLOCK, LEVEL, NUMBER, Field, FormDialog

TEXTS = ("terrain", "note")


class RunForm(FormDialog):
    """Adds a run to a day, or puts one right; everything but the distance may be left empty."""

    def __init__(self, day: Day, run: Run | None = None) -> None:
        unit = settings.get("units")
        before = _as_typed(day, run) if run else {}
        fields = [
            Field("distance", f"Distance, {unit}", "such as 5.2", allowed=NUMBER),
            Field("minutes", "Minutes", "31 or 31:30", allowed=CLOCK),
            Field("onset", f"Pain from, {unit}", "where, if anywhere", allowed=NUMBER),
            Field("before", "Pain before", "0–10", allowed=LEVEL),
            Field("during", "Pain during", "0–10", allowed=LEVEL),
            Field("after", "Pain after", "0–10", allowed=LEVEL),
            Field("terrain", "Terrain", "such as flat, hills, trail"),
            Field("effort", "Effort", "0–10", allowed=LEVEL),
            Field("note", "Note"),
        ]
        super().__init__(
            f"Run on {long(day.day)}", [field.holding(before.get(field.key, "")) for field in fields]
        )
        self._day, self._run, self._before = day.day, run, before

    def save(self, values: Mapping[str, str]) -> None:
        km = self._km("distance", "The distance", values)
        if km is None:
            raise Refused("A run needs its distance; everything else may stay empty.")
        diary.log_run(
            km,
            self._day,
            minutes=self._minutes(values),
            onset_km=self._km("onset", "The distance where pain came on", values),
            before=typed.level("Pain before", values["before"]),
            during=typed.level("Pain during", values["during"]),
            after=typed.level("Pain after", values["after"]),
            terrain=self._text("terrain", values),
            effort=typed.level("Effort", values["effort"]),
            note=self._text("note", values),
            instead_of=self._run,
        )

    # What was left alone stays to the last digit, though the form shows it rounded and on one line.

    def _untouched(self, key: str, values: Mapping[str, str]) -> bool:
        return self._run is not None and values[key] == self._before[key]

    def _km(self, key: str, what: str, values: Mapping[str, str]) -> float | None:
        if self._run is not None and self._untouched(key, values):
            return self._run.km if key == "distance" else self._run.onset_km  # type: ignore[no-any-return]
        distance = typed.number(what, values[key])
        return None if distance is None else settings.to_km(distance)

    def _minutes(self, values: Mapping[str, str]) -> float | None:
        if self._run is not None and self._untouched("minutes", values):
            return self._run.minutes  # type: ignore[no-any-return]
        return typed.minutes("Minutes", values["minutes"])

    def _text(self, key: str, values: Mapping[str, str]) -> str:
        return str(getattr(self._run, key)) if self._untouched(key, values) else values[key].strip()


def _as_typed(day: Day, run: Run) -> dict[str, str]:
    levels = {log.moment: str(log.level) for log in day.pain_logs if log.run_uid == run.uid}
    return {
        "distance": f"{settings.from_km(run.km):.2f}".rstrip("0").rstrip("."),
        "minutes": "" if run.minutes is None else f"{run.minutes:.1f}".removesuffix(".0"),
        "onset": ""
        if run.onset_km is None
        else f"{settings.from_km(run.onset_km):.2f}".rstrip("0").rstrip("."),
        "effort": "" if run.effort is None else str(run.effort),
        **{moment: levels.get(moment, "") for moment in ("before", "during", "after")},
        **{name: one_line(getattr(run, name)) for name in TEXTS},
    }
