"""The one way to write a day. Both the command and the screens call it; each call is saved at once and can be undone.

Every function gives the sentence that says what was done, or the row it wrote. A value that can't stand is `Refused`
and nothing is changed.
"""

from data.diary.days import side_on
from data.diary.exercises import (
    do,
    do_all,
    done_label,
    item_on,
    set_counts,
    set_done,
    skip,
    skip_all,
    split_sides,
    unskip,
)
from data.diary.happenings import add_event, discharge, set_note
from data.diary.opening import keep_copy, open, redo, undo, version
from data.diary.pain import log_pain, pain_of_run
from data.diary.runs import log_run
from data.plan import today
from data.store import flush

__all__ = [
    "add_event",
    "discharge",
    "do",
    "do_all",
    "done_label",
    "flush",
    "item_on",
    "keep_copy",
    "log_pain",
    "log_run",
    "open",
    "pain_of_run",
    "redo",
    "set_counts",
    "set_done",
    "set_note",
    "side_on",
    "skip",
    "skip_all",
    "split_sides",
    "today",
    "undo",
    "unskip",
    "version",
]
