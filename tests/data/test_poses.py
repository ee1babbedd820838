"""The figures of the guide's exercises, and how they move in a session."""

import math
from pathlib import Path

import pytest

from data import day as days
from data import guide, session_figure
from data.guide.poses import Drawing, Stroke, figure
from data.session import Pace
from data.session_course import Course
from tests.screens.training import MONDAY, exercise

DEFAULT = [known.guide for known in guide.programme()]
PACE = Pace(ready=5, rest=30, tempo=4, sound=True)


@pytest.mark.parametrize("page", DEFAULT)
def test_every_exercise_of_the_programme_has_a_figure(page: str) -> None:
    shown = figure(page)
    assert shown and shown.last >= 1


def test_a_page_without_a_figure_has_none() -> None:
    assert figure("warning-signs") is None and figure(None) is None


@pytest.mark.parametrize("page", DEFAULT)
def test_a_limb_keeps_about_its_length(page: str) -> None:
    shown = figure(page)
    assert shown
    legs = [
        (a, b)
        for a, b in shown.body
        if a.startswith(("hip", "knee")) and not a.startswith("hips") and a[:3] != b[:3]
    ]
    for a, b in legs:
        lengths = [math.dist(pose[a], pose[b]) for pose in shown.poses]
        assert max(lengths) < 1.35 * min(lengths), (a, b)


@pytest.mark.parametrize("page", ["glute-bridge", "foam-rolling"])
def test_what_goes_round_ends_as_it_began(page: str) -> None:
    shown = figure(page)
    assert shown and shown.at(0) == shown.at(shown.last)


def test_half_way_lies_between_two_poses() -> None:
    shown = figure("glute-bridge")
    assert shown
    before, half, after = (shown.at(position).strokes[0].end[1] for position in (0, 0.5, 1))
    assert half == pytest.approx((before + after) / 2)


def test_mirrored_left_is_right() -> None:
    drawing = Drawing(10, 5, (Stroke((0, 1), (3, 2), True),), (((2, 2), 1),), ())
    assert drawing.mirrored().strokes[0] == Stroke((9, 1), (6, 2), True)
    assert drawing.mirrored().mirrored() == drawing


class TestInASession:
    def course(self, **dose: object) -> Course:
        exercise("Exercise", sets=1, **dose)
        course = Course(days.read(MONDAY), PACE, 0)
        course.go_on(0)
        return course

    def position(self, course: Course, now: float) -> float:
        here = course.here
        shown = figure(here.guide) if here else None
        assert shown
        return session_figure._position(shown, course, now)

    def test_it_goes_up_holds_and_comes_down_with_the_count(self, folder: Path) -> None:
        course = self.course(guide="glute-bridge", hold=2)
        assert [self.position(course, now) for now in (0, 0.5, 1, 2.9, 3.5, 4)] == [0, 0.5, 1, 1, 1.5, 0]

    def test_it_goes_into_a_stretch_and_stays(self, folder: Path) -> None:
        course = self.course(guide="itb-stretch", unit="seconds", amount=30)
        assert [self.position(course, now) for now in (0, 1, 2, 20)] == [0, 0.5, 1, 1]

    def test_for_the_right_side_it_stands_the_other_way_round(self, folder: Path) -> None:
        shown = figure("itb-stretch")
        drawing = session_figure.drawing(
            self.course(guide="itb-stretch", unit="seconds", sides="right"), 20, still=False
        )
        assert shown and drawing == shown.at(1).mirrored()

    def test_with_reduced_motion_it_stands_in_the_pose_of_the_work(self, folder: Path) -> None:
        course = self.course(guide="glute-bridge")
        drawings = {session_figure.drawing(course, now, still=True) for now in (0, 0.7, 2, 3.3)}
        assert len(drawings) == 1

    def test_an_exercise_of_ones_own_has_none(self, folder: Path) -> None:
        assert session_figure.drawing(self.course(), 0, still=False) is None
