CREATE TABLE account_mails_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN (
    'confirm', 'password', 'known', 'invitation', 'join_asked', 'join_settled', 'verification', 'claim_settled', 'handed_over',
    'unused', 'response_step', 'stamp_settled', 'response_decided')),
  user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
  subject_id TEXT NOT NULL,
  dedupe_key TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  sent_at INTEGER,
  given_up_at INTEGER,
  address_hash TEXT CHECK (address_hash IS NULL OR kind = 'invitation'),
  CHECK (sent_at IS NULL OR given_up_at IS NULL),
  CHECK ((user_id IS NULL) = (kind = 'invitation'))
) STRICT;
--> statement-breakpoint
INSERT INTO account_mails_new (id, kind, user_id, subject_id, dedupe_key, created_at, next_attempt_at, attempts, last_error,
  sent_at, given_up_at, address_hash)
SELECT id, kind, user_id, subject_id, dedupe_key, created_at, next_attempt_at, attempts, last_error, sent_at, given_up_at,
  address_hash
FROM account_mails;
--> statement-breakpoint
DROP TABLE account_mails;
--> statement-breakpoint
ALTER TABLE account_mails_new RENAME TO account_mails;
--> statement-breakpoint
CREATE INDEX account_mails_waiting ON account_mails (next_attempt_at, id) WHERE sent_at IS NULL AND given_up_at IS NULL;
--> statement-breakpoint
CREATE INDEX account_mails_by_age ON account_mails (created_at);
--> statement-breakpoint
CREATE INDEX account_mails_of_user ON account_mails (user_id) WHERE user_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX account_mails_of_address ON account_mails (address_hash, created_at) WHERE address_hash IS NOT NULL;
