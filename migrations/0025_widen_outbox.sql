CREATE TABLE wider_messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('decision', 'delay', 'result')),
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  subject_id TEXT NOT NULL,
  dedupe_key TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  sent_at INTEGER,
  given_up_at INTEGER,
  deferred_at INTEGER,
  CHECK (sent_at IS NULL OR given_up_at IS NULL)
) STRICT;
--> statement-breakpoint
INSERT INTO wider_messages (id, kind, comment_id, subject_id, dedupe_key, created_at, next_attempt_at, attempts,
  last_error, sent_at, given_up_at)
SELECT id, kind, comment_id, subject_id, dedupe_key, created_at, next_attempt_at, attempts, last_error, sent_at,
  given_up_at
FROM outbox_messages;
--> statement-breakpoint
DROP TABLE outbox_messages;
--> statement-breakpoint
ALTER TABLE wider_messages RENAME TO outbox_messages;
--> statement-breakpoint
CREATE INDEX outbox_messages_waiting ON outbox_messages (next_attempt_at, id)
  WHERE sent_at IS NULL AND given_up_at IS NULL;
--> statement-breakpoint
CREATE INDEX outbox_messages_sent ON outbox_messages (sent_at) WHERE sent_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX outbox_messages_given_up ON outbox_messages (given_up_at, id) WHERE given_up_at IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER outbox_messages_stay_settled BEFORE UPDATE ON outbox_messages
  WHEN OLD.sent_at IS NOT NULL
    OR (OLD.given_up_at IS NOT NULL AND (NEW.given_up_at IS NOT NULL OR NEW.sent_at IS NOT NULL)) BEGIN
  SELECT RAISE(ABORT, 'a message that was sent stays so; one that was given up first waits again');
END;
