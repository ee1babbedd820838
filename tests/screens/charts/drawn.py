"""Reads drawings back, as a person does: from the cells alone."""

from __future__ import annotations

import re
from datetime import date, timedelta

from screens.widgets.charts.cells import Ink
from screens.widgets.charts.drawing import PANELS, Drawing

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def cells_with(drawing: Drawing, *inks: Ink) -> set[int]:
    """The columns of the fields in which any of the inks stands."""
    return {at for row in drawing.fields for at, cell in enumerate(drawing.rows[row]) if cell.ink in inks}


def field_of(drawing: Drawing, panel: str) -> list[str]:
    """The rows of one panel of a drawing of all three, as text without the scale."""
    blocks: list[list[int]] = []
    for row in sorted(drawing.fields):
        if not blocks or row != blocks[-1][-1] + 1:
            blocks.append([])
        blocks[-1].append(row)
    return [
        "".join(cell.sign for cell in drawing.rows[row])[drawing.left :]
        for row in blocks[PANELS.index(panel)]
    ]


def date_labels(drawing: Drawing) -> list[tuple[int, str]]:
    """Column and text of each label under the axis; each has a tick over its first letter, and only labels have."""
    axis = "".join(cell.sign for cell in drawing.rows[drawing.axis])
    words = "".join(cell.sign for cell in drawing.rows[drawing.axis + 1])
    ticks = [match.start() for match in re.finditer("┬", axis)]
    ends = [*ticks[1:], len(words)]
    assert not words[: ticks[0]].strip()
    return [(tick, words[tick:end].strip()) for tick, end in zip(ticks, ends, strict=True)]


def days_of_labels(labels: list[str], first: date) -> list[date]:
    """The day that each label means to a reader who knows the first day and reads from left to right."""
    days = []
    day = first
    for label in labels:
        while not _is_named(day, label):
            day += timedelta(days=1)
            assert day.year < first.year + 20, f"no day after {first} is called {label!r}"
        days.append(day)
        day += timedelta(days=1)
    return days


def _is_named(day: date, label: str) -> bool:
    month, year = MONTHS[day.month - 1], str(day.year)
    if day == date(day.year, 1, 1) and label == year:
        return True
    if day.day == 1 and label in (month, f"{month} {year}"):
        return True
    return label in (str(day.day), f"{day.day} {month}", f"{day.day} {month} {year}")
