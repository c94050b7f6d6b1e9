import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommentContextView, ThreadPage } from '../../worker/contract/comments'
import { noSupports, type SupportView } from '../../worker/contract/supports'
import { bodyOf, errorOf } from '../support/answers'
import { Clock, hour } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeColleague, makeEnterprise, makeParticipant } from '../support/make-enterprise'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()

beforeAll(async () => {
  await makeReasons(app)
})

beforeEach(async () => {
  app.clock.set(new Clock().now())
  await makeConsultation(app)
})

const support = (publicId: string, as?: string) =>
  app.post(`/api/comments/${publicId}/support`, {}, as ? { as } : {})
const takeBack = (publicId: string, as: string) =>
  app.post(`/api/comments/${publicId}/support/take-back`, {}, { as })

describe('the same concern', () => {
  it('counts once for a person, however often it is said, and can be taken back', async () => {
    const { publicId } = await makeComment(app)
    const { cookie } = await makeParticipant(app)
    const one = { supports: { ...noSupports, individual: 1 }, isSupported: true }
    expect(await bodyOf<SupportView>(await support(publicId, cookie))).toEqual(one)
    expect(await bodyOf<SupportView>(await support(publicId, cookie))).toEqual(one)
    expect(await bodyOf<SupportView>(await takeBack(publicId, cookie))).toEqual({
      supports: noSupports,
      isSupported: false,
    })
    expect(await bodyOf<SupportView>(await takeBack(publicId, cookie))).toMatchObject({ isSupported: false })
    const acts = await app.rows<{ action: string }>(sql`
      SELECT action FROM audit_log WHERE subject_id = ${publicId} AND action LIKE 'comment.support%' ORDER BY id`)
    expect(acts.map(({ action }) => action)).toEqual(['comment.supported', 'comment.support_taken_back'])
  })

  it('counts once for a verified enterprise, whichever of its members says it', async () => {
    const { publicId } = await makeComment(app)
    const { owner, enterprise } = await makeEnterprise(app, { state: 'verified' })
    const colleague = await makeColleague(app, enterprise.id, 'drafter')
    await support(publicId, owner.cookie)
    const view = await bodyOf<SupportView>(await support(publicId, colleague.cookie))
    expect(view).toEqual({ supports: { ...noSupports, enterprise: 1 }, isSupported: true })
  })

  it('counts once for a person whose enterprise is verified later, and is theirs to take back', async () => {
    const { publicId } = await makeComment(app)
    const { owner, enterprise } = await makeEnterprise(app)
    const one = { supports: { ...noSupports, individual: 1 }, isSupported: true }
    await support(publicId, owner.cookie)
    await app.db.run(sql`UPDATE enterprises SET state = 'verified' WHERE id = ${enterprise.id}`)
    expect(await bodyOf<SupportView>(await support(publicId, owner.cookie))).toEqual(one)
    expect(await bodyOf<SupportView>(await takeBack(publicId, owner.cookie))).toEqual({
      supports: noSupports,
      isSupported: false,
    })
  })

  it('is said by those alone who may take part', async () => {
    const { publicId } = await makeComment(app)
    await app.db.run(sql`UPDATE consultations SET participants = 'verified' WHERE is_current = 1`)
    const { cookie } = await makeParticipant(app)
    expect((await errorOf(await support(publicId, cookie))).code).toBe('verified_only')
    const { owner } = await makeEnterprise(app, { state: 'verified' })
    expect((await bodyOf<SupportView>(await support(publicId, owner.cookie))).isSupported).toBe(true)
  })

  it('counts as a person’s where the enterprise is not verified', async () => {
    const { publicId } = await makeComment(app)
    const { owner } = await makeEnterprise(app, { state: 'submitted' })
    expect((await bodyOf<SupportView>(await support(publicId, owner.cookie))).supports).toEqual({
      ...noSupports,
      individual: 1,
    })
  })

  it('is counted beside the comment for everybody, and known to whoever said it', async () => {
    const { publicId } = await makeComment(app)
    const { cookie } = await makeParticipant(app)
    await support(publicId, cookie)
    const page = await bodyOf<ThreadPage>(await app.get('/api/measures/1.1/comments'))
    expect(page.items.find((each) => each.publicId === publicId)?.supports.individual).toBe(1)
    const context = await bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
    expect(context).toMatchObject({ isSupported: null, comment: { supports: { individual: 1 } } })
    const html = await (await app.get(`/comments/${publicId}`, { as: cookie })).text()
    expect(html).toContain('您已表示同感')
    expect(await (await app.get(`/comments/${publicId}`)).text()).toContain('登录后表示同感')
  })

  it('is linked in the thread beside each comment, while it can be said', async () => {
    const { publicId } = await makeComment(app)
    const link = `href="/comments/${publicId}#support" aria-label="同感：朱**的意见">同感</a>`
    expect((await (await app.get('/measures/1.1')).text()).includes(link)).toBe(true)
  })

  it('is said by a form too', async () => {
    const { publicId } = await makeComment(app)
    const { cookie } = await makeParticipant(app)
    const sent = await app.submit(`/comments/${publicId}/support`, {}, { as: cookie })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/comments/${publicId}#support`])
    const nobody = await app.submit(`/comments/${publicId}/support`, {})
    expect(nobody.headers.get('location')).toBe(
      `/account/sign-in?next=${encodeURIComponent(`/comments/${publicId}`)}`,
    )
    const taken = await app.submit(`/comments/${publicId}/support/take-back`, {}, { as: cookie })
    expect(taken.headers.get('location')).toBe(`/comments/${publicId}#support`)
    expect(
      await app.rows(sql`SELECT sum(count) AS n FROM support_counts WHERE comment_id = (
      SELECT id FROM comments WHERE public_id = ${publicId})`),
    ).toEqual([{ n: 0 }])
  })
})

describe('the same concern is refused', () => {
  async function expectRefused(publicId: string, as: string | undefined, code: string): Promise<void> {
    const before = await countRows(app)
    expect((await errorOf(await support(publicId, as))).code).toBe(code)
    expect(await countRows(app)).toEqual(before)
  }

  it('to nobody, and to the office', async () => {
    const { publicId } = await makeComment(app)
    await expectRefused(publicId, undefined, 'unauthenticated')
    await expectRefused(publicId, await signInAs(app, 'staff'), 'forbidden')
  })

  it.each(['pending', 'private', 'rejected', 'withdrawn'] as const)(
    'for a comment that is %s',
    async (state) => {
      const { publicId } = await makeComment(app, { state })
      const { cookie } = await makeParticipant(app)
      await expectRefused(publicId, cookie, 'not_found')
    },
  )

  it('for the enterprise’s own comment', async () => {
    const { owner, enterprise } = await makeEnterprise(app, { state: 'verified' })
    const participant = { kind: 'enterprise' as const, name: enterprise.name, uscc: enterprise.uscc }
    const { publicId } = await makeComment(app, { participant })
    await expectRefused(publicId, owner.cookie, 'own_comment')
  })

  it('from 24:00 of the closing day', async () => {
    const closesAt = new Date(app.clock.now().getTime() + hour)
    await makeConsultation(app, { opensAt: new Date(app.clock.now().getTime() - hour), closesAt })
    const { publicId } = await makeComment(app)
    const { cookie } = await makeParticipant(app)
    app.clock.set(closesAt)
    await expectRefused(publicId, cookie, 'consultation_closed')
    app.clock.set(new Date(closesAt.getTime() - 1))
    expect((await support(publicId, cookie)).status).toBe(200)
  })
})

describe('what was erased and stands for its replies', () => {
  async function makeErased() {
    const answered = await makeComment(app)
    const { cookie } = await makeParticipant(app)
    await support(answered.publicId, cookie)
    await makeComment(app, { parentId: answered.publicId })
    const { publicId, queryCode } = answered
    await app.post('/api/receipts/erase', { publicId, queryCode, confirm: true })
    return { publicId, cookie }
  }
  const pageOf = async (publicId: string, as?: string) => {
    const page = await app.get(`/comments/${publicId}`, as ? { as } : {})
    expect(page.status).toBe(200)
    return page.text()
  }

  it('offers neither a reply to it nor the same concern', async () => {
    const { publicId } = await makeErased()
    const { cookie } = await makeParticipant(app)
    for (const html of [await pageOf(publicId), await pageOf(publicId, cookie)]) {
      expect(html.includes(`parent=${publicId}`)).toBe(false)
      expect(html.includes(`/comments/${publicId}/support`)).toBe(false)
    }
  })

  it('is taken back by whoever had said it', async () => {
    const { publicId, cookie } = await makeErased()
    expect((await pageOf(publicId, cookie)).includes('撤回同感')).toBe(true)
    const taken = await app.submit(`/comments/${publicId}/support/take-back`, {}, { as: cookie })
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `/comments/${publicId}#support`])
    expect((await pageOf(publicId, cookie)).includes('id="support"')).toBe(false)
    expect((await bodyOf<SupportView>(await takeBack(publicId, cookie))).isSupported).toBe(false)
    expect((await errorOf(await support(publicId, cookie))).code).toBe('not_found')
  })

  it('is taken back too where nothing of it is public, by nobody else', async () => {
    const { publicId } = await makeComment(app)
    const [said, other] = [await makeParticipant(app), await makeParticipant(app)]
    await support(publicId, said.cookie)
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${publicId}`)
    expect((await errorOf(await takeBack(publicId, other.cookie))).code).toBe('not_found')
    expect((await bodyOf<SupportView>(await takeBack(publicId, said.cookie))).isSupported).toBe(false)
    expect((await errorOf(await takeBack(publicId, said.cookie))).code).toBe('not_found')
  })
})
