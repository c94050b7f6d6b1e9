ALTER TABLE target_opinions ADD COLUMN evidence TEXT CHECK (evidence <> '');
--> statement-breakpoint
DROP TRIGGER target_opinions_refuse_update;
--> statement-breakpoint
CREATE TRIGGER target_opinions_refuse_update BEFORE UPDATE OF comment_id, target_id, opinion, value ON target_opinions BEGIN
  SELECT RAISE(ABORT, 'an opinion on a target is taken back and given anew: the counters rest on it');
END;
