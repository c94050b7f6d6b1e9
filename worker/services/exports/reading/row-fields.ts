import { type SQL, sql } from 'drizzle-orm'
import type { Redaction } from '../../../contract/redaction'
import type {
  Channel,
  CommentState,
  Decision,
  Disposition,
  EnterpriseSize,
  ParticipantKind,
  SignalKind,
  StampState,
  Stance,
  TargetOpinion,
} from '../../../contract/words'
import { isBlindTo } from '../../coding/blindness'
import { hiddenPassagesText } from '../../moderation/hidden-passages'
import { stampState } from '../../stamped-forms/stamp-row'
import { wordingText } from '../../wordings/wording-columns'
import { chosenBy, type ExportScope } from '../scope'

/** A comment as the database gives it, in the order of {@link rowFields}. */
export interface CommentFields {
  public_id: string
  revision: number
  state: CommentState
  channel: Channel
  received_on: string | null
  reference: string | null
  import_file: string | null
  measure_id: number
  clause_id: number | null
  plan_revision: number
  quote: string | null
  orphaned_in: number | null
  parent_public_id: string | null
  participant_kind: ParticipantKind
  participant_name: string | null
  uscc: string | null
  is_verified: number
  stamp_state: StampState | null
  is_name_public: number
  size: EnterpriseSize | null
  industry: string | null
  city: string | null
  annex_summary: string | null
  annex_openings: number
  is_publishable: number
  notice_version: number | null
  stance: Stance
  body: string
  wording: string | null
  hidden: Redaction[]
  target_opinions: [targetId: number, opinion: TargetOpinion, value: number | null, evidence: string | null][]
  reply_count: number
  similar_group_id: number | null
  similar_count: number | null
  similarity: number | null
  signals: SignalKind[]
  code_ids: number[]
  contact: string | null
  created_at: number
  submitted_at: number
  decided_at: number | null
  decision: Decision | null
  reason_id: string | null
  reason_version: number | null
  note: string | null
  decided_by: string | null
  decided_count: number
  appealed_at: number | null
  is_admissible: number | null
  opened_at: number | null
  unit_id: number | null
  assignee_id: string | null
  due_at: number | null
  disposition: Disposition | null
  disposition_version: number | null
  disposition_reason: string | null
  passed_to: string | null
  change_ids: number[]
  disposed_at: number | null
  disposed_by: string | null
  response_id: number | null
  answered_at: number | null
}

const arrayOf = (item: string, from: string) => `json((SELECT json_group_array(${item}) FROM (${from})))`

/** Columns of `comments AS c` with what {@link joinedToComments} brings. */
const columns: Record<keyof CommentFields, string> = {
  public_id: 'c.public_id',
  revision: 'c.revision',
  state: 'c.state',
  channel: 'c.channel',
  received_on: 'o.received_on',
  reference: 'o.reference',
  import_file: '(SELECT file_name FROM offline_imports WHERE id = o.import_id)',
  measure_id: 'c.measure_id',
  clause_id: 'c.clause_id',
  plan_revision: 'c.plan_revision',
  quote: 'c.quote',
  orphaned_in: 'c.orphaned_in',
  parent_public_id: 'p.public_id',
  participant_kind: 'c.participant_kind',
  participant_name: 'c.participant_name',
  uscc: "nullif(c.uscc, '')",
  is_verified: 'c.is_verified',
  stamp_state: stampState,
  is_name_public: 'c.is_name_public',
  size: 'f.size',
  industry: 'f.industry',
  city: 'f.city',
  annex_summary: '(SELECT summary FROM annexes WHERE comment_id = c.id)',
  annex_openings: '(SELECT count(*) FROM annex_openings WHERE comment_id = c.id)',
  is_publishable: 'c.is_publishable',
  notice_version: 'c.notice_version',
  stance: 'c.stance',
  body: 'c.body',
  wording: wordingText,
  hidden: `json(${hiddenPassagesText})`,
  target_opinions: arrayOf(
    'json_array(target_id, opinion, value, evidence)',
    'SELECT target_id, opinion, value, evidence FROM target_opinions WHERE comment_id = c.id ORDER BY target_id',
  ),
  reply_count: 'c.reply_count',
  similar_group_id: 'iif(g.member_count > 1, g.id, NULL)',
  similar_count: 'iif(g.member_count > 1, g.member_count, NULL)',
  similarity: 'iif(g.member_count > 1, c.similarity, NULL)',
  signals: arrayOf(
    'kind',
    'SELECT DISTINCT kind FROM comment_signals WHERE comment_id = c.id AND revision = c.revision ORDER BY kind',
  ),
  code_ids: arrayOf(
    'code_id',
    `SELECT DISTINCT code_id FROM tags
      WHERE comment_id = c.id AND comment_revision = c.revision AND removed_at IS NULL ORDER BY code_id`,
  ),
  contact: 'k.value',
  created_at: 'c.created_at',
  submitted_at: 'c.submitted_at',
  decided_at: 'd.decided_at',
  decision: 'd.decision',
  reason_id: 'd.reason_id',
  reason_version: 'd.reason_version',
  note: 'd.note',
  decided_by: 'd.decided_by',
  decided_count: '(SELECT count(*) FROM moderation_decisions WHERE comment_id = c.id)',
  appealed_at: 'a.filed_at',
  is_admissible: 's.is_admissible',
  opened_at: 's.opened_at',
  unit_id: 's.unit_id',
  assignee_id: 's.assignee_id',
  due_at: 's.due_at',
  disposition: 's.disposition',
  disposition_version: 'v.version',
  disposition_reason: 'v.reason',
  passed_to: 'v.passed_to',
  change_ids: arrayOf(
    'clause_change_id',
    'SELECT clause_change_id FROM disposition_changes WHERE comment_id = c.id AND version = v.version ORDER BY 1',
  ),
  disposed_at: 'v.disposed_at',
  disposed_by: 'v.disposed_by',
  response_id: 's.response_id',
  answered_at: 's.answered_at',
}

const names = Object.keys(columns) as (keyof typeof columns)[]

/** A comment's codes, but for somebody who is coding it blind. */
const codesFor = (readerId: string | null): SQL =>
  readerId === null
    ? sql.raw(columns.code_ids)
    : sql`iif(${isBlindTo(readerId, sql`c.id`)}, json('[]'), ${sql.raw(columns.code_ids)})`

/** For the public a group is of public comments: that somebody wrote alike is not told before it is published. */
const publicGroup = (scope: ExportScope): SQL => sql`
  iif(g.member_count > 1 AND EXISTS (
    SELECT 1 FROM comments r INDEXED BY comments_of_similar_group WHERE r.similar_group_id = g.id AND r.id <> c.id
      AND ${chosenBy({ ...scope, filters: {} }, 'r', { isIndexed: false })}), g.id, NULL)`

/** One JSON text per row: the client unpacks a cell of its own for each column far more slowly. */
export function rowFields(scope: ExportScope): SQL {
  const own: Partial<Record<keyof CommentFields, SQL>> = {
    code_ids: codesFor(scope.readerId),
    ...(scope.audience === 'public' && { similar_group_id: publicGroup(scope) }),
  }
  const values = names.map((name) => own[name] ?? sql.raw(columns[name]))
  return sql`json_array(${sql.join(values, sql`, `)})`
}

export function unpackRow(text: string): CommentFields {
  const values = JSON.parse(text) as unknown[]
  const row: Record<string, unknown> = {}
  for (const [i, name] of names.entries()) row[name] = values[i]
  return row as unknown as CommentFields
}

export const joinedToComments = sql.raw(`
  LEFT JOIN comments p ON p.id = c.parent_id
  LEFT JOIN comment_contacts k ON k.comment_id = c.id
  LEFT JOIN appeals a ON a.comment_id = c.id
  LEFT JOIN moderation_decisions d ON d.id = (
    SELECT id FROM moderation_decisions WHERE comment_id = c.id ORDER BY decided_at DESC, rowid DESC LIMIT 1)
  LEFT JOIN cases s ON s.comment_id = c.id
  LEFT JOIN dispositions v ON v.comment_id = c.id AND v.version = s.disposition_version
  LEFT JOIN similar_groups g ON g.id = c.similar_group_id
  LEFT JOIN offline_records o ON o.comment_id = c.id
  LEFT JOIN participant_profiles f ON f.comment_id = c.id`)
