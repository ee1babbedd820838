"""`?`: the keys of the screen, from the bindings themselves."""

import pytest
from textual.binding import Binding
from textual.widgets import Input

from screens.help import HelpScreen, group_name
from screens.widgets.dialogs import ConfirmDialog, Dialog
from tests.tui.small_app import screen_lines, screen_text
from tui.app import ItbandApp


async def test_it_lists_every_command_of_screen_and_app(app: ItbandApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        shown = screen_text(app)
        for binding in (*type(app.section).BINDINGS, *ItbandApp.BINDINGS):
            assert isinstance(binding, Binding)
            if binding.group is None and binding.description and binding.id != "app.quit-anywhere":
                assert binding.tooltip in shown


async def test_keys_of_one_kind_share_a_line(app: ItbandApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        (line,) = (line for line in screen_lines(app) if "Worst pain" in line)
        assert "0-9" in line


async def test_commands_stand_under_where_they_count(app: ItbandApp) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("question_mark")
        shown = screen_text(app)
        places = [
            shown.index(words) for words in ("Keys", "Tick the next set", "Sections", "Journal", "Everywhere")
        ]
        assert places == sorted(places)
        assert shown.index("Everywhere") < shown.index("Undo the last change")


async def test_it_shows_the_users_own_keys(configured) -> None:
    app = configured('[keys]\n"app.undo" = "ctrl+z"\n')
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("question_mark")
        (line,) = (line for line in screen_lines(app) if "Undo the last change" in line)
        assert " ctrl+z " in line


@pytest.mark.parametrize("key", ["escape", "question_mark", "q", "f1"])
async def test_it_closes_again(app: ItbandApp, key: str) -> None:
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press(key)
        assert app.screen is app.section


async def test_f1_helps_even_in_a_field(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("f", "question_mark", "f1")
        assert isinstance(app.screen, HelpScreen)
        assert app.section.query_one(Input).value == "?"


@pytest.mark.slow
async def test_in_forty_columns_and_twelve_lines_every_key_can_be_scrolled_to(app: ItbandApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        seen = screen_text(app)
        for _ in range(12):
            await pilot.press("j", "j", "j", "j")
            await pilot.pause()
            seen += screen_text(app)
        for words in ("Tick the next set", "Write a note", "Report", "Quit; everything", "finds a command"):
            assert words in seen


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_the_key_that_closes_it_stays_in_sight(app: ItbandApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "esc close" in screen_text(app)


async def test_over_a_window_no_section_key_works_and_f1_helps(app: ItbandApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ConfirmDialog("Delete", "Delete [/b] this run?"))
        await pilot.press("p", "u", "question_mark")
        assert isinstance(app.screen, ConfirmDialog)
        assert "Delete [/b] this run?" in screen_text(app)
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        assert "Close without an answer" in screen_text(app)


@pytest.mark.parametrize(("key", "answer"), [("y", True), ("n", False), ("escape", None)])
async def test_a_question_is_answered_by_one_key(app: ItbandApp, key: str, answer: bool | None) -> None:
    answers: list[bool | None] = []
    async with app.run_test() as pilot:
        app.push_screen(ConfirmDialog("Delete", "Really?"), answers.append)
        await pilot.press(key)
        await pilot.pause()
        assert answers == [answer]


async def test_a_long_text_in_a_window_scrolls_by_key(app: ItbandApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        app.push_screen(ConfirmDialog("Long", "\n".join(f"line {n}" for n in range(40))))
        await pilot.press("pagedown", "down")
        await pilot.pause()
        assert isinstance(app.screen, Dialog)
        assert "line 10" in screen_text(app)
        assert "line 0 " not in screen_text(app)


def test_a_group_of_many_is_named_by_what_its_names_share() -> None:
    class Named:
        def __init__(self, name: str) -> None:
            self.name = name

    assert group_name([Named(f"Worst pain {level}") for level in range(10)]) == "Worst pain"  # type: ignore[list-item]
    assert group_name([Named("Day before"), Named("Day after")]) == "Day before · Day after"  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("enter", "enter"),
        ("backspace", "backspace"),
        ("ctrl+p", "ctrl+p"),
        ("left", "←"),
        ("comma", ","),
        ("^", "^"),
    ],
)
def test_keys_are_called_as_on_the_keyboard(app: ItbandApp, key: str, shown: str) -> None:
    (binding,) = Binding.make_bindings([(key, "")])
    assert app.get_key_display(binding) == shown
