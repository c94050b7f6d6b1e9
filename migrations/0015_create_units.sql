CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  is_active INTEGER NOT NULL DEFAULT 1
) STRICT;
--> statement-breakpoint
CREATE TABLE unit_members (
  unit_id INTEGER NOT NULL REFERENCES units (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  is_head INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (unit_id, user_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX unit_members_by_user ON unit_members (user_id);
--> statement-breakpoint
CREATE TABLE measure_units (
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  part TEXT NOT NULL CHECK (part IN ('lead', 'support')),
  PRIMARY KEY (measure_id, unit_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX measure_units_lead ON measure_units (measure_id) WHERE part = 'lead';
--> statement-breakpoint
CREATE INDEX measure_units_by_unit ON measure_units (unit_id, measure_id);
