"""One day of the journal on one line: pain, what was done, what was run, and what else there is to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from data import calendar_days, journal, wording
from data.journal import Glance
from data.plain_text import one_line
from screens.widgets.day_signs import DAY_SIGNS
from screens.widgets.guide_search import excerpt
from screens.widgets.lines import Line, Piece, padded, width_of

HERE = "▸ "
NARROW = 58
BEFORE_FOUND = 9
"""Letters shown before words that were searched for."""
NOTE, PHYSIO, EVENT, SKIP = "“", "?", "!", "×"
LEGEND = ((NOTE, "note"), (PHYSIO, "physio"), (EVENT, "event"), (SKIP, "skipped"))
"""Few columns have signs in the place of words."""


class DayColumns:
    """How wide each part stands in a list of this width."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.narrow = width < NARROW
        self.day = 7 if self.narrow else 9
        self.pain = 4 if self.narrow else 6
        self.done = 8 if self.narrow else 13
        self.run = 7

    def head(self, month: date | None) -> Line:
        """What stands in the columns, and the month where the list doesn't say it."""
        name = f"{calendar_days.MONTHS[month.month - 1]} {month.year}" if month else f"{' ' * len(HERE)}Day"
        first = padded(name, max(len(HERE) + self.day, len(name) + 1))
        pain = "Pain".rjust(len(HERE) + self.day + self.pain - len(first))
        return (
            Piece(first, "strong" if month else "heading"),
            Piece(f"{pain}  {'Done'.ljust(self.done)}{'Run'.rjust(self.run)}", "heading"),
        )

    def month(self, day: date) -> Line:
        return (Piece(f"{calendar_days.FULL_MONTHS[day.month - 1]} {day.year}", "strong"),)

    def day_line(self, glance: Glance, words: str, *, here: bool) -> Line:
        """`words` are those that were searched for."""
        pain = "·" if glance.worst is None else str(glance.worst)
        line: list[Piece] = [
            *self._named(_weekday(glance.day), here=here),
            Piece(pain.rjust(self.pain - 2) + "  ", "faint" if glance.worst is None else "strong"),
            *self._done(glance),
            Piece((wording.distance(glance.km) if glance.km is not None else "").rjust(self.run)),
        ]
        room = self.width - width_of(line) - 2
        told = [Piece(_signs(glance), "muted")] if self.narrow else _told(glance, words)
        return (*line, Piece("  "), *_cut(told, room))

    def gap_line(self, first: date, last: date, today: date, *, paused: bool, here: bool) -> Line:
        days = (last - first).days + 1
        if first == last == today:
            said = "nothing yet today"
        else:
            said = "no entry" if days == 1 else f"{days} days without an entry"
            said += ", paused" if paused else ""
        return (*self._named(_span(first, last), here=here), Piece(said, "faint"))

    def _named(self, name: str, *, here: bool) -> Line:
        part = "cursor" if here else "plain"
        name = padded(name, max(self.day, len(name) + 2))
        return (Piece(HERE if here else " " * len(HERE), "key"), Piece(name, part))

    def _done(self, glance: Glance) -> Line:
        work = glance.work
        sign, _, _, part = DAY_SIGNS[work.sign]
        of = "/" if self.narrow else " of "
        count = f"{wording.decimal(work.done)}{of}{work.asked}" if work.asked else ""
        return (Piece(sign, part), Piece(f" {count}".ljust(self.done - 1)))


def _weekday(day: date) -> str:
    return f"{calendar_days.WEEKDAYS[day.weekday()]} {day.day}"


def _span(first: date, last: date) -> str:
    if first == last:
        return _weekday(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{calendar_days.brief(first)}{year} – {calendar_days.brief(last)}"


def _signs(glance: Glance) -> str:
    signs = (
        (NOTE, glance.texts),
        (PHYSIO, glance.for_physio),
        (EVENT, glance.events),
        (SKIP, glance.skipped),
    )
    return "".join(sign for sign, there in signs if there)


def _told(glance: Glance, words: str) -> list[Piece]:
    """Events, skips, and of the runner's own words those that were searched for, else the first."""
    found = next((text for text in glance.texts if words and journal.holds(text, words)), None)
    text = one_line(found or next(iter(glance.texts), ""))
    told = [
        *(Piece(event) for event in glance.events),
        *([Piece(f"skipped: {_reasons(glance)}", "muted")] if glance.skipped else []),
        *([Piece(f"pain {glance.elsewhere} elsewhere", "muted")] if glance.elsewhere is not None else []),
        *([Piece("for physio", "muted")] if glance.for_physio else []),
        *([Piece(excerpt(text, words.split()[0], BEFORE_FOUND) if found else text)] if text else []),
    ]
    return [*told[:1], *(piece._replace(text=f" · {piece.text}") for piece in told[1:])]


def _cut(pieces: Iterable[Piece], room: int) -> Iterator[Piece]:
    """As much as there is room for."""
    for piece in pieces:
        width = width_of([piece])
        if width > room:
            yield piece._replace(text=padded(piece.text, room))
            return
        room -= width
        yield piece


def _reasons(glance: Glance) -> str:
    return ", ".join(wording.SKIP_REASONS[reason] for reason in glance.skipped)
