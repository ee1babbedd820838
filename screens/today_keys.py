"""The commands of Today: their keys, their words, and what they run."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_PAIN = Binding.Group("pain")
_DAYS = Binding.Group("day")
_ROWS = Binding.Group("row")


def _quiet(key: str, action: str, label: str, name: str, tooltip: str) -> Binding:
    return Binding(key, action, label, id=f"today.{name}", show=False, tooltip=tooltip)


TODAY_KEYS: list[BindingType] = [
    Binding("space", "next_set", "set", id="today.next-set", tooltip="Tick the next set, left before right"),
    Binding("x", "as_asked", "row", id="today.row", tooltip="Tick this row as asked"),
    Binding("s", "skip", "skip", id="today.skip", tooltip="Skip this exercise, with a reason"),
    *(
        Binding(
            str(level),
            f"digit({level})",
            "pain",
            id=f"today.pain-{level}",
            tooltip=f"Worst pain of the day {level}",
            group=_PAIN,
        )
        for level in range(10)
    ),
    Binding("b", "begin_session", "begin", id="today.begin", tooltip="Begin the guided session"),
    _quiet("a", "add_run", "run", "run", "Add a run"),
    _quiet("delete", "clear_pain", "clear", "clear-pain", "Take the pain level away"),
    _quiet("X", "all_as_asked", "all", "all", "Tick all that is still open as asked"),
    _quiet("backspace", "one_back", "back", "back", "One set back; a skip, a run or an event away"),
    _quiet("plus", "extra_set", "more", "extra-set", "One set more than asked"),
    _quiet("S", "stop", "stop", "stop", "Stop: skip what is left of it, because of pain"),
    _quiet("i", "pain_during", "pain in it", "pain-during", "Pain during this exercise: a digit follows"),
    _quiet("m", "morning", "morning", "morning", "This morning's pain: a digit follows"),
    _quiet("enter", "details", "details", "details", "Details: amount, load, note"),
    _quiet("h", "how_to", "how", "how-to", "How this exercise is done"),
    _quiet("n", "write_note", "note", "note", "Note of the day"),
    _quiet("v", "add_event", "event", "event", "Visit, flare or other event"),
    _quiet("c", "score_activities", "activities", "activities", "Score the three activities"),
    Binding(
        "left,left_square_bracket",
        "go(-1)",
        "day before",
        id="today.day-before",
        show=False,
        group=_DAYS,
        tooltip="Day before",
    ),
    Binding(
        "right,right_square_bracket",
        "go(1)",
        "day after",
        id="today.day-after",
        show=False,
        group=_DAYS,
        tooltip="Day after",
    ),
    _quiet("d", "pick_day", "go to", "pick-day", "Go to a day"),
    Binding("up,k", "move(-1)", "up", id="today.up", show=False, group=_ROWS, tooltip="Row above"),
    Binding("down,j", "move(1)", "down", id="today.down", show=False, group=_ROWS, tooltip="Row below"),
    _quiet("pageup", "page(-1)", "page up", "page-up", "Scroll up a page"),
    _quiet("pagedown", "page(1)", "page down", "page-down", "Scroll down a page"),
]
