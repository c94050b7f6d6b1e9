import { type SQL, sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import type { CodebookView } from '../../contract/codebook'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import type { Act } from '../audit/acts'
import { recordAudit } from '../audit/record'
import { type Codebook, presentCodebook, readCodebook } from './read-codebook'

const isDraft = sql`b.published_at IS NULL`

/** The draft as it was when the change was thought of; refused where it has moved on since. */
export async function getDraftOrThrow(ctx: ServiceContext, edit: string): Promise<Codebook> {
  const draft = await readCodebook(ctx, isDraft)
  if (!draft) throw new AppError('not_found')
  if (draft.edit !== edit) throw new AppError('codebook_draft_changed')
  return draft
}

interface DraftChange {
  action: Act
  data: Record<string, unknown>
  /** The statements of the change; each has `isMine` in its condition. */
  write: (isMine: SQL) => Query[]
}

/** Changes the draft in one batch, of which nothing happens where a colleague was faster. Answers the draft as it is then. */
export async function changeDraft(
  ctx: ServiceContext,
  draft: Codebook,
  { action, data, write }: DraftChange,
): Promise<CodebookView> {
  const { db } = ctx
  const next = newId(ctx)
  const isMine = sql`EXISTS (SELECT 1 FROM codebooks WHERE id = ${draft.id} AND edit = ${next})`
  const [moved] = await db.batch([
    db.run(sql`
      UPDATE codebooks SET edit = ${next} WHERE id = ${draft.id} AND edit = ${draft.edit} AND published_at IS NULL`),
    ...write(isMine),
    recordAudit(ctx, { action, subjectKind: 'codebook', subjectId: String(draft.version), data }, isMine),
  ])
  if (moved.rowsAffected === 0) throw new AppError('codebook_draft_changed')
  return readDraft(ctx)
}

export async function readDraft(ctx: ServiceContext): Promise<CodebookView> {
  const draft = await readCodebook(ctx, isDraft)
  if (!draft) throw new AppError('codebook_draft_changed')
  return presentCodebook(draft)
}
