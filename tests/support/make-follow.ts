import { sql } from 'drizzle-orm'
import type { NewFollow } from '../../worker/contract/follows'
import { confirmFollow } from '../../worker/services/follows/confirm-follow'
import { requestFollow } from '../../worker/services/follows/request-follow'
import { tokenOf } from '../../worker/services/follows/token'
import type { TestApp } from './test-app'

let made = 0

/** To follow everything daily, from an address like no other, but for what the test says. */
export function newFollow(change: Partial<NewFollow> = {}): NewFollow {
  made += 1
  return { email: `reader-${made}@example.test`, frequency: 'daily', subjects: ['all'], ...change }
}

/** Follows through the product's own verbs and answers the token that its mails bring. */
export async function makeFollow(
  app: TestApp,
  change: Partial<NewFollow> = {},
  { isConfirmed = true }: { isConfirmed?: boolean } = {},
): Promise<string> {
  const input = newFollow(change)
  await requestFollow(app.context(), input, 'zh')
  const token = await tokenFor(app, input.email)
  if (isConfirmed) await confirmFollow(app.context(), token)
  return token
}

export async function tokenFor(app: TestApp, email: string): Promise<string> {
  const [row] = await app.rows<{ handle: string }>(sql`SELECT handle FROM follows WHERE email = ${email}`)
  if (!row) throw new Error(`${email} follows nothing`)
  return tokenOf(app.context(), row.handle)
}
