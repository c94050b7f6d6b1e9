import type { Language } from '../../../../worker/contract/words'
import { language } from '../index'
import { en } from './en'
import { type OfflineWords, zh } from './zh'

/** Apart from the desk's other words, for it comes with a screen that is loaded by itself. */
export const offlineWords: Record<Language, OfflineWords> = { zh, en }

export const o = offlineWords[language]
