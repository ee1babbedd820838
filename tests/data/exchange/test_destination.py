"""Where a file goes: the usual place, and what is typed instead."""

from datetime import date
from pathlib import Path

import platformdirs
import pytest

from data.errors import Refused
from data.exchange import destination
from data.exchange.export import BY_ENDING

TODAY = date(2026, 11, 23)
PDF = BY_ENDING[".pdf"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without one for documents, and the folder that the program was started in."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path / "Documents")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def test_the_usual_folder_is_that_of_documents_else_home(home: Path) -> None:
    assert destination.usual_folder() == home
    (home / "Documents").mkdir()
    assert destination.usual_folder() == home / "Documents"


def test_the_usual_name_has_the_day_and_the_ending() -> None:
    assert destination.usual_name(TODAY, PDF) == "itband-2026-11-23.pdf"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("~/report.pdf", "report.pdf"),
        ("report", "here/report.pdf"),
        (" report.PDF ", "here/report.PDF"),
        ("visit.v2", "here/visit.v2.pdf"),
        ("../a  b.pdf", "here/../a  b.pdf"),
        ("~", "itband-2026-11-23.pdf"),
        ("~/here/", "here/itband-2026-11-23.pdf"),
        ("~/gone/report", "gone/report.pdf"),
    ],
)
def test_what_is_typed(home: Path, text: str, path: str) -> None:
    assert destination.typed(text, TODAY, PDF) == home / path


@pytest.mark.parametrize("text", ["", "   ", "~no-such-runner/report.pdf"])
def test_what_leads_nowhere_is_refused(home: Path, text: str) -> None:
    with pytest.raises(Refused):
        destination.typed(text, TODAY, PDF)


@pytest.mark.parametrize("text", ["nul\0.pdf", "x" * 300, "/"])
def test_no_name_is_a_mistake_of_the_program(home: Path, text: str) -> None:
    path = destination.typed(text, TODAY, PDF)
    assert path.suffix == ".pdf"
    assert not destination.is_taken(path)


def test_a_file_is_taken_and_a_folder_is_none(home: Path) -> None:
    (home / "report.pdf").touch()
    (home / "folder.pdf").mkdir()
    assert destination.is_taken(home / "report.pdf")
    assert not destination.is_taken(home / "folder.pdf")
    assert not destination.is_taken(home / "other.pdf")


def test_home_is_shown_short_and_read_back(home: Path) -> None:
    path = home / "here" / "report.pdf"
    assert destination.brief(path) == str(Path("~/here/report.pdf"))
    assert destination.typed(destination.brief(path), TODAY, PDF) == path
    assert destination.brief(Path("/elsewhere/report.pdf")) == "/elsewhere/report.pdf"
