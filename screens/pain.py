"""Pain: every log of a day, what the limit says to it, and the last fourteen days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region

from data import day as days
from data import diary, entries, lately, pain_logs
from data.calendar_days import long
from screens.dialogs.day_picker import DayPicker
from screens.dialogs.pain_form import PainForm
from screens.section import Section
from screens.widgets.day_bar import DayBar
from screens.widgets.pain_days import PainDays
from screens.widgets.pain_logs import PainLogs
from screens.widgets.pain_summary import PainSummary

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize

    from data.day import Day, Item
    from data.models import PainLog

LOGS_ONLY = 9
"""A pane of fewer lines has room for the logs alone."""
NOTHING_LOGGED = (
    "Nothing is logged on this day yet. A digit begins: 0 is no pain, 1 and 0 is 10; a opens the form without one. "
    "Pain of an exercise or a run that is given on Today stands here too."
)


class PainScreen(Section):
    """Shows the diary's day until it is sent to another one."""

    CSS_PATH = "pain.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(digit),
                f"add({digit})",
                "pain",
                id=f"pain.level-{digit}",
                group=Binding.Group("level", compact=True),
                tooltip=f"Log pain {digit}",
            )
            for digit in range(10)
        ),
        Binding("a", "add", "add", id="pain.add", tooltip="Log pain: level, moment, side, site and more"),
        Binding("enter", "edit", "edit", id="pain.edit", tooltip="Edit the log under the cursor"),
        Binding(
            "delete,backspace",
            "delete",
            "delete",
            id="pain.delete",
            tooltip="Delete the log under the cursor",
        ),
        Binding(
            "S",
            "stop",
            "stop",
            id="pain.stop",
            tooltip="Stop: skip what is left of this exercise, because of pain",
        ),
        Binding("j,down", "move(1)", "down", id="pain.down", show=False, tooltip="Log below"),
        Binding("k,up", "move(-1)", "up", id="pain.up", show=False, tooltip="Log above"),
        Binding(
            "left,left_square_bracket",
            "go(-1)",
            "day",
            id="pain.day-before",
            show=False,
            tooltip="Day before",
        ),
        Binding(
            "right,right_square_bracket", "go(1)", "day", id="pain.day-after", show=False, tooltip="Day after"
        ),
        Binding("d", "pick_day", "date", id="pain.pick-day", show=False, tooltip="Go to a date"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        self._shown_day: Day | None = None
        self._here: str | None = None
        self._row = 0

    def compose_body(self) -> ComposeResult:
        yield DayBar()
        with Horizontal(id="pain"):
            with Vertical(id="pain-of-day"):
                yield PainSummary()
                with VerticalScroll(can_focus=False):
                    yield PainLogs()
            yield PainDays()

    # What is shown

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.height < LOGS_ONLY, "-tiny")

    def arrive(self, **where: Any) -> None:
        if day := where.get("day"):
            self._go_to(day)

    def new_day(self, before: date) -> None:
        if self._day == before:
            self._day = self.today

    def reload(self) -> None:
        today = diary.today()
        self._day = self._day or today
        self._shown_day = day = days.read(self._day)
        self._keep_cursor(day)
        self.query_one(DayBar).show(day.day, today)
        self.query_one(PainSummary).show(day)
        logs = self.query_one(PainLogs)
        logs.move_to(self._here, can_stop=self._to_stop() is not None)
        empty = _not_yet(day.day) if day.day > today else NOTHING_LOGGED
        logs.show(day, is_today=day.day == today, empty=empty)
        self.query_one(PainDays).show(lately.read(day.day, today), day.day)
        self.call_after_refresh(self._find_cursor)
        self.refresh_bindings()

    def _keep_cursor(self, day: Day) -> None:
        """On the log where it was; where that is gone, on the one that took its place."""
        uids = [log.uid for log in day.pain_logs]
        if self._here in uids:
            self._row = uids.index(self._here)
        else:
            self._row = min(self._row, max(len(uids) - 1, 0))
            self._here = uids[self._row] if uids else None

    # The cursor

    @property
    def _log(self) -> PainLog | None:
        """The log under the cursor."""
        logs = self._shown_day.pain_logs if self._shown_day else ()
        return next((log for log in logs if log.uid == self._here), None)

    def _move_to(self, uid: str) -> None:
        if self._shown_day is None:
            return
        self._here = uid
        self._keep_cursor(self._shown_day)
        self.query_one(PainLogs).move_to(self._here, can_stop=self._to_stop() is not None)
        self._scroll_to_cursor()
        self.refresh_bindings()

    def _scroll_to_cursor(self) -> None:
        if rows := self.query_one(PainLogs).rows_of(self._here or ""):
            region = Region(0, rows.start, 1, len(rows))
            self.query_one(VerticalScroll).scroll_to_region(region, animate=False)

    def _find_cursor(self) -> None:
        """Scroll to the log under the cursor, unless a part of a long one is being read."""
        view, rows = self.query_one(VerticalScroll), self.query_one(PainLogs).rows_of(self._here or "")
        top = view.scroll_offset.y
        seen = range(max(rows.start, top), min(rows.stop, top + view.size.height))
        if not seen or len(rows) <= view.size.height:
            self._scroll_to_cursor()

    def action_move(self, by: int) -> None:
        """To the next log; of one that is longer than the pane, to the rest of it first."""
        logs = self._shown_day.pain_logs if self._shown_day else ()
        if logs and not self._scroll_along(by):
            self._move_to(logs[min(max(self._row + by, 0), len(logs) - 1)].uid)

    def _scroll_along(self, by: int) -> bool:
        """Show more of the log under the cursor; False when there is no more of it in that direction."""
        view, rows = self.query_one(VerticalScroll), self.query_one(PainLogs).rows_of(self._here or "")
        top, height = view.scroll_offset.y, view.size.height
        hidden = rows.stop - top - height if by > 0 else top - rows.start
        if hidden > 0 and height:
            view.scroll_relative(y=by * min(hidden, max(height - 1, 1)), animate=False)
        return hidden > 0 and height > 0

    def action_choose_log(self, uid: str) -> None:
        """A click: to a log, or into the one under the cursor."""
        if uid == self._here:
            self.action_edit()
        else:
            self._move_to(uid)

    # The day

    def _go_to(self, day: date) -> None:
        self._day, self._here, self._row = day, None, 0

    def action_go(self, by: int) -> None:
        if self._day:
            self.action_go_to(str(self._day + timedelta(days=by)))

    def action_go_to(self, day: str) -> None:
        self._go_to(date.fromisoformat(day))
        self.shell.show_diary_in(self, again=True)

    def action_pick_day(self) -> None:
        def go(day: date | None) -> None:
            if day is not None:
                self.action_go_to(str(day))

        if self._day:
            self.app.push_screen(DayPicker(self._day, diary.today()), go)

    # Logs

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("edit", "delete"):
            return True if self._log else None
        if action == "stop":
            return self._to_stop() is not None
        return super().check_action(action, parameters)

    def action_add(self, digit: int | None = None) -> None:
        if self._shown_day is None:
            return
        if self._shown_day.day > diary.today():
            self.shell.say(_not_yet(self._shown_day.day), "warning")
            return
        self._ask(PainForm(self._shown_day, typed=digit))

    def action_edit(self) -> None:
        if self._shown_day and (log := self._log):
            self._ask(PainForm(self._shown_day, log))

    def _ask(self, form: PainForm) -> None:
        def show(saved: bool | None) -> None:
            if saved and form.saved:
                self.call_after_refresh(self._move_to, form.saved.uid)

        self.app.push_screen(form, show)

    def action_delete(self) -> None:
        if log := self._log:
            self.write(lambda: f"{entries.delete(log)}. Undo brings it back.")

    def _to_stop(self) -> Item | None:
        """The exercise of the log under the cursor, when pain during it was above the limit and some of it is left."""
        day, log = self._shown_day, self._log
        if day is None or log is None or not log.exercise_uid or not pain_logs.asks_to_stop(log, day.limit):
            return None
        item = day.item(log.exercise_uid)
        return item if item and not item.is_answered else None

    def action_stop(self) -> None:
        if (day := self._shown_day) and (item := self._to_stop()):
            self.write(partial(diary.skip, item.exercise, day.day, "pain"))


def _not_yet(day: date) -> str:
    return f"{long(day)} has not come yet: it can be filled in from that day on."
