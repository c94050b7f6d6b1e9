import type { Language } from '../../../../worker/contract/words'
import { language } from '../index'
import { en } from './en'
import { type RevisionWords, zh } from './zh'

/** Apart from the desk's other words, for it comes with a screen that is loaded by itself. */
export const revisionWords: Record<Language, RevisionWords> = { zh, en }

export const w = revisionWords[language]
