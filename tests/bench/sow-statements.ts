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
/** The first of those that say the same: forty of a thousand do so, and one of a hundred all along. */
const firstAlike = `CASE WHEN n % 50 IN (31, 32) THEN n / 1000 * 1000 + 31 WHEN n % 100 = 45 THEN 45
  WHEN n > $decided THEN n END`
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

const insertGroups = `WITH RECURSIVE ${numbers}
  INSERT INTO similar_groups (id, text_hash, normal_text, created_at)
  SELECT DISTINCT $base + ${firstAlike}, lower(hex(randomblob(32))), '', $start + n * $step FROM numbers
  WHERE ${firstAlike} = n`

const insertComments = `WITH RECURSIVE ${numbers}, ${comments}, ${texts}
  INSERT INTO comments (id, public_id, query_code_hash, consultation_id, measure_id, clause_id, parent_id, root_id,
    depth, state, body, stance, participant_kind, participant_name, is_name_public, uscc, is_publishable,
    created_at, submitted_at, decided_at, similar_group_id, similarity)
  SELECT id, $code || '-' || ${publicId}, lower(hex(randomblob(32))), $consultation, $measure,
    (SELECT cl.id FROM clauses cl WHERE cl.measure_id = $measure AND cl.number = place), parent_id, root_id,
    depth, state, o.a || m.a || z.a,
    CASE hash / 16 % 10 WHEN 0 THEN 'oppose' WHEN 1 THEN 'partly' WHEN 2 THEN 'partly' WHEN 3 THEN 'support'
      WHEN 4 THEN 'support' WHEN 5 THEN 'support' ELSE 'suggest' END,
    kind, iif(kind = 'individual', iif(n % 3, '街坊' || (n % 997), NULL), g.a), kind <> 'individual',
    iif(kind = 'individual', NULL, g.b), state <> 'private', at, at, iif(state = 'pending', NULL, at + 10800000),
    $base + ${firstAlike}, 0.9
  FROM (SELECT *, CASE hash / 65536 % 10 WHEN 5 THEN 'enterprise' WHEN 6 THEN 'enterprise'
    WHEN 7 THEN 'enterprise' WHEN 8 THEN 'association' WHEN 9 THEN 'institution' ELSE 'individual' END AS kind
    FROM comments)
  ${joinTexts}
  LEFT JOIN organisations g ON g.k = hash / 7 % ${counts.organisations}`

const sown = 'c.id BETWEEN $base + $from AND $base + $to'

const insertDecisions = `INSERT INTO moderation_decisions
  (id, comment_id, revision, decision, reason_id, decided_by, decided_at, review_kind, waited_minutes)
  SELECT lower(hex(randomblob(16))), c.id, 1, d.decision,
    (SELECT r.id FROM reasons r WHERE r.decision = d.decision ORDER BY r.sort LIMIT 1), $moderator, c.decided_at,
    'first', 60 + c.id % 240
  FROM comments c CROSS JOIN (SELECT 'publish' AS decision UNION SELECT 'reject' UNION SELECT 'return') d
  WHERE ${sown} AND d.decision =
    CASE c.state WHEN 'rejected' THEN 'reject' WHEN 'returned' THEN 'return' WHEN 'pending' THEN NULL
      ELSE 'publish' END`

const insertSearch = `WITH RECURSIVE ${numbers}, ${texts}
  INSERT INTO comment_search (rowid, body)
  SELECT $base + n, o.b || m.b || z.b FROM numbers ${joinTexts} WHERE ${state} = 'published'`

const insertSignals = `INSERT INTO comment_signals (comment_id, revision, kind, start_offset, end_offset)
  SELECT c.id, 1, k.column1, 2, 5 FROM comments c JOIN (
    VALUES ('phone', 4), ('link', 29), ('banned_word', 97), ('address', 211)) k ON c.id % k.column2 = 1
  WHERE ${sown}`

/** Half of them are not for the moderator who asks. */
const insertReviews = `INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, opened_at)
  SELECT c.id, iif(c.state = 'published', 'recheck', 'appeal'), 1, c.measure_id, c.participant_kind, c.decided_at
  FROM comments c WHERE ${sown} AND (c.state IN ('returned', 'rejected') OR c.state = 'published' AND c.id % 25 = 7)`

const insertExclusions = `INSERT INTO review_exclusions (review_id, user_id)
  SELECT r.id, $moderator FROM comments c JOIN reviews r ON r.comment_id = c.id AND r.kind IN ('appeal', 'recheck')
  WHERE ${sown} AND r.id % 2 = 0`

const insertContacts = `INSERT INTO comment_contacts (comment_id, kind, value)
  SELECT c.id, 'phone', '139' || (10000000 + c.id) FROM comments c WHERE ${sown} AND c.id % 5 = 0`

const insertAudit = `INSERT INTO audit_log
  (at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data)
  SELECT c.created_at, lower(hex(randomblob(16))), 'participant', NULL, 'comment.submitted', 'comment', c.public_id,
    '{"revision":1,"measure":' || c.measure_id || ',"isReply":false}' FROM comments c WHERE ${sown}
  UNION ALL SELECT c.decided_at, lower(hex(randomblob(16))), 'user', $moderator, 'comment.' || c.state, 'comment',
    c.public_id, '{"revision":1,"reason":"in_order"}' FROM comments c WHERE ${sown} AND c.state <> 'pending'`

/** Each fills its part of a chunk of comments inside the server. */
export const sowStatements = [
  insertGroups,
  insertComments,
  insertDecisions,
  insertSignals,
  insertReviews,
  insertExclusions,
  insertSearch,
  insertContacts,
  insertAudit,
]
