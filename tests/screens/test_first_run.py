"""First run: the questions, leaving them and taking them up again, and a diary that there is already."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from data import day as days
from data import diary, guide, history, plan, settings, setup
from data.exchange import diary_json
from data.models import Event, Exercise, PainLog
from screens.first_run_steps import QUESTIONS
from screens.widgets.answer_list import AnswerList
from screens.widgets.step_list import StepList
from tests import ten_years
from tests.screens.the_app import (
    SIZES,
    SMALL,
    TINY,
    USUAL,
    WIDE,
    app_on,
    lines,
    paste,
    screen,
    section_of,
    told,
)
from tui.app import ItbandApp
from tui.config import Config

PROGRAMME = [one.key for one in guide.programme()]
TO_SIDE = ["enter", "enter"]
TO_SINCE = [*TO_SIDE, "2"]
TO_WHO = [*TO_SINCE, "enter"]
TO_EXERCISES = [*TO_WHO, "enter"]


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "first-run")


def text(app: ItbandApp) -> str:
    """What stands on the screen, as one line."""
    return " ".join(screen(app).replace("▏", " ").split())


def title(app: ItbandApp) -> str:
    return next(line for line in lines(app) if "/6 " in line).partition("/6 ")[2].partition("▏")[0].strip()


def left_at(folder: Path) -> str:
    return Config.load(folder).preference(setup.STEP, "")


class TestTheQuestions:
    async def test_a_few_keys_answer_all_and_open_the_checklist(self, app: ItbandApp, folder: Path) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("enter", "enter", "1", *"2026-08-01", "enter", *"Dr. B", "enter", "enter")
            await pilot.pause()
            assert app.section.key == "today"
            assert all(one.name in screen(app) for one in guide.programme())
            assert told(app) == []
        assert setup.side() == "left"
        assert (settings.get("problem_since"), settings.get("diagnosed_by")) == ("2026-08-01", "Dr. B")
        assert [one.key for one in plan.exercises()] == PROGRAMME
        assert left_at(folder) == ""
        assert not setup.needed()

    async def test_enter_alone_leaves_every_question_open(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*["enter"] * 5)
            await pilot.press(*"1234", "enter")
            await pilot.pause()
            assert app.section.key == "today"
        assert setup.is_set_up()
        assert setup.side() is None
        assert Exercise.select().count() == 0
        assert (settings.get("problem_since"), settings.get("diagnosed_by")) == ("", "")

    async def test_what_the_program_is_stands_first(self, app: ItbandApp) -> None:
        for size in (WIDE, USUAL, SMALL):
            again = app_on(app.config.path.parent, "first-run")
            async with again.run_test(size=size):
                assert guide.ABOUT[:60] in text(again)
                assert "1 Begin a new diary" in text(again)
                assert "2 I have a diary: import it" in text(again)

    async def test_the_whole_of_it_is_in_sight_in_a_small_pane(self, app: ItbandApp) -> None:
        async with app.run_test(size=SMALL):
            assert guide.ABOUT in " ".join(word for word in text(app).split() if word not in "▅▆▇█▂▃▄▁")

    @SIZES
    async def test_the_warning_signs_and_whom_the_guide_is_not_for(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.press("enter")
            await pilot.pause()
            assert "Not at the outer knee?" in text(app)
            assert "isn't for it" in text(app)
            seen = text(app)
            for _ in range(9):
                await pilot.press("pagedown")
                await pilot.pause()
                seen += text(app)
            for sign in ("emergency number", "locked and won't straighten", "Pain at night", "nobody has"):
                assert sign in seen

    @pytest.mark.parametrize(
        ("keys", "side"),
        [
            (["1"], "left"),
            (["2"], "right"),
            (["3"], "both"),
            (["4"], None),
            (["enter"], None),
            (["k", "enter"], "both"),
            (["up", "up", "up", "up", "enter"], "left"),
            (["k", "k", "j", "enter"], "both"),
        ],
    )
    async def test_the_side(self, app: ItbandApp, keys: list[str], side: str | None) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_SIDE, *keys)
            await pilot.pause()
            assert title(app) == "Since when?"
            (start,) = Event.select()
            assert (start.kind, start.side) == ("start", side)

    @pytest.mark.parametrize(
        ("typed", "since"), [("2026-08-01", "2026-08-01"), ("-3", "2026-11-20"), ("yesterday", "2026-11-22")]
    )
    async def test_since_when(self, app: ItbandApp, typed: str, since: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_SINCE, *typed, "enter")
            assert settings.get("problem_since") == since

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("last summer", "is no day: give a date such as"),
            ("2027-01-01", "has not come yet"),
            ("2026-02-30", "is no day"),
            ("1066-10-14", "too long ago"),
        ],
    )
    @SIZES
    async def test_a_day_that_cannot_stand_is_said_beside_the_field(
        self, app: ItbandApp, typed: str, said: str, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.press(*TO_SINCE, *typed, "enter")
            await pilot.pause()
            assert title(app) == "Since when?"
            assert said in text(app)
            assert "▲" in screen(app)
            assert told(app) == []
            assert app.screen.query_one(Input).value == typed
            await pilot.press("backspace")
            await pilot.pause()
            assert "▲" not in screen(app)

    async def test_who_said_it_is_kept_as_it_was_typed(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_WHO, *"Dr. [b]B[/b] q", "enter")
            assert settings.get("diagnosed_by") == "Dr. [b]B[/b] q"

    async def test_each_answer_is_an_undo_of_its_own(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_EXERCISES, "enter")
            await pilot.pause()
            await pilot.press("u")
            assert Exercise.select().count() == 0
            assert setup.side() == "right"
            await pilot.press("u")
            assert Event.select().count() == 0


class TestTheExercises:
    @SIZES
    async def test_each_with_its_dose_and_a_box_that_is_ticked(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.press(*TO_EXERCISES)
            await pilot.pause()
            seen = ""
            for _ in range(12):
                seen += text(app)
                await pilot.press("j")
                await pilot.pause()
            for one in guide.programme():
                assert f"[x] {one.name}" in seen
            assert "2×30s each side, daily" in seen

    @pytest.mark.parametrize(
        ("keys", "kept"),
        [
            ([], [0, 1, 2, 3]),
            (["space"], [1, 2, 3]),
            (["space", "space"], [0, 1, 2, 3]),
            (["down", "space", "j", "space"], [0, 3]),
            (["1", "4"], [1, 2]),
            (["1", "2", "3", "4"], []),
            (["9", "0"], [0, 1, 2, 3]),
        ],
    )
    async def test_any_of_them_can_be_unticked(
        self, app: ItbandApp, keys: list[str], kept: list[int]
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_EXERCISES, *keys, "enter")
            await pilot.pause()
            assert app.section.key == "today"
        assert [one.key for one in plan.exercises()] == [PROGRAMME[number] for number in kept]

    async def test_one_that_the_plan_has_already_stays(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_EXERCISES)
            plan.add_exercise(PROGRAMME[0], "My bridge", "strength", "reps")
            app._look()
            await pilot.pause()
            assert "in the plan already" in screen(app)
            await pilot.press("space", "2", "enter")
            await pilot.pause()
        assert {one.key for one in plan.exercises()} == set(PROGRAMME) - {PROGRAMME[1]}
        assert plan.find_exercise(PROGRAMME[0]).name == "My bridge"

    async def test_a_change_elsewhere_leaves_the_boxes_as_they_were_ticked(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_EXERCISES, "2")
            settings.put("units", "mi")
            app._look()
            await pilot.pause()
            assert screen(app).count("[x]") == 3

    async def test_a_click_ticks(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_EXERCISES)
            await pilot.click(AnswerList, offset=(6, 2))
            await pilot.pause()
            assert "[ ] Foam rolling" in screen(app)


class TestGoingBackAndLeaving:
    async def test_escape_goes_a_step_back_and_the_answer_is_there(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_SINCE, *"2026-08-01", "enter", "escape")
            await pilot.pause()
            assert title(app) == "Since when?"
            assert app.screen.query_one(Input).value == "2026-08-01"
            await pilot.press("escape")
            await pilot.pause()
            assert "▸ 2 right" in screen(app)
            await pilot.press("1")
            (start,) = Event.select()
            assert start.side == "left"

    async def test_at_the_first_step_escape_has_nowhere_to_go(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("escape")
            assert "Welcome" in screen(app)
            assert app.section.key == "first-run"

    async def test_a_month_will_do_for_since_when(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_SINCE, *"2026-08", "enter")
            await pilot.pause()
            assert title(app) == "Who said what it is?"
        assert settings.get("problem_since") == "2026-08-01"

    async def test_an_answer_that_is_changed_is_changed_and_not_doubled(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_SINCE, *"2026-08-01", "enter", "escape")
            await pilot.press("ctrl+u", *"2026-07-01", "enter")
            assert settings.get("problem_since") == "2026-07-01"

    async def test_letters_lead_to_the_sections_and_the_step_waits(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_SIDE, "g")
            await pilot.pause()
            assert app.section.key == "guide"
            section_of(pilot).shell.open_section("first-run")
            await pilot.pause()
            assert title(app) == "Which outer knee hurts?"

    async def test_out_of_a_field_escape_leads_a_step_back_at_once(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_WHO, "t", "escape")
            await pilot.pause()
            assert title(app) == "Since when?"
            await pilot.press("t")
            await pilot.pause()
            assert app.section.key == "first-run" and app.screen.query_one(Input).value == "t"
            await pilot.press("escape")
            await pilot.pause()
            assert title(app) == "Which outer knee hurts?"

    @pytest.mark.parametrize(
        ("keys", "question"),
        [
            ([], "Welcome"),
            (["enter"], "Before you begin"),
            (TO_SIDE, "Which outer knee hurts?"),
            (TO_SINCE, "Since when?"),
            (TO_WHO, "Who said what it is?"),
            (TO_EXERCISES, "Which exercises to begin with?"),
            ([*TO_EXERCISES, "escape"], "Who said what it is?"),
        ],
    )
    async def test_closed_at_any_step_it_goes_on_there(
        self, app: ItbandApp, folder: Path, keys: list[str], question: str
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*keys, "ctrl+q")
        assert setup.needed(left_at(folder))
        again = app_on(folder, "first-run")
        async with again.run_test(size=USUAL):
            assert title(again) == question

    async def test_nothing_is_asked_twice(self, app: ItbandApp, folder: Path) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_SINCE, "ctrl+q")
        settings.put("diagnosed_by", "Dr. B")
        again = app_on(folder, "first-run")
        async with again.run_test(size=USUAL) as pilot:
            await pilot.press("enter")
            await pilot.pause()
            assert title(again) == "Which exercises to begin with?"
            await pilot.press("enter")
            await pilot.pause()
            assert again.section.key == "today"
        assert Event.select().count() == 1

    async def test_what_the_command_set_up_is_not_asked(self, app: ItbandApp) -> None:
        setup.set_up(side="left", exercises=PROGRAMME)
        async with app.run_test(size=USUAL) as pilot:
            asked = []
            while app.section.key == "first-run":
                asked.append(title(app))
                await pilot.press("enter")
                await pilot.pause()
        assert asked == ["Welcome", "Before you begin", "Since when?", "Who said what it is?"]

    async def test_from_settings_all_questions_come_with_their_answers(self, folder: Path) -> None:
        setup.set_up(side="left", diagnosed_by="Dr. B", exercises=PROGRAMME[:1])
        app = app_on(folder, "settings")
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("S")
            await pilot.pause()
            asked = []
            while app.section.key == "first-run":
                asked.append(title(app))
                await pilot.press("enter")
                await pilot.pause()
        assert asked == [step.title for step in QUESTIONS]
        assert setup.side() == "left"
        assert settings.get("diagnosed_by") == "Dr. B"

    async def test_from_settings_questions_that_were_left_go_on_where_they_were(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_EXERCISES, "comma", "S")
            await pilot.pause()
            assert title(app) == "Which exercises to begin with?"

    async def test_from_settings_escape_leads_back_there(self, folder: Path) -> None:
        setup.set_up(side="left")
        app = app_on(folder, "settings")
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("S", "enter", "enter", "escape", "escape", "escape")
            await pilot.pause()
            assert app.section.key == "settings"

    async def test_an_unwritable_config_is_told_and_in_nobodys_way(
        self, app: ItbandApp, folder: Path
    ) -> None:
        (folder / "config.toml").mkdir()
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_EXERCISES, "enter")
            await pilot.pause()
            assert app.section.key == "today"
            assert "config.toml" in told(app)[0]


class TestTheStepsBesideIt:
    async def test_show_the_answers_given(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press(*TO_SINCE, *"2026-08-01", "enter")
            await pilot.pause()
            beside = " ".join(line.partition("▏")[2].strip() for line in lines(app))
            assert "Which outer knee hurts? ✓ right" in beside
            assert "Since when? ✓ 2026-08-01" in beside
            assert "▸ Who said what it is?" in beside

    async def test_a_click_leads_to_one_that_was_there_before(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press(*TO_WHO)
            await pilot.pause()
            beside = app.screen.query_one(StepList)
            at = [line.partition("▏")[2].strip() for line in lines(app)]
            await pilot.click(beside, offset=(8, at.index("Which outer knee hurts?") - 1))
            await pilot.pause()
            assert title(app) == "Which outer knee hurts?"
            await pilot.click(beside, offset=(8, at.index("Which exercises to begin with?") - 1))
            await pilot.pause()
            assert title(app) == "Which outer knee hurts?"

    async def test_a_click_on_an_answer_is_its_digit(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*TO_SIDE)
            await pilot.click(AnswerList, offset=(6, 0))
            await pilot.pause()
            assert setup.side() == "left"
            assert title(app) == "Since when?"


class TestADiaryThatThereIsAlready:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        """A diary of three weeks, as it was exported elsewhere."""
        from datetime import date

        path = tmp_path / "my diary.json"
        path.write_text(json.dumps(ten_years.make(21, date(2026, 11, 22))), encoding="utf-8")
        return path

    @SIZES
    async def test_its_counts_are_shown_and_then_it_is_taken_in(
        self, app: ItbandApp, folder: Path, file: Path, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.press("2")
            await paste(pilot, str(file))
            await pilot.press("enter")
            await pilot.pause(0.2)
            assert "new, 0 changed, 0 the same, 0 deleted" in text(app)
            assert PainLog.select().count() == 0
            await pilot.press("enter")
            await pilot.pause(0.2)
            assert app.section.key == "today"
            assert "my diary.json: " in told(app)[0]
        assert PainLog.select().count() > 20
        assert setup.side() == "right"
        assert left_at(folder) == ""
        history.undo()
        assert PainLog.select().count() == 0

    async def test_a_path_as_a_terminal_writes_it(self, app: ItbandApp, file: Path) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("down", "enter")
            await paste(pilot, f"'{file}' ")
            await pilot.press("enter")
            await pilot.pause(0.2)
            assert "It can be read" in screen(app)

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "There is no file"),
            (b"", "is empty"),
            (b"\xff\xd8\xff\xe0JFIF", "is no text, or not saved as UTF-8"),
            (b'{"format": "itband-diary", "version": 1', "cut off in the middle"),
            (b'{"format": "itband-diary", "version": 9}', "version"),
            (b"[1, 2]", "no itband diary"),
        ],
        ids=["none", "empty", "picture", "cut", "newer", "other"],
    )
    @pytest.mark.parametrize("size", [USUAL, SMALL])
    async def test_a_bad_file_is_refused_and_nothing_is_changed(
        self, app: ItbandApp, tmp_path: Path, content: bytes | None, said: str, size: tuple[int, int]
    ) -> None:
        path = tmp_path / "d.json"
        if content is not None:
            path.write_bytes(content)
        version = diary.version()
        async with app.run_test(size=size) as pilot:
            await pilot.press("2")
            await paste(pilot, str(path))
            await pilot.press("enter")
            await pilot.pause(0.2)
            await pilot.press("pagedown")
            await pilot.pause()
            joined = "".join(screen(app).split())
            assert said.replace(" ", "") in joined
            assert "▲" in screen(app)
            assert diary.version() == version
            await pilot.press("enter")
            await pilot.pause(0.2)
            assert app.section.key == "first-run"

    @pytest.mark.parametrize(
        ("typed", "said"), [("", "Give the path of a file"), ("/", "There is no file /")]
    )
    async def test_no_path_and_a_folder(self, app: ItbandApp, typed: str, said: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("2", *typed, "enter")
            await pilot.pause(0.2)
            assert said in text(app)

    async def test_another_path_is_read_before_it_is_taken_in(
        self, app: ItbandApp, file: Path, tmp_path: Path
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("2")
            await paste(pilot, str(file))
            await pilot.press("enter")
            await pilot.pause(0.2)
            await pilot.press("x", "enter")
            await pilot.pause(0.2)
            assert "There is no file" in text(app)
            assert PainLog.select().count() == 0

    async def test_escape_leads_back_to_the_questions(self, app: ItbandApp, file: Path) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("2")
            await paste(pilot, str(file))
            await pilot.press("enter")
            await pilot.pause(0.2)
            await pilot.press("escape")
            await pilot.pause()
            assert title(app) == "Welcome"

    async def test_one_that_was_exported_comes_back_whole(self, app: ItbandApp, tmp_path: Path) -> None:
        diary.log_pain(3, diary.today())
        diary_json.write(tmp_path / "out.json")
        history.undo()
        history.forget_all()
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("2")
            await paste(pilot, str(tmp_path / "out.json"))
            await pilot.press("enter")
            await pilot.pause(0.2)
            await pilot.press("enter")
            await pilot.pause(0.2)
        assert days.read(diary.today()).worst == 3


@SIZES
async def test_no_step_is_wider_than_the_screen(app: ItbandApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for key in ("enter", "enter", "2", "enter", "enter"):
            assert app.screen.max_scroll_x == 0
            assert app.screen.query_one("#first-run-page").max_scroll_x == 0
            await pilot.press(key)
            await pilot.pause()


@pytest.mark.slow
async def test_it_survives_a_tiny_screen_and_comes_back(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        for size in (TINY, (1, 1), SMALL, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.press("enter", "j", "k", "pagedown", "escape")
            await pilot.pause()
        await pilot.resize_terminal(*USUAL)
        await pilot.pause()
        assert app.section.key == "first-run"
