-- What people are told of their personal data, as it read from a moment on.
CREATE TABLE privacy_notices (
  version INTEGER PRIMARY KEY CHECK (version >= 1),
  effective_at INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  change_zh TEXT NOT NULL CHECK (length(change_zh) > 0),
  change_en TEXT NOT NULL CHECK (length(change_en) > 0),
  published_by TEXT REFERENCES users (id)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER privacy_notices_refuse_update BEFORE UPDATE ON privacy_notices BEGIN
  SELECT RAISE(ABORT, 'privacy_notices is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER privacy_notices_refuse_delete BEFORE DELETE ON privacy_notices BEGIN
  SELECT RAISE(ABORT, 'privacy_notices is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER privacy_notices_refuse_replacement BEFORE INSERT ON privacy_notices
  WHEN EXISTS (SELECT 1 FROM privacy_notices WHERE version >= NEW.version) BEGIN
  SELECT RAISE(ABORT, 'privacy_notices is append-only');
END;
--> statement-breakpoint
-- The version that was in force when the data were given; null where they were given before there was one.
ALTER TABLE comments ADD COLUMN notice_version INTEGER REFERENCES privacy_notices (version);
--> statement-breakpoint
ALTER TABLE users ADD COLUMN notice_version INTEGER REFERENCES privacy_notices (version);
--> statement-breakpoint
ALTER TABLE enterprise_contacts ADD COLUMN notice_version INTEGER REFERENCES privacy_notices (version);
--> statement-breakpoint
ALTER TABLE follows ADD COLUMN notice_version INTEGER REFERENCES privacy_notices (version);
--> statement-breakpoint
-- How often and how much the retention job deleted.
CREATE TABLE retention_runs (
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted >= 0),
  PRIMARY KEY (key, at)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX retention_runs_by_time ON retention_runs (at);
--> statement-breakpoint
-- Months after closing for which contacts are kept.
ALTER TABLE consultations ADD COLUMN contact_months INTEGER NOT NULL DEFAULT 12
  CHECK (contact_months BETWEEN 1 AND 36);
--> statement-breakpoint
-- When the owner of an account that nobody uses was told that it will be deleted.
ALTER TABLE users ADD COLUMN unused_told_at INTEGER;
--> statement-breakpoint
CREATE INDEX users_unused ON users (coalesce(signed_in_at, created_at)) WHERE role = 'participant';
