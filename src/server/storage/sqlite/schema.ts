/** The tables, as version 1 of the database makes them. Each later version appends its own script and never edits an earlier one. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE history (branch TEXT PRIMARY KEY, number INTEGER NOT NULL, mark TEXT NOT NULL, audit_hash BLOB NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE TABLE branch_commit (branch TEXT, number INTEGER, mark TEXT NOT NULL, at INTEGER NOT NULL,
    audit_hash BLOB NOT NULL, PRIMARY KEY (branch, number)) STRICT, WITHOUT ROWID;
  CREATE TABLE state (branch TEXT, kind TEXT, id TEXT, version INTEGER NOT NULL, body TEXT,
    PRIMARY KEY (branch, kind, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE feed (branch TEXT, audience TEXT, kind TEXT, id TEXT, number INTEGER NOT NULL, body TEXT,
    device TEXT NOT NULL, mutation INTEGER NOT NULL, PRIMARY KEY (branch, audience, kind, id)) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX feed_order ON feed (branch, audience, number);
  CREATE TABLE granted (branch TEXT, kind TEXT, id TEXT, audience TEXT, by_kind TEXT, by_id TEXT,
    PRIMARY KEY (branch, kind, id, audience, by_kind, by_id)) STRICT, WITHOUT ROWID;
  CREATE INDEX granted_by ON granted (branch, by_kind, by_id);
  CREATE TABLE device (device TEXT PRIMARY KEY, branch TEXT NOT NULL, member TEXT NOT NULL, standing TEXT NOT NULL,
    sign_key BLOB NOT NULL, agree_key BLOB NOT NULL, stored_through INTEGER NOT NULL, head_hash BLOB NOT NULL,
    backed_up_through INTEGER NOT NULL, revoked_after INTEGER, heard_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX device_member ON device (branch, member);
  CREATE TABLE log (device TEXT, number INTEGER, branch TEXT NOT NULL, hash BLOB NOT NULL, entry BLOB NOT NULL,
    status TEXT NOT NULL, code TEXT, version INTEGER NOT NULL, received_at INTEGER NOT NULL,
    PRIMARY KEY (device, number)) STRICT, WITHOUT ROWID;
  CREATE INDEX log_deferred ON log (branch, device, number) WHERE status = 'deferred';
  CREATE TABLE kept_aside (device TEXT, number INTEGER, hash BLOB, entry BLOB NOT NULL, reason TEXT NOT NULL,
    received_at INTEGER NOT NULL, PRIMARY KEY (device, number, hash)) STRICT, WITHOUT ROWID;
  CREATE TABLE segment (device TEXT, first_number INTEGER, count INTEGER, previous_hash BLOB NOT NULL,
    head_hash BLOB NOT NULL, signature BLOB NOT NULL, PRIMARY KEY (device, first_number, count)) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE log ADD COLUMN waits_for TEXT;
  CREATE INDEX log_waits_for ON log (branch, waits_for, device, number) WHERE status = 'deferred';
  `,
  `
  CREATE INDEX state_of_run ON state (branch, json_extract(body, '$.run'))
    WHERE kind IN ('delivery', 'returnableCount');
  `,
  `
  ALTER TABLE branch_commit ADD COLUMN entries TEXT NOT NULL DEFAULT '';
  ALTER TABLE branch_commit ADD COLUMN rows_hash BLOB NOT NULL DEFAULT x'';
  `,
  `
  CREATE TABLE supply_sum (branch TEXT, source TEXT, on_day TEXT, pledge TEXT, item TEXT, carried INTEGER, district TEXT,
    loaded INTEGER NOT NULL, delivered INTEGER NOT NULL, left_over INTEGER NOT NULL, on_the_way INTEGER NOT NULL,
    PRIMARY KEY (branch, source, on_day, pledge, item, carried, district)) STRICT, WITHOUT ROWID;
  CREATE INDEX supply_sum_day ON supply_sum (branch, on_day, pledge, item, carried, district, loaded, delivered,
    left_over, on_the_way);
  `,
  `
  CREATE TABLE picture (branch TEXT, photo TEXT, device TEXT NOT NULL, bytes BLOB NOT NULL, is_whole INTEGER NOT NULL,
    begun_at INTEGER NOT NULL, PRIMARY KEY (branch, photo)) STRICT;
  CREATE INDEX picture_device ON picture (branch, device, begun_at);
  CREATE INDEX picture_begun ON picture (branch, begun_at);
  `,
];
