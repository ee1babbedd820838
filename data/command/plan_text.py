"""The plan as text: in an editor, to a file, and back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from data import diary
from data.calendar_days import short
from data.command.frame import DiaryCommand
from data.command.output import complain, say
from data.command.values import ANY_DAY, DAY_TO_COME_HELP
from data.errors import Refused
from data.plain_text import one_line
from data.plan_changes import Change

if TYPE_CHECKING:
    from data.command.editor import Draft

FILE = click.Path(path_type=Path)
LARGEST_FILE = 1_000_000  # bytes
UNCHANGED = "Nothing was changed."

yes_option = click.option("--yes", is_flag=True, help="Don't ask; without a terminal this is the only way.")


@click.command(cls=DiaryCommand)
@click.option(
    "--from",
    "starts_on",
    type=ANY_DAY,
    default="today",
    help=f"{DAY_TO_COME_HELP}; today unless given. It stands in the text too.",
)
@yes_option
def edit(starts_on: date, yes: bool) -> None:
    """Change the whole plan from a day on, as a short text in $VISUAL or $EDITOR.

    What would change is shown and asked for first. One undo takes all of it back.
    """
    from data import plan_changes
    from data.command.editor import Draft
    from data.exchange import plan_toml

    if not yes:
        _need_a_terminal()
    draft = Draft("plan.toml", plan_toml.write(plan_changes.in_force(starts_on), starts_on))
    try:
        _edit(draft, yes)
    except BaseException as trouble:
        if not draft.is_touched:
            draft.discard()
            raise
        kept = f"Your text is kept in {draft.path}, for `itband plan import`."
        if isinstance(trouble, Refused):
            raise Refused(f"{trouble} {kept}") from None
        complain(kept)
        raise
    draft.discard()


def _edit(draft: Draft, yes: bool) -> None:
    """Until the changes are made; Refused when they shall not or can't be."""
    while True:
        text = draft.edit()
        if not draft.is_touched:
            say(UNCHANGED)
            return
        try:
            day, changes = _read(text)
        except Refused as refusal:
            if not _can_ask():
                raise
            complain(str(refusal))
            if not click.confirm("Edit it again?", default=True):
                raise Refused(UNCHANGED) from None
            continue
        if not changes:
            say(UNCHANGED)
            return
        _show(changes, day)
        answer = "y" if yes else _ask("y, n, or e to edit again", "yne")
        if answer == "n":
            raise Refused(UNCHANGED)
        if answer == "y":
            _make(changes, day)
            return


@click.command(cls=DiaryCommand)
@click.argument("file", type=FILE)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
def export(file: Path, force: bool) -> None:
    """Write the plan of today to FILE, as the text that `plan edit` shows.

    \b
    itband plan export plan.toml
    """
    from data import plan_changes
    from data.exchange import files, plan_toml

    today = diary.today()
    text = plan_toml.write(plan_changes.in_force(today), today)
    files.write(file, text.encode(), force=force)
    say(one_line(f"Written: {file}"))


@click.command("import", cls=DiaryCommand)
@click.argument("file", type=FILE)
@click.option(
    "--from",
    "starts_on",
    type=ANY_DAY,
    help=f"{DAY_TO_COME_HELP}; the `from` of the file unless given.",
)
@yes_option
@click.option("--dry-run", is_flag=True, help="Only say what it would change.")
def import_(file: Path, starts_on: date | None, yes: bool, dry_run: bool) -> None:
    """Make the plan what FILE says, from a day on. What would change is shown and asked for first.

    \b
    itband plan import plan.toml --from 2026-12-01
    """
    from data.exchange import files

    text = files.read_text(file, LARGEST_FILE)
    try:
        day, changes = _read(text, starts_on)
    except Refused as refusal:
        raise Refused(f"{one_line(file.name)}: {refusal}") from None
    if not changes:
        say(f"The plan is like that already; {UNCHANGED[0].lower()}{UNCHANGED[1:]}")
        return
    _show(changes, day)
    if dry_run:
        return
    if not yes:
        _need_a_terminal()
        if _ask("y or n", "yn") == "n":
            raise Refused(UNCHANGED)
    _make(changes, day)


def _read(text: str, day: date | None = None) -> tuple[date, list[Change]]:
    from data import plan_changes
    from data.exchange import plan_toml

    starts_on, wanted = plan_toml.read(text, day)
    return starts_on, plan_changes.compare(wanted, starts_on)


def _show(changes: Sequence[Change], day: date) -> None:
    from data import plan_changes

    after = [plan_changes.dose_after(change, day) for change in changes]
    say(f"From {short(day)}:" if any(after) else f"From {short(day)} on:")
    for change, then in zip(changes, after, strict=True):
        until = f"; from {short(then[0])} on {then[1]} again, as given before" if then else ""
        say(f"  {one_line(change.words + until)}")
    say(plan_changes.reach(day, diary.today(), in_part=any(after)))


def _make(changes: Sequence[Change], day: date) -> None:
    from data import plan_changes

    plan_changes.make(changes, day)
    say("Changed; `itband undo` takes all of it back.")


def _can_ask() -> bool:
    return sys.stdin.isatty()


def _need_a_terminal() -> None:
    if not _can_ask():
        raise Refused(f"{UNCHANGED} Without a terminal to ask in, --yes is needed.")


def _ask(answers: str, letters: str) -> str:
    """The letter of the answer; no other can be given."""
    answer: str = click.prompt(
        f"Make these changes ({answers})?", type=click.Choice(list(letters)), show_choices=False
    )
    return answer
