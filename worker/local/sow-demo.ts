import { eq, sql } from 'drizzle-orm'
import { overlay } from '../../seeds/2021-work-plan/overlay'
import { demoComments } from '../../seeds/demo-comments'
import { type DemoPerson, demoPeople } from '../../seeds/demo-people'
import type { ServiceContext, UserActor } from '../context'
import type { Role } from '../contract/words'
import { users } from '../db/schema'
import { createAccount } from '../services/accounts/create-account'
import { resetPassword } from '../services/accounts/reset-password'
import { nameReader } from '../services/annexes/name-readers'
import { currentConsultation } from '../services/plan/current'
import { findUserOrThrow } from './find-user'
import { sowComments } from './sow-comments'
import { sowDemoCodebook } from './sow-demo-codebook'

export interface DemoAccount {
  email: string
  role: Role
  /** Null where the account existed already: its password was printed when it was made. */
  password: string | null
}

/** Makes the demo accounts that are missing; a given password is set for all of them, old ones too. */
export async function sowDemoAccounts(ctx: ServiceContext, password?: string): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  for (const person of demoPeople) {
    const { email, role } = person
    const existing = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (existing.length === 0)
      accounts.push({ email, role, password: await createAccount(ctx, person, password) })
    else if (password) accounts.push({ email, role, password: await resetPassword(ctx, email, password) })
    else accounts.push({ email, role, password: null })
    await joinUnit(ctx, person)
  }
  return accounts
}

async function joinUnit({ db }: ServiceContext, { email, unit, isHead }: DemoPerson): Promise<void> {
  if (!unit) return
  await db.run(sql`
    INSERT INTO unit_members (unit_id, user_id, is_head)
    SELECT u.id, p.id, ${isHead ? 1 : 0} FROM units u JOIN users p ON p.email = ${email}
    WHERE u.key = ${unit} ON CONFLICT DO NOTHING`)
}

/** Fills the work plan with comments, only where it has none. */
export async function sowDemoComments(given: ServiceContext): Promise<void> {
  const ctx = { ...given, consultation: overlay.key }
  const taken = await ctx.db.all(
    sql`SELECT 1 FROM comments WHERE consultation_id = ${currentConsultation(ctx)} LIMIT 1`,
  )
  if (taken.length > 0) return
  const publicIds = await sowComments(ctx, demoComments)
  const head = await findUserOrThrow(ctx, 'head@yanlu.test')
  await nameDemoReader(ctx, head)
  await sowDemoCodebook({ ...ctx, actor: head }, publicIds)
}

/** Somebody may open confidential annexes from the start. */
async function nameDemoReader(ctx: ServiceContext, { id }: UserActor): Promise<void> {
  const admin = await findUserOrThrow(ctx, 'admin@yanlu.test')
  await nameReader({ ...ctx, actor: admin }, { user: id, isReader: true })
}
