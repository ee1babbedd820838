"""What of a day's note is whose: the runner's, or the physiotherapist's."""

from __future__ import annotations

QUESTION_MARK = "?"


def questions(text: str) -> list[str]:
    """The lines that start with `?`, without it: questions for the physiotherapist, of any note."""
    lines = (line.strip() for line in text.split("\n"))
    asked = (line.lstrip(QUESTION_MARK).strip() for line in lines if line.startswith(QUESTION_MARK))
    return [question for question in asked if question]


def without_questions(text: str) -> str:
    """The other lines, as they stand."""
    kept = (line for line in text.split("\n") if not line.strip().startswith(QUESTION_MARK))
    return "\n".join(kept).strip()
