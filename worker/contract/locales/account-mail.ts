import type { Language } from '../words'
import { accountMailEn } from './account-mail-en'
import { type AccountMailWords, accountMailZh } from './account-mail-zh'

export type { AccountMailWords }
/** Apart from the domain's other words, which every page loads. */
export const accountMailWords: Record<Language, AccountMailWords> = { zh: accountMailZh, en: accountMailEn }
