"""Beside the list: fourteen days of pain, the longest run, and the note of the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from data import wording
from data.lately import FORTNIGHT, Lately
from data.models import DayNote
from data.plain_text import literal
from screens.widgets.charts.sparkline import sparkline
from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped

LABEL_WIDTH = 14
NOTE_INDENT = 6


class Fact(NamedTuple):
    """What stands in one place: its label and its pieces, which go below each other where they don't fit."""

    label: str
    pieces: Sequence[Piece]


class DayFacts(Lines):
    def __init__(self) -> None:
        super().__init__()
        self._lately: Lately | None = None
        self._note: DayNote | None = None
        self._note_key = self._run_key = ""

    def show(self, lately: Lately, note: DayNote | None, keys: Callable[[str], str]) -> None:
        """`keys` gives the key of a command by its id, for what there is none of yet."""
        self._lately, self._note = lately, note
        self._note_key = "" if note else keys("today.note")
        self._run_key = "" if lately.longest_km else keys("today.run")
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        facts = [_pain(self._lately), _running(self._lately, self._run_key)] if self._lately else []
        lines = [line for fact in facts for line in _fact_lines(fact, width)]
        if self.screen.has_class("-wide"):
            lines.append(())
        return lines + _note_lines(self._note, self._note_key, width)


def _pain(lately: Lately) -> Fact:
    label = f"Pain, {FORTNIGHT} days"
    if all(level is None for level in lately.pain):
        return Fact(label, [Piece("a bar for each day", "faint")])
    means = []
    if lately.now is not None:
        means.append(f"now {wording.decimal(lately.now)}")
    if lately.before is not None:
        means.append(f"a week before {wording.decimal(lately.before)}")
    return Fact(label, [Piece(sparkline(lately.pain), "pain"), Piece(", ".join(means), "muted")])


def _running(lately: Lately, key: str) -> Fact:
    label = "Longest run"
    if lately.longest_km is None:
        return Fact(label, [Piece("none in 30 days", "faint"), Piece(key, "key", "screen.add_run")])
    words = [Piece(wording.distance(lately.longest_km))]
    if lately.pain_free_km is not None:
        words.append(Piece(f"pain-free {wording.distance(lately.pain_free_km)}", "muted"))
    return Fact(label, words)


def _fact_lines(fact: Fact, width: int) -> list[Line]:
    lines: list[Line] = [(Piece(fact.label.ljust(LABEL_WIDTH), "heading"),)]
    for number, piece in enumerate(piece for piece in fact.pieces if piece.text):
        joined = (*lines[-1], Piece("  " if number else ""), piece)
        if width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines += [(Piece("  "), Piece(text, piece.part)) for text in wrapped(piece.text, width - 2)]
    return lines


def _note_lines(note: DayNote | None, key: str, width: int) -> list[Line]:
    """Each line of the note as it was written; `?` begins a question for the physiotherapist."""
    edit = "screen.write_note"
    if note is None:
        none = (Piece("none", "faint", edit), Piece("  "), Piece(key, "key", edit))
        return [(Piece("Note".ljust(LABEL_WIDTH), "heading", edit), *none)]
    indent = NOTE_INDENT
    lines: list[Line] = []
    for text in literal(note.text).splitlines():
        part = "strong" if text.lstrip().startswith("?") else "plain"
        for one in wrapped(text, width - indent):
            label = "" if lines else "Note"
            lines.append((Piece(label.ljust(indent), "heading", edit), Piece(one, part, edit)))
    if note.for_physio:
        lines.append((Piece(" " * indent), Piece("for your physiotherapist", "muted", edit)))
    return lines
