"""The `itband` command: the subcommands, and the app when there is none."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from data.command.frame import Program
from data.command.output import in_terminal
from data.command.table import CommandTable
from data.errors import Refused

if TYPE_CHECKING:
    from data.figures import ChartSeries

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


def open_app(folder: Path, start: str = "today") -> None:
    """Opens the app on a folder's diary, at a section; Refused where there is no terminal to show it in."""
    if not in_terminal():
        raise Refused("The app needs a terminal; `itband --help` lists the commands that do without.")
    gc.disable()  # almost nothing that a start makes is garbage; the app looks for it from its first paint on
    from data import diary, setup, store
    from tui.app import ItbandApp
    from tui.config import Config

    notice = diary.open(folder)
    try:
        config = Config.load(folder)
        store.flush_when_asked()
        if notice:
            config.complaints.append(notice)
        if start == "today" and setup.needed(config.preference(setup.STEP, "")):
            start = "first-run"
        app = ItbandApp(diary, config, start=start)
        app.run()
    finally:
        store.close()
    if app.return_code:
        sys.exit(app.return_code)


def draw_charts(series: ChartSeries, width: int, **how: Any) -> str:
    """The panels of trends, `width` columns wide; how: see `text_charts`."""
    from screens.widgets.charts.drawing import text_charts

    return text_charts(series, width, **how)


def theme(folder: Path, name: str | None) -> str:
    """The theme of the app, after the one named was put on; None: as it is, "": as at first."""
    from tui import themes
    from tui.config import Config

    config = Config.load(folder)
    if name is None:
        return config.preference("theme", themes.DEFAULT)
    if name not in ("", *themes.NAMES):
        raise Refused(f"There is no theme {name!r}; there are {', '.join(themes.NAMES)}.")
    config.remember("theme", name or themes.DEFAULT)
    return name or themes.DEFAULT


def _folder(ctx: click.Context, option: click.Parameter, name: str | None) -> Path | None:
    if name == "":  # would be the folder that one happens to stand in
        raise click.BadParameter("it can't be empty.", ctx, option)
    return None if name is None else Path(name)


@click.command(
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


def main() -> None:
    itband.main()


if __name__ == "__main__":
    main()
