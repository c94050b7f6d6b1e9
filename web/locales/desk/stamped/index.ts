import type { Language } from '../../../../worker/contract/words'
import { language } from '../index'
import { en } from './en'
import { type StampedDeskWords, zh } from './zh'

/** Apart from the desk's other words, for it comes with a screen that is loaded by itself. */
export const stampedDeskWords: Record<Language, StampedDeskWords> = { zh, en }

export const s = stampedDeskWords[language]
