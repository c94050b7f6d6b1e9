ALTER TABLE attachments ADD COLUMN enterprise_id TEXT REFERENCES enterprises (id)
  CHECK (enterprise_id IS NULL OR (purpose = 'verification' AND comment_id IS NULL));
--> statement-breakpoint
CREATE INDEX attachments_of_enterprise ON attachments (enterprise_id) WHERE enterprise_id IS NOT NULL;
--> statement-breakpoint
-- The file that was handed in; its row and its bytes go first.
ALTER TABLE verification_steps ADD COLUMN attachment_id TEXT;
--> statement-breakpoint
CREATE TABLE enterprise_claims (
  id TEXT PRIMARY KEY NOT NULL,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  attachment_id TEXT,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'granted', 'declined')),
  reason TEXT,
  asked_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  CHECK ((state = 'waiting') = (decided_at IS NULL)),
  CHECK (state <> 'declined' OR reason IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX enterprise_claims_waiting_of_user ON enterprise_claims (user_id) WHERE state = 'waiting';
--> statement-breakpoint
CREATE INDEX enterprise_claims_of_user ON enterprise_claims (user_id, asked_at);
--> statement-breakpoint
CREATE INDEX enterprise_claims_of_enterprise ON enterprise_claims (enterprise_id, asked_at);
--> statement-breakpoint
CREATE INDEX enterprise_claims_waiting ON enterprise_claims (asked_at) WHERE state = 'waiting';
--> statement-breakpoint
-- Of an invitation alone: whom it is mailed to, as a keyed hash, so that one address gets so many a day.
ALTER TABLE account_mails ADD COLUMN address_hash TEXT CHECK (address_hash IS NULL OR kind = 'invitation');
--> statement-breakpoint
CREATE INDEX account_mails_of_address ON account_mails (address_hash, created_at) WHERE address_hash IS NOT NULL;
--> statement-breakpoint
-- What one source uploaded on one day.
CREATE TABLE upload_counts (
  source TEXT NOT NULL,
  day INTEGER NOT NULL,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (source, day)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX upload_counts_by_day ON upload_counts (day);
--> statement-breakpoint
-- What was withdrawn is no longer one of a group: neither when it is taken back nor when something takes its place.
DROP TRIGGER similar_groups_counted_on_insert;
--> statement-breakpoint
CREATE TRIGGER similar_groups_counted_on_insert AFTER INSERT ON comments
  WHEN NEW.similar_group_id IS NOT NULL AND NEW.state <> 'withdrawn' BEGIN
  UPDATE similar_groups SET member_count = member_count + 1 WHERE id = NEW.similar_group_id;
  INSERT INTO comment_signals (comment_id, revision, kind, detail)
    SELECT c.id, c.revision, 'similar', g.id FROM similar_groups g JOIN comments c ON c.id IN (
      NEW.id, iif(g.member_count = 2, (
        SELECT id FROM comments WHERE similar_group_id = g.id AND id <> NEW.id AND state <> 'withdrawn'), NULL))
    WHERE g.id = NEW.similar_group_id AND g.member_count > 1 AND NOT EXISTS (
      SELECT 1 FROM comment_signals WHERE comment_id = c.id AND revision = c.revision AND kind = 'similar');
END;
--> statement-breakpoint
DROP TRIGGER similar_groups_counted_on_update;
--> statement-breakpoint
CREATE TRIGGER similar_groups_counted_on_update AFTER UPDATE OF similar_group_id, revision, state ON comments
  WHEN NEW.similar_group_id IS NOT OLD.similar_group_id OR NEW.revision <> OLD.revision
    OR (NEW.state = 'withdrawn') <> (OLD.state = 'withdrawn') BEGIN
  UPDATE similar_groups SET member_count = member_count - 1
    WHERE id = OLD.similar_group_id AND OLD.state <> 'withdrawn';
  UPDATE similar_groups SET member_count = member_count + 1
    WHERE id = NEW.similar_group_id AND NEW.state <> 'withdrawn';
  DELETE FROM comment_signals WHERE kind = 'similar' AND comment_id = NEW.id AND revision = NEW.revision;
  DELETE FROM comment_signals WHERE kind = 'similar' AND comment_id IN (
    SELECT c.id FROM similar_groups g JOIN comments c ON c.similar_group_id = g.id
    WHERE g.id = OLD.similar_group_id AND g.member_count = 1);
  INSERT INTO comment_signals (comment_id, revision, kind, detail)
    SELECT c.id, c.revision, 'similar', g.id FROM similar_groups g JOIN comments c ON c.id IN (
      NEW.id, iif(g.member_count = 2, (
        SELECT id FROM comments WHERE similar_group_id = g.id AND id <> NEW.id AND state <> 'withdrawn'), NULL))
    WHERE g.id = NEW.similar_group_id AND NEW.state <> 'withdrawn' AND g.member_count > 1 AND NOT EXISTS (
      SELECT 1 FROM comment_signals WHERE comment_id = c.id AND revision = c.revision AND kind = 'similar');
END;
--> statement-breakpoint
UPDATE similar_groups SET member_count = (
    SELECT count(*) FROM comments WHERE similar_group_id = similar_groups.id AND state <> 'withdrawn')
  WHERE id IN (SELECT similar_group_id FROM comments WHERE state = 'withdrawn' AND similar_group_id IS NOT NULL);
