"""Settings: one list, each saved at enter, refusals beside the field, and where the diary lives."""

from pathlib import Path

import pytest
from textual.widgets import Input

from data import diary, settings, store
from screens.settings import SettingsScreen
from screens.widgets.setting_row import SettingRow
from tests.screens.the_app import SIZES, SMALL, TINY, USUAL, WIDE, app_on, lines, screen, told
from tui.app import ItbandApp
from tui.config import Config

TITLES = [kind.title for kind in settings.KINDS]
TYPED = [kind.key for kind in settings.KINDS if not kind.choices]


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "settings")


def to(key: str) -> list[str]:
    """The keys that lead to a setting from the first one."""
    return ["j"] * [kind.key for kind in settings.KINDS].index(key)


def row(app: ItbandApp, key: str) -> SettingRow:
    return next(row for row in app.screen.query(SettingRow) if row.entry.key == key)


def here(app: ItbandApp) -> str:
    return next(line for line in lines(app) if "▸ " in line).strip(" ▸")


def config(folder: Path) -> str:
    path = folder / "config.toml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


async def test_opened_again_the_cursor_is_in_sight(app: ItbandApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("j", *["pagedown"] * 9, "t", "comma")
        await pilot.pause()
        await pilot.pause()
        assert "▸ " in screen(app)


class TestWhatIsShown:
    @SIZES
    async def test_every_setting_its_value_and_its_meaning(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        settings.put("name", "Ada [red]")
        async with app.run_test(size=size) as pilot:
            seen = ""
            for _ in range(len(TITLES) + 8):
                seen += " ".join(screen(app).split()) + " "
                await pilot.press("j")
                await pilot.pause()
            for kind in settings.KINDS:
                assert kind.title in seen
                assert kind.help.split(".")[0].split(",")[0].rsplit(" ", 2)[0] in seen
            for said in (
                "03:00",
                "[km]",
                "Ada [red]",
                "not set",
                "Theme",
                "[Dark]",
                "Where your diary lives",
            ):
                assert said in seen, said

    async def test_where_the_diary_lives(self, app: ItbandApp, folder: Path) -> None:
        async with app.run_test(size=(200, 60)):
            shown = screen(app)
            for path in (folder, store.diary_file(folder), folder / "backups", folder / "config.toml"):
                assert f"  {path}\n" in shown.replace(" \n", "\n") + "\n"
            assert "Theme and keys, not there yet" in shown

    async def test_comma_opens_it_and_escape_goes_back(self, folder: Path) -> None:
        app = app_on(folder, "guide")
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("comma")
            await pilot.pause()
            assert isinstance(app.section, SettingsScreen)
            await pilot.press("escape")
            await pilot.pause()
            assert app.section.key == "guide"

    async def test_what_another_pane_wrote_is_seen(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            settings.put("name", "Ada")
            app._look()
            await pilot.pause()
            assert "Ada" in screen(app)


class TestTyping:
    @pytest.mark.parametrize(
        ("key", "typed", "kept"),
        [
            ("day_start", "04:30", "04:30"),
            ("name", "Ada Lovelace, 脚", "Ada Lovelace, 脚"),
            ("problem_since", "2026-08-01", "2026-08-01"),
            ("problem_since", "2026-08", "2026-08-01"),
            ("diagnosed_by", "my physiotherapist [x]", "my physiotherapist [x]"),
            ("session_ready", "10", "10"),
            ("session_rest", "0", "0"),
            ("session_tempo", " 6 ", "6"),
        ],
    )
    async def test_enter_begins_and_enter_saves(
        self, app: ItbandApp, key: str, typed: str, kept: str
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*to(key), "enter", "ctrl+u", *typed, "enter")
            await pilot.pause()
            assert settings.get(key) == kept
            assert kept in here(app)
            assert app.focused is None
            assert told(app) == []

    @pytest.mark.parametrize(
        ("key", "typed", "said"),
        [
            ("day_start", "29", "HH:MM between 00:00 and 11:59"),
            ("day_start", "13:00", "HH:MM between 00:00 and 11:59"),
            ("problem_since", "last summer", "-3 for three days ago."),
            ("problem_since", "2099-01-01", "2099-01-01 has not come yet: today is 2026-11-23."),
            ("problem_since", "2026-02-30", "2026-02-30"),
            ("session_ready", "61", "from 0 to 60"),
            ("session_rest", "601", "from 0 to 600"),
            ("session_rest", "4.5", "must be a whole number of 0 or more, not"),
            ("session_tempo", "quick", "must be a whole number of 0 or more, not"),
        ],
    )
    @pytest.mark.parametrize("size", [USUAL, SMALL])
    async def test_what_cannot_stand_is_said_beside_the_field(
        self, app: ItbandApp, key: str, typed: str, said: str, size: tuple[int, int]
    ) -> None:
        before = settings.get(key)
        async with app.run_test(size=size) as pilot:
            await pilot.press(*to(key), "enter", "ctrl+u", *typed, "enter")
            await pilot.pause()
            assert settings.get(key) == before
            refusal = [line for line in lines(app) if "▲" in line]
            assert len(refusal) == 1
            assert said in " ".join(screen(app).split())
            assert row(app, key).query_one(Input).value == typed
            assert told(app) == []

    async def test_the_refusal_goes_when_something_else_is_typed(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("enter", "ctrl+u", *"29", "enter")
            assert "▲" in screen(app)
            await pilot.press("backspace")
            await pilot.pause()
            assert "▲" not in screen(app)
            await pilot.press("backspace", *"04:00", "enter")
            assert settings.get("day_start") == "04:00"

    async def test_escape_leaves_it_as_it_was(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*to("name"), "enter", *"Ada", "escape")
            await pilot.pause()
            assert settings.get("name") == ""
            assert "not set" in here(app)
            await pilot.press("enter")
            assert row(app, "name").query_one(Input).value == ""

    async def test_emptied_it_is_as_it_was_at_first(self, app: ItbandApp) -> None:
        settings.put("day_start", "05:00")
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("enter", "ctrl+u", "enter")
            await pilot.pause()
            assert settings.get("day_start") == "03:00"
            assert "03:00" in here(app)

    async def test_left_alone_nothing_is_written(self, app: ItbandApp) -> None:
        settings.put("name", "Ada\nLovelace")
        version = diary.version()
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*to("name"), "enter", "enter")
            assert diary.version() == version
            assert settings.get("name") == "Ada\nLovelace"

    async def test_letters_are_typed_and_no_commands(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*to("name"), "enter", *"quptj", "enter")
            assert settings.get("name") == "quptj"

    async def test_u_takes_it_back_and_ctrl_r_gives_it_again(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*to("name"), "enter", *"Ada", "enter", "u")
            await pilot.pause()
            assert settings.get("name") == ""
            assert "not set" in here(app)
            await pilot.press("ctrl+r")
            await pilot.pause()
            assert "Ada" in here(app)

    async def test_what_is_half_typed_stays_while_another_window_is_in_front(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*to("name"), "enter", *"Ad")
            app.app_focus = False
            await pilot.pause()
            app.app_focus = True
            await pilot.pause()
            await pilot.press("a", "enter")
            assert settings.get("name").endswith("a")
            assert "▸ Name on the report" in screen(app)

    async def test_a_full_disk_is_told_and_what_was_typed_stays(
        self, app: ItbandApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*to("name"), "enter", *"Ada")
            name = row(app, "name")
            monkeypatch.setattr(name, "entry", type(name.entry)(**{**vars(name.entry), "write": full}))
            await pilot.press("enter")
            await pilot.pause()
            (sentence,) = told(app)
            assert sentence.startswith("The disk is full")
            assert name.query_one(Input).value == "Ada"
            assert app.focused is name.query_one(Input)


class TestChoosing:
    @pytest.mark.parametrize(
        ("keys", "units"),
        [
            (["enter"], "mi"),
            (["space"], "mi"),
            (["right"], "mi"),
            (["left"], "mi"),
            (["right", "right"], "km"),
            (["right", "u"], "km"),
            (["right", "backspace"], "km"),
        ],
    )
    async def test_a_key_chooses_and_saves(self, app: ItbandApp, keys: list[str], units: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*to("units"), *keys)
            await pilot.pause()
            assert settings.get("units") == units
            assert f"[{units}]" in here(app)

    async def test_the_theme_is_shown_at_once_and_remembered(self, app: ItbandApp, folder: Path) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*["j"] * len(TITLES), "right")
            await pilot.pause()
            assert app.theme == "light"
            assert "[Light]" in here(app)
        assert 'theme = "light"' in config(folder)
        assert Config.load(folder).preference("theme", "") == "light"

    async def test_backspace_brings_the_first_theme_back(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*["j"] * len(TITLES), "left", "backspace")
            assert app.theme == "dark"

    async def test_left_and_right_do_nothing_where_a_text_is_typed(self, app: ItbandApp) -> None:
        version = diary.version()
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("left", "right", "space", "backspace")
            assert diary.version() == version


class TestMovingAndTheMouse:
    async def test_keys_move_and_stop_at_the_ends(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("k")
            assert here(app).startswith("Day starts at")
            await pilot.press("down", "j", "up")
            assert here(app).startswith("Distance in")

    @pytest.mark.parametrize("size", [USUAL, SMALL])
    async def test_the_cursor_stays_in_sight_and_the_end_can_be_read(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            for _ in range(len(TITLES)):
                await pilot.press("j")
                await pilot.pause()
                assert here(app)
            for _ in range(6):
                await pilot.press("j")
            await pilot.pause()
            assert "S The first questions again" in screen(app)

    async def test_the_first_questions_of_a_diary_with_entries_begin_with_what_stays(
        self, app: ItbandApp
    ) -> None:
        diary.log_pain(3, diary.today())
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("S")
            await pilot.pause()
            assert "1 Go through the first questions again; all entries stay" in screen(app)
            assert "Begin a new diary" not in screen(app)

    async def test_a_click_begins_to_edit_and_one_on_an_option_chooses(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await pilot.click(row(app, "units"), offset=(29, 0))
            await pilot.pause()
            assert settings.get("units") == "mi"
            assert here(app).startswith("Distance in")
            await pilot.click(row(app, "name"), offset=(4, 0))
            await pilot.press(*"Ada", "enter")
            assert settings.get("name") == "Ada"

    async def test_a_click_on_another_setting_leaves_the_field(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press(*to("name"), "enter", *"Ada")
            await pilot.click(row(app, "units"), offset=(4, 0))
            await pilot.pause()
            assert app.focused is None
            assert settings.get("name") == ""

    async def test_the_palette_knows_each_setting(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            found = {entry.title: entry for entry in app.section.palette_entries()}
            assert {f"Settings: {title}" for title in TITLES} < set(found)
            found["Settings: Diagnosed by"].run()
            await pilot.pause()
            assert here(app).startswith("Diagnosed by")

    async def test_s_leads_to_the_first_questions_and_escape_back(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("S")
            await pilot.pause()
            assert app.section.key == "first-run"


@pytest.mark.slow
async def test_it_survives_a_tiny_screen_and_comes_back(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        for size in (TINY, (1, 1), SMALL, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.press("j", "enter", "escape", "k")
        assert "Day starts at" in screen(app)
