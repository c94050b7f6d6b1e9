import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { UserActor } from '../../worker/context'
import type { NewComment } from '../../worker/contract/comments'
import type { DecisionInput } from '../../worker/contract/moderation/decisions'
import { organisationCheck, usccCheck } from '../../worker/contract/uscc'
import type { CommentState, Decision, OrganisationKind } from '../../worker/contract/words'
import { comments, users } from '../../worker/db/schema'
import { submitComment } from '../../worker/services/comments/submit-comment'
import { applyDueDecisions } from '../../worker/services/moderation/apply-due-decisions'
import { stageDecision } from '../../worker/services/moderation/stage-decision'
import { grace, second } from './clock'
import { makeUser } from './make-user'
import type { TestApp } from './test-app'

/** A comment as an individual who agrees to publication sends it over HTTP, but for what the test says. */
export function newComment(change: Partial<NewComment> = {}): NewComment {
  return {
    body: '建议明确新培育企业的认定口径。',
    stance: 'suggest',
    participant: { kind: 'individual', displayName: '朱建国' },
    consent: { publish: true },
    ...change,
  }
}

/** The unified social credit code, right in both check characters, of the firm with this number. */
export function usccOf(number: number): string {
  const organisation = `MA${String(number).padStart(6, '0')}`
  const first17 = `91440101${organisation}${organisationCheck(organisation)}`
  return first17 + usccCheck(first17)
}

/** An organisation as it signs; the same number is the same firm. */
export function organisation(number = 1, kind: OrganisationKind = 'enterprise') {
  return { kind, name: `第${number}精密制造有限公司`, uscc: usccOf(number) }
}

const decisionFor: Partial<Record<CommentState, { decision: Decision; reason?: string }>> = {
  published: { decision: 'publish' },
  private: { decision: 'publish' },
  returned: { decision: 'return', reason: 'unclear' },
  rejected: { decision: 'reject', reason: 'off_topic' },
}

let made = 0

export interface TestComment {
  publicId: string
  queryCode: string
  state: CommentState
}

/**
 * Sends a comment and brings it into a state through the product's own verbs: a second of the test's clock for each, and
 * the grace of the decision. Its text is like no other's unless it is given. Needs a consultation and the reasons; a
 * moderator is made if there is none.
 */
export async function makeComment(
  app: TestApp,
  {
    state = 'published',
    measure = '1.1',
    ...change
  }: Partial<NewComment> & {
    state?: CommentState
    measure?: string
  } = {},
): Promise<TestComment> {
  const consent = state === 'private' ? { publish: false } : undefined
  made += 1
  const input = newComment({ body: `请明确认定口径（${made}）。`, ...(consent && { consent }), ...change })
  app.clock.advance(second)
  const { publicId, queryCode } = await submitComment(app.context(), measure, input, null)
  const step = decisionFor[state]
  if (step) {
    app.clock.advance(second)
    await decide(app, { publicId, revision: 1, ...step })
  }
  if (state === 'withdrawn')
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${publicId}`)
  return { publicId, queryCode, state }
}

/** A decision of a moderator’s, which takes effect; whoever there is, unless the test says who. */
export async function decide(app: TestApp, input: DecisionInput, by?: UserActor): Promise<void> {
  await stageDecision(app.context(by ?? (await anyModerator(app))), input)
  await letTakeEffect(app)
}

/** Lets the grace of what is staged pass, and has it take effect. */
export async function letTakeEffect(app: TestApp): Promise<number> {
  app.clock.advance(grace)
  return applyDueDecisions(app.context())
}

/** Adds `count` rows like this comment's, each with a number of its own and in no group, where the verbs would take too long. */
export async function copyComment(app: TestApp, publicId: string, count: number): Promise<void> {
  const columns = Object.values(getTableColumns(comments))
    .map(({ name }) => sql.identifier(toSnakeCase(name)))
    .filter(({ value }) => !['id', 'public_id', 'similar_group_id', 'similarity'].includes(value))
  const listed = sql.join(columns, sql`, `)
  const [last] = await app.rows<{ id: number }>(sql`SELECT max(id) AS id FROM comments`)
  const from = last?.id ?? 0
  await app.db.batch([
    app.db.run(sql`
      WITH RECURSIVE copy(n) AS (SELECT ${from} + 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ${from} + ${count})
      INSERT INTO comments (public_id, ${listed})
      SELECT printf('COPY-%04d-%04d', n / 10000, n % 10000), ${listed}
      FROM copy JOIN (SELECT * FROM comments WHERE public_id = ${publicId}) ORDER BY n`),
    app.db.run(sql`
      INSERT INTO comment_search (rowid, body)
      SELECT id, ${'一 个 副 本'} FROM comments WHERE id > ${from} AND state = 'published'`),
  ])
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

async function anyModerator(app: TestApp): Promise<UserActor> {
  const [user] = await app.db.select().from(users).where(eq(users.role, 'moderator')).limit(1)
  if (!user) return (await makeUser(app, 'moderator')).actor
  return { kind: 'user', id: user.id, name: user.name, role: user.role }
}
