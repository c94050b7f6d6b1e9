import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { retentionPeriods } from '../../contract/privacy'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { recordRun } from './delete-on-record'
import { accountErasure, mustHandOver } from './erase-account'

const day = 86_400_000
const toldAtOnce = 500
const deletedAtOnce = 100
const { unusedAccountMonths, unusedNoticeDays } = retentionPeriods

/** A participant's account was last used so long before this moment, in milliseconds, that it is to go, and nobody else depends on it. */
const isUnusedAt = (moment: number): SQL => sql`
  role = 'participant' AND coalesce(signed_in_at, created_at)
    < unixepoch(${Math.floor(moment / 1000)}, 'unixepoch', ${`-${unusedAccountMonths} months`}) * 1000 AND NOT ${mustHandOver(sql.raw('users.id'))}`
const wasTold = sql`unused_told_at > coalesce(signed_in_at, created_at)`

/** Tells the owners of accounts that nobody uses that these will be deleted, and deletes those that were told in time. */
export async function deleteUnusedAccounts(ctx: ServiceContext): Promise<void> {
  await tellOwners(ctx)
  const now = ctx.now.getTime()
  const isDue = sql`${isUnusedAt(now)} AND ${wasTold} AND unused_told_at <= ${now - unusedNoticeDays * day}`
  const due = await ctx.db.all<{ id: string }>(
    sql`SELECT id FROM users INDEXED BY users_unused WHERE ${isDue} LIMIT ${deletedAtOnce}`,
  )
  let deleted = 0
  for (const { id } of due) {
    const isStillDue = sql`EXISTS (SELECT 1 FROM users WHERE id = ${id} AND ${isDue})`
    const outcome = await ctx.db.batch(accountErasure(ctx, id, isStillDue))
    deleted += (outcome.at(-1) as { rowsAffected: number }).rowsAffected
  }
  await recordRun(ctx, 'unused_accounts', sql`${deleted}`)
}

async function tellOwners(ctx: ServiceContext): Promise<void> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const owners = sql`
    SELECT id FROM users INDEXED BY users_unused
    WHERE ${isUnusedAt(now + unusedNoticeDays * day)} AND ${wasTold} IS NOT TRUE LIMIT ${toldAtOnce}`
  await db.batch([
    enqueueAccountMails(ctx, 'unused', sql`r.id`, owners),
    db.run(sql`UPDATE users SET unused_told_at = ${now} WHERE id IN (${owners})`),
  ])
  ctx.stir()
}
