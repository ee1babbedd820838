"""The keys of the journal."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_PAIN = Binding.Group("pain from", compact=True)


def _move(keys: str, how: str, name: str) -> Binding:
    return Binding(keys, f"move('{how}')", how, id=f"journal.{how}", show=False, tooltip=name)


JOURNAL_KEYS: list[BindingType] = [
    Binding("enter", "open", "open", id="journal.open", tooltip="Open the day on Today, to put it right"),
    Binding(
        "space", "details", "details", id="journal.details", tooltip="The day in full, or the list again"
    ),
    Binding("slash", "search", "search", id="journal.search", tooltip="Search in notes"),
    Binding("d", "pick_day", "date", id="journal.pick-day", tooltip="Go to a date"),
    Binding(
        "s",
        "only_skipped",
        "skipped",
        id="journal.skipped",
        show=False,
        tooltip="Only days with a skip",
    ),
    Binding(
        "n",
        "only_for_physio",
        "physio",
        id="journal.physio",
        show=False,
        tooltip="Only days with a note for the physiotherapist",
    ),
    *(
        Binding(
            str(digit),
            f"pain_from({digit})",
            "pain",
            id=f"journal.pain-{digit}",
            show=False,
            group=_PAIN,
            tooltip=f"Only days with so much pain or more (1 then 0: 10; again: all days): {digit}",
        )
        for digit in range(10)
    ),
    Binding("backspace,delete", "show_all", "all", id="journal.all", show=False, tooltip="All days again"),
    _move("j,down", "down", "Older day"),
    _move("k,up", "up", "Newer day"),
    _move("pagedown", "page-down", "A page of days further back"),
    _move("pageup", "page-up", "A page of days forward"),
    _move("home", "newest", "Newest day"),
    _move("end", "oldest", "Oldest day"),
]
