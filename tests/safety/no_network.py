"""Run as a program: every command and every section of the app, with an ear on whatever asks for the network.

Prints what was heard, a line each, then `through`.
"""

import asyncio
import socket
import sys
from pathlib import Path

HEARD: list[str] = []
OF_THE_NETWORK = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.get",
    "urllib",
    "http",
)
SECTIONS = ("t", "p", "r", "tab", "1", "2", "3", "4", "5", "g", "o", "l", "e", "comma", "w", "question_mark")


def listen(event: str, given: tuple[object, ...]) -> None:
    # The event loop has a pair of sockets of its own, which lead nowhere.
    is_local = event == "socket.__new__" and given[1] == socket.AF_UNIX
    if event.startswith(OF_THE_NETWORK) or (event == "socket.__new__" and not is_local):
        HEARD.append(f"{event} {given[1:]}")


def commands(folder: Path, sample: Path) -> list[list[str]]:
    files = [str(sample / f"all.{ending}") for ending in ("json", "csv", "txt", "html", "pdf")]
    lines = """setup --side right --programme default
        today|today --json|due|done glute-bridge|skip --all --why ill|pain 3|run 5.2|note Fine.|event visit
        activity add Stairs|activity list|log|log --json|undo|redo|trends|trends --json|guide|guide warning-signs
        plan|plan limit 3|plan pause --why travel|plan resume|backup|check|where|settings|settings name Alex|purge"""
    words = [one.split() for line in lines.splitlines() for one in line.split("|")]
    return [
        *words,
        *(["export", file] for file in files),
        ["plan", "export", str(sample / "plan.toml")],
        ["plan", "import", str(sample / "plan.toml"), "--yes"],
        *(["import", str(file)] for file in sorted(sample.glob("run.*"))),
        ["import", files[0]],
        ["--help"],
        ["erase", "--yes"],
    ]


async def through_the_app(folder: Path) -> None:
    from data import demo, diary
    from tui.app import ItbandApp
    from tui.config import Config

    diary.open(folder)
    demo.fill(diary.today())
    app = ItbandApp(diary, Config.load(folder), start="today")
    async with app.run_test(size=(120, 40)) as pilot:
        for key in SECTIONS:
            await pilot.press(key)
            await pilot.pause()
            while len(app.screen_stack) > 2:
                await pilot.press("escape")


def main(folder: Path, sample: Path) -> None:
    sys.addaudithook(listen)
    from click.testing import CliRunner

    import main as program

    for words in commands(folder, sample):
        result = CliRunner().invoke(program.command(), ["--data", str(folder), *words])
        assert result.exit_code in (0, 3), (words, result.output)
    asyncio.run(through_the_app(folder))
    print(*HEARD, "through", sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
