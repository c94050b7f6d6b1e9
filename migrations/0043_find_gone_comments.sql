-- What was published, was erased and has no replies stands nowhere: threads count without it.
CREATE INDEX comments_gone ON comments (measure_id, clause_id, participant_kind, stance)
  WHERE state = 'published' AND erased_at IS NOT NULL AND reply_count = 0;
--> statement-breakpoint
-- What is compared still, of a consultation: the texts go in parts once it is long closed.
CREATE INDEX similar_groups_compared ON similar_groups (text_hash) WHERE normal_text <> '';
--> statement-breakpoint
CREATE INDEX similar_bands_of_group ON similar_bands (group_id);
