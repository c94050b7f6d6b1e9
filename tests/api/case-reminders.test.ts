import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deleteOldReminders } from '../../worker/services/casework/delete-old-reminders'
import { deliverReminders } from '../../worker/services/casework/deliver-reminders'
import { stageReminders } from '../../worker/services/casework/stage-reminders'
import { type Mail, MailError, type Mailer, type MailTrouble } from '../../worker/services/outbox/mailer'
import { createSmtpMailer } from '../../worker/services/outbox/smtp-mailer'
import { nextDueAt } from '../../worker/services/schedule/next-due-at'
import { runMailRound } from '../../worker/services/schedule/run-mail-round'
import { day, hour, minute } from '../support/clock'
import { startMailServer } from '../support/mail-server'
import { makeCase } from '../support/make-case'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
/** A Wednesday, ten in Beijing. */
const morning = new Date('2026-03-18T02:00:00.000Z')
const period = { opensAt: new Date('2026-02-20'), closesAt: new Date('2026-12-31T16:00:00.000Z') }
let key = ''
let person: TestUser

beforeAll(async () => {
  app.clock.set('2026-03-01T02:00:00.000Z')
  key = (await makeConsultation(app, period)).key
  await makeReasons(app)
  person = await makeUser(app, 'staff', '李颖')
})
afterEach(async () => {
  await app.db.run(sql`DELETE FROM case_reminders`)
  await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE state = 'published'`)
})

interface Row {
  user_id: string
  day: string
  due_count: number
  overdue_count: number
  attempts: number
  last_error: string | null
  sent_at: number | null
  given_up_at: number | null
  next_attempt_at: number
}
const reminders = () => app.rows<Row>(sql`SELECT * FROM case_reminders ORDER BY day, user_id`)
const dueIn = (hours: number, assignee = person.actor.id) =>
  makeCase(app, { assignee, dueAt: new Date(morning.getTime() + hours * hour) })
/** The clock runs a little while cases are made. */
const stage = async (at = morning) => {
  app.clock.set(at)
  await stageReminders(app.context())
}

function keepingMailer(trouble: () => MailTrouble | null = () => null): Mailer & { taken: Mail[] } {
  const taken: Mail[] = []
  return {
    taken,
    async send(mail) {
      const found = trouble()
      if (found) throw new MailError(found, 'ETEST')
      taken.push(mail)
    },
  }
}

describe('the reminders of a day', () => {
  it('are one for each colleague with what is due within two working days or late', async () => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    const other = await makeUser(app, 'admin')
    await dueIn(-1)
    await dueIn(30)
    await dueIn(62)
    await dueIn(63, other.actor.id)
    await makeCase(app, { assignee: person.actor.id })
    await makeCase(app, { dueAt: morning })
    await makeCase(app, { assignee: person.actor.id, dueAt: morning, disposition: 'adopted' })
    await stage()
    expect(await reminders()).toMatchObject([
      { user_id: person.actor.id, day: '2026-03-18', due_count: 2, overdue_count: 1, attempts: 0 },
    ])
  })

  it('are staged once, however often and by how many it is asked', async () => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    await dueIn(1)
    await stage()
    await Promise.all(Array.from({ length: 5 }, () => stageReminders(app.context())))
    await dueIn(2, (await makeUser(app, 'staff')).actor.id)
    await stage(new Date(morning.getTime() + 3 * hour))
    expect(await reminders()).toHaveLength(1)
    await stage(new Date(morning.getTime() + day))
    expect((await reminders()).map((row) => row.day)).toEqual(['2026-03-18', '2026-03-19', '2026-03-19'])
  })

  it.each([
    ['before eight', '2026-03-17T23:59:00.000Z'],
    ['on a Sunday', '2026-03-22T02:00:00.000Z'],
    ['on a public holiday', '2026-05-01T02:00:00.000Z'],
  ])('are none %s', async (_, at) => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    await dueIn(-2000 / 60)
    await stage(new Date(at))
    expect(await reminders()).toEqual([])
  })

  it('are kept for thirty days', async () => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    await dueIn(1)
    await stage()
    app.clock.set(new Date(morning.getTime() + 30 * day))
    await deleteOldReminders(app.context())
    expect(await reminders()).toHaveLength(1)
    app.clock.advance(day)
    await deleteOldReminders(app.context())
    expect(await reminders()).toEqual([])
  })

  it('are none for whoever left', async () => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    const gone = await makeUser(app, 'staff')
    await dueIn(1, gone.actor.id)
    await app.db.run(sql`UPDATE users SET disabled_at = 1 WHERE id = ${gone.actor.id}`)
    await stage()
    expect(await reminders()).toEqual([])
  })
})

describe('a reminder', () => {
  it('tells in both languages how many, which and by when, and none of the words', async () => {
    const server = await startMailServer()
    app.clock.set('2026-03-10T02:00:00.000Z')
    const late = await makeCase(app, {
      assignee: person.actor.id,
      dueAt: new Date('2026-03-16T16:00:00.000Z'),
      body: '不进邮件的一段意见。',
    })
    const soon = await makeCase(app, {
      assignee: person.actor.id,
      dueAt: new Date('2026-03-19T16:00:00.000Z'),
    })
    app.clock.set(morning)
    const mailer = createSmtpMailer({
      url: `smtp://127.0.0.1:${server.port}`,
      from: '言路 <noreply@yanlu.test>',
    })
    await runMailRound(app.context(), mailer, { origin: 'https://yanlu.example.org' })
    await runMailRound(app.context(), mailer, { origin: 'https://yanlu.example.org' })
    await server.stop()
    expect(server.received).toHaveLength(1)
    const [mail] = server.received
    expect(mail?.recipients).toEqual([person.email])
    expect(mail?.subject).toBe('办件提醒：超期 1 件，即将到期 1 件 / cases: 1 overdue, 1 due soon')
    expect(mail?.text).toContain(`${late}　企业群　已超期（应于 3 月 16 日前办结）`)
    expect(mail?.text).toContain(`${soon}　企业群　3 月 19 日到期`)
    expect(mail?.text).toContain('due on 19 March')
    expect(mail?.text).toContain(
      `《2099年主要工作安排》2 件，办件台：https://yanlu.example.org/c/${key}/desk/cases?view=mine`,
    )
    expect(mail?.raw).not.toContain('不进邮件')
    expect(await reminders()).toMatchObject([{ attempts: 1, sent_at: morning.getTime(), last_error: null }])
  })

  it('leads to the desk of each consultation that has some, whichever is current', async () => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    await dueIn(1)
    await dueIn(2)
    const next = await makeConsultation(app, period)
    await dueIn(3)
    await stage()
    const mailer = keepingMailer()
    await deliverReminders(app.context(), mailer, { origin: 'https://yanlu.example.org' })
    const desks = mailer.taken[0]?.text.match(/\d 件，办件台：\S+/g)
    expect(desks).toEqual([
      `2 件，办件台：https://yanlu.example.org/c/${key}/desk/cases?view=mine`,
      `1 件，办件台：https://yanlu.example.org/c/${next.key}/desk/cases?view=mine`,
    ])
  })

  it('goes out once, however many rounds run at a time', async () => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    await dueIn(1)
    await stage()
    const mailer = keepingMailer()
    await Promise.all(Array.from({ length: 6 }, () => deliverReminders(app.context(), mailer)))
    app.clock.advance(2 * hour)
    await deliverReminders(app.context(), mailer)
    expect(mailer.taken).toHaveLength(1)
  })

  it('is tried again later under the same key, ever more seldom, while the server takes nothing', async () => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    await dueIn(1)
    await dueIn(1, (await makeUser(app, 'staff')).actor.id)
    await stage()
    let trouble: MailTrouble | null = 'unreachable'
    let tries = 0
    const mailer = keepingMailer(() => {
      tries += 1
      return trouble
    })
    await deliverReminders(app.context(), mailer)
    expect(tries).toBe(1)
    await deliverReminders(app.context(), mailer)
    expect(tries).toBe(1)
    const waits = (await reminders()).map((row) => row.next_attempt_at - morning.getTime())
    for (const wait of waits) expect(wait).toBeGreaterThan(29_000)
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(minute)
    expect((await nextDueAt(app.context(), { withMail: true }))?.getTime()).toBe(
      morning.getTime() + Math.min(...waits),
    )
    trouble = null
    app.clock.advance(minute)
    await deliverReminders(app.context(), mailer)
    expect(new Set(mailer.taken.map(({ key }) => key))).toEqual(
      new Set((await reminders()).map((row) => `reminder.2026-03-18.${row.user_id}`)),
    )
    expect((await reminders()).every((row) => row.sent_at !== null)).toBe(true)
  })

  it.each([
    ['the address is refused', 'ETEST', async () => {}, 'refused'],
    [
      'nothing is due any more',
      'nothing_due',
      () =>
        app.db.run(
          sql`UPDATE cases SET disposition = 'adopted', disposition_version = 1 WHERE due_at IS NOT NULL`,
        ),
      null,
    ],
    ['its day is over', 'day_over', async () => app.clock.advance(day), null],
  ] as const)('is given up where %s', async (_, why, meanwhile, trouble) => {
    app.clock.set('2026-03-10T02:00:00.000Z')
    await dueIn(1)
    await stage()
    await meanwhile()
    const mailer = keepingMailer(() => trouble)
    await deliverReminders(app.context(), mailer)
    expect(mailer.taken).toEqual([])
    expect(await reminders()).toMatchObject([
      { last_error: why, sent_at: null, given_up_at: expect.any(Number) },
    ])
    const again = app.db.run(sql`UPDATE case_reminders SET given_up_at = NULL`)
    await expect(again).rejects.toThrow()
  })
})
