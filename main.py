"""The `itband` command: the app when it is asked for alone, which needs no command line, and else the subcommands."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.command.output import be_safe_in_any_encoding, in_terminal
from data.errors import Refused

if TYPE_CHECKING:
    from data.command.table import CommandTable
    from data.figures import ChartSeries


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


def command() -> CommandTable:
    """The whole command line, on click."""
    from data.command import program

    return program.command(open_app, draw_charts, theme)


def _open_alone(named: Path | None) -> None:
    """The app without click, which takes a twentieth of its start; errors end as those of a command do."""
    be_safe_in_any_encoding()
    try:
        from data import store

        open_app(named or store.default_folder())
    except (Exception, KeyboardInterrupt) as error:
        from data.command import troubles

        sys.exit(troubles.tell(error))


def main() -> None:
    match sys.argv[1:]:
        case [] if "_ITBAND_COMPLETE" not in os.environ:  # with it, a shell asks click for its completions
            _open_alone(None)
        case ["--data", name] if name and not name.startswith("-"):
            _open_alone(Path(name))
        case _:
            command().main()


if __name__ == "__main__":
    main()
