"""Twelve weeks of a made-up diary that end today, to look around in. The same day gives the same diary."""

from __future__ import annotations

import json
import random
import uuid
from datetime import date, timedelta
from typing import Any

from data import doses, guide, history
from data.adherence import REQUIRED_SIDES
from data.calendar_days import utc_now
from data.exchange import diary_import
from data.exchange.diary_format import FORMAT, LISTS, VERSION

DAYS = 84
SECOND_VISIT = 42
FLARE = range(24, 29)
AWAY = range(58, 62)
ILL = 33
RUN_WEEKDAYS = (1, 3, 5)  # Tuesday, Thursday, Saturday
NAMESPACE = uuid.UUID("a5d7c2b4-3c0e-4e0b-9f5a-6f1e0f6a2d11")
NOTES = {
    3: ("Stairs down are the worst.", True),
    10: ("Less running this week, as agreed.", True),
    25: ("Ran too far on Saturday. Sore on the stairs.", True),
    47: ("The green band feels easy now.\n? May I take the stronger one", True),
    66: ("Slept badly.", False),
    80: ("Stairs fine this morning.\n? May I run downhill yet", True),
}
ACTIVITIES = {"Run 10 km": (2, 8), "Walk down stairs": (4, 9), "Sit with the knee bent": (5, 10)}


def fill(today: date) -> None:
    """Takes the sample diary into the open diary. Undo doesn't reach behind it."""
    diary_import.import_text(json.dumps(document(today)), "the sample diary")
    history.forget_all()


def document(today: date) -> dict[str, Any]:
    """The sample as an interchange document; the days before today have entries, today is still to be filled in."""
    return _Sample(today).document()


class _Sample:
    def __init__(self, today: date) -> None:
        self.first = today - timedelta(days=DAYS - 1)
        self.dice = random.Random(today.toordinal())
        self.lists: dict[str, list[dict[str, Any]]] = {name: [] for name in LISTS}

    def document(self) -> dict[str, Any]:
        self._frame()
        self._plan()
        for number in range(DAYS - 1):
            self._day(number)
        head = {"format": FORMAT, "version": VERSION, "exported_at": utc_now()}
        return {**head, **self.lists, "deleted": []}

    def _add(self, name: str, number: int, /, **fields: Any) -> str:
        """Adds a row that was entered on that day, and gives its uid."""
        entered = f"{self.first + timedelta(days=number)}T19:00:00Z"
        uid = str(uuid.uuid5(NAMESPACE, f"{name} {len(self.lists[name])}"))
        self.lists[name].append({"uid": uid, **fields, "entered_at": entered, "changed_at": entered})
        return uid

    def _on(self, number: int) -> str:
        return str(self.first + timedelta(days=number))

    def _when(self, number: int) -> dict[str, Any]:
        return {"day": self._on(number), "at": f"{self._on(number)}T18:30:00Z", "utc_offset": 60}

    def _frame(self) -> None:
        since = str(self.first - timedelta(days=30))
        for key, value in (
            ("name", "Sample runner"),
            ("problem_since", since),
            ("diagnosed_by", "physiotherapist"),
        ):
            self._add("settings", 0, key=key, value=value)
        for number, kind, side, text in (
            (0, "start", "right", ""),
            (0, "visit", None, "First visit"),
            (FLARE[0], "flare", None, "After a long downhill run"),
            (SECOND_VISIT, "visit", None, "Second visit: more of the bridge"),
            (51, "shoes", None, "New shoes"),
        ):
            self._add("events", number, day=self._on(number), kind=kind, side=side, text=text)
        for number, level, source in ((0, 2, "default"), (SECOND_VISIT, 3, "physio")):
            self._add("pain_limits", number, starts_on=self._on(number), level=level, source=source)
        away = {"starts_on": self._on(AWAY[0]), "ends_on": self._on(AWAY[-1]), "reason": "travel"}
        self._add("pauses", AWAY[0], exercise=None, **away)
        for position, (name, (before, after)) in enumerate(ACTIVITIES.items(), 1):
            activity = self._add("activities", 0, name=name, position=position, archived=False)
            for number in range(6, DAYS, 7):
                score = round(before + (after - before) * number / DAYS)
                self._add("activity_scores", number, day=self._on(number), activity=activity, score=score)
        for number, (text, for_physio) in NOTES.items():
            self._add("day_notes", number, day=self._on(number), text=text, for_physio=for_physio)

    def _plan(self) -> None:
        self.doses: dict[str, dict[str, Any]] = {}
        for one in guide.programme():
            exercise = self._add(
                "exercises",
                0,
                key=one.key,
                name=one.name,
                kind=one.kind,
                unit=one.unit,
                guide=one.guide,
                source="guide",
                position=one.position,
                archived=False,
            )
            dose = doses.of_guide(one)
            grows = one.key == "glute-bridge"
            self._add(
                "prescriptions",
                0,
                exercise=exercise,
                starts_on=self._on(0),
                ends_on=self._on(SECOND_VISIT - 1) if grows else None,
                **dose,
            )
            if grows:
                more = {"sets": 3, "amount": 12, "source": "physio", "note": "Slowly."}
                self._add(
                    "prescriptions",
                    SECOND_VISIT,
                    exercise=exercise,
                    starts_on=self._on(SECOND_VISIT),
                    ends_on=None,
                    **(dose | more),
                )
            self.doses[exercise] = dose

    def _day(self, number: int) -> None:
        level = self._level(number)
        weekday = (self.first + timedelta(days=number)).weekday()
        if weekday in RUN_WEEKDAYS and number not in (*FLARE, *AWAY, ILL):
            self._run(number, level)
        if number not in AWAY and self.dice.random() > 0.08:
            self._pain(number, level, "worst")
            self._exercises(number, weekday, level)

    def _level(self, number: int) -> int:
        easing = 5.2 - 4.6 * number / DAYS + (1.8 if number in FLARE else 0)
        return max(0, min(10, round(self.dice.gauss(easing, 0.8))))

    def _pain(self, number: int, level: int, moment: str, run: str | None = None) -> None:
        place = {"side": "right", "site": "outer-knee", "exercise": None, "run": run}
        texts = {"medication": "ibuprofen 400 mg" if level >= 7 else "", "note": ""}
        self._add("pain_logs", number, **self._when(number), level=level, moment=moment, **place, **texts)

    def _run(self, number: int, level: int) -> None:
        km = round(2.5 + 6 * number / DAYS + self.dice.uniform(-0.6, 0.9), 1)
        onset = round(km * self.dice.uniform(0.5, 0.9), 1) if level > 1 else None
        more = {"effort": self.dice.randint(3, 6), "terrain": self.dice.choice(["flat", "hills", "trail"])}
        origin = {"source": "me", "source_id": None, "note": ""}
        run = self._add(
            "runs",
            number,
            **self._when(number),
            km=km,
            minutes=round(km * 5.9, 1),
            onset_km=onset,
            **more,
            **origin,
        )
        for moment, felt in (("before", level - 2), ("during", level - 1), ("after", level)):
            self._pain(number, max(0, felt), moment, run)
        if number + 1 < DAYS - 1:
            self._pain(number + 1, max(0, level - 1), "morning")

    def _exercises(self, number: int, weekday: int, level: int) -> None:
        diligent = 0.92 if number // 7 % 3 else 0.6
        for exercise, dose in self.doses.items():
            wanted = dose["schedule"]["type"] == "daily" or weekday in (0, 2, 4)
            if not wanted or self.dice.random() > diligent:
                continue
            reason = "ill" if number == ILL else "pain" if level >= 6 and self.dice.random() < 0.3 else None
            for side in REQUIRED_SIDES[dose["sides"]]:
                sets = (
                    0 if reason else 3 if number >= SECOND_VISIT and dose["sides"] == "none" else dose["sets"]
                )
                log = {
                    "side": side,
                    "sets_done": sets,
                    "amount": None,
                    "load": "",
                    "skipped": reason,
                    "note": "",
                }
                self._add("exercise_logs", number, exercise=exercise, **self._when(number), **log)
