"""Once a week: how the three activities go, by a digit each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from data import activities
from data.activities import SCALE_ENDS
from data.models import Activity
from data.plain_text import one_line
from screens.level_keys import LevelKeys
from screens.widgets.dialogs import Dialog
from screens.widgets.lines import Line, Lines, Piece, padded, wrapped

if TYPE_CHECKING:
    from textual.app import ComposeResult

WIDEST_NAME = 20
SCORES = range(11)


class _Scales(Lines):
    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()
        self._scores: Sequence[int | None] = ()
        self._here = 0

    def show(self, names: Sequence[str], scores: Sequence[int | None], here: int) -> None:
        self._names, self._scores, self._here = names, scores, here
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        unable, as_before = SCALE_ENDS
        lines: list[Line] = [
            (Piece(text, "muted"),) for text in wrapped(f'0 "{unable}", 10 "{as_before}"', width)
        ]
        for number, (name, score) in enumerate(zip(self._names, self._scores, strict=True)):
            part = "cursor" if number == self._here else "plain"
            marker = Piece("▸ " if number == self._here else "  ", "key", f"screen.move_to({number})")
            scale = [
                Piece(
                    f"[{one}]" if one == score else f" {one} ",
                    "chosen" if one == score else "plain",
                    f"screen.score_of({number}, {one})",
                )
                for one in SCORES
            ]
            if width >= WIDEST_NAME + 36:
                lines.append((marker, Piece(padded(name, WIDEST_NAME), part), *scale))
            else:
                lines += [(marker, Piece(padded(name, width - 2), part)), (*scale,)]
        return lines


class ActivityScores(Dialog[None]):
    """Each score is saved at its key; nothing is chosen beforehand."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(level),
                f"digit({level})",
                "score",
                id=f"activities.score-{level}",
                tooltip=f"Score {level}",
                group=Binding.Group("score"),
            )
            for level in range(10)
        ),
        Binding("up,k", "move(-1)", "up", id="activities.up", show=False, tooltip="Activity above"),
        Binding("down,j", "move(1)", "down", id="activities.down", show=False, tooltip="Activity below"),
        Binding("enter", "cancel", "done", id="activities.done", tooltip="Close"),
    ]

    def __init__(self, day: date) -> None:
        super().__init__("How do these go, this week?")
        self._day = day
        self._activities: list[Activity] = activities.activities()
        self._here = 0
        self._keys = LevelKeys()

    def compose_body(self) -> ComposeResult:
        yield _Scales()

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        latest = [activities.latest(one, self._day) for one in self._activities]
        scores = [found.score if found and found.day == self._day else None for found in latest]
        names = [one_line(one.name) for one in self._activities]
        self.query_one(_Scales).show(names, scores, self._here)

    def action_digit(self, digit: int) -> None:
        """After a 1 the cursor waits there for the 0 of a 10; any other digit is for the next activity."""
        if self._keys.awaits_zero and digit != 0:
            self._go_on()
        if self._save(self._keys.level(digit)) and not self._keys.awaits_zero:
            self._go_on()
        self._show()

    def action_score_of(self, number: int, score: int) -> None:
        self._here = number
        self._keys.other_key()
        self._save(score)
        self._show()

    def action_move(self, by: int) -> None:
        self.action_move_to((self._here + by) % len(self._activities))

    def action_move_to(self, number: int) -> None:
        self._here = number
        self._keys.other_key()
        self._show()

    def _go_on(self) -> None:
        self._here = min(self._here + 1, len(self._activities) - 1)
        self._keys.other_key()

    def _save(self, score: int) -> bool:
        activity = self._activities[self._here]
        return self.write(lambda: _score(activity, self._day, score))


def _score(activity: Activity, day: date, score: int) -> None:
    activities.score(activity, day, score)
