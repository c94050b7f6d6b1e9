import { type SQL, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { type DeletionKey, deletionKeys } from '../../worker/contract/privacy'
import { deliverAccountMails } from '../../worker/services/account-mails/deliver-account-mails'
import { groupsAtOnce } from '../../worker/services/privacy/delete-expired'
import { runDailyWork } from '../../worker/services/schedule/run-daily-work'
import { day, hour } from '../support/clock'
import { makeUpload } from '../support/make-attachment'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeEnterprise, makeParticipant } from '../support/make-enterprise'
import { makeFollow } from '../support/make-follow'
import { makeInvitationLink, makeJoinRequest } from '../support/make-joining'
import { makeReasons } from '../support/make-reasons'
import { makeFirm, makeResponse } from '../support/make-submission'
import { makeUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)

let opensAt = new Date()
let closesAt = new Date()

/** Each test has a consultation of its own, three years after the last: what the earlier ones left is long gone. */
let year = 2100
beforeEach(async () => {
  year += 3
  opensAt = new Date(`${year}-02-28T16:00:00.000Z`)
  closesAt = new Date(`${year}-03-28T16:00:00.000Z`)
  app.clock.set(opensAt)
  await makeConsultation(app, { opensAt, closesAt })
  await runDailyWork(app.context())
})

const now = () => app.clock.now().getTime()
const count = async (rows: SQL) =>
  (await app.rows<{ n: number }>(sql`SELECT count(*) AS n FROM ${rows}`))[0]?.n
const later = (moment: Date, months: number) => {
  const then = new Date(moment)
  then.setUTCMonth(then.getUTCMonth() + months)
  return then.getTime()
}
async function runOf(key: DeletionKey) {
  await runDailyWork(app.context())
  const [run] = await app.rows<{ deleted: number }>(
    sql`SELECT deleted FROM retention_runs WHERE key = ${key} AND at = ${now()}`,
  )
  return run?.deleted
}

interface Case {
  /** Makes one that falls due; answers what finds it, and when it does. */
  make: () => Promise<{ left: SQL; due: number }>
  /** How long before and after: a day, where the period is not shorter itself. */
  margin?: number
  /** How many rows go, where it is not one. */
  rows?: number
}

const insertMail = async (dedupe: string) => {
  const { actor } = await makeUser(app, 'participant')
  await app.db.run(sql`
    INSERT INTO account_mails (kind, user_id, subject_id, dedupe_key, created_at, next_attempt_at, sent_at)
    VALUES ('known', ${actor.id}, '1', ${dedupe}, ${now()}, ${now()}, ${now()})`)
  return sql`account_mails WHERE dedupe_key = ${dedupe}`
}

const cases: Partial<Record<DeletionKey, Case>> = {
  contacts: {
    make: async () => {
      await makeComment(app, { state: 'pending', contact: '13800138000' })
      return { left: sql`comment_contacts`, due: later(closesAt, 12) }
    },
  },
  originals: {
    make: async () => {
      const { publicId } = await makeComment(app)
      await app.db.run(sql`
        INSERT INTO comment_originals (comment_id, revision, body)
        SELECT id, revision, '原文含手机号。' FROM comments WHERE public_id = ${publicId}`)
      return { left: sql`comment_originals WHERE body = '原文含手机号。'`, due: later(closesAt, 24) }
    },
    /** What the comment was compared with goes beside its original. */
    rows: 2,
  },
  uploads: {
    make: async () => {
      const { id } = await makeUpload(app)
      return { left: sql`attachments WHERE id = ${id}`, due: now() + 25 * hour }
    },
    margin: hour,
  },
  follows: {
    make: async () => {
      await makeFollow(app, { email: 'never@example.test' }, { isConfirmed: false })
      return { left: sql`follows WHERE email = 'never@example.test'`, due: now() + 7 * day }
    },
  },
  follow_mails: {
    make: async () => {
      await makeFollow(app, { email: 'kept@example.test' })
      return { left: sql`follow_mails`, due: now() + 30 * day }
    },
  },
  messages: {
    make: async () => {
      const { publicId } = await makeComment(app, { state: 'returned', contact: 'a@example.test' })
      await app.db.run(sql`
        UPDATE outbox_messages SET sent_at = ${now()}
        WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`)
      return { left: sql`outbox_messages`, due: now() + 30 * day }
    },
  },
  account_mails: {
    make: async () => ({ left: await insertMail(`known.${year}`), due: now() + 30 * day }),
  },
  reminders: {
    make: async () => {
      const { actor } = await makeUser(app, 'staff')
      const today = opensAt.toISOString().slice(0, 10)
      await app.db.run(sql`
        INSERT INTO case_reminders (user_id, day, due_count, overdue_count, next_attempt_at)
        VALUES (${actor.id}, ${today}, 1, 0, ${now()})`)
      return { left: sql`case_reminders`, due: Date.parse(`${today}T16:00:00Z`) + 30 * day }
    },
  },
  links: {
    make: async () => {
      const { id } = await makeInvitationLink(app)
      return { left: sql`enterprise_invitations WHERE id = ${id}`, due: now() + 7 * day }
    },
  },
  sources: {
    make: async () => {
      await app.db.run(sql`
        INSERT INTO used_proofs (signature, public_id, expires_at) VALUES ('s', 'T001', ${now() + hour})`)
      return { left: sql`used_proofs`, due: now() + hour }
    },
    margin: hour / 2,
  },
  join_requests: {
    make: async () => {
      const { enterprise } = await makeEnterprise(app)
      const { id } = await makeJoinRequest(app, enterprise)
      await app.db.run(sql`
        UPDATE join_requests SET state = 'declined', settled_at = ${now()} WHERE id = ${id}`)
      return { left: sql`join_requests WHERE id = ${id}`, due: later(opensAt, 12) }
    },
  },
  drafts: {
    make: async () => {
      await makeResponse(app, await makeFirm(app), 'in_approval')
      return { left: sql`submission_entries`, due: later(closesAt, 12) }
    },
  },
}

describe.each(Object.entries(cases) as [DeletionKey, Case][])(
  'the deletion of %s',
  (key, { make, margin = day, rows = 1 }) => {
    it('leaves what is due in time, takes it after that, and puts both on record', async () => {
      const { left, due } = await make()
      expect(await count(left)).toBe(1)
      app.clock.set(new Date(due - margin))
      const before = await runOf(key)
      expect(await count(left)).toBe(1)
      app.clock.set(new Date(due + margin))
      const after = await runOf(key)
      expect(await count(left)).toBe(0)
      expect([key === 'uploads' ? 0 : before, after]).toEqual([0, rows])
      const [act] = await app.rows<{ data: string; actor_kind: string }>(
        sql`SELECT data, actor_kind FROM audit_log WHERE at = ${now()} AND action LIKE '%.deleted' AND (
        subject_id = ${key} OR action IN (${`${key}.deleted`}, iif(${key} = 'uploads', 'attachments.deleted', '')))`,
      )
      expect(act).toEqual({ data: '{"count":1}', actor_kind: 'system' })
    })
  },
)

describe('what texts were compared with', () => {
  it('goes with the hidden words that may be in it, and its group stays', async () => {
    const body = '建议联系老周，电话13912345678，并且公布评分细则和名单。'
    const { publicId } = await makeComment(app, { body })
    const group = sql`similar_groups WHERE id = (SELECT similar_group_id FROM comments WHERE public_id = ${publicId})`
    const seen = () =>
      app.rows<{ bands: number }>(sql`
        SELECT normal_text LIKE '%13912345678%' AS is_kept, length(text_hash) > 60 AS is_hashed, member_count,
          (SELECT count(*) > 0 FROM similar_bands WHERE group_id = similar_groups.id) AS has_bands FROM ${group}`)
    const whole = [{ is_kept: 1, is_hashed: 1, member_count: 1, has_bands: 1 }]
    expect(await seen()).toEqual(whole)
    app.clock.set(new Date(later(closesAt, 24) - day))
    await runOf('originals')
    expect(await seen()).toEqual(whole)
    app.clock.set(new Date(later(closesAt, 24) + day))
    expect(await runOf('originals')).toBe(1)
    expect(await seen()).toEqual([{ is_kept: 0, is_hashed: 0, member_count: 1, has_bands: 0 }])
    expect(await count(group)).toBe(1)
    const acts = await app.rows(
      sql`SELECT data FROM audit_log WHERE at = ${now()} AND action = 'personal_data.deleted' AND subject_id = 'originals'`,
    )
    expect(acts).toEqual([{ data: '{"count":1}' }])
  })

  it('goes a part at a time, by the index of what is left', async () => {
    const [consultation] = await app.rows<{ key: string }>(
      sql`SELECT key FROM consultations WHERE is_current = 1`,
    )
    const groups = groupsAtOnce * 2 + 1
    await app.db.run(sql`
      WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${groups})
      INSERT INTO similar_groups (text_hash, normal_text, created_at)
      SELECT ${consultation?.key} || ':part ' || n, '电话' || n, 0 FROM numbers`)
    app.clock.set(new Date(later(closesAt, 24) + day))
    expect(await runOf('originals')).toBe(groups)
    expect(await count(sql`similar_groups WHERE normal_text <> '' AND text_hash LIKE '%:part %'`)).toBe(0)
    const acts = await app.rows(
      sql`SELECT data FROM audit_log WHERE at = ${now()} AND action = 'personal_data.deleted' AND subject_id = 'originals' ORDER BY id`,
    )
    expect(acts).toEqual([groupsAtOnce, groupsAtOnce, 1].map((n) => ({ data: `{"count":${n}}` })))
  })
})

describe('what tells sources apart', () => {
  const counts = { challenge_counts: hour / 6, upload_counts: day } as const

  it.each(Object.entries(counts))(
    'in %s goes by the second span or day after it, not before',
    async (table, span) => {
      const beijing = table === 'upload_counts' ? 8 * hour : 0
      const number = Math.floor((now() + beijing) / span)
      const values = table === 'upload_counts' ? sql`1, 1` : sql`1`
      const columns = table === 'upload_counts' ? 'source, day, files, bytes' : 'source, span, count'
      await app.db.run(
        sql`INSERT INTO ${sql.raw(`${table} (${columns})`)} VALUES ('keyed hash', ${number}, ${values})`,
      )
      const rows = sql.raw(`${table} WHERE source = 'keyed hash'`)
      await runOf('sources')
      expect(await count(rows)).toBe(1)
      app.clock.set(new Date((number + 1) * span - beijing - 1))
      await runOf('sources')
      expect(await count(rows)).toBe(1)
      app.clock.set(new Date((number + 2) * span - beijing))
      expect(await runOf('sources')).toBeGreaterThanOrEqual(1)
      expect(await count(rows)).toBe(0)
    },
  )
})

describe('sessions', () => {
  it('go when they have ended, by the clock that ends them', async () => {
    const { actor } = await makeUser(app, 'participant')
    const add = (id: string, hours: number) =>
      app.db.run(sql`
        INSERT INTO sessions (id, user_id, token, ip_address, expires_at, created_at, updated_at)
        VALUES (${id}, ${actor.id}, ${id}, '192.0.2.1', (unixepoch() + ${hours * 3600}) * 1000, 0, 0)`)
    await add(`open-${year}`, 1)
    await add(`ended-${year}`, -1)
    await runOf('sessions')
    const left = await app.rows<{ id: string }>(sql`SELECT id FROM sessions WHERE user_id = ${actor.id}`)
    expect(left).toEqual([{ id: `open-${year}` }])
  })
})

describe('a contact person', () => {
  it('stays while anybody belongs to the organisation, and goes the day after the last one left', async () => {
    const { owner, enterprise } = await makeEnterprise(app)
    const left = sql`enterprise_contacts WHERE enterprise_id = ${enterprise.id}`
    await runOf('enterprise_contacts')
    expect(await count(left)).toBe(1)
    await app.db.run(sql`DELETE FROM enterprise_members WHERE user_id = ${owner.actor.id}`)
    app.clock.advance(day)
    expect(await runOf('enterprise_contacts')).toBe(1)
    expect(await count(left)).toBe(0)
  })
})

describe('a contact of a consultation that keeps them for a shorter time', () => {
  it('goes when that is over', async () => {
    await makeComment(app, { state: 'pending', contact: '13900139000' })
    await app.db.run(sql`UPDATE consultations SET contact_months = 3 WHERE is_current = 1`)
    app.clock.set(new Date(later(closesAt, 3) - day))
    await runOf('contacts')
    expect(await count(sql`comment_contacts WHERE value = '13900139000'`)).toBe(1)
    app.clock.set(new Date(later(closesAt, 3) + day))
    expect(await runOf('contacts')).toBe(1)
    expect(await count(sql`comment_contacts WHERE value = '13900139000'`)).toBe(0)
  })
})

describe('an account that nobody uses', () => {
  const mails: { to: string; text: string }[] = []
  const deliver = () =>
    deliverAccountMails(
      app.context(),
      { send: async (mail) => void mails.push(mail) },
      { origin: 'https://x.test' },
    )
  const isThere = (id: string) => count(sql`users WHERE id = ${id}`)

  it('is told of thirty days before, and deleted after two years without a sign-in', async () => {
    const { actor, email } = await makeParticipant(app)
    app.clock.set(new Date(later(opensAt, 24) - 31 * day))
    await runOf('unused_accounts')
    await deliver()
    expect(mails.filter(({ to }) => to === email)).toEqual([])
    app.clock.set(new Date(later(opensAt, 24) - 29 * day))
    await runOf('unused_accounts')
    await runOf('unused_accounts')
    await deliver()
    const told = mails.filter(({ to }) => to === email)
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('https://x.test/account/sign-in')
    app.clock.advance(29 * day)
    await runOf('unused_accounts')
    expect(await isThere(actor.id)).toBe(1)
    app.clock.advance(2 * day)
    expect(await runOf('unused_accounts')).toBeGreaterThanOrEqual(1)
    expect(await isThere(actor.id)).toBe(0)
    expect(await count(sql`audit_log WHERE action = 'account.erased' AND subject_id = ${actor.id}`)).toBe(1)
  })

  it('stays where its owner signs in after the mail, and none of the office is one', async () => {
    const { actor } = await makeParticipant(app)
    const { actor: colleague } = await makeUser(app, 'staff')
    app.clock.set(new Date(later(opensAt, 24)))
    await runOf('unused_accounts')
    app.clock.advance(day)
    await app.db.run(sql`UPDATE users SET signed_in_at = ${now()} WHERE id = ${actor.id}`)
    app.clock.advance(60 * day)
    await runOf('unused_accounts')
    expect([await isThere(actor.id), await isThere(colleague.id)]).toEqual([1, 1])
  })
})

it('every deletion is tried', () => {
  const apart: DeletionKey[] = ['sessions', 'enterprise_contacts', 'unused_accounts']
  expect([...Object.keys(cases), ...apart].sort()).toEqual([...deletionKeys].sort())
})
