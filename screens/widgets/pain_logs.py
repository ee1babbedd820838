"""The pain logs of a day, one of them under the cursor."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from data import pain_logs, wording
from data.day import Day
from data.models import PainLog
from data.plain_text import literal, one_line
from screens.widgets.lines import Line, Lines, Piece, padded, spread, wrapped

INDENT = 6
GAP = 3
NARROWEST_COLUMN = 20
STOP_KEYS = (
    ("S", "skip what is left of it, because of pain", "screen.stop"),
    ("w", "warning signs", "app.warning_signs"),
)
OF_THE_DAY = "● pain of the day"


def what_it_goes_with(log: PainLog, day: Day) -> str:
    """The exercise's name, or the run and its distance; "" for neither. Of another day's it is looked up."""
    if log.exercise_uid:
        item = day.item(log.exercise_uid)
        return one_line((item or log).exercise.name)
    if log.run_uid:
        run = next((run for run in day.runs if run.uid == log.run_uid), None) or log.run
        return f"the run of {wording.distance(run.km)}"
    return ""


def moment_words(log: PainLog, day: Day) -> str:
    """`worst of the day`, `during Glute bridge`, `in the morning, the run of 5.2 km`"""
    return wording.moment_words(log, what_it_goes_with(log, day))


class PainLogs(Lines):
    """Each log with what the limit says to it; a click goes to a log, a second one opens it."""

    def __init__(self) -> None:
        super().__init__()
        self._day: Day | None = None
        self._here: str | None = None
        self._is_today = self._can_stop = False
        self._empty = ""
        self._rows: dict[str, range] = {}
        self._column = 0

    def show(self, day: Day, *, is_today: bool, empty: str) -> None:
        """`empty` stands in the place of logs."""
        self._day, self._is_today, self._empty = day, is_today, empty
        self.redraw()

    def move_to(self, here: str | None, *, can_stop: bool) -> None:
        """`here` is the uid of the log under the cursor; `can_stop`: something of its exercise is left to skip."""
        self._here, self._can_stop = here, can_stop
        self.redraw()

    def rows_of(self, uid: str) -> range:
        """The lines on which a log stands; empty for one that isn't there."""
        return self._rows.get(uid, range(0))

    def lay_out(self, width: int) -> list[Line]:
        self._rows = {}
        if self._day is None:
            return []
        self._column = self._column_of(self._day, width)
        lines: list[Line] = []
        for log in self._day.pain_logs:
            first = len(lines)
            lines += self._entry(log, self._day, width)
            self._rows[log.uid] = range(first, len(lines))
        return lines or [(Piece(text, "muted"),) for text in wrapped(self._empty, width)]

    @staticmethod
    def _column_of(day: Day, width: int) -> int:
        """How wide the column of moments is; 0: there is no room for two columns."""
        room = width - INDENT - max((cell_len(_where_and_when(log)) for log in day.pain_logs), default=0)
        widest = max((cell_len(moment_words(log, day)) for log in day.pain_logs), default=0) + GAP
        return min(widest, room) if room >= NARROWEST_COLUMN else 0

    def _entry(self, log: PainLog, day: Day, width: int) -> Iterator[Line]:
        """What it was, where and when, on one line or on several; then what there is to say to it."""
        here, action = log.uid == self._here, f"screen.choose_log('{log.uid}')"
        room = width - INDENT
        level = (
            Piece("▸ " if here else "  ", "key", action),
            Piece(f"{log.level:>2}  ", "cursor" if here else "strong", action),
        )
        words, place = moment_words(log, day), _where_and_when(log)
        part = "cursor" if here else "plain"
        mark = [Piece(OF_THE_DAY, "strong")] if pain_logs.is_pain_of_the_day(log, day) else []
        if self._column and cell_len(words) <= self._column:
            pieces = (*level, Piece(padded(words, self._column), part, action), Piece(place, "muted", action))
            first, *below = spread(pieces, mark, width)
            yield first
            yield from (_indented(line[0].text, "strong") for line in below)
        else:
            first_words, *other_words = wrapped(words, room)
            yield (*level, Piece(first_words, part, action))
            yield from (_indented(text, part, action) for text in other_words)
            yield from (_indented(text, "muted", action) for text in wrapped(place, room))
            yield from (_indented(piece.text, piece.part) for piece in mark)
        yield from self._judgement(log, day, room)
        for label, said in (("took ", log.medication), ("", log.note)):
            if said.strip():
                shown = label + literal(said)
                yield from (_indented(text, "plain", action) for text in wrapped(shown, room))

    def _judgement(self, log: PainLog, day: Day, room: int) -> Iterator[Line]:
        verdict = pain_logs.against_limit(log, day.limit)
        if verdict is None:
            return
        if not self._is_today or not pain_logs.asks_to_stop(log, day.limit):
            yield _indented(pain_logs.judgement(log, day.limit), "muted" if verdict == "within" else "alert")
            return
        stop = wording.stop_text(log.level, day.limit, day.limit_source)
        for text in wrapped(f"{wording.LIMIT_SIGNS[verdict]} {stop}", room):
            yield _indented(text, "alert")
        if log.uid == self._here:
            for key, words, action in STOP_KEYS[0 if self._can_stop else 1 :]:
                yield (Piece(" " * INDENT), Piece(key, "key", action), Piece(f" {words}", "muted", action))


def _where_and_when(log: PainLog) -> str:
    place = f"{wording.SITES[log.site]}, {wording.SIDES[log.side]}"
    return f"{place} · {pain_logs.clock(log) or 'filled in later'}"


def _indented(text: str, part: str, action: str = "") -> Line:
    return (Piece(" " * INDENT), Piece(text, part, action))
