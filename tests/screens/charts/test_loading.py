"""Who knows which library: plotext is known to one file, Textual to the views, and a sparkline needs neither."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHARTS = Path(__file__).parents[3] / "screens" / "widgets" / "charts"


def loaded_with(module: str) -> set[str]:
    program = f"import sys, screens.widgets.charts.{module}; print(*(name.partition('.')[0] for name in sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=CHARTS.parents[2]
    )
    return set(run.stdout.split())


def test_one_file_knows_plotext() -> None:
    knowing = {
        file.name
        for file in CHARTS.glob("*.py")
        if any("plotext" in line for line in file.read_text().splitlines() if "import" in line)
    }
    assert knowing == {"canvas.py"}


def test_drawing_for_a_pipe_needs_no_textual() -> None:
    loaded = loaded_with("drawing")
    assert "plotext" in loaded
    assert not loaded & {"textual", "textual_plotext"}


def test_a_sparkline_needs_no_library_at_all() -> None:
    assert not loaded_with("sparkline") & {"textual", "plotext", "rich"}
