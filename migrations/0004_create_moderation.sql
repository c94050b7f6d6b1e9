CREATE TABLE reasons (
  id TEXT PRIMARY KEY NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('publish', 'return', 'reject')),
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  may_resubmit INTEGER NOT NULL,
  sort INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE moderation_decisions (
  id TEXT PRIMARY KEY NOT NULL,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  revision INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('publish', 'return', 'reject')),
  reason_id TEXT NOT NULL REFERENCES reasons (id),
  note TEXT,
  decided_by TEXT NOT NULL REFERENCES users (id),
  decided_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX moderation_decisions_of_comment ON moderation_decisions (comment_id, decided_at);
--> statement-breakpoint
CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  request_id TEXT NOT NULL,
  actor_kind TEXT NOT NULL CHECK (actor_kind IN ('participant', 'user', 'system')),
  actor_id TEXT,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX audit_log_of_subject ON audit_log (subject_kind, subject_id, id);
--> statement-breakpoint
CREATE TRIGGER audit_log_refuses_update BEFORE UPDATE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_log_refuses_delete BEFORE DELETE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER moderation_decisions_refuse_update BEFORE UPDATE ON moderation_decisions BEGIN
  SELECT RAISE(ABORT, 'moderation_decisions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER moderation_decisions_refuse_delete BEFORE DELETE ON moderation_decisions BEGIN
  SELECT RAISE(ABORT, 'moderation_decisions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_log_refuses_replacement BEFORE INSERT ON audit_log
  WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'audit_log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER moderation_decisions_refuse_replacement BEFORE INSERT ON moderation_decisions
  WHEN EXISTS (SELECT 1 FROM moderation_decisions WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'moderation_decisions is append-only');
END;
