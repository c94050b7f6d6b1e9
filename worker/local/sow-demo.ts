import { eq, sql } from 'drizzle-orm'
import type { DemoComment } from '../../seeds/demo/demo-comment'
import { demoComments } from '../../seeds/demo-comments'
import { type DemoPerson, demoPeople } from '../../seeds/demo-people'
import type { ServiceContext, UserActor } from '../context'
import type { CommentReceipt } from '../contract/comments'
import type { Role } from '../contract/words'
import { comments, users } from '../db/schema'
import { createAccount } from '../services/accounts/create-account'
import { resetPassword } from '../services/accounts/reset-password'
import { nameReader } from '../services/annexes/name-readers'
import { fileAppeal } from '../services/appeals/file-appeal'
import { submitComment } from '../services/comments/submit-comment'
import { applyDueDecisions } from '../services/moderation/apply-due-decisions'
import { stageDecision } from '../services/moderation/stage-decision'
import { measureIds } from '../services/plan/current'
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

const hour = 3_600_000
const day = 24 * hour
const reviewTime = 3 * hour
const secondLookTime = hour

/** Sends and decides the demo comments through the product's own verbs, at the times they name; only into an empty table. */
export async function sowDemoComments(ctx: ServiceContext): Promise<void> {
  const taken = await ctx.db.select({ id: comments.id }).from(comments).limit(1)
  if (taken.length > 0) return
  const moderators = await getUsers(ctx, 'moderator', 2)
  const publicIds = new Map<string, string>()
  const clauses = await readClauses(ctx)
  const inOrder = [...demoComments].sort((a, b) => b.daysAgo - a.daysAgo)
  for (const [i, comment] of inOrder.entries()) {
    const sentAt = new Date(ctx.now.getTime() - comment.daysAgo * day)
    const input = toInput(comment, publicIds, clauses)
    const receipt = await submitComment({ ...ctx, now: sentAt }, comment.measure, input, null)
    publicIds.set(comment.ref, receipt.publicId)
    const [first, second] = i % 3 === 2 ? [...moderators].reverse() : moderators
    if (!comment.outcome || !first || !second) continue
    await settle(ctx, receipt.publicId, comment, sentAt, [first, second])
    if (comment.outcome.appeal) await appeal(ctx, receipt, comment.outcome.appeal, sentAt)
  }
  await nameDemoReader(ctx)
  const [clerk] = await getUsers(ctx, 'staff', 1)
  if (!clerk) return
  await sowDemoCodebook({ ...ctx, actor: clerk }, publicIds)
}

/** Somebody may open confidential annexes from the start. */
async function nameDemoReader(ctx: ServiceContext): Promise<void> {
  const [admin] = await getUsers(ctx, 'admin', 1)
  const [head] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, 'head@yanlu.test'))
  if (admin && head) await nameReader({ ...ctx, actor: admin }, { user: head.id, isReader: true })
}

/** Decided by the first, and where that is to be looked at again, by the second alike. */
async function settle(
  ctx: ServiceContext,
  publicId: string,
  { body, outcome }: DemoComment,
  sentAt: Date,
  [first, second]: [UserActor, UserActor],
): Promise<void> {
  if (!outcome) return
  const { decision, reason, note, hide, waitsForSecond } = outcome
  const input = {
    publicId,
    revision: 1,
    decision,
    reason,
    ...(note && { note }),
    ...(hide && {
      redactions: hide.map((passage) => ({ ...placeOf(passage.words, body), reason: passage.reason })),
    }),
  }
  const decide = async (actor: UserActor, wait: number) => {
    const now = new Date(Math.min(sentAt.getTime() + wait, ctx.now.getTime()))
    await stageDecision({ ...ctx, now, actor }, input, { effectiveAt: now })
    await applyDueDecisions({ ...ctx, now })
  }
  await decide(first, reviewTime)
  if (decision === 'reject' && !waitsForSecond && (await isOpen(ctx, publicId)))
    await decide(second, reviewTime + secondLookTime)
}

/** True where the comment still waits: for a second look. */
async function isOpen(ctx: ServiceContext, publicId: string): Promise<boolean> {
  const [comment] = await ctx.db
    .select({ state: comments.state })
    .from(comments)
    .where(eq(comments.publicId, publicId))
  return comment?.state === 'pending'
}

async function appeal(
  ctx: ServiceContext,
  { publicId, queryCode }: CommentReceipt,
  { daysLater, text }: { daysLater: number; text: string },
  sentAt: Date,
): Promise<void> {
  const now = new Date(sentAt.getTime() + daysLater * day)
  await fileAppeal({ ...ctx, now }, { publicId, queryCode, text })
}

function placeOf(words: string, body: string): { start: number; end: number } {
  const start = body.indexOf(words)
  return { start, end: start + words.length }
}

function toInput(comment: DemoComment, publicIds: Map<string, string>, clauses: Map<string, string>) {
  const { body, stance, clause, parent, targets, participant, publish, publishName } = comment
  const parentId = parent ? publicIds.get(parent) : undefined
  return {
    body,
    stance,
    ...(clause && { clause }),
    ...(parentId && { parentId }),
    ...(comment.wording && { wording: { text: reworded(comment, clauses) } }),
    ...(targets && { targets }),
    participant,
    consent: { publish, name: publishName ?? false },
  }
}

function reworded({ ref, clause, wording }: DemoComment, clauses: Map<string, string>): string {
  const text = clauses.get(clause ?? '')
  if (!wording || !text?.includes(wording.from))
    throw new Error(`${ref} would change words that are not there`)
  return text.replace(wording.from, wording.to)
}

async function readClauses(ctx: ServiceContext): Promise<Map<string, string>> {
  const rows = await ctx.db.all<{ key: string; text: string }>(sql`
    SELECT cl.key, cl.text FROM clauses cl WHERE cl.measure_id IN ${measureIds(ctx)}`)
  return new Map(rows.map(({ key, text }) => [key, text]))
}

async function getUsers(ctx: ServiceContext, role: Role, least: number): Promise<UserActor[]> {
  const found = await ctx.db
    .select()
    .from(users)
    .where(eq(users.role, role))
    .orderBy(users.email)
    .limit(least)
  if (found.length < least) throw new Error(`the demo needs ${least} of role ${role}`)
  return found.map(({ id, name, role }) => ({ kind: 'user', id, name, role }))
}
