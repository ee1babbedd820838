"""Today in panes of every size, with an empty diary and a full day."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from data import day as days
from data import diary, doses, guide, plan
from screens.widgets.day_facts import DayFacts
from tests.screens.the_app import SIZES, SMALL, TINY, USUAL, WIDE, app_on, lines, screen
from tests.screens.training import DAILY, MONDAY, exercise, item, sets, write_sample
from tui.app import ItbandApp


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "today")


async def find(pilot: Pilot[None], words: str) -> None:
    """Goes down until the words stand on the screen."""
    assert isinstance(pilot.app, ItbandApp)
    for _ in range(20):
        await pilot.pause()
        if words in screen(pilot.app):
            return
        await pilot.press("down")
    raise AssertionError(f"{words} can't be reached")


@SIZES
async def test_an_empty_diary_says_what_will_be_here_and_which_key_begins(
    app: ItbandApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        for words in ("Nothing is asked for yet", "l plan", "none in 30 days  a", "none  n"):
            await find(pilot, words)


async def test_wide_the_week_stands_beside_the_checklist(app: ItbandApp) -> None:
    write_sample()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        (day_line,) = [line for line in lines(app) if "◀" in line]
        assert "This week" in day_line


async def test_at_eighty_columns_it_stands_below_and_nothing_is_cut_off(app: ItbandApp) -> None:
    write_sample()
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        text = screen(app)
        assert "…" not in text
        assert text.index("Checklist") < text.index("This week") < text.index("Pain, 14 days")
        assert "? May I run downhill yet" in text and "for your physiotherapist" in text


async def test_in_a_small_pane_the_sides_fold(app: ItbandApp) -> None:
    write_sample()
    async with app.run_test(size=SMALL):
        (row,) = [line for line in lines(app) if "Lateral" in line]
        assert row.split()[-3:] == ["2×10", "□□", "□□"]


async def test_wide_the_cues_of_the_exercise_under_the_cursor_stand_beside_the_list(app: ItbandApp) -> None:
    doses.add_from_library(["glute-bridge", "clamshell"], MONDAY)
    async with app.run_test(size=WIDE) as pilot:
        for key, page in (("k", "glute-bridge"), ("j", "clamshell")):
            await pilot.press(key)
            await pilot.pause(0.1)
            text = " ".join(" ".join(line.partition("▏")[2] for line in lines(app)).split())
            assert all(cue in text for cue in guide.cues_of(page))


async def test_all_of_it_can_be_reached_in_a_small_pane(app: ItbandApp) -> None:
    write_sample()
    async with app.run_test(size=SMALL) as pilot:
        for words in ("Glute bridge", "Side plank", "This week", "Pain, 14 days", "downhill"):
            await find(pilot, words)


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL, TINY])
async def test_a_check_in_works_in_every_pane(app: ItbandApp, size: tuple[int, int]) -> None:
    bridge, walk = exercise("Glute bridge"), exercise("Band walk", sides="each")
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "space", "space", "space")
        await pilot.pause()
    assert days.read(MONDAY).worst == 3
    assert sets(bridge) == {"both": 2} and sets(walk) == {"left": 1, "right": 0}


@pytest.mark.parametrize("key", ["s", "n", "a", "v", "d", "c", "enter"])
async def test_every_window_opens_in_a_tiny_pane(app: ItbandApp, key: str) -> None:
    write_sample()
    async with app.run_test(size=TINY) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.screen is not app.section
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.section


async def test_it_survives_shrinking_and_growing(app: ItbandApp) -> None:
    write_sample()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        before = screen(app)
        for size in (USUAL, SMALL, TINY, (1, 1), SMALL, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert screen(app) == before


async def test_long_names_doses_and_notes_are_kept_in_bounds(app: ItbandApp) -> None:
    long = exercise("An exercise whose name is much longer than any pane of a terminal is wide " * 3)
    plan.prescribe(long, MONDAY, sets=20, amount=999999, sides="each", schedule=DAILY)
    diary.set_note(MONDAY, "word" * 500)
    diary.log_pain(9, MONDAY, moment="during", exercise=long)
    for size in (WIDE, USUAL, SMALL, TINY):
        async with app_on(Path(app.config.path.parent), "today").run_test(size=size) as pilot:
            await pilot.pause()
            assert all(len(line) <= size[0] for line in lines(pilot.app))  # type: ignore[arg-type]
    assert item(long).asked.sets == 20


async def test_wide_letters_keep_the_columns(app: ItbandApp) -> None:
    exercise("骨盤ブリッジ 🧘")
    exercise("Glute bridge")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        from rich.cells import cell_len

        rows = [line for line in lines(app) if "2×10" in line]
        assert len({cell_len(row.partition("□")[0]) for row in rows}) == 1


async def test_a_long_name_is_cut_before_the_letters_of_the_sides_go(app: ItbandApp) -> None:
    exercise("A very long name of an exercise that a physiotherapist once gave to me", sides="each")
    exercise("Clamshell", sides="each")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        rows = [line for line in lines(app) if "2×10" in line]
        assert len(rows) == 2 and all("L" in row and "R" in row for row in rows)
        assert "…" in rows[0]


async def test_a_long_note_can_be_scrolled_to_its_end(app: ItbandApp) -> None:
    diary.set_note(MONDAY, "\n".join(f"line {number}" for number in range(60)))
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        await pilot.press(*["pagedown"] * 6)
        await pilot.pause()
        assert "line 59" in screen(app)
    async with app_on(Path(app.config.path.parent), "today").run_test(size=WIDE) as pilot:
        await pilot.pause()
        facts = pilot.app.query_one(DayFacts)
        assert facts.parent is not None and facts.virtual_region.height >= 60
