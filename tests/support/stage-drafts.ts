import { beforeAll } from 'vitest'
import type { DraftContent, DraftView } from '../../worker/contract/consultations'
import { bodyOf } from './answers'
import { makeConsultation } from './make-consultation'
import { newDraft } from './make-draft'
import { makeReasons } from './make-reasons'
import { signInAs } from './make-user'
import { startTestApp } from './test-app'

/** An office with a consultation, whose administrator drafts and publishes others. */
export async function stageDrafts() {
  const app = await startTestApp()
  const current = await makeConsultation(app)
  await makeReasons(app)
  const stage = { as: '' }
  beforeAll(async () => {
    stage.as = await signInAs(app, 'admin')
  })

  const admin = (path: string, json: unknown) =>
    app.post(`/api/admin/consultations/${path}`, json, { as: stage.as })
  const save = async (change: Partial<DraftContent> = {}): Promise<DraftView> =>
    bodyOf(await admin('drafts', newDraft(app, change)))
  async function publish(change: Partial<DraftContent> = {}): Promise<string> {
    const { key, version } = await save(change)
    await bodyOf(await admin('publish', { key, version }))
    return key
  }

  return { app, current, stage, admin, save, publish }
}
