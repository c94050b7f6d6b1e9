import type { UserActor } from '../../worker/context'
import type { FileView } from '../../worker/contract/files'
import { keepAnnex } from '../../worker/services/annexes/keep-annex'
import { nameReader } from '../../worker/services/annexes/name-readers'
import { pdfOf } from './make-attachment'
import { makeComment, organisation, type TestComment } from './make-comment'
import { makeUser } from './make-user'
import type { TestApp } from './test-app'

/** What stands in every annex that a test makes. */
export const secret = '单位成本 317 元'

export const makeAnnexUpload = (app: TestApp): Promise<FileView> =>
  keepAnnex(app.context(), { name: '成本明细.pdf', bytes: pdfOf(secret) }, 'a source')

/** An organisation's comment with a confidential annex. */
export async function makeAnnex(
  app: TestApp,
  change: Parameters<typeof makeComment>[1] = {},
): Promise<TestComment & { file: FileView }> {
  const file = await makeAnnexUpload(app)
  const annex = { file: file.id, summary: '成本构成，含原料和人工。' }
  return { ...(await makeComment(app, { participant: organisation(), annex, ...change })), file }
}

/** Names somebody to read the annexes of the current consultation; an administrator does. */
export async function nameToRead(app: TestApp, user: string, isReader = true, by?: UserActor): Promise<void> {
  const admin = by ?? (await makeUser(app, 'admin')).actor
  await nameReader(app.context(admin), { user, isReader })
}
