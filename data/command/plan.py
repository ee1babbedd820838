"""The plan: exercises and their doses, pauses, the pain limit."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from data import diary, dose_words, entries, pain, pauses, plan, readiness, rows, wording
from data.calendar_days import short
from data.command import plan_text
from data.command.frame import DiaryGroup, opened, program
from data.command.output import say
from data.command.values import ANY_DAY, DAY_TO_COME_HELP, EXERCISE, LEVEL, NUMBER, FromDiary
from data.models import (
    EXERCISE_SOURCES,
    KINDS,
    LIMIT_SOURCES,
    PAUSE_REASONS,
    PRESCRIBED_SIDES,
    UNITS,
    Exercise,
)
from data.plain_text import one_line

SCHEDULE = FromDiary("schedule", dose_words.parse_schedule)
SCHEDULES = "daily, 3/week, mon,wed,fri, or every 2 (days)"

KNOWN = {True: "yes", False: "no", None: "not known"}

from_option = click.option(
    "--from",
    "starts_on",
    type=ANY_DAY,
    default="today",
    help=f"{DAY_TO_COME_HELP}; today unless given.",
)


@click.group("plan", cls=DiaryGroup, invoke_without_command=True)
@click.pass_context
def plan_(ctx: click.Context) -> None:
    """What is asked for, from which day on. Without a COMMAND: show."""
    if ctx.invoked_subcommand is None:
        with opened(program().folder):
            _show()


@plan_.command()
def show() -> None:
    """Every exercise with its doses over time, the pauses, and the pain limit. What stands first in a line is an ID."""
    _show()


def _show() -> None:
    today = diary.today()
    limit, source = pain.limit_on(rows.limits(today.toordinal()), today.toordinal())
    say(f"The plan on {short(today)}")
    say(f"Pain during exercises and runs: {wording.limit_words(limit, source)}")
    for one in plan.limits():
        say(f"  {entries.short_id(one)}  {entries.describe(one)}")
    for pause in pauses.in_order():
        over = pause.ends_on is not None and pause.ends_on < today
        say(one_line(f"{entries.short_id(pause)}  {entries.describe(pause)}{', over' if over else ''}"))
    for exercise in plan.exercises(archived=True):
        say()
        archived = " (archived)" if exercise.archived else ""
        say(one_line(f"{entries.short_id(exercise)}  {exercise.key}: {exercise.name}{archived}"))
        for given in reversed(plan.prescriptions(exercise)):
            dose = dose_words.describe(plan.dose_of(given), exercise.unit)
            words = f"{dose}, {wording.span(given.starts_on, given.ends_on)}{wording.remarks(given.note)}"
            say(f"  {entries.short_id(given)}  {one_line(words)}")
        _show_readiness(exercise, today)
    if not plan.exercises(archived=True):
        say("\nNo exercises yet: `itband setup` offers a light programme, `itband plan set` gives a dose.")


def _show_readiness(exercise: Exercise, today: date) -> None:
    found = readiness.readiness(exercise, today)
    if not found.checks:
        return
    say(f"  Ready for more? Its last {len(found.days)} days:")
    for check in found.checks:
        say(f"    {KNOWN[check.passed]}: {check.words}")
    if found.verdict:
        say(f"    {found.verdict}")


@plan_.command("set")
@click.argument("key", metavar="EXERCISE")
@click.option("--sets", type=NUMBER, help="1 to 20.")
@click.option("--amount", type=NUMBER, help="Of a set, in the exercise's unit.")
@click.option("--hold", type=NUMBER, help="Seconds at the top of a repetition.")
@click.option("--no-hold", is_flag=True, help="Without a hold.")
@click.option("--sides", type=click.Choice(PRESCRIBED_SIDES), help="none: both legs at once.")
@click.option("--load", help='Such as "green band" or "5 kg".')
@click.option("--schedule", type=SCHEDULE, metavar="SCHEDULE", help=f"{SCHEDULES}.")
@click.option("--note", help="A few words to go with it.")
@click.option("--source", type=click.Choice(EXERCISE_SOURCES), help="Who gave this dose.")
@click.option("--name", help="For a new exercise: what it is called.")
@click.option("--kind", type=click.Choice(KINDS), help="For a new exercise; strength unless given.")
@click.option("--unit", type=click.Choice(UNITS), help="For a new exercise; reps unless given.")
@from_option
def set_dose(
    key: str,
    starts_on: date,
    no_hold: bool,
    name: str | None,
    kind: str | None,
    unit: str | None,
    **dose: Any,
) -> None:
    """Give an exercise a dose from a day on; what was asked for before stays as it was.

    EXERCISE is in the plan, or in the guide (`itband guide exercises`), or new with a --name. What is not given is as
    in the dose in force, else as in the guide.

    \b
    itband plan set glute-bridge --sets 3 --amount 12
    itband plan set side-plank --from 2026-12-01
    itband plan set calf-raise --name "Calf raise" --sets 3 --amount 15 --schedule 3/week --source physio
    """
    from data import doses, plan_changes

    said = {what: value for what, value in dose.items() if value is not None}
    if no_hold:
        said["hold"] = None
    replaced = doses.replaced(key, starts_on)
    given = doses.give(key, starts_on, name=name, kind=kind, unit=unit, **said)
    say(one_line(wording.sentence(entries.describe(given))))
    if replaced and replaced != dose_words.describe(plan.dose_of(given), given.exercise.unit):
        say(one_line(f"It takes the place of the dose that began on that day: {replaced}."))
    if given.ends_on and given.ends_on < diary.today():
        say(
            f"Its days are counted by it; from {short(given.ends_on + plan.ONE_DAY)} on by what is asked there."
        )
    elif starts_on < diary.today():
        say(plan_changes.SINCE_THEN)


@plan_.command()
@click.argument("exercise", type=EXERCISE)
@click.option(
    "--from",
    "--day",
    "starts_on",
    type=ANY_DAY,
    default="today",
    help=f"{DAY_TO_COME_HELP}; today unless given.",
)
def archive(exercise: Exercise, starts_on: date) -> None:
    """Take an exercise out of the plan from a day on; its entries stay. `plan set` brings it back.

    \b
    itband plan archive foam-rolling --from +7
    """
    plan.archive(exercise, starts_on)
    given = plan.in_force(exercise, starts_on)
    first = given.ends_on + plan.ONE_DAY if given and given.ends_on else starts_on
    say(one_line(f"{exercise.name} is out of the plan from {short(first)} on."))


@plan_.command()
@click.argument("exercise", type=EXERCISE, required=False)
@from_option
@click.option("--to", "ends_on", type=ANY_DAY, help="The last day of it; open unless given.")
@click.option("--why", type=click.Choice(PAUSE_REASONS), default="other", help="other unless given.")
def pause(exercise: Exercise | None, starts_on: date, ends_on: date | None, why: str) -> None:
    """Pause an EXERCISE, or everything: its days are not counted.

    \b
    itband plan pause --why travel --from 2026-12-20 --to 2027-01-03
    """
    made = pauses.pause(starts_on, ends_on, reason=why, exercise=exercise)
    say(one_line(f"{entries.describe(made)}."))
    for one in pauses.in_order():
        if one.exercise_uid != made.exercise_uid or one.reason == made.reason:
            continue
        if one.ends_on == made.starts_on - plan.ONE_DAY or one.starts_on - plan.ONE_DAY == made.ends_on:
            say(one_line(f"Beside it stands: {entries.describe(one)}."))


@plan_.command()
@click.argument("exercise", type=EXERCISE, required=False)
@from_option
def resume(exercise: Exercise | None, starts_on: date) -> None:
    """End the pauses of an EXERCISE, or every pause: that day counts again."""
    ended = pauses.resume(starts_on, exercise)
    say(f"{wording.counted(ended, 'pause')} ended; {short(starts_on)} counts again.")


@plan_.command()
@click.argument("level", type=LEVEL)
@from_option
@click.option("--source", type=click.Choice(LIMIT_SOURCES), default="me", help="Who set it; me unless given.")
def limit(level: int, starts_on: date, source: str) -> None:
    """The pain, 0 to 10, that is accepted during exercises and runs, from a day on."""
    say(f"{entries.describe(plan.set_limit(level, starts_on, source=source))}.")


@plan_.command()
@click.argument("exercises", nargs=-1, required=True, type=EXERCISE, metavar="EXERCISE...")
def order(exercises: tuple[Exercise, ...]) -> None:
    """Put these exercises first, in this order; the others follow as they are."""
    first = list(dict.fromkeys(exercises))
    others = [one for one in plan.exercises(archived=True) if one not in first]
    plan.arrange([*first, *others])
    say(one_line(f"In this order: {', '.join(one.name for one in plan.exercises())}."))


for command in (plan_text.edit, plan_text.export, plan_text.import_):
    plan_.add_command(command)
