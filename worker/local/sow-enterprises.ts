import { sql } from 'drizzle-orm'
import { type DemoEnterprise, demoEnterprises } from '../../seeds/demo-enterprises'
import type { ServiceContext } from '../context'
import { verifyEnterprise } from '../services/enterprises/decide-verification'
import { registerEnterprise } from '../services/enterprises/register-enterprise'
import { submitForVerification } from '../services/enterprises/submit-for-verification'
import { findUser } from './find-user'

/** Registers the demo enterprises that are missing, through the product's own verbs; nobody is mailed. */
export async function sowDemoEnterprises(ctx: ServiceContext): Promise<void> {
  for (const enterprise of demoEnterprises) {
    const taken = await ctx.db.all(sql`SELECT 1 FROM enterprises WHERE uscc = ${enterprise.uscc}`)
    if (taken.length === 0) await sow(ctx, enterprise)
  }
}

async function sow(
  ctx: ServiceContext,
  { isVerified, members, ...registration }: DemoEnterprise,
): Promise<void> {
  const [owner, ...colleagues] = members
  const actor = owner && (await findUser(ctx, owner[0]))
  if (!actor) return
  const answer = await registerEnterprise({ ...ctx, actor }, registration)
  if (answer.outcome !== 'registered') return
  const { id } = answer.enterprise
  for (const [email, part] of colleagues)
    await ctx.db.run(sql`
      INSERT INTO enterprise_members (user_id, enterprise_id, part, joined_at)
      SELECT id, ${id}, ${part}, ${ctx.now.getTime()} FROM users WHERE email = ${email} ON CONFLICT DO NOTHING`)
  const staff = isVerified ? await findUser(ctx, 'staff@yanlu.test') : null
  if (!staff) return
  const input = { version: 1, document: '营业执照，证照编号 S0012021040001', note: '' }
  const { version } = await submitForVerification({ ...ctx, actor }, input)
  await verifyEnterprise({ ...ctx, actor: staff }, id, { version, reason: '' })
  await ctx.db.run(
    sql`DELETE FROM account_mails WHERE kind = 'verification' AND subject_id LIKE ${id} || '.%'`,
  )
}
