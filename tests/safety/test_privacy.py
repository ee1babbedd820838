"""What is the runner's own stays so: no network, no file that others can read, nothing left of what was deleted."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import main
from data import backups, store
from tests.run_files import Outing, fit_file, gpx_file, gpx_track, tcx_activity, tcx_file
from tests.safety.on_screen import opened, set_up
from tests.terminal import ROOT, Terminal, itband

SECRET = "unspeakable-secret"


@pytest.fixture
def generous() -> Iterator[None]:
    """Files are made readable for all, unless told otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "diary"


def run(folder: Path, *words: str) -> Result:
    result = CliRunner().invoke(main.command(), ["--data", str(folder), *words])
    assert result.exit_code == 0, result.output
    return result


def holding(word: str, *places: Path) -> list[Path]:
    """The files in these folders in whose bytes the word stands, as UTF-8 or UTF-16."""
    return [
        file
        for place in places
        for file in place.rglob("*")
        if file.is_file() and any(word.encode(code) in file.read_bytes() for code in ("utf-8", "utf-16-le"))
    ]


def test_no_command_and_no_screen_opens_a_socket(place: Path, tmp_path: Path) -> None:
    sample = tmp_path / "sample"
    sample.mkdir()
    (sample / "run.gpx").write_bytes(gpx_file(gpx_track(Outing())))
    (sample / "run.tcx").write_bytes(tcx_file(tcx_activity(Outing())))
    (sample / "run.fit").write_bytes(fit_file(Outing()))
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety.no_network", str(place), str(sample)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
    )
    assert (done.stdout, done.stderr) == ("through\n", "")


@pytest.mark.usefixtures("generous")
def test_every_file_is_the_users_alone(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o700)
    run(place, "setup", "--side", "right", "--programme", "default")
    for ending in ("json", "csv", "txt", "html", "pdf"):
        run(place, "export", str(out / f"all.{ending}"))
    run(place, "plan", "export", str(out / "plan.toml"))
    run(place, "backup")
    run(place, "backup", str(out / "copy.db"))
    run(place, "restore", str(out / "copy.db"))
    with opened(place, columns=120, lines=40) as terminal:
        terminal.send("3")
        terminal.wait_for("[3]")
        terminal.send(",")
        terminal.wait_for("Settings")
        _remember_something(place)
        files = [*place.rglob("*"), *out.rglob("*")]
        terminal.send("ctrl+q")
        assert terminal.wait_end() == 0
    assert {"diary.db", "diary.db-wal", "config.toml", "copy.db", "all.pdf"} <= {file.name for file in files}
    open_to_others = {
        str(file): oct(file.stat().st_mode & 0o777)
        for file in [place, *files]
        if file.exists() and file.stat().st_mode & 0o077
    }
    assert open_to_others == {}


def _remember_something(place: Path) -> None:
    from tui.config import Config

    Config.load(place).remember("theme", "dark")


def test_after_a_purge_deleted_text_stands_nowhere(place: Path) -> None:
    run(place, "note", SECRET)
    run(place, "pain", "3", "--note", SECRET, "--medication", SECRET)
    run(place, "settings", "name", SECRET)
    run(place, "backup")
    assert holding(SECRET, place)
    run(place, "undo")
    run(place, "undo")
    run(place, "note", "Harmless.")
    with opened_beside(place):
        run(place, "purge")
        assert holding(SECRET, place) == []
    assert holding("Harmless.", place) != []
    assert run(place, "check")


def opened_beside(place: Path) -> Terminal:
    """An app that is open all the while."""
    terminal = Terminal(itband(place))
    terminal.settle(0.5)
    return terminal


def test_erasing_waits_for_the_typed_word_and_then_leaves_nothing(place: Path) -> None:
    run(place, "note", SECRET)
    run(place, "backup")
    (place / "config.toml").write_text('theme = "dark"\n')
    with Terminal(itband(place, "erase")) as terminal:
        terminal.wait_for("Type erase")
        terminal.send("yes", "enter")
        assert terminal.wait_end() == 1
    assert store.diary_file(place).exists()
    with Terminal(itband(place, "erase")) as terminal:
        terminal.wait_for("Type erase")
        terminal.send("erase", "enter")
        assert terminal.wait_end() == 0
    assert not place.exists()


def test_without_a_terminal_nothing_is_erased_unasked(place: Path) -> None:
    run(place, "note", SECRET)
    assert CliRunner().invoke(main.command(), ["--data", str(place), "erase"]).exit_code == 1
    assert store.diary_file(place).exists()


def test_a_mistake_of_the_command_tells_nothing_of_the_diary(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object, **__: object) -> None:
        raise ValueError(SECRET)

    from data import diary

    monkeypatch.setattr(diary, "set_note", mistaken)
    result = CliRunner().invoke(main.command(), ["--data", str(place), "note", SECRET])
    assert result.exit_code == 1
    assert "mistake of its own (ValueError in" in result.stderr
    assert SECRET not in result.output


def test_a_killed_app_leaves_nothing_outside_its_folder(tmp_path: Path, place: Path) -> None:
    home, scratch = tmp_path / "home", tmp_path / "scratch"
    home.mkdir()
    scratch.mkdir()
    set_up(place)
    run(place, "note", SECRET)
    env = {
        "HOME": str(home),
        "TMPDIR": str(scratch),
        "XDG_CACHE_HOME": str(home),
        "XDG_STATE_HOME": str(home),
    }
    with Terminal(itband(place), env=env) as terminal:
        terminal.wait_for(SECRET[:10])
        terminal.kill()
    assert holding(SECRET, home, scratch) == []
    assert backups.leftovers(place) == []
