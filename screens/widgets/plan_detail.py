"""One exercise of the plan: its doses over time, and the three checks before more is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from data import dose_words, plan, plan_words
from data.calendar_days import brief
from data.models import Prescription
from data.plain_text import literal, one_line
from data.planned import Planned
from data.readiness import Check, Readiness
from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped

SIGNS = {True: ("✓", "yes", "done"), False: ("✗", "no", "alert"), None: ("?", "not known", "muted")}
NOW = "▸ "
NO_DOSE = "Nothing was asked for yet."
SPAN = 20


class PlanDetail(Lines):
    def __init__(self) -> None:
        super().__init__()
        self._planned: Planned | None = None
        self._found = Readiness((), ())
        self._today = date.min
        self._keys: Mapping[str, str] = {}

    def show(self, planned: Planned | None, found: Readiness, today: date, keys: Mapping[str, str]) -> None:
        """`keys` has the key of each command by its id; planned None: there is nothing to show."""
        self._planned, self._found, self._today, self._keys = planned, found, today, keys
        self.display = planned is not None
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._planned is None:
            return []
        return [
            *self._head(self._planned, width),
            (),
            (Piece("Doses", "heading"),),
            *self._doses(self._planned, width),
            *self._checks(self._planned, width),
        ]

    def _head(self, planned: Planned, width: int) -> Iterator[Line]:
        exercise = planned.exercise
        for text in wrapped(one_line(exercise.name), width):
            yield (Piece(text, "strong"),)
        about = [
            exercise.kind,
            f"counted in {plan_words.UNITS[exercise.unit]}",
            plan_words.SOURCES[exercise.source],
        ]
        if exercise.archived:
            about.append("archived")
        for text in wrapped(", ".join(about), width):
            yield (Piece(text, "muted"),)
        if exercise.guide:
            yield from self._with_key((), "plan.how-to", "how it is done", "how_to", width)
        if planned.pause:
            words = one_line(plan_words.pause(planned.pause, self._today))
            for text in wrapped(f"– {words[0].upper()}{words[1:]}", width):
                yield (Piece(text, "partial"),)

    def _doses(self, planned: Planned, width: int) -> Iterator[Line]:
        if not planned.doses:
            yield (Piece(NO_DOSE, "plain"),)
        for given in planned.doses:
            yield from self._dose(given, planned, width)

    def _dose(self, given: Prescription, planned: Planned, width: int) -> Iterator[Line]:
        """The span beside the dose where there is room, else above it; from whom and the note below."""
        now = planned.now is not None and given.uid == planned.now.uid
        part = "plain" if now else "muted"
        marker = Piece(NOW if now else " " * len(NOW), "key")
        span = Piece(plan_words.since(given, self._today), "strong" if now else "muted")
        beside = width >= 2 * SPAN + len(NOW)
        indent = " " * (len(NOW) + (SPAN if beside else len(NOW)))
        dose = dose_words.describe(plan.dose_of(given), planned.exercise.unit)
        words = wrapped(one_line(f"{dose}, {plan_words.SOURCES[given.source]}"), width - len(indent))
        if beside:
            first, *words = words
            gap = Piece(" " * max(SPAN - width_of([span]), 1))
            yield (marker, span, gap, Piece(first, part))
        else:
            yield (marker, span)
        for text in words:
            yield (Piece(indent), Piece(text, part))
        for line in literal(given.note).split("\n") if given.note.strip() else ():
            for text in wrapped(line, width - len(indent)):
                yield (Piece(indent), Piece(text, part))

    def _checks(self, planned: Planned, width: int) -> Iterator[Line]:
        if planned.now is None:
            return
        yield ()
        yield (Piece("Ready for more?", "heading"),)
        found = self._found
        if not found.checks:
            for text in wrapped(found.too_few, width):
                yield (Piece(text, "plain"),)
            return
        days = ", ".join(brief(day, self._today) for day in reversed(found.days))
        for text in wrapped(f"Its last {len(found.days)} answered days: {days}", width):
            yield (Piece(text, "muted"),)
        for check in found.checks:
            yield from _check(check, width)
        if found.verdict:
            met = [(Piece(text, "strong"),) for text in wrapped(found.verdict, width)]
            yield from met[:-1]
            yield from self._with_key(met[-1], "plan.dose", "give a dose", "give_dose", width)

    def _with_key(self, before: Line, command: str, words: str, action: str, width: int) -> Iterator[Line]:
        """A key and what it does, behind what is said where it fits."""
        run = f"screen.{action}"
        pieces = (Piece(self._keys.get(command, ""), "key", run), Piece(f" {words}", "muted", run))
        line = (*before, Piece("   "), *pieces)
        if before and width_of(line) <= width:
            yield line
        else:
            if before:
                yield before
            yield pieces


def _check(check: Check, width: int) -> Iterator[Line]:
    sign, answer, part = SIGNS[check.passed]
    head = f"{sign} "
    first, *others = wrapped(f"{answer}: {check.words}", width - len(head))
    yield (Piece(head, part), Piece(first, "plain"))
    for text in others:
        yield (Piece(" " * len(head)), Piece(text, "plain"))
