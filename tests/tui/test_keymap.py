"""Rebinding by id, and the page that lists the ids."""

import re
import tomllib
from pathlib import Path

import pytest
from textual.binding import Binding

from screens.section import Section
from tests.tui.small_app import SmallToday, told
from tui import config, keymap
from tui.app import ItbandApp


@pytest.fixture
def small_screens_known(monkeypatch) -> None:
    """The commands of the small Today count as if they were of `screens`."""
    known = keymap.bindables()
    for binding in SmallToday.BINDINGS:
        assert isinstance(binding, Binding) and binding.id
        keys = tuple(one.key for one in Binding.make_bindings([binding]))
        known[binding.id] = keymap.Bindable(binding.id, keys, binding.tooltip, SmallToday)
    monkeypatch.setattr(keymap, "bindables", lambda: known)


def checked(**chosen: str) -> tuple[dict[str, str], list[str]]:
    complaints: list[str] = []
    named = {name.replace("__", ".").replace("_", "-"): keys for name, keys in chosen.items()}
    return keymap.accepted(named, complaints), complaints


def test_docs_keymap_lists_every_command() -> None:
    written = (Path(__file__).parents[2] / "docs" / "keymap.md").read_text(encoding="utf-8")
    assert written == keymap.as_markdown(), "run: python -m tui.keymap > docs/keymap.md"


@pytest.mark.parametrize("text", [keymap.as_markdown(), config.__doc__], ids=["docs", "config"])
def test_the_examples_that_are_given_can_be_used(text: str) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    complaints: list[str] = []
    keys = tomllib.loads(example)["keys"]
    assert keymap.accepted(keys, complaints) == keys
    assert complaints == []


def test_every_command_can_be_bound_and_has_a_name() -> None:
    for bindable in keymap.bindables().values():
        context, _, command = bindable.id.partition(".")
        assert context and command and bindable.name and bindable.keys, bindable


def test_no_command_of_the_program_is_in_anothers_way() -> None:
    assert keymap.clashes(keymap.bindables()) == []


async def test_a_new_key_works_and_the_old_one_no_more(configured) -> None:
    app = configured('[keys]\n"app.pain" = "f5,f6"\n')
    async with app.run_test() as pilot:
        await pilot.press("p")
        assert app.section.key == "today"
        await pilot.press("f6")
        assert app.section.key == "pain"
        await pilot.press("t", "f5")
        assert app.section.key == "pain"


async def test_a_command_of_a_screen_can_be_rebound(configured, small_screens_known) -> None:
    app = configured('[keys]\ntoday.skip = "ctrl+k"\n')
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("s", "ctrl+k")
        assert told(app) == []
        assert isinstance(app.section, SmallToday)
        assert app.section.noted == ["skip"]


async def test_two_commands_can_change_keys(configured, small_screens_known) -> None:
    app = configured('[keys]\ntoday.skip = "x"\ntoday.row = "s"\n')
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("s", "x")
        assert told(app) == []
        assert isinstance(app.section, SmallToday)
        assert app.section.noted == ["row", "skip"]


async def test_what_cannot_be_used_is_named_at_start_and_the_rest_works(configured) -> None:
    app = configured('[keys]\n"app.pian" = "k"\n"app.redo" = "u"\n"app.undo" = "sapce"\n"app.plan" = "f5"\n')
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        unknown, clash, no_key = sorted(
            told(app), key=lambda words: ("no command" not in words, "already" not in words)
        )
        assert '"app.pian"' in unknown
        assert '"u" is already Undo the last change (app.undo), so app.redo keeps its own' in clash
        assert '"sapce" is not the name of a key' in no_key
        await pilot.press("f5")
        assert app.section.key == "plan"


def test_a_clash_leaves_the_command_its_own_key(small_screens_known) -> None:
    usable, complaints = checked(today__skip="b", app__undo="space")
    assert usable == {}
    assert len(complaints) == 2


def test_a_window_has_its_keys_for_itself() -> None:
    assert checked(help__up="u") == ({"help.up": "u"}, [])
    assert checked(help__up="j")[0] == {}


def test_commands_of_different_screens_may_share_a_key(small_screens_known) -> None:
    assert checked(help__up="s") == ({"help.up": "s"}, [])


@pytest.mark.parametrize(
    "keys", ["?", "f12", "ctrl+u", "left", "question_mark", "comma", "é", "shift+tab", "alt+x"]
)
def test_names_of_keys(keys: str) -> None:
    assert checked(app__undo=keys) in (({"app.undo": keys}, []), ({}, [*checked(app__undo=keys)[1]]))
    assert not any("not the name of a key" in words for words in checked(app__undo=keys)[1])


@pytest.mark.parametrize("keys", ["sapce", "control+u", "ctrl+", "left arrow"])
def test_what_is_no_key(keys: str) -> None:
    assert any("not the name of a key" in words for words in checked(app__undo=keys)[1])


def test_the_shells_keys_are_those_of_the_design() -> None:
    bound = {key for binding in ItbandApp.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    bound |= {key for binding in Section.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert bound >= {*"tprgolewuq", "question_mark", "f1", "ctrl+p", "ctrl+r", "comma", "escape"}
