import type { Language } from '../words'
import { mailEn } from './mail-en'
import { type MailWords, mailZh } from './mail-zh'

export type { MailWords }
/** Apart from the domain's other words, which every page loads. */
export const mailWords: Record<Language, MailWords> = { zh: mailZh, en: mailEn }
