import { describe, expect, it } from 'vitest'
import type { ResponseList } from '../../worker/contract/responses'
import { bodyOf } from '../support/answers'
import { makeConsultation } from '../support/make-consultation'
import { makeResponse } from '../support/make-response'
import { makeUnit } from '../support/make-unit'
import { makeUser } from '../support/make-user'
import { path, startResponseDesk } from '../support/response-desk'

const { app, cookies } = await startResponseDesk()

describe('the list', () => {
  it('has what a filter asks for, newest first, page by page, with counts of every state', async () => {
    await makeConsultation(app)
    const list = async (query: string) =>
      bodyOf<ResponseList>(await app.get(`${path}?${query}`, { as: cookies.admin }))
    const made = [
      await makeResponse(app),
      await makeResponse(app, { state: 'reviewed' }),
      await makeResponse(app, { on: { of: 'measure', key: '1.2' }, state: 'published' }),
    ].map(({ id }) => id)
    const first = await list('limit=2')
    expect(first.items.map(({ id }) => id)).toEqual([made[2], made[1]])
    expect(first.counts).toEqual({ draft: 1, reviewed: 1, approved: 0, published: 1 })
    const second = await list(`limit=2&after=${first.next}`)
    expect(second.items.map(({ id }) => id)).toEqual([made[0]])
    expect(second.next).toBeNull()
    expect((await list('state=reviewed')).items.map(({ id }) => id)).toEqual([made[1]])
    const ofMeasure = await list('measure=1.2')
    expect(ofMeasure.items.map(({ id }) => id)).toEqual([made[2]])
    expect(ofMeasure.counts.draft).toBe(0)
    expect((await list('unit=no_such_unit')).items).toEqual([])
    const key = await makeUnit(app, { leads: ['2.1'] })
    const { actor: by } = await makeUser(app, 'admin')
    const ofUnit = await makeResponse(app, { on: { of: 'measure', key: '2.1' }, by })
    expect((await list(`unit=${key}`)).items.map(({ id }) => id)).toEqual([ofUnit.id])
    expect((await list('state=draft')).items[0]?.mayTake).toEqual(['write', 'review', 'send_back'])
  })
})
