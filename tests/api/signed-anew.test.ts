import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SubmissionView } from '../../worker/contract/submissions'
import { bodyOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { startDeciding } from '../support/deciding'
import { type Firm, makeFirm, makeResponse, newEntry, reopen, sendResponse } from '../support/make-submission'

const { app, settle } = await startDeciding()
let firm: Firm
beforeEach(async () => {
  firm = await makeFirm(app)
  await makeResponse(app, firm, 'sent', [newEntry(), newEntry({ measure: '1.2', body: '建议扩大范围。' })])
})

interface Signed {
  public_id: string
  participant_name: string
  is_verified: number
  state: string
  revision: number
}
const counting = () =>
  app.rows<Signed>(sql`
    SELECT c.public_id, c.participant_name, c.is_verified, c.state, c.revision FROM submission_comments s
    JOIN comments c ON c.id = s.comment_id JOIN submissions r ON r.id = s.submission_id
    WHERE r.enterprise_id = ${firm.enterpriseId} AND s.replaced_in IS NULL ORDER BY c.measure_id`)
const api = '/api/enterprise/response'

async function sendAgain(change: () => Promise<unknown> = async () => {}) {
  const { version } = await bodyOf<SubmissionView>(await app.get(api, { as: firm.drafter.cookie }))
  const draft = await reopen(app, firm, version)
  await change()
  const asked = await bodyOf<SubmissionView>(
    await app.post(`${api}/approval`, { version: draft.version, note: '' }, { as: firm.drafter.cookie }),
  )
  await sendResponse(app, firm, asked.version)
}

describe('a response that is sent again by an organisation that is now known otherwise', () => {
  it('bears the new name and mark on what did not change, published or not; the decision stands', async () => {
    const [first, second] = await counting()
    await settle(first?.public_id ?? '', 'publish')
    await app.db.run(sql`
      UPDATE enterprises SET name = '新名精密制造有限公司', state = 'verified' WHERE id = ${firm.enterpriseId}`)
    await sendAgain()
    expect(await counting()).toEqual([
      { ...first, participant_name: '新名精密制造有限公司', is_verified: 1, state: 'published' },
      { ...second, participant_name: '新名精密制造有限公司', is_verified: 1 },
    ])
    expect(await actionsOn(app, first?.public_id ?? '')).toContain('comment.signed_anew')
    const shown = await (await app.get(`/comments/${first?.public_id}`)).text()
    expect(shown).toContain('新名精密制造有限公司')
  })

  it('bears them on what was rewritten too', async () => {
    await app.db.run(sql`UPDATE enterprises SET state = 'verified' WHERE id = ${firm.enterpriseId}`)
    const [first] = await counting()
    await sendAgain(() =>
      app.post(
        `${api}/entries`,
        { ...newEntry({ body: '改过的意见。' }), version: 1 },
        { as: firm.drafter.cookie },
      ),
    )
    expect((await counting())[0]).toEqual({ ...first, is_verified: 1, revision: 2 })
  })

  it('is said anew under a name that nobody proved, for a published one was read with the other', async () => {
    const [published] = await counting()
    await settle(published?.public_id ?? '', 'publish')
    await sendAgain(() =>
      app.db.run(sql`
        UPDATE enterprises SET state = 'unverified', name = '另一个名字有限公司' WHERE id = ${firm.enterpriseId}`),
    )
    const [first, second] = await counting()
    expect(first).toMatchObject({ participant_name: '另一个名字有限公司', state: 'pending' })
    expect(first?.public_id).not.toBe(published?.public_id)
    expect(second).toMatchObject({ participant_name: '另一个名字有限公司', state: 'pending' })
    const [old] = await app.rows<Signed>(
      sql`SELECT state, participant_name FROM comments WHERE public_id = ${published?.public_id}`,
    )
    expect(old?.state).toBe('withdrawn')
    expect(old?.participant_name).not.toBe('另一个名字有限公司')
  })

  it('loses the mark with the verification', async () => {
    await app.db.run(sql`UPDATE enterprises SET state = 'verified' WHERE id = ${firm.enterpriseId}`)
    await sendAgain()
    await app.db.run(sql`UPDATE enterprises SET state = 'rejected' WHERE id = ${firm.enterpriseId}`)
    await sendAgain()
    expect((await counting()).map(({ is_verified }) => is_verified)).toEqual([0, 0])
  })

  it('says all anew where it is of another kind, for the counts are by kind', async () => {
    const before = await counting()
    await app.db.run(sql`UPDATE enterprises SET kind = 'association' WHERE id = ${firm.enterpriseId}`)
    await sendAgain()
    const after = await counting()
    expect(after.map(({ public_id }) => public_id)).not.toEqual(before.map(({ public_id }) => public_id))
    const old = await app.rows<{ state: string }>(sql`
      SELECT state FROM comments WHERE public_id IN (${sql.join(
        before.map(({ public_id }) => sql`${public_id}`),
        sql`, `,
      )})`)
    expect(old.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
  })

  it('leaves alone what is as it was', async () => {
    const before = await counting()
    await sendAgain()
    expect(await counting()).toEqual(before)
    expect(await actionsOn(app, before[0]?.public_id ?? '')).not.toContain('comment.signed_anew')
  })
})
