import { type SQL, sql } from 'drizzle-orm'
import { domainWords } from '../../contract/locales'
import type {
  Channel,
  CommentState,
  Decision,
  Disposition,
  ParticipantKind,
  RedactionReason,
} from '../../contract/words'
import type { ReadPage } from '../exports/reading/pages'
import type { ExportScope } from '../exports/scope'

const pageRows = 1000
/** More than any comment's dispositions have: comment and version make one growing number. */
const versions = 100_000n
const monthOf = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 7)
const timeOf = (moment: number) => new Date(moment).toISOString()

/** Rows behind a growing number, page by page. */
async function* paged<Row extends { at_row: number }>(
  read: ReadPage,
  query: (after: bigint) => SQL,
): AsyncGenerator<Row[]> {
  for (let after = 0; ; ) {
    const rows = await read<Row>(query(BigInt(after)))
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.at_row
  }
}

const isOwn = ({ consultationId, lastCommentId }: ExportScope) =>
  sql`+c.consultation_id = ${consultationId} AND c.id <= ${BigInt(lastCommentId)}`

/**
 * Every comment that came in, so that all figures can be counted: of those that are not public only what the figures take,
 * without text, name, clause or stance.
 */
export async function* readRegister(read: ReadPage, scope: ExportScope) {
  const pages = paged<{
    at_row: number
    public_id: string
    measure: string
    state: CommentState
    channel: Channel
    created_at: number
    kind: ParticipantKind
    is_admissible: number | null
    disposition: Disposition | null
  }>(
    read,
    (after) => sql`
      SELECT c.id AS at_row, c.public_id, m.key AS measure, c.state, c.channel, c.created_at,
        c.participant_kind AS kind, k.is_admissible, k.disposition
      FROM comments c JOIN measures m ON m.id = c.measure_id LEFT JOIN cases k ON k.comment_id = c.id
      WHERE c.id > ${after} AND ${isOwn(scope)} ORDER BY c.id LIMIT ${pageRows}`,
  )
  for await (const rows of pages)
    yield rows.map((row) => ({
      publicId: row.public_id,
      measure: row.measure,
      month: monthOf(row.created_at),
      channel: row.channel,
      state: row.state,
      kind: row.is_admissible === 1 ? row.kind : null,
      disposition: row.is_admissible === 1 ? row.disposition : null,
    }))
}

/** What was decided on the comments, why and when, by nobody in particular. */
export async function* readDecisions(read: ReadPage, scope: ExportScope) {
  const pages = paged<{
    at_row: number
    public_id: string
    revision: number
    from_state: CommentState
    decision: Decision
    reason_id: string
    reason_version: number
    decided_at: number
    waited_minutes: number | null
    redactions: string
  }>(
    read,
    (after) => sql`
      SELECT d.rowid AS at_row, c.public_id, d.revision, d.from_state, d.decision, d.reason_id, d.reason_version,
        d.decided_at, d.waited_minutes, (SELECT json_group_array(reason) FROM (
          SELECT reason FROM redactions WHERE decision_id = d.id ORDER BY number)) AS redactions
      FROM moderation_decisions d JOIN comments c ON c.id = d.comment_id
      WHERE d.rowid > ${after} AND ${isOwn(scope)} ORDER BY d.rowid LIMIT ${pageRows}`,
  )
  for await (const rows of pages)
    yield rows.map((row) => ({
      publicId: row.public_id,
      revision: row.revision,
      at: timeOf(row.decided_at),
      from: row.from_state,
      decision: row.decision,
      reason: row.reason_id,
      reasonVersion: row.reason_version,
      waitedMinutes: row.waited_minutes,
      redactions: JSON.parse(row.redactions) as RedactionReason[],
    }))
}

/** The wordings of the reasons that decisions name. */
export const readReasons = (read: ReadPage) =>
  read<{ reason: string; version: number; zh: string; en: string }>(
    sql`SELECT reason_id AS reason, version, zh, en FROM reason_wordings ORDER BY reason_id, version`,
  )

/** Every version of what became of the admissible comments; a reason is public where its comment is. */
export async function* readDispositions(read: ReadPage, scope: ExportScope) {
  const pages = paged<{
    at_row: number
    public_id: string
    state: CommentState
    version: number
    disposition: Disposition
    reason: string
    passed_to: string | null
    decided_at: number
    changes: string
  }>(
    read,
    (after) => sql`
      SELECT v.comment_id * ${versions} + v.version AS at_row, c.public_id, c.state, v.version, v.disposition, v.reason, v.passed_to,
        v.disposed_at AS decided_at, (SELECT json_group_array(name) FROM (
          SELECT cl.key || '@' || p.number AS name FROM disposition_changes l
          JOIN clause_changes h ON h.id = l.clause_change_id JOIN clauses cl ON cl.id = h.clause_id
          JOIN plan_revisions p ON p.id = h.plan_revision_id AND p.published_at IS NOT NULL
          WHERE l.comment_id = v.comment_id AND l.version = v.version ORDER BY p.number, cl.id)) AS changes
      FROM dispositions v JOIN comments c ON c.id = v.comment_id JOIN cases k ON k.comment_id = c.id
        AND k.comment_revision = v.comment_revision
      WHERE (v.comment_id, v.version) > (${after / versions}, ${after % versions}) AND k.is_admissible = 1
        AND ${isOwn(scope)} ORDER BY v.comment_id, v.version LIMIT ${pageRows}`,
  )
  for await (const rows of pages)
    yield rows.map((row) => {
      const isPublic = row.state === 'published'
      return {
        publicId: row.public_id,
        version: row.version,
        at: timeOf(row.decided_at),
        disposition: row.disposition,
        reason: isPublic ? row.reason : null,
        passedTo: isPublic ? row.passed_to : null,
        /** A clause and the revision that changed it: 7.1.2@2. */
        changes: JSON.parse(row.changes) as string[],
      }
    })
}

/** The published versions of the codebook; its examples stay inside, for they may be words of comments that are not public. */
export const readCodebooks = (read: ReadPage, { consultationId }: ExportScope) =>
  read<Record<string, string | number>>(sql`
    SELECT b.version, o.key, e.theme, e.name, e.definition, e.included, e.excluded FROM codebooks b
    JOIN codebook_entries e ON e.codebook_id = b.id JOIN codes o ON o.id = e.code_id
    WHERE b.consultation_id = ${consultationId} AND b.published_at IS NOT NULL ORDER BY b.version, e.position, o.id`)

/** The words of the vocabularies that the files use. */
export const vocabulary = {
  states: domainWords.zh.states,
  channels: domainWords.zh.channels,
  kinds: domainWords.zh.kinds,
  decisions: domainWords.zh.decisions,
  dispositions: domainWords.zh.dispositions,
}
