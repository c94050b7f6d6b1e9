import { makeAnnexUpload } from './make-annex'
import { makeUpload } from './make-attachment'
import type { TestApp } from './test-app'

export const entrySummary = '成本构成，含原料和人工。'

/** An attachment and a confidential annex that are uploaded, and how an entry of a response says them. */
export async function makeEntryFiles(app: TestApp) {
  const file = await makeUpload(app)
  const annex = await makeAnnexUpload(app)
  return { file, annex, said: { attachments: [file.id], annex: { file: annex.id, summary: entrySummary } } }
}
