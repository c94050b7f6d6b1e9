import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import type { CaseItem, CaseList, CasesQuery } from '../../contract/casework'
import { limits } from '../../contract/limits'
import type { Channel, CommentState, Disposition, ParticipantKind, Stance } from '../../contract/words'
import { presentAuthor } from '../comments/present'
import { parseCursor, takePage } from '../paging/cursor'
import { type AssignmentRow, assignmentColumns, assignmentJoins, presentAssignment } from './assignment'
import { partOf } from './parts'

/** As much of a text as a row of the list has room for. */
const excerptLength = 200

/** A page of the cases, each with its text, whose it is and how far it has come. */
export async function listCases(ctx: ServiceContext, query: CasesQuery): Promise<CaseList> {
  const me = assertRole(ctx, 'staff')
  const limit = query.limit ?? limits.casesShown
  const isByDue = query.view === 'overdue'
  const cursor = (parseCursor(query.after, isByDue ? 2 : 1) ?? []).map(BigInt)
  const { source, conditions, place, direction } = partOf(ctx, me, query)
  const beyond = sql.raw(direction === 'ASC' ? '>' : '<')
  const values = sql.join(
    cursor.map((part) => sql`${part}`),
    sql`, `,
  )
  const order = sql.raw(isByDue ? 'k.due_at, k.comment_id' : `k.comment_id ${direction}`)
  const rows = await ctx.db.all<CaseRow>(sql`
    SELECT c.public_id, substr(c.body, 1, ${excerptLength}) AS excerpt, c.stance, c.participant_kind,
      c.participant_name, c.is_name_public, c.is_verified, c.parent_id, c.state, c.channel,
      m.key AS measure_key, m.short_title, m.short_title_en, cl.key AS clause_key,
      k.comment_id, k.opened_at, k.disposition, k.disposition_version, ${assignmentColumns},
      coalesce(g.member_count, 1) AS group_count,
      (SELECT count(*) FROM staff_notes INDEXED BY staff_notes_of_comment WHERE comment_id = k.comment_id) AS note_count
    FROM (
      SELECT k.* FROM ${source} WHERE ${sql.join(conditions, sql` AND `)}
        ${cursor.length > 0 ? sql`AND (${place}) ${beyond} (${values})` : sql``}
      ORDER BY ${order} LIMIT ${limit + 1}) AS k
    CROSS JOIN comments c ON c.id = k.comment_id CROSS JOIN measures m ON m.id = k.measure_id
    LEFT JOIN clauses cl ON cl.id = c.clause_id LEFT JOIN similar_groups g ON g.id = c.similar_group_id
    ${assignmentJoins}
    ORDER BY ${order}`)
  return takePage(
    rows,
    limit,
    (row) => presentItem(me, row),
    (row) => (isByDue ? [row.due_at ?? 0, row.comment_id] : [row.comment_id]),
  )
}

function presentItem(me: UserActor, row: CaseRow): CaseItem {
  return {
    publicId: row.public_id,
    excerpt: row.excerpt,
    stance: row.stance,
    author: presentAuthor({
      participantKind: row.participant_kind,
      participantName: row.participant_name,
      isNamePublic: row.is_name_public === 1,
      isVerified: row.is_verified === 1,
    }),
    measure: { key: row.measure_key, shortTitle: row.short_title, shortTitleEn: row.short_title_en },
    clauseKey: row.clause_key,
    isReply: row.parent_id !== null,
    isPrivate: row.state === 'private',
    channel: row.channel,
    openedAt: new Date(row.opened_at).toISOString(),
    disposition: row.disposition,
    dispositionVersion: row.disposition_version,
    assignment: presentAssignment(me, row),
    groupCount: row.group_count,
    noteCount: row.note_count,
  }
}

interface CaseRow extends AssignmentRow {
  comment_id: number
  public_id: string
  excerpt: string
  stance: Stance
  participant_kind: ParticipantKind
  participant_name: string | null
  is_name_public: number
  is_verified: number
  parent_id: number | null
  state: CommentState
  channel: Channel
  measure_key: string
  short_title: string
  short_title_en: string
  clause_key: string | null
  opened_at: number
  disposition: Disposition | null
  disposition_version: number
  group_count: number
  note_count: number
}
