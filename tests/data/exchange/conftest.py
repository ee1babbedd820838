"""What the tests of an import share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data import models
from tests import diaries, loading
from tests.data.exchange.report_pages import Pages


@pytest.fixture
def left_as_it_was(folder: Path) -> Iterator[None]:
    """The test begins with a diary of one note and must leave every table, and undo, as they were."""
    loading.load(diaries.diary(day_notes=[diaries.note("mine", "2026-11-01")]))
    before = _all_rows()
    yield
    assert _all_rows() == before


def _all_rows() -> list[Any]:
    tables = [*(model._meta.table_name for model in models.TABLES), "deletion", "step", "change"]
    return [models.database.execute_sql(f'SELECT * FROM "{table}"').fetchall() for table in tables]


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Pages:
    """What the PDF that is made next says."""
    return Pages(monkeypatch)
