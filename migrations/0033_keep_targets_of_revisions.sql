ALTER TABLE comment_revisions ADD COLUMN targets TEXT CHECK (json_valid(targets));
