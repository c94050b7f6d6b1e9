import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { deleteExpiredContacts } from '../../worker/services/receipts/delete-expired-contacts'
import { hour } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const opensAt = new Date('2099-02-28T16:00:00.000Z')
const closesAt = new Date('2099-03-28T16:00:00.000Z')
const year = 365 * 24 * hour

beforeAll(async () => {
  await makeConsultation(app, { opensAt, closesAt })
  await makeReasons(app)
  app.clock.set(opensAt)
  await makeComment(app, { state: 'pending', contact: '13800138000' })
})

const contacts = () => app.rows<{ value: string }>(sql`SELECT value FROM comment_contacts`)
const deletions = () =>
  app.rows<{ data: string }>(sql`SELECT data FROM audit_log WHERE action = 'contacts.deleted'`)

describe('a contact', () => {
  it('is kept for a year after closing', async () => {
    app.clock.set(new Date(closesAt.getTime() + year))
    await deleteExpiredContacts(app.context())
    expect(await contacts()).toEqual([{ value: '13800138000' }])
    expect(await deletions()).toEqual([])
  })

  it('is deleted after that, with a row that says how many and not which', async () => {
    app.clock.set(new Date(closesAt.getTime() + year + 1))
    await deleteExpiredContacts(app.context())
    expect(await contacts()).toEqual([])
    expect(await deletions()).toEqual([{ data: '{"count":1}' }])
  })
})
