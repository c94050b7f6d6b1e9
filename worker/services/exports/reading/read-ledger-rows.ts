import { type SQL, sql } from 'drizzle-orm'
import { domainWords } from '../../../contract/locales'
import type {
  CommentState,
  Decision,
  Disposition,
  RedactionReason,
  ResponseAct,
  ReviewKind,
} from '../../../contract/words'
import { chosenBy, type ExportScope } from '../scope'
import type { ReadPage } from './pages'
import { nameOf } from './present-row'
import { type PlanNames, wordingKey } from './read-plan-names'

export interface LedgerRow {
  subject: string
  at: string
  step: string
  version: number
  before: string | null
  result: string | null
  reasonId: string | null
  reason: string | null
  note: string | null
  internalNote: string | null
  hidden: string | null
  waitedMinutes: number | null
  standardText: string | null
  by: string | null
}

type Kind = 'submitted' | 'decided' | 'appealed' | 'disposed' | 'response'

interface Event {
  comment_id: number
  public_id: string
  kind: Kind
  at: number
  version: number
  review_kind: ReviewKind | null
  from_state: CommentState | null
  result: string | null
  reason_id: string | null
  reason_version: number | null
  reason: string | null
  note: string | null
  internal_note: string | null
  hidden: string | null
  waited_minutes: number | null
  standard_text_id: number | null
  standard_text_version: number | null
  by_id: string | null
}

/** Comments whose steps are read at once; each has a handful. */
const commentsAtOnce = 500
const words = domainWords.zh

/** Each step of the chosen comments, by comment and time; behind them each step of the consultation's responses. */
export async function* readLedgerRows(
  read: ReadPage,
  scope: ExportScope,
  names: PlanNames,
): AsyncGenerator<LedgerRow[], void, void> {
  for (let after = 0; ; ) {
    const events = await read<Event>(eventsAfter(after, scope))
    const last = events.at(-1)
    if (!last) break
    yield events.map((event) => present(event, names))
    after = last.comment_id
  }
  for (let after = 0; ; ) {
    const steps = await read<Event>(responseStepsAfter(after, scope))
    const last = steps.at(-1)
    if (!last) return
    yield steps.map((step) => present(step, names))
    after = last.comment_id
  }
}

function eventsAfter(after: number, scope: ExportScope): SQL {
  return sql`
    WITH chosen AS (
      SELECT c.id, c.public_id, c.revision, c.submitted_at FROM comments c
      WHERE c.id > ${BigInt(after)} AND ${chosenBy(scope, 'c')} ORDER BY c.id LIMIT ${commentsAtOnce})
    SELECT id AS comment_id, public_id, 'submitted' AS kind, submitted_at AS at, revision AS version,
      NULL AS review_kind, NULL AS from_state, NULL AS result, NULL AS reason_id, NULL AS reason_version, NULL AS reason,
      NULL AS note, NULL AS internal_note, NULL AS hidden, NULL AS waited_minutes, NULL AS standard_text_id,
      NULL AS standard_text_version, (SELECT entered_by FROM offline_records WHERE comment_id = chosen.id) AS by_id
    FROM chosen
    UNION ALL
    SELECT h.id, h.public_id, 'submitted', e.submitted_at, e.revision, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
      NULL, NULL, NULL, NULL, NULL
    FROM chosen h JOIN comment_revisions e ON e.comment_id = h.id AND e.revision < h.revision
    UNION ALL
    SELECT h.id, h.public_id, 'decided', d.decided_at, d.revision, d.review_kind, d.from_state, d.decision, d.reason_id,
      d.reason_version, NULL, d.note, d.internal_note,
      (SELECT json_group_array(reason) FROM (SELECT reason FROM redactions WHERE decision_id = d.id ORDER BY number)),
      d.waited_minutes, NULL, NULL, d.decided_by
    FROM chosen h JOIN moderation_decisions d ON d.comment_id = h.id
    UNION ALL
    SELECT h.id, h.public_id, 'appealed', a.filed_at, h.revision, NULL, NULL, NULL, NULL, NULL, a.text, NULL, NULL, NULL,
      NULL, NULL, NULL, NULL
    FROM chosen h JOIN appeals a ON a.comment_id = h.id
    UNION ALL
    SELECT h.id, h.public_id, 'disposed', v.disposed_at, v.version, NULL, NULL, v.disposition, NULL, NULL, v.reason,
      v.passed_to, NULL, NULL, NULL, v.standard_text_id, v.standard_text_version, v.disposed_by
    FROM chosen h JOIN dispositions v ON v.comment_id = h.id
    ORDER BY 1, 4, 5, 3`
}

/** `comment_id` holds the step's id, behind which the next page begins. */
function responseStepsAfter(after: number, { consultationId }: ExportScope): SQL {
  return sql`
    SELECT p.id AS comment_id, '答复' || x.id AS public_id, 'response' AS kind, p.taken_at AS at, p.version,
      NULL AS review_kind, NULL AS from_state, p.act AS result, NULL AS reason_id, NULL AS reason_version,
      NULL AS reason, p.note, NULL AS internal_note, NULL AS hidden, NULL AS waited_minutes,
      iif(p.act = 'write', v.standard_text_id, NULL) AS standard_text_id, v.standard_text_version, p.taken_by AS by_id
    FROM response_steps p JOIN responses x ON x.id = p.response_id
    LEFT JOIN response_versions v ON v.response_id = x.id AND v.version = p.version
    WHERE p.id > ${after} AND x.consultation_id = ${consultationId} ORDER BY p.id LIMIT ${commentsAtOnce}`
}

function present(event: Event, names: PlanNames): LedgerRow {
  return {
    subject: event.public_id,
    at: new Date(event.at).toISOString(),
    step: stepOf(event),
    version: event.version,
    before: event.from_state && words.states[event.from_state],
    result: resultOf(event),
    reasonId: event.reason_id,
    reason:
      event.reason_id === null
        ? event.reason
        : (names.reasons.get(wordingKey(event.reason_id, event.reason_version)) ?? null),
    note: event.kind === 'disposed' && event.note !== null ? `转${event.note}办理` : event.note,
    internalNote: event.internal_note,
    hidden: event.hidden === null ? null : sayHidden(JSON.parse(event.hidden) as RedactionReason[]),
    waitedMinutes: event.waited_minutes,
    standardText:
      event.standard_text_id === null
        ? null
        : `常用文字 ${event.standard_text_id}（第 ${event.standard_text_version} 版）`,
    by: nameOf(event.by_id, names),
  }
}

function stepOf({ kind, version, review_kind }: Event): string {
  if (kind === 'submitted') return version === 1 ? '提交' : '修改后提交'
  if (kind === 'decided') return review_kind === null ? '重新审核' : words.reviewKinds[review_kind]
  return { appealed: '提出申诉', disposed: '采纳情况', response: '答复' }[kind]
}

function resultOf({ kind, result }: Event): string | null {
  if (result === null) return null
  if (kind === 'decided') return words.decisions[result as Decision]
  return kind === 'disposed'
    ? words.dispositions[result as Disposition]
    : words.responseActs[result as ResponseAct]
}

/** 联系方式 2 处、住址 1 处 */
function sayHidden(reasons: RedactionReason[]): string | null {
  if (reasons.length === 0) return null
  return [...new Set(reasons)]
    .map((reason) => `${words.redactions[reason]} ${reasons.filter((each) => each === reason).length} 处`)
    .join('、')
}
