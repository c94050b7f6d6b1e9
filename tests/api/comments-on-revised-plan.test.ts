import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import type { CommentContextView, CommentReceipt } from '../../worker/contract/comments'
import type { OrphanPage } from '../../worker/contract/revisions'
import { submitComment } from '../../worker/services/comments/submit-comment'
import { bodyOf, errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { makeComment, newComment } from '../support/make-comment'
import { makeDraft, makeRevision, publishDraft } from '../support/make-revision'
import { signInAs } from '../support/make-user'
import { startRevisedPlan, target } from '../support/revised-plan'

const { app, measure, thread, send } = await startRevisedPlan()

describe('a comment made before a revision', () => {
  const first = async (publicId: string) => (await thread()).find((each) => each.publicId === publicId)

  it('is shown with the text of the time once its clause has changed, and not before', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '专精特新' })
    const { publicId: elsewhere } = await makeComment(app, { clause: '1.1.1' })
    expect((await first(publicId))?.madeOn).toBeNull()
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    expect((await first(publicId))?.madeOn).toEqual({ revision: 1, text: target, isOrphan: false })
    expect((await first(elsewhere))?.madeOn).toBeNull()
    const context = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    expect([context.clause?.text, context.clauseNow]).toEqual([target, '培育专精特新企业360家。'])
    expect((await measure()).orphans.items).toEqual([])
  })

  it('is no different to one that reads the revised text', async () => {
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '360家' })
    expect(await first(publicId)).toMatchObject({ madeOn: null, quote: '360家' })
  })

  it('is an orphan where its passage is gone, listed under the measure and never lost', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '300家' })
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    const { body } = (await first(publicId)) ?? {}
    expect((await measure()).orphans).toEqual({
      items: [{ publicId, clauseKey: '1.1.2', madeOn: 1, text: target, quote: '300家', body }],
      hasMore: false,
    })
    expect((await first(publicId))?.madeOn?.isOrphan).toBe(true)
  })

  it('is an orphan where its clause is gone: still in the thread, still answered, still found', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.3' })
    await makeRevision(app, [{ act: 'remove', clause: '1.1.3' }])
    expect((await first(publicId))?.madeOn).toEqual({ revision: 1, text: '推动“小升规”。', isOrphan: true })
    expect((await thread('?clause=1.1.3')).map((each) => each.publicId)).toEqual([publicId])
    const reply = await makeComment(app, { parentId: publicId })
    const context = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    expect(context.replies.map((each) => each.publicId)).toEqual([reply.publicId])
    expect([context.clause?.text, context.clauseNow]).toEqual(['推动“小升规”。', null])
  })

  it('has its place again when a later revision brings the passage back', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2', quote: '300家' })
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业300家以上。' }])
    expect((await measure()).orphans.items).toEqual([])
    expect((await first(publicId))?.madeOn).toEqual({ revision: 1, text: target, isOrphan: false })
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: target }])
    expect((await first(publicId))?.madeOn).toBeNull()
  })

  it('is no public orphan while it waits to be read', async () => {
    await makeComment(app, { clause: '1.1.3', state: 'pending' })
    await makeRevision(app, [{ act: 'remove', clause: '1.1.3' }])
    expect((await measure()).orphans.items).toEqual([])
  })
})

describe('a comment that was being written while a revision was published', () => {
  const form = { body: '建议写明认定口径。', stance: 'suggest', kind: 'individual', publish: 'yes' }
  const orphansAtDesk = async () =>
    bodyOf<OrphanPage>(await app.get('/api/staff/orphans?measure=1.1', { as: await signInAs(app, 'staff') }))
  const sent = async (change: Parameters<typeof send>[0]) =>
    bodyOf<CommentReceipt>(await send(change)).then(({ publicId }) => publicId)
  const stored = (publicId: string) =>
    app.rows(sql`SELECT plan_revision, orphaned_in FROM comments WHERE public_id = ${publicId}`)

  it('is kept as made on the revision that its author read', async () => {
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育专精特新企业360家。' }])
    const { publicId } = await makeComment(app, { clause: '1.1.2', planRevision: 1 })
    const [comment] = await thread()
    expect(comment).toMatchObject({ publicId, madeOn: { revision: 1, text: target, isOrphan: false } })
    const quoted = await sent({ clause: '1.1.2', quote: '300家', planRevision: 1 })
    expect(await stored(quoted)).toEqual([{ plan_revision: 1, orphaned_in: 2 }])
    const { fields } = await errorOf(await send({ clause: '1.1.2', quote: '360家', planRevision: 1 }))
    expect(Object.keys(fields ?? {})).toEqual(['quote'])
  })

  it('is an orphan at once where its clause or its passage is gone, and no longer where it came back', async () => {
    await makeRevision(app, [
      { act: 'remove', clause: '1.1.3' },
      { act: 'amend', clause: '1.1.2', text: '培育360家。' },
    ])
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: '培育300家以上。' }])
    const gone = await sent({ clause: '1.1.3', planRevision: 1 })
    expect(await stored(gone)).toEqual([{ plan_revision: 1, orphaned_in: 2 }])
    expect((await orphansAtDesk()).items).toMatchObject([{ publicId: gone, madeOn: 1, orphanedIn: 2 }])
    const back = await sent({ clause: '1.1.2', quote: '300家', planRevision: 1 })
    expect(await stored(back)).toEqual([{ plan_revision: 1, orphaned_in: null }])
    expect((await errorOf(await send({ clause: '1.1.3', planRevision: 2 }))).code).toBe('invalid_input')
  })

  it('is an orphan even if the revision came between the look at its place and the writing', async () => {
    await makeDraft(app, [{ act: 'remove', clause: '1.1.3' }])
    const context = beforeBatch(app.context(), 3, () => publishDraft(app))
    const { publicId } = await submitComment(context, '1.1', newComment({ clause: '1.1.3' }), null)
    expect(await stored(publicId)).toEqual([{ plan_revision: 1, orphaned_in: 2 }])
  })

  it('names no revision that is not there', async () => {
    const { fields } = await errorOf(await send({ planRevision: 2 }))
    expect(fields).toEqual({ planRevision: '没有这一版的文字。' })
    for (const planRevision of [0, 1.5, '1' as never]) expect((await send({ planRevision })).status).toBe(422)
  })

  it('goes on with the text that it was begun with, from the form to the preview and back', async () => {
    const shown = 'name="planRevision" value="1"'
    expect(await (await app.get('/measures/1.1/comment')).text()).toContain(shown)
    await makeRevision(app, [{ act: 'remove', clause: '1.1.3' }])
    const held = { ...form, clause: '1.1.3', planRevision: '1' }
    const preview = await (await app.submit('/measures/1.1/comment', { ...held, step: 'preview' })).text()
    expect(preview).toContain(shown)
    expect(preview).toContain('推动“小升规”。')
    const again = await (await app.submit('/measures/1.1/comment', { ...held, step: 'edit' })).text()
    expect(again).toContain(shown)
    expect(again).toContain(words.zh.revisions.reading(1, 2))
    expect(await (await app.get('/measures/1.1/comment')).text()).toContain('name="planRevision" value="2"')
    const unknown = await app.submit('/measures/1.1/comment', { ...held, planRevision: '9', step: 'preview' })
    expect(unknown.status).toBe(422)
  })

  it('is stamped, where the form did not say, with what its preview showed', async () => {
    const first = await (await app.submit('/measures/1.1/comment', { ...form, step: 'preview' })).text()
    expect(first).toContain('name="planRevision" value="1"')
  })
})
