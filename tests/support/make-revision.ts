import { sql } from 'drizzle-orm'
import type { UserActor } from '../../worker/context'
import type { ClauseChangeInput } from '../../worker/contract/revisions'
import type { Disposition } from '../../worker/contract/words'
import { changeClause } from '../../worker/services/plan-revisions/change-clause'
import { publishRevision } from '../../worker/services/plan-revisions/publish-revision'
import { readDraftMeasure } from '../../worker/services/plan-revisions/read-draft-measure'
import { readOverview } from '../../worker/services/plan-revisions/read-overview'
import { measureKeyOf } from '../../worker/services/plan-revisions/rules'
import { startRevision } from '../../worker/services/plan-revisions/start-revision'
import { second } from './clock'
import { makeUser } from './make-user'
import type { TestApp } from './test-app'

type Wanted =
  | { act: 'amend'; clause: string; text: string; reason?: string }
  | { act: 'add'; measure: string; text: string; reason?: string }
  | { act: 'remove'; clause: string; reason?: string }
  | { act: 'take_back'; clause: string }

/** An act with the state that the draft has now, as somebody would send it who has just looked. */
export async function seenNow(app: TestApp, by: UserActor, wanted: Wanted): Promise<ClauseChangeInput> {
  if (wanted.act === 'add') return { reason: '', ...wanted }
  const key = measureKeyOf({ ...wanted, seen: '' } as ClauseChangeInput)
  const { clauses } = await readDraftMeasure(app.context(by), key)
  const seen = clauses.find((clause) => clause.key === wanted.clause)?.seen ?? ''
  return wanted.act === 'take_back' ? { ...wanted, seen } : { reason: '', ...wanted, seen }
}

/** Opens a draft, or goes on in the one there is, and changes it so. A staff member is made if none is given. */
export async function makeDraft(app: TestApp, changes: Wanted[] = [], by?: UserActor): Promise<UserActor> {
  const actor = by ?? (await makeUser(app, 'staff')).actor
  const { draft } = await readOverview(app.context(actor))
  if (!draft) await startRevision(app.context(actor), { note: '' })
  for (const wanted of changes) {
    app.clock.advance(second)
    await changeClause(app.context(actor), await seenNow(app, actor, wanted))
  }
  return actor
}

/** Publishes what the draft holds then, by an administrator. */
export async function publishDraft(app: TestApp): Promise<number> {
  const { actor } = await makeUser(app, 'admin')
  const { draft } = await readOverview(app.context(actor))
  if (!draft) throw new Error('there is no draft')
  app.clock.advance(second)
  const { number, seen, note } = draft
  await publishRevision(app.context(actor), {
    number,
    seen,
    note: note || '据意见修改。',
    losesTargets: true,
  })
  return draft.number
}

export async function makeRevision(app: TestApp, changes: Wanted[]): Promise<number> {
  await makeDraft(app, changes)
  return publishDraft(app)
}

/** Has no draft stand open, whatever it holds. */
export async function closeDraft(app: TestApp): Promise<void> {
  await app.db.batch([
    app.db.run(sql`
      UPDATE plan_revisions SET published_by = created_by, published_at = created_at WHERE published_at IS NULL`),
    app.db.run(sql`
      UPDATE consultations SET plan_revision = coalesce(
        (SELECT max(number) FROM plan_revisions WHERE consultation_id = consultations.id), 1)`),
  ])
}

/** A disposition as the database keeps it, naming changes; the next version of the comment's. */
export async function disposeRow(
  app: TestApp,
  publicId: string,
  disposition: Disposition,
  changes: number[] = [],
): Promise<void> {
  const { actor } = await makeUser(app, 'staff')
  const isThis = sql`comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`
  const passedTo = disposition === 'passed_on' ? '省发展改革委' : null
  await app.db.batch([
    app.db.run(sql`
      INSERT INTO dispositions (comment_id, version, comment_revision, disposition, reason, passed_to, disposed_by, disposed_at)
      SELECT comment_id, disposition_version + 1, comment_revision, ${disposition}, '意见合理。', ${passedTo}, ${actor.id},
        ${app.clock.now().getTime()} FROM cases WHERE ${isThis}`),
    app.db.run(sql`
      UPDATE cases SET disposition = ${disposition}, disposition_version = disposition_version + 1 WHERE ${isThis}`),
    ...changes.map((id) =>
      app.db.run(sql`
        INSERT INTO disposition_changes (comment_id, version, clause_change_id)
        SELECT comment_id, disposition_version, ${id} FROM cases WHERE ${isThis}`),
    ),
  ])
}
