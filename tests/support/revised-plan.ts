import { beforeAll, beforeEach } from 'vitest'
import type { Page, ThreadView } from '../../worker/contract/comments'
import type { MeasureView } from '../../worker/contract/plan'
import { bodyOf } from './answers'
import { newComment } from './make-comment'
import { makeConsultation } from './make-consultation'
import { makeReasons } from './make-reasons'
import { closeDraft } from './make-revision'
import { solvedProof } from './solve-challenge'
import { startTestApp } from './test-app'

export const target = '力争新培育专精特新中小企业300家。'

/** The plan as readers have it; each test begins with its first text and revises it as it needs. */
export async function startRevisedPlan() {
  const app = await startTestApp()
  beforeAll(() => makeReasons(app))
  beforeEach(async () => {
    await closeDraft(app)
    await makeConsultation(app)
  })

  const measure = async (query = '') => bodyOf<MeasureView>(await app.get(`/api/measures/1.1${query}`))
  const thread = async (query = '') =>
    (await bodyOf<Page<ThreadView>>(await app.get(`/api/measures/1.1/comments${query}`))).items
  const send = async (change: Parameters<typeof newComment>[0]) =>
    app.post('/api/measures/1.1/comments', newComment({ ...change, altcha: await solvedProof(app) }))
  return { app, measure, thread, send }
}
