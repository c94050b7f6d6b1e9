import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { VersionHistory, VersionView } from '../../contract/submissions'
import type { CommentState } from '../../contract/words'
import { AppError } from '../../errors'
import { newQueryCode } from '../comments/codes'
import { currentConsultation } from '../plan/current'
import { type ConsultationRow, presentConsultation } from '../plan/present'
import { compareVersions } from './compare-versions'
import { presentVersion, senderName, type VersionRow } from './get-submission'
import { getResponseMembership, submissionOf } from './read-submission'
import { parts } from './rules'
import { codeSource, parseContent } from './seal-version'

interface SealedRow extends VersionRow {
  submission_id: string
  content: string
}

/** A version as it was sent, with the comments that count for it; to anybody but members `not_found`. */
export async function getVersion(ctx: ServiceContext, number: number): Promise<VersionView> {
  const membership = await getResponseMembership(ctx)
  const { db } = ctx
  const own = submissionOf(ctx, membership)
  const [versions, comments, [consultation]] = await db.batch([
    db.all<SealedRow>(sql`
      SELECT v.submission_id, v.number, v.content, v.sha256, ${senderName} AS sent_by, v.sent_at, 0 AS entries
      FROM submission_versions v LEFT JOIN users u ON u.id = v.sent_by
      WHERE v.submission_id = ${own} AND v.number >= ${number} ORDER BY v.number LIMIT 2`),
    db.all<CommentRow>(sql`
      SELECT m.key AS measure_key, cl.key AS clause_key, c.public_id, c.state, s.first_version
      FROM submission_comments s JOIN comments c ON c.id = s.comment_id JOIN measures m ON m.id = c.measure_id
      LEFT JOIN clauses cl ON cl.id = c.clause_id
      WHERE s.submission_id = ${own} AND s.replaced_in IS NULL ORDER BY m.id, coalesce(cl.id, 0)`),
    db.all<ConsultationRow>(sql`SELECT * FROM consultations WHERE id = ${currentConsultation(ctx)}`),
  ])
  const [row, later] = versions
  if (row?.number !== number || !consultation) throw new AppError('not_found')
  const { publicId, enterprise, publish, entries } = parseContent(row.content)
  const { entries: _, ...sealed } = presentVersion(row)
  const mayHoldCodes = parts.send.includes(membership.part)
  return {
    ...sealed,
    ...{ publicId, enterprise, publish, entries },
    isLast: later === undefined,
    consultation: presentConsultation(consultation, ctx.now),
    content: row.content,
    comments: later
      ? []
      : await Promise.all(
          comments.map(async (comment) => ({
            measureKey: comment.measure_key,
            clauseKey: comment.clause_key,
            publicId: comment.public_id,
            state: comment.state,
            queryCode: mayHoldCodes
              ? await newQueryCode(
                  ctx,
                  codeSource(
                    row.submission_id,
                    comment.first_version,
                    comment.clause_key ?? comment.measure_key,
                  ),
                )
              : null,
          })),
        ),
  }
}

/** All versions, the newest first, each with what it changed. */
export async function listVersions(ctx: ServiceContext): Promise<VersionHistory> {
  const membership = await getResponseMembership(ctx)
  const rows = await ctx.db.all<SealedRow & { public_id: string }>(sql`
    SELECT v.submission_id, v.number, v.content, v.sha256, ${senderName} AS sent_by, v.sent_at, s.public_id,
      json_array_length(v.content, '$.entries') AS entries
    FROM submission_versions v JOIN submissions s ON s.id = v.submission_id LEFT JOIN users u ON u.id = v.sent_by
    WHERE v.submission_id = ${submissionOf(ctx, membership)} ORDER BY v.number`)
  const [first] = rows
  if (!first) throw new AppError('not_found')
  const contents = rows.map(({ content }) => parseContent(content).entries)
  const versions = rows.map((row, i) => ({
    ...presentVersion(row),
    changes: compareVersions(contents[i - 1] ?? [], contents[i] ?? []),
  }))
  return { publicId: first.public_id, versions: versions.reverse() }
}

interface CommentRow {
  measure_key: string
  clause_key: string | null
  public_id: string
  state: CommentState
  first_version: number
}
