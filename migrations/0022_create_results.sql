CREATE TABLE results (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL UNIQUE REFERENCES consultations (id),
  plan_revision INTEGER NOT NULL,
  counts TEXT NOT NULL,
  undisposed_count INTEGER NOT NULL,
  override_reason TEXT,
  overridden TEXT NOT NULL DEFAULT '[]',
  published_by TEXT NOT NULL REFERENCES users (id),
  published_at INTEGER NOT NULL,
  CHECK ((undisposed_count = 0) OR (override_reason IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER results_refuse_update BEFORE UPDATE ON results BEGIN
  SELECT RAISE(ABORT, 'results is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER results_refuse_delete BEFORE DELETE ON results BEGIN
  SELECT RAISE(ABORT, 'results is append-only');
END;
--> statement-breakpoint
ALTER TABLE consultations ADD COLUMN result_at INTEGER;
--> statement-breakpoint
CREATE TRIGGER results_end_consultation AFTER INSERT ON results BEGIN
  UPDATE consultations SET result_at = NEW.published_at WHERE id = NEW.consultation_id;
END;
--> statement-breakpoint
CREATE TRIGGER offline_records_end_with_result BEFORE INSERT ON offline_records
  WHEN (SELECT s.result_at FROM comments c JOIN consultations s ON s.id = c.consultation_id
    WHERE c.id = NEW.comment_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'the result is public: no more opinions are taken down');
END;
--> statement-breakpoint
CREATE TRIGGER figures_renewed_for_result AFTER UPDATE OF result_at ON consultations WHEN NEW.result_at IS NOT NULL BEGIN
  UPDATE figure_renewals SET pending = 5 WHERE pending > 0 AND (
    (figure <> 'target' AND subject_id = NEW.id)
    OR (figure = 'target' AND subject_id IN (
      SELECT t.id FROM measures m JOIN clauses cl ON cl.measure_id = m.id JOIN targets t ON t.clause_id = cl.id
      WHERE m.consultation_id = NEW.id)));
END;
--> statement-breakpoint
CREATE TABLE exports (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('staff', 'public')),
  filters TEXT NOT NULL DEFAULT '{}',
  snapshot_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
  row_count INTEGER NOT NULL DEFAULT 0,
  byte_count INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT,
  requested_by TEXT REFERENCES users (id),
  requested_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  ended_at INTEGER,
  CHECK ((state = 'running') = (ended_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX exports_by_time ON exports (requested_at);
--> statement-breakpoint
CREATE INDEX exports_running ON exports (seen_at) WHERE state = 'running';
