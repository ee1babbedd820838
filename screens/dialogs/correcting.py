"""Which dose was entered wrongly: asked where an exercise had several."""

from __future__ import annotations

from string import ascii_lowercase

from data import dose_words, plan, plan_words
from data.models import Prescription
from data.plain_text import one_line
from data.planned import Planned, PlanOnDay
from screens.dialogs.choice import ChoiceDialog, Group, Option
from screens.dialogs.dose_form import CorrectionForm
from screens.section import Section

KEYS = "123456789" + ascii_lowercase


def ask_for_correction(section: Section, page: PlanOnDay, chosen: Planned) -> None:
    """Opens the form of the only dose, or the question which one, the newest first."""
    doses = {one.uid: one for one in reversed(chosen.doses[-len(KEYS) :])}
    if len(doses) == 1:
        section.app.push_screen(CorrectionForm(chosen.doses[0], page.day))
        return

    def answered(uid: str | None) -> None:
        if uid:
            section.app.push_screen(CorrectionForm(doses[uid], page.day))

    options = [
        Option(key, _words(one, chosen, page), one.uid)
        for key, one in zip(KEYS, doses.values(), strict=False)
    ]
    section.app.push_screen(ChoiceDialog("Which dose was entered wrongly?", [Group("", options)]), answered)


def _words(given: Prescription, chosen: Planned, page: PlanOnDay) -> str:
    dose = dose_words.describe(plan.dose_of(given), chosen.exercise.unit)
    return one_line(f"{plan_words.since(given, page.day)}: {dose}")
