CREATE TABLE stray_files (
  storage_key TEXT PRIMARY KEY NOT NULL,
  left_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE attachments (
  id TEXT PRIMARY KEY NOT NULL,
  comment_id INTEGER REFERENCES comments (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('evidence', 'annex', 'stamped', 'verification')),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL,
  storage_key TEXT NOT NULL UNIQUE,
  uploaded_at INTEGER NOT NULL,
  uploaded_by TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX attachments_of_comment ON attachments (comment_id) WHERE comment_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX attachments_unclaimed ON attachments (uploaded_at) WHERE comment_id IS NULL;
--> statement-breakpoint
CREATE TRIGGER attachments_are_claimed_once BEFORE UPDATE OF comment_id ON attachments
  WHEN OLD.comment_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'an attachment belongs to one comment');
END;
--> statement-breakpoint
CREATE TRIGGER attachments_leave_their_file AFTER DELETE ON attachments BEGIN
  INSERT INTO stray_files (storage_key, left_at) VALUES (OLD.storage_key, OLD.uploaded_at);
END;
