"""Today: the day's pain, its exercises set by set, its runs and its note. Every key is saved at once."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from data import activities, checklist, diary, entries, pauses, returning, wording
from data.calendar_days import short
from data.day import Item
from data.models import Event, Run
from data.plain_text import one_line
from screens.today_keys import TODAY_KEYS
from screens.today_pain import PainToday
from screens.today_view import WRITTEN_AFTER
from screens.trouble import TROUBLES

if TYPE_CHECKING:
    from textual.binding import BindingType

ONE_DAY = timedelta(days=1)


class TodayScreen(PainToday):
    """What the keys of Today do; windows are imported when they are asked for."""

    CSS_PATH = "today.tcss"
    HAS_FIELDS = False
    BINDINGS: ClassVar[list[BindingType]] = TODAY_KEYS

    def __init__(self) -> None:
        super().__init__()
        self._pauses_kept: set[str] = set()
        """Open pauses that shall go on although something was ticked."""
        self._asked_about_gap: date | None = None

    def reload(self) -> None:
        super().reload()
        if self.day == self.today and self._asked_about_gap != self.today:
            self._asked_about_gap = self.today
            self.call_after_refresh(self._ask_about_gap)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "stop":
            return self._shown_day is not None and self._stopped() is not None
        if action == "begin_session":
            return True if self.day == self.today else None
        return super().check_action(action, parameters)

    # Days and rows

    def action_go(self, by: int) -> None:
        self.show_day(self.day + timedelta(days=by))

    def action_go_to(self, day: str) -> None:
        self.show_day(date.fromisoformat(day))

    def action_pick_day(self) -> None:
        from screens.dialogs.day_picker import DayPicker

        assert self.today is not None
        self.app.push_screen(DayPicker(self.day, self.today), lambda day: self.show_day(day) if day else None)

    def action_take(self, uid: str) -> None:
        self.go_here(uid)

    def action_move(self, by: int) -> None:
        """To the next row; beyond the last one the page goes on to what stands below."""
        uids = self.uids
        at = uids.index(self.here) + by if self.here in uids else -1
        if 0 <= at < len(uids):
            self.go_here(uids[at])
        else:
            self.body.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        self.body.scroll_relative(y=by * max(self.body.size.height - 1, 1), animate=False)

    # Work done

    def action_next_set(self) -> None:
        if item := self.item:
            self._work(item, lambda: checklist.next_set(item, self.day))

    def action_extra_set(self) -> None:
        if item := self.item:
            self._work(item, lambda: checklist.extra_set(item, self.day), move_on=False)

    def action_as_asked(self) -> None:
        if item := self.item:
            self._work(item, lambda: diary.do(item.exercise, self.day))

    def action_all_as_asked(self) -> None:
        self._work(None, lambda: diary.do_all(self.day), move_on=False)

    def action_tick(self, uid: str, side: str, number: int) -> None:
        """A click on a box fills up to it; on the last full one it empties it."""
        self.go_here(uid)
        if item := self.item:
            count = number - 1 if item.sets_on(side) == number else number
            self._work(item, lambda: checklist.set_count(item, self.day, side, count), move_on=False)

    def _work(self, item: Item | None, change: Callable[[], object], *, move_on: bool = True) -> None:
        """Write work on an exercise (None: on all), after the question whether an open pause is over."""

        def write() -> None:
            if self.save(change) and move_on and not (self.item and self.item.is_open):
                self.move_on()

        paused = item.excused and not item.skipped if item else self.shown.paused
        pause = returning.open_pause(self.day, item.exercise.uid if item else None) if paused else None
        if pause is None or pause.uid in self._pauses_kept or self.is_ahead:
            write()
            return

        def answered(ends: bool | None) -> None:
            if ends:
                self.save(lambda: pauses.end(pause, self.day))
            elif ends is False:
                self._pauses_kept.add(pause.uid)
            if ends is not None:
                write()

        from screens.widgets.dialogs import ConfirmDialog

        last = "yesterday" if self.day == self.today else f"on {short(self.day - ONE_DAY)}"
        question = f"End it {last}? If not, what is ticked is kept, not counted."
        self.app.push_screen(ConfirmDialog(f"Paused since {short(pause.starts_on)}", question), answered)

    def action_one_back(self) -> None:
        if item := self.item:
            self.save(lambda: checklist.one_back(item, self.day))
        elif (entry := self.entry) and not self.is_refused():
            self.write(lambda: f"Deleted: {_deleted(entry)}. {self.key_of('app.undo')} undoes.")

    def action_begin_session(self) -> None:
        self.shell.open_section("session", come_back=True, begin=True)

    # Work left out

    def action_skip(self) -> None:
        if self.item is None or self.is_refused():
            return
        from screens.dialogs.skip import skip_dialog

        item = self.item

        def skipped(reason: str | None) -> None:
            if reason and self.save(lambda: diary.skip(item.exercise, self.day, reason)):
                self.move_on()

        self.app.push_screen(skip_dialog(one_line(item.exercise.name)), skipped)

    def _stopped(self) -> Item | None:
        """The first exercise with pain above the limit of which something is left."""
        return next((item for item in self.shown.above_limit() if item.is_open), None)

    def action_stop(self) -> None:
        if item := self._stopped():
            self.save(lambda: diary.skip(item.exercise, self.day, "pain"))

    # Windows

    def action_details(self) -> None:
        if self.is_refused():
            return
        if item := self.item:
            from screens.dialogs.details import DetailsForm

            self.app.push_screen(DetailsForm(item, self.day))
        elif entry := self.entry:
            from screens.dialogs.event import EventForm
            from screens.dialogs.run_form import RunForm

            self.app.push_screen(
                RunForm(self.shown, entry) if isinstance(entry, Run) else EventForm.of(entry)
            )

    def action_how_to(self) -> None:
        if item := self.item:
            if item.exercise.guide:
                self.shell.open_guide(item.exercise.guide)
            else:
                self.shell.say(f"The guide has no page on {one_line(item.exercise.name)}.")

    def action_add_run(self) -> None:
        if not self.is_refused():
            from screens.dialogs.run_form import RunForm

            self.app.push_screen(RunForm(self.shown))

    def action_write_note(self) -> None:
        if not self.is_refused():
            from screens.dialogs.note import NoteDialog

            self.app.push_screen(NoteDialog(self.day, self.shown.note))

    def action_add_event(self) -> None:
        if self.is_refused():
            return
        from screens.dialogs.event import EventForm, which_event

        def chosen(kind: str | None) -> None:
            if kind:
                self.app.push_screen(EventForm(kind, self.day))

        self.app.push_screen(which_event(self.day), chosen)

    def action_score_activities(self) -> None:
        if self.is_refused():
            return
        from screens.dialogs.activity_scores import ActivityScores

        if activities.activities():
            self.app.push_screen(ActivityScores(self.day))
        else:
            self.shell.say("There are no activities yet; the plan has a place for three.")

    async def _ask_about_gap(self) -> None:
        await sleep(WRITTEN_AFTER)
        assert self.today is not None
        try:
            first = returning.empty_since(self.today)
        except TROUBLES:
            self._asked_about_gap = None  # asked when the diary can be read again
            return
        if first is not None and self.is_attached:
            from screens.dialogs.gap import ask_about_gap

            ask_about_gap(self, first, self.today)


def _deleted(entry: Run | Event) -> str:
    """Deletes it; what it was in a few words."""
    words = f"run of {wording.distance(entry.km)}" if isinstance(entry, Run) else entries.describe(entry)
    entries.delete(entry)
    return one_line(words)
