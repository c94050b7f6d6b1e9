import { beforeAll, beforeEach, expect } from 'vitest'
import type { ServiceContext } from '../../worker/context'
import type { StampedList } from '../../worker/contract/stamped-scans'
import type { SubmissionView, VersionView } from '../../worker/contract/submissions'
import { getSubmission } from '../../worker/services/submissions/get-submission'
import { askApproval } from '../../worker/services/submissions/take-step'
import { bodyOf } from './answers'
import { Clock } from './clock'
import { pdfOf, upload, uploadOf } from './make-attachment'
import { decide } from './make-comment'
import { makeConsultation } from './make-consultation'
import { makeReasons } from './make-reasons'
import { scanOf } from './make-stamped'
import { type Firm, makeFirm, makeResponse, newEntry, reopen, sendResponse } from './make-submission'
import { signInAs } from './make-user'
import { startTestApp } from './test-app'

/** A consultation, its staff and, for each test, a firm of its own that prints, stamps and uploads what it sent. */
export async function stageStampedResponses() {
  const app = await startTestApp()
  const stage = { staff: '', key: '', closesAt: new Date(0), firm: {} as Firm }

  beforeAll(async () => {
    Object.assign(stage, await makeConsultation(app))
    await makeReasons(app)
    stage.staff = await signInAs(app, 'staff')
  })
  beforeEach(async () => {
    app.limits.reset()
    app.clock.set(new Clock().now())
    stage.firm = await makeFirm(app, 'verified')
  })

  const entries = [
    newEntry(),
    newEntry({ measure: '1.2', stance: 'partly', body: '请找王某某联系，补充申报时限。' }),
  ]
  const version = async (number = 1, as = stage.firm.approver.cookie) =>
    bodyOf<VersionView>(await app.get(`/api/enterprise/response/versions/${number}`, { as }))
  const send = (code: string, { number = 1, as = stage.firm.approver.cookie, name = '盖章件.pdf' } = {}) =>
    upload(app, `/enterprise/response/versions/${number}/stamped`, uploadOf(name, pdfOf('公章'), { code }), {
      as,
    })
  const list = async (query = '') =>
    bodyOf<StampedList>(await app.get(`/api/staff/stamped${query}`, { as: stage.staff }))
  const settle = (id: number, decision: object) =>
    app.post(`/api/staff/stamped/${id}/decision`, decision, { as: stage.staff })
  const publish = (publicId: string) => decide(app, { publicId, revision: 1, decision: 'publish' })
  /** A response that was sent, its scan that waits for staff, and its comments published. */
  async function makeStampedResponse() {
    await makeResponse(app, stage.firm, 'sent', entries)
    const sent = await version()
    expect((await send(`${sent.publicId} · 1`)).status).toBe(303)
    for (const { publicId } of sent.comments) await publish(publicId)
    const scan = scanOf(await list(), sent.publicId)
    if (!scan) throw new RangeError('the scan is not listed')
    return { sent, scan }
  }

  /** Sends the response again, as it stands or with a change. */
  async function sendAgain(change: (drafter: ServiceContext) => Promise<unknown> = async () => undefined) {
    const { version: seen } = await bodyOf<SubmissionView>(
      await app.get('/api/enterprise/response', { as: stage.firm.drafter.cookie }),
    )
    await reopen(app, stage.firm, seen)
    const drafter = app.context(stage.firm.drafter.actor)
    await change(drafter)
    const { version: changed } = await getSubmission(drafter)
    const asked = await askApproval(drafter, { version: changed, note: '' })
    await sendResponse(app, stage.firm, asked.version)
  }

  return { app, stage, entries, version, send, list, settle, publish, makeStampedResponse, sendAgain }
}
