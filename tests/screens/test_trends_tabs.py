"""The tabs beside the overview: what each says is what `trends --json` says, and what its keys do."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data import calendar_figures, diary, exercise_trends, plan, run_trends, trend_words, trends, wording
from data.trends import TOGETHER_CAVEATS
from screens.widgets.charts.year_view import YearView
from screens.widgets.trends.calendar import Calendar
from screens.widgets.trends.exercises import exercise_rows
from screens.widgets.trends.words import Caption
from tests.screens.the_app import SMALL, USUAL, WIDE, app_on, running, screen
from tests.screens.weeks import GAP, MONDAY, figures, write_weeks
from tui.app import ItbandApp

EXERCISES, RUNS, CALENDAR, TOGETHER = (["tab"] * number for number in (1, 2, 3, 4))
DAILY = {"type": "daily"}
THREE_A_WEEK = {"type": "weekly", "times": 3}


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    write_weeks()
    return app_on(folder, "trends")


def words(app: ItbandApp) -> str:
    """What stands on the screen, as one line."""
    return " ".join(screen(app).split())


class TestTheWordsBelow:
    @pytest.mark.parametrize("size", [USUAL, (40, 24)], ids=["80x24", "40x24"])
    async def test_the_rule_of_the_calendar_is_not_cut_off(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with running(app, size) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            assert calendar_figures.DAY_RULE in words(app)

    @pytest.mark.slow
    async def test_a_day_of_the_overview_is_not_cut_off_at_eighty_columns(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("left")
            for _ in range(40):
                await pilot.pause()
                caption = app.screen.query_one(Caption)
                assert not any("…" in caption.render_line(y).text for y in range(caption.size.height))
                await pilot.press("left")


class TestExercises:
    async def test_each_has_what_the_command_says(self, app: ItbandApp) -> None:
        found = figures()
        async with running(app, (120, 80)) as pilot:
            await pilot.press(*EXERCISES)
            await pilot.pause()
            said = screen(app)
        for one in trends.as_json(found)["adherence"]["exercises"]:
            (line,) = [line for line in said.splitlines() if line.strip().startswith(one["name"])]
            assert wording.percent(one["ratio"]) in line
            if one["key"] != "lateral-band-walk":
                assert f"{wording.decimal(one['done'])} of {wording.decimal(one['due'])}" in line
            for count, what in (
                (one["excused"], "excused"),
                (one["skipped_for_pain"], "skipped for pain"),
                (one["not_recorded"], "not recorded"),
            ):
                if count:
                    assert f"{count} {what}" in said

    async def test_a_weekly_one_counts_whole_sessions(self, app: ItbandApp) -> None:
        async with running(app, (120, 80)) as pilot:
            await pilot.press(*EXERCISES)
            await pilot.pause()
            (line,) = [line for line in screen(app).splitlines() if "Lateral band walk" in line]
            assert "sessions; 4 a week asked for" in line
            assert " of " not in line

    async def test_pain_during_it_and_its_doses_over_time(self, app: ItbandApp) -> None:
        bridge = exercise_trends.read(figures())[0]
        async with running(app, (120, 80)) as pilot:
            await pilot.press(*EXERCISES)
            await pilot.pause()
            said = words(app)
            assert trend_words.pain_during(bridge.pain_during) in said
            assert "from 1 Sep 2026 on: 2×10, daily" in said

    def test_a_name_is_literal_and_an_archived_one_is_listed(self, folder: Path) -> None:
        plank = plan.add_exercise("plank", "[red]Plank[/x]", "strength", "seconds")
        plan.prescribe(plank, MONDAY - timedelta(days=9), sets=2, amount=30, schedule=DAILY)
        plan.archive(plank, MONDAY - timedelta(days=2))
        assert "[red]Plank[/x] (archived)" in said_of_exercises(80)

    def test_many_doses_show_the_last_five_and_say_how_many_more_there_are(self, folder: Path) -> None:
        plank = plan.add_exercise("plank", "Plank", "strength", "seconds")
        for week in range(7):
            plan.prescribe(plank, MONDAY - timedelta(weeks=week), sets=2, amount=30 + week, schedule=DAILY)
        said = said_of_exercises(80)
        assert "2 earlier doses" in said
        assert "2×30s" in said and "2×34s" in said and "2×35s" not in said

    def test_one_not_asked_for_in_these_days_says_so(self, folder: Path) -> None:
        plan.add_exercise("plank", "Plank", "strength", "seconds")
        assert "not asked for in these days" in said_of_exercises(80)

    @pytest.mark.parametrize("width", [20, 38, 76, 116])
    def test_no_line_is_wider_than_there_is_room(self, app: ItbandApp, width: int) -> None:
        found = figures()
        rows = exercise_rows(found, exercise_trends.read(found), width)
        assert all(len(row) <= width for row in rows)


def said_of_exercises(width: int) -> str:
    found = figures()
    rows = exercise_rows(found, exercise_trends.read(found), width)
    return "\n".join("".join(cell.sign for cell in row) for row in rows)


class TestRuns:
    async def test_the_last_runs_with_the_pain_around_them_newest_first(self, app: ItbandApp) -> None:
        runs = run_trends.read(figures(), MONDAY).runs
        async with running(app, (120, 60)) as pilot:
            await pilot.press(*RUNS)
            await pilot.pause()
            lines = screen(app).splitlines()
        start = next(number for number, line in enumerate(lines) if "Next morning" in line) + 1
        for line, run in zip(lines[start : start + 20], reversed(runs[-20:]), strict=True):
            response = run.response
            assert f"{run.day.day} " in line
            assert wording.distance(run.run.km) in line
            for level in (response.before, response.during, response.after, response.next_morning):
                assert ("–" if level is None else str(level)) in line
            if run.run.onset_km is not None:
                assert wording.distance(run.run.onset_km) in line

    async def test_a_long_run_has_a_sign_that_is_explained(self, folder: Path) -> None:
        diary.log_run(5, MONDAY - timedelta(days=3))
        diary.log_run(8, MONDAY - timedelta(days=1))
        app = app_on(folder, "trends")
        async with running(app, USUAL) as pilot:
            await pilot.press(*RUNS)
            await pilot.pause()
            assert "8 km ▲" in screen(app)
            assert "5 km ▲" not in screen(app)
            await pilot.press("end")
            assert "▲ over 10 % beyond the longest run of 30 days" in words(app)

    async def test_pain_during_a_run_above_the_limit_has_sign_and_word(self, folder: Path) -> None:
        diary.log_run(5, MONDAY, during=4)
        app = app_on(folder, "trends")
        async with running(app, USUAL) as pilot:
            await pilot.press(*RUNS)
            await pilot.pause()
            assert "4 ▲ above" in screen(app)

    async def test_where_it_is_narrow_each_run_is_told_in_words(self, folder: Path) -> None:
        diary.log_run(5, MONDAY, onset_km=4.2, before=0, during=2)
        app = app_on(folder, "trends")
        async with running(app, SMALL) as pilot:
            await pilot.press(*RUNS, *["j"] * 14)
            await pilot.pause()
            assert "pain from 4.2 km, before 0, during 2, after –, next morning –" in words(app)

    async def test_without_a_run_it_says_so(self, folder: Path) -> None:
        diary.log_pain(3, MONDAY)
        app = app_on(folder, "trends")
        async with running(app, USUAL) as pilot:
            await pilot.press(*RUNS)
            await pilot.pause()
            assert "no runs" in screen(app)


class TestCalendar:
    async def test_two_calendars_where_there_is_room(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            assert "Exercises done" in screen(app) and "Worst pain" in screen(app)
            assert "no entry" in screen(app) and "not due" in screen(app)

    async def test_else_one_and_a_key_for_the_other(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            assert "Exercises done" in screen(app) and "Worst pain" not in screen(app)
            await pilot.press("space")
            await pilot.pause()
            assert "Exercises done" not in screen(app) and "Worst pain" in screen(app)

    @pytest.mark.parametrize(
        ("keys", "back"),
        [
            (["up"], 0),
            (["up", "k"], 1),
            (["up", "k", "j", "down"], 0),
            (["left", "left", "left"], 14),
            (["left", "left", "right"], 0),
            (["up", "shift+left"], 28),
            (["home"], 83),
            (["home", "end"], 0),
        ],
    )
    async def test_keys_walk_over_days_and_weeks(self, app: ItbandApp, keys: list[str], back: int) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            day = MONDAY - timedelta(days=back)
            assert app.screen.query_one(Calendar).cursor == day
            assert {year.cursor for year in app.screen.query(YearView)} == {day}

    async def test_the_day_under_the_cursor_is_told(self, app: ItbandApp) -> None:
        found = {day.day: day for day in figures().chart.days}
        async with running(app, WIDE) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            await pilot.press("up", "up")
            await pilot.pause()
            assert f"Sun 22 Nov 2026: worst pain {found[MONDAY - timedelta(days=1)].worst};" in screen(app)

    async def test_enter_opens_the_day(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            await pilot.press("up", "up", "enter")
            await pilot.pause()
            assert app.section.key == "today"
            assert "Sunday 22 November" in screen(app)

    async def test_a_click_on_a_day_chooses_it(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            year = app.screen.query_one(YearView)
            column, row = year._calendar.places[date(2026, 11, 4)]
            await pilot.click(YearView, offset=(column, row))
            await pilot.pause()
            assert app.screen.query_one(Calendar).cursor == date(2026, 11, 4)

    async def test_the_days_of_the_gap_are_not_recorded_in_either(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            done, worst = app.screen.query(YearView)
            assert done.days[GAP[0]] is None and GAP[0] not in done.idle
            assert worst.days[GAP[0]] is None

    @pytest.mark.slow
    async def test_years_pan_as_far_as_the_diary_goes(self, folder: Path) -> None:
        write_weeks(900)
        app = app_on(folder, "trends")
        async with running(app, WIDE) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            assert "1 Dec 2025 to 23 Nov 2026" in screen(app)
            await pilot.press("left_square_bracket")
            await pilot.pause()
            assert "2 Dec 2024 to 30 Nov 2025" in screen(app)
            await pilot.press(*["left_square_bracket"] * 5)
            await pilot.pause()
            assert "4 Dec 2023 to 1 Dec 2024" in screen(app)
            await pilot.press(*["right_square_bracket"] * 5)
            await pilot.pause()
            assert "1 Dec 2025 to 23 Nov 2026" in screen(app)

    async def test_half_a_year_where_it_is_narrow(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press(*CALENDAR)
            await pilot.pause()
            assert "1 Jun to 23 Nov 2026" in screen(app)


class TestTogether:
    @pytest.mark.parametrize("size", [WIDE, (80, 40), (40, 40)], ids=str)
    async def test_the_comparison_is_the_commands_and_the_caveats_are_always_there(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with running(app, size) as pilot:
            await pilot.press(*TOGETHER)
            await pilot.pause()
            said = words(app)
            assert wording.together(figures().together) in said
            assert "Pain 0–10, mean of the week after" in said
            assert " ".join(TOGETHER_CAVEATS) in said

    async def test_with_too_few_weeks_the_caveats_are_there_and_the_drawing_is_not(
        self, app: ItbandApp
    ) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(*TOGETHER, "2")
            await pilot.pause()
            said = words(app)
            assert "Not enough data yet to compare" in said
            assert f"{len(figures_of_four_weeks())} of 6 pairs" in said
            assert "mean of the week after" not in said
            assert " ".join(TOGETHER_CAVEATS) in said

    async def test_there_is_no_correlation_and_no_p_value(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press(*TOGETHER)
            await pilot.pause()
            assert "correlation" not in words(app)
            assert "p =" not in words(app)


def figures_of_four_weeks() -> tuple[tuple[float, float], ...]:
    return trends.trends(MONDAY - timedelta(days=27), MONDAY, MONDAY).together.pairs
