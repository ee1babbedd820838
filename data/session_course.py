"""The course of a guided session: get ready, work, rest, switch sides, the question after each exercise, the end.

It holds no clock: whoever drives it says what time it is. It follows the diary: a set is over when it stands there,
whoever wrote it, and what was taken back is to be done again.
"""

from __future__ import annotations

import math
from collections import Counter
from enum import Enum, Flag, auto
from typing import NamedTuple

from data import session
from data.day import Day, Item
from data.models import PainLog
from data.pain_logs import asks_to_stop
from data.session import Pace, Set
from data.session_clock import ASLEEP, Timer

TO_SWITCH = 3
"""Seconds that switching sides takes at least."""
TEN_LEFT = 10
"""The bell of a hold rings so many seconds before its end."""
TO_CORRECT = 3
"""Seconds in which another digit corrects an answer."""


class Step(Enum):
    READY = auto()
    WORK = auto()
    REST = auto()
    QUESTION = auto()
    OVER = auto()


class Sign(Flag):
    """What a look at the clock found: the bell is to ring, the set is to be written, the computer was asleep."""

    NOTHING = 0
    BELL = auto()
    DONE = auto()
    SLEPT = auto()


class Behind(NamedTuple):
    """A set that this session has left behind: `done`, `passed`, or `skipped` with its exercise."""

    one: Set
    how: str


class Course:
    """Moments are seconds of one clock."""

    def __init__(self, day: Day, pace: Pace, now: float) -> None:
        self.pace = pace
        self.day = day
        self.sets_stood = sum(item.sets_on(side) for item in day.items for side in item.sides)
        self.answer: PainLog | None = None
        """What was answered to the question that stands."""
        self.asked: Set | None = None
        """A set of the exercise that the question is about."""
        self.ended_early = False
        self._passed: Counter[tuple[str, str]] = Counter()
        self._stopped = {item.exercise.uid for item in day.above_limit()}
        """Exercises that hurt above the limit before this session: it leaves them out."""
        self._trail: list[Behind] = []
        self._spent = 0.0
        self._switch = False
        self._begins_work = False
        self._seen = now
        self.sets = self._sets_left()
        self.step, self.timer = Step.OVER, Timer(None, now)
        if self.sets:
            self._get_ready(now)

    # Where it stands

    @property
    def here(self) -> Set | None:
        """The set at hand or, in a rest or a question, the one that comes next; None at the end."""
        return self.sets[0] if self.sets else None

    @property
    def is_paused(self) -> bool:
        return self.timer.is_paused

    @property
    def switches_sides(self) -> bool:
        """Whether the set at hand is on the other side than the one before."""
        return self._switch

    @property
    def last(self) -> Behind | None:
        """What `back` would lead to from here; None at the beginning."""
        return self._trail[-1] if self._trail else None

    @property
    def next_exercise(self) -> str | None:
        """The name of the exercise after the one at hand, None after the last."""
        here = self.here
        return next((one.name for one in self.sets if here and one.exercise != here.exercise), None)

    @property
    def left_out(self) -> list[Item]:
        """What is open and left out, because it hurt above the limit earlier that day."""
        return [
            item for item in self.day.above_limit() if item.is_open and item.exercise.uid in self._stopped
        ]

    @property
    def asks_to_stop(self) -> bool:
        """Whether the answer that stands is above the limit."""
        return self.answer is not None and asks_to_stop(self.answer, self.day.limit)

    @property
    def can_stop_exercise(self) -> bool:
        """Whether anything is left of the exercise at hand or asked about."""
        one = self.asked or self.here
        item = self.day.item(one.exercise) if one else None
        return item is not None and item.is_open and self.step is not Step.OVER

    def seconds(self, now: float) -> float:
        """Seconds of the session so far, without pauses and sleep."""
        return self._spent + (0.0 if self.step is Step.OVER else self.timer.elapsed(now))

    # Time

    def look(self, now: float) -> Sign:
        """Goes on as far as time leads; a set whose time is over stays until it stands in the diary."""
        seen, self._seen = self._seen, now
        if self.is_paused or self.step is Step.OVER:
            return Sign.NOTHING
        if now - seen > ASLEEP:
            return self._wake(seen, now)
        sign = self._step_over(now) if self.timer.is_over(now) else Sign.NOTHING
        if self._begins_work or self._ten_left_between(seen, now):
            self._begins_work = False
            sign |= Sign.BELL
        return sign

    def _wake(self, seen: float, now: float) -> Sign:
        """What ran stopped when the computer fell asleep; a set begins again, and waits for its runner."""
        self.timer = self.timer.paused(seen)
        if self.step is Step.QUESTION:
            self.timer = self.timer.resumed(now)
            return Sign.NOTHING
        self._get_ready(now, switch=self._switch)
        self.pause(now)
        return Sign.SLEPT

    def _step_over(self, now: float) -> Sign:
        if self.step is Step.WORK:
            return Sign.BELL | Sign.DONE
        self.go_on(now)
        return Sign.NOTHING

    def _ten_left_between(self, seen: float, now: float) -> bool:
        length = self.timer.length
        if self.step is not Step.WORK or length is None or length <= TEN_LEFT or not self.sets[0].is_held:
            return False
        return self.timer.elapsed(seen) < length - TEN_LEFT <= self.timer.elapsed(now)

    def until_next_look(self, now: float) -> float:
        """Seconds until what is shown changes, at most 1."""
        left = self.timer.left(now)
        if left is None:
            return 1.0
        if self.step is Step.WORK and (
            counted := session.count(self.sets[0], self.pace, self.timer.elapsed(now))
        ):
            return min(counted.left, left, 1.0)
        return left - (math.ceil(left) - 1) if left else 0.0

    def pause(self, now: float) -> None:
        self.timer = self.timer.paused(now)

    def resume(self, now: float) -> None:
        self._seen = now
        self.timer = self.timer.resumed(now)

    # The runner's keys

    def go_on(self, now: float) -> None:
        """On from getting ready, a rest or the question; a paused one runs again."""
        if self.is_paused:
            self.resume(now)
        elif self.step is Step.READY:
            self._work(now)
        elif self.step is Step.REST:
            self._get_ready(now, switch=self._switch)
        elif self.step is Step.QUESTION:
            self._leave_question(now)

    def begin_set_again(self, now: float) -> None:
        self._get_ready(now, switch=self._switch)

    def pass_set(self, now: float) -> None:
        """Leaves a set out; it stays open in the diary."""
        if one := self.here:
            self._passed[one.exercise, one.side] += 1
            self._trail.append(Behind(one, "passed"))
            self.sets = self._sets_left()
            self._after(one, now, rest=False)

    def forget_last(self, now: float) -> Behind | None:
        """Takes the last set off the trail, to be done again; one that was done must be taken out of the diary too."""
        if not self._trail:
            return None
        last = self._trail.pop()
        if last.how == "passed":
            self._passed[last.one.exercise, last.one.side] -= 1
            self.sets = self._sets_left()
            self._get_ready(now)
        return last

    def ask(self, now: float) -> None:
        """Asks for the pain of the exercise at hand while some of it is left."""
        if self.here:
            self._ask(self.here, now)

    def answered(self, log: PainLog, now: float) -> None:
        """An answer was written. Within the limit the session goes on by itself; above it a key must."""
        self.answer = log
        length = None if asks_to_stop(log, self.day.limit) else TO_CORRECT
        self._begin(Step.QUESTION, length, now)

    def stop(self, now: float) -> None:
        """Ends the session; what is left stays open."""
        self.ended_early = bool(self.sets)
        self._begin(Step.OVER, None, now)

    # The diary

    def follow(self, day: Day, now: float) -> None:
        """Goes on from what the diary holds now."""
        before, many, was_skipped = self.here, len(self.sets), self._is_skipped(self.asked)
        self.day = day
        self.sets = self._sets_left()
        if self.answer and self.answer.uid not in {log.uid for log in day.pain_logs}:
            self.answer = None
        if self.step in (Step.QUESTION, Step.OVER):
            if len(self.sets) > many:
                self._get_ready(now)
            elif self.asked and self._is_skipped(self.asked) and not was_skipped:
                self._trail.append(Behind(self.asked, "skipped"))
                self._leave_question(now)
        elif before is not None and before != self.here:
            self._follow_on(before, now)

    def _sets_left(self) -> tuple[Set, ...]:
        return session.sets_left(self.day, self._passed, {item.exercise.uid for item in self.left_out})

    def _is_skipped(self, one: Set | None) -> bool:
        item = self.day.item(one.exercise) if one else None
        return item is not None and item.skipped is not None

    def _follow_on(self, before: Set, now: float) -> None:
        item = self.day.item(before.exercise)
        if self._is_skipped(before):
            self._trail.append(Behind(before, "skipped"))
            self._after(before, now, rest=False)
        elif (
            item is not None
            and item.sets_on(before.side) >= before.number - self._passed[before.exercise, before.side]
        ):
            self._trail.append(Behind(before, "done"))
            self._after(before, now, rest=True)
        else:
            self._get_ready(now)

    # From step to step

    def _after(self, before: Set, now: float, *, rest: bool) -> None:
        """What follows a set that was left behind."""
        following = self.here
        if following is not None and following.exercise == before.exercise:
            self._switch = following.side != before.side
            if rest and self.pace.rest and following.number != before.number:
                self._begin(Step.REST, self.pace.rest, now)
            else:
                self._get_ready(now, switch=self._switch)
        elif self._was_worked_on(before):
            self._ask(before, now)
        else:
            self._on_to_next(now)

    def _was_worked_on(self, one: Set) -> bool:
        """Whether this session did some of the exercise, or left it because of pain."""
        item = self.day.item(one.exercise)
        return (item is not None and item.skipped == "pain") or any(
            behind.one.exercise == one.exercise and behind.how == "done" for behind in self._trail
        )

    def _get_ready(self, now: float, *, switch: bool = False) -> None:
        self._switch = switch
        if seconds := max(self.pace.ready, TO_SWITCH) if switch else self.pace.ready:
            self._begin(Step.READY, seconds, now)
        else:
            self._work(now)

    def _work(self, now: float) -> None:
        self._begin(Step.WORK, self.sets[0].seconds(self.pace), now)
        self._begins_work = True

    def _ask(self, one: Set, now: float) -> None:
        self.asked, self.answer = one, None
        self._begin(Step.QUESTION, None, now)

    def _leave_question(self, now: float) -> None:
        self.asked = self.answer = None
        self._on_to_next(now)

    def _on_to_next(self, now: float) -> None:
        if self.sets:
            self._get_ready(now)
        else:
            self._begin(Step.OVER, None, now)

    def _begin(self, step: Step, seconds: float | None, now: float) -> None:
        self._spent = self.seconds(now)
        self.step, self.timer, self._seen = step, Timer(seconds, now), now
        if step is not Step.QUESTION:
            self.asked = self.answer = None
