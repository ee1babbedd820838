"""The line at the bottom: six keys at most, and always the way to the others."""

import pytest

from screens.widgets.key_footer import KeyFooter
from tests.tui.small_app import SmallToday, screen_lines
from tui.app import ItbandApp


def footer(app: ItbandApp) -> str:
    return screen_lines(app)[-1].strip()


async def test_at_80_columns_it_has_five_keys_of_the_screen_and_more(app: ItbandApp) -> None:
    async with app.run_test(size=(80, 24)):
        assert footer(app) == "space set  x row  s skip  0-9 pain  b begin  ? more"


async def test_at_40_columns_it_drops_keys_from_the_right_but_keeps_more(app: ItbandApp) -> None:
    async with app.run_test(size=(40, 12)):
        assert footer(app) == "space set  x row  s skip  ? more"


@pytest.mark.parametrize("width", [8, 12, 20, 27, 33])
async def test_whatever_the_width_more_is_whole(app: ItbandApp, width: int) -> None:
    async with app.run_test(size=(width, 10)):
        assert footer(app).endswith("? more")


async def test_in_a_field_it_shows_what_still_works_there(app: ItbandApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert footer(app) == "esc back  f1 more"


async def test_a_click_is_the_key(app: ItbandApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(KeyFooter, offset=(screen_lines(app)[-1].index("skip"), 0))
        assert isinstance(app.section, SmallToday)
        assert app.section.noted == ["skip"]


async def test_a_click_on_a_line_of_several_keys_chooses_none(app: ItbandApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(KeyFooter, offset=(screen_lines(app)[-1].index("0-9"), 0))
        assert isinstance(app.section, SmallToday)
        assert app.section.noted == []


async def test_a_command_that_is_off_is_shown_and_not_run(tmp_path) -> None:
    from tests.tui.small_app import small_app

    class NothingToSkip(SmallToday):
        def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
            return None if parameters == ("skip",) else super().check_action(action, parameters)

    app = small_app(tmp_path, today=NothingToSkip)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(KeyFooter, offset=(screen_lines(app)[-1].index("skip"), 0))
        assert isinstance(app.section, NothingToSkip)
        assert app.section.noted == []


async def test_a_rebound_key_shows_at_once(configured) -> None:
    app = configured('[keys]\n"today.skip" = "k,y"\n')
    async with app.run_test(size=(80, 24)):
        assert "k skip" in footer(app)
