CREATE TABLE codebooks (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  note TEXT NOT NULL DEFAULT '',
  edit TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  published_by TEXT REFERENCES users (id),
  published_at INTEGER,
  UNIQUE (consultation_id, version),
  CHECK ((published_by IS NULL) = (published_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX codebooks_draft ON codebooks (consultation_id) WHERE published_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER codebooks_stay_published BEFORE UPDATE ON codebooks WHEN OLD.published_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a published codebook is not edited: the next version is');
END;
--> statement-breakpoint
CREATE TABLE codes (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  key TEXT NOT NULL,
  UNIQUE (consultation_id, key)
) STRICT;
--> statement-breakpoint
CREATE TABLE codebook_entries (
  codebook_id INTEGER NOT NULL REFERENCES codebooks (id),
  code_id INTEGER NOT NULL REFERENCES codes (id),
  position INTEGER NOT NULL,
  theme TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  example TEXT NOT NULL DEFAULT '',
  included TEXT NOT NULL DEFAULT '',
  excluded TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (codebook_id, code_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER codes_refuse_update BEFORE UPDATE ON codes BEGIN
  SELECT RAISE(ABORT, 'a code keeps its key');
END;
--> statement-breakpoint
CREATE TRIGGER codebook_entries_refuse_insert BEFORE INSERT ON codebook_entries
  WHEN (SELECT published_at FROM codebooks WHERE id = NEW.codebook_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a published codebook is not edited: the next version is');
END;
--> statement-breakpoint
CREATE TRIGGER codebook_entries_stay_published BEFORE UPDATE ON codebook_entries
  WHEN (SELECT published_at FROM codebooks WHERE id = OLD.codebook_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a published codebook is not edited: the next version is');
END;
--> statement-breakpoint
CREATE TRIGGER codebook_entries_refuse_delete BEFORE DELETE ON codebook_entries
  WHEN (SELECT published_at FROM codebooks WHERE id = OLD.codebook_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a published codebook is not edited: the next version is');
END;
--> statement-breakpoint
CREATE TABLE suggestion_runs (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  codebook_id INTEGER NOT NULL REFERENCES codebooks (id),
  seed INTEGER NOT NULL,
  parameters TEXT NOT NULL,
  clusters TEXT NOT NULL,
  comment_count INTEGER NOT NULL,
  measure_id INTEGER REFERENCES measures (id),
  made_by TEXT NOT NULL REFERENCES users (id),
  made_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;
--> statement-breakpoint
CREATE INDEX suggestion_runs_completed ON suggestion_runs (consultation_id, id) WHERE completed_at IS NOT NULL;
--> statement-breakpoint
CREATE TABLE tag_suggestions (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES suggestion_runs (id),
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  code_id INTEGER NOT NULL REFERENCES codes (id),
  cluster INTEGER NOT NULL,
  phrase TEXT NOT NULL,
  score REAL NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dismissed')),
  settled_by TEXT REFERENCES users (id),
  settled_at INTEGER,
  UNIQUE (run_id, comment_id, code_id),
  CHECK ((state = 'open') = (settled_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX tag_suggestions_open ON tag_suggestions (comment_id, id) WHERE state = 'open';
--> statement-breakpoint
CREATE INDEX tag_suggestions_open_of_measure ON tag_suggestions (measure_id, comment_id, id) WHERE state = 'open';
--> statement-breakpoint
CREATE INDEX tag_suggestions_of_cluster ON tag_suggestions (run_id, cluster, code_id, state, id);
--> statement-breakpoint
CREATE INDEX tag_suggestions_dismissed ON tag_suggestions (comment_id, code_id) WHERE state = 'dismissed';
--> statement-breakpoint
CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  comment_revision INTEGER NOT NULL,
  code_id INTEGER NOT NULL REFERENCES codes (id),
  codebook_id INTEGER NOT NULL REFERENCES codebooks (id),
  start_offset INTEGER,
  end_offset INTEGER,
  suggestion_id INTEGER REFERENCES tag_suggestions (id),
  tagged_by TEXT NOT NULL REFERENCES users (id),
  tagged_at INTEGER NOT NULL,
  removed_by TEXT REFERENCES users (id),
  removed_at INTEGER,
  CHECK ((start_offset IS NULL) = (end_offset IS NULL) AND (start_offset IS NULL OR start_offset < end_offset)),
  CHECK ((removed_by IS NULL) = (removed_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX tags_of_comment
  ON tags (comment_id, code_id, comment_revision, coalesce(start_offset, -1), coalesce(end_offset, -1))
  WHERE removed_at IS NULL;
--> statement-breakpoint
CREATE INDEX tags_by_code ON tags (code_id, comment_id) WHERE removed_at IS NULL;
--> statement-breakpoint
CREATE INDEX tags_removed ON tags (comment_id, id) WHERE removed_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX tags_of_suggestion ON tags (suggestion_id) WHERE suggestion_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER tags_refuse_delete BEFORE DELETE ON tags BEGIN
  SELECT RAISE(ABORT, 'a tag is removed by saying who and when');
END;
--> statement-breakpoint
CREATE TABLE untagged_comments (
  comment_id INTEGER PRIMARY KEY REFERENCES cases (comment_id),
  measure_id INTEGER NOT NULL REFERENCES measures (id)
) STRICT;
--> statement-breakpoint
CREATE INDEX untagged_comments_of_measure ON untagged_comments (measure_id, comment_id);
--> statement-breakpoint
CREATE VIEW cases_without_tag AS
  SELECT k.comment_id, k.measure_id FROM cases k
  WHERE k.is_admissible = 1 AND NOT EXISTS (
    SELECT 1 FROM tags t
    WHERE t.comment_id = k.comment_id AND t.comment_revision = k.comment_revision AND t.removed_at IS NULL);
--> statement-breakpoint
INSERT INTO untagged_comments (comment_id, measure_id) SELECT comment_id, measure_id FROM cases_without_tag;
--> statement-breakpoint
CREATE TRIGGER untagged_comments_follow_new_cases AFTER INSERT ON cases BEGIN
  INSERT INTO untagged_comments (comment_id, measure_id)
    SELECT comment_id, measure_id FROM cases_without_tag WHERE comment_id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER untagged_comments_follow_cases AFTER UPDATE OF is_admissible, comment_revision ON cases BEGIN
  DELETE FROM untagged_comments WHERE comment_id = NEW.comment_id;
  INSERT INTO untagged_comments (comment_id, measure_id)
    SELECT comment_id, measure_id FROM cases_without_tag WHERE comment_id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER untagged_comments_follow_new_tags AFTER INSERT ON tags BEGIN
  DELETE FROM untagged_comments WHERE comment_id = NEW.comment_id
    AND comment_id NOT IN (SELECT comment_id FROM cases_without_tag WHERE comment_id = NEW.comment_id);
END;
--> statement-breakpoint
CREATE TRIGGER untagged_comments_follow_removals AFTER UPDATE OF removed_at ON tags BEGIN
  DELETE FROM untagged_comments WHERE comment_id = NEW.comment_id;
  INSERT INTO untagged_comments (comment_id, measure_id)
    SELECT comment_id, measure_id FROM cases_without_tag WHERE comment_id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TABLE coding_samples (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  codebook_id INTEGER NOT NULL REFERENCES codebooks (id),
  seed INTEGER NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 1),
  measure_id INTEGER REFERENCES measures (id),
  population INTEGER NOT NULL CHECK (population >= size),
  first_coder TEXT NOT NULL REFERENCES users (id),
  second_coder TEXT NOT NULL REFERENCES users (id),
  made_by TEXT NOT NULL REFERENCES users (id),
  made_at INTEGER NOT NULL,
  closed_by TEXT REFERENCES users (id),
  closed_at INTEGER,
  CHECK (first_coder <> second_coder),
  CHECK ((closed_by IS NULL) = (closed_at IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX coding_samples_open ON coding_samples (id) WHERE closed_at IS NULL;
--> statement-breakpoint
CREATE TABLE coding_sample_comments (
  sample_id INTEGER NOT NULL REFERENCES coding_samples (id),
  place INTEGER NOT NULL,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  PRIMARY KEY (sample_id, place),
  UNIQUE (sample_id, comment_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE blind_codings (
  sample_id INTEGER NOT NULL REFERENCES coding_samples (id),
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  coder_id TEXT NOT NULL REFERENCES users (id),
  codes TEXT NOT NULL,
  coded_at INTEGER NOT NULL,
  PRIMARY KEY (sample_id, comment_id, coder_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER blind_codings_refuse_late_insert BEFORE INSERT ON blind_codings
  WHEN (SELECT closed_at FROM coding_samples WHERE id = NEW.sample_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'the sample is closed');
END;
--> statement-breakpoint
CREATE TRIGGER blind_codings_refuse_late_update BEFORE UPDATE ON blind_codings
  WHEN (SELECT closed_at FROM coding_samples WHERE id = NEW.sample_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'the sample is closed');
END;
