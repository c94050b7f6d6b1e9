ALTER TABLE consultations ADD COLUMN participants TEXT NOT NULL DEFAULT 'everybody'
  CHECK (participants IN ('everybody', 'organisations', 'verified'));
--> statement-breakpoint
ALTER TABLE consultations ADD COLUMN has_replies INTEGER NOT NULL DEFAULT 1;
--> statement-breakpoint
ALTER TABLE consultations ADD COLUMN short_period_reason TEXT;
--> statement-breakpoint
ALTER TABLE consultations ADD COLUMN extension_reason TEXT;
--> statement-breakpoint
CREATE INDEX consultations_by_closing ON consultations (closes_at, id);
--> statement-breakpoint
CREATE TABLE consultation_extensions (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  closed_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  extended_by TEXT NOT NULL REFERENCES users (id),
  extended_at INTEGER NOT NULL,
  PRIMARY KEY (consultation_id, number),
  CHECK (closes_at > closed_at)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER consultation_extensions_refuse_update BEFORE UPDATE ON consultation_extensions BEGIN
  SELECT RAISE(ABORT, 'consultation_extensions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER consultation_extensions_refuse_delete BEFORE DELETE ON consultation_extensions BEGIN
  SELECT RAISE(ABORT, 'consultation_extensions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER consultation_extensions_put_off AFTER INSERT ON consultation_extensions BEGIN
  UPDATE consultations SET closes_at = NEW.closes_at, extension_reason = NEW.reason WHERE id = NEW.consultation_id;
END;
--> statement-breakpoint
CREATE TABLE consultation_drafts (
  key TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  content TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL REFERENCES users (id),
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
UPDATE similar_groups SET text_hash = (SELECT key FROM consultations WHERE is_current = 1) || ':' || text_hash
  WHERE EXISTS (SELECT 1 FROM consultations WHERE is_current = 1);
--> statement-breakpoint
DROP TRIGGER reviews_counted_on_insert;
--> statement-breakpoint
DROP TRIGGER reviews_counted_on_delete;
--> statement-breakpoint
DROP TRIGGER reviews_counted_on_front;
--> statement-breakpoint
DROP TRIGGER review_signals_counted_on_insert;
--> statement-breakpoint
DROP TRIGGER review_signals_counted_on_delete;
--> statement-breakpoint
DROP TRIGGER review_signals_follow_comment;
--> statement-breakpoint
DROP TRIGGER review_signals_follow_review;
--> statement-breakpoint
ALTER TABLE review_signals ADD COLUMN consultation_id INTEGER REFERENCES consultations (id);
--> statement-breakpoint
UPDATE review_signals SET consultation_id = (
  SELECT m.consultation_id FROM reviews r JOIN measures m ON m.id = r.measure_id WHERE r.id = review_signals.review_id);
--> statement-breakpoint
DROP TABLE review_counts;
--> statement-breakpoint
CREATE TABLE review_counts (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  dimension TEXT NOT NULL CHECK (dimension IN ('kind', 'cards', 'day', 'measure', 'participant', 'signal')),
  value TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (consultation_id, dimension, value)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO review_counts (consultation_id, dimension, value, count)
  SELECT m.consultation_id, 'kind', r.kind, count(*) FROM reviews r JOIN measures m ON m.id = r.measure_id GROUP BY 1, 3
  UNION ALL
  SELECT m.consultation_id, 'cards', r.kind, sum(r.is_front) FROM reviews r JOIN measures m ON m.id = r.measure_id
  GROUP BY 1, 3
  UNION ALL
  SELECT m.consultation_id, 'day', CAST((r.opened_at + 28800000) / 86400000 AS TEXT), count(*)
  FROM reviews r JOIN measures m ON m.id = r.measure_id WHERE r.kind = 'first' GROUP BY 1, 3
  UNION ALL
  SELECT m.consultation_id, 'measure', CAST(r.measure_id AS TEXT), count(*)
  FROM reviews r JOIN measures m ON m.id = r.measure_id WHERE r.kind = 'first' GROUP BY 1, 3
  UNION ALL
  SELECT m.consultation_id, 'participant', r.participant_kind, count(*)
  FROM reviews r JOIN measures m ON m.id = r.measure_id WHERE r.kind = 'first' GROUP BY 1, 3
  UNION ALL
  SELECT consultation_id, 'signal', signal, count(*) FROM review_signals GROUP BY 1, 3;
--> statement-breakpoint
CREATE TRIGGER reviews_counted_on_insert AFTER INSERT ON reviews BEGIN
  INSERT INTO review_counts (consultation_id, dimension, value, count)
    SELECT m.consultation_id, column1, NEW.kind, 1 FROM measures m, (VALUES ('kind'), ('cards')) WHERE m.id = NEW.measure_id
    ON CONFLICT DO UPDATE SET count = count + 1;
  UPDATE reviews SET is_front = 0 WHERE id = NEW.id AND NEW.group_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM reviews WHERE group_id = NEW.group_id AND kind = NEW.kind AND is_front = 1 AND id <> NEW.id);
  INSERT INTO review_counts (consultation_id, dimension, value, count)
    SELECT m.consultation_id, column1, column2, 1 FROM measures m, (VALUES
      ('day', CAST((NEW.opened_at + 28800000) / 86400000 AS TEXT)),
      ('measure', CAST(NEW.measure_id AS TEXT)),
      ('participant', NEW.participant_kind)) WHERE m.id = NEW.measure_id AND NEW.kind = 'first'
    ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO desk_events (kind, review_id, public_id)
    SELECT 'opened', NEW.id, public_id FROM comments WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER reviews_counted_on_delete AFTER DELETE ON reviews BEGIN
  UPDATE review_counts SET count = count - 1
    WHERE consultation_id = (SELECT consultation_id FROM measures WHERE id = OLD.measure_id)
      AND dimension = 'kind' AND value = OLD.kind;
  UPDATE review_counts SET count = count - OLD.is_front
    WHERE consultation_id = (SELECT consultation_id FROM measures WHERE id = OLD.measure_id)
      AND dimension = 'cards' AND value = OLD.kind;
  UPDATE review_counts SET count = count - 1
    WHERE OLD.kind = 'first' AND consultation_id = (SELECT consultation_id FROM measures WHERE id = OLD.measure_id) AND (
      (dimension = 'day' AND value = CAST((OLD.opened_at + 28800000) / 86400000 AS TEXT))
      OR (dimension = 'measure' AND value = CAST(OLD.measure_id AS TEXT))
      OR (dimension = 'participant' AND value = OLD.participant_kind));
  UPDATE reviews SET is_front = 1,
      held_by = iif(held_until > coalesce(OLD.held_until, 0), held_by, OLD.held_by),
      held_until = iif(held_until > coalesce(OLD.held_until, 0), held_until, OLD.held_until),
      passed_to = coalesce(passed_to, OLD.passed_to),
      passed_by = iif(passed_to IS NULL, OLD.passed_by, passed_by),
      pass_note = iif(passed_to IS NULL, OLD.pass_note, pass_note)
    WHERE OLD.is_front = 1 AND OLD.group_id IS NOT NULL AND id = (
      SELECT id FROM reviews WHERE group_id = OLD.group_id AND kind = OLD.kind ORDER BY opened_at, id LIMIT 1);
  INSERT INTO desk_events (kind, review_id, public_id)
    SELECT 'closed', OLD.id, public_id FROM comments WHERE id = OLD.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER reviews_counted_on_front AFTER UPDATE OF is_front ON reviews
  WHEN NEW.is_front <> OLD.is_front BEGIN
  UPDATE review_counts SET count = count + NEW.is_front - OLD.is_front
    WHERE consultation_id = (SELECT consultation_id FROM measures WHERE id = NEW.measure_id)
      AND dimension = 'cards' AND value = NEW.kind;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_counted_on_insert AFTER INSERT ON review_signals BEGIN
  INSERT INTO review_counts (consultation_id, dimension, value, count)
    VALUES (NEW.consultation_id, 'signal', NEW.signal, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_counted_on_delete AFTER DELETE ON review_signals BEGIN
  UPDATE review_counts SET count = count - 1
    WHERE consultation_id = OLD.consultation_id AND dimension = 'signal' AND value = OLD.signal;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_follow_comment AFTER INSERT ON comment_signals BEGIN
  INSERT INTO review_signals (signal, opened_at, review_id, consultation_id)
    SELECT NEW.kind, r.opened_at, r.id, m.consultation_id FROM reviews r JOIN measures m ON m.id = r.measure_id
    WHERE r.comment_id = NEW.comment_id AND r.kind = 'first' AND r.revision = NEW.revision
    ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_follow_review AFTER INSERT ON reviews WHEN NEW.kind = 'first' BEGIN
  INSERT INTO review_signals (signal, opened_at, review_id, consultation_id)
    SELECT DISTINCT s.kind, NEW.opened_at, NEW.id, m.consultation_id
    FROM comment_signals s JOIN measures m ON m.id = NEW.measure_id
    WHERE s.comment_id = NEW.comment_id AND s.revision = NEW.revision
    ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
DROP TRIGGER cases_counted_by_unit_on_insert;
--> statement-breakpoint
DROP TRIGGER cases_counted_by_unit_on_update;
--> statement-breakpoint
DROP TABLE case_unit_counts;
--> statement-breakpoint
CREATE TABLE case_unit_counts (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  unit_id INTEGER NOT NULL,
  undisposed INTEGER NOT NULL CHECK (undisposed >= 0),
  PRIMARY KEY (consultation_id, unit_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO case_unit_counts (consultation_id, unit_id, undisposed)
  SELECT m.consultation_id, coalesce(k.unit_id, 0), count(*) FROM cases k JOIN measures m ON m.id = k.measure_id
  WHERE k.is_admissible = 1 AND k.disposition IS NULL GROUP BY 1, 2;
--> statement-breakpoint
CREATE TRIGGER cases_counted_by_unit_on_insert AFTER INSERT ON cases
  WHEN NEW.is_admissible = 1 AND NEW.disposition IS NULL BEGIN
  INSERT INTO case_unit_counts (consultation_id, unit_id, undisposed)
    SELECT consultation_id, coalesce(NEW.unit_id, 0), 1 FROM measures WHERE id = NEW.measure_id
    ON CONFLICT DO UPDATE SET undisposed = undisposed + 1;
END;
--> statement-breakpoint
CREATE TRIGGER cases_counted_by_unit_on_update AFTER UPDATE OF unit_id, disposition, is_admissible ON cases
  WHEN NEW.unit_id IS NOT OLD.unit_id OR (NEW.disposition IS NULL) <> (OLD.disposition IS NULL)
    OR NEW.is_admissible <> OLD.is_admissible BEGIN
  UPDATE case_unit_counts SET undisposed = undisposed - 1
    WHERE OLD.is_admissible = 1 AND OLD.disposition IS NULL AND unit_id = coalesce(OLD.unit_id, 0)
      AND consultation_id = (SELECT consultation_id FROM measures WHERE id = OLD.measure_id);
  INSERT INTO case_unit_counts (consultation_id, unit_id, undisposed)
    SELECT consultation_id, coalesce(NEW.unit_id, 0), 1 FROM measures
    WHERE id = NEW.measure_id AND NEW.is_admissible = 1 AND NEW.disposition IS NULL
    ON CONFLICT DO UPDATE SET undisposed = undisposed + 1;
END;
