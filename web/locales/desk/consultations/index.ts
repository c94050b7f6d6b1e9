import type { Language } from '../../../../worker/contract/words'
import { language } from '../index'
import { en } from './en'
import { type ConsultationDeskWords, zh } from './zh'

/** Apart from the desk's other words, for it comes with a screen that is loaded by itself. */
export const consultationDeskWords: Record<Language, ConsultationDeskWords> = { zh, en }

export const c = consultationDeskWords[language]
