import type { Language } from '../words'
import { followMailEn } from './follow-mail-en'
import { type FollowMailWords, followMailZh } from './follow-mail-zh'

export type { FollowMailWords }
/** Apart from the domain's other words, which every page loads. */
export const followMailWords: Record<Language, FollowMailWords> = { zh: followMailZh, en: followMailEn }
