"""The four themes: readable by calculation, remembered, and never the only sign."""

from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from screens.section import Section
from tests.tui.small_app import SmallSection, told
from tui.app import ItbandApp
from tui.config import Config
from tui.filters import contrast_ratio
from tui.themes import DIARY_COLOURS, NAMES, THEMES

TEXTS = (
    *("foreground", "text", "text-muted", "primary", "secondary", "accent", "success", "warning", "error"),
    *("text-primary", "text-success", "text-warning", "text-error", "text-accent", "footer-key-foreground"),
    *(
        "footer-description-foreground",
        "markdown-h1-color",
        "markdown-h2-color",
        "markdown-h5-color",
        "link-color",
    ),
    *(name for name in DIARY_COLOURS if name != "rule"),
)
GROUNDS = ("background", "surface", "panel")
OFF = ("text-disabled", "foreground-disabled")
PAIRS = (
    *product(TEXTS, GROUNDS),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("link-color-hover", "link-background-hover"),
)


def contrast(theme: Theme, text: str, ground: str) -> float:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    return contrast_ratio(Color.parse(colours[text]), Color.parse(colours[ground]))


def theme(name: str) -> Theme:
    return next(theme for theme in THEMES if theme.name == name)


def test_each_theme_has_a_name_for_the_user() -> None:
    assert (
        {theme.name for theme in THEMES} == set(NAMES) == {"dark", "light", "high-contrast", "colour-blind"}
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    assert min(contrast(theme(name), *pair) for pair in PAIRS) >= 4.5


@pytest.mark.parametrize("pair", [*PAIRS, *product(OFF, GROUNDS)], ids="/".join)
def test_high_contrast_is_seven_to_one_for_every_pair(pair: tuple[str, str]) -> None:
    assert contrast(theme("high-contrast"), *pair) >= 7


@pytest.mark.parametrize("name", NAMES)
def test_what_is_off_and_the_lines_can_still_be_seen(name: str) -> None:
    assert min(contrast(theme(name), off, ground) for off, ground in product(OFF, GROUNDS)) >= 3
    assert contrast(theme(name), "rule", "background") >= 1.5


def test_known_contrast_ratios() -> None:
    assert contrast_ratio(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast_ratio(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.478, abs=0.001)


# Linear RGB as the three kinds of dichromats see it (Viénot, Brettel and Mollon 1999, after Machado 2009 for tritan).
DICHROMATS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


@pytest.mark.parametrize("eyes", DICHROMATS)
def test_colour_blind_eyes_tell_the_signs_and_the_series_apart(eyes: str) -> None:
    colours = theme("colour-blind").variables
    seen = {
        name: tuple(
            sum(
                weight * part for weight, part in zip(row, Color.parse(colours[name]).normalized, strict=True)
            )
            for row in DICHROMATS[eyes]
        )
        for name in ("done", "partial", "pain", "adherence", "distance", "text-error")
    }
    for one, other in (
        ("done", "partial"),
        ("done", "text-error"),
        ("pain", "adherence"),
        ("pain", "distance"),
        ("adherence", "distance"),
    ):
        distance = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert distance > 0.12, (one, other)


async def test_a_chosen_theme_is_put_on_and_remembered(app: ItbandApp, tmp_path) -> None:
    async with app.run_test() as pilot:
        app.choose_theme("light")
        await pilot.pause()
        assert app.screen.styles.background == Color.parse(theme("light").background or "")
    assert Config.load(tmp_path).preference("theme", "dark") == "light"


@pytest.mark.parametrize("name", NAMES)
async def test_the_remembered_theme_is_there_from_the_first_paint(configured, name: str) -> None:
    app = configured(f'theme = "{name}"\n')
    async with app.run_test():
        assert app.screen.styles.background == Color.parse(theme(name).background or "")
        assert app.has_class("-dark-mode") is theme(name).dark


async def test_an_unknown_theme_is_named_and_the_usual_one_shown(configured) -> None:
    app = configured('theme = "pink"\n')
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert app.theme == "dark"
        assert 'there is no theme "pink"' in told(app)[0]


async def test_a_theme_that_cannot_be_remembered_is_put_on_all_the_same(app: ItbandApp, tmp_path) -> None:
    (tmp_path / "config.toml").write_text("theme = [")
    async with app.run_test(notifications=True) as pilot:
        app.choose_theme("light")
        await pilot.pause()
        assert app.theme == "light"
        assert "not valid TOML" in told(app)[0]


async def test_a_section_shown_before_the_change_wears_the_new_theme_too(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("p", "r")
        app.choose_theme("light")
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(app.section, SmallSection | Section)
        assert app.screen.styles.background == Color.parse(theme("light").background or "")


def drawn_contrasts(app: ItbandApp, selector: str) -> dict[str, float]:
    """The contrast of every text that stands within the widget."""
    region = app.screen.query_one(selector).region
    found: dict[str, float] = {}
    strips = app.screen._compositor.render_strips()
    for y in range(region.y, region.bottom):
        for text, style, _ in strips[y].crop(region.x, region.right):
            if text.strip() and style and style.color and style.bgcolor:
                colours = (Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
                found[text] = contrast_ratio(*(colours[::-1] if style.reverse else colours))
    return found


@pytest.mark.parametrize(
    ("keys", "selector"),
    [
        ((), "SectionBar"),
        ((), "KeyFooter"),
        (("f", "a"), "#field"),
        (("question_mark",), ".dialog"),
        (("ctrl+p", "down"), "CommandList"),
        (("u",), "Toast"),
    ],
    ids=str,
)
async def test_what_is_drawn_in_high_contrast_is_seven_to_one(configured, keys, selector: str) -> None:
    app = configured('theme = "high-contrast"\n')
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        contrasts = drawn_contrasts(app, selector)
        assert contrasts
        assert min(contrasts.values()) >= 7, contrasts
