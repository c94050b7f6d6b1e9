CREATE TABLE result_mailings (
  consultation_id INTEGER PRIMARY KEY REFERENCES consultations (id),
  after_id INTEGER NOT NULL DEFAULT 0,
  opened_at INTEGER NOT NULL,
  done_at INTEGER
) STRICT;
