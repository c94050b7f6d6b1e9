CREATE TABLE sealed_entries (
  position INTEGER PRIMARY KEY NOT NULL CHECK (position >= 0),
  audit_id INTEGER NOT NULL UNIQUE REFERENCES audit_log (id),
  form INTEGER NOT NULL,
  salt TEXT NOT NULL,
  leaf TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE tree_nodes (
  level INTEGER NOT NULL CHECK (level >= 1),
  position INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (level, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE tree_heads (
  size INTEGER PRIMARY KEY NOT NULL CHECK (size >= 1),
  root TEXT NOT NULL,
  sealed_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER audit_log_ascends AFTER INSERT ON audit_log
  WHEN EXISTS (SELECT 1 FROM audit_log WHERE id > NEW.id) BEGIN
  SELECT RAISE(ABORT, 'audit_log grows at its end only');
END;
--> statement-breakpoint
CREATE TRIGGER sealed_entries_follow_audit_log BEFORE INSERT ON sealed_entries
  WHEN NEW.position <> (SELECT coalesce(max(position) + 1, 0) FROM sealed_entries)
    OR NEW.audit_id IS NOT (
      SELECT min(id) FROM audit_log WHERE id > (SELECT coalesce(max(audit_id), 0) FROM sealed_entries)) BEGIN
  SELECT RAISE(ABORT, 'sealed_entries follows audit_log row by row');
END;
--> statement-breakpoint
CREATE TRIGGER sealed_entries_refuse_update BEFORE UPDATE ON sealed_entries BEGIN
  SELECT RAISE(ABORT, 'sealed_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER sealed_entries_refuse_delete BEFORE DELETE ON sealed_entries BEGIN
  SELECT RAISE(ABORT, 'sealed_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tree_nodes_refuse_update BEFORE UPDATE ON tree_nodes BEGIN
  SELECT RAISE(ABORT, 'tree_nodes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tree_nodes_refuse_delete BEFORE DELETE ON tree_nodes BEGIN
  SELECT RAISE(ABORT, 'tree_nodes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tree_nodes_refuse_replacement BEFORE INSERT ON tree_nodes
  WHEN EXISTS (SELECT 1 FROM tree_nodes WHERE level = NEW.level AND position = NEW.position) BEGIN
  SELECT RAISE(ABORT, 'tree_nodes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tree_heads_refuse_update BEFORE UPDATE ON tree_heads BEGIN
  SELECT RAISE(ABORT, 'tree_heads is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tree_heads_refuse_delete BEFORE DELETE ON tree_heads BEGIN
  SELECT RAISE(ABORT, 'tree_heads is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tree_heads_cover_entries BEFORE INSERT ON tree_heads
  WHEN NEW.size <= (SELECT coalesce(max(size), 0) FROM tree_heads)
    OR NEW.size <> (SELECT coalesce(max(position) + 1, 0) FROM sealed_entries) BEGIN
  SELECT RAISE(ABORT, 'a head covers all that is sealed, and more than the one before');
END;
