"""After three days or more without any entry: fill them in, paused since, or finished then? Asked once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from data import returning
from data.calendar_days import brief, short
from data.models import PAUSE_REASONS
from screens.dialogs.choice import ChoiceDialog, Group, Option

if TYPE_CHECKING:
    from screens.section import Section

ASKED = "today.asked_about_gap_since"
FILL_IN, PAUSED, FINISHED = "fill in", "paused", "finished"
REASON_KEYS = {
    "ill": ("i", "ill"),
    "travel": ("t", "travelling"),
    "advised": ("a", "advised to rest"),
    "other": ("o", "another reason"),
}


def ask_about_gap(section: Section, first: date, today: date) -> None:
    """Opens the question over Today, once for a gap that began on `first`."""
    if section.shell.preference(ASKED, "") == str(first):
        return
    section.shell.prefer(ASKED, str(first))
    last = today - timedelta(days=1)
    options = [
        Option("f", f"fill in: go to {short(first)}", FILL_IN),
        Option("a", f"away: paused since {short(first)}", PAUSED),
        Option("d", f"done with it: the plan ended on {short(first - timedelta(days=1))}", FINISHED),
    ]
    question = f"Nothing was entered from {brief(first)} to {brief(last)}. What was it? Any answer is fine."

    def answered(answer: str | None) -> None:
        if answer == FILL_IN:
            section.shell.open_section("today", day=first)
        elif answer == PAUSED:
            section.app.push_screen(_why(), paused)
        elif answer == FINISHED:
            section.write(lambda: returning.finished(first - timedelta(days=1)))

    def paused(reason: str | None) -> None:
        if reason:
            section.write(lambda: returning.paused_since(first, reason))

    section.app.push_screen(ChoiceDialog("Welcome back", [Group("", options)], question), answered)


def _why() -> ChoiceDialog:
    options = [Option(*REASON_KEYS[reason], reason) for reason in PAUSE_REASONS]
    return ChoiceDialog("Why was it paused?", [Group("", options)])
