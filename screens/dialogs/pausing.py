"""Which pause is meant: of one exercise or of everything, a new one or the end of one."""

from __future__ import annotations

from data import plan_words
from data.models import Pause
from data.plain_text import one_line
from data.planned import Planned, PlanOnDay
from screens.dialogs.choice import ChoiceDialog, Group, Option
from screens.dialogs.plan_forms import PauseForm, ResumeForm
from screens.section import Section

ONE, ALL = "one", "all"
KEYS = "123456789"


def ask_for_pause(section: Section, page: PlanOnDay, chosen: Planned | None) -> None:
    """Opens the question over Plan, then the form of the answer."""
    pauses = {pause.uid: pause for pause in page.pauses[: len(KEYS)]}
    exercise = chosen.exercise if chosen and not chosen.exercise.archived else None
    begin = [Option("a", "all exercises", ALL)]
    if exercise:
        begin.insert(0, Option("o", f"only {one_line(exercise.name)}", ONE))
    groups = [Group("Pause", begin)]
    if pauses:
        groups.append(Group("End a pause", _ends(pauses, page)))

    def answered(answer: str | None) -> None:
        if answer in (ONE, ALL):
            section.app.push_screen(PauseForm(exercise if answer == ONE else None, page.day))
        elif answer:
            section.app.push_screen(ResumeForm(pauses[answer], page.day))

    section.app.push_screen(ChoiceDialog("Pauses", groups), answered)


def _ends(pauses: dict[str, Pause], page: PlanOnDay) -> list[Option]:
    return [
        Option(key, one_line(plan_words.pause(pause, page.day)), uid)
        for key, (uid, pause) in zip(KEYS, pauses.items(), strict=False)
    ]
