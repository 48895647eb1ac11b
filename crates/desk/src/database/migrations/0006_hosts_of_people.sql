-- The same domain as it is written, for hints about slips; empty until the table is made anew.
ALTER TABLE known_domains ADD COLUMN host TEXT NOT NULL DEFAULT '';
