ALTER TABLE users RENAME COLUMN role TO former_role;
--> statement-breakpoint
ALTER TABLE users ADD COLUMN role TEXT NOT NULL DEFAULT 'moderator'
  CHECK (role IN ('moderator', 'senior_moderator', 'staff', 'admin'));
--> statement-breakpoint
UPDATE users SET role = former_role;
--> statement-breakpoint
ALTER TABLE users DROP COLUMN former_role;
--> statement-breakpoint
ALTER TABLE reasons RENAME COLUMN decision TO former_decision;
--> statement-breakpoint
ALTER TABLE reasons ADD COLUMN decision TEXT NOT NULL DEFAULT 'publish'
  CHECK (decision IN ('publish', 'redact', 'return', 'reject', 'restore', 'uphold'));
--> statement-breakpoint
UPDATE reasons SET decision = former_decision;
--> statement-breakpoint
ALTER TABLE reasons DROP COLUMN former_decision;
--> statement-breakpoint
ALTER TABLE reasons ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
--> statement-breakpoint
ALTER TABLE reasons ADD COLUMN label_zh TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE reasons ADD COLUMN label_en TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE reasons ADD COLUMN is_spam INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE reasons ADD COLUMN is_text_hidden INTEGER NOT NULL DEFAULT 1;
--> statement-breakpoint
ALTER TABLE reasons ADD COLUMN is_active INTEGER NOT NULL DEFAULT 1;
--> statement-breakpoint
CREATE TABLE reason_wordings (
  reason_id TEXT NOT NULL REFERENCES reasons (id),
  version INTEGER NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  worded_at INTEGER NOT NULL,
  worded_by TEXT REFERENCES users (id),
  PRIMARY KEY (reason_id, version)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO reason_wordings (reason_id, version, label_zh, label_en, zh, en, worded_at)
  SELECT id, 1, label_zh, label_en, zh, en, 0 FROM reasons;
--> statement-breakpoint
CREATE TRIGGER reason_wordings_refuse_update BEFORE UPDATE ON reason_wordings BEGIN
  SELECT RAISE(ABORT, 'reason_wordings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER reason_wordings_refuse_delete BEFORE DELETE ON reason_wordings BEGIN
  SELECT RAISE(ABORT, 'reason_wordings is append-only');
END;
--> statement-breakpoint
DROP TRIGGER moderation_decisions_refuse_update;
--> statement-breakpoint
ALTER TABLE moderation_decisions RENAME COLUMN decision TO former_decision;
--> statement-breakpoint
ALTER TABLE moderation_decisions ADD COLUMN decision TEXT NOT NULL DEFAULT 'publish'
  CHECK (decision IN ('publish', 'redact', 'return', 'reject', 'restore', 'uphold'));
--> statement-breakpoint
UPDATE moderation_decisions SET decision = former_decision;
--> statement-breakpoint
ALTER TABLE moderation_decisions DROP COLUMN former_decision;
--> statement-breakpoint
ALTER TABLE moderation_decisions ADD COLUMN reason_version INTEGER NOT NULL DEFAULT 1;
--> statement-breakpoint
ALTER TABLE moderation_decisions ADD COLUMN internal_note TEXT;
--> statement-breakpoint
ALTER TABLE moderation_decisions ADD COLUMN review_kind TEXT
  CHECK (review_kind IN ('first', 'second', 'appeal'));
--> statement-breakpoint
ALTER TABLE moderation_decisions ADD COLUMN from_state TEXT NOT NULL DEFAULT 'pending';
--> statement-breakpoint
ALTER TABLE moderation_decisions ADD COLUMN staged_at INTEGER;
--> statement-breakpoint
ALTER TABLE moderation_decisions ADD COLUMN waited_minutes INTEGER;
--> statement-breakpoint
ALTER TABLE moderation_decisions ADD COLUMN batch_id TEXT;
--> statement-breakpoint
CREATE TRIGGER moderation_decisions_refuse_update BEFORE UPDATE ON moderation_decisions BEGIN
  SELECT RAISE(ABORT, 'moderation_decisions is append-only');
END;
--> statement-breakpoint
CREATE INDEX moderation_decisions_by_time ON moderation_decisions (decided_at);
--> statement-breakpoint
CREATE INDEX moderation_decisions_by_kind ON moderation_decisions (decision, decided_at);
--> statement-breakpoint
CREATE INDEX moderation_decisions_of_batch ON moderation_decisions (batch_id) WHERE batch_id IS NOT NULL;
