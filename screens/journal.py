"""The journal: every day with an entry, newest first; filters, a search in notes, and the way to a day on Today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.geometry import Region
from textual.getters import query_one
from textual.widgets import Input

from data import calendar_days, journal, rows
from data import day as days
from data.journal import EVERYTHING, Filter, Glance
from data.pain import Episodes
from screens.journal_keys import JOURNAL_KEYS
from screens.journal_rows import Row, Rows
from screens.level_keys import LevelKeys
from screens.section import Section
from screens.widgets.day_details import DayDetails
from screens.widgets.day_list import DayList, ListHead, ListLegend
from screens.widgets.journal_filter import FilterBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

FILTERS = {"pain_from", "only_skipped", "only_for_physio", "show_all"}
AMONG_DAYS = {"pick_day", "search", "pain_from", "more_pain", "only_skipped", "only_for_physio"}
EMPTY = (
    "Every day with an entry will stand here, newest first, to be searched and put right. "
    "The first entry is made on Today: t goes there, and a digit gives the worst pain of the day."
)
NOTHING_FITS = "No day fits what is asked for above. backspace shows all days again."


class SearchField(Input):
    """Where the words are typed; the list follows at each letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "to the days", id="journal.search-done", tooltip="Back to the days found")
    ]


class JournalScreen(Section):
    """The cursor is on a day, or on the days without an entry between two."""

    CSS_PATH = "journal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = JOURNAL_KEYS

    day_list = query_one(DayList)
    field = query_one(SearchField)
    scroll = query_one("#journal-days", VerticalScroll)
    reading = query_one("#journal-details", VerticalScroll)

    def __init__(self) -> None:
        super().__init__()
        self._filter = EVERYTHING
        self._digits = LevelKeys()
        self._rows = Rows((), date.min, gaps=False)
        self._episodes = Episodes(())
        self._at: int | None = None
        self._day: date | None = None
        """The day under the cursor; of days without an entry the latest."""

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="journal"):
            with Vertical(id="journal-list"):
                yield SearchField(placeholder="Words in notes, events, medication", id="journal-search")
                yield FilterBar()
                yield ListHead()
                with VerticalScroll(id="journal-days", can_focus=False):
                    yield DayList()
                yield ListLegend()
            with VerticalScroll(id="journal-details", can_focus=False):
                yield DayDetails()

    def on_mount(self) -> None:
        self.watch(self.scroll, "scroll_y", self._show_month, init=False)

    # What is shown

    def new_day(self, before: date) -> None:
        if self._day == before:
            self._day = self.today

    def reload(self) -> None:
        assert self.today is not None
        today, wanted = self.today, self._filter
        found = journal.days(wanted)
        self._rows = Rows(found, today, gaps=wanted == EVERYTHING)
        self._at = self._rows.at(self._day or (found[0] if found else today))
        self._day = self._row.last if self._row else self._day
        self._episodes = Episodes(rows.starts())
        empty = EMPTY if wanted == EVERYTHING else NOTHING_FITS
        self.day_list.show(self._rows, self._at or 0, today, self._glance, words=wanted.words, empty=empty)
        self.set_class(self._at is None, "-empty")
        self.query_one(FilterBar).show(wanted, len(found))
        self.query_one(FilterBar).display = bool(found) or wanted != EVERYTHING
        self._show_details()
        self._show_month()
        self.call_after_refresh(self._scroll_to_cursor)
        self.refresh_bindings()

    def _glance(self, day: date) -> Glance:
        assert self.today is not None
        return journal.glance(day, self.today, self._episodes)

    @property
    def _row(self) -> Row | None:
        return None if self._at is None else self._rows[self._at]

    def _show_details(self) -> None:
        row, details = self._row, self.query_one(DayDetails)
        if row is None or self.today is None:
            details.say("")
        elif row.kind == "gap":
            details.say(_about_gap(row, self.today))
        else:
            work = self._glance(row.first).work
            details.show(days.read(row.first), work, journal.besides(row.first), self.today)
        self.reading.scroll_home(animate=False)

    def _show_month(self) -> None:
        """The month of the topmost day in sight, unless its name is in sight too."""
        head, at = self.query_one(ListHead), min(round(self.scroll.scroll_y), len(self._rows) - 1)
        head.display = at >= 0
        head.show(self._rows[at].last if at >= 0 and self._rows[at].can_be_chosen else None)

    # The cursor

    def _move_to(self, at: int) -> None:
        self._at, self._day = at, self._rows[at].last
        self.day_list.move_to(at)
        self._show_details()
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        """The month above the cursor's row comes along."""
        if self._at is None:
            return
        top = self._at - 1 if self._at and not self._rows[self._at - 1].can_be_chosen else self._at
        self.scroll.scroll_to_region(Region(0, top, 1, self._at - top + 1), animate=False)

    def action_move(self, how: str) -> None:
        self._digits.other_key()
        if self._in_full and how.startswith("page"):
            self.reading.scroll_relative(y=self._page if how == "page-down" else -self._page, animate=False)
        elif self._at is not None:
            all_rows = len(self._rows)
            by = {"down": 1, "up": -1, "page-down": self._page, "page-up": -self._page, "newest": -all_rows}
            self._move_to(self._rows.from_here(self._at, by.get(how, all_rows)))

    @property
    def _page(self) -> int:
        shown = self.reading if self._in_full else self.scroll
        return max(shown.size.height - 1, 1)

    def on_day_list_chosen(self, event: DayList.Chosen) -> None:
        """A click: to a day, or into the one under the cursor."""
        if event.row == self._at:
            self.action_open()
        else:
            self._move_to(event.row)

    def action_open(self) -> None:
        if self._day and self._at is not None:
            self.shell.open_section("today", day=self._day, come_back=True)

    def action_pick_day(self) -> None:
        from screens.dialogs.day_picker import DayPicker

        def go(day: date | None) -> None:
            if day is None:
                return
            if self._filter != EVERYTHING and not self._rows.holds(day):
                self.action_show_all()
                self.shell.say(
                    f"{calendar_days.short(day)} isn't among the days that fit: all are shown again."
                )
            at = self._rows.at(day)
            if at is not None:
                self._move_to(at)

        if self._day and self.today:
            self.app.push_screen(DayPicker(self._day, self.today), go)

    # Filters

    def _narrow(self, wanted: Filter) -> None:
        self._filter = wanted
        self.shell.show_diary_in(self, again=True)

    def on_key(self, event: Key) -> None:
        if not (event.character or "").isdigit():
            self._digits.other_key()

    def action_pain_from(self, digit: int) -> None:
        level = self._digits.level(digit)
        self._narrow(replace(self._filter, pain_from=None if level == self._filter.pain_from else level))

    def action_more_pain(self) -> None:
        """A click: a point more, from 10 to none."""
        level = self._filter.pain_from
        following = 1 if level is None else level + 1 if level < 10 else None
        self._narrow(replace(self._filter, pain_from=following))

    def action_only_skipped(self) -> None:
        self._narrow(replace(self._filter, skipped=not self._filter.skipped))

    def action_only_for_physio(self) -> None:
        self._narrow(replace(self._filter, for_physio=not self._filter.for_physio))

    def action_show_all(self) -> None:
        self.field.value = ""
        self._narrow(EVERYTHING)

    def action_search(self) -> None:
        self.remove_class("-details")
        self.add_class("-searching")
        self.field.focus()
        self.field.action_select_all()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value != self._filter.words:
            self._narrow(replace(self._filter, words=event.value))

    def on_input_submitted(self) -> None:
        self.set_focus(None)

    def on_descendant_blur(self) -> None:
        if self.app.app_focus:  # else another window is in front, and the field waits for the way back
            self.remove_class("-searching")

    # The day in full, where it has no room beside the list

    @property
    def _in_full(self) -> bool:
        return self.has_class("-details") and not self.has_class("-wide")

    def action_details(self) -> None:
        self.toggle_class("-details")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in AMONG_DAYS and self._at is None and self._filter == EVERYTHING:
            return None  # there is no day yet
        if action == "open":
            return True if self._at is not None else None
        if action == "details":
            return False if self.has_class("-wide") else True if self._at is not None else None
        if action in FILTERS and self._in_full:
            return False  # what the list is narrowed to is not seen
        if action == "show_all":
            return self._filter != EVERYTHING
        if action == "back" and self.focused is None and (self._in_full or self._filter != EVERYTHING):
            return True
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        if self.focused is not None:
            super().action_back()
        elif self._in_full:
            self.action_details()
        elif self._filter != EVERYTHING:
            self.action_show_all()
        else:
            super().action_back()


def _about_gap(row: Row, today: date) -> str:
    if row.first == row.last == today:
        return "Nothing has been entered today yet. enter opens it on Today."
    days = (row.last - row.first).days + 1
    if days == 1:
        return f"Nothing was entered on {calendar_days.short(row.first)}. enter opens it on Today, to fill it in."
    span = f"from {calendar_days.short(row.first)} to {calendar_days.short(row.last)}"
    return f"Nothing was entered {span}. enter opens the last of these days on Today, d goes to one of them."
