"""What Plan shows: the exercises, which of them the keys act on, and the widgets filled from the diary."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.containers import Vertical, VerticalScroll
from textual.getters import query_one

from data import diary, planned
from data.plain_text import one_line
from data.planned import Planned, PlanOnDay
from data.readiness import readiness
from screens.active_commands import commands_of
from screens.section import Section
from screens.shell import PaletteEntry
from screens.widgets.plan_detail import PlanDetail
from screens.widgets.plan_facts import PlanFacts
from screens.widgets.plan_list import PlanList, row_of

if TYPE_CHECKING:
    from textual.app import ComposeResult

EMPTY = (
    "Your exercises will stand here, each with its dose, since when, and how it went before. "
    "{add} begins: a light programme from the guide, what your physiotherapist gave you, or one of your own."
)
NOTHING_ACTIVE = "Nothing is asked for just now. {add} adds an exercise; a dose brings an archived one back."
HIDDEN = "{count} archived: {key} shows them."


class PlanView(Section):
    """The list, one exercise of it in detail, and what goes with all of them."""

    exercises = query_one(PlanList)
    detail = query_one(PlanDetail)
    facts = query_one(PlanFacts)
    body = query_one("#plan-body", VerticalScroll)
    aside = query_one("#plan-aside", Vertical)

    def __init__(self) -> None:
        super().__init__()
        self.here = ""
        """The uid of the exercise where the keys act."""
        self.archived_shown = False
        self._page: PlanOnDay | None = None
        self._at = 0

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="plan-body", can_focus=False):
            yield PlanList()
            with Vertical(id="plan-aside"):
                yield PlanDetail()
            yield PlanFacts()

    # What stands there

    @property
    def page(self) -> PlanOnDay:
        assert self._page is not None
        return self._page

    def arrive(self, *, exercise: str | None = None, **where: Any) -> None:
        """`exercise` is the uid of the one to go to."""
        if exercise is not None:
            self.here = exercise
            self.archived_shown = self.archived_shown or self._is_archived(exercise)

    @staticmethod
    def _is_archived(uid: str) -> bool:
        return any(one.exercise.uid == uid for one in planned.read(diary.today()).archived)

    def reload(self) -> None:
        self._page = page = planned.read(diary.today())
        self._keep_here()
        keys = self._keys()
        add, archived = keys.get("plan.add", ""), len(page.archived)
        hidden = HIDDEN.format(count=archived, key=keys.get("plan.archived", ""))
        self.exercises.show(
            [row_of(one, page.day) for one in page.active],
            [row_of(one, page.day) for one in page.archived] if self.archived_shown else [],
            self.here,
            hidden=hidden if archived and not self.archived_shown else "",
            empty=(NOTHING_ACTIVE if archived else EMPTY).format(add=add),
        )
        self.facts.show(page, keys)
        self._show_detail()

    def _keys(self) -> dict[str, str]:
        return {command.id: command.keys[0] for command in commands_of(self) if command.id}

    def _show_detail(self) -> None:
        one, today = self.chosen, self.page.day
        found = readiness(one.exercise, today) if one else None
        if one and found:
            self.detail.show(one, found, today, self._keys())
        self.aside.display = one is not None
        self.refresh_bindings()

    # Where the keys act

    @property
    def listed(self) -> list[Planned]:
        """The exercises in the order they stand there."""
        return [*self.page.active, *(self.page.archived if self.archived_shown else ())]

    @property
    def chosen(self) -> Planned | None:
        """The exercise where the keys act; None in an empty plan."""
        return self.page.named(self.here) if self._page and self.here else None

    def _keep_here(self) -> None:
        """On the exercise where it was; where that is gone, on the one that took its place."""
        uids = [one.exercise.uid for one in self.listed]
        if self.here in uids:
            self._at = uids.index(self.here)
        else:
            self._at = min(self._at, max(len(uids) - 1, 0))
            self.here = uids[self._at] if uids else ""

    def go_here(self, uid: str) -> None:
        self.here = uid
        self._keep_here()
        self.exercises.move_to(self.here)
        self._show_detail()
        self.aside.scroll_home(animate=False)
        self._scroll_to_here()

    def go_to_key(self, key: str | None) -> None:
        """To an exercise that was just added."""
        found = next((one for one in self.page.active if one.exercise.key == key), None)
        if found:
            self.go_here(found.exercise.uid)

    def scroll_by(self, lines: int) -> None:
        """The page, and beside it a history that is longer than the screen."""
        for each in (self.body, self.aside):
            each.scroll_relative(y=lines, animate=False)

    def _scroll_to_here(self) -> None:
        lines = self.exercises.lines_of(self.here)
        if not lines:
            return
        if self._at == 0:
            self.body.scroll_home(animate=False)
            return
        window, top = self.body.content_region, self.exercises.region.y
        if above := max(window.y - (top + lines.start), 0):
            self.body.scroll_relative(y=-above, animate=False)
        elif below := max(top + lines.stop - window.bottom, 0):
            self.body.scroll_relative(y=below, animate=False)

    def palette_entries(self) -> Iterable[PaletteEntry]:
        """Every exercise by its name, archived ones too."""
        if self._page is None:
            return
        for one in (*self._page.active, *self._page.archived):
            go = partial(self.shell.open_section, "plan", exercise=one.exercise.uid)
            words = "archived" if one.exercise.archived else "its doses and checks"
            yield PaletteEntry(f"Plan: {one_line(one.exercise.name)}", words, go)
