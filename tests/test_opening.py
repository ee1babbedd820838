"""Which section the app opens on."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

import main
from data import diary, setup, store
from tui.app import ItbandApp


@pytest.fixture
def begins_on(monkeypatch: pytest.MonkeyPatch, frozen: time_machine.Traveller) -> Iterator[list[str]]:
    """The sections that the app began on, instead of running."""
    sections: list[str] = []
    monkeypatch.setattr(main, "in_terminal", lambda: True)
    monkeypatch.setattr(ItbandApp, "run", lambda app: sections.append(app._start))
    yield sections
    gc.enable()


def entered(folder: Path) -> None:
    store.open_diary(folder)
    diary.log_pain(3, diary.today())
    store.close()


def begun(folder: Path) -> None:
    store.open_diary(folder)
    setup.set_up(side="left")
    store.close()


def test_a_new_diary_opens_on_the_first_questions(tmp_path: Path, begins_on: list[str]) -> None:
    main.open_app(tmp_path / "diary")
    assert begins_on == ["first-run"]


def test_one_that_was_set_up_opens_on_today(tmp_path: Path, begins_on: list[str]) -> None:
    begun(tmp_path)
    main.open_app(tmp_path)
    assert begins_on == ["today"]


def test_questions_that_were_left_are_taken_up_again(tmp_path: Path, begins_on: list[str]) -> None:
    begun(tmp_path)
    (tmp_path / "config.toml").write_text('[first_run]\nstep = "who"\n', encoding="utf-8")
    main.open_app(tmp_path)
    assert begins_on == ["first-run"]


def test_they_are_in_nobodys_way_who_uses_the_diary(tmp_path: Path, begins_on: list[str]) -> None:
    entered(tmp_path)
    (tmp_path / "config.toml").write_text('[first_run]\nstep = "who"\n', encoding="utf-8")
    main.open_app(tmp_path)
    assert begins_on == ["today"]


def test_who_asks_for_a_section_gets_it(tmp_path: Path, begins_on: list[str]) -> None:
    main.open_app(tmp_path, start="guide")
    assert begins_on == ["guide"]


def test_alone_the_app_opens_on_the_folder_that_is_named(
    tmp_path: Path, begins_on: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path / "named")
    monkeypatch.setattr(sys, "argv", ["itband", "--data", str(tmp_path / "named")])
    main.main()
    monkeypatch.setattr(sys, "argv", ["itband"])
    monkeypatch.setenv("ITBAND_DATA", str(tmp_path / "usual"))
    main.main()
    assert begins_on == ["today", "first-run"]


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), PermissionError(13, "Permission denied", "x"), ValueError()]
)
def test_what_keeps_it_from_opening_is_a_sentence(
    error: BaseException,
    tmp_path: Path,
    begins_on: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(folder: Path) -> None:
        raise error

    monkeypatch.setattr(diary, "open", fail)
    monkeypatch.setattr(sys, "argv", ["itband", "--data", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        main.main()
    said = capsys.readouterr().err
    assert ended.value.code == (130 if isinstance(error, KeyboardInterrupt) else 1)
    assert said.count("\n") == 1
    assert "Traceback" not in said


@pytest.mark.parametrize("words", [["--data", ""], ["--data"], ["--dta", "x"], ["--data", "--help"]])
def test_a_slip_in_its_own_words_is_told_like_any_other(
    words: list[str],
    begins_on: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["itband", *words])
    with pytest.raises(SystemExit) as ended:
        main.main()
    assert (ended.value.code, begins_on) == (2, [])
    assert capsys.readouterr().err.endswith("See `itband --help`.\n")


def test_a_shell_can_ask_for_its_completions(
    begins_on: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["itband"])
    monkeypatch.setenv("_ITBAND_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "itband pa")
    monkeypatch.setenv("COMP_CWORD", "1")
    with pytest.raises(SystemExit):
        main.main()
    assert "pain" in capsys.readouterr().out
