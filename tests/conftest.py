"""What every test may ask for: a frozen clock, an open diary, and `--slow` for what takes longer than a minute."""

import gc
import inspect
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import hypothesis
import pytest
import time_machine
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from data import store

# A loaded machine is no reason to fail: no example has a deadline.
hypothesis.settings.register_profile("quick", deadline=None, max_examples=15)
hypothesis.settings.register_profile("slow", deadline=None, max_examples=300)

# No test may meet the diary of whoever runs it.
os.environ.pop("ITBAND_DATA", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run what takes longer than a minute")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("slow" if config.getoption("--slow") else "quick")
    config.addinivalue_line("markers", "slow: takes longer than a minute; runs with --slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    seen: set[str] = set()
    for item in items:
        if _is_one_more_example(item, seen):
            item.add_marker(pytest.mark.slow)
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="runs with --slow"))


def _is_one_more_example(item: pytest.Item, seen: set[str]) -> bool:
    """Whether a test of the open app is a further example of one that was seen, or a picture of another size.

    Opening the app takes longer than any rule: each is opened once every time, all examples with --slow.
    """
    test, _, example = item.nodeid.partition("[")
    if "_pictures.py" in test:
        return "80x24" not in example
    opens_the_app = inspect.iscoroutinefunction(getattr(item, "obj", None))
    if not opens_the_app or test.startswith("tests/safety/"):
        return False
    is_further = bool(example) and test in seen
    seen.add(test)
    return is_further


@pytest.fixture(autouse=True, scope="session")
def apps_share_their_styles() -> Iterator[None]:
    """Hundreds of apps are opened, and each would parse the same styles anew."""
    parse, parsed = Stylesheet._parse_rules, {}

    def parse_once(sheet: Stylesheet, css: str, **source: Any) -> list[RuleSet]:
        key = (css, *source.items(), *sheet._variables.items())
        if key not in parsed:
            parsed[key] = parse(sheet, css, **source)
        return parsed[key]

    with patch.object(Stylesheet, "_parse_rules", parse_once):
        yield


@pytest.fixture(autouse=True, scope="session")
def garbage_is_looked_for_seldom() -> None:
    """What a test leaves is little; what pytest and Textual keep is much, and would be walked through each time."""
    gc.set_threshold(50_000, 20, 100)
    gc.freeze()


@pytest.fixture
def slow(request: pytest.FixtureRequest) -> bool:
    """True when the test may take its time."""
    return bool(request.config.getoption("--slow"))


def standing_clock() -> time_machine.travel:
    return time_machine.travel(datetime(2026, 11, 23, 20, 0, tzinfo=ZoneInfo("Europe/Berlin")), tick=False)


@pytest.fixture
def frozen() -> Iterator[time_machine.Traveller]:
    """The clock stands at 20:00 in Berlin on Monday 23 November 2026; `frozen.move_to` and `shift` move it."""
    with standing_clock() as clock:
        yield clock


@pytest.fixture(scope="session")
def new_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a diary as it is made on the frozen day; to be copied, which is quicker than to make one."""
    new = tmp_path_factory.mktemp("new") / "diary"
    with standing_clock():
        store.open_diary(new)
        store.close()
    return new


@pytest.fixture
def folder(tmp_path: Path, frozen: time_machine.Traveller, new_diary: Path) -> Iterator[Path]:
    """The folder of a new and empty diary, open while the test runs, on the frozen day."""
    copy = tmp_path / "diary"
    shutil.copytree(new_diary, copy)
    store.open_diary(copy)
    yield copy
    store.close()
