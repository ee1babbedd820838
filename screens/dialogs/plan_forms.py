"""The smaller forms of the plan: pauses, the limit, names, discharge and a new start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from data import diary, pauses, plan, plan_words, typed_dose, wording
from data.models import LIMIT_SOURCES, Exercise, Pause
from data.plain_text import one_line
from data.planned import PlanOnDay
from screens.dialogs.checked_form import CheckedForm, Picked, Typed, options
from screens.widgets.choice import Option

DAYS = "2026-11-23, today, -3"
NOT_KNOWN = ""


class PauseForm(CheckedForm):
    """Pauses one exercise, or everything."""

    def __init__(self, exercise: Exercise | None, today: date) -> None:
        name = one_line(exercise.name) if exercise else "everything"
        super().__init__(
            f"Pause {name}",
            [
                Picked("reason", "Why", options(plan_words.PAUSE_REASONS), "ill"),
                Typed("starts_on", "From", typed_dose.any_day, str(today), DAYS),
                Typed("ends_on", "To", typed_dose.last_day, hint="open"),
            ],
            plan_words.PAUSING,
        )
        self._exercise = exercise

    def save(self, values: Mapping[str, Any]) -> None:
        pauses.pause(values["starts_on"], values["ends_on"], reason=values["reason"], exercise=self._exercise)


class ResumeForm(CheckedForm):
    """Ends a pause."""

    def __init__(self, pause: Pause, today: date) -> None:
        words = one_line(plan_words.pause(pause, today))
        first = max(today, pause.starts_on)
        super().__init__(
            "End a pause",
            [Typed("day", "Counts again", typed_dose.any_day, str(first), DAYS)],
            f"{words[0].upper()}{words[1:]}. From that day on it counts again.",
        )
        self._pause = pause

    def save(self, values: Mapping[str, Any]) -> str:
        return pauses.end(self._pause, values["day"])


class LimitForm(CheckedForm):
    """The pain limit from a day on."""

    def __init__(self, page: PlanOnDay) -> None:
        sources = [Option(one, wording.LIMIT_SOURCES[one]) for one in LIMIT_SOURCES if one != "default"]
        super().__init__(
            "The pain limit from a day on",
            [
                Typed("level", "Limit", typed_dose.level, str(page.limit), "0 to 10"),
                Picked("source", "It is", sources, "me"),
                Typed("starts_on", "From", typed_dose.any_day, str(page.day), DAYS),
            ],
            plan_words.LIMITING,
        )

    def save(self, values: Mapping[str, Any]) -> None:
        plan.set_limit(values["level"], values["starts_on"], source=values["source"])


class NameForm(CheckedForm):
    """A name, given or changed; `take` gets what was typed."""

    def __init__(
        self,
        heading: str,
        take: Callable[[str], object],
        *,
        value: str = "",
        hint: str = "",
        remark: str = "",
    ) -> None:
        super().__init__(
            heading, [Typed("name", "Name", typed_dose.name, one_line(value), hint, kept=value)], remark
        )
        self._take = take

    def save(self, values: Mapping[str, Any]) -> None:
        self._take(values["name"])


class DischargeForm(CheckedForm):
    """The end of an episode."""

    def __init__(self, today: date) -> None:
        super().__init__(
            "Discharge: the plan ends",
            [
                Typed("day", "Last day", typed_dose.past_day, str(today), DAYS),
                Typed("text", "Note", str.strip, hint="a few words, or none"),
            ],
            plan_words.DISCHARGING,
        )

    def save(self, values: Mapping[str, Any]) -> str:
        return plan_words.told(diary.discharge(values["day"], values["text"]))


class StartForm(CheckedForm):
    """A new episode, with its side."""

    def __init__(self, today: date) -> None:
        sides = [Option(side, words) for side, words in wording.SIDES.items()]
        super().__init__(
            "A new start",
            [
                Picked(
                    "side",
                    "Side",
                    [*sides, Option(NOT_KNOWN, "not known")],
                    diary.side_on(today) or NOT_KNOWN,
                ),
                Typed("day", "First day", typed_dose.past_day, str(today), DAYS),
                Typed("text", "Note", str.strip, hint="a few words, or none"),
            ],
            plan_words.STARTING,
        )

    def save(self, values: Mapping[str, Any]) -> None:
        diary.add_event("start", values["day"], values["text"], side=values["side"] or None)
