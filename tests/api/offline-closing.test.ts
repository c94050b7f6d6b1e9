import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { enterOpinion } from '../../worker/services/offline/enter-opinion'
import { importOpinions } from '../../worker/services/offline/import-opinions'
import { errorOf } from '../support/answers'
import { beforeBatch } from '../support/before-batch'
import { day } from '../support/clock'
import { csvOf, fileOf, offlineOpinion, openDay } from '../support/make-offline'
import { makeUser, signInAs } from '../support/make-user'
import { sha256, startOfflineDesk } from '../support/offline-desk'
import { countRows } from '../support/test-app'

const { app, closesAt, desk, now, enter, check, row } = await startOfflineDesk()

describe('after the closing', () => {
  it('opinions that came in time are still taken down, later ones are not', async () => {
    app.clock.advance(closesAt.getTime() - now().getTime() + 2 * day)
    const lastDay = new Date(closesAt.getTime() + 8 * 3_600_000 - 1).toISOString().slice(0, 10)
    desk.staff = await signInAs(app, 'staff')
    expect((await enter({ receivedOn: lastDay })).status).toBe(201)
    const late = await enter({ receivedOn: openDay(now(), 1) })
    expect((await errorOf(late)).fields).toHaveProperty('receivedOn')
  })

  it('nothing is taken down where the result becomes public while it is being written', async () => {
    const day = new Date(closesAt.getTime() + 8 * 3_600_000 - 1).toISOString().slice(0, 10)
    const { actor } = await makeUser(app, 'staff')
    const setResult = (at: number | null) =>
      app.db.run(sql`UPDATE consultations SET result_at = ${at} WHERE is_current = 1`)
    const before = await countRows(app)
    const opinion = offlineOpinion(now(), { receivedOn: day })
    for (const batch of [1, 2, 3]) {
      const context = beforeBatch(app.context(actor), batch, () => setResult(now().getTime()))
      await expect(enterOpinion(context, opinion)).rejects.toThrow('already_published')
      await setResult(null)
    }
    const file = csvOf([row({ 收到日期: day }), row({ 收到日期: day })])
    const context = beforeBatch(app.context(actor), 4, () => setResult(now().getTime()))
    const sent = { ...fileOf(file), sha256: sha256(file) }
    await expect(importOpinions(context, sent)).rejects.toThrow('already_published')
    expect(await countRows(app)).toEqual(before)
    await setResult(null)
  })

  it('nothing is taken down once the result is public', async () => {
    await app.db.run(sql`UPDATE consultations SET result_at = ${now().getTime()} WHERE is_current = 1`)
    const lastDay = new Date(closesAt.getTime() + 8 * 3_600_000 - 1).toISOString().slice(0, 10)
    expect((await errorOf(await enter({ receivedOn: lastDay }))).code).toBe('already_published')
    expect((await errorOf(await check(csvOf([row()])))).code).toBe('already_published')
  })
})
