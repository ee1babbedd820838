"""Terminals without UTF-8, users without colour, and no motion."""

from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.widgets import Input, OptionList, Static

from tests.tui.small_app import SmallSection, screen_text, small_app
from tui.filters import NoColours, OnlyText, PlainSigns, terminal_encoding

SIGNS = "● ◐ – · ○ ■ □ ✓ ▸ ◀ ▶ ▁▂▃▄▅▆▇█ ─│┌┘╭╯ ⠀⠁⣿ × … “a” é 脚"


class Signs(SmallSection):
    def compose_body(self) -> ComposeResult:
        yield from super().compose_body()
        yield Static(SIGNS, markup=False)
        yield OptionList("one", "two")
        yield Input("typed")


def plain(text: str, encoding: str) -> str:
    (segment,) = PlainSigns(encoding).apply([Segment(text)], Color(0, 0, 0))
    return segment.text


def test_every_sign_has_an_ascii_lookalike_of_the_same_width() -> None:
    assert plain(SIGNS, "ascii") == '* + - . o # _ v > < > _.-~=+*# -|++++  .# x . "a" e ??'


def test_signs_with_two_meanings_on_one_line_stay_two() -> None:
    assert len(set(plain("●◐–·○", "ascii"))) == 5
    assert len(set(plain("■□✓✗", "ascii"))) == 4
    assert len(set(plain("▁▂▃▄▅▆▇█", "ascii"))) == 8


def test_what_the_encoding_has_stays() -> None:
    assert plain("Übung · ● 2×10", "iso8859-1") == "Übung · * 2×10"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Stairs, 漢字 👩\u200d⚕️ \u3000é", "Stairs, 漢字 👩\u200d⚕️ \u3000é"),
        ("\x1b[2Ja\x07\x9b", "[2Ja"),
        ("\u202eabc\u2066", "abc"),
    ],
)
def test_what_would_steer_a_terminal_is_taken_out(text: str, shown: str) -> None:
    (segment,) = OnlyText().apply([Segment(text)], Color(0, 0, 0))
    assert segment.text == shown
    assert segment.cell_length == Segment(text).cell_length


@pytest.mark.parametrize(
    ("environ", "encoding", "expected"),
    [
        ({}, "utf-8", "utf-8"),
        ({"LANG": "de_DE.UTF-8"}, "utf-8", "utf-8"),
        ({"LC_ALL": "C"}, "utf-8", "ascii"),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8", "ascii"),
        ({"LC_CTYPE": "C.UTF-8"}, "utf-8", "utf-8"),
        ({"LANG": "en_US", "LC_ALL": "POSIX"}, "utf-8", "ascii"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "C"}, "utf-8", "utf-8"),
        ({"LANG": "de_DE.ISO-8859-1"}, "iso8859-1", "iso8859-1"),
    ],
)
def test_what_the_terminal_can_print(environ: dict[str, str], encoding: str, expected: str) -> None:
    assert terminal_encoding(environ, encoding) == expected


@pytest.mark.parametrize("keys", [(), ("question_mark",), ("ctrl+p",)], ids=str)
async def test_without_utf_8_nothing_else_than_ascii_is_drawn(tmp_path: Path, monkeypatch, keys) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    app = small_app(tmp_path, today=Signs)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen_text(app).isascii()


async def test_with_no_color_every_cell_has_the_terminals_own_colours(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = small_app(tmp_path, today=Signs)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark", "escape", "ctrl+p")
        for strip in app.screen._compositor.render_strips():
            for _, style, _ in strip:
                assert style is None or (style.color is None and style.bgcolor is None)


async def test_with_no_color_the_current_section_is_still_told_apart(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = small_app(tmp_path)
    async with app.run_test(size=(80, 24)):
        bar = app.screen._compositor.render_strips()[0]
        reversed_text = "".join(text for text, style, _ in bar if style and style.reverse)
        assert reversed_text == " Today "


@pytest.mark.parametrize("ground", ["#15191e", "#faf8f4"])
def test_without_colour_what_stands_out_is_reversed_and_a_shade_is_not(ground: str) -> None:
    filter = NoColours(Color.parse(ground))
    shade = "#1c2128" if ground == "#15191e" else "#f2efe8"
    segments = [
        Segment("cursor", Style(color="#101010", bgcolor="#7cc5b5" if shade < "#8" else "#17615a")),
        Segment("row", Style(bgcolor=shade)),
    ]
    cursor, row = filter.apply(segments, Color.parse(ground))
    assert (cursor.style.reverse, row.style.reverse) == (True, None)  # type: ignore[union-attr]


async def test_reduced_motion_is_respected(tmp_path: Path) -> None:
    app = small_app(tmp_path)
    app.animation_level = "none"
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("question_mark", "pagedown")
        assert not app.animator._animations
