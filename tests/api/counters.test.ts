import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import type { ThreadPage } from '../../worker/contract/comments'
import type { ConsultationList } from '../../worker/contract/consultations'
import type { MeasureView, PlanView } from '../../worker/contract/plan'
import type { SummaryView } from '../../worker/contract/staff'
import { type Decision, decisions, participantKinds, type Stance, stances } from '../../worker/contract/words'
import { applyDueDecisions } from '../../worker/services/moderation/apply-due-decisions'
import { stageDecision } from '../../worker/services/moderation/stage-decision'
import { eraseComment } from '../../worker/services/privacy/erase-comment'
import { resubmitComment } from '../../worker/services/receipts/resubmit-comment'
import { bodyOf } from '../support/answers'
import { second } from '../support/clock'
import { makeComment, organisation, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signInAs, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let senior: TestUser
let staff = ''

beforeAll(async () => {
  await makeReasons(app)
  senior = await makeUser(app, 'senior_moderator')
  staff = await signInAs(app, 'staff')
})

const place = fc.constantFrom(
  ...[{ measure: '1.1' }, { measure: '1.1', clause: '1.1.2' }, { measure: '1.2', clause: '1.2.1' }],
)
const sending = fc.record({
  act: fc.constant('send' as const),
  place,
  kind: fc.constantFrom(...participantKinds),
  stance: fc.constantFrom(...stances),
  publish: fc.boolean(),
  isReply: fc.boolean(),
})
const deciding = fc.record({
  act: fc.constantFrom(
    ...decisions.filter((decision) => decision !== 'uphold'),
    'resubmit' as const,
    'erase' as const,
  ),
  which: fc.nat(),
  stance: fc.constantFrom(...stances),
})
type Act = typeof sending extends fc.Arbitrary<infer Sending> ? Sending : never
type Deed = typeof deciding extends fc.Arbitrary<infer Deciding> ? Deciding : never

const reasonFor: Partial<Record<Decision, string>> = { return: 'unclear', reject: 'abusive' }

/** One act after another, whatever it is; what the rules refuse changes nothing. */
async function perform(acts: (Act | Deed)[]): Promise<void> {
  const sent: (TestComment & { measure: string; revision: number })[] = []
  for (const act of acts) {
    app.clock.advance(second)
    if (act.act === 'send') {
      const parent = act.isReply ? await anyPublished(act.place.measure) : undefined
      const participant = act.kind === 'individual' ? { kind: act.kind } : organisation(1, act.kind)
      const consent = { publish: act.publish }
      const change = {
        ...act.place,
        stance: act.stance,
        consent,
        participant,
        ...(parent && { parentId: parent }),
      }
      const comment = await makeComment(app, { state: 'pending', body: '意见的正文。', ...change })
      sent.push({ ...comment, measure: act.place.measure, revision: 1 })
      continue
    }
    const comment = sent[act.which % Math.max(1, sent.length)]
    if (comment) await decideOn(comment, act.act, act.stance)
  }
}

async function decideOn(comment: TestComment & { revision: number }, act: Deed['act'], stance: Stance) {
  const { publicId, queryCode } = comment
  const revision = comment.revision
  try {
    if (act === 'resubmit') {
      await resubmitComment(app.context(), { publicId, queryCode, body: '改过的意见。', stance })
      comment.revision += 1
    } else if (act === 'erase') {
      await eraseComment(app.context(), { publicId, queryCode, confirm: true })
    } else {
      const reason = reasonFor[act]
      const redactions = act === 'redact' ? [{ start: 0, end: 1, reason: 'wording' as const }] : undefined
      const input = {
        publicId,
        revision,
        decision: act,
        ...(reason && { reason }),
        ...(redactions && { redactions }),
      }
      await stageDecision(app.context(senior.actor), input, { effectiveAt: app.clock.now() })
      await applyDueDecisions(app.context())
    }
  } catch {
    // Refused by the rules: the counters must show that nothing happened.
  }
}

async function anyPublished(measure: string): Promise<string | undefined> {
  const [row] = await app.rows<{ public_id: string }>(sql`
    SELECT c.public_id FROM comments c JOIN measures m ON m.id = c.measure_id
    WHERE m.key = ${measure} AND c.state = 'published' AND c.erased_at IS NULL AND c.depth < 4 AND c.consultation_id = (
      SELECT id FROM consultations WHERE is_current = 1) ORDER BY c.id DESC LIMIT 1`)
  return row?.public_id
}

/** How many of those that hang on `comments AS c`, near or far, say anything. */
const repliesOf = sql`(
  WITH RECURSIVE down(id) AS (
    SELECT id FROM comments WHERE parent_id = c.id UNION ALL SELECT r.id FROM down JOIN comments r ON r.parent_id = down.id)
  SELECT count(*) FROM comments r WHERE r.id IN down AND r.state = 'published' AND r.erased_at IS NULL)`

it('keeps every counter equal to a count, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(sending, deciding), { minLength: 5, maxLength: 14 }), async (acts) => {
      const { key: consultation } = await makeConsultation(app)
      await perform(acts)
      const counted = await app.rows(sql`
        SELECT measure_id, coalesce(clause_id, 0) AS clause_id, participant_kind, stance, state, count(*) AS count
        FROM comments GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`)
      const kept = await app.rows(sql`
        SELECT measure_id, clause_id, participant_kind, stance, state, count FROM comment_counts
        WHERE count <> 0 ORDER BY 1, 2, 3, 4, 5`)
      expect(kept).toEqual(counted)

      const replies = await app.rows(sql`
        SELECT id, reply_count FROM comments c WHERE reply_count <> ${repliesOf}`)
      expect(replies).toEqual([])

      const current = sql`consultation_id = (SELECT id FROM consultations WHERE is_current = 1)`
      const [all] = await app.rows<{ received: number; shown: number }>(sql`
        SELECT count(*) AS received,
          coalesce(sum(state = 'published' AND (erased_at IS NULL OR ${repliesOf} > 0)), 0) AS shown
        FROM comments c WHERE ${current}`)
      const summary = await bodyOf<SummaryView>(await app.get('/api/staff/summary', { as: staff }))
      expect(summary.received).toBe(all?.received)
      expect(Object.values(summary.states).reduce((total, count) => total + count)).toBe(all?.received)
      const plan = await bodyOf<PlanView>(await app.get('/api/plan'))
      expect(plan.counts.published).toBe(all?.shown)
      const listed = await bodyOf<ConsultationList>(await app.get('/api/consultations'))
      expect(listed.open.find((each) => each.key === consultation)?.published).toBe(all?.shown)
      for (const key of ['1.1', '1.2']) {
        const thread = await bodyOf<ThreadPage>(await app.get(`/api/measures/${key}/comments`))
        const { counts, clauses } = await bodyOf<MeasureView>(await app.get(`/api/measures/${key}`))
        expect(counts.published).toBe(
          thread.items.reduce((total, { replies }) => total + 1 + replies.length, 0),
        )
        const onClauses = clauses.reduce((total, { published }) => total + published, 0)
        expect(onClauses).toBeLessThanOrEqual(counts.published)
      }
      const indexed = await app.rows(sql`
        SELECT id FROM comments WHERE state = 'published' AND erased_at IS NULL
        EXCEPT SELECT rowid FROM comment_search WHERE comment_search MATCH '"的"'`)
      expect(indexed).toEqual([])
      const surplus = await app.rows(sql`
        SELECT id FROM comment_search_docsize EXCEPT SELECT id FROM comments WHERE state = 'published' AND erased_at IS NULL`)
      expect(surplus).toEqual([])

      const open = await app.rows(sql`
        SELECT comment_id FROM reviews WHERE kind = 'first' EXCEPT SELECT id FROM comments WHERE state = 'pending'`)
      const closed = await app.rows(sql`
        SELECT id FROM comments WHERE state = 'pending' EXCEPT SELECT comment_id FROM reviews WHERE kind = 'first'`)
      expect([open, closed]).toEqual([[], []])
    }),
    { numRuns: 6, seed: 2021 },
  )
}, 60_000)
