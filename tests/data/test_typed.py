"""What is typed into a form."""

from pathlib import Path

import pytest

from data import typed
from data.errors import Refused


@pytest.mark.parametrize(
    ("text", "value"),
    [("", None), ("  ", None), ("5", 5), ("5.2", 5.2), ("5,2", 5.2), (".5", 0.5), ("5.", 5)],
)
def test_a_number(text: str, value: float | None) -> None:
    assert typed.number("It", text) == value


@pytest.mark.parametrize("text", ["x", "5..2", "1e5", "-1", "5 2", "٣", "nan", "inf", "."])
def test_what_is_none(text: str) -> None:
    with pytest.raises(Refused, match="It must be a number"):
        typed.number("It", text)


@pytest.mark.parametrize(
    ("text", "minutes"), [("31", 31), ("31:30", 31.5), ("1:02:30", 62.5), ("0:45", 0.75), ("90,5", 90.5)]
)
def test_minutes(text: str, minutes: float) -> None:
    assert typed.minutes("Minutes", text) == minutes


@pytest.mark.parametrize("text", ["31:60", "1:2:3", ":30", "1:"])
def test_what_are_no_minutes(text: str) -> None:
    with pytest.raises(Refused, match="Minutes must be a number"):
        typed.minutes("Minutes", text)


@pytest.mark.parametrize(("text", "level"), [("", None), ("0", 0), ("10", 10), (" 7 ", 7)])
def test_a_level(text: str, level: int | None) -> None:
    assert typed.level("Pain", text) == level


@pytest.mark.parametrize("text", ["11", "3.5", "-1", "x"])
def test_what_is_no_level(text: str) -> None:
    with pytest.raises(Refused, match="Pain must be a whole number"):
        typed.level("Pain", text)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("diary.json", "diary.json"),
        (" /a/my diary.json ", "/a/my diary.json"),
        ("'/a/my diary.json'", "/a/my diary.json"),
        ('"diary.json"', "diary.json"),
        (r"/a/my\ diary.json", "/a/my diary.json"),
        ("~nobody-of-that-name/x", "~nobody-of-that-name/x"),
    ],
)
def test_a_file(text: str, path: str) -> None:
    assert typed.file(text) == Path(path)


def test_a_file_in_the_home_folder() -> None:
    assert typed.file("~/diary.json") == Path.home() / "diary.json"


@pytest.mark.parametrize("text", ["", "  ", "''"])
def test_no_file(text: str) -> None:
    with pytest.raises(Refused, match="Give the path of a file"):
        typed.file(text)
