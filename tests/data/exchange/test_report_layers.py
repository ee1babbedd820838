"""reportlab is loaded when a drawing is made, and not before."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_asking_what_is_in_a_report_loads_no_reportlab() -> None:
    asked = "from data.exchange import report; from data.exchange.report import html, text"
    program = f"import sys; {asked}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert "reportlab" not in run.stdout.split()
    assert "data.exchange.report" in run.stdout.split()
