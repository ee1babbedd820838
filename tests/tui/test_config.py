"""config.toml: read leniently, written one line at a time."""

import os
import stat
from pathlib import Path

import pytest

from data.errors import Refused
from tests.tui.small_app import small_app, told
from tui.config import Config


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    config = Config.load(tmp_path)
    assert (config.complaints, config.keys, config.preference("theme", "dark")) == ([], {}, "dark")


def test_reading_makes_no_file(tmp_path: Path, file: Path) -> None:
    Config.load(tmp_path).preference("theme", "dark")
    assert not file.exists()


def test_a_value_is_remembered(tmp_path: Path) -> None:
    Config.load(tmp_path).remember("theme", "light")
    assert Config.load(tmp_path).preference("theme", "dark") == "light"


def test_the_file_is_for_the_owner_alone(tmp_path: Path, file: Path) -> None:
    Config.load(tmp_path).remember("theme", "light")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    Config.load(tmp_path).remember("theme", "light")
    assert [path.name for path in tmp_path.iterdir()] == ["config.toml"]


@pytest.mark.parametrize("value", ['a "quoted" word\n', 30, 0.5, True])
def test_texts_numbers_and_yes_or_no_come_back_as_they_were(tmp_path: Path, value: str | int | float) -> None:
    Config.load(tmp_path).remember("session.rest", value)
    again = Config.load(tmp_path).preference("session.rest", type(value)())
    assert (again, type(again)) == (value, type(value))


def test_a_value_of_another_type_is_the_default(tmp_path: Path, file: Path) -> None:
    file.write_text("theme = 3\n[session]\nrest = true\n")
    config = Config.load(tmp_path)
    assert config.preference("theme", "dark") == "dark"
    assert config.preference("session.rest", 30) == 30


def test_every_other_line_stays_as_it_was(tmp_path: Path, file: Path) -> None:
    before = '# mine\ntheme = "dark"  # at night\n\n[keys]\n# vim\n"app.undo" = "z"\n\n[session]\nrest = 20\n'
    file.write_text(before)
    config = Config.load(tmp_path)
    config.remember("theme", "light")
    config.remember("session.rest", 45)
    config.remember("session.sound", False)
    assert file.read_text() == (
        '# mine\ntheme = "light"\n\n[keys]\n# vim\n"app.undo" = "z"\n\n[session]\nrest = 45\nsound = false\n'
    )


def test_a_first_value_stands_before_the_tables(tmp_path: Path, file: Path) -> None:
    file.write_text('[keys]\n"app.undo" = "z"\n')
    Config.load(tmp_path).remember("theme", "light")
    config = Config.load(tmp_path)
    assert config.preference("theme", "dark") == "light"
    assert config.keys == {"app.undo": "z"}


def test_what_was_written_meanwhile_by_hand_stays(tmp_path: Path, file: Path) -> None:
    config = Config.load(tmp_path)
    file.write_text('[keys]\n"app.undo" = "z"\n')
    config.remember("theme", "light")
    assert Config.load(tmp_path).keys == {"app.undo": "z"}


def test_a_file_behind_a_link_stays_behind_it(tmp_path: Path, file: Path) -> None:
    real = tmp_path / "elsewhere.toml"
    real.write_text("")
    file.symlink_to(real)
    Config.load(tmp_path).remember("theme", "light")
    assert file.is_symlink()
    assert "light" in real.read_text()


@pytest.mark.parametrize("text", ['theme = "', "[keys\n", "\udcff"])
def test_a_file_that_is_no_toml_is_a_complaint_and_never_overwritten(
    tmp_path: Path, file: Path, text: str
) -> None:
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    before = file.read_bytes()
    config = Config.load(tmp_path)
    assert len(config.complaints) == 1
    assert config.complaints[0].startswith("config.toml")
    with pytest.raises(Refused):
        config.remember("theme", "light")
    assert file.read_bytes() == before


def test_a_form_that_one_line_cannot_change_is_left_to_the_hand(tmp_path: Path, file: Path) -> None:
    file.write_text('theme = """\ndark\n"""\n')
    config = Config.load(tmp_path)
    with pytest.raises(Refused, match="by hand"):
        config.remember("theme", "light")
    assert file.read_text() == 'theme = """\ndark\n"""\n'


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_a_refusal(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Refused, match="can't be written"):
            Config.load(tmp_path).remember("theme", "light")
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_is_gone_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="can't be written"):
        Config.load(tmp_path / "gone").remember("theme", "light")


def test_keys_may_be_written_with_or_without_quotes(tmp_path: Path, file: Path) -> None:
    file.write_text('[keys]\n"app.undo" = "z"\ntoday.next-set = "n,space"\n')
    assert Config.load(tmp_path).keys == {"app.undo": "z", "today.next-set": "n,space"}


def test_a_key_that_is_no_text_is_a_complaint(tmp_path: Path, file: Path) -> None:
    file.write_text('[keys]\n"app.undo" = 3\n')
    config = Config.load(tmp_path)
    assert config.keys == {}
    assert config.keys == {}
    (complaint,) = config.complaints  # said once, however often the keys are asked for
    assert '"app.undo"' in complaint


async def test_a_bad_file_is_named_at_start_without_stopping(tmp_path: Path, file: Path) -> None:
    file.write_text("theme = [")
    app = small_app(tmp_path)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        (sentence,) = told(app)
        assert "config.toml is not valid TOML" in sentence
        await pilot.press("p")
        assert app.section.key == "pain"
