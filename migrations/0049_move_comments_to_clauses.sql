ALTER TABLE comment_revisions ADD COLUMN clause_id INTEGER REFERENCES clauses (id);
--> statement-breakpoint
CREATE INDEX comments_unpublished_of_parent ON comments (parent_id) WHERE state <> 'published' AND parent_id IS NOT NULL;
--> statement-breakpoint
DROP TRIGGER comments_keep_their_place;
--> statement-breakpoint
CREATE TRIGGER comments_keep_their_place BEFORE UPDATE OF measure_id, parent_id, root_id, participant_kind
  ON comments BEGIN
  SELECT RAISE(ABORT, 'a comment keeps its place and its kind of participant: the counters rest on them');
END;
--> statement-breakpoint
CREATE TRIGGER comments_keep_their_clause BEFORE UPDATE OF clause_id ON comments
  WHEN NEW.clause_id IS NOT OLD.clause_id AND (
    OLD.parent_id IS NOT NULL OR OLD.reply_count > 0
    OR EXISTS (SELECT 1 FROM comments WHERE parent_id = OLD.id AND state <> 'published')
    OR (OLD.state IN ('published', 'private', 'withdrawn') AND OLD.is_unconfirmed = 0)
    OR (NEW.clause_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM clauses WHERE id = NEW.clause_id AND measure_id = OLD.measure_id))) BEGIN
  SELECT RAISE(ABORT, 'a comment moves within its measure, until it is decided and while nobody replied to it');
END;
--> statement-breakpoint
DROP TRIGGER comments_counted_on_update;
--> statement-breakpoint
CREATE TRIGGER comments_counted_on_update AFTER UPDATE OF state, stance, clause_id ON comments
  WHEN NEW.state <> OLD.state OR NEW.stance <> OLD.stance OR NEW.clause_id IS NOT OLD.clause_id BEGIN
  UPDATE comment_counts SET count = count - 1
    WHERE measure_id = OLD.measure_id AND clause_id = coalesce(OLD.clause_id, 0)
      AND participant_kind = OLD.participant_kind AND stance = OLD.stance AND state = OLD.state;
  INSERT INTO comment_counts (measure_id, clause_id, participant_kind, stance, state, count)
    VALUES (NEW.measure_id, coalesce(NEW.clause_id, 0), NEW.participant_kind, NEW.stance, NEW.state, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
