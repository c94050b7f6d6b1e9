UPDATE cases SET (similar_key, is_published) = (
  SELECT coalesce(similar_group_id, -id), state = 'published' FROM comments WHERE id = cases.comment_id);
