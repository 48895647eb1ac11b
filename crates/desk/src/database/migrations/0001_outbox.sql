-- The outbox of one connection. A record is a draft, waits, is on its way, or is history: its
-- `state` says which, as the JSON of `State`, and `kind` and the others are read out of it.
CREATE TABLE records (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entity TEXT NOT NULL,
    operation TEXT NOT NULL,
    "values" TEXT NOT NULL,
    client_name TEXT,
    needs INTEGER REFERENCES records (id),
    state TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    -- What the history is searched in, folded; empty until a record is done.
    words TEXT NOT NULL DEFAULT '',
    kind TEXT AS (state ->> 'kind') VIRTUAL,
    done_at INTEGER AS (CASE state ->> 'kind' WHEN 'done' THEN state ->> 'at' END) VIRTUAL
) STRICT;

CREATE INDEX unfinished ON records (kind, saved_at) WHERE kind <> 'done';
CREATE INDEX needed ON records (needs) WHERE needs IS NOT NULL;
CREATE INDEX history ON records (done_at) WHERE kind = 'done';

-- The highest id of each kind of record that was seen at the service.
CREATE TABLE highest (
    entity TEXT PRIMARY KEY,
    id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Ids that records of this machine have: no look-up gives one to a second record. They outlive
-- the history as long as a look-up can come upon them.
CREATE TABLE taken (
    entity TEXT NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;
