"""What the digits of Today give: the worst pain of the day, or what was asked for by `i` and `m`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from data import diary, entries
from data.calendar_days import long
from data.plain_text import one_line
from screens.level_keys import LevelKeys
from screens.today_view import Question, TodayView

if TYPE_CHECKING:
    from textual.events import Key

    from screens.active_commands import Command


LEVEL = Binding.Group("level")


class PainToday(TodayView):
    """A question takes one digit, then the digits are for the worst pain again."""

    def __init__(self) -> None:
        super().__init__()
        self._level_keys = LevelKeys()

    def is_refused(self) -> bool:
        """On a day to come nothing can be written; tells so."""
        if self.is_ahead:
            self.shell.say(
                f"{long(self.day)} has not come yet: it can be filled in from that day on.", "warning"
            )
        return self.is_ahead

    def save(self, change: Callable[[], object]) -> bool:
        """Write, unless the day is still to come; what the change returns is not told: the screen shows it."""

        def quietly() -> None:
            change()

        return not self.is_refused() and self.write(quietly)

    def on_key(self, event: Key) -> None:
        """A question that a 1 has answered waits for the 0 of a 10, and for nothing else."""
        if event.character != "0" and self._level_keys.awaits_zero:
            self._level_keys.other_key()
            self._drop_question()

    def action_digit(self, digit: int) -> None:
        self._give(self._level_keys.level(digit))

    def action_give_level(self, level: int) -> None:
        self._level_keys.other_key()
        self._give(level)

    def _give(self, level: int) -> None:
        asked = self.question
        moment = asked.moment if asked else "worst"
        exercise = asked.item.exercise if asked and asked.item else None
        self.save(
            lambda: diary.log_pain(
                level, self.day, moment=moment, exercise=exercise, replace=asked is not None
            )
        )
        if not self._level_keys.awaits_zero:
            self._drop_question()

    def action_pain_during(self) -> None:
        if self.item and not self.is_refused():
            self._ask(Question(f"Pain during {one_line(self.item.exercise.name)}", "during", self.item))

    def action_morning(self) -> None:
        if not self.is_refused():
            self._ask(Question("This morning" if self.day == self.today else "That morning", "morning"))

    def _ask(self, question: Question) -> None:
        self._level_keys.other_key()
        self.question = question
        self.show_scale()
        self.refresh_bindings()

    def _drop_question(self) -> None:
        if self.question:
            self.question = None
            self.show_scale()
            self.refresh_bindings()

    def footer_commands(self, commands: list[Command]) -> list[Command]:
        """While a question is asked, what answers it and what leaves it."""
        if not self.question:
            return commands
        levels = [one._replace(group=LEVEL) for one in commands if one.action.startswith("digit(")]
        return [*levels, *(one for one in commands if one.id in ("app.back", "app.help"))]

    def action_clear_pain(self) -> None:
        asked = self.question
        log = self.shown.pain_log(asked.moment, asked.exercise_uid) if asked else self.shown.pain_log("worst")
        if log:
            self.save(partial(entries.delete, log))
        self._drop_question()

    def action_back(self) -> None:
        if self.question:
            self._drop_question()
        else:
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back" and self.question:
            return True
        return super().check_action(action, parameters)
