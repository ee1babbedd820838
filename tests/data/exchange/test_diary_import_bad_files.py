"""Files that are no whole diary: each one sentence that names the file, and nothing is changed."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.errors import Refused
from data.exchange import diary_import
from tests.data.exchange.refusals import TEXT, refusal

pytestmark = pytest.mark.usefixtures("left_as_it_was")


def refused_bytes(content: bytes, path: Path) -> str:
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        diary_import.import_diary(path)
    return str(refused.value)


class TestText:
    @pytest.mark.parametrize("text", ["[]", "3", '"x"', "{}", "<html>", "PK\x03\x04", '{"format": "x"}'])
    def test_something_else_than_a_diary(self, text: str) -> None:
        assert "no itband diary" in refusal(text)

    def test_a_diary_in_a_list(self) -> None:
        assert "no diary but something else" in refusal(f"[{TEXT}]")

    @pytest.mark.parametrize(
        "text",
        ['{"itband-diary"}', '{} "itband-diary" }', '<html "itband-diary">}', "{'x': \"itband-diary\"}"],
    )
    def test_what_is_no_json_is_told_with_its_line(self, text: str) -> None:
        assert "line 1" in refusal(text)

    @pytest.mark.parametrize("depth", [2_000, 1_000_000])
    @pytest.mark.parametrize("opening", ["[", '{"a":'])
    def test_endless_nesting(self, depth: int, opening: str) -> None:
        assert "nested too deeply" in refusal(f'{{"format": "itband-diary", "runs": {opening * depth}')

    def test_a_value_nested_as_deep_as_json_allows(self) -> None:
        for depth in range(900, 1000, 7):
            refusal(TEXT.replace('"hold": 2', f'"hold": {"[" * depth}{"]" * depth}'))

    def test_a_number_of_ten_thousand_digits(self) -> None:
        assert "digits" in refusal(TEXT.replace('"level": 3', f'"level": {"9" * 10_000}'))

    def test_a_field_that_stands_twice(self) -> None:
        assert "'level' twice" in refusal(TEXT.replace('"level": 3', '"level": 3, "level": 4'))

    @given(st.integers(0, len(TEXT) - 2))
    @settings(suppress_health_check=list(HealthCheck))
    @example(1)
    @example(len(TEXT) - 2)
    @example(TEXT.index("},"))
    @example(TEXT.index("},") + 1)
    @example(TEXT.index("false") + 2)
    def test_a_file_cut_off_anywhere(self, length: int) -> None:
        words = refusal(TEXT[:length])
        assert "cut off" in words or "is empty" in words


class TestFiles:
    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match=r"no file .*other\.json"):
            diary_import.import_diary(tmp_path / "other.json")

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="no file"):
            diary_import.import_diary(tmp_path)

    @pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
    def test_an_empty_file(self, content: bytes, tmp_path: Path) -> None:
        assert "is empty" in refused_bytes(content, tmp_path / "other.json")

    @pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
    def test_another_encoding(self, encoding: str, tmp_path: Path) -> None:
        content = TEXT.replace("Stairs", "Stiège").encode(encoding)
        assert "is no text, or not saved as UTF-8" in refused_bytes(content, tmp_path / "other.json")

    def test_a_file_cut_off_inside_a_letter(self, tmp_path: Path) -> None:
        content = TEXT.replace("Stairs", "痛").encode()
        cut = content[: content.index("痛".encode()) + 1]
        assert "cut off" in refused_bytes(cut, tmp_path / "other.json")

    def test_a_file_too_large_for_a_diary(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(diary_import, "LARGEST", 1000)
        assert "larger than" in refused_bytes(TEXT.encode(), tmp_path / "other.json")

    def test_a_database_that_is_called_json(self, folder: Path, tmp_path: Path) -> None:
        refused_bytes((folder / "diary.db").read_bytes(), tmp_path / "other.json")

    def test_a_byte_order_mark_is_no_reason_to_refuse(self, tmp_path: Path) -> None:
        path = tmp_path / "other.json"
        path.write_bytes(TEXT.encode("utf-8-sig"))
        diary_import.import_diary(path, dry_run=True)
