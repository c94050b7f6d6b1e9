import type { Language } from '../../../../worker/contract/words'
import { language } from '../index'
import { en } from './en'
import { type EnterpriseDeskWords, zh } from './zh'

/** Apart from the desk's other words, for it comes with a screen that is loaded by itself. */
export const enterpriseDeskWords: Record<Language, EnterpriseDeskWords> = { zh, en }

export const e = enterpriseDeskWords[language]
