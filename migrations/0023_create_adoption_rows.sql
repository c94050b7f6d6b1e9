ALTER TABLE cases ADD COLUMN similar_key INTEGER;
--> statement-breakpoint
ALTER TABLE cases ADD COLUMN is_published INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX cases_alike ON cases (similar_key, measure_id, disposition, is_published, comment_id)
  WHERE is_admissible = 1;
--> statement-breakpoint
CREATE TABLE adoption_rows (
  first_comment_id INTEGER PRIMARY KEY REFERENCES cases (comment_id),
  measure_id INTEGER NOT NULL REFERENCES measures (id),
  similar_key INTEGER NOT NULL,
  disposition TEXT NOT NULL,
  is_published INTEGER NOT NULL,
  comment_count INTEGER NOT NULL CHECK (comment_count >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX adoption_rows_alike ON adoption_rows (similar_key, measure_id, disposition, is_published);
--> statement-breakpoint
CREATE INDEX adoption_rows_of_measure ON adoption_rows (measure_id, first_comment_id) WHERE is_published = 1;
--> statement-breakpoint
CREATE TRIGGER cases_take_after_comment AFTER INSERT ON cases BEGIN
  UPDATE cases SET (similar_key, is_published) = (
      SELECT coalesce(similar_group_id, -id), state = 'published' FROM comments WHERE id = NEW.comment_id)
    WHERE comment_id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER cases_follow_comment AFTER UPDATE OF state, similar_group_id ON comments
  WHEN NEW.state <> OLD.state OR NEW.similar_group_id IS NOT OLD.similar_group_id BEGIN
  UPDATE cases SET similar_key = coalesce(NEW.similar_group_id, -NEW.id), is_published = NEW.state = 'published'
    WHERE comment_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER adoption_rows_follow_case
  AFTER UPDATE OF is_admissible, disposition, similar_key, is_published ON cases
  WHEN NEW.is_admissible <> OLD.is_admissible OR NEW.disposition IS NOT OLD.disposition
    OR NEW.similar_key IS NOT OLD.similar_key OR NEW.is_published <> OLD.is_published BEGIN
  DELETE FROM adoption_rows WHERE first_comment_id = OLD.comment_id AND comment_count = 1;
  UPDATE adoption_rows SET comment_count = comment_count - 1, first_comment_id = (
      SELECT k.comment_id FROM cases k WHERE k.is_admissible = 1 AND k.similar_key = OLD.similar_key
        AND k.measure_id = OLD.measure_id AND k.disposition IS OLD.disposition
        AND k.is_published = OLD.is_published
      ORDER BY k.comment_id LIMIT 1)
    WHERE OLD.is_admissible = 1 AND similar_key = OLD.similar_key AND measure_id = OLD.measure_id
      AND disposition = coalesce(OLD.disposition, '') AND is_published = OLD.is_published;
  INSERT INTO adoption_rows (first_comment_id, measure_id, similar_key, disposition, is_published, comment_count)
    SELECT NEW.comment_id, NEW.measure_id, NEW.similar_key, coalesce(NEW.disposition, ''), NEW.is_published, 1
    WHERE NEW.is_admissible = 1 AND NEW.similar_key IS NOT NULL
    ON CONFLICT (similar_key, measure_id, disposition, is_published) DO UPDATE
      SET comment_count = comment_count + 1, first_comment_id = min(first_comment_id, excluded.first_comment_id);
END;
