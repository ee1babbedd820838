"""The plan as text: it comes back as it was, says what it would change, and changes it as one step."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import dose_words, history, plan, plan_changes
from data.errors import Refused
from data.exchange import plan_toml

TODAY = date(2026, 11, 23)
FROM = date(2026, 11, 1)


@pytest.fixture(autouse=True)
def two_exercises(folder: Path) -> None:
    bridge = plan.add_exercise("glute-bridge", "Glute bridge", "strength", "reps")
    plan.prescribe(bridge, FROM, sets=2, amount=10, hold=2, schedule={"type": "daily"}, source="guide")
    walk = plan.add_exercise("band-walk", 'Band "walk" [x]', "strength", "steps")
    plan.prescribe(
        walk,
        FROM,
        sets=2,
        amount=10,
        sides="each",
        load="green",
        schedule=dose_words.parse_schedule("3/week"),
    )


def text() -> str:
    return plan_toml.write(plan_changes.in_force(TODAY), TODAY)


def changes(new: str) -> list[str]:
    day, wanted = plan_toml.read(new)
    return [change.words for change in plan_changes.compare(wanted, day)]


def make(new: str) -> None:
    day, wanted = plan_toml.read(new)
    plan_changes.make(plan_changes.compare(wanted, day), day)


def test_an_exercise_that_left_the_plan_comes_back_with_the_dose_it_had_last() -> None:
    plan.archive(plan.find_exercise("band-walk"), TODAY)
    assert changes(f"{text()}\n[band-walk]\nsets = 3\n") == [
        'Band "walk" [x]: back in the plan, 3×10 each side green, 3 a week'
    ]


def in_force() -> dict[str, str]:
    return {one.key: dose_words.describe(one.dose, one.unit) for one in plan_changes.in_force(TODAY)}


def test_a_plan_that_nobody_touched_changes_nothing() -> None:
    assert changes(text()) == []


def test_a_hold_of_0_is_none_so_that_an_untouched_plan_changes_nothing() -> None:
    plan.prescribe(
        plan.find_exercise("glute-bridge"), FROM, sets=2, amount=10, hold=0, schedule={"type": "daily"}
    )
    assert plan.prescriptions(plan.find_exercise("glute-bridge"))[0].hold is None
    assert changes(text()) == []


def test_a_changed_dose_is_named_before_and_after() -> None:
    assert changes(text().replace("sets = 2\namount = 10\nhold = 2", "sets = 3\namount = 12\nhold = 0")) == [
        "Glute bridge: 2×10 held 2 s, daily → 3×12, daily"
    ]


def test_a_table_taken_out_leaves_the_plan_and_its_past_stays() -> None:
    make(text().partition("[band-walk]")[0])
    assert list(in_force()) == ["glute-bridge"]
    assert plan.in_force(plan.find_exercise("band-walk"), date(2026, 11, 22)) is not None


def test_a_new_table_adds_an_exercise() -> None:
    new = (
        text() + '\n[plank]\nname = "Plank"\nunit = "seconds"\nsets = 2\namount = 20\nschedule = "every 2"\n'
    )
    assert changes(new) == ["Plank: new, 2×20s, every 2 days"]
    make(new)
    assert in_force()["plank"] == "2×20s, every 2 days"


def test_an_exercise_of_the_guide_needs_only_its_key() -> None:
    make(text() + "\n[itb-stretch]\n")
    assert in_force()["itb-stretch"] == "2×30s each side, daily"
    assert plan.find_exercise("itb-stretch").guide == "itb-stretch"


def test_all_of_a_visits_changes_are_one_undo() -> None:
    before = text()
    make(text().replace("sets = 2", "sets = 4") + "\n[itb-stretch]\n")
    assert text() != before
    history.undo()
    assert text() == before


def test_what_was_asked_before_the_day_stays_as_it_was() -> None:
    make(text().replace("sets = 2", "sets = 4"))
    assert plan.in_force(plan.find_exercise("glute-bridge"), date(2026, 11, 22)).sets == 2


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("x", "no valid TOML"),
        ("[" * 5000, "no valid TOML"),
        ("from = 3", "`from` must be a day"),
        ("from = 2026-11-23T10:00:00", "`from` must be a day such as 2026-11-23, not 2026-11-23 10:00:00"),
        ("from = 3026-11-23\n[a]\nsets = 1", "3026-11-23 is more than ten years ahead"),
        ("[a]\nsets = 1", "doesn't say from which day"),
        ("from = 2026-11-23\na = 1", r"\[a\]: it must be a table"),
        ("from = 2026-11-23\n['A B']\nsets = 1", r"\[A B\]: The key is made of small letters"),
        ("from = 2026-11-23\n[a]\nreps = 1", r"\[a\]: there is no reps here"),
        ("from = 2026-11-23\n[a]\nsets = 1", r"\[a\]: a new exercise needs name, amount, schedule"),
        ("from = 2026-11-23\n[glute-bridge]\nsets = 0", r"\[glute-bridge\]: Sets must be a whole number"),
        ("from = 2026-11-23\n[glute-bridge]\nsets = 'x'", r"\[glute-bridge\]: Sets must be a whole number"),
        (
            f"from = 2026-11-23\n[glute-bridge]\namount = {10**400}",
            r"\[glute-bridge\]: The amount of a set must be a number above 0, not a number that long",
        ),
        (
            f"from = 2026-11-23\n[glute-bridge]\nhold = 0x{'f' * 4000}",
            r"\[glute-bridge\]: The hold must be a number of 0 or more, not a number that long",
        ),
        ("from = 2026-11-23\n[glute-bridge]\nschedule = 'now'", r"\[glute-bridge\]: 'now' is no schedule"),
    ],
)
def test_a_text_that_is_no_plan_is_refused_with_its_place(wrong: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        plan_toml.read(wrong)


def test_a_known_exercise_in_another_unit_is_refused() -> None:
    with pytest.raises(Refused, match="counted in reps, not seconds"):
        changes(text().replace('unit = "reps"', 'unit = "seconds"'))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_is_a_plan_or_refused(words: str) -> None:
    with contextlib.suppress(Refused):
        plan_toml.read(words, TODAY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=40))
def test_any_name_load_and_note_comes_back_to_the_letter(words: str) -> None:
    dose = plan.checked_dose(
        dict(zip(plan.DOSE, (2, 10, None, "none", words, {"type": "daily"}, "me", words), strict=True))
    )
    wanted = [plan_changes.Wanted("new-one", words.strip() or "x", "strength", "reps", dose)]
    assert plan_toml.read(plan_toml.write(wanted, TODAY)) == (TODAY, wanted)
