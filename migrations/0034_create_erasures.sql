ALTER TABLE comments ADD COLUMN erased_at INTEGER;
--> statement-breakpoint
CREATE TRIGGER comments_stay_erased
  BEFORE UPDATE OF body, participant_name, is_name_public, state, revision, stance, erased_at ON comments
  WHEN OLD.erased_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'an erased comment stays as it is');
END;
--> statement-breakpoint
CREATE TRIGGER staged_decisions_skip_erased BEFORE INSERT ON staged_decisions
  WHEN (SELECT erased_at FROM comments WHERE id = NEW.comment_id) IS NOT NULL BEGIN
  SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
DROP TRIGGER replies_counted_on_update;
--> statement-breakpoint
CREATE TRIGGER replies_counted_on_update AFTER UPDATE OF state, erased_at ON comments
  WHEN NEW.parent_id IS NOT NULL
    AND (NEW.state = 'published' AND NEW.erased_at IS NULL) <> (OLD.state = 'published' AND OLD.erased_at IS NULL) BEGIN
  UPDATE comments SET reply_count = reply_count + iif(NEW.state = 'published' AND NEW.erased_at IS NULL, 1, -1)
    WHERE id IN (
      NEW.parent_id, NEW.root_id,
      (SELECT parent_id FROM comments WHERE id = NEW.parent_id),
      (SELECT parent_id FROM comments WHERE id = (SELECT parent_id FROM comments WHERE id = NEW.parent_id)));
END;
--> statement-breakpoint
CREATE TRIGGER news_of_comment_erased AFTER UPDATE OF erased_at ON comments WHEN NEW.erased_at IS NOT NULL BEGIN
  DELETE FROM news WHERE kind = 'comment' AND subject_id = NEW.id;
END;
--> statement-breakpoint
DROP TRIGGER moderation_decisions_refuse_update;
--> statement-breakpoint
CREATE TRIGGER moderation_decisions_refuse_update BEFORE UPDATE OF
    id, comment_id, revision, decision, reason_id, reason_version, review_kind, from_state, decided_by, decided_at,
    staged_at, waited_minutes, batch_id
  ON moderation_decisions BEGIN
  SELECT RAISE(ABORT, 'moderation_decisions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER moderation_decisions_keep_their_words BEFORE UPDATE OF note, internal_note ON moderation_decisions
  WHEN NEW.note IS NOT NULL OR NEW.internal_note IS NOT NULL
    OR (SELECT erased_at FROM comments WHERE id = OLD.comment_id) IS NULL BEGIN
  SELECT RAISE(ABORT, 'moderation_decisions is append-only, but for the words about an erased comment');
END;
--> statement-breakpoint
DROP TRIGGER review_opinions_refuse_update;
--> statement-breakpoint
CREATE TRIGGER review_opinions_refuse_update BEFORE UPDATE OF
    id, comment_id, revision, review_kind, decision, reason_id, reason_version, redactions, batch_id, given_by, given_at
  ON review_opinions BEGIN
  SELECT RAISE(ABORT, 'review_opinions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER review_opinions_keep_their_words BEFORE UPDATE OF note, internal_note ON review_opinions
  WHEN NEW.note IS NOT NULL OR NEW.internal_note IS NOT NULL
    OR (SELECT erased_at FROM comments WHERE id = OLD.comment_id) IS NULL BEGIN
  SELECT RAISE(ABORT, 'review_opinions is append-only, but for the words about an erased comment');
END;
--> statement-breakpoint
CREATE TABLE search_remnants (
  comment_id INTEGER PRIMARY KEY REFERENCES comments (id),
  left_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX audit_log_of_actor ON audit_log (actor_id, id) WHERE actor_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX outbox_messages_of_comment ON outbox_messages (comment_id);
--> statement-breakpoint
CREATE INDEX tag_suggestions_of_comment ON tag_suggestions (comment_id);
