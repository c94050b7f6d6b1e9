import type { Language } from '../../../../worker/contract/words'
import { language } from '../index'
import { en } from './en'
import { type PrivacyDeskWords, zh } from './zh'

export const privacyDeskWords: Record<Language, PrivacyDeskWords> = { zh, en }

export const p = privacyDeskWords[language]
