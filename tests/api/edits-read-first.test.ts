import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { NewComment, ThreadPage } from '../../worker/contract/comments'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { SubmissionView } from '../../worker/contract/submissions'
import { bodyOf } from '../support/answers'
import { makeComment, organisation, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeFirm, makeResponse, newEntry, reopen, sendResponse } from '../support/make-submission'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const phone = '微信13800138000'
const banned = '赌球咨询有限公司'

beforeEach(async () => {
  app.limits.reset()
  await makeConsultation(app)
  await app.db.run(sql`UPDATE consultations SET moderation = 'after' WHERE is_current = 1`)
})

const send = (change: Partial<NewComment> = {}) => makeComment(app, { state: 'pending', ...change })
const edit = async ({ publicId, queryCode }: TestComment, more: object = {}) =>
  bodyOf<ReceiptView>(
    await app.post('/api/receipts/resubmit', {
      publicId,
      queryCode,
      body: '第二稿。',
      stance: 'suggest',
      ...more,
    }),
  )
const shown = async () =>
  (await bodyOf<ThreadPage>(await app.get('/api/measures/1.1/comments'))).items.map(
    ({ publicId }) => publicId,
  )
const banGambling = () =>
  app.db.run(
    sql`INSERT OR IGNORE INTO banned_words (word, category, added_by, added_at) SELECT '赌球', 'gambling', id, 0 FROM users LIMIT 1`,
  )

describe('where moderation comes after publication, an edit is read first', () => {
  it('that puts a name under the comment which calls for it', async () => {
    const comment = await send()
    expect(await shown()).toEqual([comment.publicId])
    const view = await edit(comment, { displayName: phone, consent: { publish: true, name: true } })
    expect(view).toMatchObject({ state: 'pending', isUnconfirmed: false, isHeld: true, revision: 2 })
    expect(await shown()).toEqual([])
    expect(await (await app.get('/measures/1.1')).text()).not.toContain('13800138000')
  })

  it.each([[true], [false]])(
    'of a comment whose name called for it, whether that is shown (%s) or not',
    async (name) => {
      const comment = await send({
        participant: { kind: 'individual', displayName: phone },
        consent: { publish: true, name },
      })
      expect(await shown()).toEqual([])
      expect(await edit(comment)).toMatchObject({ state: 'pending', isHeld: true, revision: 2 })
      expect(await shown()).toEqual([])
    },
  )

  it('of a comment that an organisation signed with such a name', async () => {
    await makeFirm(app)
    await banGambling()
    const comment = await send({ participant: { ...organisation(31), name: banned } })
    expect(await edit(comment)).toMatchObject({ state: 'pending', revision: 2 })
    expect(await shown()).toEqual([])
  })

  it('and is public at once where nothing calls for it', async () => {
    const comment = await send()
    expect(await edit(comment, { displayName: '朱小明' })).toMatchObject({ state: 'published', revision: 2 })
    expect(await shown()).toEqual([comment.publicId])
  })

  it('of a response that is sent again under such a name', async () => {
    const firm = await makeFirm(app)
    await banGambling()
    await makeResponse(app, firm, 'sent', [newEntry({ body: '请致电 13800138000 联系我。' })])
    expect(await shown()).toEqual([])
    await app.db.run(sql`UPDATE enterprises SET name = ${banned} WHERE id = ${firm.enterpriseId}`)
    const sent = await bodyOf<SubmissionView>(
      await app.get('/api/enterprise/response', { as: firm.drafter.cookie }),
    )
    const draft = await reopen(app, firm, sent.version)
    await app.post(
      '/api/enterprise/response/entries',
      { ...newEntry({ body: '没有号码的第二稿。' }), version: 1 },
      { as: firm.drafter.cookie },
    )
    const asked = await bodyOf<SubmissionView>(
      await app.post(
        '/api/enterprise/response/approval',
        { version: draft.version, note: '' },
        { as: firm.drafter.cookie },
      ),
    )
    await sendResponse(app, firm, asked.version)
    expect(
      await app.rows(sql`
        SELECT c.state, c.revision, c.participant_name FROM submission_comments s
        JOIN comments c ON c.id = s.comment_id JOIN submissions r ON r.id = s.submission_id
        WHERE r.enterprise_id = ${firm.enterpriseId} AND s.replaced_in IS NULL`),
    ).toEqual([{ state: 'pending', revision: 2, participant_name: banned }])
    expect(await shown()).toEqual([])
  })
})
