"""Why an exercise is skipped: a key for each reason, those that excuse apart from the others."""

from __future__ import annotations

from data import wording
from data.models import EXCUSING
from screens.dialogs.choice import ChoiceDialog, Group, Option

KEYS = {
    "pain": "p",
    "time": "t",
    "forgot": "f",
    "equipment": "e",
    "other": "o",
    "ill": "i",
    "travel": "v",
    "advised": "a",
}


def skip_dialog(name: str) -> ChoiceDialog:
    """Gives the reason."""
    options = {reason: Option(key, wording.SKIP_REASONS[reason], reason) for reason, key in KEYS.items()}
    not_done = [option for reason, option in options.items() if reason not in EXCUSING]
    excused = [option for reason, option in options.items() if reason in EXCUSING]
    return ChoiceDialog(
        f"Skip {name}", [Group("Asked for and not done", not_done), Group("Excused, not counted", excused)]
    )
