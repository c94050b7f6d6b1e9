import type { Language } from '../words'
import { privacyEn } from './privacy-en'
import { type PrivacyWords, privacyZh } from './privacy-zh'

export type { PrivacyWords }
/** Apart from the domain's other words: the notice and the lines beside the fields are made of them, on the server alone. */
export const privacyWords: Record<Language, PrivacyWords> = { zh: privacyZh, en: privacyEn }
