-- When all who belonged to it without proof were put out, the last time.
ALTER TABLE enterprises ADD COLUMN handed_over_at INTEGER;
