CREATE TABLE supports (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  supporter TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'association', 'institution', 'individual')),
  user_id TEXT NOT NULL,
  supported_at INTEGER NOT NULL,
  PRIMARY KEY (comment_id, supporter)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX supports_of_user ON supports (user_id);
--> statement-breakpoint
CREATE TABLE support_counts (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  kind TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (comment_id, kind)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER supports_counted_on_insert AFTER INSERT ON supports BEGIN
  INSERT INTO support_counts (comment_id, kind, count) VALUES (NEW.comment_id, NEW.kind, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
--> statement-breakpoint
CREATE TRIGGER supports_counted_on_delete AFTER DELETE ON supports BEGIN
  UPDATE support_counts SET count = count - 1 WHERE comment_id = OLD.comment_id AND kind = OLD.kind;
END;
