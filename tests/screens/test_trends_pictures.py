"""Trends as they look; a person has looked at each picture."""

from collections.abc import Callable
from pathlib import Path

import pytest

from screens.trends import TITLES
from tests.screens.the_app import SIZES, SMALL, USUAL, WIDE, app_on
from tests.screens.weeks import write_weeks

Compare = Callable[..., bool]
OTHER_THEMES = ["light", "high-contrast", "colour-blind"]
CURSOR = ["left", "left"]


def to(title: str) -> list[str]:
    return ["tab"] * TITLES.index(title)


@SIZES
def test_an_empty_diary(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "trends"), terminal_size=size)


@SIZES
@pytest.mark.parametrize("title", TITLES)
def test_each_tab(snap_compare: Compare, folder: Path, size: tuple[int, int], title: str) -> None:
    write_weeks()
    assert snap_compare(app_on(folder, "trends"), terminal_size=size, press=to(title))


@SIZES
@pytest.mark.parametrize("title", ["Overview", "Calendar"])
def test_a_day_under_the_cursor(
    snap_compare: Compare, folder: Path, size: tuple[int, int], title: str
) -> None:
    write_weeks()
    assert snap_compare(app_on(folder, "trends"), terminal_size=size, press=[*to(title), *CURSOR])


@pytest.mark.parametrize("theme", OTHER_THEMES)
def test_the_overview_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    write_weeks()
    app = app_on(folder, "trends", theme=theme)
    assert snap_compare(app, terminal_size=USUAL, press=CURSOR)


@pytest.mark.parametrize("theme", OTHER_THEMES)
def test_a_year_of_signs_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    write_weeks(400)
    app = app_on(folder, "trends", theme=theme)
    assert snap_compare(app, terminal_size=WIDE, press=[*to("Calendar"), *CURSOR])


def test_the_figures_in_a_small_pane(snap_compare: Compare, folder: Path) -> None:
    write_weeks()
    assert snap_compare(app_on(folder, "trends"), terminal_size=SMALL, press=["space"] * 3)


@SIZES
def test_three_years_in_one_chart(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_weeks(1100)
    assert snap_compare(app_on(folder, "trends"), terminal_size=size, press=["6"])
