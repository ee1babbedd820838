"""A mistake of the program itself: it closes, says so, and shows nothing of the diary."""

import pytest

from tests.tui.small_app import SmallSection, small_app
from tui.app import MISTAKE


class Mistaken(SmallSection):
    def reload(self) -> None:
        note = f"{self.key} is private".upper()
        raise ValueError(note)


def test_a_mistake_closes_the_app_and_prints_no_values(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    app = small_app(tmp_path, today=Mistaken)
    app.run(headless=True)
    printed = capsys.readouterr().err
    assert app.return_code == 1
    assert " ".join(printed.split()).startswith(MISTAKE)
    assert "in reload" in printed
    assert "ValueError" in printed
    assert "TODAY IS PRIVATE" not in printed
