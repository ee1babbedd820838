"""Letters belong to the field while one has the focus, and to the app again afterwards."""

from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from screens.widgets.dialogs import Dialog
from tests.tui.small_app import SmallSection, SmallToday, small_app
from tui.app import ItbandApp


async def test_escape_leaves_a_field_and_keeps_what_was_typed(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("f", "q", "p", "escape")
        assert app.focused is None
        assert app.section.query_one(Input).value == "qp"
        await pilot.press("space")
        assert isinstance(app.section, SmallToday)
        assert app.section.noted == ["set"]


async def test_escape_returns_to_the_list_that_has_the_focus_otherwise(tmp_path: Path) -> None:
    class WithList(SmallSection):
        AUTO_FOCUS = "OptionList"

        def compose_body(self) -> ComposeResult:
            yield from super().compose_body()
            yield Input()
            yield OptionList("one", "two")

    app = small_app(tmp_path, today=WithList)
    async with app.run_test() as pilot:
        assert isinstance(app.focused, OptionList)
        app.section.query_one(Input).focus()
        await pilot.press("escape")
        assert isinstance(app.focused, OptionList)


async def test_escape_in_a_field_goes_back_only_at_the_second_time(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("p")
        app.open_section("today", come_back=True)
        await pilot.press("f", "escape")
        assert app.section.key == "today"
        await pilot.press("escape")
        assert app.section.key == "pain"


async def test_a_window_begins_in_its_first_field(app: ItbandApp) -> None:
    class Form(Dialog[str]):
        def compose_body(self) -> ComposeResult:
            yield Input(id="level")
            yield Input(id="text")

    async with app.run_test() as pilot:
        await app.push_screen(Form("A form"))
        await pilot.press("3")
        assert app.screen.query_one("#level", Input).value == "3"
