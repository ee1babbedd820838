"""The first set-up: by options, and by questions where there is a terminal to answer them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import click

from data import dose_words, doses, fields, guide, plan, settings
from data import setup as first_run
from data.command.frame import DiaryCommand
from data.command.output import in_terminal, say, say_wrapped
from data.command.values import SINCE, SINCE_HELP
from data.errors import Refused
from data.models import SIDES

Answer = TypeVar("Answer")


@click.command(cls=DiaryCommand)
@click.option("--side", type=click.Choice(SIDES), help="The side of the pain.")
@click.option("--since", type=SINCE, help=f"The day that the problem began: {SINCE_HELP}.")
@click.option("--name", help="The name that stands on the report.")
@click.option("--diagnosed-by", help="Who said what it is.")
@click.option(
    "--programme",
    type=click.Choice(["default", "none"]),
    help="default: the guide's four exercises, lightly dosed.",
)
def setup(
    side: str | None, since: date | None, name: str | None, diagnosed_by: str | None, programme: str | None
) -> None:
    """Set the diary up. In a terminal it asks for what is not given; said again, it adds nothing twice.

    \b
    itband setup --side right --since 2026-08-01 --programme default
    """
    say_wrapped(guide.ABOUT)
    if in_terminal():
        say()
        say_wrapped(
            "The guide is about pain at the outside of the knee; elsewhere it isn't for you. "
            "`itband guide warning-signs` tells when to see somebody first. Enter alone leaves a question open."
        )
        say()
        if side is None and not first_run.is_set_up():
            side = _ask(
                f"Which side hurts: {', '.join(SIDES)}", lambda text: fields.choice("The side", text, SIDES)
            )
        if since is None and not settings.get("problem_since"):
            since = _ask("Since when, such as 2026-08-01 or 2026-08", settings.problem_since)
        if diagnosed_by is None and not settings.get("diagnosed_by"):
            diagnosed_by = _ask("Who said what it is", str)
        if programme is None and not plan.exercises():
            programme = _ask_programme()
    wanted = guide.programme() if programme == "default" else ()
    said = first_run.set_up(
        side=side, since=since, name=name, diagnosed_by=diagnosed_by, exercises=[one.key for one in wanted]
    )
    for sentence in said or ["Everything was set up already."]:
        say(sentence)
    if not plan.exercises():
        say("The plan is empty: `itband setup --programme default` or `itband plan set EXERCISE` fills it.")


def _ask(question: str, check: Callable[[str], Answer]) -> Answer | None:
    """Asks until the answer can be taken; None when it is left open."""
    while text := click.prompt(question, default="", show_default=False).strip():
        try:
            return check(text)
        except Refused as refusal:
            say(str(refusal))
    return None


def _ask_programme() -> str:
    say("\nThe guide's exercises to begin with; what your physiotherapist says goes first:")
    for one in guide.programme():
        say(f"  {one.name}: {dose_words.describe(doses.of_guide(one), one.unit)}")
    return "default" if click.confirm("Put them into the plan?", default=True) else "none"
