-- A stamped paper is of a comment's text or of a whole version of an organisation's response.
DROP TRIGGER stamped_scans_of_earlier_texts;
--> statement-breakpoint
CREATE TABLE stamped_papers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  attachment_id TEXT NOT NULL UNIQUE REFERENCES attachments (id) ON DELETE CASCADE,
  comment_id INTEGER REFERENCES comments (id),
  submission_id TEXT REFERENCES submissions (id),
  revision INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'confirmed', 'refused', 'earlier')),
  refusal TEXT CHECK (refusal IN ('no_seal', 'other_organisation', 'other_text', 'incomplete', 'illegible', 'hidden_words', 'other')),
  note TEXT,
  decided_by TEXT REFERENCES users (id),
  decided_at INTEGER,
  CHECK ((comment_id IS NULL) <> (submission_id IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((state = 'refused') = (refusal IS NOT NULL)),
  CHECK (state <> 'confirmed' OR decided_at IS NOT NULL)
) STRICT;
--> statement-breakpoint
INSERT INTO stamped_papers (id, attachment_id, comment_id, revision, text_sha256, state, refusal, note, decided_by, decided_at)
SELECT id, attachment_id, comment_id, revision, text_sha256, state, refusal, note, decided_by, decided_at FROM stamped_scans;
--> statement-breakpoint
DROP TABLE stamped_scans;
--> statement-breakpoint
ALTER TABLE stamped_papers RENAME TO stamped_scans;
--> statement-breakpoint
CREATE INDEX stamped_scans_of_comment ON stamped_scans (comment_id, state) WHERE comment_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX stamped_scans_of_submission ON stamped_scans (submission_id, state) WHERE submission_id IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX stamped_scans_standing ON stamped_scans (comment_id)
  WHERE comment_id IS NOT NULL AND state IN ('submitted', 'confirmed');
--> statement-breakpoint
CREATE UNIQUE INDEX stamped_scans_standing_of_submission ON stamped_scans (submission_id)
  WHERE submission_id IS NOT NULL AND state IN ('submitted', 'confirmed');
--> statement-breakpoint
CREATE INDEX stamped_scans_by_state ON stamped_scans (state, id);
--> statement-breakpoint
CREATE TRIGGER stamped_scans_are_of_the_text_that_stands BEFORE INSERT ON stamped_scans
  WHEN CASE WHEN NEW.comment_id IS NULL
    THEN (SELECT max(number) FROM submission_versions WHERE submission_id = NEW.submission_id) IS NOT NEW.revision
    ELSE NOT EXISTS (
      SELECT 1 FROM comments WHERE id = NEW.comment_id AND revision = NEW.revision AND state <> 'withdrawn' AND erased_at IS NULL)
    END
BEGIN
  SELECT RAISE(ABORT, 'a scan is of the text that stands');
END;
--> statement-breakpoint
CREATE TRIGGER stamped_scans_of_earlier_texts AFTER UPDATE OF revision ON comments
  WHEN NEW.revision <> OLD.revision
BEGIN
  UPDATE stamped_scans SET state = 'earlier' WHERE comment_id = NEW.id AND state IN ('submitted', 'confirmed');
END;
--> statement-breakpoint
CREATE TRIGGER stamped_scans_of_earlier_versions AFTER INSERT ON submission_versions
BEGIN
  UPDATE stamped_scans SET state = 'earlier'
  WHERE submission_id = NEW.submission_id AND state IN ('submitted', 'confirmed');
END;
--> statement-breakpoint
-- The stamped paper of a response hangs on it.
ALTER TABLE attachments ADD COLUMN submission_id TEXT REFERENCES submissions (id)
  CHECK (submission_id IS NULL OR (purpose = 'stamped' AND comment_id IS NULL));
--> statement-breakpoint
CREATE INDEX attachments_of_submission ON attachments (submission_id) WHERE submission_id IS NOT NULL;
--> statement-breakpoint
DROP INDEX attachments_unclaimed;
--> statement-breakpoint
CREATE INDEX attachments_unclaimed ON attachments (uploaded_at)
  WHERE comment_id IS NULL AND entry_id IS NULL AND submission_id IS NULL;
--> statement-breakpoint
CREATE INDEX submission_comments_of_submission ON submission_comments (submission_id);
