"""From wide to hardly there, and back."""

import pytest

from tests.tui.small_app import cells, screen_lines, screen_text
from tui.app import ItbandApp

SIZES = ((120, 40), (80, 24), (40, 12), (20, 5), (8, 3), (1, 1))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [(), ("question_mark",), ("ctrl+p", "a"), ("w",)], ids=str)
async def test_no_size_stops_the_app(app: ItbandApp, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert [cells(line) for line in screen_lines(app)] == [size[0]] * size[1]


async def test_it_survives_shrinking_and_comes_back_whole(app: ItbandApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        before = screen_text(app)
        for size in (*SIZES, *reversed(SIZES)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert screen_text(app) == before


@pytest.mark.parametrize(
    ("size", "classes"),
    [((120, 40), {"-wide", "-tall"}), ((80, 24), {"-normal", "-tall"}), ((40, 12), {"-narrow", "-short"})],
)
async def test_a_section_can_style_by_size(app: ItbandApp, size: tuple[int, int], classes: set[str]) -> None:
    async with app.run_test(size=size):
        assert {
            name for name in app.screen.classes if name in {"-wide", "-normal", "-narrow", "-tall", "-short"}
        } == classes
