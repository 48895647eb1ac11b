-- What a record of the outbox changes, as the JSON of `Change`; none where it registers.
ALTER TABLE records ADD COLUMN change TEXT;

-- What this machine knows of the service's records: what the latest answer told, and what this
-- machine itself sent. Both are JSON objects, texts by key.
CREATE TABLE known (
    entity TEXT NOT NULL,
    id INTEGER NOT NULL,
    -- As it is compared: widths, spaces and dashes folded. Empty where no answer told it.
    name TEXT NOT NULL DEFAULT '',
    answered TEXT NOT NULL DEFAULT '{}',
    sent TEXT NOT NULL DEFAULT '{}',
    -- In milliseconds: when an answer told of it, and when this machine last sent something of it.
    seen_at INTEGER,
    sent_at INTEGER,
    PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_by_name ON known (entity, name);

-- Names of the choices behind ids: of departments, prefectures, users and so on.
CREATE TABLE choices (
    "of" TEXT NOT NULL,
    id INTEGER NOT NULL,
    -- Empty where the id was used and nobody has told its name.
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
