"""What an interchange document must be before anything of it comes near the diary."""

from __future__ import annotations

from typing import Any

from data.errors import Refused
from data.exchange import record_checks
from data.exchange.diary_format import FORMAT, LISTS, NATURAL_KEYS, REFERENCES, VERSION, Record, natural_key
from data.exchange.recording import plain

LONGEST_REASON = 300


def check(document: Any) -> None:
    """Refused, with the list, the row and the field, for whatever the diary can't hold or the file can't mean."""
    _check_envelope(document)
    lists_of_uids: dict[str, str] = {}
    for name in (*LISTS, "deleted"):
        for number, record in enumerate(document[name], 1):
            try:
                _check_record(name, record)
                _check_unique(lists_of_uids, record["uid"], name)
            except Refused as reason:
                raise _refused(name, number, record, reason) from None
    for name in NATURAL_KEYS:
        _check_natural_keys(name, document[name])
    for name in REFERENCES:
        _check_references(name, document[name], lists_of_uids)


def named(name: str, record: Any, number: int | None = None) -> str:
    """A record as a refusal names it: `pain_logs, row 12 (042a6662-…)`."""
    uid = record.get("uid") if isinstance(record, dict) else None
    place = f"{name}, row {number}" if number else name
    return f"{place} ({plain(uid)[:40]})" if isinstance(uid, str) else place


def _refused(name: str, number: int, record: Any, reason: Refused) -> Refused:
    words = plain(str(reason)[:LONGEST_REASON])
    return Refused(f"{named(name, record, number)}: {words}")


def _check_envelope(document: Any) -> None:
    if not isinstance(document, dict):
        raise Refused("it holds no diary but something else.")
    if document.get("format") != FORMAT:
        raise Refused("it is no itband diary: its format is another.")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Refused("its version is missing or no whole number.")
    if version > VERSION:
        raise Refused(
            f"it was written by a newer itband (version {version} of the format, this one reads {VERSION}); "
            "please update itband."
        )
    _check_fields(document, ["format", "version", "exported_at", *LISTS, "deleted"])
    record_checks.instant("exported_at", document["exported_at"])
    for name in (*LISTS, "deleted"):
        if not isinstance(document[name], list):
            raise Refused(f"{name} is no list.")


def _check_fields(record: Record, expected: list[str]) -> None:
    if missing := [name for name in expected if name not in record]:
        raise Refused(f"{missing[0]} is missing.")
    if unknown := [name for name in record if name not in expected]:
        raise Refused(f"{unknown[0]!r} is no field of it.")


def _check_record(name: str, record: Any) -> None:
    if not isinstance(record, dict):
        raise Refused("this is no record.")
    checks = record_checks.FIELDS[name]
    if record.keys() != checks.keys():
        _check_fields(record, list(checks))
    for field, value in record.items():
        checks[field](field, value)
    if name in record_checks.TOGETHER:
        record_checks.TOGETHER[name](record)


def _check_unique(lists_of_uids: dict[str, str], uid: str, name: str) -> None:
    if uid in lists_of_uids:
        raise Refused(f"the uid stands twice in the file, before in {lists_of_uids[uid]}.")
    lists_of_uids[uid] = name


def _check_natural_keys(name: str, records: list[Record]) -> None:
    seen: dict[tuple[Any, ...], str] = {}
    for number, record in enumerate(records, 1):
        key = natural_key(name, record)
        if key is None:
            continue
        if key in seen:
            words = " and ".join(NATURAL_KEYS[name])
            raise _refused(name, number, record, Refused(f"{words} are those of {seen[key]} too."))
        seen[key] = record["uid"]


def _check_references(name: str, records: list[Record], lists_of_uids: dict[str, str]) -> None:
    for number, record in enumerate(records, 1):
        for field, target in REFERENCES[name].items():
            if record[field] is not None and lists_of_uids.get(record[field]) != target:
                reason = Refused(f"{field} points at {record[field]}, which is not among the {target}.")
                raise _refused(name, number, record, reason)
