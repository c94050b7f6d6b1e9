CREATE TABLE stamped_scans (
  id INTEGER PRIMARY KEY,
  attachment_id TEXT NOT NULL UNIQUE REFERENCES attachments (id) ON DELETE CASCADE,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  revision INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'confirmed', 'refused', 'earlier')),
  refusal TEXT CHECK (refusal IN ('no_seal', 'other_organisation', 'other_text', 'incomplete', 'illegible', 'other')),
  note TEXT,
  decided_by TEXT REFERENCES users (id),
  decided_at INTEGER,
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL)),
  CHECK (state <> 'confirmed' OR decided_at IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX stamped_scans_of_comment ON stamped_scans (comment_id, state);
--> statement-breakpoint
CREATE UNIQUE INDEX stamped_scans_standing ON stamped_scans (comment_id) WHERE state IN ('submitted', 'confirmed');
--> statement-breakpoint
CREATE INDEX stamped_scans_by_state ON stamped_scans (state, id);
--> statement-breakpoint
CREATE TRIGGER stamped_scans_are_of_the_text_that_stands BEFORE INSERT ON stamped_scans
  WHEN NOT EXISTS (
    SELECT 1 FROM comments WHERE id = NEW.comment_id AND revision = NEW.revision AND state <> 'withdrawn' AND erased_at IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'a scan is of the text that stands');
END;
--> statement-breakpoint
CREATE TRIGGER stamped_scans_of_earlier_texts AFTER UPDATE OF revision ON comments
  WHEN NEW.revision <> OLD.revision
BEGIN
  UPDATE stamped_scans SET state = 'earlier' WHERE comment_id = NEW.id AND state IN ('submitted', 'confirmed');
END;
