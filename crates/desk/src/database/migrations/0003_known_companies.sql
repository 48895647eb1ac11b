-- Companies as they are looked for while somebody types: made of what `known` holds, so that they
-- can be made anew whenever the program learns to fold texts better.
CREATE TABLE known_companies (
    id INTEGER PRIMARY KEY,
    -- What is searched, folded, a line for each beginning. First, so that a scan reads nothing else.
    words TEXT NOT NULL,
    name TEXT NOT NULL,
    -- The name as `known` compares it.
    called TEXT NOT NULL,
    -- 1 where the company's own record told of it, 0 where only its people did.
    own INTEGER NOT NULL
) STRICT;
CREATE INDEX known_companies_by_name ON known_companies (called);

-- The mail domains of people of the companies called so; folded.
CREATE TABLE known_domains (
    called TEXT NOT NULL,
    domain TEXT NOT NULL,
    PRIMARY KEY (called, domain)
) STRICT, WITHOUT ROWID;

-- By which version of folding a table was made; none where it has to be made anew.
CREATE TABLE folded (
    what TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
