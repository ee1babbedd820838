"""Plan: what is asked for, from which day on. Nothing is saved before its form is confirmed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from data import doses, guide, plan, plan_changes, plan_words
from data.plain_text import one_line
from data.planned import Planned
from screens.plan_keys import PLAN_KEYS
from screens.plan_view import PlanView

if TYPE_CHECKING:
    from datetime import date

    from textual.binding import BindingType

    from data.plan_changes import Wanted
    from screens.dialogs.dose_form import NewExerciseForm
    from screens.dialogs.library import LibraryForm
    from screens.widgets.dialogs import Dialog

FROM_GUIDE = "guide"
UNDO = "Undo brings it back."


class PlanScreen(PlanView):
    """What the keys of Plan do; windows are imported when they are asked for."""

    CSS_PATH = "plan.tcss"
    BINDINGS: ClassVar[list[BindingType]] = PLAN_KEYS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        one = self.chosen
        match action:
            case "give_dose" | "rename":
                return True if one else None
            case "correct":
                return True if one and one.doses else None
            case "archive" | "shift":
                return True if one and not one.exercise.archived else None
            case "how_to":
                return True if one and one.exercise.guide else None
            case "show_archived":
                return True if self._page and self._page.archived else None
        return super().check_action(action, parameters)

    # Rows

    def action_take(self, uid: str) -> None:
        """A click: to an exercise, or into the one where the keys act."""
        if uid == self.here:
            self.action_give_dose()
        else:
            self.go_here(uid)

    def action_move(self, by: int) -> None:
        """To the next exercise; beyond the last one the page goes on to what stands below."""
        uids = [one.exercise.uid for one in self.listed]
        at = self._at + by
        if uids and 0 <= at < len(uids):
            self.go_here(uids[at])
        else:
            self.scroll_by(by)

    def action_page(self, by: int) -> None:
        self.scroll_by(by * max(self.body.size.height - 1, 1))

    def action_shift(self, by: int) -> None:
        if one := self.chosen:
            self.write(partial(_moved, one, by))
            self.go_here(one.exercise.uid)

    def action_show_archived(self) -> None:
        self.archived_shown = not self.archived_shown
        self.shell.show_diary_in(self, again=True)
        if self.archived_shown and self.page.archived:
            self.go_here(self.page.archived[0].exercise.uid)

    # Exercises

    def action_add(self) -> None:
        from screens.dialogs.choice import ChoiceDialog, Group, Option

        options = [
            Option("g", "from the guide: a light programme, or single exercises", FROM_GUIDE),
            Option("p", "from your physiotherapist", "physio"),
            Option("o", "one of your own", "me"),
        ]
        dialog = ChoiceDialog("Add an exercise", [Group("", options)])
        self.app.push_screen(dialog, self._add_from)

    def _add_from(self, source: str | None) -> None:
        from screens.dialogs.dose_form import NewExerciseForm
        from screens.dialogs.library import LibraryForm

        if source == FROM_GUIDE:
            found = doses.not_in_plan()
            if not found:
                self.shell.say("Every exercise of the guide is in the plan already.")
                return
            programme = [] if self.page.active else [one.key for one in guide.programme()]
            self._ask_for_exercise(LibraryForm(found, self.page.day, programme))
        elif source:
            self._ask_for_exercise(NewExerciseForm(source, self.page.day, _add))

    def _ask_for_exercise(self, form: LibraryForm | NewExerciseForm) -> None:
        def saved(yes: bool | None) -> None:
            if yes:
                self.go_to_key(form.added)

        self.app.push_screen(form, saved)

    def action_give_dose(self) -> None:
        if one := self.chosen:
            from screens.dialogs.dose_form import DoseForm

            self._then_go_to(one, DoseForm(one, self.page.day))

    def _then_go_to(self, one: Planned, form: Dialog[bool]) -> None:
        def saved(yes: bool | None) -> None:
            if yes:
                self.go_to_key(one.exercise.key)

        self.app.push_screen(form, saved)

    def action_correct(self) -> None:
        if one := self.chosen:
            from screens.dialogs.correcting import ask_for_correction

            ask_for_correction(self, self.page, one)

    def action_rename(self) -> None:
        if one := self.chosen:
            from screens.dialogs.plan_forms import NameForm

            take = partial(plan.rename, one.exercise)
            self.app.push_screen(NameForm("Another name", take, value=one.exercise.name))

    def action_archive(self) -> None:
        one = self.chosen
        if one is None or one.exercise.archived:
            return
        from screens.widgets.dialogs import ConfirmDialog

        today, exercise = self.page.day, one.exercise
        name = one_line(exercise.name)

        def answered(yes: bool | None) -> None:
            if yes:
                self.write(partial(_archived, one, today))

        words = one_line(plan_words.leaving(exercise, plan.last_day(exercise, today), today))
        self.app.push_screen(ConfirmDialog(f"Archive {name}?", words), answered)

    def action_how_to(self) -> None:
        if (one := self.chosen) and one.exercise.guide:
            self.shell.open_guide(one.exercise.guide)

    # The plan as a whole

    def action_visit(self) -> None:
        from screens.dialogs.visit import VisitDayForm, VisitForm

        today = self.page.day
        asked = VisitDayForm(today)

        def on_day(yes: bool | None) -> None:
            if yes:
                can_note = plan_changes.can_note_visit(asked.day)
                self.app.push_screen(VisitForm(asked.day, today, can_note=can_note))

        self.app.push_screen(asked, on_day)

    def action_pause(self) -> None:
        from screens.dialogs.pausing import ask_for_pause

        ask_for_pause(self, self.page, self.chosen)

    def action_set_limit(self) -> None:
        from screens.dialogs.plan_forms import LimitForm

        self.app.push_screen(LimitForm(self.page))

    def action_activities(self) -> None:
        from screens.dialogs.activities import ActivitiesDialog

        self.app.push_screen(ActivitiesDialog())

    def action_discharge(self) -> None:
        from screens.dialogs.plan_forms import DischargeForm

        self.app.push_screen(DischargeForm(self.page.day))

    def action_start(self) -> None:
        from screens.dialogs.plan_forms import StartForm

        self.app.push_screen(StartForm(self.page.day))


def _moved(one: Planned, by: int) -> None:
    plan.move(one.exercise, by)


def _archived(one: Planned, today: date) -> str:
    plan.archive(one.exercise, today)
    return f"{one_line(one.exercise.name)} is out of the plan. {UNDO}"


def _add(wanted: Wanted, day: date | None) -> None:
    assert day is not None
    if change := plan_changes.of_one(wanted, day):
        plan_changes.make([change], day)
