-- An index that keeps its words can take them out of its segments; one without them only marks their row as gone.
DROP TABLE comment_search;
--> statement-breakpoint
CREATE VIRTUAL TABLE comment_search USING fts5(body, tokenize="unicode61");
--> statement-breakpoint
INSERT INTO comment_search (comment_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
-- Each ideograph as a word of its own, full-width letters and digits as plain ones: as worker/services/search/tokens.ts writes them.
-- A text is cut into parts and these into characters, for each cut copies what is left.
INSERT INTO comment_search (rowid, body)
  SELECT c.id, (
    WITH RECURSIVE parts(part, rest) AS (
      SELECT substr(c.body, 1, 64), substr(c.body, 65)
      UNION ALL SELECT substr(rest, 1, 64), substr(rest, 65) FROM parts WHERE rest <> '')
    SELECT group_concat((
      WITH RECURSIVE each(character, others) AS (
        SELECT substr(part, 1, 1), substr(part, 2)
        UNION ALL SELECT substr(others, 1, 1), substr(others, 2) FROM each WHERE others <> '')
      SELECT group_concat(CASE
          WHEN unicode(character) BETWEEN 65281 AND 65374 THEN char(unicode(character) - 65248)
          WHEN unicode(character) >= 11904 THEN ' ' || character || ' '
          ELSE character END, '') FROM each), '') FROM parts)
  FROM comments c WHERE c.state = 'published' AND c.erased_at IS NULL ORDER BY c.id;
--> statement-breakpoint
-- The version before writes into it while a deployment is under way; a later migration drops it.
DELETE FROM search_remnants;
