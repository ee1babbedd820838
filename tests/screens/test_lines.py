"""Lines of text drawn by one widget: their height follows what they say."""

from textual.app import App, ComposeResult

from screens.widgets.said import Said


class SmallApp(App[None]):
    CSS = "Said { height: auto; }"

    def compose(self) -> ComposeResult:
        yield Said("plain")


async def test_the_height_is_that_of_the_words() -> None:
    app = SmallApp()
    async with app.run_test() as pilot:
        said = app.query_one(Said)
        for words, height in (("one\ntwo\nthree", 3), ("one", 1), ("", 0), ("one\ntwo", 2)):
            said.say(words)
            await pilot.pause()
            assert said.region.height == height


async def test_it_does_so_right_after_a_layout_too() -> None:
    app = SmallApp()
    async with app.run_test() as pilot:
        said = app.query_one(Said)
        said.say("one\ntwo\nthree")
        await pilot.pause()
        said.refresh(layout=True)
        app.screen._clear_arrangement_cache()
        app.screen._refresh_layout()
        said.say("one")
        await pilot.pause()
        assert said.region.height == 1
