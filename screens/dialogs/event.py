"""A visit, a flare, new shoes or something else that happened on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data import diary, editing
from data.calendar_days import long
from data.models import Event
from data.plain_text import one_line
from screens.dialogs.choice import ChoiceDialog, Group, Option
from screens.dialogs.form import Field, FormDialog

KINDS = {
    "visit": ("v", "visit at the physiotherapist or doctor"),
    "flare": ("f", "flare: a clear step back"),
    "shoes": ("s", "new shoes"),
    "other": ("o", "something else"),
}


def which_event(day: date) -> ChoiceDialog:
    options = [Option(key, words, kind) for kind, (key, words) in KINDS.items()]
    return ChoiceDialog(f"What happened on {long(day)}?", [Group("", options)])


class EventForm(FormDialog):
    """A few words to an event, a new one or one that stands; they may stay empty."""

    def __init__(self, kind: str, day: date, event: Event | None = None) -> None:
        words = one_line(event.text) if event else ""
        super().__init__(
            f"{kind.capitalize()} on {long(day)}", [Field("text", "In a few words", "may stay empty", words)]
        )
        self._kind, self._day, self._event = kind, day, event

    @classmethod
    def of(cls, event: Event) -> EventForm:
        return cls(event.kind, event.day, event)

    def save(self, values: Mapping[str, str]) -> None:
        text = values["text"].strip()
        if self._event is None:
            diary.add_event(self._kind, self._day, text)
        elif text != one_line(self._event.text):
            editing.edit(self._event, {"text": text})
