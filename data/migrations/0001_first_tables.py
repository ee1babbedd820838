"""The first tables, as they were in version 1 of the diary; a frozen copy that no later change of models.py touches."""

from typing import Any

TABLES = """
CREATE TABLE "setting" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    CHECK (key <> '' AND key NOT GLOB '*[^a-z_]*')
) STRICT;
CREATE UNIQUE INDEX "setting_key" ON "setting" ("key");
CREATE TABLE "exercise" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK (kind IN ('strength', 'stretch', 'release')),
    "unit" TEXT NOT NULL CHECK (unit IN ('reps', 'seconds', 'steps', 'minutes')),
    "guide" TEXT,
    "source" TEXT NOT NULL CHECK (source IN ('guide', 'physio', 'me')),
    "position" INTEGER NOT NULL CHECK (position IS NULL OR (typeof(position) = 'integer' AND position >= 0)),
    "archived" INTEGER NOT NULL CHECK (archived IN (0, 1)),
    CHECK (key <> '' AND key NOT GLOB '*[^a-z0-9-]*'),
    CHECK (name <> '')
) STRICT;
CREATE UNIQUE INDEX "exercise_key" ON "exercise" ("key");
CREATE TABLE "prescription" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "exercise" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL CHECK (starts_on IS NULL OR date(starts_on, '+0 days') IS starts_on),
    "ends_on" TEXT CHECK (ends_on IS NULL OR date(ends_on, '+0 days') IS ends_on),
    "sets" INTEGER NOT NULL CHECK (sets IS NULL OR (typeof(sets) = 'integer' AND sets >= 1 AND sets <= 20)),
    "amount" ANY NOT NULL CHECK (amount IS NULL OR (typeof(amount) IN ('integer', 'real') AND amount > 0 AND amount < 1e6)),
    "hold" ANY CHECK (hold IS NULL OR (typeof(hold) IN ('integer', 'real') AND hold >= 0 AND hold < 1e6)),
    "sides" TEXT NOT NULL CHECK (sides IN ('none', 'each', 'left', 'right')),
    "load" TEXT NOT NULL DEFAULT '',
    "schedule" TEXT NOT NULL,
    "source" TEXT NOT NULL CHECK (source IN ('guide', 'physio', 'me')),
    "note" TEXT NOT NULL DEFAULT '',
    FOREIGN KEY ("exercise") REFERENCES "exercise" ("uid") DEFERRABLE INITIALLY DEFERRED,
    CHECK (ends_on IS NULL OR ends_on >= starts_on),
    CHECK (CASE json_extract(schedule, '$.type') WHEN 'daily' THEN 1 WHEN 'weekdays' THEN json_array_length(schedule, '$.days') BETWEEN 1 AND 7 WHEN 'every' THEN json_extract(schedule, '$.days') BETWEEN 1 AND 365 WHEN 'weekly' THEN json_extract(schedule, '$.times') BETWEEN 1 AND 7 ELSE 0 END IS 1)
) STRICT;
CREATE INDEX "prescription_exercise" ON "prescription" ("exercise");
CREATE UNIQUE INDEX "prescription_exercise_starts_on" ON "prescription" ("exercise", "starts_on");
CREATE TABLE "exercise_log" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "day" TEXT NOT NULL CHECK (day IS NULL OR date(day, '+0 days') IS day),
    "exercise" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    "sets_done" INTEGER NOT NULL CHECK (sets_done IS NULL OR (typeof(sets_done) = 'integer' AND sets_done >= 0)),
    "amount" ANY CHECK (amount IS NULL OR (typeof(amount) IN ('integer', 'real') AND amount >= 0 AND amount < 1e6)),
    "load" TEXT NOT NULL DEFAULT '',
    "skipped" TEXT CHECK (skipped IN ('pain', 'time', 'forgot', 'equipment', 'other', 'ill', 'travel', 'advised')),
    "note" TEXT NOT NULL DEFAULT '',
    "at" TEXT,
    "utc_offset" INTEGER,
    FOREIGN KEY ("exercise") REFERENCES "exercise" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "exercise_log_exercise" ON "exercise_log" ("exercise");
CREATE UNIQUE INDEX "exercise_log_day_exercise_side" ON "exercise_log" ("day", "exercise", "side");
CREATE TABLE "run" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "day" TEXT NOT NULL CHECK (day IS NULL OR date(day, '+0 days') IS day),
    "at" TEXT,
    "utc_offset" INTEGER,
    "km" ANY NOT NULL CHECK (km IS NULL OR (typeof(km) IN ('integer', 'real') AND km > 0 AND km < 1e6)),
    "minutes" ANY CHECK (minutes IS NULL OR (typeof(minutes) IN ('integer', 'real') AND minutes > 0 AND minutes < 1e6)),
    "onset_km" ANY CHECK (onset_km IS NULL OR (typeof(onset_km) IN ('integer', 'real') AND onset_km >= 0 AND onset_km < 1e6)),
    "terrain" TEXT NOT NULL DEFAULT '',
    "effort" INTEGER CHECK (effort IS NULL OR (typeof(effort) = 'integer' AND effort >= 0 AND effort <= 10)),
    "source" TEXT NOT NULL,
    "source_id" TEXT,
    "note" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX "run_day" ON "run" ("day");
CREATE UNIQUE INDEX "run_source_source_id" ON "run" ("source", "source_id");
CREATE TABLE "pain_log" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "day" TEXT NOT NULL CHECK (day IS NULL OR date(day, '+0 days') IS day),
    "at" TEXT,
    "utc_offset" INTEGER,
    "level" INTEGER NOT NULL CHECK (level IS NULL OR (typeof(level) = 'integer' AND level >= 0 AND level <= 10)),
    "moment" TEXT NOT NULL CHECK (moment IN ('worst', 'morning', 'before', 'during', 'after', 'night', 'other')),
    "side" TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    "site" TEXT NOT NULL CHECK (site IN ('outer-knee', 'outer-thigh', 'hip', 'other')),
    "exercise" TEXT,
    "run" TEXT,
    "medication" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    FOREIGN KEY ("exercise") REFERENCES "exercise" ("uid") DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY ("run") REFERENCES "run" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "pain_log_day" ON "pain_log" ("day");
CREATE INDEX "pain_log_exercise" ON "pain_log" ("exercise");
CREATE INDEX "pain_log_run" ON "pain_log" ("run");
CREATE TABLE "day_note" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "day" TEXT NOT NULL CHECK (day IS NULL OR date(day, '+0 days') IS day),
    "text" TEXT NOT NULL DEFAULT '',
    "for_physio" INTEGER NOT NULL CHECK (for_physio IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX "day_note_day" ON "day_note" ("day");
CREATE TABLE "pause" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "exercise" TEXT,
    "starts_on" TEXT NOT NULL CHECK (starts_on IS NULL OR date(starts_on, '+0 days') IS starts_on),
    "ends_on" TEXT CHECK (ends_on IS NULL OR date(ends_on, '+0 days') IS ends_on),
    "reason" TEXT NOT NULL CHECK (reason IN ('ill', 'travel', 'advised', 'other')),
    FOREIGN KEY ("exercise") REFERENCES "exercise" ("uid") DEFERRABLE INITIALLY DEFERRED,
    CHECK (ends_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE INDEX "pause_exercise" ON "pause" ("exercise");
CREATE TABLE "event" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "day" TEXT NOT NULL CHECK (day IS NULL OR date(day, '+0 days') IS day),
    "kind" TEXT NOT NULL CHECK (kind IN ('start', 'visit', 'flare', 'shoes', 'discharge', 'other')),
    "side" TEXT CHECK (side IN ('left', 'right', 'both')),
    "text" TEXT NOT NULL DEFAULT '',
    CHECK (side IS NULL OR kind = 'start')
) STRICT;
CREATE INDEX "event_day" ON "event" ("day");
CREATE TABLE "pain_limit" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL CHECK (starts_on IS NULL OR date(starts_on, '+0 days') IS starts_on),
    "level" INTEGER NOT NULL CHECK (level IS NULL OR (typeof(level) = 'integer' AND level >= 0 AND level <= 10)),
    "source" TEXT NOT NULL CHECK (source IN ('default', 'me', 'physio'))
) STRICT;
CREATE UNIQUE INDEX "pain_limit_starts_on" ON "pain_limit" ("starts_on");
CREATE TABLE "activity" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "name" TEXT NOT NULL CHECK (name <> ''),
    "position" INTEGER NOT NULL CHECK (position IS NULL OR (typeof(position) = 'integer' AND position >= 0)),
    "archived" INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX "activity_name" ON "activity" ("name");
CREATE TABLE "activity_score" (
    "uid" TEXT NOT NULL PRIMARY KEY,
    "entered_at" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    "day" TEXT NOT NULL CHECK (day IS NULL OR date(day, '+0 days') IS day),
    "activity" TEXT NOT NULL,
    "score" INTEGER NOT NULL CHECK (score IS NULL OR (typeof(score) = 'integer' AND score >= 0 AND score <= 10)),
    FOREIGN KEY ("activity") REFERENCES "activity" ("uid") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "activity_score_activity" ON "activity_score" ("activity");
CREATE UNIQUE INDEX "activity_score_day_activity" ON "activity_score" ("day", "activity");
CREATE TABLE deletion (uid TEXT NOT NULL PRIMARY KEY, at TEXT NOT NULL) STRICT;
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    label TEXT NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX step_undone ON step (undone, id);
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES step (id),
    table_name TEXT NOT NULL,
    uid TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX change_step ON change (step, id);
CREATE TABLE history (step INTEGER, replaying INTEGER NOT NULL) STRICT;
INSERT INTO history VALUES (NULL, 0);
"""


def up(migrator: Any, db: Any) -> None:
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
