"""What Today shows: which day, which row, and the widgets filled from the diary. Its keys are in `today.py`."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from data import day as days
from data.day import Day, Item
from data.plain_text import one_line
from screens.active_commands import key_of
from screens.section import Section
from screens.shell import PaletteEntry
from screens.today_notices import notices
from screens.trouble import TROUBLES
from screens.widgets.checklist import Checklist
from screens.widgets.checklist_rows import row_of
from screens.widgets.day_bar import DayBar
from screens.widgets.day_entries import entries_of
from screens.widgets.day_facts import DayFacts
from screens.widgets.drawn_once import Column, ScrolledColumn
from screens.widgets.lines import Piece
from screens.widgets.notices import Notices
from screens.widgets.pain_scale import PainScale
from screens.widgets.paragraphs import Paragraphs
from screens.widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.models import Event, Run

WRITTEN_AFTER = 0.001
"""Seconds in which the thread that writes to the terminal has its turn, so that what was painted is seen first."""
NO_EXERCISES = "Your exercises will stand here, with a box for each set to tick."


class Question(NamedTuple):
    """What the digits answer while it is not the worst pain of the day; item None: this morning's pain."""

    words: str
    moment: str
    item: Item | None = None

    @property
    def exercise_uid(self) -> str | None:
        return self.item.exercise.uid if self.item else None


class TodayView(Section):
    """One day at a time; one row of it is where the keys act."""

    def __init__(self) -> None:
        super().__init__()
        # Kept, because a search among the widgets for each of them would take longer than to draw them.
        self.body = ScrolledColumn(id="today-body", can_focus=False)
        self.day_bar = DayBar()
        self.scale = PainScale()
        self.notices = Notices()
        self.checklist = Checklist()
        self.week = WeekStrip()
        self.facts = DayFacts()
        self.cues = Paragraphs(id="today-cues")
        self.day = date.min
        self.here = ""
        """The uid of the exercise, run or event where the keys act."""
        self.question: Question | None = None
        self._shown_day: Day | None = None
        self._noticed: date | None = None
        """The day whose notices stand there."""

    def compose_body(self) -> ComposeResult:
        with self.body:
            with Column(id="today-top"):
                yield self.day_bar
                yield self.scale
            yield self.notices
            yield self.checklist
            with Column(id="today-aside"):
                yield self.week
                yield self.facts
                yield self.cues

    # The day

    @property
    def shown(self) -> Day:
        assert self._shown_day is not None
        return self._shown_day

    @property
    def is_ahead(self) -> bool:
        return self.today is not None and self.day > self.today

    @property
    def is_away(self) -> bool:
        return self.day != self.today

    def arrive(self, *, day: date | None = None, exercise: str | None = None, **where: Any) -> None:
        """`day` to show, and the uid of the `exercise` to go to."""
        if day is not None:
            self._turn_to(day)
        if exercise is not None:
            self.here = exercise

    def new_day(self, before: date) -> None:
        if self.day == before and self.today is not None:
            self._turn_to(self.today)

    def show_day(self, day: date) -> None:
        self._turn_to(day)
        self.shell.show_diary_in(self, again=True)
        self.body.scroll_home(animate=False)

    def _turn_to(self, day: date) -> None:
        if self.question:
            self.refresh_bindings()
        self.day, self.here, self.question = day, "", None

    # What stands there

    def reload(self) -> None:
        assert self.today is not None
        if self.day == date.min:
            self.day = self.today
        self._shown_day = day = days.read(self.day, self.today)
        self._keep_here()
        self.day_bar.show(self.day, self.today)
        self.show_scale()
        asked_for = len(day.asked_for)
        self.checklist.show(
            [row_of(item, day) for item in day.items],
            entries_of(day),
            self.here,
            answered=f"{day.answered} of {asked_for}" if asked_for else "",
            empty=NO_EXERCISES,
        )
        if self._noticed != self.day:
            self._show_notices()
        self.call_after_refresh(self._show_around)

    def _show_notices(self) -> None:
        assert self.today is not None
        self.notices.show(notices(self.shown, self.today, self.key_of))
        self._noticed = self.day

    async def _show_around(self) -> None:
        """What the answer to a key can do without."""
        await sleep(WRITTEN_AFTER)
        from data import lately

        assert self.today is not None
        if not self.facts.is_attached:
            return  # the app was closed meanwhile
        try:
            around = lately.read(self.day, self.today)
            self._show_notices()
        except TROUBLES:
            return  # told when the day itself was read
        self.week.show(around, self.day, self.today)
        self.facts.show(around, self.shown.note, self.key_of)
        self._show_cues()

    def _show_cues(self) -> None:
        """The guide's cues of the exercise where the keys act, where there is room beside the list."""
        from data import guide

        item = self.item
        cues = guide.cues_of(item.exercise.guide) if item and self.has_class("-wide") else ()
        named = [Piece(one_line(item.exercise.name), "heading")] if item and cues else []
        self.cues.show(*named, *(Piece(f"· {cue}") for cue in cues))

    def key_of(self, command_id: str) -> str:
        """The key that a command has, as it is shown to the user."""
        return key_of(self, command_id)

    def show_scale(self) -> None:
        asked = self.question
        log = self.shown.pain_log(asked.moment, asked.exercise_uid) if asked else self.shown.pain_log("worst")
        words = asked.words if asked else "Worst pain"
        self.scale.show(
            words,
            log.level if log else None,
            list(self._asides()),
            besides="" if asked else self._highest(),
            named=asked is not None,
        )

    def _asides(self) -> Iterator[str]:
        """The knee that it is about, and whether anything was recorded."""
        if side := self.shown.side:
            yield "both knees" if side == "both" else f"{side} knee"
        if self.shown.worst is None and self.shown.pain_log("worst") is None:
            yield "none recorded"

    def _highest(self) -> str:
        """`highest of the day 6, during Glute bridge`, where it is above what was given as the worst; else ""."""
        day = self.shown
        given = day.pain_log("worst")
        if day.worst is None or day.worst <= (given.level if given else -1):
            return ""
        from data.pain_logs import is_pain_of_the_day
        from screens.widgets.pain_logs import moment_words

        log = next(log for log in day.pain_logs if is_pain_of_the_day(log, day))
        when = "" if log.moment == "worst" else f", {moment_words(log, day)}"
        return f"highest of the day {day.worst}{when}"

    # Where the keys act

    @property
    def uids(self) -> list[str]:
        day = self.shown
        return [item.exercise.uid for item in day.items] + [one.uid for one in (*day.runs, *day.events)]

    @property
    def item(self) -> Item | None:
        return self.shown.item(self.here)

    @property
    def entry(self) -> Run | Event | None:
        entries: list[Run | Event] = [*self.shown.runs, *self.shown.events]
        return next((one for one in entries if one.uid == self.here), None)

    def _keep_here(self) -> None:
        if self.here not in self.uids:
            first_open = [item.exercise.uid for item in self.shown.items if item.is_open]
            self.here = next(iter([*first_open, *self.uids]), "")

    def go_here(self, uid: str) -> None:
        self.here = uid
        self.checklist.move_to(uid)
        self._scroll_to_here()
        self.call_after_refresh(self._show_cues)

    def move_on(self) -> None:
        """To the next row that is still open, round the end; stays where there is none."""
        items = self.shown.items
        at = next((at for at, item in enumerate(items) if item.exercise.uid == self.here), 0)
        following = [*items[at + 1 :], *items[:at]]
        if found := next((item for item in following if item.is_open), None):
            self.go_here(found.exercise.uid)

    def _scroll_to_here(self) -> None:
        lines = self.checklist.lines_of(self.here)
        if not lines:
            return
        if self.here == self.uids[0]:
            self.body.scroll_home(animate=False)
            return
        window, top = self.body.content_region, self.checklist.region.y
        if above := max(window.y - (top + lines.start), 0):
            self.body.scroll_relative(y=-above, animate=False)
        elif below := max(top + lines.stop - window.bottom, 0):
            self.body.scroll_relative(y=below, animate=False)

    def palette_entries(self) -> Iterable[PaletteEntry]:
        """Every exercise of the day by its name."""
        for item in self._shown_day.items if self._shown_day else ():
            go = partial(self.shell.open_section, "today", exercise=item.exercise.uid)
            yield PaletteEntry(one_line(item.exercise.name), "Go to it on Today", go)
