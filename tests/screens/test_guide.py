"""The Guide: turning pages, the contents, searching, being sent to a page and coming back."""

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from data import guide
from screens.widgets.guide_contents import GuideContents
from screens.widgets.guide_search import excerpt
from screens.widgets.guide_text import GuideText
from tests.screens.fortnight import write_fortnight
from tests.screens.the_app import SIZES, SMALL, TINY, USUAL, WIDE, app_on, running, screen, section_of
from tui.app import ItbandApp

PAGES = guide.pages()
TITLES = [page.title for page in PAGES]


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "guide")


def title_shown(app: ItbandApp) -> str:
    """The title at the top of the page that is shown."""
    text = app.screen.query_one(GuideText)
    return text.render().plain.splitlines()[0]


def top_line(app: ItbandApp) -> int:
    """How far the page has been scrolled down."""
    return int(app.screen.query_one("PageScroll").scroll_y)


class TestReading:
    async def test_it_opens_on_the_first_page(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            assert title_shown(app) == "What the IT band is"

    @pytest.mark.parametrize("key", ["right", "right_square_bracket"])
    async def test_every_page_follows_the_one_before_by_one_key(self, app: ItbandApp, key: str) -> None:
        async with running(app, USUAL) as pilot:
            seen = [title_shown(app)]
            for _ in PAGES[1:]:
                await pilot.press(key)
                seen.append(title_shown(app))
            assert seen == TITLES

    @pytest.mark.parametrize("key", ["left", "left_square_bracket"])
    async def test_a_key_turns_back(self, app: ItbandApp, key: str) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("right", "right", key)
            assert title_shown(app) == TITLES[1]

    async def test_before_the_first_page_and_after_the_last_there_is_nothing(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("left")
            assert title_shown(app) == TITLES[0]
            await pilot.press("6", "right", "right", "right")
            assert title_shown(app) == TITLES[-1]

    @pytest.mark.parametrize(("number", "section"), enumerate(guide.SECTIONS, 1))
    async def test_a_digit_opens_the_first_page_of_its_chapter(
        self, app: ItbandApp, number: int, section: str
    ) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(str(number))
            assert title_shown(app) == next(page.title for page in PAGES if page.section == section)

    async def test_a_click_on_the_name_of_the_next_page_turns_to_it(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            assert f"→ {TITLES[1]}" in screen(app)
            await pilot.click("NextPage")
            assert title_shown(app) == TITLES[1]

    async def test_the_page_is_one_widget_however_long_it_is(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            assert len(app.screen.query("PageScroll *")) == 3, "the figure, the text, and the next page"

    @SIZES
    async def test_every_line_of_every_page_can_be_read(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with running(app, size) as pilot:
            for page in PAGES:
                section_of(pilot).shell.open_guide(page.key)
                await pilot.pause()
                text = app.screen.query_one(GuideText)
                words = " ".join(text.render().plain.split())
                assert words == " ".join(guide.plain(guide.read(page.key), 10_000).split())
                assert text.size.height == len(text.render().plain.splitlines())
                assert text.virtual_region.right <= app.screen.query_one("PageScroll").size.width + 1

    async def test_strong_words_are_bold_without_their_signs(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("2")
            text = app.screen.query_one(GuideText).render()
            at = text.plain.index("Start light.")
            assert "**" not in text.plain
            assert any(
                span.start <= at < span.end and span.style == ".guide-text--strong" for span in text.spans
            )


class TestScrolling:
    @pytest.mark.parametrize("key", ["j", "down"])
    async def test_a_key_goes_a_line_down(self, app: ItbandApp, key: str) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(key, key)
            assert top_line(app) == 2

    @pytest.mark.parametrize("key", ["k", "up"])
    async def test_a_key_goes_a_line_up(self, app: ItbandApp, key: str) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("j", "j", "j", key)
            assert top_line(app) == 2

    @pytest.mark.parametrize("key", ["space", "pagedown"])
    async def test_a_key_goes_a_screen_down_and_pageup_back(self, app: ItbandApp, key: str) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press(key)
            assert top_line(app) == 10
            await pilot.press("pageup")
            assert top_line(app) == 0

    async def test_end_and_home(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("end")
            assert f"→ {TITLES[1]}" in screen(app)
            await pilot.press("home")
            assert top_line(app) == 0

    async def test_another_page_begins_at_its_top(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("end", "right")
            assert top_line(app) == 0


class TestContents:
    @pytest.mark.parametrize("size", [WIDE, USUAL])
    async def test_they_stand_beside_the_page(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with running(app, size):
            shown = screen(app)
            assert "▸ What the IT band is" in shown
            assert "2 Exercises" in shown
            assert "iliotibial" in shown

    async def test_the_page_shown_is_marked(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press("w")
            assert "▸ Warning signs" in screen(app)
            assert screen(app).count("▸") == 1

    async def test_a_click_opens_a_page(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            line = (
                screen(app)
                .splitlines()
                .index(next(line for line in screen(app).splitlines() if "Foam rolling" in line))
            )
            await pilot.click(offset=(5, line))
            assert title_shown(app) == "Foam rolling"
            assert app.focused is None

    async def test_c_gives_them_the_keys_and_enter_opens_a_page(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("c", "j", "j", "k", "enter")
            assert title_shown(app) == TITLES[1]
            assert app.focused is None

    @pytest.mark.parametrize("key", ["c", "escape"])
    async def test_a_key_leaves_them_as_they_were(self, app: ItbandApp, key: str) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("c", "j", key)
            assert app.focused is None
            assert title_shown(app) == TITLES[0]

    async def test_in_a_narrow_pane_they_fold_away_until_asked_for(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            assert "2 Exercises" not in screen(app)
            await pilot.press("c")
            assert "2 Exercises" in screen(app)
            assert "iliotibial" not in screen(app)
            await pilot.press("down", "down", "enter")
            assert "2 Exercises" not in screen(app)
            assert title_shown(app) == "How to begin"

    async def test_escape_folds_them_away_again(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("c", "escape")
            assert "iliotibial" in screen(app)


class TestSearch:
    async def test_it_finds_at_each_letter_over_all_pages(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press("slash", *"gerdy")
            assert "1 page:" in screen(app)
            assert "Gerdy's tubercle" in screen(app)

    async def test_enter_opens_the_place_scrolled_to_with_its_words_marked(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("slash", *"30 degrees", "enter")
            await pilot.pause()
            assert title_shown(app) == "What the IT band is"
            assert "30\n" in screen(app) or "30 " in screen(app)
            assert top_line(app) > 0
            text = app.screen.query_one(GuideText)
            style = text.get_visual_style("guide-text--found")
            marked = [span for span in text.render().spans if span.style == style]
            assert marked

    async def test_arrows_choose_another_place_while_the_field_has_the_keys(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("slash", *"pepper")
            hits = guide.search("pepper")
            await pilot.press("down", "down", "up", "enter")
            assert title_shown(app) == hits[1].page.title

    async def test_a_click_opens_a_place(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("slash", *"hip hike")
            await pilot.click("GuideSearch OptionList", offset=(3, 0))
            assert title_shown(app) == guide.search("hip hike")[0].page.title

    async def test_what_is_not_there_is_said_literally(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("slash")
            app.screen.query_one(Input).value = "[/b] [red]x"
            await pilot.pause()
            assert "Nothing in the guide holds “[/b] [red]x”." in screen(app)
            await pilot.press("enter")
            assert app.screen.has_class("-searching")

    async def test_pages_are_counted_and_each_stands_there_once(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("slash", "e")
            assert f"{len(guide.pages())} pages:" in screen(app)
            assert app.screen.query_one("GuideSearch OptionList", OptionList).option_count == len(
                guide.pages()
            )

    async def test_a_page_found_by_its_title_comes_first_and_its_title_stands_there_once(
        self, app: ItbandApp
    ) -> None:
        async with running(app, (100, 60)) as pilot:
            await pilot.press("slash", *"foam roll")
            await pilot.pause()
            places = app.screen.query_one("GuideSearch OptionList", OptionList)
            assert str(places.get_option_at_index(0).prompt) == "Foam rolling"

    async def test_letters_of_sections_are_letters_in_the_field(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("slash", *"top w")
            assert app.section.key == "guide"
            assert app.screen.query_one(Input).value == "top w"

    async def test_escape_shows_the_page_again(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("right", "slash", *"knee", "escape")
            assert title_shown(app) == TITLES[1]
            assert app.focused is None
            assert "places" not in screen(app)

    async def test_the_words_are_there_again_to_be_typed_over(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("slash", *"knee", "escape", "slash")
            assert app.screen.query_one(Input).value == "knee"
            await pilot.press("a")
            assert app.screen.query_one(Input).value == "a"

    def test_a_long_place_is_cut_between_words_around_what_was_found(self) -> None:
        line = " ".join(["before"] * 20 + ["knee"] + ["after"] * 30)
        shown = excerpt(line, "Knee")
        assert shown.startswith("…before ")
        assert " knee after " in shown
        assert shown.endswith("after…")
        assert len(shown) < 120

    def test_a_short_place_is_shown_whole(self) -> None:
        assert excerpt("The knee is swollen.", "knee") == "The knee is swollen."


class TestComingAndGoing:
    async def test_from_another_section_to_a_page_and_back(self, folder: Path) -> None:
        app = app_on(folder, "pain")
        async with running(app, USUAL) as pilot:
            section_of(pilot).shell.open_guide("glute-bridge")
            await pilot.pause()
            assert (app.section.key, title_shown(app)) == ("guide", "Glute bridge")
            await pilot.press("escape")
            assert app.section.key == "pain"

    async def test_from_an_exercise_of_the_checklist_straight_to_its_page_and_back(
        self, folder: Path
    ) -> None:
        write_fortnight()
        app = app_on(folder, "today")
        async with running(app, USUAL) as pilot:
            await pilot.press("j", "h")
            assert (app.section.key, title_shown(app)) == ("guide", "Lateral band walk")
            await pilot.press("escape")
            assert app.section.key == "today"

    async def test_warning_signs_are_one_key_away_and_escape_leads_back_to_the_page(
        self, app: ItbandApp
    ) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("right", "w")
            assert title_shown(app) == "Warning signs"
            await pilot.press("escape")
            assert title_shown(app) == TITLES[1]

    async def test_from_warning_signs_opened_elsewhere_escape_leads_back_at_once(self, folder: Path) -> None:
        app = app_on(folder, "pain")
        async with running(app, USUAL) as pilot:
            await pilot.press("g", "right", "p", "w")
            assert title_shown(app) == "Warning signs"
            await pilot.press("escape")
            assert app.section.key == "pain"

    async def test_a_search_that_was_left_open_is_closed_by_being_sent_to_a_page(self, folder: Path) -> None:
        app = app_on(folder, "guide")
        async with running(app, USUAL) as pilot:
            await pilot.press("slash", *"knee")
            section_of(pilot).shell.open_guide("foam-rolling")
            await pilot.pause()
            assert title_shown(app) == "Foam rolling"
            assert "places" not in screen(app)

    async def test_a_page_that_the_guide_does_not_have_leaves_it_as_it_was(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            section_of(pilot).shell.open_guide("patella")
            await pilot.pause()
            assert title_shown(app) == TITLES[0]

    async def test_every_page_can_be_opened_from_the_palette(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            entries = list(section_of(pilot).palette_entries())
            assert [entry.title for entry in entries] == [f"Guide: {title}" for title in TITLES]
            entries[4].run()
            await pilot.pause()
            assert title_shown(app) == TITLES[4]


class TestSizes:
    async def test_in_a_tiny_pane_it_still_works(self, app: ItbandApp) -> None:
        async with running(app, TINY) as pilot:
            await pilot.press(
                "j", "space", "c", "down", "enter", "slash", *"knee", "down", "enter", "w", "escape"
            )
            await pilot.resize_terminal(*WIDE)
            await pilot.resize_terminal(*TINY)
            await pilot.press("end", "home")

    async def test_contents_keep_their_keys_when_the_pane_grows_and_shrinks(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("c")
            await pilot.resize_terminal(*USUAL)
            assert "iliotibial" in screen(app)
            await pilot.resize_terminal(*SMALL)
            await pilot.press("enter")
            assert app.screen.query_one(GuideContents).display is False
            assert "iliotibial" in screen(app)
