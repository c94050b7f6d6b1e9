UPDATE comment_revisions SET clause_id = (SELECT clause_id FROM comments WHERE id = comment_revisions.comment_id);
