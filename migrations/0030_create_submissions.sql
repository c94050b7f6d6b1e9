CREATE TABLE submissions (
  id TEXT PRIMARY KEY NOT NULL,
  public_id TEXT NOT NULL UNIQUE,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (id),
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  state TEXT NOT NULL DEFAULT 'drafting' CHECK (state IN ('drafting', 'in_approval', 'sent')),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  step TEXT CHECK (step IN ('ask', 'send_back', 'send', 'reopen')),
  note TEXT,
  step_by TEXT REFERENCES users (id) ON DELETE SET NULL,
  step_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (enterprise_id, consultation_id)
) STRICT;
--> statement-breakpoint
CREATE TABLE submission_entries (
  id TEXT PRIMARY KEY NOT NULL,
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  clause_id INTEGER REFERENCES clauses (id),
  stance TEXT NOT NULL CHECK (stance IN ('support', 'partly', 'oppose', 'suggest')),
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 50000),
  targets TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(targets)),
  plan_revision INTEGER NOT NULL CHECK (plan_revision >= 1),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  updated_by TEXT REFERENCES users (id) ON DELETE SET NULL,
  updated_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX submission_entries_of_place
  ON submission_entries (submission_id, measure_id, coalesce(clause_id, 0));
--> statement-breakpoint
CREATE TRIGGER submission_entries_are_added_in_drafts BEFORE INSERT ON submission_entries
  WHEN (SELECT state FROM submissions WHERE id = NEW.submission_id) IS NOT 'drafting' BEGIN
  SELECT RAISE(ABORT, 'entries of a submission change in its draft alone');
END;
--> statement-breakpoint
CREATE TRIGGER submission_entries_change_in_drafts
  BEFORE UPDATE OF measure_id, clause_id, stance, body, targets, plan_revision ON submission_entries
  WHEN (SELECT state FROM submissions WHERE id = NEW.submission_id) IS NOT 'drafting' BEGIN
  SELECT RAISE(ABORT, 'entries of a submission change in its draft alone');
END;
--> statement-breakpoint
CREATE TRIGGER submission_entries_are_removed_in_drafts BEFORE DELETE ON submission_entries
  WHEN (SELECT state FROM submissions WHERE id = OLD.submission_id) IS NOT 'drafting' BEGIN
  SELECT RAISE(ABORT, 'entries of a submission change in its draft alone');
END;
--> statement-breakpoint
CREATE TABLE submission_versions (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  sent_by TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  PRIMARY KEY (submission_id, number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER submission_versions_refuse_update BEFORE UPDATE ON submission_versions BEGIN
  SELECT RAISE(ABORT, 'submission_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER submission_versions_refuse_delete BEFORE DELETE ON submission_versions BEGIN
  SELECT RAISE(ABORT, 'submission_versions is append-only');
END;
--> statement-breakpoint
CREATE TABLE submission_comments (
  comment_id INTEGER PRIMARY KEY REFERENCES comments (id),
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  clause_id INTEGER REFERENCES clauses (id),
  sent_revision INTEGER NOT NULL CHECK (sent_revision >= 1),
  first_version INTEGER NOT NULL,
  replaced_in INTEGER CHECK (replaced_in > first_version)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX submission_comments_counting
  ON submission_comments (submission_id, measure_id, coalesce(clause_id, 0)) WHERE replaced_in IS NULL;
