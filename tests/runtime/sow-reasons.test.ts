import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { reasons as seeds } from '../../seeds/reasons'
import { reasons, reasonWordings } from '../../worker/db/schema'
import { sowReasons } from '../../worker/local/sow-reasons'
import { changeReasonRules } from '../../worker/services/moderation/change-reason-rules'
import { rewordReason } from '../../worker/services/moderation/reword-reason'
import { day } from '../support/clock'
import { makeUser } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const { actor } = await makeUser(app, 'senior_moderator')
const words = { labelZh: '短语', labelEn: 'Label', zh: '原先的说明。', en: 'As it was worded before.' }

const current = async (id: string) => (await app.db.select().from(reasons).where(eq(reasons.id, id)))[0]
const wordingsOf = (id: string) =>
  app.db.select().from(reasonWordings).where(eq(reasonWordings.reasonId, id)).orderBy(reasonWordings.version)

beforeEach(async () => {
  app.clock.advance(day)
  await sowReasons(app.context())
})

describe('sowing the reasons', () => {
  it('brings every one with its first wording, and nothing more a second time', async () => {
    const stored = await app.db.select().from(reasons)
    expect(stored).toHaveLength(seeds.length)
    for (const reason of seeds) expect(stored).toContainEqual({ ...reason, version: 1, isActive: true })
    const before = await countRows(app)
    await sowReasons(app.context())
    expect(await countRows(app)).toEqual(before)
    expect((await wordingsOf('in_order')).map((row) => [row.version, row.wordedBy])).toEqual([[1, null]])
  })

  it('adds a version where the seeds have other words than the last time', async () => {
    const id = 'unclear'
    const [wording] = await wordingsOf(id)
    await app.db.insert(reasonWordings).values({ ...wording, ...words, reasonId: id, version: 2 } as never)
    await app.db
      .update(reasons)
      .set({ ...words, version: 2 })
      .where(eq(reasons.id, id))
    await sowReasons(app.context())
    const wordings = await wordingsOf(id)
    expect(wordings.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(wordings[2]).toMatchObject({ zh: wording?.zh, wordedBy: null, wordedAt: app.clock.now() })
    expect(await current(id)).toMatchObject({ version: 3, zh: wording?.zh })
  })

  it('leaves alone what somebody at the desk has reworded', async () => {
    await rewordReason(app.context(actor), 'off_topic', words)
    await sowReasons(app.context())
    expect(await current('off_topic')).toMatchObject({ ...words, version: 2 })
    expect(await wordingsOf('off_topic')).toHaveLength(2)
  })

  it('brings the rules of the seeds back, unless somebody at the desk has changed them', async () => {
    const rules = { mayResubmit: false, isSpam: true, isTextHidden: false }
    await app.db.update(reasons).set(rules).where(eq(reasons.id, 'abuse'))
    await changeReasonRules(app.context(actor), 'advertising', { ...rules, isActive: false })
    await sowReasons(app.context())
    expect(await current('abuse')).toMatchObject({ mayResubmit: true, isSpam: false, isTextHidden: true })
    expect(await current('advertising')).toMatchObject({ ...rules, isActive: false })
  })
})
