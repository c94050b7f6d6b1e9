CREATE TABLE wordings (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  PRIMARY KEY (comment_id, revision)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER wordings_are_of_a_clause BEFORE INSERT ON wordings
  WHEN (SELECT clause_id FROM comments WHERE id = NEW.comment_id) IS NULL BEGIN
  SELECT RAISE(ABORT, 'a wording is suggested for a clause');
END;
--> statement-breakpoint
ALTER TABLE submission_entries ADD COLUMN wording TEXT
  CHECK (wording IS NULL OR (length(wording) BETWEEN 1 AND 20000 AND clause_id IS NOT NULL));
--> statement-breakpoint
CREATE TRIGGER submission_entries_keep_their_wording BEFORE UPDATE OF wording ON submission_entries
  WHEN (SELECT state FROM submissions WHERE id = NEW.submission_id) IS NOT 'drafting' BEGIN
  SELECT RAISE(ABORT, 'entries of a submission change in its draft alone');
END;
