"""The first questions, one a step: what is said, what can be answered, what is known already, and how it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from data import dose_words, doses, fields, guide, plan, settings, setup
from data.plain_text import one_line
from screens.widgets.answer_list import Option

NEW, IMPORT, OPEN = "new", "import", ""
"""Answers: a new diary, one from a file, and none."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something to read. page: in Markdown; more: what may be read afterwards.

    known: the answer that the diary has already, in words; "" while the question is open.
    """

    key: str
    title: str
    words: str = ""
    more: str = ""
    page: Callable[[], str] = str
    known: Callable[[], str] = str


@dataclass(frozen=True, kw_only=True)
class Pick(Step):
    """One of a few. value: the one that the cursor begins on."""

    options: Callable[[], Sequence[Option]]
    value: Callable[[], str] = str
    save: Callable[[str], None] = lambda value: None


@dataclass(frozen=True, kw_only=True)
class Ask(Step):
    """A text. value: what the diary has now; read: raises Refused for what can't stand."""

    hint: str
    value: Callable[[], str] = str
    read: Callable[[str], Any] = str
    save: Callable[[Any], None] = lambda value: None


@dataclass(frozen=True, kw_only=True)
class Tick(Step):
    """Any of a few; save is given the values of those that are ticked."""

    options: Callable[[], Sequence[Option]]
    save: Callable[[Sequence[str]], None]


def programme() -> list[Option]:
    """The exercises that are offered, ticked; the box of one that the plan knows stays as it is."""
    known = {one.key for one in plan.exercises(archived=True)}
    return [
        Option(
            one.key,
            one.name,
            "in the plan already" if one.key in known else dose_words.describe(doses.of_guide(one), one.unit),
            ticked=True,
            fixed=one.key in known,
        )
        for one in guide.programme()
    ]


def _side_known() -> str:
    if not setup.is_set_up():
        return ""
    return setup.side() or "not said"


def _keep(**answers: Any) -> None:
    setup.set_up(**answers)


def _ways_to_begin() -> list[Option]:
    if setup.has_entries():
        begin = Option(NEW, "Go through the first questions again; all entries stay")
        return [begin, Option(IMPORT, "I have another diary: import it into this one")]
    return [Option(NEW, "Begin a new diary"), Option(IMPORT, "I have a diary: import it")]


WELCOME = Pick(
    key="welcome",
    title="Welcome",
    words=guide.ABOUT,
    more="The questions take less than a minute, and each may stay open. t leaves them for later: they go on "
    "where you were, at the next start or from the settings (comma).",
    options=_ways_to_begin,
)
QUESTIONS: tuple[Step, ...] = (
    WELCOME,
    Step(
        key="signs",
        title="Before you begin",
        page=setup.before_you_begin,
    ),
    Pick(
        key="side",
        title="Which outer knee hurts?",
        known=_side_known,
        options=lambda: (
            Option("left", "left"),
            Option("right", "right"),
            Option("both", "both"),
            Option(OPEN, "I can't say yet"),
        ),
        value=lambda: setup.side() or OPEN,
        save=lambda side: _keep(side=side or None),
    ),
    Ask(
        key="since",
        title="Since when?",
        words="The day that it began, or its month, such as 2026-08; about is fine. enter alone leaves it open.",
        known=lambda: settings.get("problem_since"),
        hint="such as 2026-08-01",
        value=lambda: settings.get("problem_since"),
        read=settings.problem_since,
        save=lambda since: _keep(since=since),
    ),
    Ask(
        key="who",
        title="Who said what it is?",
        words="It stands on the page for your physiotherapist. enter alone leaves it open.",
        known=lambda: one_line(settings.get("diagnosed_by")),
        hint="such as my physiotherapist",
        value=lambda: settings.get("diagnosed_by"),
        read=lambda text: fields.text("Who said it", text),
        save=lambda who: _keep(diagnosed_by=who),
    ),
    Tick(
        key="exercises",
        title="Which exercises to begin with?",
        words="The guide's, lightly dosed. What your physiotherapist says goes first: untick what you don't want, "
        "or all of them.",
        more="More exercises, your own ones and other doses are a matter of the plan (l), now or later.",
        known=lambda: ", ".join(one_line(one.name) for one in plan.exercises()),
        options=programme,
        save=lambda keys: _keep(exercises=keys),
    ),
)
FILE = Ask(
    key=IMPORT,
    title="Where is your diary?",
    words="The .json file that itband export wrote, here or on another machine.",
    hint="such as ~/diary.json",
)
"""In place of the questions."""
STEPS = {step.key: step for step in (*QUESTIONS, FILE)}


def following(key: str, *, known_too: bool) -> Step | None:
    """The next question that is open, or the very next one; None after the last."""
    keys = [step.key for step in QUESTIONS]
    later = QUESTIONS[keys.index(key) + 1 :]
    return next((step for step in later if known_too or not step.known()), None)
