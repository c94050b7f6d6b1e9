import type { Language } from '../../../../worker/contract/words'
import { language } from '../index'
import { en } from './en'
import { type AnswerDeskWords, zh } from './zh'

/** Apart from the desk's other words, for it comes with screens that are loaded by themselves. */
export const answerDeskWords: Record<Language, AnswerDeskWords> = { zh, en }

export const a = answerDeskWords[language]
