"""The baselines in sqlite3: `read FILE` fetches every row of the diary's tables, `json FILE TARGET` writes them."""

import json
import sqlite3
import sys

TABLES = (
    "setting exercise prescription exercise_log pain_log run day_note pause "
    "event pain_limit activity activity_score"
)


def main(what: str, file: str, *target: str) -> None:
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row if what == "json" else None
    rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES.split()}
    if what == "json":
        document = {table: [dict(row) for row in found] for table, found in rows.items()}
        with open(target[0], "w", encoding="utf-8") as out:  # noqa: PTH123
            out.write(json.dumps(document, indent=1, ensure_ascii=False))


main(*sys.argv[1:])
