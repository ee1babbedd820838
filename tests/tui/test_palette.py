"""ctrl+p: every command, section and theme by name, and what the sections add."""

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.tui.small_app import SmallToday, screen_text
from tui.app import ItbandApp


async def found(app: ItbandApp, pilot: Pilot[None], words: str) -> list[str]:
    """What the palette offers for the words."""
    await pilot.press("ctrl+p", *words)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    options = app.screen.query_one(OptionList)
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_it_offers_commands_sections_and_themes_with_their_keys(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        offered = await found(app, pilot, "")
        for line in ("Tick the next set  space", "Journal  o", "Undo the last change  u", "Theme: Light  "):
            assert line in offered


async def test_the_levels_of_pain_are_found_by_searching_only(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        assert "Worst pain 7  7" not in await found(app, pilot, "")
        await pilot.press("escape")
        assert "Worst pain 7  7" in await found(app, pilot, "pain 7".replace(" ", ""))


async def test_what_is_chosen_is_done(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await found(app, pilot, "begin")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SmallToday)
        assert app.screen.noted == ["begin"]


async def test_a_section_is_opened_by_name(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await found(app, pilot, "journal")
        await pilot.press("enter")
        await pilot.pause()
        assert app.section.key == "journal"


async def test_a_theme_is_put_on_by_name(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await found(app, pilot, "contrast")
        await pilot.press("enter")
        await pilot.pause()
        assert app.theme == "high-contrast"


async def test_what_a_section_adds_is_literal_and_found_from_every_section(app: ItbandApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        assert await found(app, pilot, "bridge") == ["Bridge [/b] [red]  2×10 [x"]
        assert "Bridge [/b] [red]" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        today = app.sections_made()[1]
        assert isinstance(today, SmallToday)
        assert today.noted == ["bridge"]


async def test_it_opens_in_a_field_too(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("f", "ctrl+p")
        assert isinstance(app.screen, CommandPalette)


async def test_commands_that_cannot_be_done_now_are_left_out(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        assert not [line for line in await found(app, pilot, "") if line.startswith("Leave the field")]
