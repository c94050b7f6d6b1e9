CREATE TABLE banned_words (
  word TEXT PRIMARY KEY NOT NULL,
  category TEXT NOT NULL
    CHECK (category IN ('insult', 'gambling', 'loan', 'invoice', 'advertising', 'other')),
  added_by TEXT REFERENCES users (id),
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
