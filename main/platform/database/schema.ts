/**
 * The database's history, oldest first; `PRAGMA user_version` counts the entries applied. An entry that has shipped is
 * never changed. Times are epoch ms; `body` columns hold JSON of the contract's models.
 */
export const SCHEMA: readonly string[] = [
  `
  CREATE TABLE devices (
    connection_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER,
    body TEXT NOT NULL,
    PRIMARY KEY (connection_id, device_id)
  ) WITHOUT ROWID;

  CREATE TABLE orphan_results (
    id INTEGER PRIMARY KEY,
    connection_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX orphan_results_of_device ON orphan_results (connection_id, device_id, received_at);

  CREATE TABLE turns (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX turns_of_connection ON turns (connection_id, created_at);

  CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    turn_id TEXT NOT NULL REFERENCES turns (id),
    connection_id TEXT NOT NULL,
    approval_id TEXT NOT NULL,
    approved_at INTEGER NOT NULL,
    not_after INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX runs_of_turn ON runs (turn_id);

  CREATE TABLE commands (
    command_id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES runs (id),
    connection_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    state TEXT NOT NULL,
    sent_at INTEGER,
    finished_at INTEGER,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX commands_of_run ON commands (run_id);
  CREATE INDEX commands_of_device ON commands (connection_id, device_id, sent_at);

  CREATE TABLE outputs (
    command_id TEXT PRIMARY KEY REFERENCES commands (command_id),
    stdout BLOB NOT NULL,
    stderr BLOB NOT NULL,
    total_bytes INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    file TEXT NOT NULL,
    count INTEGER NOT NULL,
    head TEXT NOT NULL
  );
  `,
  `
  CREATE TABLE grants (
    run_id TEXT PRIMARY KEY,
    approval_id TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    timeout_s INTEGER NOT NULL,
    not_after INTEGER NOT NULL,
    is_void INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE INDEX grants_of_connection ON grants (connection_id);

  CREATE TABLE grant_devices (
    run_id TEXT NOT NULL REFERENCES grants (run_id),
    device_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    claimed_at INTEGER,
    PRIMARY KEY (run_id, device_id)
  ) WITHOUT ROWID;

  CREATE TABLE standing_approvals (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL,
    runs_left INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    suspended TEXT,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE sent_questions (
    id INTEGER PRIMARY KEY,
    turn_id TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX sent_questions_of_turn ON sent_questions (turn_id);
  `,
  `
  CREATE TABLE telemetry_devices (
    id INTEGER PRIMARY KEY,
    connection_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    UNIQUE (connection_id, device_id)
  );

  CREATE TABLE telemetry_minutes (
    minute INTEGER NOT NULL,
    device INTEGER NOT NULL,
    cpu INTEGER,
    memory INTEGER,
    temperature INTEGER,
    disk INTEGER,
    PRIMARY KEY (minute, device)
  ) WITHOUT ROWID;

  CREATE TABLE telemetry_data (
    minute INTEGER NOT NULL,
    device INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (minute, device)
  ) WITHOUT ROWID;

  CREATE TABLE telemetry_size (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    rows INTEGER NOT NULL,
    bytes INTEGER NOT NULL
  );
  INSERT INTO telemetry_size (id, rows, bytes) VALUES (1, 0, 0);

  CREATE TABLE alert_rules (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    body TEXT
  ) WITHOUT ROWID;

  CREATE TABLE alerts (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  // Turns of before do not say whether a device had a part in them: each counts as if one had.
  `
  UPDATE turns SET body = json_set(body, '$.turn.isFromDeviceOutput', json('true'));
  `,
  // The end of the audit that its key vouches for.
  `
  ALTER TABLE audit_head ADD COLUMN sealed_count INTEGER;
  ALTER TABLE audit_head ADD COLUMN sealed_head TEXT;
  ALTER TABLE audit_head ADD COLUMN sealed_key TEXT;
  ALTER TABLE audit_head ADD COLUMN sealed_mac TEXT;
  ALTER TABLE audit_head ADD COLUMN sealed_at INTEGER;
  `,
  // Times in which devices raise no alerts.
  `
  CREATE TABLE alert_maintenances (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  // The history: one entry a turn. What changed is noted by the triggers and taken over a moment later, because nothing that is
  // sent waits for a search. Entries are made in the order of the changes, so that their ids are
  // in the order of time. Words are in `history_text`, whose rows are numbered entry * 2^20 + part and hold no text.
  `
  CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    turn_id TEXT NOT NULL UNIQUE,
    connection_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    operator TEXT NOT NULL,
    class TEXT NOT NULL,
    source TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    run_id TEXT,
    command_sha TEXT,
    text_sha TEXT NOT NULL,
    text_parts INTEGER NOT NULL DEFAULT 0,
    output_parts INTEGER NOT NULL DEFAULT 0,
    output_bytes INTEGER NOT NULL DEFAULT 0,
    has_dropped INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL
  );
  CREATE INDEX history_facts ON history (at, class, source, outcomes, operator, connection_id);
  CREATE INDEX history_commands ON history (command_sha, at) WHERE run_id IS NOT NULL;
  CREATE INDEX history_outputs_kept ON history (at, output_bytes) WHERE output_bytes > 0;

  CREATE TABLE history_devices (
    entry INTEGER PRIMARY KEY REFERENCES history (id),
    ids TEXT NOT NULL
  );

  CREATE TABLE history_outputs (
    entry INTEGER NOT NULL REFERENCES history (id),
    sha TEXT NOT NULL,
    PRIMARY KEY (entry, sha)
  ) WITHOUT ROWID;

  CREATE VIRTUAL TABLE history_text USING fts5 (
    pieces, content = '', contentless_delete = 1, tokenize = 'ascii'
  );

  CREATE TABLE history_changed_turns (change INTEGER PRIMARY KEY, turn_id TEXT NOT NULL UNIQUE);
  CREATE TABLE history_changed_outputs (change INTEGER PRIMARY KEY, command_id TEXT NOT NULL UNIQUE);
  CREATE TRIGGER history_turn_added AFTER INSERT ON turns BEGIN
    INSERT INTO history_changed_turns (turn_id) VALUES (new.id) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER history_turn_changed AFTER UPDATE ON turns BEGIN
    INSERT INTO history_changed_turns (turn_id) VALUES (new.id) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER history_run_added AFTER INSERT ON runs BEGIN
    INSERT INTO history_changed_turns (turn_id) VALUES (new.turn_id) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER history_run_removed AFTER DELETE ON runs BEGIN
    INSERT INTO history_changed_turns (turn_id) VALUES (old.turn_id) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER history_command_changed AFTER UPDATE OF state ON commands WHEN new.state <> old.state BEGIN
    INSERT INTO history_changed_turns (turn_id) SELECT turn_id FROM runs WHERE id = new.run_id ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER history_output_added AFTER INSERT ON outputs BEGIN
    INSERT INTO history_changed_outputs (command_id) VALUES (new.command_id) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER history_output_changed AFTER UPDATE ON outputs BEGIN
    INSERT INTO history_changed_outputs (command_id) VALUES (new.command_id) ON CONFLICT DO NOTHING;
  END;
  INSERT INTO history_changed_turns (turn_id) SELECT id FROM turns ORDER BY created_at;
  INSERT INTO history_changed_outputs (command_id) SELECT command_id FROM outputs;
  `,
  // The states of a run are counted in the index, because the rows hold the answers, and ten thousand of them are read for long.
  `
  DROP INDEX commands_of_run;
  CREATE INDEX commands_of_run ON commands (run_id, state);
  `,
  // What the assistant did not understand, refused or asked back are outcomes of their own.
  `
  INSERT INTO history_changed_turns (turn_id)
    SELECT turn_id FROM history WHERE outcomes IN (' declined ', ' answered ') ORDER BY id ON CONFLICT DO NOTHING;
  `,
]
