import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptCredentials } from '../../contract/receipts'
import type { FormView } from '../../contract/stamped-forms'
import type { Stance } from '../../contract/words'
import { AppError } from '../../errors'
import { hashQueryCode } from '../comments/codes'
import { type OpinionRow, opinionColumns, presentOpinions } from '../opinions/read-opinions'
import { textReadAt } from '../plan/clause-text'
import { parseWording, wordingColumn } from '../wordings/wording-columns'
import { sealText } from './canonical-text'
import { hasForm } from './stamp-row'

/**
 * The form of an organisation's comment as its text stands, for whoever holds the receipt. There is none of a comment that was
 * withdrawn, nor of one with hidden passages: what would be stamped is not what is shown.
 */
export async function getForm(
  ctx: ServiceContext,
  { publicId, queryCode }: ReceiptCredentials,
): Promise<FormView> {
  const hash = await hashQueryCode(ctx, publicId, queryCode)
  const [row] = await ctx.db.all<FormRow>(sql`
    SELECT c.revision, c.body, c.stance, c.submitted_at, c.participant_name, c.uscc, ${opinionColumns},
      ${wordingColumn} AS wording,
      m.key AS measure_key, m.title AS measure_title, cl.key AS clause_key,
      ${textReadAt(sql`c.plan_revision`)} AS clause_text,
      s.key AS consultation_key, s.title AS consultation_title, s.authority,
      ${hasForm} AS has_form
    FROM comments c JOIN measures m ON m.id = c.measure_id JOIN consultations s ON s.id = c.consultation_id
    LEFT JOIN clauses cl ON cl.id = c.clause_id
    WHERE c.public_id = ${publicId} AND c.query_code_hash = ${hash}`)
  if (!row) throw new AppError('receipt_not_found')
  if (row.has_form === 0) throw new AppError('not_found')
  const { revision, body, stance } = row
  const { targets } = presentOpinions(row)
  const wording = parseWording(row.wording)
  const sealed = await sealText({
    publicId,
    revision,
    measure: row.measure_key,
    clause: row.clause_key,
    stance,
    targets,
    text: body,
    wording: wording?.text ?? null,
  })
  return {
    publicId,
    revision,
    consultation: {
      key: row.consultation_key,
      title: row.consultation_title,
      authority: row.authority,
    },
    organisation: { name: row.participant_name ?? '', uscc: row.uscc ?? '' },
    measure: { key: row.measure_key, title: row.measure_title },
    clause: row.clause_key && row.clause_text ? { key: row.clause_key, text: row.clause_text } : null,
    stance,
    body,
    wording,
    targets,
    submittedAt: new Date(row.submitted_at).toISOString(),
    ...sealed,
  }
}

interface FormRow extends OpinionRow {
  revision: number
  body: string
  wording: string | null
  stance: Stance
  submitted_at: number
  participant_name: string | null
  uscc: string | null
  measure_key: string
  measure_title: string
  clause_key: string | null
  clause_text: string | null
  consultation_key: string
  consultation_title: string
  authority: string
  has_form: number
}
