"""How the rows of another diary meet the rows of this one (design, section 7)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import Any

from data.errors import Refused
from data.exchange.diary_checks import named
from data.exchange.diary_format import LISTS, NATURAL_KEYS, REFERENCES, Record, key_here, natural_key, table
from data.exchange.diary_json import records
from data.models import columns, database

# What others point at comes first: references follow a row that is known here by another uid.
ORDER = sorted(LISTS, key=lambda name: name in REFERENCES)


@dataclass
class Counts:
    """Rows that were new, changed, the same as here, or deleted; of the same, `kept_deleted` are rows that were
    deleted here after they were last changed there, and stay deleted."""

    new: int = 0
    changed: int = 0
    same: int = 0
    deleted: int = 0
    kept_deleted: int = 0


class Merge:
    """What a checked document would do to the open diary: worked out whole before `write` does it.

    Refused: a row that would point at one that is gone, two rows with one natural key, prescriptions that overlap.
    """

    def __init__(self, document: dict[str, Any]) -> None:
        self.counts = Counts()
        self._ours = {name: {row["uid"]: row for row in records(model)} for name, model in LISTS.items()}
        self._home = {uid: name for name, rows in self._ours.items() for uid in rows}
        self._buried: dict[str, str] = dict(database.execute_sql("SELECT uid, at FROM deletion"))
        self._known_as: dict[str, str] = {}
        self._met: set[str] = set()
        self._added: dict[str, dict[str, Record]] = {name: {} for name in LISTS}
        self._changed: dict[str, dict[str, Record]] = {name: {} for name in LISTS}
        self._removed: dict[str, set[str]] = {name: set() for name in LISTS}
        self._tombstones: dict[str, str] = {}
        self._deleted_there = {row["uid"]: row["at"] for row in document["deleted"]}
        for name in ORDER:
            self._meet_all(name, document[name])
        for uid, at in self._deleted_there.items():
            self._bury(uid, at)
        self._keep_one_worst()
        self._check()

    def write(self) -> None:
        """Does it, inside the caller's step."""
        for name in LISTS:
            self._write_list(name)
        _execute_many(
            "INSERT INTO deletion (uid, at) VALUES (?, ?) ON CONFLICT (uid) DO UPDATE SET at = excluded.at",
            self._tombstones.items(),
        )

    def _meet_all(self, name: str, rows: list[Record]) -> None:
        ours = self._ours[name]
        claimed = {row["uid"] for row in rows}
        if name == "pain_logs":  # one that goes anyway takes the place of none
            claimed |= {
                uid for uid, row in ours.items() if row["changed_at"] <= self._deleted_there.get(uid, "")
            }
        unclaimed = {key_here(name, row): row for uid, row in ours.items() if uid not in claimed}
        unclaimed.pop(None, None)
        for theirs in (self._followed(name, row) for row in rows):
            mine = ours.get(theirs["uid"]) or unclaimed.get(key_here(name, theirs))
            if (
                mine
                and theirs["uid"] != mine["uid"]
                and mine["uid"] in self._changed[name]
                and _is_later(theirs, mine)
            ):
                mine = None  # another of the file has its place already: the file holds the two side by side
            self._meet(name, theirs, mine)

    def _followed(self, name: str, row: Record) -> Record:
        """The row with its references as this diary knows them."""
        known = {field: self._known_as.get(row[field]) for field in REFERENCES.get(name, ())}
        known = {field: uid for field, uid in known.items() if uid}
        return {**row, **known} if known else row

    def _meet(self, name: str, theirs: Record, mine: Record | None) -> None:
        uid = theirs["uid"]
        if self._home.get(uid, name) != name:
            raise Refused(f"{named(name, theirs)} has the uid of one of the {self._home[uid]} of this diary.")
        if mine is None and self._buried.get(uid, "") >= theirs["changed_at"]:
            self.counts.same += 1
            self.counts.kept_deleted += 1
        elif mine is None:
            self.counts.new += 1
            self._added[name][uid] = theirs
        else:
            self._met.add(mine["uid"])
            if uid != mine["uid"]:
                self._known_as[uid] = mine["uid"]
            if _is_later(theirs, mine):
                self.counts.changed += 1
                self._changed[name][mine["uid"]] = {**theirs, "uid": mine["uid"]}
            else:
                self.counts.same += 1

    def _bury(self, uid: str, at: str) -> None:
        """Removes a row that was deleted there, unless it was changed here afterwards or the file has it again."""
        name = self._home.get(uid)
        if name is None:
            if at > self._buried.get(uid, ""):
                self._tombstones[uid] = at
        elif uid not in self._met and self._ours[name][uid]["changed_at"] <= at:
            self.counts.deleted += 1
            self._removed[name].add(uid)
            self._tombstones[uid] = at

    def _keep_one_worst(self) -> None:
        """Where a worst moved there onto one of ours that the file doesn't know, the later of the two stays."""
        name = "pain_logs"
        ours, changed = self._ours[name], self._changed[name]
        settled = self._met | self._removed[name]
        alone = {
            key_here(name, row): row
            for uid, row in ours.items()
            if row["moment"] == "worst" and uid not in settled
        }
        for uid, theirs in list(changed.items()):
            key = key_here(name, theirs)
            if key is None or key == key_here(name, ours[uid]) or key not in alone:
                continue
            mine = alone[key]
            later, earlier = (theirs, mine) if _is_later(theirs, mine) else (mine, theirs)
            if earlier is theirs:
                del changed[uid]
                self.counts.changed -= 1
            self.counts.deleted += 1
            self._removed[name].add(earlier["uid"])
            self._tombstones[earlier["uid"]] = later["changed_at"]

    def _check(self) -> None:
        after = {name: self._after(name) for name in LISTS}
        for name in REFERENCES:
            for row in after[name].values():
                self._check_references(name, row, after)
        for name in NATURAL_KEYS:
            if self._added[name] or self._changed[name]:
                self._check_natural_keys(name, after[name])
        if self._added["prescriptions"] or self._changed["prescriptions"]:
            self._check_overlaps(after["prescriptions"])

    def _after(self, name: str) -> dict[str, Record]:
        rows = {**self._ours[name], **self._changed[name], **self._added[name]}
        for uid in self._removed[name]:
            del rows[uid]
        return rows

    def _check_references(self, name: str, row: Record, after: dict[str, dict[str, Record]]) -> None:
        for field, target in REFERENCES[name].items():
            if row[field] is None or row[field] in after[target]:
                continue
            if row[field] in self._removed[target]:
                raise Refused(
                    f"deleted ({row[field]}) would take away one of the {target} that {named(name, row)} "
                    "of this diary belongs to; delete that row here first."
                )
            raise Refused(
                f"{named(name, row)} belongs to one of the {target} ({row[field]}) that was deleted in this diary; "
                "delete that row in the other diary first, or undo the deletion here."
            )

    def _check_natural_keys(self, name: str, rows: dict[str, Record]) -> None:
        seen: dict[tuple[Any, ...], Record] = {}
        for row in rows.values():
            key = natural_key(name, row)
            if key is None:
                continue
            other = seen.setdefault(key, row)
            if other is not row:
                words = " and ".join(NATURAL_KEYS[name])
                theirs, mine = (row, other) if self._written(name, row) else (other, row)
                raise Refused(
                    f"{named(name, theirs)} has the {words} of another row of this diary ({mine['uid']})."
                )

    def _check_overlaps(self, prescriptions: dict[str, Record]) -> None:
        of_exercise: dict[str, list[Record]] = {}
        for row in sorted(prescriptions.values(), key=itemgetter("starts_on")):
            of_exercise.setdefault(row["exercise"], []).append(row)
        for rows in of_exercise.values():
            for earlier, later in pairwise(rows):
                if earlier["ends_on"] is None or earlier["ends_on"] >= later["starts_on"]:
                    theirs, mine = (
                        (later, earlier) if self._written("prescriptions", later) else (earlier, later)
                    )
                    raise Refused(
                        f"{named('prescriptions', theirs)} overlaps another prescription of its exercise "
                        f"({mine['uid']}): one starts on {earlier['starts_on']} and ends "
                        f"{'never' if earlier['ends_on'] is None else 'on ' + earlier['ends_on']}, "
                        f"the next starts on {later['starts_on']}."
                    )

    def _written(self, name: str, row: Record) -> bool:
        return row["uid"] in self._added[name] or row["uid"] in self._changed[name]

    def _write_list(self, name: str) -> None:
        """Rows that change their natural key make way first: two of them may change places."""
        ours, changed = self._ours[name], self._changed[name]
        moved = {
            uid for uid, row in changed.items() if natural_key(name, row) != natural_key(name, ours[uid])
        }
        names = columns(LISTS[name])
        _execute_many(
            f'DELETE FROM "{table(name)}" WHERE uid = ?', [(uid,) for uid in (*self._removed[name], *moved)]
        )
        assignments = ", ".join(f'"{column}" = ?' for column in names)
        _execute_many(
            f'UPDATE "{table(name)}" SET {assignments} WHERE uid = ?',
            [(*_values(row, names), uid) for uid, row in changed.items() if uid not in moved],
        )
        listed = ", ".join(f'"{column}"' for column in names)
        _execute_many(
            f'INSERT INTO "{table(name)}" ({listed}) VALUES ({", ".join("?" * len(names))})',
            [_values(row, names) for row in (*self._added[name].values(), *(changed[uid] for uid in moved))],
        )


def _is_later(theirs: Record, mine: Record) -> bool:
    return bool(theirs["changed_at"] > mine["changed_at"])


def _execute_many(sql: str, rows: Iterable[Iterable[Any]]) -> None:
    for values in rows:
        database.execute_sql(sql, tuple(values))


def _values(row: Record, names: list[str]) -> list[Any]:
    return [json.dumps(value) if isinstance(value := row[name], dict) else value for name in names]
