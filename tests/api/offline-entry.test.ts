import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CommentReceipt } from '../../worker/contract/comments'
import { bodyOf, errorOf } from '../support/answers'
import { decide } from '../support/make-comment'
import { offlineOpinion, openDay } from '../support/make-offline'
import { signInAs } from '../support/make-user'
import { startOfflineDesk } from '../support/offline-desk'
import { countRows } from '../support/test-app'

const { app, desk, now, enter, stored } = await startOfflineDesk()

describe('an opinion entered by hand', () => {
  it('waits for moderation like any other, and its author can look it up', async () => {
    const answer = await enter({ channel: 'hotline', clause: '1.1.2', name: '李明' })
    expect(answer.status).toBe(201)
    const { publicId, queryCode } = await bodyOf<CommentReceipt>(answer)
    expect(await stored(publicId)).toMatchObject({
      state: 'pending',
      channel: 'hotline',
      received_on: openDay(now()),
      participant_name: '李明',
      is_name_public: 0,
      uscc: null,
      plan_revision: 1,
    })
    expect(
      (
        await app.rows(sql`
      SELECT 1 FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${publicId}`)
      ).length,
    ).toBe(1)
    const receipt = await app.post('/api/receipts/lookup', { publicId, queryCode })
    expect(receipt.status).toBe(200)
    const [audit] = await app.rows<{ action: string; actor_kind: string; data: string }>(
      sql`SELECT action, actor_kind, data FROM audit_log WHERE subject_id = ${publicId}`,
    )
    expect(audit).toMatchObject({ action: 'comment.submitted', actor_kind: 'user' })
    expect(JSON.parse(audit?.data ?? '')).toMatchObject({ revision: 1, channel: 'hotline' })
  })

  it('of an organisation that stated no code shows none, and shares no history with others without one', async () => {
    const kind = { kind: 'enterprise' as const, name: '无名机械厂' }
    const first = await bodyOf<CommentReceipt>(await enter(kind))
    const second = await bodyOf<CommentReceipt>(await enter({ ...kind, name: '另一家机械厂' }))
    await decide(app, { publicId: first.publicId, revision: 1, decision: 'publish' })
    const [review] = await app.rows<{ id: number }>(sql`
      SELECT r.id FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${second.publicId}`)
    const moderator = await signInAs(app, 'moderator')
    const view = await bodyOf<{ author: { uscc: string | null; published: number } }>(
      await app.get(`/api/moderation/reviews/${review?.id}`, { as: moderator }),
    )
    expect(view.author).toMatchObject({ uscc: null, published: 0 })
    const cased = await bodyOf<{ author: { uscc: string | null } }>(
      await app.get(`/api/staff/cases/${first.publicId}`, { as: desk.staff }),
    )
    expect(cased.author.uscc).toBeNull()
  })

  it('is taken down once under its key, and has the same receipt however often it is sent', async () => {
    const opinion = { ...offlineOpinion(now()), key: '0123456789abcdef0123456789abcdef' }
    const save = (change: object = {}, as = desk.staff) =>
      app.post('/api/staff/offline', { ...opinion, ...change }, { as })
    const other = await signInAs(app, 'staff')
    const before = (await countRows(app)).comments ?? 0
    const first = await Promise.all([save(), save(), save()])
    const receipts = await Promise.all([...first, await save()].map((each) => bodyOf<CommentReceipt>(each)))
    expect(new Set(receipts.map((each) => JSON.stringify(each))).size).toBe(1)
    const [{ publicId, queryCode } = { publicId: '', queryCode: '' }] = receipts
    expect((await app.post('/api/receipts/lookup', { publicId, queryCode })).status).toBe(200)
    expect((await countRows(app)).comments).toBe(before + 1)
    const changed = await save({ body: '又补充了一句。' })
    expect([changed.status, (await errorOf(changed)).code]).toEqual([409, 'entry_differs'])
    expect((await bodyOf<CommentReceipt>(await save({}, other))).publicId).not.toBe(publicId)
    expect((await save({ key: 'short' })).status).toBe(422)
    expect((await countRows(app)).comments).toBe(before + 2)
  })

  it.each([
    [{ receivedOn: '2099-12-31' }, 'receivedOn'],
    [{ receivedOn: '2020-01-01' }, 'receivedOn'],
    [{ measure: '9.9' }, 'measure'],
    [{ clause: '1.2.1' }, 'clause'],
    [{ kind: 'association' as const, name: '' }, 'name'],
    [{ uscc: '91440101MA0000013P' }, 'uscc'],
    [{ body: '' }, 'body'],
    [{ channel: 'online' as never }, 'channel'],
    [{ kind: 'enterprise' as const, name: '甲厂', consent: { publish: true, name: true } }, 'consent.name'],
  ])('is refused where it cannot be: %j', async (change, field) => {
    const before = await countRows(app)
    const answer = await enter(change)
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual([field])
    expect(await countRows(app)).toEqual(before)
  })
})
