import { eq } from 'drizzle-orm'
import type { DemoComment } from '../../seeds/demo/demo-comment'
import { demoComments } from '../../seeds/demo-comments'
import { demoPeople } from '../../seeds/demo-people'
import type { ServiceContext, UserActor } from '../context'
import type { Role } from '../contract/words'
import { comments, users } from '../db/schema'
import { createAccount } from '../services/accounts/create-account'
import { resetPassword } from '../services/accounts/reset-password'
import { submitComment } from '../services/comments/submit-comment'
import { applyDueDecisions } from '../services/moderation/apply-due-decisions'
import { stageDecision } from '../services/moderation/stage-decision'

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
  }
  return accounts
}

const day = 86_400_000
const reviewTime = 3 * 3_600_000

/** Sends and decides the demo comments through the product's own verbs, at the times they name; only into an empty table. */
export async function sowDemoComments(ctx: ServiceContext): Promise<void> {
  const taken = await ctx.db.select({ id: comments.id }).from(comments).limit(1)
  if (taken.length > 0) return
  const moderator = await getModerator(ctx)
  const publicIds = new Map<string, string>()
  const inOrder = [...demoComments].sort((a, b) => b.daysAgo - a.daysAgo)
  for (const comment of inOrder) {
    const sentAt = new Date(ctx.now.getTime() - comment.daysAgo * day)
    const { publicId } = await submitComment(
      { ...ctx, now: sentAt },
      comment.measure,
      toInput(comment, publicIds),
      null,
    )
    publicIds.set(comment.ref, publicId)
    if (!comment.outcome) continue
    const decidedAt = new Date(Math.min(sentAt.getTime() + reviewTime, ctx.now.getTime()))
    const at = { ...ctx, now: decidedAt, actor: moderator }
    await stageDecision(at, { publicId, revision: 1, ...comment.outcome }, { effectiveAt: decidedAt })
    await applyDueDecisions(at)
  }
}

function toInput(comment: DemoComment, publicIds: Map<string, string>) {
  const { body, stance, clause, parent, participant, publish, publishName } = comment
  const parentId = parent ? publicIds.get(parent) : undefined
  return {
    body,
    stance,
    ...(clause && { clause }),
    ...(parentId && { parentId }),
    participant,
    consent: { publish, name: publishName ?? false },
  }
}

async function getModerator(ctx: ServiceContext): Promise<UserActor> {
  const [user] = await ctx.db.select().from(users).where(eq(users.role, 'moderator')).limit(1)
  if (!user) throw new Error('the demo comments need a moderator')
  return { kind: 'user', id: user.id, name: user.name, role: user.role }
}
