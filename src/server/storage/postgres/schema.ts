/**
 * The tables, as version 1 of the database makes them. Each later version appends its own script and never edits an
 * earlier one. Texts compare byte by byte, as everywhere else in the program.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE setting (name TEXT COLLATE "C" PRIMARY KEY, value TEXT);
  CREATE TABLE history (branch TEXT COLLATE "C" PRIMARY KEY, number BIGINT NOT NULL, mark TEXT NOT NULL,
    audit_hash BYTEA NOT NULL);
  CREATE TABLE branch_commit (branch TEXT COLLATE "C", number BIGINT, mark TEXT NOT NULL, at BIGINT NOT NULL,
    audit_hash BYTEA NOT NULL, PRIMARY KEY (branch, number));
  CREATE TABLE state (branch TEXT COLLATE "C", kind TEXT COLLATE "C", id TEXT COLLATE "C", version BIGINT NOT NULL,
    body TEXT, PRIMARY KEY (branch, kind, id));
  CREATE INDEX state_found ON state (kind, id);
  CREATE TABLE feed (branch TEXT COLLATE "C", audience TEXT COLLATE "C", kind TEXT COLLATE "C", id TEXT COLLATE "C",
    number BIGINT NOT NULL, body TEXT, device TEXT NOT NULL, mutation BIGINT NOT NULL,
    PRIMARY KEY (branch, audience, kind, id));
  CREATE UNIQUE INDEX feed_order ON feed (branch, audience, number);
  CREATE TABLE granted (branch TEXT COLLATE "C", kind TEXT COLLATE "C", id TEXT COLLATE "C", audience TEXT COLLATE "C",
    by_kind TEXT COLLATE "C", by_id TEXT COLLATE "C", PRIMARY KEY (branch, kind, id, audience, by_kind, by_id));
  CREATE INDEX granted_by ON granted (branch, by_kind, by_id);
  CREATE TABLE device (device TEXT COLLATE "C" PRIMARY KEY, branch TEXT COLLATE "C" NOT NULL,
    member TEXT COLLATE "C" NOT NULL, standing TEXT NOT NULL, sign_key BYTEA NOT NULL, agree_key BYTEA NOT NULL,
    stored_through BIGINT NOT NULL, head_hash BYTEA NOT NULL, backed_up_through BIGINT NOT NULL, revoked_after BIGINT,
    heard_at BIGINT NOT NULL);
  CREATE INDEX device_member ON device (branch, member);
  CREATE TABLE log (device TEXT COLLATE "C", number BIGINT, branch TEXT COLLATE "C" NOT NULL, hash BYTEA NOT NULL,
    entry BYTEA NOT NULL, status TEXT NOT NULL, code TEXT, version BIGINT NOT NULL, received_at BIGINT NOT NULL,
    PRIMARY KEY (device, number));
  CREATE INDEX log_deferred ON log (branch, code, device, number) WHERE status = 'deferred';
  CREATE TABLE kept_aside (device TEXT COLLATE "C", number BIGINT, hash BYTEA, entry BYTEA NOT NULL,
    reason TEXT NOT NULL, received_at BIGINT NOT NULL, PRIMARY KEY (device, number, hash));
  CREATE TABLE segment (device TEXT COLLATE "C", first_number BIGINT, count BIGINT, previous_hash BYTEA NOT NULL,
    head_hash BYTEA NOT NULL, signature BYTEA NOT NULL, PRIMARY KEY (device, first_number, count));
  `,
  `
  ALTER TABLE log ADD COLUMN waits_for TEXT COLLATE "C";
  CREATE INDEX log_waits_for ON log (branch, waits_for, device, number) WHERE status = 'deferred';
  `,
  `
  CREATE INDEX state_of_run ON state (branch, (body::json->>'run')) WHERE kind IN ('delivery', 'returnableCount');
  `,
  `
  ALTER TABLE branch_commit ADD COLUMN entries TEXT NOT NULL DEFAULT '';
  ALTER TABLE branch_commit ADD COLUMN rows_hash BYTEA NOT NULL DEFAULT ''::bytea;
  `,
  `
  CREATE TABLE supply_sum (branch TEXT COLLATE "C", source TEXT COLLATE "C", on_day TEXT COLLATE "C",
    pledge TEXT COLLATE "C", item TEXT COLLATE "C", carried INTEGER, district TEXT COLLATE "C",
    loaded BIGINT NOT NULL, delivered BIGINT NOT NULL, left_over BIGINT NOT NULL, on_the_way BIGINT NOT NULL,
    PRIMARY KEY (branch, source, on_day, pledge, item, carried, district));
  CREATE INDEX supply_sum_day ON supply_sum (branch, on_day);
  `,
  `
  CREATE TABLE picture (branch TEXT COLLATE "C", photo TEXT COLLATE "C", device TEXT COLLATE "C" NOT NULL,
    bytes BYTEA NOT NULL, is_whole BOOLEAN NOT NULL, begun_at BIGINT NOT NULL, PRIMARY KEY (branch, photo));
  CREATE INDEX picture_device ON picture (branch, device, begun_at);
  CREATE INDEX picture_begun ON picture (branch, begun_at);
  `,
];
