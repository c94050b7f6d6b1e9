import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StandardTextView } from '../../contract/standard-texts'
import type { Disposition, ResponseState } from '../../contract/words'
import { AppError } from '../../errors'
import {
  presentStandardText,
  type StandardTextRow,
  standardTextColumns,
  standardTextSource,
} from './list-standard-texts'

/** The latest uses of each kind that are listed; how many there are is told too. */
const usesShown = 100

/** A standard text with all its wordings, and where each was used. */
export async function getStandardText(ctx: ServiceContext, id: number): Promise<StandardTextView> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const [[row], wordings, responses, dispositions] = await db.batch([
    db.all<StandardTextRow>(sql`SELECT ${standardTextColumns} FROM ${standardTextSource} WHERE t.id = ${id}`),
    db.all<{ version: number; title: string; text: string; by: string; worded_at: number }>(sql`
      SELECT w.version, w.title, w.text, u.name AS by, w.worded_at FROM standard_text_versions w
      JOIN users u ON u.id = w.worded_by WHERE w.standard_text_id = ${id} ORDER BY w.version DESC`),
    db.all<ResponseUseRow>(sql`
      SELECT v.response_id, v.version, v.standard_text_version, m.key AS measure_key, r.state, v.written_at
      FROM response_versions v INDEXED BY response_versions_of_standard_text
      JOIN responses r ON r.id = v.response_id JOIN measures m ON m.id = r.measure_id
      WHERE v.standard_text_id = ${id} ORDER BY v.response_id DESC, v.version DESC LIMIT ${usesShown}`),
    db.all<DispositionUseRow>(sql`
      SELECT c.public_id, d.version, d.standard_text_version, d.disposition, d.disposed_at
      FROM dispositions d INDEXED BY dispositions_of_standard_text JOIN comments c ON c.id = d.comment_id
      WHERE d.standard_text_id = ${id} ORDER BY d.comment_id DESC, d.version DESC LIMIT ${usesShown}`),
  ])
  if (!row) throw new AppError('not_found')
  return {
    ...presentStandardText(row),
    wordings: wordings.map(({ worded_at, ...wording }) => ({
      ...wording,
      at: new Date(worded_at).toISOString(),
    })),
    usedInResponses: responses.map((use) => ({
      responseId: use.response_id,
      responseVersion: use.version,
      version: use.standard_text_version,
      measureKey: use.measure_key,
      state: use.state,
      at: new Date(use.written_at).toISOString(),
    })),
    usedInDispositions: dispositions.map((use) => ({
      publicId: use.public_id,
      dispositionVersion: use.version,
      version: use.standard_text_version,
      disposition: use.disposition,
      at: new Date(use.disposed_at).toISOString(),
    })),
  }
}

interface ResponseUseRow {
  response_id: number
  version: number
  standard_text_version: number
  measure_key: string
  state: ResponseState
  written_at: number
}

interface DispositionUseRow {
  public_id: string
  version: number
  standard_text_version: number
  disposition: Disposition
  disposed_at: number
}
