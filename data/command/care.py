"""Looking after the diary: settings, where it is, copies of it, checks, and taking it away."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from data.command.frame import DiaryCommand, opened, program
from data.command.output import in_terminal, say
from data.errors import Refused
from data.plain_text import one_line

FILE = click.Path(path_type=Path)
CONFIRMATION = "erase"
WRONG = 1
THEME = "theme"
WIDEST_VALUE = 24  # columns; what is longer pushes its description aside


@click.command("settings", cls=DiaryCommand)
@click.argument("key", required=False)
@click.argument("value", required=False)
def settings_(key: str | None, value: str | None) -> None:
    """All settings, or one of them, or its new VALUE; "" takes it back to what it is at first.

    \b
    itband settings units mi
    itband settings day_start 04:00
    itband settings theme light
    """
    from data import settings

    if key is not None and key != THEME and key not in settings.BY_KEY:
        raise Refused(
            f"There is no setting {key!r}; the settings are {', '.join([*settings.BY_KEY, THEME])}."
        )
    if key is None:
        _list_settings()
    elif key == THEME:
        now = program().theme(program().folder, value)
        say(now if value is None else f"Theme: {now}; an app that is open has it when it starts again.")
    elif value is None:
        say(one_line(settings.get(key)))
    else:
        say(one_line(settings.put(key, value)))


def _list_settings() -> None:
    from data import settings

    found = [(kind.key, settings.get(kind.key) or "empty", kind.help) for kind in settings.KINDS]
    found.append((THEME, program().theme(program().folder, None), "Of the app, in config.toml."))
    widths = [max(len(one_line(row[at])) for row in found) for at in (0, 1)]
    for key, value, words in found:
        aligned = one_line(value).ljust(min(widths[1], WIDEST_VALUE))
        say(f"{key.ljust(widths[0])} = {aligned}  {words}")


@click.command()
def where() -> None:
    """Every path that belongs to the diary."""
    from data import places

    for name, path, is_there in places.of_diary(program().folder):
        say(f"{name:<16} {one_line(str(path))}{'' if is_there else '  (not there yet)'}")
    say(f"{'Program':<16} {one_line(str(Path(__file__).resolve().parents[2]))}")


@click.command(cls=DiaryCommand)
@click.argument("file", type=FILE, required=False)
def backup(file: Path | None) -> None:
    """A copy of the diary, in FILE or dated among the daily copies. It holds everything, undo too."""
    from data import care

    say(f"Copied to {one_line(str(care.back_up(program().folder, file)))}")


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Make the copy in FILE the diary. What was there before is kept among the copies."""
    from data import care, store

    try:
        kept = care.restore(program().folder, file)
    finally:
        store.close()
    say("Restored." if kept is None else f"Restored; what was there before is kept in {one_line(str(kept))}")


@click.command()
def check() -> int:
    """Look the diary over, and say what was looked at. Exit code 1 when something is wrong."""
    from data import care, store

    try:
        findings = care.check(program().folder)
    finally:
        store.close()
    for finding in findings:
        say(one_line(f"{'ok   ' if finding.ok else 'WRONG'} {finding.words}"))
    return 0 if all(finding.ok for finding in findings) else WRONG


@click.command()
@click.option("--yes", is_flag=True, help="Don't ask; without a terminal nothing is asked.")
def purge(yes: bool) -> None:
    """Empty undo, write the diary anew and begin the copies anew, so that nothing is left of what was deleted."""
    from data import care, store

    if in_terminal() and not yes:
        say("Undo and all copies of the diary are emptied: neither can bring anything back afterwards.")
        if not click.confirm("Go on?"):
            raise Refused("Nothing was purged.")
    try:
        care.purge(program().folder)
    finally:
        store.close()
    say("Nothing is left here of what was deleted or changed; there is nothing to undo.")


@click.command()
@click.option("--yes", is_flag=True, help="Don't ask; without a terminal this is the only way.")
def erase(yes: bool) -> None:
    """Remove the diary, its copies and its settings from this machine, for good."""
    from data import care

    folder = program().folder
    if not care.something_is_there(folder):
        raise Refused(f"There is no diary in {one_line(str(folder))}, so nothing was erased.")
    if not yes:
        _confirm_erasing(folder)
    left = care.erase(folder)
    say(f"The diary in {one_line(str(folder))} is gone.")
    if left:
        say(f"Left there, not made by itband: {one_line(', '.join(path.name for path in left))}")


def _confirm_erasing(folder: Path) -> None:
    if not in_terminal():
        raise Refused("Nothing was erased: without a terminal to ask in, `itband erase --yes` is needed.")
    say(f"The diary in {one_line(str(folder))}, all its copies, its theme and keys will be gone for good.")
    if click.prompt(f"Type {CONFIRMATION} to go on", default="", show_default=False).strip() != CONFIRMATION:
        raise Refused("Nothing was erased.")


@click.command()
def demo() -> None:
    """Twelve weeks of a made-up diary in a throw-away folder, in the app. Your own diary is not touched."""
    from data import demo, diary

    folder = Path(tempfile.mkdtemp(prefix="itband-demo-"))
    try:
        with opened(folder):
            demo.fill(diary.today())
        program().open_app(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say("The sample diary is gone again.")
