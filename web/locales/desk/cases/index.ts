import type { Language } from '../../../../worker/contract/words'
import { language } from '../index'
import { en } from './en'
import { type CaseWords, zh } from './zh'

export type { CaseWords }

/** Apart from the desk's other words, for it comes with a screen that is loaded by itself. */
export const caseWords: Record<Language, CaseWords> = { zh, en }

export const w = caseWords[language]
