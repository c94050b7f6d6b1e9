INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, opened_at)
  SELECT id, 'first', revision, measure_id, participant_kind, submitted_at FROM comments
  WHERE state = 'pending' ORDER BY submitted_at, id;
