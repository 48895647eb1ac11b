-- By what known records are found that may be of the same person or company: hashes of texts that
-- are folded for comparing. All of it is made of `known`.
CREATE TABLE known_keys (
    key INTEGER NOT NULL,
    entity TEXT NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (key, entity, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_keys_of ON known_keys (entity, id);

-- Which way of folding the keys of a known record were made in; 0 where it has none yet.
ALTER TABLE known ADD COLUMN keyed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX known_by_keyed ON known (keyed);
