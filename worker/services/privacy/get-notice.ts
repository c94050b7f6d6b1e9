import type { ServiceContext } from '../../context'
import type { NoticeView } from '../../contract/privacy'
import type { Language } from '../../contract/words'
import { AppError } from '../../errors'
import { parseContent, presentVersion, readContent, readVersions } from './notice-versions'

/** A version of the privacy notice, the present one where none is named; `not_found` where there is no such version. */
export async function getNotice(
  ctx: ServiceContext,
  language: Language,
  version: number | null,
): Promise<NoticeView> {
  const [rows, [row]] = await ctx.db.batch([readVersions(ctx), readContent(ctx, version)])
  const versions = rows.map(presentVersion)
  const shown = versions.find((each) => version === null || each.version === version)
  const content = parseContent(row)
  if (!shown || !content) throw new AppError('not_found')
  return { ...shown, text: content[language], isPresent: shown === versions[0], versions }
}
