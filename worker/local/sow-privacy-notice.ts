import type { ServiceContext } from '../context'
import { privacyWords } from '../contract/locales/privacy'
import { parseContent, readContent, readVersions } from '../services/privacy/notice-versions'
import { addVersion } from '../services/privacy/publish-notice'
import { hashOfNotice, writeNotice } from '../services/privacy/write-notice'

/** Publishes the first privacy notice, and a new one where the site processes data otherwise than the last one says. */
export async function sowPrivacyNotice(ctx: ServiceContext): Promise<void> {
  const [[last], [row]] = await ctx.db.batch([readVersions(ctx), readContent(ctx, null)])
  const content = writeNotice(parseContent(row)?.addition ?? { zh: '', en: '' })
  if (last?.sha256 === (await hashOfNotice(content))) return
  const told = last ? 'changedWithSite' : 'first'
  await ctx.db.batch(
    await addVersion(ctx, last?.version ?? 0, content, {
      changeZh: privacyWords.zh[told],
      changeEn: privacyWords.en[told],
      by: null,
    }),
  )
}
