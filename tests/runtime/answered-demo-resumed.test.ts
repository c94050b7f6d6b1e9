import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { answeredComments } from '../../seeds/2020-digital-services/comments'
import { answeredConsultation } from '../../seeds/2020-digital-services/overlay'
import type { ServiceContext } from '../../worker/context'
import { sowAnsweredConsultation } from '../../worker/local/sow-answered-consultation'
import { sowDemoAccounts } from '../../worker/local/sow-demo'
import { sowReference } from '../../worker/local/sow-reference'
import { periodOfDays } from '../../worker/services/consultations/rules'
import { day } from '../support/clock'
import { PowerCut, withPowerFor } from '../support/power-cut'
import { countRows, startTestApp, type TestApp } from '../support/test-app'

const [whole, app] = await Promise.all([startTestApp(), startTestApp()])

/** Of four bytes is whether a decision is looked at again: none is, so that two databases can be compared. */
const contextOf = ({ context, chance }: TestApp): ServiceContext => ({
  ...context(),
  random: (bytes) => (bytes === 4 ? new Uint8Array(4).fill(255) : chance.random(bytes)),
})

let starts = 0
/** A start whose power lasts for so many changes; true where it came to its end, else the next is another day. */
async function start(changes = Number.POSITIVE_INFINITY): Promise<boolean> {
  starts += 1
  try {
    await sowAnsweredConsultation({ ...contextOf(app), db: withPowerFor(changes, app.url).db })
    return true
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
    app.clock.advance(day)
    return false
  }
}

const actsOf = ({ rows }: TestApp) =>
  rows(sql`
    SELECT a.at, a.action, u.email, count(*) AS times FROM audit_log a LEFT JOIN users u ON u.id = a.actor_id
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`)

beforeAll(async () => {
  for (const each of [whole, app]) {
    await sowReference(each.context(), periodOfDays(new Date(each.clock.now().getTime() - 13 * day), 30))
    await sowDemoAccounts(each.context(), 'a long enough password')
  }
  await sowAnsweredConsultation(contextOf(whole))
}, 60_000)

it('makes nothing where somebody prepares a consultation of their own', async () => {
  await app.db.run(sql`
    INSERT INTO consultation_drafts (key, content, created_by, created_at, changed_by, changed_at)
    SELECT '2021-parks', '{}', id, 1, id, 1 FROM users WHERE role = 'admin' LIMIT 1`)
  const before = await countRows(app)
  expect(await start()).toBe(true)
  expect(await countRows(app)).toEqual(before)
  await app.db.run(sql`DELETE FROM consultation_drafts`)
})

it('lets what somebody has taken over be, and starts nevertheless', async () => {
  for (const step of ['draft', 'announcement', 'first comment'])
    expect([step, await start(1)]).toEqual([step, false])
  const holder = sql`(SELECT id FROM users WHERE role = 'senior_moderator' LIMIT 1)`
  const until = app.clock.now().getTime() + day
  await app.db.run(sql`UPDATE reviews SET held_by = ${holder}, held_until = ${until}`)
  const before = await countRows(app)
  expect(before).toMatchObject({ comments: 1, reviews: 1, consultation_drafts: 0 })
  expect(await start()).toBe(true)
  expect(await countRows(app)).toEqual(before)
  await app.db.run(sql`UPDATE reviews SET held_by = NULL, held_until = NULL`)
  await app.db.run(sql`DELETE FROM desk_events WHERE kind = 'held'`)
})

it('publishes no revision but its own', async () => {
  const ours = sql`SELECT id FROM consultations WHERE key = ${answeredConsultation.key} AND plan_revision = 2`
  while ((await app.rows(ours)).length === 0) expect(await start(1)).toBe(false)
  await app.db.run(sql`
    INSERT INTO plan_revisions (consultation_id, number, note, created_by, created_at)
    SELECT (${ours}), 3, '另一稿', id, 1 FROM users WHERE role = 'staff' LIMIT 1`)
  expect(await start(1)).toBe(false)
  expect(await app.rows(sql`SELECT published_at FROM plan_revisions WHERE number = 3`)).toEqual([
    { published_at: null },
  ])
  await app.db.run(sql`DELETE FROM plan_revisions WHERE number = 3`)
}, 180_000)

it('is finished by later starts, however often they are interrupted, as if it had been made in one', async () => {
  while (!(await start(1))) expect(starts).toBeLessThan(1_000)
  expect(starts).toBeGreaterThan(answeredComments.length * 4)
  expect(await actsOf(app)).toEqual(await actsOf(whole))
  expect(await countRows(app)).toEqual(await countRows(whole))
}, 180_000)

it('is left alone once it is whole, for one question', async () => {
  const before = await countRows(app)
  const { db, asked } = withPowerFor(0, app.url)
  await sowAnsweredConsultation({ ...contextOf(app), db })
  expect(asked()).toBe(1)
  expect(await countRows(app)).toEqual(before)
})

it('can tell its comments by when they were made', () => {
  expect(new Set(answeredComments.map(({ daysAgo }) => daysAgo)).size).toBe(answeredComments.length)
})
