CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  query_code_hash TEXT NOT NULL,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  clause_id INTEGER REFERENCES clauses (id),
  parent_id INTEGER REFERENCES comments (id),
  root_id INTEGER REFERENCES comments (id),
  depth INTEGER NOT NULL DEFAULT 0 CHECK (depth BETWEEN 0 AND 4),
  state TEXT NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'published', 'private', 'returned', 'rejected', 'withdrawn')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 50000),
  stance TEXT NOT NULL CHECK (stance IN ('support', 'partly', 'oppose', 'suggest')),
  participant_kind TEXT NOT NULL
    CHECK (participant_kind IN ('enterprise', 'association', 'institution', 'individual')),
  participant_name TEXT,
  is_name_public INTEGER NOT NULL DEFAULT 0,
  uscc TEXT,
  is_verified INTEGER NOT NULL DEFAULT 0,
  is_publishable INTEGER NOT NULL,
  reply_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  submitted_at INTEGER NOT NULL,
  decided_at INTEGER,
  CHECK (state <> 'published' OR is_publishable = 1),
  CHECK ((parent_id IS NULL) = (root_id IS NULL) AND (parent_id IS NULL) = (depth = 0)),
  CHECK (participant_kind = 'individual' OR (participant_name IS NOT NULL AND uscc IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX comments_of_measure ON comments (measure_id, id)
  WHERE state = 'published' AND parent_id IS NULL;
--> statement-breakpoint
CREATE INDEX comments_of_measure_by_kind ON comments (measure_id, participant_kind, id)
  WHERE state = 'published' AND parent_id IS NULL;
--> statement-breakpoint
CREATE INDEX comments_of_clause ON comments (clause_id, id)
  WHERE state = 'published' AND parent_id IS NULL;
--> statement-breakpoint
CREATE INDEX comments_of_clause_by_kind ON comments (clause_id, participant_kind, id)
  WHERE state = 'published' AND parent_id IS NULL;
--> statement-breakpoint
CREATE INDEX comments_of_measure_discussed ON comments (measure_id, reply_count, id)
  WHERE state = 'published' AND parent_id IS NULL;
--> statement-breakpoint
CREATE INDEX comments_of_measure_by_kind_discussed ON comments (measure_id, participant_kind, reply_count, id)
  WHERE state = 'published' AND parent_id IS NULL;
--> statement-breakpoint
CREATE INDEX comments_of_clause_discussed ON comments (clause_id, reply_count, id)
  WHERE state = 'published' AND parent_id IS NULL;
--> statement-breakpoint
CREATE INDEX comments_of_clause_by_kind_discussed ON comments (clause_id, participant_kind, reply_count, id)
  WHERE state = 'published' AND parent_id IS NULL;
--> statement-breakpoint
CREATE INDEX comments_of_root ON comments (root_id, id) WHERE state = 'published' AND root_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX comments_of_parent ON comments (parent_id, id) WHERE state = 'published' AND parent_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX comments_pending ON comments (submitted_at, id) WHERE state = 'pending';
--> statement-breakpoint
CREATE INDEX comments_pending_by_measure ON comments (measure_id, submitted_at, id) WHERE state = 'pending';
--> statement-breakpoint
CREATE INDEX comments_pending_by_kind ON comments (participant_kind, submitted_at, id) WHERE state = 'pending';
--> statement-breakpoint
CREATE INDEX comments_pending_by_measure_by_kind ON comments (measure_id, participant_kind, submitted_at, id)
  WHERE state = 'pending';
--> statement-breakpoint
CREATE INDEX comments_by_uscc ON comments (uscc, state) WHERE uscc IS NOT NULL;
--> statement-breakpoint
CREATE INDEX comments_by_measure_for_export ON comments (measure_id, id);
--> statement-breakpoint
CREATE TABLE comment_revisions (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  stance TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  PRIMARY KEY (comment_id, revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE comment_contacts (
  comment_id INTEGER PRIMARY KEY REFERENCES comments (id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
  value TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE used_proofs (
  signature TEXT PRIMARY KEY NOT NULL,
  public_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX used_proofs_by_expiry ON used_proofs (expires_at);
--> statement-breakpoint
CREATE TABLE comment_counts (
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  clause_id INTEGER NOT NULL,
  participant_kind TEXT NOT NULL,
  stance TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (measure_id, clause_id, participant_kind, stance, state)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER comments_counted_on_insert AFTER INSERT ON comments BEGIN
  INSERT INTO comment_counts (measure_id, clause_id, participant_kind, stance, state, count)
    VALUES (NEW.measure_id, coalesce(NEW.clause_id, 0), NEW.participant_kind, NEW.stance, NEW.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER comments_counted_on_update AFTER UPDATE OF state, stance ON comments
  WHEN NEW.state <> OLD.state OR NEW.stance <> OLD.stance BEGIN
  UPDATE comment_counts SET count = count - 1
    WHERE measure_id = OLD.measure_id AND clause_id = coalesce(OLD.clause_id, 0)
      AND participant_kind = OLD.participant_kind AND stance = OLD.stance AND state = OLD.state;
  INSERT INTO comment_counts (measure_id, clause_id, participant_kind, stance, state, count)
    VALUES (NEW.measure_id, coalesce(NEW.clause_id, 0), NEW.participant_kind, NEW.stance, NEW.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER replies_counted_on_insert AFTER INSERT ON comments
  WHEN NEW.parent_id IS NOT NULL AND NEW.state = 'published' BEGIN
  UPDATE comments SET reply_count = reply_count + 1 WHERE id IN (
    NEW.parent_id, NEW.root_id,
    (SELECT parent_id FROM comments WHERE id = NEW.parent_id),
    (SELECT parent_id FROM comments WHERE id = (SELECT parent_id FROM comments WHERE id = NEW.parent_id)));
END;
--> statement-breakpoint
CREATE TRIGGER replies_counted_on_update AFTER UPDATE OF state ON comments
  WHEN NEW.parent_id IS NOT NULL AND (NEW.state = 'published') <> (OLD.state = 'published') BEGIN
  UPDATE comments SET reply_count = reply_count + iif(NEW.state = 'published', 1, -1) WHERE id IN (
    NEW.parent_id, NEW.root_id,
    (SELECT parent_id FROM comments WHERE id = NEW.parent_id),
    (SELECT parent_id FROM comments WHERE id = (SELECT parent_id FROM comments WHERE id = NEW.parent_id)));
END;
--> statement-breakpoint
CREATE TRIGGER comments_keep_their_place BEFORE UPDATE OF measure_id, clause_id, parent_id, root_id, participant_kind
  ON comments BEGIN
  SELECT RAISE(ABORT, 'a comment keeps its place and its kind of participant: the counters rest on them');
END;
--> statement-breakpoint
CREATE TRIGGER comments_refuse_delete BEFORE DELETE ON comments BEGIN
  SELECT RAISE(ABORT, 'comments are not deleted: the counters rest on them');
END;
