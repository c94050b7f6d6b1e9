import { describe, expect, it } from 'vitest'
import type { Colleague } from '../../worker/contract/moderation/hand'
import { bodyOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { minute } from '../support/clock'
import { makeConsultation } from '../support/make-consultation'
import { makeModerator, takeOver } from '../support/make-moderator'
import { makeDisabled } from '../support/make-people'
import { makeReasons } from '../support/make-reasons'
import { makeReview } from '../support/make-review'
import { makeUser, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)

const me = await makeModerator(app, '王敏')
const colleague = await makeModerator(app, '何立')
const third = await makeModerator(app, '孙岩')

describe('colleagues', () => {
  const list = async (as = me.as) =>
    (await bodyOf<{ items: Colleague[] }>(await app.get('/api/moderation/colleagues', { as }))).items
  const find = async (user: TestUser) => (await list()).find(({ id }) => id === user.actor.id)

  it('are all who may moderate, but for staff and disabled accounts', async () => {
    const senior = await makeUser(app, 'senior_moderator')
    const staff = await makeUser(app, 'staff')
    const disabled = await makeDisabled(app, 'moderator')
    const ids = (await list()).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([me, colleague, third, senior].map(({ actor }) => actor.id)))
    expect(ids).not.toContain(staff.actor.id)
    expect(ids).not.toContain(disabled.actor.id)
    expect((await list()).filter(({ isMe }) => isMe).map(({ id }) => id)).toEqual([me.actor.id])
  })

  it('are there for two minutes after their last heartbeat, with what they hold', async () => {
    const before = (await find(third))?.holds ?? 0
    const { reviewId } = await makeReview(app)
    await takeOver(app, third, reviewId)
    await app.post('/api/moderation/hand/keep', {}, { as: third.as })
    expect(await find(third)).toMatchObject({ name: '孙岩', isOnline: true, holds: before + 1 })
    app.clock.advance(2 * minute)
    expect(await find(third)).toMatchObject({ isOnline: false, holds: before + 1 })
    app.clock.advance(13 * minute)
    expect(await find(third)).toMatchObject({ holds: 0 })
  })

  it('go on duty and off, recorded where it is a change; a heartbeat changes nothing', async () => {
    const report = (isOnDuty: boolean) => app.post('/api/moderation/duty', { isOnDuty }, { as: third.as })
    for (const isOnDuty of [true, true]) await report(isOnDuty)
    await app.post('/api/moderation/hand/keep', {}, { as: third.as })
    expect((await find(third))?.isOnDuty).toBe(true)
    await report(false)
    expect((await find(third))?.isOnDuty).toBe(false)
    const audit = await auditOf(app, third.actor.id, 'duty.changed')
    expect(audit.map(({ data }) => data)).toEqual([{ isOnDuty: true }, { isOnDuty: false }])
  })
})
