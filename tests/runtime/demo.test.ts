import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoCodes, demoTags } from '../../seeds/demo/codebook'
import { demoComments } from '../../seeds/demo-comments'
import { sowDemoAccounts, sowDemoComments } from '../../worker/local/sow-demo'
import { sowReference } from '../../worker/local/sow-reference'
import { periodOfDays } from '../../worker/services/consultations/rules'
import { day } from '../support/clock'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const opensAt = new Date(app.clock.now().getTime() - 13 * day)

beforeAll(async () => {
  await sowReference(app.context(), periodOfDays(opensAt, 30))
  await sowDemoAccounts(app.context(), 'a long enough password')
  await sowDemoComments(app.context())
}, 60_000)

async function countBy(column: string, from: string): Promise<Record<string, number>> {
  const rows = await app.rows<{ name: string; count: number }>(
    sql.raw(`SELECT ${column} AS name, count(*) AS count FROM ${from} GROUP BY 1`),
  )
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

describe('the demonstration', () => {
  it('shows every state, and nothing staged', async () => {
    expect(await countBy('state', 'comments')).toEqual({
      pending: 16,
      private: 2,
      published: demoComments.length - 16 - 2 - 2 - 3,
      rejected: 3,
      returned: 2,
    })
    expect((await countRows(app)).staged_decisions).toBe(0)
  })

  it('shows work of every kind but re-checks, which are left to chance', async () => {
    const { recheck: _, ...kinds } = await countBy('kind', 'reviews')
    expect(kinds).toEqual({ first: 15, second: 1, appeal: 1 })
    expect(await countBy('review_kind', 'review_opinions')).toEqual({ first: 3, second: 2 })
  })

  it('shows form letters as one card, the one that says more among them', async () => {
    const groups = await app.rows<{ members: number; fronts: number }>(sql`
      SELECT count(*) AS members, sum(is_front) AS fronts FROM reviews
      WHERE kind = 'first' GROUP BY group_id HAVING count(*) > 1`)
    expect(groups).toEqual([{ members: 5, fronts: 1 }])
  })

  it('shows personal data that waits, and such as is hidden', async () => {
    const signals = await countBy('signal', 'review_signals')
    expect(signals).toMatchObject({ phone: 1, id_number: 1, similar: 5 })
    const bodies = await app.rows<{ body: string }>(sql`SELECT body FROM comments WHERE body LIKE '%已隐去%'`)
    expect(bodies).toHaveLength(1)
    expect(bodies[0]?.body).toContain('可以找秘书处〔已隐去：他人姓名〕了解，电话 〔已隐去：联系方式〕。')
  })

  it('suggests wordings for clauses, the most public and one that waits', async () => {
    const wordings = await app.rows<{ state: string; text: string; base: string }>(sql`
      SELECT c.state, w.text, cl.text AS base FROM wordings w JOIN comments c ON c.id = w.comment_id
      JOIN clauses cl ON cl.id = c.clause_id ORDER BY c.state`)
    expect(wordings.map(({ state }) => state)).toEqual(['pending', ...Array(4).fill('published')])
    for (const { text, base } of wordings) {
      expect(text).not.toBe(base)
      expect(text.length - base.length).toBeGreaterThan(0)
      expect(text.length - base.length).toBeLessThan(30)
    }
  })

  it('is not decided by one person alone', async () => {
    const people = await countBy('(SELECT name FROM users WHERE id = decided_by)', 'moderation_decisions')
    expect(Object.keys(people).sort()).toEqual(['何立', '王敏'])
  })

  it('lies in the past, in the order of its days', async () => {
    const [late] = await app.rows<{ count: number }>(sql`
      SELECT count(*) AS count FROM audit_log WHERE at > ${app.clock.now().getTime()}`)
    expect(late?.count).toBe(0)
  })

  it('has a codebook in use, and some of the comments sorted by it', async () => {
    expect(await app.rows(sql`SELECT version FROM codebooks WHERE published_at IS NOT NULL`)).toEqual([
      { version: 1 },
    ])
    const { codebook_entries, tags } = await countRows(app)
    expect([codebook_entries, tags]).toEqual([demoCodes.length, demoTags.length])
    expect(await countRows(app)).not.toMatchObject({ untagged_comments: 0 })
  })

  it('is sown once', async () => {
    const before = await countRows(app)
    await sowDemoComments(app.context())
    expect(await countRows(app)).toEqual(before)
  })
})
