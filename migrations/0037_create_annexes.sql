CREATE TABLE annexes (
  attachment_id TEXT PRIMARY KEY NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
  comment_id INTEGER UNIQUE REFERENCES comments (id),
  summary TEXT,
  wrapped_key TEXT NOT NULL,
  CHECK ((comment_id IS NULL) = (summary IS NULL)),
  CHECK (summary IS NULL OR length(summary) BETWEEN 1 AND 2000)
) STRICT;
--> statement-breakpoint
CREATE TABLE annex_readers (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  named_by TEXT NOT NULL REFERENCES users (id),
  named_at INTEGER NOT NULL,
  PRIMARY KEY (consultation_id, user_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE annex_openings (
  id INTEGER PRIMARY KEY,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  unit_id INTEGER REFERENCES units (id),
  purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 2000),
  opened_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX annex_openings_of_comment ON annex_openings (comment_id);
--> statement-breakpoint
CREATE TRIGGER annex_openings_are_of_named_readers BEFORE INSERT ON annex_openings
  WHEN NOT EXISTS (
    SELECT 1 FROM annexes x JOIN comments c ON c.id = x.comment_id
    JOIN annex_readers r ON r.consultation_id = c.consultation_id AND r.user_id = NEW.user_id
    WHERE x.comment_id = NEW.comment_id)
BEGIN
  SELECT RAISE(ABORT, 'an annex is opened by its named readers');
END;
--> statement-breakpoint
CREATE TRIGGER annex_openings_never_change BEFORE UPDATE ON annex_openings BEGIN
  SELECT RAISE(ABORT, 'the openings of an annex are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER annex_openings_never_go BEFORE DELETE ON annex_openings BEGIN
  SELECT RAISE(ABORT, 'the openings of an annex are append-only');
END;
--> statement-breakpoint
CREATE TRIGGER annexes_stay_with_their_comment BEFORE UPDATE OF comment_id, wrapped_key ON annexes
  WHEN OLD.comment_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'an annex belongs to one comment');
END;
