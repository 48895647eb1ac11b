-- A large table is made anew in portions: the known record up to which it was made so far; none where
-- it is whole.
ALTER TABLE folded ADD COLUMN entity TEXT;
ALTER TABLE folded ADD COLUMN id INTEGER;
