CREATE TABLE consultations (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_en TEXT NOT NULL,
  authority TEXT NOT NULL,
  authority_en TEXT NOT NULL,
  review_heading TEXT NOT NULL,
  review_preamble TEXT NOT NULL,
  agenda_heading TEXT NOT NULL,
  agenda_preamble TEXT NOT NULL,
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  is_current INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  CHECK (closes_at > opens_at)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX consultations_current ON consultations (is_current) WHERE is_current = 1;
--> statement-breakpoint
CREATE TABLE themes (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  key TEXT NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  short_title_en TEXT NOT NULL,
  UNIQUE (consultation_id, key)
) STRICT;
--> statement-breakpoint
CREATE TABLE measures (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  theme_id INTEGER NOT NULL REFERENCES themes (id),
  key TEXT NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  short_title_en TEXT NOT NULL,
  UNIQUE (consultation_id, key)
) STRICT;
--> statement-breakpoint
CREATE TABLE clauses (
  id INTEGER PRIMARY KEY,
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  key TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (measure_id, number)
) STRICT;
--> statement-breakpoint
CREATE TABLE targets (
  id INTEGER PRIMARY KEY,
  clause_id INTEGER NOT NULL REFERENCES clauses (id),
  key TEXT NOT NULL,
  number INTEGER NOT NULL,
  quote TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  bound TEXT NOT NULL CHECK (bound IN ('exact', 'range', 'about', 'at_least')),
  minimum REAL NOT NULL,
  maximum REAL,
  unit TEXT NOT NULL,
  indicator TEXT NOT NULL,
  UNIQUE (clause_id, number)
) STRICT;
--> statement-breakpoint
CREATE TABLE review_sections (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultations (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (consultation_id, number)
) STRICT;
--> statement-breakpoint
CREATE TABLE baselines (
  id INTEGER PRIMARY KEY,
  review_section_id INTEGER NOT NULL REFERENCES review_sections (id),
  number INTEGER NOT NULL,
  quote TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  value REAL NOT NULL,
  unit TEXT NOT NULL,
  period TEXT NOT NULL CHECK (period IN ('year', 'cumulative')),
  indicator TEXT NOT NULL,
  UNIQUE (review_section_id, number)
) STRICT;
--> statement-breakpoint
CREATE TABLE measure_reviews (
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  review_section_id INTEGER NOT NULL REFERENCES review_sections (id),
  PRIMARY KEY (measure_id, review_section_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE measure_baselines (
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  baseline_id INTEGER NOT NULL REFERENCES baselines (id),
  target_id INTEGER REFERENCES targets (id),
  PRIMARY KEY (measure_id, baseline_id)
) STRICT, WITHOUT ROWID;
