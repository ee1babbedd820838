"""What every command stands in: help, what is imported, errors, encodings, pipes, and text taken literally."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import main
from data.command.program import COMMANDS
from data.guide import ABOUT

from .conftest import Itband

ROOT = Path(main.__file__).parent
ESCAPES = "\x1b]0;title\x07\x1b[31mred\r\x9b2J [/x] \u202eback"


def run(
    *words: object, stdin: int | None = subprocess.DEVNULL, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


class TestHelp:
    def test_every_command_stands_under_a_heading_and_the_words_on_the_program_below(
        self, itband: Itband
    ) -> None:
        said = itband("--help").out
        for heading, commands in COMMANDS.items():
            assert f"{heading}:" in said
            assert all(f"\n  {name} " in said for name in commands)
        assert " ".join(ABOUT.split()) in " ".join(said.split())

    @pytest.mark.parametrize("name", [name for table in COMMANDS.values() for name in table])
    def test_each_command_has_help_of_its_own(self, itband: Itband, name: str) -> None:
        said = itband(name, "-h")
        assert said.code == 0
        assert said.out.startswith(f"Usage: itband {name}")

    def test_a_group_without_its_command_shows_the_help_laid_out_and_is_wrong_usage(
        self, itband: Itband
    ) -> None:
        said = itband("activity")
        assert (said.code, said.out) == (2, "")
        assert said.err == itband("activity", "--help").out

    def test_the_version_is_told(self, itband: Itband, place: Path) -> None:
        assert itband("--version").out == f"itband {version('itband')}\n"
        assert not place.exists()

    def test_help_makes_no_diary(self, itband: Itband, place: Path) -> None:
        itband("pain", "--help")
        assert not place.exists()


class TestImports:
    def loaded(self, place: Path, *words: str, first: str = "") -> set[str]:
        program = (
            f"import sys, main\n{first}\n"
            f"sys.argv = ['itband', '--data', {str(place)!r}, *{list(words)!r}]\n"
            "try: main.main()\n"
            "except SystemExit: pass\n"
            "print(*sys.modules, file=sys.stderr)"
        )
        ended = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
        )
        return set(ended.stderr.split())

    def test_pain_needs_neither_app_nor_charts_nor_report(self, tmp_path: Path) -> None:
        loaded = {name.partition(".")[0] for name in self.loaded(tmp_path / "diary", "pain", "3")}
        assert {"peewee", "data", "click"} <= loaded
        assert not loaded & {
            *("textual", "rich", "plotext", "textual_plotext", "platformdirs", "reportlab", "tui", "screens"),
            *("fitdecode", "gpxpy", "defusedxml", "tomllib"),
        }

    def test_pain_needs_no_figures_and_no_files(self, tmp_path: Path) -> None:
        loaded = self.loaded(tmp_path / "diary", "pain", "3")
        assert not loaded & {
            "data.trends",
            "data.adherence",
            "data.guide",
            "data.exchange.diary_json",
            "data.day",
        }

    def test_the_app_asked_for_alone_needs_no_command_line(self, tmp_path: Path) -> None:
        in_a_terminal = (
            "main.in_terminal = lambda: True; import tui.app; tui.app.ItbandApp.run = lambda app: None"
        )
        loaded = self.loaded(tmp_path / "diary", first=in_a_terminal)
        assert {"tui.app", "data.diary"} <= loaded
        assert not loaded & {"click", "data.command.program", "plotext"}

    def test_trends_draws_without_the_app(self, tmp_path: Path) -> None:
        loaded = {name.partition(".")[0] for name in self.loaded(tmp_path / "diary", "trends")}
        assert "plotext" in loaded
        assert not loaded & {"textual", "rich", "textual_plotext"}


class TestText:
    def test_what_is_in_a_text_is_shown_and_never_carried_out(self, ready: Itband) -> None:
        ready("note", ESCAPES)
        ready("event", "other", ESCAPES)
        ready("plan", "set", "odd", "--name", ESCAPES, "--sets", 1, "--amount", 1, "--schedule", "daily")
        ready("pain", 1, "--note", ESCAPES, "--medication", ESCAPES)
        ready("run", 2, "--terrain", ESCAPES)
        ready("activity", "add", ESCAPES)
        ready("settings", "name", ESCAPES)
        said = [
            ready(*words)
            for words in (
                ("today",),
                ("due",),
                ("log",),
                ("plan",),
                ("trends",),
                ("activity", "list"),
                ("settings",),
                ("done", "odd"),
                ("undo",),
                ("done", ESCAPES),
                ("guide", ESCAPES),
                ("export", ESCAPES),
            )
        ]
        for one in said:
            shown = one.out + one.err
            assert not [
                character for character in shown if not (character.isprintable() or character == "\n")
            ]
        assert r"\x1b[31mred" in said[0].out
        assert "[/x]" in said[0].out
        assert r"\u202eback" in said[0].out

    def test_one_line_stays_one_line(self, ready: Itband) -> None:
        ready("plan", "set", "odd", "--name", "two\nlines", "--sets", 1, "--amount", 1, "--schedule", "daily")
        assert len(ready("due").lines) == 1

    def test_a_terminal_without_unicode_gets_letters_in_their_place(self, place: Path) -> None:
        folder = ("--data", place)
        run(*folder, "setup", "--programme", "default")
        run(*folder, "note", "Grüße 漢")
        said = run(*folder, "today", PYTHONIOENCODING="ascii")
        assert (said.returncode, said.stderr) == (0, "")
        assert "Glute bridge 2x10" in said.stdout
        assert "Gr??e ?" in said.stdout

    def test_trends_and_guide_do_without_unicode(self, place: Path) -> None:
        for words in (("trends",), ("guide", "pain-scale"), ("--help",)):
            said = run("--data", place, *words, PYTHONIOENCODING="ascii")
            assert (said.returncode, said.stderr) == (0, "")
            assert said.stdout.isascii()


class TestEnds:
    def test_a_closed_pipe_is_no_trouble_and_the_entry_is_there(self, place: Path) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        ended = subprocess.run(
            [sys.executable, "main.py", "--data", str(place), "pain", "3"],
            cwd=ROOT,
            stdout=writer,
            stderr=subprocess.PIPE,
            timeout=60,
        )
        os.close(writer)
        assert (ended.returncode, ended.stderr) == (0, b"")
        assert "Worst pain: 3" in run("--data", place, "today").stdout

    def test_a_full_disk_behind_the_output_is_one_sentence(self, place: Path) -> None:
        with Path("/dev/full").open("w") as full:
            ended = subprocess.run(
                [sys.executable, "main.py", "--data", str(place), "today"],
                cwd=ROOT,
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                timeout=60,
            )
        assert ended.returncode == 1
        assert ended.stderr == "The answer could not be printed: No space left on device.\n"

    @pytest.mark.parametrize("words", [(), ("demo",), ("setup",), ("erase",)])
    def test_without_a_terminal_nothing_waits_for_an_answer(
        self, place: Path, words: tuple[str, ...]
    ) -> None:
        ended = run("--data", place, *words, stdin=None)
        assert ended.returncode in (0, 1)

    def test_without_a_command_and_a_terminal_the_app_is_refused_in_a_sentence(self, itband: Itband) -> None:
        assert itband() == (
            1,
            "",
            "The app needs a terminal; `itband --help` lists the commands that do without.\n",
        )

    def test_the_folder_can_be_named_by_the_environment(self, place: Path) -> None:
        run("pain", "3", ITBAND_DATA=str(place))
        assert (place / "diary.db").exists()

    def test_a_mistake_of_the_program_is_told_without_a_traceback_or_the_diary(
        self, ready: Itband, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from click.testing import CliRunner

        from data import diary

        def broken(*_: object, **__: object) -> None:
            raise KeyError("a secret note")

        monkeypatch.setattr(diary, "set_note", broken)
        result = CliRunner().invoke(main.command(), ["--data", str(place), "note", "a secret note"])
        assert result.exit_code == 1
        assert "a mistake of its own (KeyError in test_frame.py" in result.stderr
        assert "secret" not in result.output
