-- What public comments suggest for their clause, and the summary of their annex, behind the body; written as 0042 writes that.
UPDATE comment_search SET body = body || char(10) || (
  WITH RECURSIVE said(words) AS (
    SELECT coalesce((SELECT text || char(10) FROM wordings WHERE comment_id = c.id AND revision = c.revision), '')
        || coalesce((SELECT summary FROM annexes WHERE comment_id = c.id), '')
      FROM comments c WHERE c.id = comment_search.rowid),
  parts(part, rest) AS (
    SELECT substr(words, 1, 64), substr(words, 65) FROM said
    UNION ALL SELECT substr(rest, 1, 64), substr(rest, 65) FROM parts WHERE rest <> '')
  SELECT group_concat((
    WITH RECURSIVE each(character, others) AS (
      SELECT substr(part, 1, 1), substr(part, 2)
      UNION ALL SELECT substr(others, 1, 1), substr(others, 2) FROM each WHERE others <> '')
    SELECT group_concat(CASE
        WHEN unicode(character) BETWEEN 65281 AND 65374 THEN char(unicode(character) - 65248)
        WHEN unicode(character) >= 11904 THEN ' ' || character || ' '
        ELSE character END, '') FROM each), '') FROM parts)
WHERE rowid IN (
  SELECT c.id FROM comments c WHERE c.state = 'published' AND c.erased_at IS NULL AND (
    EXISTS (SELECT 1 FROM wordings WHERE comment_id = c.id AND revision = c.revision)
    OR EXISTS (SELECT 1 FROM annexes WHERE comment_id = c.id)));
