import { beforeAll, beforeEach } from 'vitest'
import type { UserActor } from '../../worker/context'
import type { DraftMeasure, RevisionsOverview } from '../../worker/contract/revisions'
import { bodyOf } from './answers'
import { makeConsultation } from './make-consultation'
import { makeReasons } from './make-reasons'
import { closeDraft, seenNow } from './make-revision'
import { makeUser, signIn } from './make-user'
import { startTestApp } from './test-app'

export const raised = '力争新培育专精特新中小企业360家。'

/** The desk of revisions as a member of staff has it; each test begins with a consultation of its own and no draft. */
export async function startRevisionDesk() {
  const app = await startTestApp()
  const desk = {} as { staff: string; me: UserActor }

  beforeAll(() => makeReasons(app))
  beforeEach(async () => {
    await closeDraft(app)
    await makeConsultation(app)
    const user = await makeUser(app, 'staff')
    desk.me = user.actor
    desk.staff = await signIn(app, user)
  })

  const change = async (wanted: Parameters<typeof seenNow>[2], more: object = {}) =>
    app.post(
      '/api/staff/revision-draft/changes',
      { ...(await seenNow(app, desk.me, wanted)), ...more },
      { as: desk.staff },
    )
  const measure = async (key = '1.1') =>
    bodyOf<DraftMeasure>(await app.get(`/api/staff/revisions/measures/${key}`, { as: desk.staff }))
  const clause = async (key: string) =>
    (await measure(key.slice(0, 3))).clauses.find((each) => each.key === key)
  const overview = async () =>
    bodyOf<RevisionsOverview>(await app.get('/api/staff/revisions', { as: desk.staff }))
  const changeId = async (key: string) => (await clause(key))?.change?.id ?? 0
  return { app, desk, change, measure, clause, overview, changeId }
}
