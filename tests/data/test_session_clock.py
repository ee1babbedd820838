"""Time within a session."""

import pytest

from data.session_clock import Timer, now


def test_a_timer_counts_down_from_where_it_began() -> None:
    timer = Timer(30, since=100)
    assert [timer.left(at) for at in (100, 100.25, 129, 131)] == [30, 29.75, 1, 0]


def test_it_is_over_when_its_time_has_passed() -> None:
    timer = Timer(30, since=100)
    assert not timer.is_over(129.999) and timer.is_over(130)


def test_without_a_length_it_never_ends() -> None:
    timer = Timer(None, since=0)
    assert timer.left(1e9) is None and not timer.is_over(1e9)


def test_a_pause_takes_no_time() -> None:
    timer = Timer(30, since=100).paused(110)
    assert timer.elapsed(500) == 10
    assert timer.resumed(500).elapsed(505) == 15


def test_what_runs_is_not_begun_anew_by_going_on() -> None:
    timer = Timer(30, since=100)
    assert timer.resumed(110) == timer


def test_many_pauses_add_up_without_drift() -> None:
    timer = Timer(30, since=0)
    for second in range(1000):
        timer = timer.resumed(second).paused(second + 0.01)
    assert timer.elapsed(2000) == pytest.approx(10)


def test_the_clock_goes_forward() -> None:
    first = now()
    assert now() >= first
