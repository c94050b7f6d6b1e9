import type { Language } from '../../contract/words'
import type { PlanDocument, PlanLinks } from './document'

type Wording = Record<Language, string>

/** What the editors add to a plan's text: names short enough for a card, in both languages. */
export interface PlanOverlay {
  /** The consultation's key: 2021-work-plan. */
  key: string
  /** The prefix of its receipts: GX21. */
  code: string
  title: Wording
  authority: Wording
  /** Short titles by theme key: `7`. */
  themes: Record<string, Wording>
  /** Short titles by measure key: `7.1`. */
  measures: Record<string, Wording>
  /** By review section: the measures it speaks to, where the editors know better than the likeness of wording. */
  review?: Record<number, string[]>
}

/** Throws when the overlay names a theme or measure that the document does not have. */
export function checkOverlay(
  { agenda, review: { sections } }: PlanDocument,
  { key, themes, measures, review = {} }: PlanOverlay,
): void {
  const themeKeys = agenda.themes.map(({ number }) => `${number}`)
  const measureKeys = agenda.themes.flatMap((theme) =>
    theme.measures.map(({ number }) => `${theme.number}.${number}`),
  )
  const unknown = [
    ...Object.keys(themes).filter((theme) => !themeKeys.includes(theme)),
    ...[...Object.keys(measures), ...Object.values(review).flat()].filter(
      (measure) => !measureKeys.includes(measure),
    ),
    ...Object.keys(review).filter((number) => !sections.some((section) => `${section.number}` === number)),
  ]
  if (unknown.length > 0) throw new Error(`“${key}”的文件中没有：${unknown.join('、')}`)
}

/** The links with those of the editors in place of the found ones, section by section. */
export function withEditedLinks(links: PlanLinks, { review = {} }: PlanOverlay): PlanLinks {
  const edited = Object.entries(review).flatMap(([section, measures]) =>
    measures.map((measure) => ({ section: Number(section), measure })),
  )
  return { ...links, sections: [...links.sections.filter(({ section }) => !review[section]), ...edited] }
}
