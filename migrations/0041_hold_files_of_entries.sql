-- What a draft of an enterprise's response holds; sent, it is of the comment too that came of its entry.
ALTER TABLE attachments ADD COLUMN entry_id TEXT REFERENCES submission_entries (id)
  CHECK (entry_id IS NULL OR purpose IN ('evidence', 'annex'));
--> statement-breakpoint
CREATE INDEX attachments_of_entry ON attachments (entry_id) WHERE entry_id IS NOT NULL;
--> statement-breakpoint
-- What a draft holds is not unsent: it is swept with its draft, and has a cap of its own.
DROP INDEX attachments_unclaimed;
--> statement-breakpoint
CREATE INDEX attachments_unclaimed ON attachments (uploaded_at) WHERE comment_id IS NULL AND entry_id IS NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX attachments_annex_of_entry ON attachments (entry_id) WHERE entry_id IS NOT NULL AND purpose = 'annex';
--> statement-breakpoint
-- What will be public of the annex; the comment that counts keeps the summary that it was sent with.
ALTER TABLE submission_entries ADD COLUMN annex_summary TEXT
  CHECK (annex_summary IS NULL OR length(annex_summary) BETWEEN 1 AND 2000);
--> statement-breakpoint
CREATE TRIGGER submission_entries_keep_their_annex BEFORE UPDATE OF annex_summary ON submission_entries
  WHEN (SELECT state FROM submissions WHERE id = NEW.submission_id) IS NOT 'drafting' BEGIN
  SELECT RAISE(ABORT, 'entries of a submission change in its draft alone');
END;
--> statement-breakpoint
CREATE TRIGGER attachments_of_entries_change_in_drafts BEFORE UPDATE OF entry_id ON attachments
  WHEN NEW.entry_id IS NOT OLD.entry_id AND (
    SELECT s.state FROM submission_entries e JOIN submissions s ON s.id = e.submission_id
    WHERE e.id = coalesce(NEW.entry_id, OLD.entry_id)) IS NOT 'drafting' BEGIN
  SELECT RAISE(ABORT, 'entries of a submission change in its draft alone');
END;
--> statement-breakpoint
CREATE TRIGGER attachments_are_held_once BEFORE UPDATE OF entry_id ON attachments
  WHEN NEW.entry_id IS NOT NULL AND NEW.entry_id IS NOT OLD.entry_id
    AND (OLD.entry_id IS NOT NULL OR OLD.comment_id IS NOT NULL) BEGIN
  SELECT RAISE(ABORT, 'an attachment belongs to one comment');
END;
--> statement-breakpoint
-- A file goes from comment to comment of one response alone, through its entry.
DROP TRIGGER attachments_are_claimed_once;
--> statement-breakpoint
CREATE TRIGGER attachments_are_claimed_once BEFORE UPDATE OF comment_id ON attachments
  WHEN NEW.comment_id IS NOT OLD.comment_id AND CASE
    WHEN OLD.entry_id IS NULL THEN OLD.comment_id IS NOT NULL
    WHEN NEW.comment_id IS NULL THEN 0
    ELSE OLD.comment_id IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM submission_entries e JOIN submission_comments s ON s.submission_id = e.submission_id
      WHERE e.id = OLD.entry_id AND s.comment_id = NEW.comment_id)
    END BEGIN
  SELECT RAISE(ABORT, 'an attachment belongs to one comment');
END;
--> statement-breakpoint
DROP TRIGGER annexes_stay_with_their_comment;
--> statement-breakpoint
CREATE TRIGGER annexes_stay_with_their_comment BEFORE UPDATE OF comment_id, wrapped_key ON annexes
  WHEN OLD.comment_id IS NOT NULL AND (NEW.wrapped_key <> OLD.wrapped_key OR (NEW.comment_id IS NOT OLD.comment_id AND (
    NEW.comment_id IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM attachments WHERE id = OLD.attachment_id AND entry_id IS NOT NULL))))
BEGIN
  SELECT RAISE(ABORT, 'an annex belongs to one comment');
END;
--> statement-breakpoint
-- An entry that goes takes what was not sent of it; what was sent stays with its comment.
CREATE TRIGGER submission_entries_leave_their_files BEFORE DELETE ON submission_entries BEGIN
  DELETE FROM attachments WHERE entry_id = OLD.id AND comment_id IS NULL;
  UPDATE attachments SET entry_id = NULL WHERE entry_id = OLD.id;
END;
