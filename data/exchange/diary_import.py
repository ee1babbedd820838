"""Takes another diary's file into this one. See docs/file-format.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from data import history
from data.errors import Refused
from data.exchange import diary_checks, files
from data.exchange.diary_format import FORMAT
from data.exchange.merge import Counts, Merge
from data.exchange.recording import plain
from data.models import database

LARGEST = 64_000_000  # bytes: ten years are some 25 million
LONGEST_REASON = 600


def import_diary(path: Path, *, dry_run: bool = False) -> Counts:
    """Merges a diary's file into the open diary, in one transaction and one step of undo.

    With `dry_run` it only counts. Refused, with the file and the record, and nothing changed: a file that is no
    whole diary, a record that the diary can't hold, a row that doesn't fit to those that are here.
    """
    return import_text(files.read_text(path, LARGEST), path.name, dry_run=dry_run)


def import_text(text: str, name: str, *, dry_run: bool = False) -> Counts:
    """`import_diary` of a text that was read already; `name` is what refusals and undo call it."""
    try:
        document = _parse(text)
        diary_checks.check(document)
        return _merge(document, f"Import {plain(name)}", dry_run)
    except RecursionError:
        raise Refused(f"{plain(name)} is nested too deeply for a diary; export it again.") from None
    except Refused as reason:
        raise Refused(f"{plain(name)} was not imported: {str(reason)[:LONGEST_REASON]}") from None


def _merge(document: dict[str, Any], label: str, dry_run: bool) -> Counts:
    if dry_run:
        with database.atomic():
            return Merge(document).counts
    with history.step(label):
        merge = Merge(document)
        merge.write()
        return merge.counts


def _parse(text: str) -> Any:
    if f'"{FORMAT}"' not in text:  # seen before a large file of something else is taken apart
        raise Refused("it is no itband diary, or cut off in its first line.")
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        if not text.rstrip().endswith("}") or error.pos >= len(text.rstrip()):
            raise Refused("it is cut off in the middle; copy or export it again.") from None
        raise Refused(f"it is no JSON (line {error.lineno}, column {error.colno}: {error.msg}).") from None
    except ValueError:  # Python's limit on the digits of a whole number
        raise Refused("it has a number with thousands of digits; export it again.") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(f"it names the field {plain(twice)[:40]!r} twice in one record.")
    return fields


def _no_number(constant: str) -> None:
    raise Refused(f"it has {constant} where a number should be; export it again.")
