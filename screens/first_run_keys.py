"""The keys of first run."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_ANSWERS = Binding.Group("answer", compact=True)

FIRST_RUN_KEYS: list[BindingType] = [
    Binding("enter", "go_on", "go on", id="first-run.go-on", tooltip="Keep the answer and go on"),
    Binding("space", "tick", "tick", id="first-run.tick", tooltip="Tick or untick"),
    Binding("j,down", "move(1)", "down", id="first-run.down", show=False, tooltip="Down"),
    Binding("k,up", "move(-1)", "up", id="first-run.up", show=False, tooltip="Up"),
    Binding("pagedown", "page(1)", "down", id="first-run.page-down", show=False, tooltip="Page down"),
    Binding("pageup", "page(-1)", "up", id="first-run.page-up", show=False, tooltip="Page up"),
    *(
        Binding(
            str(number),
            f"answer({number})",
            "answer",
            id=f"first-run.answer-{number}",
            group=_ANSWERS,
            tooltip=f"Answer {number}",
        )
        for number in range(1, 10)
    ),
]
