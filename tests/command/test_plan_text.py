"""`itband plan edit`, `export` and `import`: what would change is shown and asked, and no text is lost."""

import io
import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import main
from data import history, plan, store
from data.command import editor

FROM = date(2026, 11, 2)

Itband = Callable[..., tuple[int, str, str]]
Write = Callable[[Callable[[str], str]], None]


@pytest.fixture
def folder(folder: Path) -> Path:
    """A diary with two exercises, closed: the command opens it itself."""
    bridge = plan.add_exercise("glute-bridge", "Glute bridge", "strength", "reps", source="guide")
    plan.prescribe(bridge, FROM, sets=2, amount=10, hold=2, schedule={"type": "daily"}, source="guide")
    walk = plan.add_exercise("band-walk", "Band walk", "strength", "steps")
    plan.prescribe(walk, FROM, sets=2, amount=15, sides="each", schedule={"type": "daily"})
    store.close()
    return folder


@pytest.fixture
def itband(folder: Path, capsys: pytest.CaptureFixture[str]) -> Itband:
    def run(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main.command().main(["--data", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return run


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the texts for the editor are made."""
    room = tmp_path / "drafts"
    room.mkdir()
    monkeypatch.setattr(editor.tempfile, "tempdir", str(room))
    return room


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drafts: Path) -> Callable[..., None]:
    """The editor: each time it is opened, the next of these changes is made to the text."""
    monkeypatch.delenv("VISUAL", raising=False)

    def changes(*edits: Callable[[str], str], code: int = 0) -> None:
        waiting = list(edits)

        class Ended:
            returncode = code

        def run(command: list[str], **_: object) -> Ended:
            path = Path(command[-1])
            path.write_text(waiting.pop(0)(path.read_text()))
            return Ended()

        monkeypatch.setenv("EDITOR", "the-editor --wait")
        monkeypatch.setattr(editor.subprocess, "run", run)

    return changes


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A terminal where these lines are typed."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    return lambda *lines: monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))


def doses(folder: Path) -> dict[str, list[tuple[str, str | None, int]]]:
    """Sets of each prescription, by exercise."""
    store.open_diary(folder)
    try:
        return {
            one.key: [
                (str(given.starts_on), str(given.ends_on) if given.ends_on else None, given.sets)
                for given in plan.prescriptions(one)
            ]
            for one in plan.exercises(archived=True)
        }
    finally:
        store.close()


def three_sets(text: str) -> str:
    return text.replace("sets = 2\namount = 10", "sets = 3\namount = 10")


def misspelt(text: str) -> str:
    return text.replace("sets = 2\namount = 10", "setz = 3\namount = 10")


def put_right(text: str) -> str:
    return text.replace("setz", "sets")


def untouched(text: str) -> str:
    return text


BEFORE = {"glute-bridge": [("2026-11-02", None, 2)], "band-walk": [("2026-11-02", None, 2)]}
AFTER = {**BEFORE, "glute-bridge": [("2026-11-02", "2026-11-22", 2), ("2026-11-23", None, 3)]}


class TestEdit:
    def test_what_changes_is_shown_and_made_once_it_is_confirmed(
        self, itband: Itband, folder: Path, write: Write, answer: Callable[..., None], drafts: Path
    ) -> None:
        write(three_sets)
        answer("y")
        code, out, err = itband("plan", "edit")
        assert (code, err) == (0, "")
        assert (
            "From Mon 23 Nov 2026 on:\n  Glute bridge: 2×10 held 2 s, daily → 3×10 held 2 s, daily\n" in out
        )
        assert "What was asked before 23 Nov stays as it was." in out
        assert doses(folder) == AFTER
        assert list(drafts.iterdir()) == []

    def test_it_is_one_undo(self, itband: Itband, folder: Path, write: Write) -> None:
        write(lambda text: text.replace("sets = 2", "sets = 4"))
        itband("plan", "edit", "--yes")
        assert itband("undo")[0] == 0
        assert doses(folder) == BEFORE

    def test_the_day_is_in_the_text_and_can_be_changed_there(
        self, itband: Itband, folder: Path, write: Write
    ) -> None:
        write(lambda text: three_sets(text).replace("from = 2026-11-30", "from = 2026-12-07"))
        assert "From Mon 7 Dec 2026 on:" in itband("plan", "edit", "--yes", "--from", "2026-11-30")[1]
        assert doses(folder)["glute-bridge"][-1] == ("2026-12-07", None, 3)

    def test_a_day_that_is_past_is_said_to_count_anew(self, itband: Itband, write: Write) -> None:
        write(three_sets)
        out = itband("plan", "edit", "--yes", "--from", "-7")[1]
        assert "What was asked before 16 Nov stays as it was. The days since then are counted" in out

    def test_an_untouched_text_changes_nothing_and_asks_nothing(
        self, itband: Itband, folder: Path, write: Write, answer: Callable[..., None], drafts: Path
    ) -> None:
        write(untouched)
        answer()
        assert itband("plan", "edit") == (0, "Nothing was changed.\n", "")
        assert doses(folder) == BEFORE
        assert list(drafts.iterdir()) == []

    def test_a_refused_text_can_be_edited_again(
        self, itband: Itband, folder: Path, write: Write, answer: Callable[..., None], drafts: Path
    ) -> None:
        write(misspelt, put_right)
        answer("", "y")
        code, _, err = itband("plan", "edit")
        assert code == 0
        assert "[glute-bridge]: there is no setz here" in err
        assert doses(folder) == AFTER
        assert list(drafts.iterdir()) == []

    def test_a_refused_text_is_kept_and_said_where(
        self, itband: Itband, folder: Path, write: Write, answer: Callable[..., None], drafts: Path
    ) -> None:
        write(misspelt)
        answer("n")
        code, _, err = itband("plan", "edit")
        kept = next(drafts.iterdir()) / "plan.toml"
        assert code == 1
        assert f"Your text is kept in {kept}, for `itband plan import`." in err
        assert "setz = 3" in kept.read_text()
        assert doses(folder) == BEFORE
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700

    def test_edit_again_is_an_answer_too(
        self, itband: Itband, folder: Path, write: Write, answer: Callable[..., None]
    ) -> None:
        write(
            lambda text: text.replace("sets = 2", "sets = 9"),
            lambda text: text.replace("sets = 9", "sets = 5"),
        )
        answer("x", "e", "y")
        assert itband("plan", "edit")[0] == 0
        assert [spans[-1][2] for spans in doses(folder).values()] == [5, 5]

    def test_no_makes_nothing_and_keeps_the_text(
        self, itband: Itband, folder: Path, write: Write, answer: Callable[..., None], drafts: Path
    ) -> None:
        write(three_sets)
        answer("n")
        code, _, err = itband("plan", "edit")
        assert code == 1
        assert err.startswith("Nothing was changed. Your text is kept in ")
        assert doses(folder) == BEFORE

    def test_stopping_at_the_question_keeps_the_text(
        self, itband: Itband, folder: Path, write: Write, answer: Callable[..., None], drafts: Path
    ) -> None:
        write(three_sets)
        answer()
        code, _, err = itband("plan", "edit")
        assert code == 130
        assert "Your text is kept in " in err
        assert doses(folder) == BEFORE

    def test_without_a_terminal_it_asks_nothing_and_opens_nothing(
        self, itband: Itband, folder: Path, write: Write, drafts: Path
    ) -> None:
        write()
        assert itband("plan", "edit") == (
            1,
            "",
            "Nothing was changed. Without a terminal to ask in, --yes is needed.\n",
        )
        assert list(drafts.iterdir()) == []

    def test_a_refused_text_without_a_terminal_is_kept(
        self, itband: Itband, folder: Path, write: Write, drafts: Path
    ) -> None:
        write(misspelt)
        code, _, err = itband("plan", "edit", "--yes")
        assert code == 1
        assert "there is no setz here" in err and "Your text is kept in " in err
        assert doses(folder) == BEFORE

    def test_an_editor_that_fails_changes_nothing(
        self, itband: Itband, folder: Path, write: Callable[..., None], drafts: Path
    ) -> None:
        write(three_sets, code=1)
        code, _, err = itband("plan", "edit", "--yes")
        assert code == 1
        assert "The editor the-editor ended with the error 1" in err and "Your text is kept" in err
        assert doses(folder) == BEFORE

    @pytest.mark.parametrize(
        ("named", "words"),
        [
            ("no-such-editor-here", "The editor no-such-editor-here can't be started"),
            ("'open", "is no command: look at its quotes"),
        ],
    )
    def test_an_editor_that_is_not_there_is_named(
        self, itband: Itband, monkeypatch: pytest.MonkeyPatch, drafts: Path, named: str, words: str
    ) -> None:
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", named)
        code, _, err = itband("plan", "edit", "--yes")
        assert code == 1
        assert words in err
        assert list(drafts.iterdir()) == []

    def test_visual_goes_before_editor(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("EDITOR", "ed")
        monkeypatch.setenv("VISUAL", "see --nicely")
        assert editor._editor() == ["see", "--nicely"]

    def test_a_changed_dose_of_the_guide_is_the_runners_own(
        self, itband: Itband, folder: Path, write: Write
    ) -> None:
        write(three_sets)
        itband("plan", "edit", "--yes")
        store.open_diary(folder)
        assert [one.source for one in plan.prescriptions(plan.find_exercise("glute"))] == ["guide", "me"]
        store.close()


class TestExportAndImport:
    @pytest.fixture
    def file(self, itband: Itband, tmp_path: Path) -> Path:
        path = tmp_path / "plan.toml"
        assert itband("plan", "export", path) == (0, f"Written: {path}\n", "")
        return path

    def test_only_its_owner_can_read_the_file(self, file: Path) -> None:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    def test_a_file_that_is_there_stays_unless_forced(self, itband: Itband, file: Path) -> None:
        file.write_text("mine")
        code, _, err = itband("plan", "export", file)
        assert code == 1 and "already there" in err
        assert file.read_text() == "mine"
        assert itband("plan", "export", file, "--force")[0] == 0
        assert "[glute-bridge]" in file.read_text()

    def test_what_was_exported_changes_nothing(self, itband: Itband, file: Path) -> None:
        assert itband("plan", "import", file) == (
            0,
            "The plan is like that already; nothing was changed.\n",
            "",
        )

    def test_an_import_is_made_and_one_undo_takes_it_back(
        self, itband: Itband, folder: Path, file: Path
    ) -> None:
        file.write_text(three_sets(file.read_text()))
        assert itband("plan", "import", file, "--yes")[0] == 0
        assert doses(folder) == AFTER
        itband("undo")
        assert doses(folder) == BEFORE

    def test_what_is_left_out_of_the_file_leaves_the_plan(
        self, itband: Itband, folder: Path, file: Path
    ) -> None:
        file.write_text(file.read_text().partition("[band-walk]")[0])
        out = itband("plan", "import", file, "--yes")[1]
        assert "Band walk: 2×15 each side, daily → out of the plan" in out
        assert doses(folder)["band-walk"] == [("2026-11-02", "2026-11-22", 2)]

    def test_the_day_given_goes_before_that_of_the_file(
        self, itband: Itband, folder: Path, file: Path
    ) -> None:
        file.write_text(three_sets(file.read_text()))
        assert "From Tue 1 Dec 2026 on:" in itband("plan", "import", file, "--yes", "--from", "2026-12-01")[1]
        assert doses(folder)["glute-bridge"][-1] == ("2026-12-01", None, 3)

    def test_a_dry_run_only_says_what_would_change(self, itband: Itband, folder: Path, file: Path) -> None:
        file.write_text(three_sets(file.read_text()))
        code, out, _ = itband("plan", "import", file, "--dry-run")
        assert code == 0 and "→ 3×10" in out
        assert doses(folder) == BEFORE

    def test_without_a_terminal_nothing_is_asked(self, itband: Itband, folder: Path, file: Path) -> None:
        file.write_text(three_sets(file.read_text()))
        code, out, err = itband("plan", "import", file)
        assert code == 1 and "→ 3×10" in out and "--yes is needed" in err
        assert doses(folder) == BEFORE

    @pytest.mark.parametrize(("said", "code", "after"), [("y", 0, AFTER), ("n", 1, BEFORE)])
    def test_in_a_terminal_it_asks(
        self,
        itband: Itband,
        folder: Path,
        file: Path,
        answer: Callable[..., None],
        said: str,
        code: int,
        after: dict[str, object],
    ) -> None:
        file.write_text(three_sets(file.read_text()))
        answer(said)
        assert itband("plan", "import", file)[0] == code
        assert doses(folder) == after

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "is empty"),
            (b"\xff\xfe\x00", "is no text, or not saved as UTF-8"),
            (b"x" * 1_000_001, "larger than 1 MB"),
            (b"x = [", "plan.toml: The plan is no valid TOML"),
            (b"from = 0001-01-01\n", "too long ago"),
            (b"from = 2026-11-23\n[x]\nsets = 2\n", "[x]: a new exercise needs name, amount, schedule"),
            (b"from = 2026-11-23\n[band-walk]\nkind = 'stretch'\n", "is of the kind strength"),
        ],
    )
    def test_a_file_that_is_no_plan_is_refused_and_changes_nothing(
        self, itband: Itband, folder: Path, file: Path, content: bytes, words: str
    ) -> None:
        file.write_bytes(content)
        code, out, err = itband("plan", "import", file, "--yes")
        assert (code, out) == (1, "")
        assert words in err and err.count("\n") == 1
        assert doses(folder) == BEFORE

    def test_a_name_cannot_steer_the_terminal(self, itband: Itband, file: Path) -> None:
        file.write_text(file.read_text().replace('name = "Band walk"', 'name = "A\\u001b[2J\\nB"'))
        out = itband("plan", "import", file, "--yes")[1]
        assert "\x1b" not in out
        assert "A\\x1b[2J B: " in out


def test_history_is_untouched_by_a_refusal(folder: Path, itband: Itband, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("from = 2026-11-23\n[glute-bridge]\nsets = 99\n")
    itband("plan", "import", wrong, "--yes")
    store.open_diary(folder)
    assert "Band walk" in history.undo()
    store.close()


def test_a_plan_before_one_that_was_given_for_later_says_until_when_it_holds(
    itband: Itband, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "plan.toml"
    itband("plan", "export", file)
    file.write_text(file.read_text().replace("sets = 2", "sets = 3"))
    code, out, _ = itband("plan", "import", file, "--from", "2026-10-30", "--yes")
    assert code == 0
    assert "The days since then are counted by what stands above." in out
    assert out.splitlines()[:3] == [
        "From Fri 30 Oct 2026:",
        "  Glute bridge: back in the plan, 3×10 held 2 s, daily; from Mon 2 Nov 2026 on 2×10 held 2 s, daily again, "
        "as given before",
        "  Band walk: back in the plan, 3×15 each side, daily; from Mon 2 Nov 2026 on 2×15 each side, daily again, "
        "as given before",
    ]
    assert doses(folder)["glute-bridge"] == [("2026-10-30", "2026-11-01", 3), ("2026-11-02", None, 2)]


def test_a_plan_of_the_far_future_is_refused_with_the_same_bound_as_a_dose(
    itband: Itband, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "plan.toml"
    itband("plan", "export", file)
    file.write_text(three_sets(file.read_text()).replace("from = 2026-", "from = 3026-"))
    code, _, err = itband("plan", "import", file, "--yes")
    assert code == 1
    assert "3026-11-23 is more than ten years ahead" in err
    assert doses(folder) == BEFORE
