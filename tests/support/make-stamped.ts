import type { StampedList } from '../../worker/contract/stamped-scans'
import { uploadScan } from '../../worker/services/stamped-forms/upload-scan'
import { pdfOf } from './make-attachment'
import { makeComment, organisation, type TestComment } from './make-comment'
import type { TestApp } from './test-app'

/** Uploads the stamped paper of a comment's text as it stood in a revision. */
export const stamp = (
  app: TestApp,
  { publicId, queryCode }: Pick<TestComment, 'publicId' | 'queryCode'>,
  revision = 1,
) =>
  uploadScan(
    app.context(),
    { publicId, queryCode },
    { code: { publicId, revision }, file: { name: '盖章件.pdf', bytes: pdfOf('公章') } },
  )

/** An organisation's comment with a scan that waits; `id` is the scan's. */
export async function makeStamped(
  app: TestApp,
  change: Parameters<typeof makeComment>[1] = {},
): Promise<TestComment & { id: number }> {
  const comment = await makeComment(app, { participant: organisation(), ...change })
  await stamp(app, comment)
  const [row] = await app.db.all<{ id: number }>('SELECT max(id) AS id FROM stamped_scans')
  return { ...comment, id: row?.id ?? 0 }
}

/** The scan of a comment in what the desk is shown. */
export const scanOf = (list: StampedList, publicId: string) =>
  list.items.find((each) => each.publicId === publicId)
