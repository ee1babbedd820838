"""Which section the app opens on."""

import gc
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
