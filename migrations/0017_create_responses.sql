CREATE TABLE standard_texts (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  is_active INTEGER NOT NULL DEFAULT 1
) STRICT;
--> statement-breakpoint
CREATE TABLE standard_text_versions (
  standard_text_id INTEGER NOT NULL REFERENCES standard_texts (id),
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  worded_by TEXT NOT NULL REFERENCES users (id),
  worded_at INTEGER NOT NULL,
  PRIMARY KEY (standard_text_id, version)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER standard_text_versions_refuse_update BEFORE UPDATE ON standard_text_versions BEGIN
  SELECT RAISE(ABORT, 'standard_text_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER standard_text_versions_refuse_delete BEFORE DELETE ON standard_text_versions BEGIN
  SELECT RAISE(ABORT, 'standard_text_versions is append-only');
END;
--> statement-breakpoint
CREATE TABLE response_releases (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  note TEXT NOT NULL DEFAULT '',
  response_count INTEGER NOT NULL,
  released_by TEXT NOT NULL REFERENCES users (id),
  released_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE responses (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  unit_id INTEGER REFERENCES units (id),
  is_for_measure INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'reviewed', 'approved', 'published')),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
  published_version INTEGER,
  link_version INTEGER NOT NULL DEFAULT 0,
  created_by TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK (state <> 'published' OR published_version = version)
) STRICT;
--> statement-breakpoint
CREATE INDEX responses_by_state ON responses (state, id);
--> statement-breakpoint
CREATE INDEX responses_of_measure ON responses (measure_id, id);
--> statement-breakpoint
CREATE UNIQUE INDEX responses_for_measure ON responses (measure_id) WHERE is_for_measure = 1;
--> statement-breakpoint
CREATE TABLE response_versions (
  response_id INTEGER NOT NULL REFERENCES responses (id),
  version INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (length(text) > 0),
  standard_text_id INTEGER REFERENCES standard_texts (id),
  standard_text_version INTEGER,
  written_by TEXT NOT NULL REFERENCES users (id),
  written_at INTEGER NOT NULL,
  PRIMARY KEY (response_id, version)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX response_versions_of_standard_text ON response_versions (standard_text_id, response_id)
  WHERE standard_text_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER response_versions_refuse_update BEFORE UPDATE ON response_versions BEGIN
  SELECT RAISE(ABORT, 'response_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER response_versions_refuse_delete BEFORE DELETE ON response_versions BEGIN
  SELECT RAISE(ABORT, 'response_versions is append-only');
END;
--> statement-breakpoint
CREATE TABLE response_steps (
  id INTEGER PRIMARY KEY,
  response_id INTEGER NOT NULL REFERENCES responses (id),
  version INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('write', 'review', 'approve', 'send_back', 'publish')),
  note TEXT,
  release_id INTEGER REFERENCES response_releases (id),
  taken_by TEXT NOT NULL REFERENCES users (id),
  taken_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX response_steps_of_response ON response_steps (response_id, id);
--> statement-breakpoint
CREATE TRIGGER response_steps_refuse_update BEFORE UPDATE ON response_steps BEGIN
  SELECT RAISE(ABORT, 'response_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER response_steps_refuse_delete BEFORE DELETE ON response_steps BEGIN
  SELECT RAISE(ABORT, 'response_steps is append-only');
END;
