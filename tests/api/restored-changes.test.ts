import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CommentContextView } from '../../worker/contract/comments'
import { outcomeColumn, parseOutcome } from '../../worker/services/results/outcome'
import { bodyOf } from '../support/answers'
import { decide, makeComment } from '../support/make-comment'
import { disposeRow, makeDraft, publishDraft } from '../support/make-revision'
import { makeUser } from '../support/make-user'
import { raised, startRevisionDesk } from '../support/revision-desk'

const { app, desk, change, clause, changeId } = await startRevisionDesk()

/** An adopted comment whose named change was taken back while it was rejected, and that is restored. */
async function restoreWithoutChange() {
  const { publicId } = await makeComment(app, { clause: '1.1.2' })
  await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: raised }], desk.me)
  const id = await changeId('1.1.2')
  await disposeRow(app, publicId, 'adopted', [id])
  const { actor } = await makeUser(app, 'senior_moderator')
  await decide(app, { publicId, revision: 1, decision: 'reject', reason: 'off_topic' }, actor)
  await bodyOf(await change({ act: 'take_back', clause: '1.1.2' }))
  await decide(app, { publicId, revision: 1, decision: 'restore', reason: 'restored' }, actor)
  return { publicId, id }
}
const outcomeOf = async (publicId: string) => {
  const [row] = await app.rows<{ outcome: string }>(sql`
    SELECT ${outcomeColumn} AS outcome FROM cases k JOIN comments c ON c.id = k.comment_id
    WHERE c.public_id = ${publicId}`)
  return parseOutcome(row?.outcome ?? null)
}
const changesOf = async (publicId: string) =>
  (await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))).changes

describe('a comment that is restored after the change that it caused was taken back', () => {
  it('is shown as adopted, and with no change that the text does not have', async () => {
    const { publicId } = await restoreWithoutChange()
    expect(await clause('1.1.2')).toMatchObject({ change: null })
    await makeDraft(app, [{ act: 'remove', clause: '1.1.3' }], desk.me)
    await publishDraft(app)
    expect(await outcomeOf(publicId)).toMatchObject({ disposition: 'adopted', changes: [] })
    expect(await changesOf(publicId)).toEqual([])
    expect((await (await app.get('/api/revisions')).text()).includes(publicId)).toBe(false)
  })

  it('is shown with the change again where it is made again under the same number', async () => {
    const { publicId, id } = await restoreWithoutChange()
    await bodyOf(await change({ act: 'amend', clause: '1.1.2', text: raised }))
    expect(await changeId('1.1.2')).toBe(id)
    await publishDraft(app)
    expect(await changesOf(publicId)).toMatchObject([{ id, clauseKey: '1.1.2', kind: 'amend' }])
    expect((await outcomeOf(publicId))?.changes).toMatchObject([{ key: '1.1.2', after: raised }])
  })
})
