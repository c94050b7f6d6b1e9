import { counts } from './texts'

/**
 * Comment `n` of the measure, from 1: its place in a block of 50 says what it is, a hash of it the rest. Those behind
 * `$decided` still wait; the answers among them are to comments that stand `$waiting` before.
 */
const state = `CASE WHEN n > $decided THEN 'pending' ELSE
  CASE n % 100 WHEN 1 THEN 'private' WHEN 2 THEN 'rejected' WHEN 3 THEN 'returned' ELSE 'published' END END`
const back = 'iif(n > $decided, $waiting, 0)'
const toParent = `(CASE n % 50 WHEN 10 THEN 3 WHEN 20 THEN 10 WHEN 30 THEN 23 WHEN 40 THEN 3 WHEN 0 THEN 3 END + ${back})`
const toRoot = `iif(n % 50 = 20, 13 + ${back}, ${toParent})`
const closing = `iif(n <= 1000 AND n % 50 = 11, ${counts.closings}, (n + n / 70) % ${counts.closings})`
const publicId = Array.from({ length: 8 }, (_, i) => {
  const character = `substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (code >> ${35 - 5 * i} & 31), 1)`
  return i === 4 ? `'-' || ${character}` : character
}).join(' || ')

const comments = `comments(n, id, parent_id, root_id, depth, state, hash, place, code, at) AS (
  SELECT n, $base + n, $base + n - ${toParent}, $base + n - ${toRoot},
    iif(${toParent} IS NULL, 0, iif(n % 50 = 20, 2, 1)), ${state},
    n * 2654435761 % 4294967296, (n - coalesce(${toRoot}, 0)) * 2654435761 % 4294967296 / 1024 % $clauses,
    n * 679570457115 & 1099511627775, $start + n * $step
  FROM numbers)`

const numbers = 'numbers(n) AS (SELECT $from UNION ALL SELECT n + 1 FROM numbers WHERE n < $to)'

const texts = ['openings', 'middles', 'closings', 'organisations'].map(
  (name) =>
    `${name}(k, a, b) AS MATERIALIZED (SELECT key, value ->> 0, value ->> 1 FROM json_each($${name}))`,
)

const joinTexts = `LEFT JOIN openings o ON o.k = (n * 7 + n / 10) % ${counts.openings}
  LEFT JOIN middles m ON m.k = (n * 13 + n / 50) % ${counts.middles}
  LEFT JOIN closings z ON z.k = ${closing}`

const insertComments = `WITH RECURSIVE ${numbers}, ${comments}, ${texts}
  INSERT INTO comments (id, public_id, query_code_hash, consultation_id, measure_id, clause_id, parent_id, root_id,
    depth, state, body, stance, participant_kind, participant_name, is_name_public, uscc, is_publishable,
    created_at, submitted_at, decided_at)
  SELECT id, $code || '-' || ${publicId}, lower(hex(randomblob(32))), $consultation, $measure,
    (SELECT cl.id FROM clauses cl WHERE cl.measure_id = $measure AND cl.number = place), parent_id, root_id,
    depth, state, o.a || m.a || z.a,
    CASE hash / 16 % 10 WHEN 0 THEN 'oppose' WHEN 1 THEN 'partly' WHEN 2 THEN 'partly' WHEN 3 THEN 'support'
      WHEN 4 THEN 'support' WHEN 5 THEN 'support' ELSE 'suggest' END,
    kind, iif(kind = 'individual', iif(n % 3, '街坊' || (n % 997), NULL), g.a), kind <> 'individual',
    iif(kind = 'individual', NULL, g.b), state <> 'private', at, at, iif(state = 'pending', NULL, at + 10800000)
  FROM (SELECT *, CASE hash / 65536 % 10 WHEN 5 THEN 'enterprise' WHEN 6 THEN 'enterprise'
    WHEN 7 THEN 'enterprise' WHEN 8 THEN 'association' WHEN 9 THEN 'institution' ELSE 'individual' END AS kind
    FROM comments)
  ${joinTexts}
  LEFT JOIN organisations g ON g.k = hash / 7 % ${counts.organisations}`

const sown = 'c.id BETWEEN $base + $from AND $base + $to'

const insertDecisions = `INSERT INTO moderation_decisions
  (id, comment_id, revision, decision, reason_id, decided_by, decided_at)
  SELECT lower(hex(randomblob(16))), c.id, 1, d.decision,
    (SELECT r.id FROM reasons r WHERE r.decision = d.decision ORDER BY r.sort LIMIT 1), $moderator, c.decided_at
  FROM comments c CROSS JOIN (SELECT 'publish' AS decision UNION SELECT 'reject' UNION SELECT 'return') d
  WHERE ${sown} AND d.decision =
    CASE c.state WHEN 'rejected' THEN 'reject' WHEN 'returned' THEN 'return' WHEN 'pending' THEN NULL
      ELSE 'publish' END`

const insertSearch = `WITH RECURSIVE ${numbers}, ${texts}
  INSERT INTO comment_search (rowid, body)
  SELECT $base + n, o.b || m.b || z.b FROM numbers ${joinTexts} WHERE ${state} = 'published'`

const insertContacts = `INSERT INTO comment_contacts (comment_id, kind, value)
  SELECT c.id, 'phone', '139' || (10000000 + c.id) FROM comments c WHERE ${sown} AND c.id % 5 = 0`

const insertAudit = `INSERT INTO audit_log
  (at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data)
  SELECT c.created_at, lower(hex(randomblob(16))), 'participant', NULL, 'comment.submitted', 'comment', c.public_id,
    '{"revision":1,"measure":' || c.measure_id || ',"isReply":false}' FROM comments c WHERE ${sown}
  UNION ALL SELECT c.decided_at, lower(hex(randomblob(16))), 'user', $moderator, 'comment.' || c.state, 'comment',
    c.public_id, '{"revision":1,"reason":"in_order"}' FROM comments c WHERE ${sown} AND c.state <> 'pending'`

/** Each fills its part of a chunk of comments inside the server. */
export const sowStatements = [insertComments, insertDecisions, insertSearch, insertContacts, insertAudit]
