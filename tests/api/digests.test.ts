import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { NewFollow } from '../../worker/contract/follows'
import { limits } from '../../worker/contract/limits'
import type { Totals } from '../../worker/contract/results'
import { channels, commentStates, dispositions, participantKinds } from '../../worker/contract/words'
import { deliverFollowMails } from '../../worker/services/follows/deliver-follow-mails'
import { stageDigests } from '../../worker/services/follows/stage-digests'
import { createSmtpMailer } from '../../worker/services/outbox/smtp-mailer'
import { day, minute } from '../support/clock'
import { type MailServer, startMailServer } from '../support/mail-server'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeFollow, newFollow } from '../support/make-follow'
import { makeReasons } from '../support/make-reasons'
import { makeResponse } from '../support/make-response'
import { makeRevision } from '../support/make-revision'
import { makeUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const origin = 'https://yanlu.test'
let server: MailServer
/** Where the pages of the followed consultation are. */
let site = ''

beforeAll(async () => {
  const { key } = await makeConsultation(app, { closesAt: new Date(app.clock.now().getTime() + 90 * day) })
  site = `${origin}/c/${key}`
  await makeReasons(app)
  server = await startMailServer()
})
afterAll(() => server.stop())
afterEach(async () => {
  server.received.length = 0
  server.refusals.clear()
  await app.db.batch([
    app.db.run(sql`DELETE FROM follow_mails`),
    app.db.run(sql`DELETE FROM follow_subjects`),
    app.db.run(sql`DELETE FROM follows`),
  ])
})

const mailer = () =>
  createSmtpMailer({ url: `smtp://127.0.0.1:${server.port}`, from: '言路 <noreply@yanlu.test>' })

/** A follower without the mail that brought its link. */
async function follower(change: Partial<NewFollow> = {}) {
  const input = newFollow({ frequency: 'at_once', ...change })
  const token = await makeFollow(app, input)
  await app.db.run(sql`DELETE FROM follow_mails WHERE kind = 'link'`)
  return { token, email: input.email }
}

const stage = () => stageDigests(app.context())
async function deliver() {
  for (let round = 0; round < 20; round += 1) {
    await deliverFollowMails(app.context(), mailer(), { origin })
    const due = await app.rows(sql`
      SELECT 1 FROM follow_mails WHERE sent_at IS NULL AND given_up_at IS NULL
        AND next_attempt_at <= ${app.clock.now().getTime()}`)
    if (due.length === 0) return
  }
}
async function round() {
  await stage()
  await deliver()
}
const mailTo = (email: string) => server.received.filter(({ recipients }) => recipients.includes(email))
const textTo = (email: string) =>
  mailTo(email)
    .map(({ text }) => text ?? '')
    .join('\n')

describe('a mail with a link', () => {
  it('names what was asked for, and how to end it', async () => {
    const { email } = await (async () => {
      const input = newFollow({ subjects: ['measure:1.1'] })
      await makeFollow(app, input, { isConfirmed: false })
      return input
    })()
    await deliver()
    const [mail] = mailTo(email)
    expect(mail?.subject).toBe('请确认关注《2099年主要工作安排》')
    expect(mail?.text).toContain('措施 1.1“企业群”')
    expect(mail?.text).toMatch(new RegExp(`${site}/follow/manage\\?token=[\\w-]{75}\n`))
    expect(mail?.html).toContain(`<a href="${site}/follow/manage?token=`)
  })
})

describe('a digest', () => {
  it('brings the words of what was published, under its measure, with headers for one-click unsubscribing', async () => {
    const { email, token } = await follower({ subjects: ['measure:1.1'] })
    const { publicId } = await makeComment(app, { body: '请公布企业名单 <b>&。' })
    await makeComment(app, { measure: '2.1', body: '这是另一项措施的意见。' })
    await round()
    const [mail] = mailTo(email)
    expect(mailTo(email)).toHaveLength(1)
    expect(mail?.text).toContain(`【1.1 企业群】\n${site}/measures/1.1`)
    expect(mail?.text).toContain(`朱**（建议）\n${site}/comments/${publicId}\n\n> 请公布企业名单 <b>&。`)
    expect(mail?.text).not.toContain('另一项措施')
    expect(mail?.html).toContain('请公布企业名单 &lt;b&gt;&amp;。')
    const header = (key: string) => mail?.headers.find((each) => each.key === key)?.value
    expect(header('list-unsubscribe')).toBe(`<${site}/follow/unsubscribe?token=${token}>`)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  })

  it('says of a reply what it replies to, as far as that is public', async () => {
    const { email } = await follower({ subjects: ['measure:1.1'] })
    const long = `请由街道代办。\n${'再说一遍。'.repeat(20)}`
    const { publicId } = await makeComment(app, { body: long })
    await makeComment(app, { body: '同意，街道也可以代办。', parentId: publicId })
    await round()
    const beginning = `请由街道代办。 ${'再说一遍。'.repeat(6)}再说……`
    expect(textTo(email)).toContain(`> 回复 朱**：“${beginning}”\n> 同意，街道也可以代办。`)
    const later = await follower({ subjects: ['measure:1.2'] })
    const gone = await makeComment(app, { measure: '1.2' })
    await makeComment(app, { measure: '1.2', body: '我也同意。', parentId: gone.publicId })
    await stage()
    await app.post('/api/receipts/erase', { ...gone, state: undefined, confirm: true })
    await deliver()
    expect(textTo(later.email)).toContain('> 我也同意。')
    expect(textTo(later.email)).not.toContain('回复 朱')
  })

  it('tells answers with their text, changes of the plan, and the rest of many comments by number', async () => {
    const { email } = await follower()
    const answers = await follower({ subjects: ['answers'] })
    for (let made = 0; made < limits.digestItems + 2; made += 1) await makeComment(app, { measure: '1.2' })
    await makeResponse(app, {
      on: { of: 'measure', key: '2.1' },
      text: '已列入计划。',
      state: 'published',
    })
    await makeRevision(app, [{ act: 'amend', clause: '1.2.1', text: '逐项落实减负措施。' }])
    await round()
    const text = textTo(email)
    expect(text).toContain(`……还有 2 条意见\n${site}/measures/1.2#thread`)
    expect(text.match(/请明确认定口径/g)).toHaveLength(limits.digestItems)
    expect(text).toContain('> 已列入计划。')
    expect(text).toMatch(/第 1 句修改为：\n\n> 逐项落实减负措施。/)
    expect(textTo(answers.email)).toContain('> 已列入计划。')
    expect(textTo(answers.email)).not.toContain('认定口径')
  })

  it('comes in the follower’s language', async () => {
    const { email } = await follower({ language: 'en' })
    await makeComment(app)
    await round()
    expect(mailTo(email)[0]?.subject).toBe('Work plan for 2099: 1 new comment')
    expect(textTo(email)).toContain('【1.1 Groups of enterprises】')
  })

  it('holds only what is public when it goes out: a comment that was hidden meanwhile stays out', async () => {
    const { email } = await follower()
    const alone = await follower({ subjects: ['measure:1.2'] })
    const hidden = await makeComment(app, { measure: '1.2', body: '不应外传的内容。' })
    const redacted = await makeComment(app, { body: '请致电 13800138000。' })
    await stage()
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${hidden.publicId}`)
    await app.db.run(
      sql`UPDATE comments SET body = '请致电〔已隐去〕。' WHERE public_id = ${redacted.publicId}`,
    )
    await deliver()
    expect(textTo(email)).toContain('请致电〔已隐去〕。')
    expect(textTo(email)).not.toMatch(/不应外传|13800138000/)
    expect(mailTo(alone.email)).toEqual([])
  })

  it('reads on behind what was hidden until it has as many comments as it may hold', async () => {
    const { email } = await follower()
    await makeComment(app, { measure: '1.2', body: '更早的一条公开意见。' })
    for (let made = 0; made < limits.digestItems; made += 1) {
      const { publicId } = await makeComment(app, { measure: '1.2' })
      await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${publicId}`)
    }
    await round()
    expect(textTo(email)).toContain('更早的一条公开意见。')
  })

  it('never tells of what is not public', async () => {
    const { email } = await follower()
    for (const state of ['pending', 'private', 'returned', 'rejected'] as const)
      await makeComment(app, { state })
    await makeResponse(app, { text: '尚未公开的答复。', state: 'approved' })
    await app.db.run(sql`DELETE FROM news WHERE kind = 'comment'`)
    await round()
    expect(mailTo(email)).toEqual([])
  })

  it('keeps back an answer that stands with no public comment', async () => {
    const { email } = await follower()
    const secret = await makeComment(app, { state: 'private' })
    await makeResponse(app, {
      on: { of: 'comments', publicIds: [secret.publicId] },
      text: '只答复未公开的意见。',
      state: 'published',
    })
    await round()
    expect(mailTo(email)).toEqual([])
  })
})

describe('each piece of news goes to each follower once', () => {
  it('however many rounds run at a time', async () => {
    const followers = await Promise.all(Array.from({ length: 7 }, () => follower()))
    await makeComment(app, { body: '只说一次。' })
    await Promise.all([
      stageDigests(app.context(), { size: 2 }),
      stageDigests(app.context(), { size: 3 }),
      stage(),
    ])
    await Promise.all([deliver(), deliver()])
    await round()
    for (const { email } of followers) expect(mailTo(email)).toHaveLength(1)
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(followers.length)
  })

  it('and none is lost where a round breaks off after staging, or the server is down', async () => {
    const { email } = await follower()
    await makeComment(app, { body: '第一条。' })
    await stage()
    const down = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'noreply@yanlu.test' })
    await deliverFollowMails(app.context(), down, { origin })
    app.clock.advance(limits.digestMinutes * minute)
    await makeComment(app, { body: '第二条。' })
    await round()
    expect(
      textTo(email)
        .match(/第一条|第二条/g)
        ?.sort(),
    ).toEqual(['第一条', '第二条'])
    expect(mailTo(email)).toHaveLength(2)
  })

  it('begins with what is published after confirming', async () => {
    await makeComment(app, { body: '早已公开。' })
    const { email } = await follower()
    await round()
    expect(mailTo(email)).toEqual([])
  })

  it('ends for an address that its own server refuses', async () => {
    const { email } = await follower()
    server.refusals.set(email, '550 5.1.1 no such user')
    await makeComment(app)
    await round()
    expect(await app.rows(sql`SELECT 1 FROM follows WHERE email = ${email}`)).toEqual([])
  })
})

describe('daily and weekly digests', () => {
  it('come in the Beijing morning, the weekly one on Mondays', async () => {
    app.clock.set('2099-03-25T03:00:00.000Z')
    const daily = await follower({ frequency: 'daily' })
    const weekly = await follower({ frequency: 'weekly' })
    await makeComment(app)
    app.clock.set('2099-03-25T23:59:59.999Z')
    await round()
    expect(server.received).toEqual([])
    app.clock.set('2099-03-26T00:00:00.000Z')
    await round()
    expect([mailTo(daily.email).length, mailTo(weekly.email).length]).toEqual([1, 0])
    await makeComment(app)
    app.clock.set('2099-03-30T00:00:00.000Z')
    await round()
    expect([mailTo(daily.email).length, mailTo(weekly.email).length]).toEqual([2, 1])
    expect(textTo(weekly.email).match(/认定口径/g)).toHaveLength(2)
  })

  it('do not come where there is nothing new', async () => {
    const { email } = await follower({ frequency: 'daily' })
    app.clock.advance(day)
    await round()
    expect(mailTo(email)).toEqual([])
  })
})

describe('the result', () => {
  const none = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, 0]))

  it('goes to every follower, with its figures and the way to it', async () => {
    const all = [await follower({ subjects: ['results'] }), await follower({ subjects: ['measure:1.2'] })]
    const { actor } = await makeUser(app, 'admin')
    const totals: Totals = {
      received: 12,
      states: { ...none(commentStates), published: 10, rejected: 2 } as Totals['states'],
      channels: { ...none(channels), online: 12 } as Totals['channels'],
      admissible: 10,
      kinds: { ...none(participantKinds), individual: 10 } as Totals['kinds'],
      dispositions: { ...none(dispositions), adopted: 4, not_adopted: 6 } as Totals['dispositions'],
      undisposed: 0,
    }
    await app.db.run(sql`
      INSERT INTO results (consultation_id, plan_revision, counts, undisposed_count, published_by, published_at)
      SELECT id, plan_revision, ${JSON.stringify(totals)}, 0, ${actor.id}, ${app.clock.now().getTime()}
      FROM consultations WHERE is_current = 1`)
    await round()
    for (const { email } of all) {
      expect(mailTo(email)).toHaveLength(1)
      expect(textTo(email)).toContain(`【采纳情况已公布】\n${site}/results`)
      expect(textTo(email)).toContain('共收到意见 12 条，纳入办理 10 条。\n采纳 4 条、未采纳 6 条')
    }
    const feed = await (await app.get('/feeds/results.atom')).text()
    expect(feed.match(/<entry>/g)).toHaveLength(1)
    expect(feed).toContain(
      '<content type="text">共收到意见 12 条，纳入办理 10 条。\n采纳 4 条、未采纳 6 条</content>',
    )
  })
})
