import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { VersionHistory, VersionView } from '../../contract/submissions'
import type { CommentState } from '../../contract/words'
import { AppError } from '../../errors'
import { type OpeningRow, presentOpening } from '../annexes/annex-row'
import { newQueryCode } from '../comments/codes'
import { isOfEarlierPeople } from '../enterprises/is-of-earlier-people'
import { hiddenPassages } from '../moderation/hidden-passages'
import { currentConsultation } from '../plan/current'
import { type ConsultationRow, presentConsultation } from '../plan/present'
import { isOnPaper } from '../stamped-forms/on-paper'
import { mayUploadScan } from '../stamped-forms/rules'
import { parseStamps, standingScan, versionStampsColumn } from '../stamped-forms/stamp-row'
import { compareVersions } from './compare-versions'
import { presentVersion, type VersionRow } from './get-submission'
import { getResponseMembership, submissionOf } from './read-submission'
import { parseRefusal, refusalColumn } from './refusal'
import { parts } from './rules'
import { codeSource, parseContent } from './seal-version'

interface SealedRow extends VersionRow {
  submission_id: string
  content: string
}

/** A version as it was sent, with the comments that stood for it; to anybody but members `not_found`. */
export async function getVersion(ctx: ServiceContext, number: number): Promise<VersionView> {
  const membership = await getResponseMembership(ctx)
  const { db } = ctx
  const own = submissionOf(ctx, membership)
  const [versions, comments, openings, [consultation]] = await db.batch([
    db.all<SealedRow & { stamps: string }>(sql`
      SELECT v.submission_id, v.number, v.content, v.sha256, u.name AS sent_by, v.sent_at, 0 AS entries, ${versionStampsColumn}
      FROM submission_versions v LEFT JOIN users u ON u.id = v.sent_by
      WHERE v.submission_id = ${own} AND v.number >= ${number} ORDER BY v.number LIMIT 2`),
    db.all<CommentRow>(sql`
      SELECT m.key AS measure_key, cl.key AS clause_key, c.public_id, c.state, s.first_version,
        s.replaced_in IS NOT NULL OR (c.state <> 'withdrawn' AND c.revision = s.sent_revision AND c.erased_at IS NULL) AS is_as_sent, json_array_length(${hiddenPassages}) AS hidden,
        ${isOfEarlierPeople} AS is_of_earlier_people, ${isOnPaper} AS is_on_paper,
        s.replaced_in IS NOT NULL AS is_replaced, c.submitted_at, ${refusalColumn}
      FROM submission_comments s JOIN comments c ON c.id = s.comment_id JOIN measures m ON m.id = c.measure_id
      LEFT JOIN clauses cl ON cl.id = c.clause_id
      WHERE s.submission_id = ${own} AND ${stoodFor(number)} ORDER BY m.id, coalesce(cl.id, 0)`),
    db.all<OpeningRow & PlaceRow>(sql`
      SELECT m.key AS measure_key, cl.key AS clause_key, o.opened_at, o.purpose, u.name, u.name_en
      FROM submission_comments s JOIN annex_openings o ON o.comment_id = s.comment_id JOIN measures m ON m.id = s.measure_id
      LEFT JOIN clauses cl ON cl.id = s.clause_id LEFT JOIN units u ON u.id = o.unit_id
      WHERE s.submission_id = ${own} AND ${stoodFor(number)}
      ORDER BY o.id DESC`),
    db.all<ConsultationRow & { result_at: number | null }>(
      sql`SELECT * FROM consultations WHERE id = ${currentConsultation(ctx)}`,
    ),
  ])
  const [row, later] = versions
  if (row?.number !== number || !consultation) throw new AppError('not_found')
  const { publicId, enterprise, publish, entries } = parseContent(row.content)
  const { entries: _, ...sealed } = presentVersion(row)
  const mayHoldCodes = parts.send.includes(membership.part)
  const scans = parseStamps(row.stamps)
  const hasForm = !later && entries.length > 0 && comments.every(({ is_on_paper }) => is_on_paper === 1)
  return {
    ...sealed,
    ...{ publicId, enterprise, publish, entries },
    isLast: later === undefined,
    consultation: presentConsultation(consultation, ctx.now),
    content: row.content,
    stamped: {
      hasForm,
      isConfirmed: !later && standingScan(scans) === 'confirmed',
      mayUpload:
        mayHoldCodes &&
        mayUploadScan({
          standing: standingScan(scans),
          hasForm,
          isResultPublic: consultation.result_at !== null,
        }),
      scans,
    },
    comments: await Promise.all(
      comments.map(async (comment) => ({
        measureKey: comment.measure_key,
        clauseKey: comment.clause_key,
        publicId: comment.public_id,
        state: comment.state,
        refusal: parseRefusal(comment.refusal),
        isAsSent: comment.is_as_sent === 1,
        later: fateOf(comment, later),
        hidden: comment.hidden,
        queryCode:
          mayHoldCodes && comment.is_of_earlier_people === 0
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
    annexOpenings: openings.map((row) => ({
      measureKey: row.measure_key,
      clauseKey: row.clause_key,
      ...presentOpening(row),
    })),
  }
}

/** Of `submission_comments AS s`: it was a part of this version. */
const stoodFor = (number: number): SQL =>
  sql`s.first_version <= ${number} AND coalesce(s.replaced_in > ${number}, 1)`

function fateOf({ is_replaced, submitted_at }: CommentRow, later: SealedRow | undefined) {
  if (is_replaced === 1) return 'replaced'
  return later && submitted_at >= later.sent_at ? 'revised' : null
}

/** All versions, the newest first, each with what it changed. */
export async function listVersions(ctx: ServiceContext): Promise<VersionHistory> {
  const membership = await getResponseMembership(ctx)
  const rows = await ctx.db.all<SealedRow & { public_id: string }>(sql`
    SELECT v.submission_id, v.number, v.content, v.sha256, u.name AS sent_by, v.sent_at, s.public_id,
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

interface PlaceRow {
  measure_key: string
  clause_key: string | null
}

interface CommentRow extends PlaceRow {
  public_id: string
  state: CommentState
  first_version: number
  is_as_sent: number
  is_of_earlier_people: number
  is_on_paper: number
  is_replaced: number
  submitted_at: number
  refusal: string | null
  hidden: number
}
