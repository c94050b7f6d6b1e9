import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StandardText } from '../../contract/standard-texts'

/** Uses are counted up to here, so that a text that thousands were answered with costs no more to list. */
const countCap = 1000

/** What is told of `standard_texts AS t` everywhere. */
export const standardTextColumns: SQL = sql.raw(`
  t.id, t.version, w.title, w.text, t.is_active,
  (SELECT count(*) FROM (SELECT 1 FROM response_versions INDEXED BY response_versions_of_standard_text
    WHERE standard_text_id = t.id LIMIT ${countCap})) AS responses,
  (SELECT count(*) FROM (SELECT 1 FROM dispositions INDEXED BY dispositions_of_standard_text
    WHERE standard_text_id = t.id LIMIT ${countCap})) AS dispositions`)

/** Their source, in the wording that holds now. */
export const standardTextSource: SQL = sql.raw(`
  standard_texts t JOIN standard_text_versions w ON w.standard_text_id = t.id AND w.version = t.version`)

export interface StandardTextRow {
  id: number
  version: number
  title: string
  text: string
  is_active: number
  responses: number
  dispositions: number
}

/** Every standard text, those in use first, each with how often it was used. */
export async function listStandardTexts(ctx: ServiceContext): Promise<StandardText[]> {
  assertRole(ctx, 'staff')
  const rows = await ctx.db.all<StandardTextRow>(sql`
    SELECT ${standardTextColumns} FROM ${standardTextSource} ORDER BY t.is_active DESC, t.id`)
  return rows.map(presentStandardText)
}

export function presentStandardText({ is_active, ...row }: StandardTextRow): StandardText {
  return { ...row, isActive: is_active === 1 }
}
