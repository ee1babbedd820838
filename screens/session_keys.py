"""The commands of the guided session: their keys, their words, and what they run."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_PAIN = Binding.Group("pain", compact=True)

SESSION_KEYS: list[BindingType] = [
    *(
        Binding(
            str(level),
            f"digit({level})",
            "pain",
            id=f"session.pain-{level}",
            tooltip=f"Answer: pain {level} during the exercise",
            group=_PAIN,
        )
        for level in range(10)
    ),
    Binding("space", "pause", "pause", id="session.pause", tooltip="Pause, and go on"),
    Binding(
        "enter",
        "go_on",
        "go on",
        id="session.go-on",
        tooltip="Go on: begin now, repetitions done, no answer",
    ),
    Binding("b,backspace", "again", "again", id="session.again", tooltip="This set again, or the one before"),
    Binding("n", "pass_set", "skip set", id="session.skip-set", tooltip="Skip this set; it stays open"),
    Binding("s", "skip", "skip", id="session.skip", tooltip="Skip this exercise, with a reason"),
    Binding(
        "S",
        "stop_exercise",
        "stop it",
        id="session.stop-exercise",
        tooltip="Stop this exercise: skip what is left of it, because of pain",
    ),
    Binding(
        "i", "pain_now", "pain", id="session.pain-now", show=False, tooltip="Pain during this exercise, now"
    ),
    Binding(
        "x", "end", "end", id="session.end", show=False, tooltip="Stop for today; what is left stays open"
    ),
]
