"""Scatter, exercise bars, calendar and sparkline."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screens.widgets.charts.cells import Ink, as_text
from screens.widgets.charts.exercise_bars import ExerciseBar, draw_bars
from screens.widgets.charts.scatter import draw_scatter
from screens.widgets.charts.sparkline import sparkline
from screens.widgets.charts.year_calendar import YearCalendar, draw_year
from screens.widgets.day_signs import DAY_SIGNS

YEAR = [date(2026, 1, 1) + timedelta(days=day) for day in range(365)]


class TestScatter:
    pairs = [(0.95, 2.1), (0.8, 2.6), (0.6, 3.5), (0.5, 3.2), (0.66, 4.0), (1.0, 0.0), (0.0, 10.0)]

    def test_each_pair_is_a_dot_from_left_to_right_by_adherence_and_upwards_by_pain(self) -> None:
        field = as_text(draw_scatter([(0, 10), (1, 0)], 45, 15)).splitlines()[1:12]
        assert field[0] == " 10┤●"
        assert field[-1] == "  0┤" + " " * 39 + "●"

    def test_every_pair_is_drawn(self) -> None:
        assert as_text(draw_scatter(self.pairs, 80, 20)).count("●") == len(self.pairs)

    def test_pairs_that_fall_together_become_their_number_and_that_is_explained(self) -> None:
        text = as_text(draw_scatter([(0.5, 5.0)] * 3 + [(1, 0)], 80, 20))
        assert text.count("●") == 1
        assert any(line.strip("┤│ 0123456789") == "" and "3" in line for line in text.splitlines()[1:-3])
        assert "so many weeks" in text

    def test_the_percent_labels_stand_under_their_ticks(self) -> None:
        *_, axis, labels, _ = as_text(draw_scatter(self.pairs, 80, 20)).splitlines()
        for percent in (25, 50, 75):
            assert axis[labels.index(str(percent)) + 1] == "┬"

    def test_a_threshold_is_a_dashed_line_at_its_share(self) -> None:
        rows = draw_scatter([(0.8, 11 / 2)], 106, 16, threshold=0.8)
        assert {cell.sign for row in rows for cell in row if cell.ink is Ink.LIMIT} == {"┊"}
        assert any(
            cell.sign == "●" and rows[1][at].sign == "┊" for row in rows for at, cell in enumerate(row)
        )

    def test_without_a_pair_it_says_what_it_will_show(self) -> None:
        assert "Not enough weeks yet" in as_text(draw_scatter([], 80, 20))

    @given(
        st.lists(st.tuples(st.floats(0, 1), st.floats(0, 10)), max_size=30),
        st.integers(1, 150),
        st.integers(1, 50),
        st.booleans(),
    )
    def test_any_size_is_kept_to(
        self, pairs: list[tuple[float, float]], width: int, height: int, unicode: bool
    ) -> None:
        rows = draw_scatter(pairs, width, height, unicode=unicode)
        assert len(rows) <= height
        assert all(len(row) <= width for row in rows)
        assert unicode or as_text(rows).isascii()


class TestExerciseBars:
    bars = [
        ExerciseBar("Glute bridge", 0.86, "18 of 21 · 86 %"),
        ExerciseBar("Lateral band walk", 1, "9 sessions; 3 a week asked for"),
        ExerciseBar("ITB stretch", 0, "0 of 21 · 0 %"),
        ExerciseBar("Foam rolling", None, "nothing was due"),
    ]

    def test_a_bar_is_as_long_as_the_share_that_was_done(self) -> None:
        text = as_text(draw_bars([ExerciseBar("Half", 0.5)], 86)).splitlines()
        assert text == ["Half  " + "█" * 20 + "·" * 20]

    def test_nothing_done_is_an_empty_track_and_nothing_due_is_no_track(self) -> None:
        done, due = as_text(draw_bars(self.bars, 80)).splitlines()[2:]
        assert "·····" in done
        assert "█" not in done
        assert "·" not in due

    def test_a_little_done_is_more_than_none(self) -> None:
        assert "▏" in as_text(draw_bars([ExerciseBar("Little", 0.0001)], 80))
        assert "#" in as_text(draw_bars([ExerciseBar("Little", 0.0001)], 80, unicode=False))

    def test_where_width_lacks_the_words_stand_below(self) -> None:
        assert as_text(draw_bars(self.bars, 40)).splitlines()[1] == "  18 of 21 · 86 %"

    def test_all_bars_begin_in_the_same_column_whatever_the_names_are_written_in(self) -> None:
        bars = [ExerciseBar("深蹲", 1), ExerciseBar("Squat", 1), ExerciseBar("Кошка", 1)]
        starts = {cell_len(line.partition("█")[0]) for line in as_text(draw_bars(bars, 80)).splitlines()}
        assert len(starts) == 1

    def test_a_name_cannot_move_the_cursor_or_turn_the_line(self) -> None:
        text = as_text(draw_bars([ExerciseBar("a\x1b[2Jb\r\n\u202ec", 0.5, "\x07x")], 80))
        assert text.startswith("a[2Jbc")
        assert text.isprintable()

    @given(st.lists(st.floats(0, 1) | st.none(), max_size=8), st.integers(1, 150), st.booleans())
    def test_any_width_is_drawn_in(self, ratios: list[float | None], width: int, unicode: bool) -> None:
        rows = draw_bars(
            [ExerciseBar("Side plank", ratio, "3 of 4") for ratio in ratios], width, unicode=unicode
        )
        assert len(rows) >= len(ratios)


class TestYearCalendar:
    def test_each_day_stands_in_the_row_of_its_weekday(self) -> None:
        for width in (40, 80, 120):
            calendar = draw_year(dict.fromkeys(YEAR, 1.0), width, kind="adherence")
            for day, (_, row) in calendar.places.items():
                label = "".join(cell.sign for cell in calendar.rows[row][:3])
                assert label == day.strftime("%a")

    def test_each_day_of_a_week_stands_in_one_column_and_the_next_week_to_its_right(self) -> None:
        calendar = draw_year(dict.fromkeys(YEAR, 1.0), 80, kind="adherence")
        monday = date(2026, 5, 4)
        assert {calendar.places[monday + timedelta(days=day)][0] for day in range(7)} == {
            calendar.places[monday][0]
        }
        assert calendar.places[monday + timedelta(days=7)][0] > calendar.places[monday][0]

    def test_a_month_is_named_over_the_week_of_its_first_day(self) -> None:
        calendar = draw_year(dict.fromkeys(YEAR, 1.0), 120, kind="adherence")
        header = "".join(cell.sign for cell in calendar.rows[0])
        assert header.index("Jun") == calendar.places[date(2026, 6, 1)][0]

    @pytest.mark.parametrize(
        ("share", "sign"),
        [
            (None, "·"),
            (0, "○"),
            (0.01, "◔"),
            (0.499, "◔"),
            (0.5, "◑"),
            (0.799, "◑"),
            (0.8, "◕"),
            (0.999, "◕"),
            (1, "●"),
        ],
    )
    def test_shares_are_told_apart_by_shape(self, share: float | None, sign: str) -> None:
        assert self.sign_of(draw_year({YEAR[0]: share}, 80, kind="adherence")) == sign

    @pytest.mark.parametrize(
        ("level", "sign"),
        [
            (None, "·"),
            (0, "○"),
            (1, "░"),
            (2, "░"),
            (3, "▒"),
            (4, "▒"),
            (5, "▓"),
            (6, "▓"),
            (7, "█"),
            (10, "█"),
        ],
    )
    def test_levels_of_pain_are_told_apart_by_shade(self, level: int | None, sign: str) -> None:
        assert self.sign_of(draw_year({YEAR[0]: level}, 80, kind="pain")) == sign

    def test_zero_unknown_and_a_missing_day_are_three_signs_without_utf8_too(self) -> None:
        days = {YEAR[0]: 0.0, YEAR[1]: None, YEAR[3]: 1.0}
        calendar = draw_year(days, 80, kind="pain", unicode=False)
        assert YEAR[2] not in calendar.places
        signs = {calendar.rows[row][column].sign for column, row in calendar.places.values()}
        assert signs == {"0", ".", ":"}

    def test_a_day_on_which_nothing_was_due_has_a_sign_of_its_own(self) -> None:
        for unicode in (True, False):
            days = {YEAR[0]: 0.0, YEAR[1]: None, YEAR[2]: None}
            calendar = draw_year(days, 80, kind="adherence", idle={YEAR[2]}, unicode=unicode)
            signs = [calendar.rows[row][column].sign for column, row in calendar.places.values()]
            assert len(set(signs)) == 3
            assert f"{signs[2]} not due" in as_text(calendar.rows)

    def test_every_sign_is_explained_below(self) -> None:
        text = as_text(draw_year(dict.fromkeys(YEAR, 1.0), 80, kind="pain").rows)
        assert text.splitlines()[-1] == "· no entry  ○ 0  ░ 1–2  ▒ 3–4  ▓ 5–6  █ 7–10"

    def test_where_width_lacks_the_weeks_go_on_below(self) -> None:
        wide, narrow = (draw_year(dict.fromkeys(YEAR, 1.0), width, kind="adherence") for width in (80, 40))
        assert len(narrow.rows) > len(wide.rows)
        assert all(len(row) <= 40 for row in narrow.rows)
        assert len(narrow.places) == len(YEAR)

    def test_the_day_at_a_place_is_the_day_drawn_there(self) -> None:
        calendar = draw_year(dict.fromkeys(YEAR, 1.0), 40, kind="adherence")
        assert all(calendar.day_at(*place) == day for day, place in calendar.places.items())
        assert calendar.day_at(0, 0) is None

    def test_the_cursor_reverses_its_day_and_points_at_its_row(self) -> None:
        calendar = draw_year(dict.fromkeys(YEAR, 1.0), 80, kind="adherence")
        column, row = calendar.places[YEAR[40]]
        pointed = calendar.with_cursor(YEAR[40])
        assert pointed.rows[row][column].ink is Ink.CHOSEN
        assert pointed.rows[row][3].sign == "▸"
        assert calendar.with_cursor(date(1999, 1, 1)) is calendar

    @pytest.mark.parametrize("width", [40, 80, 120])
    @pytest.mark.parametrize("unicode", [True, False])
    def test_the_day_under_the_cursor_stands_in_brackets(self, width: int, unicode: bool) -> None:
        calendar = draw_year(dict.fromkeys(YEAR, 1.0), width, kind="adherence", unicode=unicode)
        sign = "●" if unicode else "*"
        for day in (YEAR[0], YEAR[40], YEAR[-1]):
            pointed = calendar.with_cursor(day, unicode=unicode)
            row = "".join(cell.sign for cell in pointed.rows[calendar.places[day][1]])
            assert f"[{sign}]" in row
            assert as_text(calendar.rows).count("[") == 0

    def test_its_signs_are_those_of_today_and_of_the_journal(self) -> None:
        for unicode in (True, False):
            days = {YEAR[0]: 0.0, YEAR[1]: None, YEAR[2]: None, YEAR[3]: 1.0}
            calendar = draw_year(days, 80, kind="adherence", idle={YEAR[2]}, unicode=unicode)
            shown = [calendar.rows[row][column].sign for column, row in calendar.places.values()]
            meant = [DAY_SIGNS[one] for one in ("none", "unrecorded", "idle", "all")]  # type: ignore[index]
            assert shown == [one.sign if unicode else one.ascii for one in meant]
            for one in meant:
                assert f"{one.sign if unicode else one.ascii} {one.word}" in as_text(calendar.rows)

    def test_without_days_nothing_is_drawn(self) -> None:
        assert draw_year({}, 80, kind="pain").rows == ()

    @staticmethod
    def sign_of(calendar: YearCalendar) -> str:
        ((column, row),) = calendar.places.values()
        return calendar.rows[row][column].sign


class TestSparkline:
    def test_zero_is_the_lowest_bar_and_ten_the_highest(self) -> None:
        assert sparkline([0, 10]) == "▁█"

    def test_an_unknown_value_is_a_blank(self) -> None:
        assert sparkline([3, None, 3]) == "▃ ▃"

    def test_more_is_never_drawn_lower(self) -> None:
        bars = sparkline(range(11))
        assert list(bars) == sorted(bars)
