"""The `itband` command: its table of subcommands, and the app when none is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from data.command.frame import Program
from data.command.table import CommandTable

COMMANDS = {
    "The day": {
        "today": "data.command.look:today_",
        "due": "data.command.look:due",
        "done": "data.command.daily:done",
        "skip": "data.command.daily:skip",
        "pain": "data.command.daily:log_pain",
        "run": "data.command.daily:run",
        "note": "data.command.daily:note",
        "event": "data.command.daily:event",
        "activity": "data.command.daily:activity",
        "session": "data.command.guided:session",
    },
    "The diary": {
        "log": "data.command.look:log",
        "edit": "data.command.correct:edit",
        "delete": "data.command.correct:delete",
        "undo": "data.command.correct:undo",
        "redo": "data.command.correct:redo",
        "trends": "data.command.look:trends",
    },
    "Plan and guide": {
        "setup": "data.command.setup:setup",
        "plan": "data.command.plan:plan_",
        "guide": "data.command.look:guide",
    },
    "Files": {
        "export": "data.command.exchange:export",
        "import": "data.command.exchange:import_",
        "backup": "data.command.care:backup",
        "restore": "data.command.care:restore",
        "check": "data.command.care:check",
        "where": "data.command.care:where",
        "purge": "data.command.care:purge",
        "erase": "data.command.care:erase",
    },
    "The program": {
        "settings": "data.command.care:settings_",
        "demo": "data.command.care:demo",
    },
}


def _folder(ctx: click.Context, option: click.Parameter, name: str | None) -> Path | None:
    if name == "":  # would be the folder that one happens to stand in
        raise click.BadParameter("it can't be empty.", ctx, option)
    if name and name.startswith("-"):
        raise click.BadParameter(
            f"{name} looks like an option; a folder of that name is ./{name}.", ctx, option
        )
    return None if name is None else Path(name)


def command(
    open_app: Callable[..., None],
    draw_charts: Callable[..., str],
    theme: Callable[[Path, str | None], str],
) -> CommandTable:
    """The command, with what lies above `data/` handed down to it: see `Program`."""

    @click.command(
        "itband",
        cls=CommandTable,
        headings=COMMANDS,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        help="A rehab diary in the terminal for runners with iliotibial band pain. Without a COMMAND: the app.",
    )
    @click.option(
        "--data",
        metavar="DIR",
        callback=_folder,
        help="The diary's folder, instead of $ITBAND_DATA or the usual place (`itband where`).",
    )
    @click.version_option(package_name="itband", message="itband %(version)s")
    @click.pass_context
    def itband(ctx: click.Context, data: Path | None) -> None:
        ctx.obj = Program(data, open_app, draw_charts, theme)
        if ctx.invoked_subcommand is None:
            open_app(ctx.obj.folder)

    return itband
