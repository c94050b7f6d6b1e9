import { domainWords } from '../../../worker/contract/locales'
import type { Language } from '../../../worker/contract/words'
import { en } from './en'
import { type DeskWords, zh } from './zh'

export type { DeskWords }

export const deskWords: Record<Language, DeskWords> = { zh, en }

/** The page's language is settled before a script runs and does not change while it stands. */
export const language: Language =
  typeof document !== 'undefined' && document.documentElement.lang.startsWith('en') ? 'en' : 'zh'

export const t = deskWords[language]
export const words = domainWords[language]
