ALTER TABLE consultations ADD COLUMN plan_revision INTEGER NOT NULL DEFAULT 1 CHECK (plan_revision >= 1);
--> statement-breakpoint
ALTER TABLE clauses ADD COLUMN introduced_in INTEGER NOT NULL DEFAULT 1 CHECK (introduced_in >= 1);
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN plan_revision INTEGER NOT NULL DEFAULT 1;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN quote TEXT;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN orphaned_in INTEGER;
--> statement-breakpoint
CREATE INDEX comments_orphaned ON comments (measure_id, id) WHERE orphaned_in IS NOT NULL;
--> statement-breakpoint
CREATE TABLE plan_revisions (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  number INTEGER NOT NULL CHECK (number >= 2),
  note TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  published_by TEXT REFERENCES users (id),
  published_at INTEGER,
  UNIQUE (consultation_id, number),
  CHECK ((published_by IS NULL) = (published_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX plan_revisions_draft ON plan_revisions (consultation_id) WHERE published_at IS NULL;
--> statement-breakpoint
CREATE TABLE clause_changes (
  id INTEGER PRIMARY KEY,
  plan_revision_id INTEGER NOT NULL REFERENCES plan_revisions (id),
  clause_id INTEGER NOT NULL REFERENCES clauses (id),
  kind TEXT NOT NULL CHECK (kind IN ('amend', 'add', 'remove')),
  text TEXT,
  reason TEXT NOT NULL DEFAULT '',
  changed_by TEXT NOT NULL REFERENCES users (id),
  changed_at INTEGER NOT NULL,
  UNIQUE (plan_revision_id, clause_id),
  CHECK ((kind = 'remove') = (text IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX clause_changes_of_clause ON clause_changes (clause_id, plan_revision_id);
--> statement-breakpoint
CREATE TRIGGER clause_changes_stay_published BEFORE UPDATE ON clause_changes
  WHEN (SELECT published_at FROM plan_revisions WHERE id = OLD.plan_revision_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a published revision is not edited: the next one is');
END;
--> statement-breakpoint
CREATE TRIGGER clause_changes_refuse_delete BEFORE DELETE ON clause_changes
  WHEN (SELECT published_at FROM plan_revisions WHERE id = OLD.plan_revision_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a published revision is not edited: the next one is');
END;
--> statement-breakpoint
CREATE TRIGGER clauses_keep_their_text BEFORE UPDATE OF text, key, number, measure_id, introduced_in ON clauses
  WHEN OLD.introduced_in <= (SELECT c.plan_revision FROM consultations c
    JOIN measures m ON m.consultation_id = c.id WHERE m.id = OLD.measure_id) BEGIN
  SELECT RAISE(ABORT, 'a clause keeps the text that it was introduced with: clause_changes hold what became of it');
END;
