"""What the guided session shows: where it stands in digits, a bar and words, the question, and the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.containers import Container, Vertical, VerticalScroll
from textual.getters import query_one

from data import session_figure
from data import session_words as words
from data.session_course import Course, Step
from screens.section import Section
from screens.widgets.big_digits import BigDigits
from screens.widgets.figure import FigureView
from screens.widgets.lines import Piece
from screens.widgets.pain_scale import PainScale
from screens.widgets.paragraphs import Paragraphs
from screens.widgets.time_bar import TimeBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

STOP_KEYS = "S skips what is left of it · w shows the warning signs · enter goes on"
GO_ON_KEYS = "w shows the warning signs · enter goes on"
FRAME = 0.125
"""Seconds between two frames of the figure."""
CORRECTING = "Saved. Another digit corrects it, enter goes on."


class SessionView(Section):
    """One of three faces at a time: the work, the question, the end."""

    heading = query_one("#session-heading", Paragraphs)
    step_words = query_one("#session-step", Paragraphs)
    digits = query_one(BigDigits)
    bar = query_one(TimeBar)
    figure = query_one(FigureView)
    cues = query_one("#session-cues", Paragraphs)
    following = query_one("#session-following", Paragraphs)
    scale = query_one(PainScale)
    reply = query_one("#session-reply", Paragraphs)
    summary = query_one("#session-summary", Paragraphs)

    def compose_body(self) -> ComposeResult:
        yield Paragraphs(id="session-heading", cut=True)
        with Vertical(id="session-work"):
            yield Paragraphs(id="session-step", cut=True)
            with Container(id="session-middle"):
                with Vertical(id="session-clock"):
                    yield BigDigits()
                    yield TimeBar()
                with Vertical(id="session-aside"):
                    yield FigureView()
                    yield Paragraphs(id="session-cues")
            yield Paragraphs(id="session-following", cut=True)
        with VerticalScroll(id="session-question", can_focus=False):
            yield PainScale()
            yield Paragraphs(id="session-reply")
        with VerticalScroll(id="session-over", can_focus=False):
            yield Paragraphs(id="session-summary")

    def until_next_frame(self, seconds: float) -> float:
        """Seconds until something is to be drawn, at most those given."""
        return min(seconds, self._moves_in)

    def show_course(self, course: Course, now: float) -> None:
        step = course.step
        self.set_class(step is Step.QUESTION, "-asking")
        self.set_class(step is Step.OVER, "-over")
        if step is Step.QUESTION:
            self._show_question(course)
        elif step is Step.OVER:
            self._show_end(course, now)
        else:
            self._show_work(course, now)
        if step is not self._step_shown or course.is_paused is not self._pause_shown:
            self._step_shown, self._pause_shown = step, course.is_paused
            self.refresh_bindings()

    _step_shown: Step | None = None
    _pause_shown = False
    _moves_in = 1.0
    """Seconds until the figure will have moved."""

    def _show_work(self, course: Course, now: float) -> None:
        one = course.here
        assert one is not None, "only the end has no set"
        self.heading.show(Piece(one.name, "strong"), Piece(words.place(one), "muted"))
        says = words.step(course, now)
        if course.is_paused:
            self.step_words.show(Piece(" Paused · space goes on ", "chosen"))
        else:
            switching = course.step is Step.READY and course.switches_sides
            self.step_words.show(Piece(f" {says} " if switching else says, "chosen" if switching else "key"))
        self.digits.show(words.number(course, now))
        length = course.timer.length
        self.bar.show(course.timer.elapsed(now) / length if length else None)
        close = self._show_figure(course, now) or self.has_class("-short")
        self.cues.show(*self._apart(words.cues(one), close=close))
        left_out = words.left_out(course)
        self.following.show(
            Piece(words.following(course), "muted"), *([Piece(left_out, "muted")] if left_out else [])
        )

    def _show_figure(self, course: Course, now: float) -> bool:
        """Whether there is one, and room for it."""
        still = self.app.animation_level == "none"
        drawn = session_figure.drawing(course, now, still=still) if self._has_room_for_figure else None
        self.set_class(drawn is not None, "-figure")
        self._moves_in = 1.0
        if drawn is None:
            return False
        self.figure.show(drawn)
        frames = (number * FRAME for number in range(1, round(1 / FRAME)))
        moved = (
            ahead for ahead in frames if session_figure.drawing(course, now + ahead, still=still) != drawn
        )
        self._moves_in = next(moved, 1.0)
        return True

    @property
    def _has_room_for_figure(self) -> bool:
        return self.shell.unicode and not (self.has_class("-narrow") or self.has_class("-short"))

    def _apart(self, cues: Iterable[str], *, close: bool) -> Iterator[Piece]:
        for number, cue in enumerate(cues):
            if number and not close:
                yield Piece("")
            yield Piece(cue)

    def _show_question(self, course: Course) -> None:
        assert course.asked is not None
        self.heading.show(Piece(course.asked.name, "strong"))
        self.scale.show(words.ASKED, course.answer.level if course.answer else None, named=True)
        if stop := words.stop(course):
            keys = STOP_KEYS if course.can_stop_exercise else GO_ON_KEYS
            self.reply.show(Piece(stop, "alert"), Piece(keys, "muted"))
        elif course.answer:
            self.reply.show(Piece(CORRECTING, "muted"))
        else:
            self.reply.show(Piece(words.after_question(course), "muted"))

    def _show_end(self, course: Course, now: float) -> None:
        self.heading.show(Piece("The session", "strong"))
        told = [Piece(text) for text in words.over(course, course.seconds(now))]
        each = [Piece(f"{name}: {said}", "muted") for name, said in words.exercises(course)]
        self.summary.show(*told, Piece(""), *each, Piece(""), Piece("escape leads back to the day", "faint"))
