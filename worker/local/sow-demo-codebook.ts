import { demoCodes, demoTags } from '../../seeds/demo/codebook'
import type { ServiceContext } from '../context'
import { addCode } from '../services/coding/add-code'
import { publishCodebook } from '../services/coding/publish-codebook'
import { putTag } from '../services/coding/put-tag'
import { startDraft } from '../services/coding/start-draft'

/** Writes and publishes the demo codebook and tags some of the demo comments by it, through the product's own verbs. */
export async function sowDemoCodebook(
  ctx: ServiceContext,
  publicIds: ReadonlyMap<string, string>,
): Promise<void> {
  let draft = await startDraft(ctx)
  for (const code of demoCodes) draft = await addCode(ctx, { edit: draft.edit, ...code })
  const { codes } = await publishCodebook(ctx, { edit: draft.edit, note: '初版' })
  for (const { ref, code } of demoTags) {
    const publicId = publicIds.get(ref)
    const known = codes.find(({ key }) => key === code)
    if (!publicId || !known) throw new Error(`no comment ${ref} or no code ${code} to tag with`)
    await putTag(ctx, publicId, { revision: 1, code: known.id })
  }
}
