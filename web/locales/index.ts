import type { Language } from '../../worker/contract/words'
import { en } from './en'
import { type Words, zh } from './zh'

export type { Words }
export const words: Record<Language, Words> = { zh, en }
