import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodebookView, NewCode } from '../../contract/codebook'
import { limits } from '../../contract/limits'
import { AppError, invalidField } from '../../errors'
import { currentConsultation } from '../plan/current'
import { changeDraft, getDraftOrThrow } from './draft'

/** Adds a code at the end of the draft. A key that an earlier version had brings its code back. */
export async function addCode(ctx: ServiceContext, { edit, key, ...code }: NewCode): Promise<CodebookView> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const draft = await getDraftOrThrow(ctx, edit)
  if (draft.codes.some((known) => known.key === key)) throw invalidField('key', 'code_key_taken')
  if (draft.codes.length >= limits.codes) throw new AppError('codebook_full')
  return changeDraft(ctx, draft, {
    action: 'codebook.code_added',
    data: { key },
    write: (isMine) => [
      db.run(sql`
        INSERT INTO codes (consultation_id, key) SELECT ${currentConsultation(ctx)}, ${key} WHERE ${isMine}
        ON CONFLICT DO NOTHING`),
      db.run(sql`
        INSERT INTO codebook_entries
          (codebook_id, code_id, position, theme, name, definition, example, included, excluded)
        SELECT ${draft.id}, id,
          (SELECT coalesce(max(position), 0) + 1 FROM codebook_entries WHERE codebook_id = ${draft.id}),
          ${code.theme}, ${code.name}, ${code.definition}, ${code.example}, ${code.included}, ${code.excluded}
        FROM codes WHERE consultation_id = ${currentConsultation(ctx)} AND key = ${key} AND ${isMine}`),
    ],
  })
}
