"""Hostile text in every field: what a command prints is text, and what no text can hold is refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import main
from data import day, diary, store
from tests.safety.hostile import ALL, PIECES, printed, put_into_every_text
from tests.screens.training import write_sample

READS = [
    ["today"],
    ["today", "--json"],
    ["due"],
    ["log", "--from", "-30"],
    ["log", "--from", "-30", "--json"],
    ["trends"],
    ["trends", "--json"],
    ["plan"],
    ["plan", "show"],
    ["activity", "list"],
    ["settings"],
    ["settings", "name"],
    ["undo"],
    ["redo"],
    ["done", "--all"],
    ["check"],
    ["where"],
]


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main.command(), ["--data", str(folder), *words])


def is_only_text(result: Result) -> bool:
    return printed(result.stdout) == printed(result.stderr) == []


@pytest.fixture
def hostile(folder: Path) -> Path:
    write_sample()
    put_into_every_text(ALL)
    store.close()
    return folder


def test_whatever_a_command_prints_is_only_text(hostile: Path) -> None:
    for words in READS:
        result = run(hostile, *words)
        assert result.exit_code in (0, 3), words
        assert is_only_text(result), words


@pytest.mark.parametrize("ending", ["txt", "html", "csv", "json", "pdf"])
def test_it_is_written_into_every_file(hostile: Path, ending: str) -> None:
    file = hostile.parent / f"all.{ending}"
    result = run(hostile, "export", str(file), "--from", "-30")
    assert result.exit_code == 0, result.output
    assert is_only_text(result)
    if ending in ("txt", "html"):
        assert printed(file.read_text("utf-8")) == []
    if ending == "html":
        assert "<script" not in file.read_text("utf-8")
    if ending == "csv":
        assert b"\x1b" not in file.read_bytes()


@pytest.mark.parametrize("piece", [ALL, *PIECES])
def test_a_note_comes_back_to_the_letter(folder: Path, piece: str) -> None:
    store.close()
    result = run(folder, "note", "--", piece)
    assert result.exit_code == 0, result.output
    assert is_only_text(result)
    store.open_diary(folder)
    note = day.read(diary.today()).note
    assert note is not None
    assert note.text.strip() == piece.strip()


@pytest.mark.parametrize("text", ["a\ud800b", "\udfff", "a\0b"], ids=["high half", "low half", "NUL"])
@pytest.mark.parametrize(
    "words",
    [
        ["note"],
        ["event", "visit"],
        ["pain", "3", "--note"],
        ["settings", "name"],
        ["activity", "add"],
        ["done"],
        ["guide"],
    ],
    ids=lambda words: words[0],
)
def test_what_no_text_can_hold_is_refused(folder: Path, words: list[str], text: str) -> None:
    store.close()
    result = run(folder, *words, text)
    assert result.exit_code in (1, 2)
    assert len(result.stderr.splitlines()) == 1
    assert "mistake of its own" not in result.stderr
    assert is_only_text(result)
    store.open_diary(folder)
    with pytest.raises(Exception, match="nothing to undo"):
        diary.undo()


def test_a_megabyte_in_a_note_is_kept_and_told(folder: Path) -> None:
    text = "Stairs " * 150_000
    diary.set_note(diary.today(), text)
    store.close()
    for words in (["today"], ["today", "--json"], ["log"], ["undo"], ["redo"], ["check"]):
        result = run(folder, *words)
        assert result.exit_code == 0
        assert is_only_text(result)
    for ending in ("txt", "html", "csv", "json", "pdf"):
        assert run(folder, "export", str(folder.parent / f"all.{ending}")).exit_code == 0
