import type { DraftContent } from '../../contract/consultations'
import type { PlanDocument } from '../plan/document'
import type { PlanOverlay } from '../plan/overlay'

const inBoth = (zh: string, en: string) => ({ zh, en: en || zh })

/** What a draft adds to its document: the names it goes by, and short names where some are given, for what the plan has. */
export function overlayOf(key: string, content: DraftContent, { agenda }: PlanDocument): PlanOverlay {
  const nameOf = (place: string, title: string) => {
    const zh = content.names[place]?.zh || title
    return [place, inBoth(zh, content.names[place]?.en ?? '')] as const
  }
  const themes = agenda.themes.map(({ number, title }) => nameOf(`${number}`, title))
  const measures = agenda.themes.flatMap((theme) =>
    theme.measures.map(({ number, title }) => nameOf(`${theme.number}.${number}`, title)),
  )
  return {
    key,
    code: content.code,
    title: inBoth(content.title, content.titleEn),
    authority: inBoth(content.authority, content.authorityEn),
    themes: Object.fromEntries(themes),
    measures: Object.fromEntries(measures),
  }
}
