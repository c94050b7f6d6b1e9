import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../../worker/context'
import type { GateView, ResultView } from '../../worker/contract/results'
import { publishResult } from '../../worker/services/results/publish-result'
import { bodyOf, errorOf } from '../support/answers'
import { day } from '../support/clock'
import { makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { disposeRow, makeDraft } from '../support/make-revision'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn, signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let staff = ''
let head = ''
let open: TestComment
let secret: TestComment

const readGate = async (as: string) => bodyOf<GateView>(await app.get('/api/staff/gate', { as }))
const publish = async (as: string) => {
  const { admissible, undisposed } = (await readGate(as)).totals
  return app.post('/api/staff/results', { admissible, undisposed }, { as })
}
const codeOf = async (answer: Response) => ({ status: answer.status, code: (await errorOf(answer)).code })
const newestChange = async (clause: string) => {
  const [row] = await app.rows<{ id: number }>(sql`
    SELECT max(h.id) AS id FROM clause_changes h JOIN clauses cl ON cl.id = h.clause_id WHERE cl.key = ${clause}`)
  return row?.id ?? 0
}

/** Something happens after the first batch of a verb, and before its second. */
function interrupted(ctx: ServiceContext, meanwhile: () => Promise<unknown>): ServiceContext {
  let batches = 0
  const db = new Proxy(ctx.db, {
    get(target, key) {
      if (key !== 'batch') {
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      }
      return async (queries: Parameters<typeof target.batch>[0]) => {
        batches += 1
        if (batches === 2) await meanwhile()
        return target.batch(queries)
      }
    },
  })
  return { ...ctx, db }
}

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date(app.clock.now().getTime() + day) })
  await makeReasons(app)
  open = await makeComment(app, { clause: '1.1.2' })
  secret = await makeComment(app, { measure: '2.1', state: 'private' })
  await makeComment(app, { state: 'rejected' })
  app.clock.advance(2 * day)
  staff = await signInAs(app, 'staff')
  const user = await makeUser(app, 'staff', '郑岚')
  await makeUnit(app, { heads: [user.actor.id] })
  head = await signIn(app, user)
  await disposeRow(app, open.publicId, 'partly')
  await disposeRow(app, secret.publicId, 'already_covered')
  await makeDraft(app, [{ act: 'amend', clause: '1.1.3', text: '另一种写法。' }])
})

describe('what comes in between the look and the act publishes nothing', () => {
  const rejected = sql`FROM comments WHERE state = 'rejected'`
  it.each([
    [
      'another disposition of a comment that had one',
      () => disposeRow(app, open.publicId, 'not_adopted'),
      () => disposeRow(app, open.publicId, 'partly'),
    ],
    [
      'a change named that no published revision has',
      async () => disposeRow(app, open.publicId, 'partly', [await newestChange('1.1.3')]),
      () => disposeRow(app, open.publicId, 'partly'),
    ],
    [
      'an appeal',
      () =>
        app.db.run(sql`
          INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, opened_at)
          SELECT id, 'appeal', revision, measure_id, participant_kind, submitted_at ${rejected}`),
      () => app.db.run(sql`DELETE FROM reviews WHERE comment_id IN (SELECT id ${rejected})`),
    ],
    [
      'a longer period',
      () => app.db.run(sql`UPDATE consultations SET closes_at = closes_at + ${30 * day}`),
      () => app.db.run(sql`UPDATE consultations SET closes_at = closes_at - ${30 * day}`),
    ],
  ] as const)('%s', async (_, meanwhile, undo) => {
    const { actor } = await makeUser(app, 'admin')
    const { blockers, totals } = await readGate(head)
    expect(blockers).toEqual([])
    const { admissible, undisposed } = totals
    const act = publishResult(interrupted(app.context(actor), meanwhile), { admissible, undisposed })
    await expect(act).rejects.toMatchObject({ code: 'counts_changed' })
    expect((await bodyOf<ResultView>(await app.get('/api/results'))).result).toBeNull()
    await undo()
  })
})

describe('the open gate', () => {
  it('is for heads of a unit and administrators', async () => {
    const admin = await signInAs(app, 'admin')
    expect(await readGate(staff)).toMatchObject({ blockers: [], mayPublish: false, mayOverride: false })
    expect(await readGate(admin)).toMatchObject({ mayPublish: true, mayOverride: false })
    expect(await codeOf(await publish(staff))).toEqual({ status: 403, code: 'head_required' })
    expect(await readGate(head)).toMatchObject({ mayPublish: true, mayOverride: false })
    expect((await publish(head)).status).toBe(200)
  })

  it('leaves nothing to say of what was overridden', async () => {
    const { result } = await bodyOf<ResultView>(await app.get('/api/results'))
    expect(result?.override).toBeNull()
    expect(await (await app.get('/results/print')).text()).not.toContain('提前公布')
  })

  it('tells of comments that are counted, but not shown', async () => {
    const html = await (await app.get('/results/2.1')).text()
    expect(html).toContain('这项措施没有可以公开的意见。')
    expect(html).toContain('应予处理的意见 1 条')
    expect(html).toContain('有 1 条意见按提交人的意愿不公开内容')
    expect(html).not.toContain('没有收到应予处理的意见')
    expect(html).not.toContain(secret.publicId)
  })
})
