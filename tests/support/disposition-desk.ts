import { beforeEach, expect } from 'vitest'
import type { CaseCount, DispositionView } from '../../worker/contract/dispositions'
import { bodyOf, errorOf } from './answers'
import { makeComment } from './make-comment'
import { makeConsultation } from './make-consultation'
import { makeReasons } from './make-reasons'
import { makeUnit } from './make-unit'
import { makeUser, signIn } from './make-user'
import { startTestApp } from './test-app'

const path = '/api/staff/dispositions'
export const reason = '与《办法》第三条一致。'

/** A clerk without a unit of her own, a colleague of the unit that leads 2.1, and what they make of a comment. */
export async function startDispositionDesk() {
  const app = await startTestApp()
  await makeConsultation(app)
  await makeReasons(app)
  const clerk = await makeUser(app, 'staff', '李颖')
  const colleague = await makeUser(app, 'staff', '吴昊')
  const as = await signIn(app, clerk)
  await makeUnit(app, { leads: ['2.1'], members: [colleague.actor.id] })

  /** The comment of this test, on which nothing is decided yet. */
  const waiting = { publicId: '' }
  beforeEach(async () => {
    waiting.publicId = (await makeComment(app)).publicId
  })

  const input = (change: object = {}) => ({
    cases: [{ publicId: waiting.publicId, version: 0, revision: 1 }],
    disposition: 'not_adopted',
    reason,
    ...change,
  })
  const send = (change: object = {}, who = as) => app.post(path, input(change), { as: who })
  const read = async (id = waiting.publicId) =>
    bodyOf<DispositionView>(await app.get(`${path}/of/${id}`, { as }))
  const count = async (selection: object, who = as) =>
    bodyOf<CaseCount>(await app.post(`${path}/count`, { selection }, { as: who }))

  async function expectRefused(change: object, code: string, fields: string[] = []) {
    const answer = await send(change)
    const error = await errorOf(answer)
    expect(error.code).toBe(code)
    expect(Object.keys(error.fields ?? {})).toEqual(fields)
    expect((await read()).version).toBe(0)
    return error
  }
  return { app, clerk, colleague, as, waiting, input, send, read, count, expectRefused }
}
