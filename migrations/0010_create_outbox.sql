CREATE TABLE outbox_messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('decision', 'delay')),
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  subject_id TEXT NOT NULL,
  dedupe_key TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  sent_at INTEGER,
  given_up_at INTEGER,
  CHECK (sent_at IS NULL OR given_up_at IS NULL)
) STRICT;
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
--> statement-breakpoint
CREATE TABLE delay_notices (
  id TEXT PRIMARY KEY NOT NULL,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  promised_at INTEGER NOT NULL,
  zh TEXT,
  en TEXT,
  sent_by TEXT NOT NULL REFERENCES users (id),
  sent_at INTEGER NOT NULL,
  waiting_count INTEGER NOT NULL,
  mail_count INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX delay_notices_of_consultation ON delay_notices (consultation_id, sent_at);
--> statement-breakpoint
CREATE TRIGGER delay_notices_refuse_update BEFORE UPDATE ON delay_notices BEGIN
  SELECT RAISE(ABORT, 'delay_notices is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER delay_notices_refuse_delete BEFORE DELETE ON delay_notices BEGIN
  SELECT RAISE(ABORT, 'delay_notices is append-only');
END;
