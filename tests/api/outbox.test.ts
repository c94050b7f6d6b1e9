import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fileAppeal } from '../../worker/services/appeals/file-appeal'
import { sendDelayNotice } from '../../worker/services/notices/send-delay-notice'
import { deliverOutbox } from '../../worker/services/outbox/deliver-outbox'
import type { Mailer } from '../../worker/services/outbox/mailer'
import { createSmtpMailer } from '../../worker/services/outbox/smtp-mailer'
import { hour, minute } from '../support/clock'
import { type MailServer, type ReceivedMail, startMailServer } from '../support/mail-server'
import { copyComment, decide, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const servers: MailServer[] = []

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
  await app.db.run(sql`DELETE FROM outbox_messages`)
  await app.db.run(sql`DELETE FROM comment_contacts`)
})

async function start(options: Parameters<typeof startMailServer>[0] = {}) {
  const server = await startMailServer(options)
  servers.push(server)
  return server
}

const from = '言路 <noreply@yanlu.test>'
const mailerTo = ({ port }: { port: number }, login = ''): Mailer =>
  createSmtpMailer({ url: `smtp://${login}127.0.0.1:${port}`, from })

let made = 0
const newAddress = () => {
  made += 1
  return `author-${made}@example.test`
}
const decided = (contact: string, state: 'published' | 'returned' | 'rejected' | 'private' = 'returned') =>
  makeComment(app, { state, contact })

interface Message {
  attempts: number
  last_error: string | null
  sent_at: number | null
  given_up_at: number | null
  next_attempt_at: number
}
const messages = () => app.rows<Message>(sql`SELECT * FROM outbox_messages ORDER BY id`)

/** Rounds until nothing is due any more at this time. */
async function deliverAll(mailer: Mailer, options?: { origin: string }): Promise<Date | null> {
  for (;;) {
    const next = await deliverOutbox(app.context(), mailer, options)
    if (!next || next > app.clock.now()) return next
  }
}

/** That many messages at once: a delay told to the authors of as many waiting comments. */
async function tellDelay(count: number): Promise<string[]> {
  const { publicId } = await makeComment(app, { state: 'pending' })
  await copyComment(app, publicId, count)
  const addresses = Array.from({ length: count }, newAddress)
  const copies = sql`SELECT id FROM comments WHERE state = 'pending' AND id NOT IN (SELECT comment_id FROM comment_contacts)`
  await app.db.run(sql`
    INSERT INTO comment_contacts (comment_id, kind, value)
    SELECT c.id, 'email', a.value FROM json_each(${JSON.stringify(addresses)}) a
    JOIN (SELECT id, row_number() OVER (ORDER BY id DESC) - 1 AS n FROM (${copies})) c ON c.n = a.key`)
  const { actor } = await makeUser(app, 'senior_moderator')
  await sendDelayNotice(app.context(actor), { until: '2099-04-10' })
  return addresses
}

const recipients = ({ received }: { received: ReceivedMail[] }) => received.flatMap((mail) => mail.recipients)

describe('the outbox', () => {
  it('takes a message in for an author who left an e-mail address, and for no other', async () => {
    await decided(newAddress())
    await decided('13800138000')
    await makeComment(app, { state: 'returned' })
    await makeComment(app, { state: 'pending', contact: newAddress() })
    expect(await messages()).toHaveLength(1)
  })

  it('holds neither words nor addresses', async () => {
    const contact = newAddress()
    const { publicId } = await makeComment(app, { state: 'pending', contact, body: '一段意见。' })
    await decide(app, { publicId, revision: 1, decision: 'return', reason: 'unclear', note: '请写明口径。' })
    const row = JSON.stringify(await messages())
    for (const word of [contact, '一段意见', '口径', publicId]) expect(row).not.toContain(word)
  })

  it('sends nothing before a decision takes effect', async () => {
    const server = await start()
    await makeComment(app, { state: 'pending', contact: newAddress() })
    expect(await deliverAll(mailerTo(server))).toBeNull()
    expect(server.received).toEqual([])
  })
})

describe('a mail', () => {
  it('tells in both languages what was decided and why, and how to look it up', async () => {
    const server = await start()
    const contact = newAddress()
    const { publicId, queryCode } = await makeComment(app, {
      state: 'pending',
      contact,
      body: '一段不进邮件的意见。',
    })
    await decide(app, { publicId, revision: 1, decision: 'return', reason: 'unclear', note: '请写明口径。' })
    await deliverAll(mailerTo(server))

    const [mail] = server.received
    expect(mail?.recipients).toEqual([contact])
    expect(mail?.from).toMatchObject({ name: '言路', address: 'noreply@yanlu.test' })
    expect(mail?.subject).toBe(`意见 ${publicId}：退回修改 / Comment ${publicId}: returned for change`)
    const text = mail?.text ?? ''
    for (const words of [
      'unclear 的中文说明。',
      'The reason unclear.',
      '审核员说明：请写明口径。',
      '修改后重新提交',
      '2 个工作日内审核',
      '申诉一次',
      '某省工业和信息化厅',
      `输入编号 ${publicId} 和查询码`,
    ])
      expect(text).toContain(words)
    for (const secret of [queryCode, queryCode.replaceAll('-', ''), '一段不进邮件的意见', 'http'])
      expect(mail?.raw + text).not.toContain(secret)
    expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  })

  it('gives the receipt’s address where the site knows its own', async () => {
    const server = await start()
    const { publicId } = await decided(newAddress())
    await deliverAll(mailerTo(server), { origin: 'https://yanlu.test' })
    expect(server.received[0]?.text).toContain(`https://yanlu.test/receipts?id=${publicId}`)
  })

  it('has the wording of the reason that the decision named, whatever it is now', async () => {
    const server = await start()
    await decided(newAddress())
    await app.db.batch([
      app.db.run(sql`
        INSERT INTO reason_wordings (reason_id, version, label_zh, label_en, zh, en, worded_at)
        VALUES ('unclear', 2, '', '', '后来的说明。', 'A later wording.', 0)`),
      app.db.run(sql`UPDATE reasons SET version = 2, zh = '后来的说明。' WHERE id = 'unclear'`),
    ])
    await deliverAll(mailerTo(server))
    expect(server.received[0]?.text).toContain('unclear 的中文说明。')
    expect(server.received[0]?.text).not.toContain('后来的说明')
  })

  it('says of what was accepted whether it is public', async () => {
    const server = await start()
    await decided(newAddress(), 'published')
    await decided(newAddress(), 'private')
    await deliverAll(mailerTo(server))
    const subjects = server.received.map(({ subject }) => subject ?? '').sort()
    expect(subjects.filter((subject) => subject.includes('审核通过，已公开'))).toHaveLength(1)
    expect(subjects.filter((subject) => subject.includes('审核通过，按您的选择不公开'))).toHaveLength(1)
    for (const { text } of server.received) expect(text).not.toMatch(/申诉|重新提交/)
  })

  it('tells what was hidden by its reason, not by its words', async () => {
    const server = await start()
    const body = '请联系 13800138000 或者 13900139000 详谈。'
    const { publicId } = await makeComment(app, { state: 'pending', contact: newAddress(), body })
    await decide(app, {
      publicId,
      revision: 1,
      decision: 'redact',
      redactions: [
        { start: 4, end: 15, reason: 'contact' },
        { start: 19, end: 30, reason: 'contact' },
      ],
    })
    await deliverAll(mailerTo(server))
    expect(server.received[0]?.text).toContain('已隐去：联系方式 2 处')
    expect(server.received[0]?.text).not.toMatch(/13[89]00/)
  })

  it('about an appeal tells its outcome and the reply, and offers no second one', async () => {
    const server = await start()
    const comment = await decided(newAddress())
    await fileAppeal(app.context({ kind: 'participant' }), { ...comment, text: '口径已经写明。' })
    const colleague = await makeUser(app, 'moderator', '何立')
    await decide(
      app,
      {
        publicId: comment.publicId,
        revision: 1,
        decision: 'uphold',
        note: '仍未写明统计年度。',
      },
      colleague.actor,
    )
    await deliverAll(mailerTo(server))
    const mail = server.received.find(({ subject }) => subject?.includes('维持原决定'))
    expect(mail?.text).toContain('审核员答复：仍未写明统计年度。')
    expect(mail?.text).toContain('不再受理新的申诉')
    expect(mail?.text).not.toContain('申诉一次')
    for (const { raw, text } of server.received) expect(raw + text).not.toContain('何立')
  })

  it('offers no way on that is closed since', async () => {
    const server = await start()
    const comment = await decided(newAddress())
    await app.post('/api/receipts/resubmit', {
      ...comment,
      state: undefined,
      body: '第二稿。',
      stance: 'suggest',
    })
    await deliverAll(mailerTo(server))
    expect(server.received[0]?.text).not.toMatch(/申诉|重新提交/)
  })
})

describe('delivery', () => {
  it('loses none of 50 messages while the server is down, and sends each once when it is back', async () => {
    const addresses = await tellDelay(50)
    const first = await start()
    const { port } = first
    await first.stop()
    servers.length = 0
    const pauses: number[] = []
    for (let tries = 0; tries < 12; tries += 1) {
      const next = await deliverOutbox(app.context(), mailerTo({ port }))
      expect(next && next > app.clock.now()).toBe(true)
      if (next) pauses.push((next.getTime() - app.clock.now().getTime()) / minute)
      if (next) app.clock.set(next)
    }
    expect(pauses[0]).toBeLessThanOrEqual(1)
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(30)
    const waiting = await messages()
    expect(waiting.filter(({ sent_at, given_up_at }) => sent_at ?? given_up_at)).toEqual([])
    expect(waiting.filter(({ attempts }) => attempts > 0).length).toBeLessThan(50)

    const server = await start({ port })
    app.clock.advance(hour)
    expect(await deliverAll(mailerTo(server))).toBeNull()
    expect(recipients(server).sort()).toEqual([...addresses].sort())
    expect(server.connections).toBe(50)
    app.clock.advance(24 * hour)
    await deliverAll(mailerTo(server))
    expect(server.received).toHaveLength(50)
  })

  it('sends each once, however many rounds run at a time', async () => {
    const server = await start()
    const addresses = await tellDelay(120)
    await Promise.all(Array.from({ length: 8 }, () => deliverAll(mailerTo(server))))
    expect(recipients(server).sort()).toEqual([...addresses].sort())
  })

  it('of a message whose round broke off sends it again when its lease is over, under the same Message-ID', async () => {
    const server = await start()
    await decided(newAddress())
    const broken: Mailer = {
      send: (mail) =>
        mailerTo(server)
          .send(mail)
          .then(() => new Promise(() => {})),
    }
    void deliverOutbox(app.context(), broken)
    await expect.poll(() => server.received.length).toBe(1)

    expect(await deliverAll(mailerTo(server))).toEqual(new Date(app.clock.now().getTime() + 15 * minute))
    expect(server.received).toHaveLength(1)
    app.clock.advance(15 * minute)
    expect(await deliverAll(mailerTo(server))).toBeNull()
    const ids = server.received.map(({ messageId }) => messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toMatch(/^<decision\.[0-9a-f]{32}@yanlu\.test>$/)
  })

  it('gives a message up at the recipient’s clear refusal, and keeps no address in the reason', async () => {
    const server = await start()
    const [gone, fine] = [newAddress(), newAddress()]
    server.refusals.set(gone, `550 5.1.1 <${gone}> user unknown`)
    await decided(gone)
    await decided(fine)
    expect(await deliverAll(mailerTo(server))).toBeNull()
    expect(recipients(server)).toEqual([fine])
    const [refused, sent] = await messages()
    expect(refused).toMatchObject({ attempts: 1, sent_at: null, last_error: 'EENVELOPE RCPT TO 550' })
    expect(refused?.given_up_at).toBe(app.clock.now().getTime())
    expect(sent?.sent_at).toBe(app.clock.now().getTime())
  })

  it.each(['451 4.7.1 greylisted, come back later', '554 5.7.1 relay access denied'])(
    'tries again, later each time, after %s',
    async (refusal) => {
      const server = await start()
      const address = newAddress()
      server.refusals.set(address, refusal)
      await decided(address)
      const pauses: number[] = []
      for (let tries = 0; tries < 9; tries += 1) {
        const next = await deliverAll(mailerTo(server))
        if (!next) throw new Error('it was given up')
        pauses.push((next.getTime() - app.clock.now().getTime()) / minute)
        app.clock.set(next)
      }
      expect(pauses[0]).toBeLessThanOrEqual(1)
      expect(pauses[4]).toBeGreaterThan(7)
      expect(Math.max(...pauses)).toBeLessThanOrEqual(60)
      server.refusals.clear()
      expect(await deliverAll(mailerTo(server))).toBeNull()
      expect(recipients(server)).toEqual([address])
    },
  )

  it('signs in where the server asks for it; with a wrong password everything waits', async () => {
    const server = await start({ user: { name: 'yanlu', password: 'p@ss 词' } })
    await decided(newAddress())
    await decided(newAddress())
    expect(await deliverAll(mailerTo(server, 'yanlu:wrong@'))).not.toBeNull()
    expect((await messages()).map(({ given_up_at }) => given_up_at)).toEqual([null, null])
    app.clock.advance(hour)
    expect(await deliverAll(mailerTo(server, `yanlu:${encodeURIComponent('p@ss 词')}@`))).toBeNull()
    expect(server.received.map(({ user }) => user)).toEqual(['yanlu', 'yanlu'])
  })

  it('gives up what has no contact any more', async () => {
    const server = await start()
    await decided(newAddress())
    await app.db.run(sql`DELETE FROM comment_contacts`)
    expect(await deliverAll(mailerTo(server))).toBeNull()
    expect(server.connections).toBe(0)
    expect((await messages())[0]).toMatchObject({ sent_at: null, last_error: 'contact_deleted' })
  })

  it.each(['a@b.test\r\nBcc: c@d.test', 'a@b.test,c@d.test', '<a@b.test> NOTIFY=NEVER', '"a b"@c.test'])(
    'sends nothing to %j',
    async (address) => {
      const server = await start()
      await decided(newAddress())
      await app.db.run(sql`UPDATE comment_contacts SET value = ${address} WHERE kind = 'email'`)
      expect(await deliverAll(mailerTo(server))).toBeNull()
      expect(server.received).toEqual([])
      expect((await messages())[0]?.last_error).toBe('address_unusable')
    },
  )

  it('lets no wording of a note make headers or end the message', async () => {
    const server = await start()
    const { publicId } = await makeComment(app, { state: 'pending', contact: newAddress() })
    const note = '第一行\n.\nQUIT\nSubject: 假的'
    await decide(app, { publicId, revision: 1, decision: 'return', reason: 'unclear', note })
    await deliverAll(mailerTo(server))
    expect(server.received).toHaveLength(1)
    expect(server.received[0]?.text).toContain(note)
    expect(server.received[0]?.subject).toContain(publicId)
    expect(server.received[0]?.raw).toMatch(/^\p{ASCII}*$/u)
  })
})
