"""The line at the top, at every width."""

import pytest

from screens.widgets.section_bar import Piece, lay_out
from tests.tui.small_app import MONDAY, screen_lines
from tui.app import ItbandApp
from tui.app_keys import SECTIONS


def line(width: int, current: str = "trends") -> str:
    return "".join(piece.text for piece in lay_out(SECTIONS, current, MONDAY, width))


def test_a_wide_line_has_the_name_the_tabs_and_the_date_at_its_right_end() -> None:
    assert line(100).split() == [
        *("IT", "Band", "Today", "Pain", "tRends", "Guide", "jOurnal", "pLan", "rEport"),
        *("Mon", "23", "Nov", "2026"),
    ]
    assert line(100).endswith("2026 ")
    assert len(line(100)) == 100


def test_at_80_columns_nothing_is_left_out() -> None:
    assert line(80).split() == line(100).split()


def test_at_40_columns_it_folds_to_the_current_section_the_letters_and_the_date() -> None:
    assert line(40).split() == ["tRends", "t", "p", "g", "o", "l", "e", "23", "Nov"]


def test_in_twenty_columns_only_the_section_and_the_date_are_left() -> None:
    assert line(20).split() == ["tRends", "23", "Nov"]


@pytest.mark.parametrize("width", [*range(1, 130)])
def test_no_width_is_overrun_but_by_the_last_word_left(width: int) -> None:
    assert len(line(width)) <= max(width, len(" tRends "))


def test_a_section_without_letter_shows_only_while_it_is_open() -> None:
    assert "Settings" not in line(100)
    assert "Settings" in line(100, "settings")


def test_the_letter_is_underlined_in_its_title() -> None:
    tabs = [piece for piece in lay_out(SECTIONS, "today", MONDAY, 100) if piece.key]
    assert [(tab.text[tab.underline]) for tab in tabs] == ["T", "P", "R", "G", "O", "L", "E"]


def test_the_current_section_is_told_apart() -> None:
    pieces: list[Piece] = lay_out(SECTIONS, "pain", MONDAY, 100)
    assert [piece.key for piece in pieces if piece.kind == "current"] == ["pain"]


async def test_it_shows_the_day_of_the_diary(app: ItbandApp) -> None:
    async with app.run_test(size=(120, 40)):
        assert screen_lines(app)[0].rstrip().endswith("Mon 23 Nov 2026")
