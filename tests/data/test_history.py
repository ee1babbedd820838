"""Undo and redo of everything, in any order, across restarts, by whichever program."""

import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import peewee
import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import history, store
from data.errors import Refused
from data.models import DayNote, Exercise, PainLog, Prescription, Run, database
from tests.diaries import diaries, diary, exercise, hostile_text, log, note, pain, prescription, run
from tests.loading import empty, load

DAY = "2026-11-23"
NOW = "2026-11-23T19:00:00Z"
TIMES = {"entered_at": NOW, "changed_at": NOW}


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the diary, tombstones too, with the types of its values."""
    found = {}
    for table, names in history.LOGGED.items():
        values = ", ".join(f'"{name}", typeof("{name}")' for name in names)
        found[table] = database.execute_sql(f'SELECT {values} FROM "{table}" ORDER BY uid').fetchall()
    return found


def add_note(text: str, day: str = DAY) -> None:
    DayNote.create(day=day, text=text, for_physio=False, **TIMES)


def write_note(text: str, day: str = DAY) -> None:
    with history.step(f"Note {text}"):
        add_note(text, day)


def notes() -> list[str]:
    return [row.text for row in DayNote.select().order_by(DayNote.day)]


def steps() -> list[str]:
    return [label for (label,) in database.execute_sql("SELECT label FROM step ORDER BY id")]


@pytest.fixture
def plan(folder: Path) -> None:
    """A diary with an exercise, its prescription and log, pain, a run and a note."""
    ran = run(5.2, DAY)
    load(
        diary(
            exercises=[exercise("bridge")],
            prescriptions=[prescription("bridge", "2026-11-02")],
            exercise_logs=[log("bridge", DAY)],
            pain_logs=[
                pain(3, DAY),
                pain(1, DAY, "during", exercise_key="bridge"),
                pain(2, DAY, run_row=ran),
            ],
            runs=[ran],
            day_notes=[note("Stairs fine.", DAY)],
        )
    )


def delete_all_pain() -> None:
    PainLog.delete().execute()


def change_every_pain_log() -> None:
    PainLog.update(level=7, side="both").execute()


def rename_the_exercise() -> None:
    Exercise.update(key="glute-bridge", name="Glute bridge").execute()


def prescribe_anew() -> None:
    former = Prescription.get()
    Prescription.update(ends_on="2026-11-22").execute()
    Prescription.create(**{**former.__data__, "uid": "new", "starts_on": DAY, "amount": 12.5})


def replace_the_note() -> None:
    DayNote.replace(uid="other", day=DAY, text="Replaced.", for_physio=True, **TIMES).execute()


def delete_the_note_and_bring_it_back() -> None:
    former = DayNote.get()
    former.delete_instance()
    DayNote.create(**{**former.__data__, "text": "Back."})


def give_the_run_another_uid() -> None:
    PainLog.update(run="another").where(PainLog.run.is_null(False)).execute()
    Run.update(uid="another").execute()


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    "change",
    [
        delete_all_pain,
        change_every_pain_log,
        rename_the_exercise,
        prescribe_anew,
        replace_the_note,
        delete_the_note_and_bring_it_back,
        give_the_run_another_uid,
    ],
)
def test_a_change_is_undone_and_done_again(change: Callable[[], None]) -> None:
    before = rows()
    with history.step("Change"):
        change()
    after = rows()
    assert after != before
    assert history.undo() == "Change"
    assert rows() == before
    assert history.redo() == "Change"
    assert rows() == after


@pytest.mark.usefixtures("folder")
def test_steps_are_undone_latest_first_and_done_again_earliest_first() -> None:
    for day, text in enumerate("abc", 1):
        write_note(text, f"2026-11-0{day}")
    assert [history.undo(), history.undo()] == ["Note c", "Note b"]
    assert notes() == ["a"]
    assert [history.redo(), history.redo()] == ["Note b", "Note c"]
    assert notes() == ["a", "b", "c"]


@pytest.mark.usefixtures("folder")
def test_nothing_to_undo_or_redo_is_said() -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        history.undo()
    write_note("a")
    with pytest.raises(Refused, match="nothing to redo"):
        history.redo()


@pytest.mark.usefixtures("folder")
def test_a_new_step_drops_what_was_undone() -> None:
    write_note("a")
    history.undo()
    write_note("b")
    with pytest.raises(Refused):
        history.redo()
    assert steps() == ["Note b"]


@pytest.mark.usefixtures("folder")
def test_a_step_that_changes_nothing_is_none_and_keeps_what_can_be_redone() -> None:
    write_note("a")
    history.undo()
    with history.step("Nothing"):
        DayNote.update(text="b").where(DayNote.day == "2000-01-01").execute()
    assert history.redo() == "Note a"


@pytest.mark.usefixtures("folder")
def test_a_step_can_be_named_when_it_is_known_what_it_did() -> None:
    with history.step("Import") as step:
        add_note("a")
        step.label = "Import of 1 note"
    assert history.undo() == "Import of 1 note"


@pytest.mark.usefixtures("folder")
def test_a_step_inside_a_step_is_part_of_it() -> None:
    with history.step("Both"):
        add_note("a", "2026-11-01")
        with history.step("Inner") as inner:
            add_note("b", "2026-11-02")
        assert inner.label == "Inner"
    assert steps() == ["Both"]
    history.undo()
    assert notes() == []


@pytest.mark.usefixtures("folder")
def test_an_exception_leaves_nothing() -> None:
    write_note("a", "2026-11-01")
    before = rows()
    with pytest.raises(ZeroDivisionError), history.step("Broken"):
        add_note("b")
        raise ZeroDivisionError
    assert rows() == before
    assert steps() == ["Note a"]
    write_note("c")
    assert notes() == ["a", "c"]


@pytest.mark.usefixtures("folder")
def test_an_exception_inside_a_step_takes_back_the_inner_one_alone() -> None:
    with history.step("Files"):
        add_note("a", "2026-11-01")
        with pytest.raises(ZeroDivisionError), history.step("Broken"):
            add_note("b", "2026-11-02")
            raise ZeroDivisionError
        add_note("c", "2026-11-03")
    assert notes() == ["a", "c"]
    history.undo()
    assert notes() == []
    history.redo()
    assert notes() == ["a", "c"]


@pytest.mark.usefixtures("folder")
def test_a_reference_to_nothing_is_refused_at_the_end_and_leaves_nothing() -> None:
    with pytest.raises(peewee.IntegrityError, match="FOREIGN KEY"), history.step("Astray"):
        load(diary(day_notes=[note("a", DAY)], exercise_logs=[log("unknown", DAY)]))
    assert notes() == []
    assert steps() == []


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    "sql",
    [
        f"INSERT INTO day_note VALUES ('1', '{NOW}', '{NOW}', '2026-11-01', 'x', 0)",
        "UPDATE day_note SET text = 'x'",
        "DELETE FROM day_note",
        f"REPLACE INTO day_note VALUES ('1', '{NOW}', '{NOW}', '{DAY}', 'x', 0)",
        "INSERT INTO deletion VALUES ('1', 'x')",
    ],
)
def test_a_write_outside_a_step_is_refused(sql: str) -> None:
    before = rows()
    with pytest.raises(peewee.IntegrityError, match="a change outside a step"):
        database.execute_sql(sql)
    assert rows() == before


@pytest.mark.usefixtures("folder")
def test_a_deleted_row_leaves_its_uid_and_time_until_it_is_back(frozen: time_machine.Traveller) -> None:
    write_note("secret")
    uid = DayNote.get().uid
    frozen.shift(60)
    with history.step("Delete"):
        DayNote.delete().execute()
    assert rows()["deletion"] == [(uid, "text", "2026-11-23T19:01:00Z", "text")]
    history.undo()
    assert rows()["deletion"] == []
    history.redo()
    assert len(rows()["deletion"]) == 1


@pytest.mark.usefixtures("folder")
def test_forgetting_all_keeps_the_diary_and_its_tombstones() -> None:
    write_note("a", "2026-11-01")
    write_note("b", "2026-11-02")
    with history.step("Delete"):
        DayNote.delete().where(DayNote.text == "b").execute()
    history.undo()
    history.redo()
    before = rows()
    history.forget_all()
    assert rows() == before
    assert steps() == []
    assert database.execute_sql("SELECT count(*) FROM change").fetchone() == (0,)
    with pytest.raises(Refused):
        history.undo()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "text", ["it's", "a\0b", "\0", "NULL", "1.50", "x" * 2_000_000, "\x1b[31m", "🦵", "\ufeff"]
)
def test_a_text_comes_back_to_the_last_byte(text: str) -> None:
    write_note(text)
    history.undo()
    history.redo()
    assert notes() == [text]


@pytest.mark.usefixtures("folder")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.floats(1e-300, 999_999), st.integers(1, 999_999)))
def test_a_number_comes_back_to_the_last_bit(km: float) -> None:
    with history.step("Run"):
        Run.create(day=DAY, km=km, **TIMES)
    history.undo()
    history.redo()
    (found,) = database.execute_sql("SELECT km FROM run").fetchone()
    assert (found, type(found)) == (km, type(km))
    empty()


def test_undo_and_redo_outlive_a_restart(folder: Path) -> None:
    write_note("a", "2026-11-01")
    write_note("b", "2026-11-02")
    store.close()
    store.open_diary(folder)
    assert history.undo() == "Note b"
    store.close()
    store.open_diary(folder)
    assert history.redo() == "Note b"
    assert notes() == ["a", "b"]


def test_another_process_undoes_what_this_one_did(folder: Path) -> None:
    write_note("a", "2026-11-01")
    assert in_another_process(folder, "print(history.undo())") == "Note a"
    assert notes() == []
    assert history.redo() == "Note a"
    in_another_process(folder, "with history.step('Theirs'): DayNote.update(text='b').execute()")
    assert notes() == ["b"]
    assert history.undo() == "Theirs"
    assert notes() == ["a"]


def in_another_process(folder: Path, code: str) -> str:
    program = (
        "import sys; from pathlib import Path; from data import history, store; from data.models import DayNote\n"
        f"store.open_diary(Path(sys.argv[1]))\n{code}\nstore.close()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.usefixtures("folder")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(diaries(text=hostile_text(nul=True), max_days=20))
def test_a_whole_diary_is_undone_and_done_again(made: dict[str, Any]) -> None:
    empty()
    nothing = rows()
    load(made)
    whole = rows()
    history.undo()
    assert rows() == nothing
    history.redo()
    assert rows() == whole


def put(day: int, text: str, km: float) -> None:
    DayNote.replace(
        uid=f"n{day}{text[:1]}", day=f"2026-11-0{day}", text=text, for_physio=0, **TIMES
    ).execute()
    Run.replace(uid=f"r{day}", day=f"2026-11-0{day}", km=km, **TIMES).execute()


def change(day: int, text: str, km: float) -> None:
    DayNote.update(text=text).where(DayNote.day == f"2026-11-0{day}").execute()
    Run.update(km=km, note=text).execute()


def delete(day: int, text: str, km: float) -> None:
    DayNote.delete().where(DayNote.day >= f"2026-11-0{day}").execute()
    Run.delete().where(Run.km > km).execute()


CHANGES = st.tuples(
    st.sampled_from([put, put, change, delete]),
    st.integers(1, 4),
    hostile_text(nul=True),
    st.floats(0.01, 99),
)


@pytest.mark.usefixtures("folder")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CHANGES, min_size=1, max_size=4), max_size=8), st.data())
def test_random_steps_are_undone_to_nothing_and_done_again_to_the_same(
    stories: list[list[tuple[Any, ...]]], data: st.DataObject
) -> None:
    empty()
    states = [rows()]
    for story in stories:
        with history.step("Step"):
            for what, *values in story:
                what(*values)
        if len(steps()) == len(states):
            states.append(rows())
    for state in reversed(states[:-1]):
        history.undo()
        assert rows() == state
    for state in states[1:]:
        history.redo()
        assert rows() == state
    here = len(states) - 1
    for back in data.draw(st.lists(st.booleans(), max_size=12)):
        if 0 <= (there := here - 1 if back else here + 1) < len(states):
            (history.undo if back else history.redo)()
            here = there
            assert rows() == states[here]


def test_what_is_old_and_not_among_the_latest_is_forgotten_with_its_text(
    folder: Path, frozen: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "KEPT_STEPS", 3)
    for number in range(5):
        _write(f"entry {number}")
    history.forget_old()
    assert _can_be_undone() == [f"entry {number}" for number in range(5)]
    frozen.shift(history.KEPT_FOR + timedelta(seconds=1))
    history.forget_old()
    assert _can_be_undone() == ["entry 2", "entry 3", "entry 4"]
    assert database.execute_sql("SELECT count(*) FROM change WHERE after GLOB '*entry 1*'").fetchone() == (0,)
    assert DayNote.select().count() == 5
    assert [history.undo(), history.undo(), history.undo()] == ["entry 4", "entry 3", "entry 2"]


def test_it_is_forgotten_at_the_first_opening_of_a_day(
    folder: Path, frozen: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "KEPT_STEPS", 1)
    _write("entry 1")
    _write("entry 2")
    frozen.shift(history.KEPT_FOR + timedelta(days=1))
    store.open_diary(folder)
    assert _can_be_undone() == ["entry 2"]


def _write(text: str) -> None:
    with history.step(text):
        DayNote.create(day=f"2026-11-{1 + int(text[-1]):02}", text=text, for_physio=False, **TIMES)


def _can_be_undone() -> list[str]:
    return [label for (label,) in database.execute_sql("SELECT label FROM step ORDER BY id")]
