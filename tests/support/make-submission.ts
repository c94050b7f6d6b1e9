import type { EntryInput, SubmissionView } from '../../worker/contract/submissions'
import type { EnterpriseState } from '../../worker/contract/words'
import { takeBack } from '../../worker/services/receipts/withdraw-comment'
import { removeEntry, saveEntry } from '../../worker/services/submissions/save-entry'
import { sendSubmission } from '../../worker/services/submissions/send-submission'
import { askApproval, reopenResponse } from '../../worker/services/submissions/take-step'
import { makeColleague, makeEnterprise, type TestMember } from './make-enterprise'
import type { TestApp } from './test-app'

export const newEntry = (changed: Partial<EntryInput> = {}): EntryInput => ({
  measure: '1.1',
  stance: 'suggest',
  body: '建议公布培育企业名单，并说明遴选标准。',
  planRevision: 1,
  ...changed,
})

export interface Firm {
  enterpriseId: string
  name: string
  owner: TestMember
  drafter: TestMember
  approver: TestMember
}

/** An enterprise with an owner, a drafter and an approver. */
export async function makeFirm(app: TestApp, state: EnterpriseState = 'unverified'): Promise<Firm> {
  const { owner, enterprise } = await makeEnterprise(app, { state })
  return {
    enterpriseId: enterprise.id,
    name: enterprise.name,
    owner,
    drafter: await makeColleague(app, enterprise.id, 'drafter', '周工'),
    approver: await makeColleague(app, enterprise.id, 'approver', '吴总'),
  }
}

export const standings = ['drafting', 'in_approval', 'sent'] as const

/** The firm’s response with one entry, brought to a state. */
export async function makeResponse(
  app: TestApp,
  firm: Firm,
  state: (typeof standings)[number] = 'drafting',
  entries: EntryInput[] = [newEntry()],
): Promise<SubmissionView> {
  const drafter = app.context(firm.drafter.actor)
  let view: SubmissionView | null = null
  for (const entry of entries) view = await saveEntry(drafter, entry)
  if (!view) throw new RangeError('a response has an entry')
  if (state === 'drafting') return view
  view = await askApproval(drafter, { version: view.version, note: '请审批。' })
  if (state === 'sent') await sendResponse(app, firm, view.version)
  return view
}

export const sendResponse = (app: TestApp, firm: Firm, version: number, publish = true) =>
  sendSubmission(app.context(firm.approver.actor), { version, consent: { publish } })

export const reopen = (app: TestApp, firm: Firm, version: number) =>
  reopenResponse(app.context(firm.drafter.actor), { version })

/** What was sent, taken up again, and its one entry taken out. */
export async function makeRemoved(app: TestApp, firm: Firm): Promise<SubmissionView> {
  const { version } = await makeResponse(app, firm, 'sent')
  const { entries } = await reopen(app, firm, version + 1)
  const [entry] = entries
  if (!entry) throw new RangeError('a response has an entry')
  return removeEntry(app.context(firm.drafter.actor), { id: entry.id, version: entry.version })
}

/** A part of a response as its query code once could leave it. */
export const withdrawnOnce = (app: TestApp, publicId: string) =>
  app.db.batch(takeBack(app.context(), { publicId, revision: 1, state: 'pending' }))
