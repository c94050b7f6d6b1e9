import { sql } from 'drizzle-orm'
import type { EnterpriseView } from '../../worker/contract/enterprises'
import type { FileView } from '../../worker/contract/files'
import { claimEnterprise } from '../../worker/services/enterprises/claim-enterprise'
import { keepDocument } from '../../worker/services/enterprises/document'
import { submitForVerification } from '../../worker/services/enterprises/submit-for-verification'
import { pdfOf } from './make-attachment'
import { makeEnterprise, makeParticipant, type TestMember } from './make-enterprise'
import type { TestApp } from './test-app'

export const makeDocument = (app: TestApp, { actor }: TestMember, name = '营业执照.pdf'): Promise<FileView> =>
  keepDocument(app.context(actor), { name, bytes: pdfOf(name) }, 'a source')

/** An enterprise that handed in a document and waits. */
export async function makeSubmitted(app: TestApp) {
  const { owner } = await makeEnterprise(app)
  const file = await makeDocument(app, owner)
  const input = { version: 1, document: '营业执照 S001', note: '', file: file.id }
  return { owner, file, enterprise: await submitForVerification(app.context(owner.actor), input) }
}

/** Somebody who says that others hold the code of their enterprise, with a document. */
export async function makeClaim(
  app: TestApp,
  { id, uscc }: Pick<EnterpriseView, 'id' | 'uscc'>,
): Promise<{ id: string; claimant: TestMember; file: FileView }> {
  const claimant = await makeParticipant(app, '梁真')
  const file = await makeDocument(app, claimant)
  await claimEnterprise(app.context(claimant.actor), { uscc, note: '我单位从未注册。', file: file.id })
  const [row] = await app.rows<{ id: string }>(sql`
    SELECT id FROM enterprise_claims WHERE enterprise_id = ${id} AND user_id = ${claimant.actor.id}`)
  if (!row) throw new Error('nothing was claimed')
  return { id: row.id, claimant, file }
}
