INSERT INTO cases (comment_id, measure_id, participant_kind, unit_id, opened_at, comment_revision)
  SELECT c.id, c.measure_id, c.participant_kind,
    (SELECT unit_id FROM measure_units u WHERE u.measure_id = c.measure_id AND u.part = 'lead'),
    coalesce(c.decided_at, c.submitted_at), c.revision
  FROM comments c WHERE c.state IN ('published', 'private');
