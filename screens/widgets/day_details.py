"""Everything that stands on one day, to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from data import calendar_days, entries, wording
from data.day import Day
from data.models import DayNote, PainLog, Row
from data.plain_text import literal, one_line
from data.work import Work
from screens.widgets.checklist_rows import Columns, row_of
from screens.widgets.day_entries import entries_of
from screens.widgets.lines import Line, Lines, Piece, spread, wrapped
from screens.widgets.pain_logs import moment_words

INDENT = "  "


class DayDetails(Lines):
    """A day, or what there is to say where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._day: Day | None = None
        self._work = ""
        self._others: Sequence[Row] = ()
        self._today: date | None = None
        self._said = ""

    def show(self, day: Day, work: Work, others: Sequence[Row], today: date) -> None:
        """`others` are entries of the day that the day's list doesn't have."""
        self._day, self._others, self._today = day, others, today
        self._work = f"{wording.decimal(work.done)} of {work.asked}" if work.asked else ""
        self.redraw()

    def say(self, text: str) -> None:
        self._day, self._said = None, text
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._day is None or self._today is None:
            return [(Piece(text, "muted"),) for text in wrapped(self._said, width)]
        day = self._day
        name = Piece(f"{calendar_days.long(day.day)} {day.day.year}", "strong")
        away = Piece(calendar_days.relative(day.day, self._today), "muted")
        lines = spread([name], [away], width)
        for block in (
            _pain(day, width),
            _exercises(day, self._work, width),
            _entries(day, width),
            _note(day.note, width),
            list(_labelled("Also", [one_line(entries.describe(row)) for row in self._others], width)),
        ):
            lines += [(), *block] if block else []
        return lines


def _pain(day: Day, width: int) -> list[Line]:
    lines: list[Line] = []
    for log in day.pain_logs:
        words = [moment_words(log, day), *_place(log, day), one_line(log.medication), one_line(log.note)]
        first, *others = wrapped(" · ".join(word for word in words if word), width - 6)
        lines.append((Piece(f"{INDENT}{log.level:>2}  ", "strong"), Piece(first)))
        lines += [(Piece(" " * 6), Piece(text)) for text in others]
    worst = "not recorded" if day.worst is None else str(day.worst)
    return [(Piece("Pain of the day  ", "heading"), Piece(worst, "strong")), *lines]


def _place(log: PainLog, day: Day) -> list[str]:
    """Where it was, unless at the outer knee of the day's side."""
    if log.site == "outer-knee" and log.side == (day.side or "both"):
        return []
    return [f"{wording.SITES[log.site]}, {wording.SIDES[log.side]}"]


def _exercises(day: Day, work: str, width: int) -> list[Line]:
    rows = [row_of(item, day) for item in day.items]
    if not rows:
        return []
    columns = Columns(rows, width)
    lines = [line for row in rows for line in columns.lines(row, here=False)]
    return [*spread([Piece("Exercises", "heading")], [Piece(work, "muted")], width), *map(_to_read, lines)]


def _to_read(line: Line) -> Line:
    """The line of Today's list without what a click does there."""
    return tuple(piece._replace(action="") for piece in line)


def _entries(day: Day, width: int) -> list[Line]:
    lines: list[Line] = []
    for entry in entries_of(day):
        lines += _labelled(entry.label, [entry.text], width)
        lines += _labelled("", [entry.remark], width, "muted") if entry.remark else []
    return lines


def _note(note: DayNote | None, width: int) -> list[Line]:
    """Each line of it as it was written; `?` begins a question for the physiotherapist."""
    if note is None:
        return []
    lines = list(_labelled("Note", literal(note.text).splitlines(), width))
    return (
        [*lines, *_labelled("", ["for your physiotherapist"], width, "muted")] if note.for_physio else lines
    )


def _labelled(label: str, texts: Sequence[str], width: int, part: str = "") -> Iterator[Line]:
    indent = max(7, len(label) + 2)
    label = label.ljust(indent)
    for text in texts:
        style = part or ("strong" if text.lstrip().startswith("?") else "plain")
        for line in wrapped(text, width - indent):
            yield (Piece(label, "heading"), Piece(line, style))
            label = " " * indent
