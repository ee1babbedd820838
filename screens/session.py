"""The guided session: what is due, one set after the other, so that nobody need touch the keyboard on the mat."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from data import day as days
from data import diary, session, session_clock, session_words
from data.session_course import Course, Sign, Step
from screens.level_keys import LevelKeys
from screens.session_keys import SESSION_KEYS
from screens.session_view import SessionView

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.timer import Timer

UNDER_WAY = (Step.READY, Step.WORK, Step.REST)
SOONEST = 0.005
"""Seconds between two looks at the clock, at least."""
MOVING = {"pause", "again", "go_on", "pass_set", "skip", "stop_exercise", "pain_now", "end", "digit"}


class SessionScreen(SessionView):
    """Drives a course by the clock and the keys. It belongs to the day on which it was begun."""

    CSS_PATH = "session.tcss"
    BINDINGS: ClassVar[list[BindingType]] = SESSION_KEYS

    def __init__(self, clock: Callable[[], float] = session_clock.now) -> None:
        """clock: gives seconds, of which only differences mean anything."""
        super().__init__()
        self.clock = clock
        self.course: Course | None = None
        self._begins = True
        self._next_look: Timer | None = None
        self._level_keys = LevelKeys()

    # Beginning, leaving, coming back

    def arrive(self, **where: Any) -> None:
        """`begin=True` begins a session, or goes on with the one that was left."""
        self._begins = where.get("begin", False)

    def reload(self) -> None:
        now, today, begins = self.clock(), diary.today(), self._begins
        course, self._begins = self.course, False
        if course is None or (begins and (course.step is Step.OVER or course.day.day != today)):
            self.course = Course(days.read(today), session.pace(), now)
        else:
            course.pace = session.pace()
            course.follow(days.read(course.day.day), now)
            if begins and course.is_paused:
                course.begin_set_again(now)
        self.look()

    def on_screen_suspend(self) -> None:
        if self.course and self.course.step in UNDER_WAY:
            self.course.pause(self.clock())
        self._stop_looking()

    def on_screen_resume(self) -> None:
        self.look()

    def on_resize(self) -> None:
        self.call_after_refresh(self.look)

    def action_back(self) -> None:
        """Out of a question to the set that it came before; else out of the session, which can be gone on with."""
        course = self.course
        if course is not None and course.step is Step.QUESTION:
            self._move(course.go_on)
        elif self.shell.can_go_back:
            super().action_back()
        else:
            self.shell.open_section("today")

    # The clock

    def look(self) -> None:
        """Go on as far as the clock leads, show where that is, and come back when that changes."""
        course = self.course
        if course is None or not self.is_current:
            return
        sign = course.look(self.clock())
        if Sign.BELL in sign and course.pace.sound:
            self.app.bell()
        if Sign.SLEPT in sign:
            self.shell.say(session_words.SLEPT)
        if Sign.DONE in sign:
            self._save_set()
            return
        self.show_course(course, self.clock())
        self._look_again()

    def _look_again(self) -> None:
        self._stop_looking()
        course = self.course
        if course and not course.is_paused and course.step is not Step.OVER:
            wait = self.until_next_frame(course.until_next_look(self.clock()))
            self._next_look = self.set_timer(max(wait, SOONEST), self.look)

    def _stop_looking(self) -> None:
        if self._next_look:
            self._next_look.stop()
            self._next_look = None

    def _save_set(self) -> None:
        """The course goes on when the set stands in the diary; where it can't be written, it waits for another try."""
        if (course := self.course) and (one := course.here) and not self._written(session.save, one):
            course.pause(self.clock())
            self.look()

    def _written(self, change: Callable[..., object], one: session.Set, *more: Any) -> bool:
        assert self.course is not None
        day = self.course.day.day

        def quietly() -> None:
            change(one, day, *more)

        return self.write(quietly)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back":
            return True
        if action not in MOVING:
            return super().check_action(action, parameters)
        course = self.course
        if course is None:
            return False
        asking = course.step is Step.QUESTION
        match action:
            case "digit":
                return asking
            case "go_on":
                return self._can_go_on(course)
            case "again":
                return True if course.last or course.step is Step.WORK else None
            case "stop_exercise":
                return course.asks_to_stop and course.can_stop_exercise
        return course.step in UNDER_WAY

    def _can_go_on(self, course: Course) -> bool | None:
        """A hold ends with its time, not by a key."""
        if course.step is Step.OVER:
            return False
        holding = course.step is Step.WORK and course.here is not None and course.here.is_held
        return None if holding and not course.is_paused else True

    def _move(self, by: Callable[[float], object]) -> None:
        self._level_keys.other_key()
        by(self.clock())
        self.look()
        self.refresh_bindings()

    def action_pause(self) -> None:
        if course := self.course:
            self._move(course.resume if course.is_paused else course.pause)

    def action_go_on(self) -> None:
        if (course := self.course) is None:
            return
        if course.step is Step.WORK and not course.is_paused:
            self._save_set()
        else:
            self._move(course.go_on)

    def action_again(self) -> None:
        course = self.course
        if course is None:
            return
        if course.step is Step.WORK:
            self._move(course.begin_set_again)
        elif (last := course.last) and (last.how == "passed" or self._written(session.take_back, last.one)):
            self._move(course.forget_last)

    def action_pass_set(self) -> None:
        if course := self.course:
            self._move(course.pass_set)

    def action_skip(self) -> None:
        course = self.course
        if course is None or (one := course.here) is None:
            return
        from screens.dialogs.skip import skip_dialog

        def skipped(reason: str | None) -> None:
            if reason:
                self._written(session.skip, one, reason)

        self.app.push_screen(skip_dialog(one.name), skipped)

    def action_stop_exercise(self) -> None:
        if (course := self.course) and (one := course.asked or course.here):
            self._written(session.skip, one, "pain")

    def action_pain_now(self) -> None:
        if course := self.course:
            self._move(course.ask)

    def action_end(self) -> None:
        if course := self.course:
            self._move(course.stop)

    # The question

    def action_digit(self, digit: int) -> None:
        self._answer(self._level_keys.level(digit))

    def action_give_level(self, level: int) -> None:
        self._level_keys.other_key()
        self._answer(level)

    def _answer(self, level: int) -> None:
        course = self.course
        if course is None or course.asked is None:
            return
        logs = []
        write = partial(session.answer, level, course.asked, course.day.day, course.answer)
        if self.write(lambda: logs.append(write())):
            course.answered(logs[0], self.clock())
            self.look()
            self.refresh_bindings()
