"""What was done of an exercise, to the set: sets and amount of each side, load and note."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data import checklist, day_words, typed
from data.day import Item
from data.plain_text import one_line
from screens.dialogs.form import Field, FormDialog


class DetailsForm(FormDialog):
    """Amounts left empty are as prescribed, sets left empty are none."""

    def __init__(self, item: Item, day: date) -> None:
        unit = day_words.UNITS[item.exercise.unit]
        fields = []
        for side in item.sides:
            log, name = item.log(side) or item.log("both"), "" if side == "both" else f" {side}"
            done = item.sets_on(side) or ""
            amount = f"{log.amount:g}" if log and log.amount is not None else ""
            as_asked = f"{item.asked.amount:g} as asked"
            fields += [
                Field(f"sets-{side}", f"Sets{name}", f"of {item.asked.sets}", str(done)),
                Field(f"amount-{side}", f"{unit.capitalize()} a set{name}", as_asked, amount),
            ]
        self._texts = {
            "load": next((log.load for log in item.logs if log.load), ""),
            "note": next((log.note for log in item.logs if log.note), ""),
        }
        load_hint = one_line(item.asked.load) or "such as green band, 5 kg"
        fields += [
            Field("load", "Load", load_hint, one_line(self._texts["load"])),
            Field("note", "Note", "", one_line(self._texts["note"])),
        ]
        super().__init__(
            f"{one_line(item.exercise.name)}  {day_words.dose(item)}", fields, one_line(item.asked.note)
        )
        self._item, self._day = item, day

    def save(self, values: Mapping[str, str]) -> None:
        sides = self._item.sides
        checklist.set_details(
            self._item,
            self._day,
            {side: typed.whole("Sets", values[f"sets-{side}"]) or 0 for side in sides},
            {side: typed.number("The amount of a set", values[f"amount-{side}"]) for side in sides},
            load=self._text("load", values),
            note=self._text("note", values),
        )

    def _text(self, name: str, values: Mapping[str, str]) -> str | None:
        """What was typed; None where it was left alone, so that each side keeps its own."""
        return None if values[name] == one_line(self._texts[name]) else values[name].strip()
