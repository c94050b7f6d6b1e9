CREATE TABLE cases (
  comment_id INTEGER PRIMARY KEY REFERENCES comments (id),
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  participant_kind TEXT NOT NULL,
  is_admissible INTEGER NOT NULL DEFAULT 1,
  unit_id INTEGER REFERENCES units (id),
  assignee_id TEXT REFERENCES users (id),
  due_at INTEGER,
  disposition TEXT
    CHECK (disposition IN ('adopted', 'partly', 'not_adopted', 'already_covered', 'out_of_scope', 'passed_on')),
  disposition_version INTEGER NOT NULL DEFAULT 0,
  response_id INTEGER REFERENCES responses (id),
  answered_at INTEGER,
  opened_at INTEGER NOT NULL,
  assignment_version INTEGER NOT NULL DEFAULT 0,
  comment_revision INTEGER NOT NULL DEFAULT 1,
  CHECK ((disposition IS NULL) = (disposition_version = 0)),
  CHECK (answered_at IS NULL OR response_id IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX cases_of_measure ON cases (measure_id, comment_id) WHERE is_admissible = 1;
--> statement-breakpoint
CREATE INDEX cases_of_unit ON cases (unit_id, comment_id) WHERE is_admissible = 1;
--> statement-breakpoint
CREATE INDEX cases_of_kind ON cases (participant_kind, comment_id) WHERE is_admissible = 1;
--> statement-breakpoint
CREATE INDEX cases_disposed ON cases (comment_id) WHERE is_admissible = 1 AND disposition IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_disposed_of_measure ON cases (measure_id, comment_id)
  WHERE is_admissible = 1 AND disposition IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_disposed_of_unit ON cases (unit_id, comment_id)
  WHERE is_admissible = 1 AND disposition IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_disposed_of_kind ON cases (participant_kind, comment_id)
  WHERE is_admissible = 1 AND disposition IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_undisposed ON cases (comment_id) WHERE is_admissible = 1 AND disposition IS NULL;
--> statement-breakpoint
CREATE INDEX cases_undisposed_of_measure ON cases (measure_id, comment_id)
  WHERE is_admissible = 1 AND disposition IS NULL;
--> statement-breakpoint
CREATE INDEX cases_undisposed_of_unit ON cases (unit_id, comment_id)
  WHERE is_admissible = 1 AND disposition IS NULL;
--> statement-breakpoint
CREATE INDEX cases_undisposed_of_kind ON cases (participant_kind, comment_id)
  WHERE is_admissible = 1 AND disposition IS NULL;
--> statement-breakpoint
CREATE INDEX cases_undisposed_of_assignee ON cases (assignee_id, comment_id)
  WHERE is_admissible = 1 AND disposition IS NULL AND assignee_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_undisposed_by_due ON cases (due_at, comment_id)
  WHERE is_admissible = 1 AND disposition IS NULL AND due_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_undisposed_of_measure_by_due ON cases (measure_id, due_at, comment_id)
  WHERE is_admissible = 1 AND disposition IS NULL AND due_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_undisposed_of_unit_by_due ON cases (unit_id, due_at, comment_id)
  WHERE is_admissible = 1 AND disposition IS NULL AND due_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_by_disposition ON cases (disposition, comment_id)
  WHERE is_admissible = 1 AND disposition IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_by_disposition_of_measure ON cases (measure_id, disposition, comment_id)
  WHERE is_admissible = 1 AND disposition IS NOT NULL;
--> statement-breakpoint
CREATE INDEX cases_asking ON cases (measure_id, comment_id)
  WHERE is_admissible = 1 AND disposition IN ('adopted', 'partly');
--> statement-breakpoint
CREATE INDEX cases_of_response ON cases (response_id, comment_id) WHERE response_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE case_counts (
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  participant_kind TEXT NOT NULL,
  disposition TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (measure_id, participant_kind, disposition)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER cases_counted_on_insert AFTER INSERT ON cases WHEN NEW.is_admissible = 1 BEGIN
  INSERT INTO case_counts (measure_id, participant_kind, disposition, count)
    VALUES (NEW.measure_id, NEW.participant_kind, coalesce(NEW.disposition, ''), 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER cases_counted_on_update AFTER UPDATE OF disposition, is_admissible ON cases
  WHEN NEW.disposition IS NOT OLD.disposition OR NEW.is_admissible <> OLD.is_admissible BEGIN
  UPDATE case_counts SET count = count - 1
    WHERE OLD.is_admissible = 1 AND measure_id = OLD.measure_id AND participant_kind = OLD.participant_kind
      AND disposition = coalesce(OLD.disposition, '');
  INSERT INTO case_counts (measure_id, participant_kind, disposition, count)
    SELECT NEW.measure_id, NEW.participant_kind, coalesce(NEW.disposition, ''), 1 WHERE NEW.is_admissible = 1
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TABLE case_unit_counts (
  unit_id INTEGER PRIMARY KEY,
  undisposed INTEGER NOT NULL CHECK (undisposed >= 0)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER cases_counted_by_unit_on_insert AFTER INSERT ON cases
  WHEN NEW.is_admissible = 1 AND NEW.disposition IS NULL BEGIN
  INSERT INTO case_unit_counts (unit_id, undisposed) VALUES (coalesce(NEW.unit_id, 0), 1)
    ON CONFLICT DO UPDATE SET undisposed = undisposed + 1;
END;
--> statement-breakpoint
CREATE TRIGGER cases_counted_by_unit_on_update AFTER UPDATE OF unit_id, disposition, is_admissible ON cases
  WHEN NEW.unit_id IS NOT OLD.unit_id OR (NEW.disposition IS NULL) <> (OLD.disposition IS NULL)
    OR NEW.is_admissible <> OLD.is_admissible BEGIN
  UPDATE case_unit_counts SET undisposed = undisposed - 1
    WHERE OLD.is_admissible = 1 AND OLD.disposition IS NULL AND unit_id = coalesce(OLD.unit_id, 0);
  INSERT INTO case_unit_counts (unit_id, undisposed)
    SELECT coalesce(NEW.unit_id, 0), 1 WHERE NEW.is_admissible = 1 AND NEW.disposition IS NULL
    ON CONFLICT DO UPDATE SET undisposed = undisposed + 1;
END;
--> statement-breakpoint
CREATE TRIGGER cases_open_on_insert AFTER INSERT ON comments WHEN NEW.state IN ('published', 'private') BEGIN
  INSERT INTO cases (comment_id, measure_id, participant_kind, unit_id, opened_at, comment_revision)
    VALUES (NEW.id, NEW.measure_id, NEW.participant_kind,
      (SELECT unit_id FROM measure_units WHERE measure_id = NEW.measure_id AND part = 'lead'),
      coalesce(NEW.decided_at, NEW.submitted_at), NEW.revision);
END;
--> statement-breakpoint
CREATE TRIGGER cases_open_on_update AFTER UPDATE OF state ON comments
  WHEN NEW.state IN ('published', 'private') AND OLD.state NOT IN ('published', 'private') BEGIN
  UPDATE cases SET comment_revision = NEW.revision, disposition = NULL, disposition_version = 0, response_id = NULL,
      answered_at = NULL
    WHERE comment_id = NEW.id AND comment_revision < NEW.revision;
  INSERT INTO cases (comment_id, measure_id, participant_kind, unit_id, opened_at, comment_revision)
    VALUES (NEW.id, NEW.measure_id, NEW.participant_kind,
      (SELECT unit_id FROM measure_units WHERE measure_id = NEW.measure_id AND part = 'lead'),
      coalesce(NEW.decided_at, NEW.submitted_at), NEW.revision)
    ON CONFLICT (comment_id) DO UPDATE SET is_admissible = 1;
END;
--> statement-breakpoint
CREATE TRIGGER cases_close_on_update AFTER UPDATE OF state ON comments
  WHEN OLD.state IN ('published', 'private') AND NEW.state NOT IN ('published', 'private') BEGIN
  UPDATE cases SET is_admissible = 0 WHERE comment_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER cases_refuse_delete BEFORE DELETE ON cases BEGIN
  SELECT RAISE(ABORT, 'cases are not deleted: the counters rest on them');
END;
--> statement-breakpoint
CREATE TABLE dispositions (
  comment_id INTEGER NOT NULL REFERENCES cases (comment_id),
  version INTEGER NOT NULL CHECK (version >= 1),
  comment_revision INTEGER NOT NULL CHECK (comment_revision >= 1),
  disposition TEXT NOT NULL
    CHECK (disposition IN ('adopted', 'partly', 'not_adopted', 'already_covered', 'out_of_scope', 'passed_on')),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  passed_to TEXT,
  standard_text_id INTEGER REFERENCES standard_texts (id),
  standard_text_version INTEGER,
  disposed_by TEXT NOT NULL REFERENCES users (id),
  disposed_at INTEGER NOT NULL,
  PRIMARY KEY (comment_id, version),
  CHECK ((disposition = 'passed_on') = (passed_to IS NOT NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX dispositions_of_standard_text ON dispositions (standard_text_id, comment_id)
  WHERE standard_text_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER dispositions_refuse_update BEFORE UPDATE ON dispositions BEGIN
  SELECT RAISE(ABORT, 'dispositions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER dispositions_refuse_delete BEFORE DELETE ON dispositions BEGIN
  SELECT RAISE(ABORT, 'dispositions is append-only');
END;
--> statement-breakpoint
CREATE TABLE disposition_changes (
  comment_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  clause_change_id INTEGER NOT NULL REFERENCES clause_changes (id),
  PRIMARY KEY (comment_id, version, clause_change_id),
  FOREIGN KEY (comment_id, version) REFERENCES dispositions (comment_id, version)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX disposition_changes_of_change ON disposition_changes (clause_change_id, comment_id);
--> statement-breakpoint
CREATE TABLE staff_notes (
  id INTEGER PRIMARY KEY,
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  comment_id INTEGER REFERENCES comments (id),
  text TEXT NOT NULL CHECK (length(text) > 0),
  written_by TEXT NOT NULL REFERENCES users (id),
  written_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX staff_notes_of_comment ON staff_notes (comment_id, id) WHERE comment_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX staff_notes_of_measure ON staff_notes (measure_id, id) WHERE comment_id IS NULL;
--> statement-breakpoint
CREATE TABLE note_mentions (
  note_id INTEGER NOT NULL REFERENCES staff_notes (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  read_at INTEGER,
  PRIMARY KEY (note_id, user_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX note_mentions_unread ON note_mentions (user_id, note_id) WHERE read_at IS NULL;
--> statement-breakpoint
CREATE TABLE case_reminders (
  user_id TEXT NOT NULL REFERENCES users (id),
  day TEXT NOT NULL,
  due_count INTEGER NOT NULL,
  overdue_count INTEGER NOT NULL,
  next_attempt_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  sent_at INTEGER,
  given_up_at INTEGER,
  PRIMARY KEY (user_id, day),
  CHECK (sent_at IS NULL OR given_up_at IS NULL)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX case_reminders_by_day ON case_reminders (day);
--> statement-breakpoint
CREATE TRIGGER case_reminders_stay_settled BEFORE UPDATE ON case_reminders
  WHEN OLD.sent_at IS NOT NULL OR OLD.given_up_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a reminder that was sent or given up stays so');
END;
--> statement-breakpoint
CREATE INDEX case_reminders_waiting ON case_reminders (next_attempt_at)
  WHERE sent_at IS NULL AND given_up_at IS NULL;
