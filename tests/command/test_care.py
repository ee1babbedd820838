"""Looking after the diary by the command."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import main
from data.command import care

from .conftest import Itband


class TestSettings:
    def test_all_are_listed_with_what_they_mean(self, itband: Itband) -> None:
        said = itband("settings").lines
        assert said[:3] == [
            "day_start     = 03:00  Entries before this hour belong to the day before.",
            "units         = km     Kilometres or miles; stored and exported in km.",
            "name          = empty  Left out of the report while it is empty.",
        ]
        assert said[-1] == "theme         = dark   Of the app, in config.toml."

    def test_a_long_value_pushes_only_its_own_description_aside(self, itband: Itband) -> None:
        itband("settings", "name", "Ada " * 20)
        assert itband("settings").lines[1] == (
            "units         = km                        Kilometres or miles; stored and exported in km."
        )

    def test_the_theme_of_the_app_is_said_and_set_and_taken_back(self, itband: Itband, place: Path) -> None:
        assert itband("settings", "theme").out == "dark\n"
        assert itband("settings", "theme", "light").out.startswith("Theme: light;")
        assert itband("settings", "theme").out == "light\n"
        assert (place / "config.toml").read_text() == 'theme = "light"\n'
        itband("settings", "theme", "")
        assert itband("settings", "theme").out == "dark\n"

    def test_another_theme_is_refused_with_those_that_there_are(self, itband: Itband, place: Path) -> None:
        said = itband("settings", "theme", "pink")
        assert said.code == 1
        assert "there are dark, light, high-contrast, colour-blind" in said.err
        assert not (place / "config.toml").exists()

    def test_another_setting_is_refused_with_those_that_there_are(self, itband: Itband) -> None:
        said = itband("settings", "teme", "light")
        assert said.code == 1
        assert said.err.endswith(
            "the settings are day_start, units, name, problem_since, diagnosed_by, session_ready, session_rest, "
            "session_tempo, session_sound, theme.\n"
        )

    def test_one_is_said_and_set_and_taken_back(self, itband: Itband) -> None:
        assert itband("settings", "units").out == "km\n"
        assert itband("settings", "units", "mi").code == 0
        assert itband("settings", "units").out == "mi\n"
        itband("settings", "units", "")
        assert itband("settings", "units").out == "km\n"

    @pytest.mark.parametrize(
        "words",
        [("nope",), ("nope", "1"), ("units", "furlong"), ("day_start", "25:00"), ("problem_since", "May")],
    )
    def test_what_cannot_stand_is_refused(self, itband: Itband, words: tuple[str, ...]) -> None:
        assert itband("settings", *words).code == 1


class TestWhere:
    def test_every_path_is_told_and_nothing_is_made(self, itband: Itband, place: Path) -> None:
        said = itband("where").out
        for path in (place, place / "diary.db", place / "backups", place / "config.toml"):
            assert str(path) in said
        assert "not there yet" in said
        assert not place.exists()

    def test_what_is_there_is_said_plainly(self, ready: Itband, place: Path) -> None:
        assert f"{place / 'diary.db'}\n" in ready("where").out


class TestCopies:
    def test_a_copy_is_made_and_put_back(self, ready: Itband, tmp_path: Path) -> None:
        ready("pain", 3)
        assert ready("backup", tmp_path / "copy.db").out == f"Copied to {tmp_path}/copy.db\n"
        ready("pain", 5)
        assert "what was there before is kept in" in ready("restore", tmp_path / "copy.db").out
        assert ready("today", "--json").json["pain"]["worst"] == 3

    def test_without_a_name_it_goes_among_the_daily_ones(self, ready: Itband, place: Path) -> None:
        said = ready("backup").out
        assert said.startswith(f"Copied to {place / 'backups'}")

    def test_a_copy_is_never_written_over_a_file(self, ready: Itband, tmp_path: Path) -> None:
        (tmp_path / "copy.db").write_text("mine")
        assert ready("backup", tmp_path / "copy.db").code == 1
        assert (tmp_path / "copy.db").read_text() == "mine"

    def test_a_file_that_is_no_diary_is_not_put_back(self, ready: Itband, tmp_path: Path) -> None:
        (tmp_path / "copy.db").write_bytes(b"\xff\xd8\xff\xe0 JFIF")
        before = ready("log").out
        assert ready("restore", tmp_path / "copy.db").code == 1
        assert ready("restore", tmp_path / "nothing.db").code == 1
        assert ready("log").out == before


class TestCheck:
    def test_a_good_diary_is_exit_code_0_and_says_what_was_looked_at(self, ready: Itband) -> None:
        said = ready("check")
        assert said.code == 0
        assert len(said.lines) > 5
        assert all(line.startswith("ok ") for line in said.lines)

    def test_something_wrong_is_exit_code_1(self, ready: Itband, place: Path) -> None:
        file = bytearray((place / "diary.db").read_bytes())
        file[8192:12288] = bytes(4096)
        (place / "diary.db").write_bytes(file)
        said = ready("check")
        assert said.code == 1
        assert "WRONG" in said.out


class TestPurge:
    def test_nothing_is_left_of_a_note_that_was_deleted(self, ready: Itband, place: Path) -> None:
        ready("note", "a secret")
        ready("backup")
        ready("note", "")
        assert ready("purge").code == 0
        assert ready("undo").code == 1
        assert not [path for path in place.rglob("*") if path.is_file() and b"a secret" in path.read_bytes()]

    @pytest.mark.parametrize(
        ("words", "answer", "purged"), [((), "n\n", False), ((), "y\n", True), (("--yes",), "", True)]
    )
    def test_in_a_terminal_it_asks_before_undo_is_emptied(
        self,
        ready: Itband,
        place: Path,
        monkeypatch: pytest.MonkeyPatch,
        words: tuple[str, ...],
        answer: str,
        purged: bool,
    ) -> None:
        ready("pain", 3)
        monkeypatch.setattr(care, "in_terminal", lambda: True)
        result = CliRunner().invoke(main.command(), ["--data", str(place), "purge", *words], input=answer)
        assert result.exit_code == int(not purged)
        assert ready("undo").code == int(purged)


class TestErase:
    @pytest.mark.parametrize("words", [(), ("--yes",)])
    def test_where_there_is_no_diary_it_says_so(
        self, itband: Itband, place: Path, words: tuple[str, ...]
    ) -> None:
        said = itband("erase", *words)
        assert said == (1, "", f"There is no diary in {place}, so nothing was erased.\n")
        assert not place.exists()

    def test_copies_without_their_diary_are_erased(self, ready: Itband, place: Path) -> None:
        ready("backup")
        for file in place.glob("diary.db*"):
            file.unlink()
        assert ready("erase", "--yes").code == 0
        assert not place.exists()

    def test_without_a_terminal_and_without_yes_nothing_is_erased(self, ready: Itband, place: Path) -> None:
        said = ready("erase")
        assert said.code == 1
        assert "--yes" in said.err
        assert (place / "diary.db").exists()

    def test_yes_erases_diary_and_copies(self, ready: Itband, place: Path) -> None:
        assert ready("erase", "--yes").code == 0
        assert not place.exists()

    def test_files_of_others_are_left_and_named(self, ready: Itband, place: Path) -> None:
        (place / "mine.txt").write_text("x")
        assert "mine.txt" in ready("erase", "--yes").out
        assert (place / "mine.txt").exists()

    @pytest.mark.parametrize(("answer", "is_there"), [("erase", False), ("yes", True), ("", True)])
    def test_in_a_terminal_the_word_must_be_typed(
        self, ready: Itband, place: Path, monkeypatch: pytest.MonkeyPatch, answer: str, is_there: bool
    ) -> None:
        monkeypatch.setattr(care, "in_terminal", lambda: True)
        result = CliRunner().invoke(main.command(), ["--data", str(place), "erase"], input=f"{answer}\n")
        assert result.exit_code == int(is_there)
        assert place.exists() is is_there


class TestDemo:
    def test_it_opens_the_app_on_a_sample_that_is_gone_afterwards(
        self, itband: Itband, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[Path] = []

        def look(folder: Path) -> None:
            seen.append(folder)
            assert itband("--data", folder, "trends", "--json").json["runs"]["count"] > 20

        monkeypatch.setattr(main, "open_app", look)
        assert itband("demo").out == "The sample diary is gone again.\n"
        assert not seen[0].exists()
        assert not place.exists()

    def test_without_a_terminal_it_is_refused_and_leaves_nothing(self, itband: Itband) -> None:
        assert itband("demo").err.startswith("The app needs a terminal")
