-- What a record of the outbox changes, as the JSON of `Change`; none where it registers.
ALTER TABLE records ADD COLUMN change TEXT;

-- What this machine knows of the service's records: what the latest answer told, and what this
-- machine itself sent and no answer shows. Both are JSON objects, texts by key.
CREATE TABLE known (
    entity TEXT NOT NULL,
    id INTEGER NOT NULL,
    answered TEXT NOT NULL DEFAULT '{}',
    sent TEXT NOT NULL DEFAULT '{}',
    -- In milliseconds: when the latest answer told of it.
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;

-- Names of the choices behind ids: of departments, prefectures, users and so on.
CREATE TABLE choices (
    "of" TEXT NOT NULL,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- 1 where a person or a file gave the name: no answer replaces it.
    entered INTEGER NOT NULL,
    PRIMARY KEY ("of", id)
) STRICT, WITHOUT ROWID;

-- How the pages were left: columns, filters, the page itself. The JSON is the pages' own.
CREATE TABLE views (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
