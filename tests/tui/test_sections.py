"""Going from section to section."""

import sys

import pytest

from screens.shell import SectionEntry
from screens.widgets.section_bar import SectionBar
from tests.tui.small_app import MONDAY, SmallDiary, SmallSection, screen_lines, small_app
from tui.app import ItbandApp
from tui.app_keys import SECTIONS
from tui.config import Config


@pytest.mark.parametrize("entry", [entry for entry in SECTIONS if entry.letter], ids=lambda entry: entry.key)
async def test_each_letter_opens_its_section(app: ItbandApp, entry: SectionEntry) -> None:
    async with app.run_test() as pilot:
        await pilot.press(entry.letter)
        assert app.section.key == entry.key


async def test_the_way_round_all_sections_and_back_to_the_first(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press(*"prgoletpt")
        assert app.section.key == "today"
        assert app.section is app.screen


async def test_a_section_is_made_at_its_first_visit_and_kept(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        assert [section.key for section in app.sections_made()] == ["today"]
        await pilot.press("p")
        pain = app.section
        await pilot.press("t", "p")
        assert app.section is pain


async def test_the_module_of_a_section_is_imported_at_its_first_visit(tmp_path, monkeypatch) -> None:
    (tmp_path / "late_section.py").write_text(
        "from screens.section import Section\nclass LateSection(Section): pass\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    sections = [
        SectionEntry("today", "t", "Today", SmallSection),
        SectionEntry("pain", "p", "Pain", "late_section:LateSection"),
    ]
    app = ItbandApp(SmallDiary(), Config.load(tmp_path), sections=sections)
    async with app.run_test() as pilot:
        assert "late_section" not in sys.modules
        await pilot.press("p")
        assert type(app.section).__name__ == "LateSection"
    del sys.modules["late_section"]


async def test_a_click_on_a_tab_opens_its_section(app: ItbandApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(SectionBar, offset=(screen_lines(app)[0].index("tRends"), 0))
        assert app.section.key == "trends"


async def test_a_click_beside_the_tabs_changes_nothing(app: ItbandApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(SectionBar, offset=(90, 0))
        await pilot.click(SectionBar, offset=(2, 0))
        assert app.section.key == "today"


async def test_at_40_columns_a_click_on_a_letter_opens_its_section(app: ItbandApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click(SectionBar, offset=(screen_lines(app)[0].index(" g") + 1, 0))
        assert app.section.key == "guide"


async def test_the_tab_bar_takes_no_focus(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("tab")
        assert not isinstance(app.focused, SectionBar)


async def test_a_section_is_told_where_to_go_before_it_reloads(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        app.open_section("journal", day=MONDAY)
        await pilot.pause()
        journal = app.section
        assert isinstance(journal, SmallSection)
        assert journal.arrived == [{"day": MONDAY}]
        assert journal.reloads == 1


async def test_the_section_in_front_can_be_told_too(app: ItbandApp) -> None:
    async with app.run_test():
        today = app.section
        assert isinstance(today, SmallSection)
        app.open_section("today", day=MONDAY)
        assert today.arrived == [{"day": MONDAY}]
        assert today.reloads == 2


async def test_warning_signs_are_one_key_away_and_escape_comes_back(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("p", "w")
        guide = app.section
        assert isinstance(guide, SmallSection)
        assert (guide.key, guide.arrived) == ("guide", [{"page": "warning-signs"}])
        await pilot.press("escape")
        assert app.section.key == "pain"


async def test_escape_goes_back_as_many_steps_as_were_made(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("w", "comma")
        assert app.section.key == "settings"
        await pilot.press("escape")
        assert app.section.key == "guide"
        await pilot.press("escape")
        assert app.section.key == "today"
        await pilot.press("escape")
        assert app.section.key == "today"


async def test_a_letter_forgets_the_way_back(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("p", "w", "l", "escape")
        assert app.section.key == "plan"


async def test_the_app_can_start_elsewhere_and_go_on_to_today(tmp_path) -> None:
    app = small_app(tmp_path, start="first-run")
    async with app.run_test() as pilot:
        assert app.section.key == "first-run"
        await pilot.press("p", "t")
        assert app.section.key == "today"


async def test_the_styles_beside_the_first_section_are_read(tmp_path) -> None:
    (tmp_path / "green.tcss").write_text("#changes { color: #00ff00; }")

    class Green(SmallSection):
        CSS_PATH = tmp_path / "green.tcss"

    app = small_app(tmp_path, today=Green)
    async with app.run_test():
        assert app.screen.query_one("#changes").styles.color.hex == "#00FF00"


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_quits(app: ItbandApp, key: str) -> None:
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running


async def test_a_section_that_is_still_being_made_waits_with_showing_the_diary(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        made = app._section("pain")
        app.show_diary_in(made, again=True)
        app.open_section("pain")
        app._look()
        await pilot.pause()
        assert app.section is made
        assert made.today is not None
