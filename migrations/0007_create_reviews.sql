ALTER TABLE consultations ADD COLUMN review_days INTEGER NOT NULL DEFAULT 2 CHECK (review_days BETWEEN 1 AND 30);
--> statement-breakpoint
ALTER TABLE consultations ADD COLUMN second_look TEXT NOT NULL DEFAULT 'all'
  CHECK (second_look IN ('all', 'sample', 'none'));
--> statement-breakpoint
ALTER TABLE consultations ADD COLUMN second_look_percent INTEGER NOT NULL DEFAULT 20
  CHECK (second_look_percent BETWEEN 1 AND 100);
--> statement-breakpoint
ALTER TABLE consultations ADD COLUMN recheck_percent INTEGER NOT NULL DEFAULT 3
  CHECK (recheck_percent BETWEEN 0 AND 100);
--> statement-breakpoint
CREATE TABLE similar_groups (
  id INTEGER PRIMARY KEY,
  text_hash TEXT NOT NULL UNIQUE,
  normal_text TEXT NOT NULL,
  member_count INTEGER NOT NULL DEFAULT 0 CHECK (member_count >= 0),
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE similar_bands (
  band INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  group_id INTEGER NOT NULL REFERENCES similar_groups (id),
  PRIMARY KEY (band, hash, group_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN similar_group_id INTEGER REFERENCES similar_groups (id);
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN similarity REAL;
--> statement-breakpoint
CREATE INDEX comments_of_similar_group ON comments (similar_group_id, id) WHERE similar_group_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX comments_without_group ON comments (id) WHERE state = 'pending' AND similar_group_id IS NULL;
--> statement-breakpoint
CREATE TRIGGER similar_groups_counted_on_insert AFTER INSERT ON comments WHEN NEW.similar_group_id IS NOT NULL BEGIN
  UPDATE similar_groups SET member_count = member_count + 1 WHERE id = NEW.similar_group_id;
  INSERT INTO comment_signals (comment_id, revision, kind, detail)
    SELECT c.id, c.revision, 'similar', g.id FROM similar_groups g JOIN comments c ON c.id IN (
      NEW.id, iif(g.member_count = 2, (SELECT id FROM comments WHERE similar_group_id = g.id AND id <> NEW.id), NULL))
    WHERE g.id = NEW.similar_group_id AND g.member_count > 1 AND NOT EXISTS (
      SELECT 1 FROM comment_signals WHERE comment_id = c.id AND revision = c.revision AND kind = 'similar');
END;
--> statement-breakpoint
CREATE TRIGGER similar_groups_counted_on_update AFTER UPDATE OF similar_group_id, revision ON comments
  WHEN NEW.similar_group_id IS NOT OLD.similar_group_id OR NEW.revision <> OLD.revision BEGIN
  UPDATE similar_groups SET member_count = member_count - 1 WHERE id = OLD.similar_group_id;
  UPDATE similar_groups SET member_count = member_count + 1 WHERE id = NEW.similar_group_id;
  DELETE FROM comment_signals WHERE kind = 'similar' AND comment_id = NEW.id AND revision = NEW.revision;
  DELETE FROM comment_signals WHERE kind = 'similar' AND comment_id IN (
    SELECT c.id FROM similar_groups g JOIN comments c ON c.similar_group_id = g.id
    WHERE g.id = OLD.similar_group_id AND g.member_count = 1);
  INSERT INTO comment_signals (comment_id, revision, kind, detail)
    SELECT c.id, c.revision, 'similar', g.id FROM similar_groups g JOIN comments c ON c.id IN (
      NEW.id, iif(g.member_count = 2, (SELECT id FROM comments WHERE similar_group_id = g.id AND id <> NEW.id), NULL))
    WHERE g.id = NEW.similar_group_id AND g.member_count > 1 AND NOT EXISTS (
      SELECT 1 FROM comment_signals WHERE comment_id = c.id AND revision = c.revision AND kind = 'similar');
END;
--> statement-breakpoint
CREATE TABLE comment_signals (
  id INTEGER PRIMARY KEY,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start_offset INTEGER,
  end_offset INTEGER,
  detail TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX comment_signals_of_comment ON comment_signals (comment_id, revision);
--> statement-breakpoint
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  kind TEXT NOT NULL CHECK (kind IN ('first', 'second', 'appeal', 'recheck')),
  revision INTEGER NOT NULL,
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  participant_kind TEXT NOT NULL,
  group_id INTEGER REFERENCES similar_groups (id),
  is_front INTEGER NOT NULL DEFAULT 1,
  opened_at INTEGER NOT NULL,
  held_by TEXT REFERENCES users (id),
  held_until INTEGER,
  passed_to TEXT REFERENCES users (id),
  passed_by TEXT REFERENCES users (id),
  pass_note TEXT,
  UNIQUE (comment_id, kind)
) STRICT;
--> statement-breakpoint
CREATE INDEX reviews_by_age ON reviews (kind, opened_at, id) WHERE is_front = 1;
--> statement-breakpoint
CREATE INDEX reviews_by_measure ON reviews (kind, measure_id, opened_at, id) WHERE is_front = 1;
--> statement-breakpoint
CREATE INDEX reviews_by_participant ON reviews (kind, participant_kind, opened_at, id) WHERE is_front = 1;
--> statement-breakpoint
CREATE INDEX reviews_by_measure_and_participant ON reviews (kind, measure_id, participant_kind, opened_at, id)
  WHERE is_front = 1;
--> statement-breakpoint
CREATE INDEX reviews_held ON reviews (held_by, opened_at, id) WHERE held_by IS NOT NULL;
--> statement-breakpoint
CREATE INDEX reviews_passed ON reviews (passed_to, opened_at, id) WHERE passed_to IS NOT NULL;
--> statement-breakpoint
CREATE INDEX reviews_of_group ON reviews (group_id, kind, opened_at, id) WHERE group_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE review_signals (
  signal TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
  PRIMARY KEY (signal, opened_at, review_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX review_signals_of_review ON review_signals (review_id);
--> statement-breakpoint
CREATE TABLE review_exclusions (
  review_id INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users (id),
  PRIMARY KEY (review_id, user_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE review_counts (
  dimension TEXT NOT NULL CHECK (dimension IN ('kind', 'cards', 'day', 'measure', 'participant', 'signal')),
  value TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (dimension, value)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE review_opinions (
  id TEXT PRIMARY KEY NOT NULL,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  revision INTEGER NOT NULL,
  review_kind TEXT NOT NULL CHECK (review_kind IN ('first', 'second', 'recheck')),
  decision TEXT NOT NULL,
  reason_id TEXT NOT NULL REFERENCES reasons (id),
  reason_version INTEGER NOT NULL,
  note TEXT,
  internal_note TEXT,
  redactions TEXT NOT NULL DEFAULT '[]',
  batch_id TEXT,
  given_by TEXT NOT NULL REFERENCES users (id),
  given_at INTEGER NOT NULL,
  UNIQUE (comment_id, revision, review_kind)
) STRICT;
--> statement-breakpoint
CREATE INDEX review_opinions_of_batch ON review_opinions (batch_id) WHERE batch_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER review_opinions_refuse_update BEFORE UPDATE ON review_opinions BEGIN
  SELECT RAISE(ABORT, 'review_opinions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER review_opinions_refuse_delete BEFORE DELETE ON review_opinions BEGIN
  SELECT RAISE(ABORT, 'review_opinions is append-only');
END;
--> statement-breakpoint
CREATE TABLE agreement_counts (
  review_kind TEXT NOT NULL CHECK (review_kind IN ('second', 'recheck')),
  reason_id TEXT NOT NULL REFERENCES reasons (id),
  compared INTEGER NOT NULL,
  agreed INTEGER NOT NULL CHECK (agreed BETWEEN 0 AND compared),
  PRIMARY KEY (review_kind, reason_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE appeals (
  comment_id INTEGER PRIMARY KEY REFERENCES comments (id),
  decision_id TEXT NOT NULL REFERENCES moderation_decisions (id),
  text TEXT NOT NULL,
  filed_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE staged_decisions (
  id TEXT PRIMARY KEY NOT NULL,
  comment_id INTEGER NOT NULL UNIQUE REFERENCES comments (id),
  review_id INTEGER,
  review_kind TEXT CHECK (review_kind IN ('first', 'second', 'appeal')),
  revision INTEGER NOT NULL,
  decision TEXT NOT NULL,
  reason_id TEXT NOT NULL REFERENCES reasons (id),
  reason_version INTEGER NOT NULL,
  note TEXT,
  internal_note TEXT,
  redactions TEXT NOT NULL DEFAULT '[]',
  batch_id TEXT,
  staged_by TEXT NOT NULL REFERENCES users (id),
  staged_at INTEGER NOT NULL,
  effective_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX staged_decisions_due ON staged_decisions (effective_at);
--> statement-breakpoint
CREATE INDEX staged_decisions_of_user ON staged_decisions (staged_by, staged_at);
--> statement-breakpoint
CREATE INDEX staged_decisions_of_batch ON staged_decisions (batch_id) WHERE batch_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE comment_originals (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (comment_id, revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE redactions (
  decision_id TEXT NOT NULL REFERENCES moderation_decisions (id),
  number INTEGER NOT NULL,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  revision INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (decision_id, number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX redactions_of_comment ON redactions (comment_id);
--> statement-breakpoint
CREATE TABLE desk_presences (
  user_id TEXT PRIMARY KEY NOT NULL REFERENCES users (id),
  seen_at INTEGER NOT NULL,
  is_on_duty INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE desk_events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('opened', 'closed', 'held', 'staged', 'unstaged')),
  review_id INTEGER,
  public_id TEXT NOT NULL,
  user_id TEXT,
  until INTEGER
) STRICT;
--> statement-breakpoint
CREATE TRIGGER reviews_opened_with_comment AFTER INSERT ON comments WHEN NEW.state = 'pending' BEGIN
  INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, group_id, opened_at)
    VALUES (NEW.id, 'first', NEW.revision, NEW.measure_id, NEW.participant_kind, NEW.similar_group_id, NEW.submitted_at);
END;
--> statement-breakpoint
CREATE TRIGGER reviews_opened_again AFTER UPDATE OF state ON comments
  WHEN NEW.state = 'pending' AND OLD.state <> 'pending' BEGIN
  DELETE FROM reviews WHERE comment_id = NEW.id;
  INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, group_id, opened_at)
    VALUES (NEW.id, 'first', NEW.revision, NEW.measure_id, NEW.participant_kind, NEW.similar_group_id, NEW.submitted_at);
END;
--> statement-breakpoint
CREATE TRIGGER reviews_closed_with_comment AFTER UPDATE OF state ON comments
  WHEN NEW.state <> OLD.state AND (OLD.state = 'pending' OR NEW.state = 'withdrawn') BEGIN
  DELETE FROM reviews WHERE comment_id = NEW.id AND (kind IN ('first', 'second') OR NEW.state = 'withdrawn');
END;
--> statement-breakpoint
CREATE TRIGGER reviews_counted_on_insert AFTER INSERT ON reviews BEGIN
  INSERT INTO review_counts (dimension, value, count) VALUES ('kind', NEW.kind, 1), ('cards', NEW.kind, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
  UPDATE reviews SET is_front = 0 WHERE id = NEW.id AND NEW.group_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM reviews WHERE group_id = NEW.group_id AND kind = NEW.kind AND is_front = 1 AND id <> NEW.id);
  INSERT INTO review_counts (dimension, value, count)
    SELECT column1, column2, 1 FROM (VALUES
      ('day', CAST((NEW.opened_at + 28800000) / 86400000 AS TEXT)),
      ('measure', CAST(NEW.measure_id AS TEXT)),
      ('participant', NEW.participant_kind)) WHERE NEW.kind = 'first'
    ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO desk_events (kind, review_id, public_id)
    SELECT 'opened', NEW.id, public_id FROM comments WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER reviews_counted_on_delete AFTER DELETE ON reviews BEGIN
  UPDATE review_counts SET count = count - 1 WHERE dimension = 'kind' AND value = OLD.kind;
  UPDATE review_counts SET count = count - OLD.is_front WHERE dimension = 'cards' AND value = OLD.kind;
  UPDATE review_counts SET count = count - 1 WHERE OLD.kind = 'first' AND (
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
  UPDATE review_counts SET count = count + NEW.is_front - OLD.is_front WHERE dimension = 'cards' AND value = NEW.kind;
END;
--> statement-breakpoint
CREATE TRIGGER reviews_follow_comment_into_group AFTER UPDATE OF similar_group_id ON comments BEGIN
  UPDATE reviews SET group_id = NEW.similar_group_id
    WHERE comment_id = NEW.id AND kind = 'first' AND group_id IS NOT NEW.similar_group_id;
END;
--> statement-breakpoint
CREATE TRIGGER reviews_change_group AFTER UPDATE OF group_id ON reviews WHEN NEW.group_id IS NOT OLD.group_id BEGIN
  UPDATE reviews SET is_front = 1 WHERE OLD.is_front = 1 AND OLD.group_id IS NOT NULL AND id = (
    SELECT id FROM reviews WHERE group_id = OLD.group_id AND kind = OLD.kind ORDER BY opened_at, id LIMIT 1);
  UPDATE reviews SET is_front = NOT EXISTS (
    SELECT 1 FROM reviews WHERE group_id = NEW.group_id AND kind = NEW.kind AND is_front = 1 AND id <> NEW.id)
    WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER reviews_keep_their_place BEFORE UPDATE OF comment_id, kind, measure_id, participant_kind, opened_at
  ON reviews BEGIN
  SELECT RAISE(ABORT, 'a review keeps its place: the counters rest on it');
END;
--> statement-breakpoint
CREATE TRIGGER reviews_announced_in_hand AFTER UPDATE OF held_by, held_until, passed_to ON reviews
  WHEN NEW.held_by IS NOT OLD.held_by OR NEW.passed_to IS NOT OLD.passed_to
    OR NEW.held_until / 300000 <> OLD.held_until / 300000 BEGIN
  INSERT INTO desk_events (kind, review_id, public_id, user_id, until)
    SELECT 'held', NEW.id, public_id, coalesce(NEW.held_by, NEW.passed_to), NEW.held_until
    FROM comments WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_counted_on_insert AFTER INSERT ON review_signals BEGIN
  INSERT INTO review_counts (dimension, value, count) VALUES ('signal', NEW.signal, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_counted_on_delete AFTER DELETE ON review_signals BEGIN
  UPDATE review_counts SET count = count - 1 WHERE dimension = 'signal' AND value = OLD.signal;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_follow_comment AFTER INSERT ON comment_signals BEGIN
  INSERT INTO review_signals (signal, opened_at, review_id)
    SELECT NEW.kind, r.opened_at, r.id FROM reviews r
    WHERE r.comment_id = NEW.comment_id AND r.kind = 'first' AND r.revision = NEW.revision
    ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_follow_review AFTER INSERT ON reviews WHEN NEW.kind = 'first' BEGIN
  INSERT INTO review_signals (signal, opened_at, review_id)
    SELECT DISTINCT kind, NEW.opened_at, NEW.id FROM comment_signals
    WHERE comment_id = NEW.comment_id AND revision = NEW.revision
    ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER review_signals_leave_with_comment AFTER DELETE ON comment_signals BEGIN
  DELETE FROM review_signals WHERE signal = OLD.kind AND review_id IN (
    SELECT id FROM reviews WHERE comment_id = OLD.comment_id AND revision = OLD.revision) AND NOT EXISTS (
    SELECT 1 FROM comment_signals WHERE comment_id = OLD.comment_id AND revision = OLD.revision AND kind = OLD.kind);
END;
--> statement-breakpoint
CREATE TRIGGER staged_decisions_announced AFTER INSERT ON staged_decisions
  WHEN NEW.effective_at < 253370764800000 BEGIN
  INSERT INTO desk_events (kind, review_id, public_id, user_id, until)
    SELECT 'staged', NEW.review_id, public_id, NEW.staged_by, NEW.effective_at FROM comments WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER staged_decisions_announced_when_complete AFTER UPDATE OF effective_at ON staged_decisions BEGIN
  INSERT INTO desk_events (kind, review_id, public_id, user_id, until)
    SELECT 'staged', NEW.review_id, public_id, NEW.staged_by, NEW.effective_at FROM comments WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER staged_decisions_withdrawn AFTER DELETE ON staged_decisions BEGIN
  INSERT INTO desk_events (kind, review_id, public_id, user_id)
    SELECT 'unstaged', OLD.review_id, public_id, OLD.staged_by FROM comments WHERE id = OLD.comment_id;
END;
--> statement-breakpoint
DROP INDEX comments_pending;
--> statement-breakpoint
DROP INDEX comments_pending_by_measure;
--> statement-breakpoint
DROP INDEX comments_pending_by_kind;
--> statement-breakpoint
DROP INDEX comments_pending_by_measure_by_kind;
