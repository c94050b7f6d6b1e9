import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { startOfBeijingDate } from '../../contract/beijing-time'
import type { Redaction } from '../../contract/redaction'
import type { ExportQuery } from '../../contract/staff'
import { countCharacters } from '../../contract/text'
import type { CommentState, Decision, ParticipantKind, Stance } from '../../contract/words'
import { hiddenPassagesText } from '../moderation/hidden-passages'
import { currentConsultation, measureIdOf } from '../plan/current'
import type { ExportRow } from './export-row'
import { type PlanNames, readPlanNames, wordingKey } from './read-plan-names'

const day = 86_400_000

/** A page ends at whichever comes first, so that its answer stays far below the server's 10 MB. */
const page = { rows: 1000, characters: 500_000 }

/** What a filter selects, oldest first: read page by page behind the last id, one page at a time. */
export async function* readExportRows(
  ctx: ServiceContext,
  filters: ExportQuery,
): AsyncGenerator<ExportRow[], void, void> {
  const names = await readPlanNames(ctx)
  for (let after = 0; ; ) {
    const rows = await ctx.db.all<{ id: number; fields: string }>(pageAfter(after, filters))
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => presentRow(JSON.parse(row.fields), names))
    after = last.id
  }
}

function pageAfter(after: number, filters: ExportQuery): SQL {
  const { measure, kind, state, from, to } = filters
  const conditions = [
    sql`c.id > ${BigInt(after)}`,
    measure ? sql`c.measure_id = ${measureIdOf(measure)}` : sql`+c.consultation_id = ${currentConsultation}`,
    kind && sql`+c.participant_kind = ${kind}`,
    state && sql`+c.state = ${state}`,
    from && sql`c.created_at >= ${startOfBeijingDate(from).getTime()}`,
    to && sql`c.created_at < ${startOfBeijingDate(to).getTime() + day}`,
  ].filter((condition): condition is SQL => Boolean(condition))
  return sql`
    WITH chosen AS (
      SELECT c.id, sum(length(c.body)) OVER (ORDER BY c.id) AS characters, row_number() OVER (ORDER BY c.id) AS place
      FROM (SELECT c.id, c.body FROM comments c WHERE ${sql.join(conditions, sql` AND `)}
        ORDER BY c.id LIMIT ${page.rows}) AS c)
    SELECT c.id, json_object(${fields}) AS fields
    FROM chosen JOIN comments c ON c.id = chosen.id
    LEFT JOIN comments p ON p.id = c.parent_id LEFT JOIN comment_contacts k ON k.comment_id = c.id
    LEFT JOIN appeals a ON a.comment_id = c.id
    LEFT JOIN moderation_decisions d ON d.id = (
      SELECT id FROM moderation_decisions WHERE comment_id = c.id ORDER BY decided_at DESC LIMIT 1)
    WHERE chosen.place = 1 OR chosen.characters <= ${page.characters}
    ORDER BY c.id`
}

/** One JSON text per row: the client unpacks a cell of its own for each column far more slowly. */
const fields = sql.raw(
  Object.entries({
    public_id: 'c.public_id',
    revision: 'c.revision',
    state: 'c.state',
    measure_id: 'c.measure_id',
    clause_id: 'c.clause_id',
    participant_kind: 'c.participant_kind',
    participant_name: 'c.participant_name',
    uscc: 'c.uscc',
    is_verified: 'c.is_verified',
    is_name_public: 'c.is_name_public',
    is_publishable: 'c.is_publishable',
    stance: 'c.stance',
    body: 'c.body',
    reply_count: 'c.reply_count',
    created_at: 'c.created_at',
    parent_public_id: 'p.public_id',
    contact: 'k.value',
    decision: 'd.decision',
    decided_at: 'd.decided_at',
    reason_id: 'd.reason_id',
    reason_version: 'd.reason_version',
    note: 'd.note',
    decided_by: 'd.decided_by',
    decided_count: '(SELECT count(*) FROM moderation_decisions WHERE comment_id = c.id)',
    hidden: `json(${hiddenPassagesText})`,
    appealed_at: 'a.filed_at',
  } satisfies Record<keyof Row, string>)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', '),
)

interface Row {
  public_id: string
  revision: number
  state: CommentState
  measure_id: number
  clause_id: number | null
  participant_kind: ParticipantKind
  participant_name: string | null
  uscc: string | null
  is_verified: number
  is_name_public: number
  is_publishable: number
  stance: Stance
  body: string
  reply_count: number
  created_at: number
  parent_public_id: string | null
  contact: string | null
  decision: Decision | null
  decided_at: number | null
  reason_id: string | null
  reason_version: number | null
  note: string | null
  decided_by: string | null
  decided_count: number
  hidden: Redaction[]
  appealed_at: number | null
}

function presentRow(row: Row, names: PlanNames): ExportRow {
  const isIndividual = row.participant_kind === 'individual'
  const measure = names.measures.get(row.measure_id)
  const clause = row.clause_id === null ? undefined : names.clauses.get(row.clause_id)
  return {
    publicId: row.public_id,
    revision: row.revision,
    state: row.state,
    themeNumber: measure?.themeNumber ?? 0,
    themeTitle: measure?.themeTitle ?? '',
    measureKey: measure?.key ?? '',
    measureTitle: measure?.title ?? '',
    clauseKey: clause?.key ?? null,
    clauseText: clause?.text ?? null,
    parentPublicId: row.parent_public_id,
    participantKind: row.participant_kind,
    organisationName: isIndividual ? null : row.participant_name,
    uscc: row.uscc,
    isVerified: isIndividual ? null : row.is_verified === 1,
    displayName: isIndividual ? row.participant_name : null,
    showName: isIndividual ? row.is_name_public === 1 : null,
    consentPublish: row.is_publishable === 1,
    stance: row.stance,
    body: row.body,
    characters: countCharacters(row.body),
    hiddenCount: row.hidden.length,
    replyCount: row.reply_count,
    contact: row.contact,
    createdAt: new Date(row.created_at).toISOString(),
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
    decision: row.decision,
    reasonId: row.reason_id,
    reasonText:
      row.reason_id === null
        ? null
        : (names.reasons.get(wordingKey(row.reason_id, row.reason_version)) ?? null),
    note: row.note,
    decidedCount: row.decided_count,
    appealedAt: row.appealed_at === null ? null : new Date(row.appealed_at).toISOString(),
    moderator: row.decided_by === null ? null : (names.users.get(row.decided_by) ?? null),
  }
}
