CREATE TABLE challenge_counts (
  source TEXT NOT NULL,
  span INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (source, span)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX challenge_counts_by_span ON challenge_counts (span);
