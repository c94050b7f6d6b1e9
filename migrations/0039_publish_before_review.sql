ALTER TABLE consultations ADD COLUMN moderation TEXT NOT NULL DEFAULT 'before' CHECK (moderation IN ('before', 'after'));
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN is_unconfirmed INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX comments_unconfirmed ON comments (consultation_id) WHERE is_unconfirmed = 1;
--> statement-breakpoint
DROP TRIGGER reviews_closed_with_comment;
--> statement-breakpoint
CREATE TRIGGER reviews_closed_with_comment AFTER UPDATE OF state ON comments
  WHEN NEW.state <> OLD.state AND ((OLD.state = 'pending' AND NEW.is_unconfirmed = 0) OR NEW.state = 'withdrawn') BEGIN
  DELETE FROM reviews WHERE comment_id = NEW.id AND (kind IN ('first', 'second') OR NEW.state = 'withdrawn');
END;
--> statement-breakpoint
CREATE TRIGGER comments_leave_unconfirmed AFTER UPDATE OF state ON comments
  WHEN NEW.is_unconfirmed = 1 AND NEW.state <> 'published' BEGIN
  UPDATE comments SET is_unconfirmed = 0 WHERE id = NEW.id;
END;
