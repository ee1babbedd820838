"""The house: imports run one way, main → tui → screens → data, and each layer stays without what it doesn't need."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOWER = {"data": set(), "screens": {"data"}, "tui": {"data", "screens"}}


def modules(package: str) -> list[str]:
    files = (ROOT / package).rglob("*.py")
    names = (".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files)
    return sorted(name.removesuffix(".__init__") for name in names if "migrations" not in name)


def imported(package: str) -> set[str]:
    found = set()
    for file in (ROOT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found


def loaded_after(statements: str) -> set[str]:
    program = f"import sys; {statements}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("package", LOWER)
def test_a_layer_imports_only_what_lies_below_it(package: str) -> None:
    ours = {"main", "tui", "screens", "data", "tests"}
    assert imported(package) & ours <= LOWER[package] | {package}


def test_data_loads_no_terminal_library() -> None:
    loaded = loaded_after("; ".join(f"import {name}" for name in modules("data")))
    assert not loaded & {"textual", "plotext", "rich", "textual_plotext"}


def test_the_command_loads_the_app_only_when_it_is_asked_for() -> None:
    loaded = loaded_after("import main")
    assert not {name.partition(".")[0] for name in loaded} & {
        "textual",
        "rich",
        "plotext",
        "tui",
        "reportlab",
    }
