ALTER TABLE comments ADD COLUMN channel TEXT NOT NULL DEFAULT 'online'
  CHECK (channel IN ('online', 'letter', 'email', 'hotline', 'meeting', 'department'));
--> statement-breakpoint
CREATE TABLE channel_counts (
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  channel TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (consultation_id, channel, state)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO channel_counts (consultation_id, channel, state, count)
  SELECT consultation_id, 'online', state, count(*) FROM comments GROUP BY consultation_id, state;
--> statement-breakpoint
CREATE TRIGGER channels_counted_on_insert AFTER INSERT ON comments BEGIN
  INSERT INTO channel_counts (consultation_id, channel, state, count)
    VALUES (NEW.consultation_id, NEW.channel, NEW.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER channels_counted_on_update AFTER UPDATE OF state ON comments WHEN NEW.state <> OLD.state BEGIN
  UPDATE channel_counts SET count = count - 1
    WHERE consultation_id = OLD.consultation_id AND channel = OLD.channel AND state = OLD.state;
  INSERT INTO channel_counts (consultation_id, channel, state, count)
    VALUES (NEW.consultation_id, NEW.channel, NEW.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER comments_keep_their_channel BEFORE UPDATE OF channel ON comments BEGIN
  SELECT RAISE(ABORT, 'a comment keeps its channel: the counters rest on it');
END;
--> statement-breakpoint
CREATE TABLE offline_imports (
  id TEXT PRIMARY KEY NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  row_count INTEGER NOT NULL,
  imported_by TEXT NOT NULL REFERENCES users (id),
  imported_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE offline_records (
  comment_id INTEGER PRIMARY KEY REFERENCES comments (id),
  received_on TEXT NOT NULL,
  reference TEXT,
  import_id TEXT REFERENCES offline_imports (id),
  import_row INTEGER,
  entry_key TEXT,
  entered_by TEXT NOT NULL REFERENCES users (id),
  entered_at INTEGER NOT NULL,
  UNIQUE (entered_by, entry_key),
  CHECK ((import_id IS NULL) = (import_row IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX offline_records_of_import ON offline_records (import_id, import_row) WHERE import_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE target_opinions (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  target_id INTEGER NOT NULL REFERENCES targets (id),
  opinion TEXT NOT NULL CHECK (opinion IN ('too_high', 'fitting', 'too_low')),
  value REAL CHECK (value >= 0),
  PRIMARY KEY (comment_id, target_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX target_opinions_of_target ON target_opinions (target_id, opinion, value);
--> statement-breakpoint
CREATE TABLE target_opinion_counts (
  target_id INTEGER NOT NULL REFERENCES targets (id),
  opinion TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  public_count INTEGER NOT NULL DEFAULT 0 CHECK (public_count >= 0),
  PRIMARY KEY (target_id, opinion, state)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE target_value_counts (
  target_id INTEGER NOT NULL REFERENCES targets (id),
  value REAL NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  public_count INTEGER NOT NULL DEFAULT 0 CHECK (public_count >= 0),
  PRIMARY KEY (target_id, value, state)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER target_opinions_counted_on_insert AFTER INSERT ON target_opinions BEGIN
  INSERT INTO target_value_counts (target_id, value, state, count)
    SELECT NEW.target_id, NEW.value, state, 1 FROM comments WHERE id = NEW.comment_id AND NEW.value IS NOT NULL
    ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO target_opinion_counts (target_id, opinion, state, count)
    SELECT NEW.target_id, NEW.opinion, state, 1 FROM comments WHERE id = NEW.comment_id
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER target_opinions_counted_on_delete AFTER DELETE ON target_opinions BEGIN
  UPDATE target_value_counts SET count = count - 1 WHERE target_id = OLD.target_id AND value = OLD.value
    AND state = (SELECT state FROM comments WHERE id = OLD.comment_id);
  UPDATE target_opinion_counts SET count = count - 1 WHERE target_id = OLD.target_id AND opinion = OLD.opinion
    AND state = (SELECT state FROM comments WHERE id = OLD.comment_id);
END;
--> statement-breakpoint
CREATE TRIGGER target_opinions_counted_on_update AFTER UPDATE OF state ON comments
  WHEN NEW.state <> OLD.state AND EXISTS (SELECT 1 FROM target_opinions WHERE comment_id = NEW.id) BEGIN
  UPDATE target_value_counts SET count = count - 1 WHERE state = OLD.state
    AND (target_id, value) IN (SELECT target_id, value FROM target_opinions WHERE comment_id = NEW.id);
  INSERT INTO target_value_counts (target_id, value, state, count)
    SELECT target_id, value, NEW.state, 1 FROM target_opinions WHERE comment_id = NEW.id AND value IS NOT NULL
    ON CONFLICT DO UPDATE SET count = count + 1;
  UPDATE target_opinion_counts SET count = count - 1 WHERE state = OLD.state
    AND (target_id, opinion) IN (SELECT target_id, opinion FROM target_opinions WHERE comment_id = NEW.id);
  INSERT INTO target_opinion_counts (target_id, opinion, state, count)
    SELECT target_id, opinion, NEW.state, 1 FROM target_opinions WHERE comment_id = NEW.id
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER target_opinions_refuse_update BEFORE UPDATE ON target_opinions BEGIN
  SELECT RAISE(ABORT, 'an opinion on a target is taken back and given anew: the counters rest on it');
END;
--> statement-breakpoint
CREATE TABLE participant_profiles (
  comment_id INTEGER PRIMARY KEY REFERENCES comments (id),
  size TEXT CHECK (size IN ('large', 'medium', 'small', 'micro')),
  industry TEXT CHECK (industry GLOB '[A-T]'),
  city TEXT CHECK (city GLOB '[0-9][0-9][0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE profile_counts (
  dimension TEXT NOT NULL CHECK (dimension IN ('size', 'industry', 'city')),
  beside TEXT NOT NULL CHECK (beside IN ('kind', 'stance', 'size', 'industry', 'city')),
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  value TEXT NOT NULL,
  beside_value TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  public_count INTEGER NOT NULL DEFAULT 0 CHECK (public_count >= 0),
  PRIMARY KEY (dimension, beside, measure_id, value, beside_value, state)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE VIEW profile_pairs AS
  SELECT p.comment_id, c.measure_id, c.state, a.key AS dimension, b.key AS beside, a.value, b.value AS beside_value
  FROM participant_profiles p JOIN comments c ON c.id = p.comment_id
  JOIN json_each(json_object('size', p.size, 'industry', p.industry, 'city', p.city)) a
  JOIN json_each(json_object('kind', c.participant_kind, 'stance', c.stance, 'size', p.size,
    'industry', p.industry, 'city', p.city)) b
  WHERE a.value IS NOT NULL AND b.value IS NOT NULL AND a.key <> b.key;
--> statement-breakpoint
CREATE TRIGGER profiles_counted_on_insert AFTER INSERT ON participant_profiles BEGIN
  INSERT INTO profile_counts (dimension, beside, measure_id, value, beside_value, state, count)
    SELECT dimension, beside, measure_id, value, beside_value, state, 1
    FROM profile_pairs WHERE comment_id = NEW.comment_id
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER profiles_counted_on_delete BEFORE DELETE ON participant_profiles BEGIN
  UPDATE profile_counts SET count = count - 1 WHERE (dimension, beside, measure_id, value, beside_value, state) IN (
    SELECT dimension, beside, measure_id, value, beside_value, state
    FROM profile_pairs WHERE comment_id = OLD.comment_id);
END;
--> statement-breakpoint
CREATE TRIGGER profiles_counted_on_update AFTER UPDATE OF state, stance ON comments
  WHEN (NEW.state <> OLD.state OR NEW.stance <> OLD.stance)
    AND EXISTS (SELECT 1 FROM participant_profiles WHERE comment_id = NEW.id) BEGIN
  UPDATE profile_counts SET count = count - 1 WHERE (dimension, beside, measure_id, value, beside_value, state) IN (
    SELECT dimension, beside, measure_id, value, iif(beside = 'stance', OLD.stance, beside_value), OLD.state
    FROM profile_pairs WHERE comment_id = NEW.id);
  INSERT INTO profile_counts (dimension, beside, measure_id, value, beside_value, state, count)
    SELECT dimension, beside, measure_id, value, beside_value, state, 1
    FROM profile_pairs WHERE comment_id = NEW.id
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER participant_profiles_refuse_update BEFORE UPDATE ON participant_profiles BEGIN
  SELECT RAISE(ABORT, 'a profile is given with the comment: the counters rest on it');
END;
--> statement-breakpoint
CREATE TABLE figure_renewals (
  figure TEXT NOT NULL CHECK (figure IN ('size', 'industry', 'city', 'target')),
  subject_id INTEGER NOT NULL,
  pending INTEGER NOT NULL CHECK (pending >= 0),
  PRIMARY KEY (figure, subject_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX profile_counts_unrenewed ON profile_counts (state)
  WHERE state = 'published' AND beside = 'stance' AND public_count <> count;
--> statement-breakpoint
CREATE TRIGGER profile_changes_pend_on_insert AFTER INSERT ON profile_counts
  WHEN NEW.state = 'published' AND NEW.beside = 'stance' BEGIN
  INSERT INTO figure_renewals (figure, subject_id, pending)
    SELECT NEW.dimension, consultation_id, 1 FROM measures WHERE id = NEW.measure_id
    ON CONFLICT DO UPDATE SET pending = pending + 1;
END;
--> statement-breakpoint
CREATE TRIGGER profile_changes_pend_on_update AFTER UPDATE OF count ON profile_counts
  WHEN NEW.state = 'published' AND NEW.beside = 'stance' BEGIN
  INSERT INTO figure_renewals (figure, subject_id, pending)
    SELECT NEW.dimension, consultation_id, 1 FROM measures WHERE id = NEW.measure_id
    ON CONFLICT DO UPDATE SET pending = pending + 1;
END;
--> statement-breakpoint
CREATE TRIGGER target_changes_pend_on_insert AFTER INSERT ON target_opinion_counts
  WHEN NEW.state = 'published' BEGIN
  INSERT INTO figure_renewals (figure, subject_id, pending) VALUES ('target', NEW.target_id, 1)
    ON CONFLICT DO UPDATE SET pending = pending + 1;
END;
--> statement-breakpoint
CREATE TRIGGER target_changes_pend_on_update AFTER UPDATE OF count ON target_opinion_counts
  WHEN NEW.state = 'published' BEGIN
  INSERT INTO figure_renewals (figure, subject_id, pending) VALUES ('target', NEW.target_id, 1)
    ON CONFLICT DO UPDATE SET pending = pending + 1;
END;
--> statement-breakpoint
CREATE TRIGGER figures_renewed AFTER UPDATE OF pending ON figure_renewals WHEN NEW.pending >= 5 BEGIN
  UPDATE profile_counts SET public_count = count
    WHERE state = 'published' AND beside = 'stance' AND public_count <> count
    AND +dimension = NEW.figure AND +measure_id IN (SELECT id FROM measures WHERE consultation_id = NEW.subject_id);
  UPDATE target_value_counts SET public_count = count
    WHERE NEW.figure = 'target' AND target_id = NEW.subject_id AND state = 'published' AND public_count <> count;
  UPDATE target_opinion_counts SET public_count = count
    WHERE NEW.figure = 'target' AND target_id = NEW.subject_id AND state = 'published' AND public_count <> count;
  UPDATE figure_renewals SET pending = 0 WHERE figure = NEW.figure AND subject_id = NEW.subject_id;
END;
