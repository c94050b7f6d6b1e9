import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import type { ResponseView } from '../../contract/responses'
import type { CommentState, Disposition, ResponseAct } from '../../contract/words'
import { AppError } from '../../errors'
import { type CommentRow, commentColumns, presentComment } from '../comments/present'
import { presentStandardText, type UsedTextRow } from '../dispositions/read-disposition'
import { presentResponse, type ResponseRow, responseColumns, responseJoins } from './response-row'

/** So many of the comments that it answers are listed; how many there are is always told. */
const servedShown = 200

/** A response with all its versions and steps, and the comments it answers. */
export async function getResponse(ctx: ServiceContext, id: number): Promise<ResponseView> {
  const me = assertRole(ctx, 'staff')
  const view = presentWhole(await ctx.db.batch(responseQueries(ctx, me, sql`${id}`)))
  if (!view) throw new AppError('not_found')
  return view
}

/** The statements that read the response of this id in full; {@link presentWhole} takes their answers. */
export function responseQueries({ db }: ServiceContext, me: UserActor, id: SQL) {
  return [
    db.all<ResponseRow>(sql`
      SELECT ${responseColumns(me)} FROM responses r ${responseJoins} WHERE r.id = ${id}`),
    db.all<VersionRow>(sql`
      SELECT v.version, v.text, v.written_at, u.name AS by, v.standard_text_id, v.standard_text_version, w.title
      FROM response_versions v JOIN users u ON u.id = v.written_by
      LEFT JOIN standard_text_versions w
        ON w.standard_text_id = v.standard_text_id AND w.version = v.standard_text_version
      WHERE v.response_id = ${id} ORDER BY v.version DESC`),
    db.all<StepRow>(sql`
      SELECT s.act, s.version, s.note, s.taken_at, u.name AS by FROM response_steps s
      JOIN users u ON u.id = s.taken_by WHERE s.response_id = ${id} ORDER BY s.id`),
    db.all<ServedRow>(sql`
      SELECT ${commentColumns}, c.state, k.disposition, k.answered_at
      FROM cases k INDEXED BY cases_of_response CROSS JOIN comments c ON c.id = k.comment_id
      WHERE k.response_id = ${id} ORDER BY k.comment_id LIMIT ${servedShown}`),
  ] as const
}

type Answers = readonly [ResponseRow[], VersionRow[], StepRow[], ServedRow[]]

/** Null where there is no such response. */
export function presentWhole([[row], versions, steps, served]: Answers): ResponseView | null {
  if (!row) return null
  return {
    ...presentResponse(row),
    versions: versions.map((version) => ({
      version: version.version,
      text: version.text,
      standardText: presentStandardText(version),
      by: version.by,
      at: new Date(version.written_at).toISOString(),
    })),
    steps: steps.map(({ act, version, by, taken_at, note }) => ({
      act,
      version,
      by,
      at: new Date(taken_at).toISOString(),
      note,
    })),
    served: served.map((comment) => {
      const { publicId, body, author } = presentComment(comment)
      const { state, disposition, answered_at } = comment
      return { publicId, body, author, state, disposition, isAnswered: answered_at !== null }
    }),
  }
}

interface VersionRow extends UsedTextRow {
  version: number
  text: string
  written_at: number
  by: string
}

interface StepRow {
  act: ResponseAct
  version: number
  note: string | null
  taken_at: number
  by: string
}

interface ServedRow extends CommentRow {
  state: CommentState
  disposition: Disposition | null
  answered_at: number | null
}
